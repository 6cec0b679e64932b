"""A value typed into the file of its place: the bytes that the file is to have."""

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling.papers import Paper
from conventassembler.filling.places import Place
from conventassembler.schema.blanks import is_blank_value
from conventassembler.schema.types import Findings
from conventassembler.source.grafts import fitting
from conventassembler.source.replacing import Gift, Keys, Value, replaced


def filled(paper: Paper, place: Place, value: Value | Keys) -> bytes:
    """Return the bytes of the file of `place` with `value` in it, and nothing else changed."""
    return typed_in(paper.text, place, value).encode("utf-8")


def typed_in(text: str, place: Place, value: Value | Keys) -> str:
    """Return the text of a file with `value` in `place`, whose position must still be right."""
    return replaced(text, Gift(place.node, _fitting(place, value), place.margin, place.inside))


def _fitting(place: Place, value: Value | Keys) -> Value | Keys:
    listed = place.is_list and not is_blank_value(value)
    return fitting(place.node, value, listed=listed, single=place.takes_one)


def changed_meanwhile(paper: Paper) -> Findings:
    """Return the finding that somebody else has written the file since it was read."""
    try:
        now: bytes | None = paper.path.read_bytes()
    except OSError:
        now = None
    found: tuple[Diagnostic, ...] = ()
    if now != paper.data:
        found = (fault("C050", Position(paper.shown, 0), file=paper.shown),)
    return found
