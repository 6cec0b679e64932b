"""Why an act is made again: the files that are not as they were when it was made."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from conventassembler.caching.contents import ABSENT

Kind = Literal[
    "first", "program", "changed", "added", "gone", "output-gone", "output-changed", "checked"
]


class Reason(NamedTuple):
    """One reason."""

    kind: Kind
    file: str = ""
    """Path from the root of the workspace."""


def different(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Reason]:
    """Yield what was read then and is another now, in the order of the paths."""
    for file in sorted({*before, *now}):
        then, today = before.get(file, ABSENT), now.get(file, ABSENT)
        if then != today:
            kinds: dict[str, Kind] = {then: "added", today: "gone"}
            yield Reason(kinds.get(ABSENT, "changed"), file)


def unlike(made: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Reason]:
    """Yield what was written then and is not there as it was."""
    for file in sorted(made):
        if now[file] != made[file]:
            yield Reason("output-gone" if now[file] == ABSENT else "output-changed", file)
