"""A value typed into the file of its place: the bytes that the file is to have."""

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling.papers import Paper
from conventassembler.filling.places import Place
from conventassembler.schema.types import Findings
from conventassembler.source import Node, SequenceNode
from conventassembler.source.grafts import Places, graft
from conventassembler.source.replacing import Gift, Keys, Value, replaced


def filled(paper: Paper, place: Place, value: Value | Keys) -> bytes:
    """Return the bytes of the file of `place` with `value` in it, and nothing else changed."""
    return typed_in(paper.text, place, value).encode("utf-8")


def typed_in(text: str, place: Place, value: Value | Keys) -> str:
    """Return the text of a file with `value` in `place`, whose position must still be right."""
    return replaced(text, Gift(place.node, _fitting(place, value), place.margin, place.inside))


def _fitting(place: Place, value: Value | Keys) -> Value | Keys:
    """Return a value as its place takes it: one item alone stands without a dash where it may."""
    if isinstance(place.node, SequenceNode) and isinstance(value, str) and place.is_list:
        return (value,)
    single = getattr(place.type, "single", False) and not isinstance(place.node, SequenceNode)
    if single and isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value


def grafted(place: Place, value: Value, at: Places) -> Node:
    """Return what is read in `place` once `value` is typed there, its texts at the places `at`."""
    fitting = _fitting(place, value)
    assert not isinstance(fitting, Keys)  # a value stays one
    return graft(place.node, fitting, at, inside=place.inside)


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
