"""The way to a value as the clerk knows it: the French keys that lead there, instead of a key path.

Read by what lists the values still to be given, on the terminal and in the Word file.
"""

import re
from typing import Final

from conventassembler.schema.keys import KEYS

_ENTRY: Final = re.compile(r"(?:clauses|preamble|annexes|entries)\[(.+)\]")
_ITEM: Final = re.compile(r"(\w+)\[(\d+)\]")
_UNSAID: Final = ("parties", "with")
"""Fields above a value that say nothing of it."""


def way_to(path: str, label: str = "") -> tuple[str, ...]:
    """Return the French keys down to the value of key path `path`, the value's own name last.

    `parties.commune.authority.date` gives « commune », « habilitation », « date ». The last is
    `label`, where the value has one.
    """
    *above, last = path.split(".")
    return (*(_key(name) for name in above if name not in _UNSAID), label or last)


def entry_of(path: str) -> tuple[str, ...]:
    """Return the names of the entries that `path` goes through, the outermost first.

    `clauses[suivi].entries[bilan].with.date` gives « suivi », « bilan »; a value that no entry
    holds has none. They are the first keys of `way_to`.
    """
    names: list[str] = []
    for field in path.split("."):
        if (entry := _ENTRY.fullmatch(field)) is None:
            break
        names.append(entry[1])
    return tuple(names)


def _key(name: str) -> str:
    """Return a field as the clerk writes it; of an entry, what names it: « duree »."""
    if entry := _ENTRY.fullmatch(name):
        return entry[1]
    if item := _ITEM.fullmatch(name):
        return f"{_key(item[1])} {item[2]}"
    return KEYS[name][0] if name in KEYS else name
