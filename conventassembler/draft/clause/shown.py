"""What a value reads in the text: any value of an expression -> text pieces -> inlines."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from conventassembler.draft.model import Blank as BlankInline
from conventassembler.draft.model import (
    Field,
    Inline,
    Inlines,
    LineBreak,
    Reference,
    Text,
    ValueMark,
)
from conventassembler.keeping import recalled
from conventassembler.values import (
    Blank,
    Duration,
    Fragment,
    Gap,
    Link,
    PageCount,
    Percentage,
    PlainPercentage,
    Shown,
    piece,
)

Filters = Mapping[str, Callable[..., object]]
_USUAL = (
    (date, "en_date"),
    (Percentage, "en_pourcentage"),
    (PlainPercentage, "en_pourcentage"),
    (Decimal, "en_euros"),
    (Duration, "en_duree"),
)
"""The filter that writes a value shown without one, where the clauses have that filter."""
_SHOWN = (str, int, date, Decimal, Blank)
"""The kinds of values that have a text of their own."""


class UnshowableError(Exception):
    """A value of a kind that has no text of its own: a list, a record, a yes or no."""


def pieces_of(value: object, filters: Filters) -> tuple[str, ...]:
    """Return the text pieces of a value, each with what it comes from.

    Raises:
        UnshowableError: the value has no text of its own.
    """
    if type(value) is str:  # as most are that a filter makes
        return (value,)
    if type(value) is Fragment:
        return value.pieces
    if own := getattr(value, "__fragment__", None):
        value = own()
    for kind, name in _USUAL:
        if isinstance(value, kind) and name in filters:
            value = filters[name](value)
    if isinstance(value, Fragment):
        return value.pieces
    if isinstance(value, bool) or not isinstance(value, _SHOWN):
        raise UnshowableError
    return (piece(value),)


pieces_again = recalled(pieces_of)
"""The same of a value that many acts share, which most of those are that are no forms."""


def inlines_of(
    text: str, expression: str = "", *, strong: bool = False, emphasis: bool = False
) -> Inlines:
    """Return the inlines of a text piece; `expression` is quoted for a derived text.

    Without an expression the text is the tool's own, and no value made it.

    A line end typed in a value is a line break, never a new paragraph.
    """
    if isinstance(text, Shown):
        return lines_of(str(text), mark_of(text.origin.path, text.formatter, ""), strong, emphasis)
    if type(text) is not str and isinstance(text, Gap | Link | PageCount):
        return (_inline_of(text, strong=strong, emphasis=emphasis),)
    mark = mark_of("", "", expression) if expression else None
    return lines_of(str(text), mark, strong, emphasis)


def _inline_of(text: Gap | Link | PageCount, *, strong: bool, emphasis: bool) -> Inline:
    """Return what stands for a blank, for a reference or for a count of pages."""
    if isinstance(text, Gap):
        return _awaited(text.blank, strong=strong, emphasis=emphasis)
    if isinstance(text, Link):
        return Reference(text.target, str(text), strong, emphasis)
    form: Literal["figures", "words"] = "words" if text.words else "figures"
    return Field("pages", "", strong, emphasis, form, text.feminine, text.reformed)


def _awaited(blank: Blank, *, strong: bool, emphasis: bool) -> Inline:
    """Return what stands for a blank; a formatter that it passed did not change what is awaited."""
    path, label, hint = blank.origin.path, blank.label, blank.hint
    return BlankInline(path, label, hint, strong, emphasis, blank.kind, blank.choices)


AT_HAND = 512
"""Pieces of text and their marks that are remembered: an act says names many times."""

mark_of = lru_cache(maxsize=AT_HAND)(ValueMark)
"""Return the mark of a text: key path, formatter, expression."""


@lru_cache(maxsize=AT_HAND)
def lines_of(text: str, mark: ValueMark | None, strong: bool, emphasis: bool) -> Inlines:
    """Return a text with a line break for each of its line ends.

    An act says many texts again, and acts of one model say most of them: those of late are the
    very same, so that what is told of them is told once.
    """
    found: list[Inline] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if number:
            found.append(LineBreak())
        if line:
            found.append(Text(line, strong, emphasis, mark))
    return tuple(found)
