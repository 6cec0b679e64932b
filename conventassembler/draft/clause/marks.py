"""The marks that number ordered lists: those of acts, as CommonMark can read them.

CommonMark knows `1.` and `1)`; an act has `1°`, `a)`, `A.` and `I.` too. Before Markdown is read,
each of those gives way to one of the same width that CommonMark knows; what was typed is kept by
line, to number the list and to be put back where Markdown found no item.
"""

from collections.abc import Iterator, Mapping

from conventassembler.draft.clause.hold import Held
from conventassembler.draft.model import Enumeration
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_BLANK = "[ \t\u00a0\u202f]"
_OURS = Pattern(rf"[ \t]*(?P<typed>\d{{1,8}}[°º]|[a-z]\)|[A-Z]\.|[IVX]{{2,6}}\.)(?={_BLANK}|$)")
_OTHER = Pattern(r"[ \t]*(?:(?P<item>[-+*]|\d{1,9}[.)])|[:~])(?=[ \t])")
_BLOCK_BEGINS = Pattern(r"[ \t]*(?:#|:::)")
_DEFINITION = Pattern(r"[ \t]*[:~][ \t]")
_ROMAN = Pattern(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_MOST = 10
"""So many marks at the head of one line make lists deeper in one another than is let through."""
_CAUTIOUS = ("A.", "I.")
"""A line that begins so may as well begin with a name: « M. Dupont »."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of an item that CommonMark does not know, at its place in a line."""

    enumeration: Enumeration
    rank: int
    """Which item of a list it numbers, from 1."""
    typed: str
    start: int
    column: int


@dataclass(frozen=True, slots=True)
class Marks:
    """A text as CommonMark can read it, and what was typed."""

    text: str
    read: tuple[str, ...]
    typed: tuple[str, ...]
    lines: Mapping[int, tuple[Mark | None, ...]]
    """The marks of items at the head of a line, where one is ours; None for CommonMark's own."""
    doubtful: Mapping[int, str]
    """Marks that may begin a list or go on with the sentence of the line above, by line."""

    def restored(self, content: str, first: int) -> str:
        """Return the text of a block, which begins in line `first`, as it was typed.

        A mark that Markdown took for the beginning of an item is no longer there.
        """
        lines = content.split("\n")
        return "\n".join(self._as_typed(line, first + number) for number, line in enumerate(lines))

    def _as_typed(self, line: str, number: int) -> str:
        text = line.strip()
        for mark in self.lines.get(number, ()):
            if mark and self._begins_with(mark, number, text):
                margin = len(line) - len(line.lstrip())
                width = len(mark.typed) + 1
                head = self.typed[number][mark.start : mark.start + width]
                return line[:margin] + head + line[margin + width :]
        return line

    def _begins_with(self, mark: Mark, number: int, text: str) -> bool:
        rest = self.read[number][mark.start :]
        return text.startswith(rest[: len(mark.typed)]) and rest.startswith(text)


def marks_of(held: Held) -> Marks:
    """Return the held text with marks that CommonMark knows."""
    return _Reader(held, tuple(held.text.split("\n"))).marks()


class _Reader:
    """Goes down the lines, and knows which lists of letters and Roman numbers are open."""

    def __init__(self, held: Held, lines: tuple[str, ...]) -> None:
        self._lines = lines
        self._statements = "".join(held.statements)
        self._cut = frozenset(held.boundaries.values())
        self._open: dict[int, tuple[Enumeration, int]] = {}
        """For the column of each cautious list, its numbers and the last one."""
        self._doubtful: dict[int, str] = {}

    def marks(self) -> Marks:
        """Return the marks of all lines."""
        read = list(self._lines)
        found: dict[int, tuple[Mark | None, ...]] = {}
        for number, line in enumerate(self._lines):
            if not line.strip():
                continue
            marks = self._marks(number)
            self._close(_margin(line), marks)
            ours = [mark for mark in marks if mark]
            for mark in ours:
                may_follow = mark.rank == 1 and self._begins_list(number, mark)
                read[number] = _rewritten(read[number], mark, 1 if may_follow else 2)
            if ours:
                found[number] = marks
        return Marks("\n".join(read), tuple(read), self._lines, found, self._doubtful)

    def _marks(self, number: int) -> tuple[Mark | None, ...]:
        """Return the marks at the head of a line, from left to right."""
        line = self._lines[number]
        found: list[Mark | None] = []
        at = 0
        while len(found) < _MOST:
            if typed := _OURS.match(line, at):
                mark = self._mark(number, typed["typed"], typed.start("typed"))
                if mark is None or self._is_term(number):
                    break
                found.append(mark)
                at = typed.end()
            elif other := _OTHER.match(line, at):
                found += [None] if other["item"] else []
                at = other.end()
            else:
                break
        return tuple(found)

    def _mark(self, number: int, typed: str, start: int) -> Mark | None:
        head = self._lines[number][:start]
        column = len(head.expandtabs(4))
        marks = [Mark(kind, rank, typed, start, column) for kind, rank in _ranks(typed)]
        if marks and marks[0].enumeration not in _CAUTIOUS:
            return marks[0]
        if head.strip():
            return None
        kind, last = self._open.get(column, ("", 0))
        for mark in marks:
            if mark.enumeration == kind and mark.rank <= last + 1:
                return mark
        first = next((mark for mark in marks if mark.rank == 1), None)
        return first if first and self._begins_list(number, first) else None

    def _close(self, margin: int, marks: tuple[Mark | None, ...]) -> None:
        """Forget the lists that the line ends, and note the one that it goes on with."""
        own = marks[0] if marks else None
        for column in [column for column in self._open if column >= margin]:
            if not (own and (column, self._open[column][0]) == (own.column, own.enumeration)):
                del self._open[column]
        if own and own.enumeration in _CAUTIOUS:
            _, last = self._open.get(own.column, ("", 0))
            self._open[own.column] = (own.enumeration, max(own.rank, last))

    def _is_term(self, number: int) -> bool:
        """Tell whether a definition follows: « A. Objectif » is then its term."""
        below = self._lines[number + 1 : number + 3]
        if below and not below[0].strip():
            below = below[1:]
        return bool(below and _DEFINITION.match(below[0]))

    def _begins_list(self, number: int, mark: Mark) -> bool:
        """Tell whether a first mark begins a list, right under a line of text as it may stand.

        Either the line above ends with a colon, or another item follows; else a long line may have
        been cut before « 1° de l'article ».
        """
        above = self._lines[number - 1] if number else ""
        if not above.strip() or number in self._cut or _BLOCK_BEGINS.match(above):
            return True
        if above.rstrip(self._statements + " \t").endswith(":"):
            return True
        is_sure = mark.enumeration == "a)" and bool(_OURS.match(above) or _is_item(above))
        if is_sure or self._goes_on(number, mark):
            return True
        self._doubtful[number] = mark.typed
        return False

    def _goes_on(self, number: int, first: Mark) -> bool:
        for below in range(number + 1, len(self._lines)):
            line = self._lines[below]
            if not line.strip() or _margin(line) > first.column:
                continue
            typed = _OURS.match(line)
            ranks = dict(_ranks(typed["typed"])) if typed else {}
            rank = ranks.get(first.enumeration, 0)
            return _margin(line) == first.column and rank in (1, 2)
        return False


def _is_item(line: str) -> bool:
    found = _OTHER.match(line)
    return bool(found and found["item"])


def _rewritten(line: str, mark: Mark, number: int) -> str:
    """Return the line with the number in place of the mark, and a blank behind it.

    CommonMark lets no list but one that begins at 1 follow right on a paragraph.
    """
    width = len(mark.typed) - 1
    sign = ")" if mark.enumeration in ("1°", "a)") else "."
    end = mark.start + len(mark.typed)
    blank = " " if line[end : end + 1] else ""
    return f"{line[: mark.start]}{number:0{width}d}{sign}{blank}{line[end + 1 :]}"


def _ranks(typed: str) -> Iterator[tuple[Enumeration, int]]:
    """Yield each way to read a mark: its list, and its place in it."""
    word, sign = typed[:-1], typed[-1]
    if sign in "°º":
        yield "1°", int(word)
    elif sign == ")":
        yield "a)", ord(word) - ord("a") + 1
    else:
        if len(word) == 1:
            yield "A.", ord(word) - ord("A") + 1
        if _ROMAN.fullmatch(word):
            yield "I.", _roman(word)


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _margin(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
