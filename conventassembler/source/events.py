"""What a YAML text says, piece by piece: `parser` tells it, `tree` makes nodes of it."""

from typing import Final, Literal, NamedTuple

from conventassembler.diagnostics import Diagnostic

Kind = Literal["document", "alias", "scalar", "mapping", "sequence", "end"]


class Mark(NamedTuple):
    """A place in a text: the characters, the lines, and those of its own line before it."""

    at: int
    line: int
    column: int


class Event(NamedTuple):
    """A scalar or an alias, or the place where a document or a collection begins."""

    kind: Kind
    start: Mark
    end: Mark
    """The place after a scalar; of anything else nobody asks for it."""
    value: str = ""
    """What a scalar says; the name of an alias."""
    style: str = ""
    """The sign that a scalar is typed behind, one of `'"|>`."""
    flow: bool = False
    """Whether a collection is typed between brackets or braces."""
    anchor: str = ""
    tagged: bool = False


class BrokenError(Exception):
    """A text is no YAML from some place on; `found` says why."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found)
        self.found = found


END: Final = Event("end", Mark(0, 0, 0), Mark(0, 0, 0))
"""A collection ends: nobody asks where."""
