"""What a line has to know of those behind it: whether a page may part them.

Below `body`. It hangs on the sorts of lines alone, and hardly ever on what they say.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from conventassembler.draft.lines import RunIn
from conventassembler.draft.model import (
    Contents,
    ListItem,
    Paragraph,
    SignatureGrid,
    Table,
)
from conventassembler.draft.plain import text_of
from conventassembler.keeping import kept
from conventassembler.writers.word.signatures import is_surely_on_one_page
from conventassembler.writers.word.wordless import Line

_FLOWING: Final = (Paragraph, ListItem, RunIn)
_HELD: Final = (Paragraph, ListItem, Table, SignatureGrid)
"""What a line may hold on to: headings begin something else, and hold on by their style."""
_TWO_LINES: Final = 180
"""Characters of a text that takes two lines of a page at least."""


class How(NamedTuple):
    """How a line is written, besides what it says."""

    is_held: bool
    """Whether a page may not part it from the next; places to sign: from each other."""
    is_listed: bool
    """Whether a heading is listed in tables of contents."""


class Sort(NamedTuple):
    """What those before a line look at, and it itself."""

    kind: type[object] = type(None)
    is_lead: bool = False
    level: int = 0
    is_first: bool = False
    """Whether it is the first item of a list."""
    is_short: bool = False
    """Places to sign: whether any page holds them. A line before a lead: whether it may take no
    more than one line."""


NOTHING: Final = Sort()
"""What stands behind the last line."""
_PARAGRAPH: Final = Sort(Paragraph)
_LEAD: Final = Sort(Paragraph, is_lead=True)


def sort_of(line: Line, width: int) -> Sort:
    """Return the sort of `line`, in a text so wide, in twentieths of a point."""
    match line:
        case Paragraph():
            return _LEAD if line.role == "signature-lead" else _PARAGRAPH
        case ListItem():
            return _item(line.level, line.ordinal == 1)
        case SignatureGrid():
            return Sort(SignatureGrid, is_short=is_surely_on_one_page(line, width))
        case _:
            return _other(type(line))


@kept
def _item(level: int, is_first: bool) -> Sort:
    return Sort(ListItem, level=level, is_first=is_first)


@kept
def _other(kind: type[object]) -> Sort:
    return Sort(kind)


def behind(lines: Sequence[Line], sorts: Sequence[Sort]) -> Iterator[tuple[Sort, Sort]]:
    """Yield for each of some lines the sorts of the next one and of the one after it."""
    ends = [*sorts, NOTHING, NOTHING]
    following, after = ends[1:-1], ends[2:]
    for rank, (line, sort) in enumerate(zip(lines[1:], after, strict=False)):
        if sort.is_lead and isinstance(line, (Paragraph, ListItem)):
            is_short = len(text_of(line.inlines)) < _TWO_LINES
            following[rank] = following[rank]._replace(is_short=is_short)
    return zip(following, after, strict=True)


def how_of(line: Sort, following: Sort, after: Sort) -> How:
    """Return how a line is written that these two stand behind."""
    if line.kind is SignatureGrid:
        return How(line.is_short, is_listed=True)
    if line.kind not in _FLOWING:
        return How(is_held=False, is_listed=following.kind is not Contents)
    return How(following.kind in _HELD and _holds_on(line, following, after), is_listed=True)


def _holds_on(line: Sort, following: Sort, after: Sort) -> bool:
    """Tell whether a page may not part the end of `line` from what follows, one of `_HELD`.

    What announces a list or a table stays with it, the first item of a list with the second, the
    last with the one before, and the places to sign never stand on a page without two lines of the
    text that is signed. Headings hold on by their style.
    """
    if following.kind is Paragraph:
        return following.is_lead or (after.is_lead and not line.is_lead and following.is_short)
    if line.is_lead:
        return False  # it does by its style
    if following.kind is ListItem:
        return _holds_item(line, following, after)
    return following.kind is SignatureGrid or line.kind is not ListItem


def _holds_item(line: Sort, following: Sort, after: Sort) -> bool:
    """Tell whether `line` holds on to the item that follows."""
    if line.kind is not ListItem or (after.is_lead and following.is_short):
        return True
    return line.is_first or after.kind is not ListItem or following.level > line.level
