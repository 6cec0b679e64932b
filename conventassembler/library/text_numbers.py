"""What laws, decrees and European texts are known by: a number, or a day."""

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.french.citations import law_number_in
from conventassembler.french.recited import noun_of, read_day, write_number


def number_or_day(nature: str, typed: str) -> str | None:
    """Return what a text is known by, its number in form or its day; None where it is neither."""
    day = read_day(typed)
    return day.isoformat() if day else write_number(nature, typed)


def unread_number(nature: str, typed: str, position: Position) -> Diagnostic:
    """Return the finding that `typed` is no number of a text of that nature."""
    code = {"law": "C467", "eu_regulation": "C487", "eu_directive": "C487"}.get(nature, "C494")
    number = law_number_in(typed) if code in ("C467", "C494") else None
    near = {"suggestion": number} if number else {}
    return fault(code, position, number=typed, nature=noun_of(nature).text, **near)
