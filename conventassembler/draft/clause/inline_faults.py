"""Lines that look like one thing and would read as another: dashes, bars, markers beside tags."""

from collections.abc import Iterator, Mapping
from html.entities import html5
from itertools import pairwise

from conventassembler.draft.clause.hold import held_by
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_MARKER = Pattern(
    r"[ \t]*(?:(?:[-+*:]|\d{1,9}[.)°º]|[a-z]\)|[AI]\.|#{1,6})[ \t\u00a0\u202f]|\||:::)"
)
_NUMBER = Pattern(r"(?:\d|[\U000f0000-\U000fffef])+[.)°º][ \t\u00a0\u202f]")
_UNDERLINE = Pattern(r"={2,}[ \t]*")
_BULLETS = "•‣◦●○▪▫■□◆◇►▸▶➢➤➔→✓✔❖·"
"""What Word begins the items of lists with, besides dashes."""
_DASH = Pattern(rf"[{_BULLETS}]|[–—‒―‑‐−]+(?=\s)|-(?=[^\W\d_]|[\u00a0\u202f\U000f0000-\U000fffef])")
_COUNTED = Pattern(
    r"(?P<mark>(?P<open>\(?)(?P<number>[0-9]{1,2}|[ivxIVX]{1,5}|[A-Za-z])"
    r"(?P<close>[.)/-]|[ \u00a0\u202f]?[°º]))(?=[ \t\u00a0\u202f])"
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
_HEADING = Pattern(r"#{7,}(?=\s)|#{2,}(?=[^\W\d_])")
_FOOTNOTE = Pattern(r"(?<!\\)\[\^[^\]\s]+\]")
_ENTITY = Pattern(r"(?<!\\)&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]*);")


@dataclass(frozen=True, slots=True)
class LineFault:
    """A fault of the held text: its code, its line from 0 and its arguments."""

    code: str
    line: int
    arguments: Mapping[str, object]
    mark: str = ""
    """Characters of the line at which it stands; its first visible one when empty."""
    is_last: bool = False
    """Whether it stands at the last of several such marks in the line."""


def marker_faults(content: str, start: int, statements: frozenset[str]) -> Iterator[LineFault]:
    """Yield the faults of the lines of one block, of which `start` is the first."""
    for number, line in enumerate(content.split("\n")):
        text = line.strip()
        bare = text.lstrip("".join(statements)) if statements else text
        if bare != text and _MARKER.match(bare):
            yield LineFault("C323", start + number, {})
        if number and _UNDERLINE.fullmatch(text):
            yield LineFault("C340", start + number, {})
    first = content.split("\n", 1)[0]
    if (found := _NUMBER.match(first)) and _holds_value(found.group(), statements):
        yield LineFault("C324", start, {})


def paragraph_faults(content: str, start: int, statements: frozenset[str]) -> Iterator[LineFault]:
    """Yield the faults of lines meant as items, as a definition, as a table without second line.

    Markdown reads them as a paragraph, whose line ends are spaces.
    """
    lines = [line.strip() for line in content.split("\n")]
    for number, line in enumerate(lines):
        if dash := _DASH.match(line.lstrip("".join(statements))):
            yield LineFault("C341", start + number, {"mark": dash.group()}, dash.group())
        if line.startswith(":"):
            yield LineFault("C358", start + number, {})
        if heading := _HEADING.match(line):
            yield LineFault("C371", start + number, {"mark": heading.group()}, heading.group())
    yield from _run_on(lines, start)
    bars = [number for number, line in enumerate(lines) if line.startswith("|")]
    if bars:
        yield LineFault("C343", start + bars[0], {})


def _run_on(lines: list[str], start: int) -> Iterator[LineFault]:
    """Yield the first line of a list whose marks are none of ours, « a. » then « b. »."""
    counted = [_counted(line) for line in lines]
    for number, (one, other) in enumerate(pairwise(counted)):
        if any((form, rank + 1) in other[1] for form, rank in one[1]):
            yield LineFault("C370", start + number, {"mark": one[0]}, one[0])
            return


def _counted(line: str) -> tuple[str, set[tuple[str, int]]]:
    """Return the mark that a line begins with, and the numbers that it may be in its way."""
    typed = _COUNTED.match(line)
    if typed is None:
        return "", set()
    word, signs = typed["number"], f"{typed['open']}{typed['close']}"
    case = "A" if word.isupper() else "a"
    found = {(f"1{signs}", int(word))} if word.isdigit() else set()
    if len(word) == 1 and not word.isdigit():
        found.add((case + signs, ord(word)))
    if word.lower() in _ROMANS:
        found.add((f"{case}-roman{signs}", _ROMANS.index(word.lower())))
    return typed["mark"], found


def text_faults(content: str, start: int) -> Iterator[LineFault]:
    """Yield the notes and the entities of HTML, which would be printed as they are typed."""
    for number, line in enumerate(content.split("\n")):
        for found in _FOOTNOTE.finditer(line):
            yield LineFault("C345", start + number, {"mark": found.group()}, found.group())
        for found in _ENTITY.finditer(line):
            if found.group().startswith("&#") or found.group()[1:] in html5:
                yield LineFault("C346", start + number, {"entity": found.group()}, found.group())


def _holds_value(text: str, statements: frozenset[str]) -> bool:
    return any(held_by(character) is not None and character not in statements for character in text)
