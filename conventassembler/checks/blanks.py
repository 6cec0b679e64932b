"""C701: what is still to be completed."""

import re
from collections.abc import Iterator

from conventassembler.checks.typed import typed
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.model import Draft
from conventassembler.draft.resolve import Resolved
from conventassembler.schema.keys import KEYS
from conventassembler.values import Blank

_ENTRY = re.compile(r"(?:clauses|preamble|annexes|entries)\[(.+)\]")
_ITEM = re.compile(r"(\w+)\[(\d+)\]")
_UNSAID = ("parties", "with")
"""Fields above a value that say nothing of it."""


def blanks(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """List every « à compléter », whether the text shows it or not.

    A draft may have blanks: they are visible in the Word file. A final document may have none.
    """
    for blank in typed(resolved, Blank):
        place = blank.origin.position or resolved.agreement.position
        hint = f" ({blank.hint})" if blank.hint else ""
        yield fault("C701", place, label=f"{_way_to(blank)}{hint}")


def _way_to(blank: Blank) -> str:
    """Return the keys that lead to the blank, in French: « commune › habilitation › date »."""
    *above, last = blank.origin.path.split(".")
    keys = [_key(name) for name in above if name not in _UNSAID]
    return " › ".join([*keys, blank.label or last])


def _key(name: str) -> str:
    """Return a field as the clerk writes it; of an entry, what names it: « duree »."""
    if entry := _ENTRY.fullmatch(name):
        return entry[1]
    if item := _ITEM.fullmatch(name):
        return f"{_key(item[1])} {item[2]}"
    return KEYS[name][0] if name in KEYS else name
