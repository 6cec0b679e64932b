"""The way to a value as the clerk knows it: the French keys that lead there, instead of a key path.

Read by what lists the values still to be given, on the terminal and in the Word file.
"""

from collections.abc import Mapping
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from conventassembler.patterns import Pattern
from conventassembler.schema.keys import KEYS

Called = Mapping[str, str]
"""What a step of a way is called, by the key path down to it: `parties.caf`, « CAF »."""
NOBODY: Called = MappingProxyType({})
_ENTRY: Final = Pattern(r"(?:clauses|preamble|annexes|entries)\[(.+)\]")
_ITEM: Final = Pattern(r"(\w+)\[(\d+)\]")
_JOINED: Final = "{}.{}".format
_UNSAID: Final = ("parties", "with")
"""Fields above a value that say nothing of it."""


def way_to(path: str, label: str = "", called: Called = NOBODY) -> tuple[str, ...]:
    """Return the French keys down to the value of key path `path`, the value's own name last.

    `parties.commune.authority.date` gives « commune », « habilitation », « date ». The last is
    `label`, where the value has one. What `called` says of a step is said instead of its field; an
    entry that it calls by its title needs none of those above it.
    """
    *above, last = path.split(".")
    steps: list[str] = []
    for name, down in zip(above, accumulate(above, _JOINED), strict=True):
        said = called.get(down)
        if said and _ENTRY.fullmatch(name):
            steps.clear()
        if name not in _UNSAID:
            steps.append(said or _step(name, down, called))
    return (*steps, label or called.get(path) or _step(last, path, called))


def entry_of(path: str) -> tuple[str, ...]:
    """Return the names of the entries that `path` goes through, the outermost first.

    `clauses[suivi].entries[bilan].with.date` gives « suivi », « bilan »; a value that no entry
    holds has none. They are the first keys of `way_to` where no entry is called otherwise.
    """
    names: list[str] = []
    for field in path.split("."):
        if (entry := _ENTRY.fullmatch(field)) is None:
            break
        names.append(entry[1])
    return tuple(names)


def _step(name: str, path: str, called: Called) -> str:
    """Return a field of `path`; of an item, the key of its list as it was typed."""
    said = called.get(path.removesuffix(name) + name.partition("[")[0])
    item = _ITEM.fullmatch(name)
    return f"{said} {item[2]}" if said and item else _key(name)


def _key(name: str) -> str:
    """Return a field as the clerk writes it; of an entry, what names it: « duree »."""
    if entry := _ENTRY.fullmatch(name):
        return entry[1]
    if item := _ITEM.fullmatch(name):
        return f"{_key(item[1])} {item[2]}"
    return KEYS[name][0] if name in KEYS else name
