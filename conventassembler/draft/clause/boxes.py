"""Containers, between `::: name` and `:::`: records, tables with widths, new pages."""

from collections.abc import Callable, Iterator
from itertools import takewhile

from markdown_it.token import Token

from conventassembler.draft.clause.blocks import Block
from conventassembler.draft.clause.reader import BOX
from conventassembler.draft.clause.walk import Walk, span_of
from conventassembler.frozen import dataclass, replace
from conventassembler.nearness import close_matches
from conventassembler.patterns import Pattern
from conventassembler.source import identifier

_WIDTH = Pattern(r"(\d{1,4}(?:[.,]\d{1,4})?)%?")
_WORD = Pattern(r"[^\W\d_][^\W\d_'’-]*")
_HUNDRED = 100
_COLUMNS_OF_A_RECORD = 2


@dataclass(frozen=True, slots=True)
class _Box:
    """A container: the lines that it spans, what opens it, and the blocks in it."""

    start: int
    end: int
    typed: str
    """The line that opens it."""
    name: str
    words: tuple[str, ...]
    """What stands behind the name."""
    blocks: tuple[Block, ...]


def read_box(walk: Walk, token: Token, blocks: tuple[Block, ...], around: str) -> Iterator[Block]:
    """Yield what the container that `token` opens makes of its blocks.

    `around` is what stands around it: a container in another is that other one left open.
    """
    start, end = span_of(token)
    typed = walk.lines[start].strip()
    words = token.info.split()
    name = list(takewhile(_WORD.fullmatch, words))
    box = _Box(start, end + 1, typed, identifier(" ".join(name)), tuple(words[len(name) :]), blocks)
    is_closed = end < len(walk.lines) and set(walk.lines[end].strip()) == {":"}
    if around == BOX:
        return
    if not words:
        walk.refuse("C362", start)
    elif not is_closed or any(map(_opens, walk.lines[start + 1 : end])):
        walk.refuse("C363", start, typed=typed)
    elif around:
        walk.refuse("C364", start, typed=typed)
    elif box.name not in _READERS:
        near = close_matches(box.name, _READERS, 1)
        extra = {"suggestion": f"::: {near[0].replace('_', ' ')}"} if near else {}
        walk.refuse("C361", start, typed=typed, **extra)
    else:
        yield _READERS[box.name](walk, box)


def _opens(line: str) -> bool:
    text = line.strip()
    return text.startswith(":::") and bool(text.strip(":"))


def _record(walk: Walk, box: _Box) -> Block:
    """Return a « fiche »: terms on the left, what they are on the right, a band on top or none."""
    widths = _widths(walk, box, _COLUMNS_OF_A_RECORD) if box.words else ()
    children = list(box.blocks)
    if children and children[0].kind == "heading":
        band = children[0]
        cell = Block("cell", band.start, band.end, inlines=band.inlines)
        children[0] = Block("band", band.start, band.end, (cell,))
    strange = next((child for child in children if child.kind not in ("band", "definition")), None)
    cells = (block for child in children if child.kind == "definition" for block in child.blocks)
    strange = strange or next((block for block in cells if block.kind == "table"), None)
    if strange:
        walk.refuse("C365", strange.start)
    elif all(child.kind == "band" for child in children):
        walk.refuse("C338", box.start)
    return Block("record", box.start, box.end, tuple(children), widths=widths)


def _table(walk: Walk, box: _Box) -> Block:
    """Return a table whose columns have the widths that are typed."""
    if [block.kind for block in box.blocks] != ["table"]:
        line = next((block.start for block in box.blocks if block.kind != "table"), box.start)
        walk.refuse("C368", line, typed=box.typed)
        return Block("table", box.start, box.end)
    table = box.blocks[0]
    widths = _widths(walk, box, len(table.alignments))
    return replace(table, start=box.start, end=box.end, widths=widths)


def _page(walk: Walk, box: _Box) -> Block:
    """Return the place where a new page begins."""
    if box.words or box.blocks:
        line = box.blocks[0].start if box.blocks else box.start
        walk.refuse("C368", line, typed=box.typed)
    return Block("page", box.start, box.end)


_READERS: dict[str, Callable[[Walk, _Box], Block]] = {
    "fiche": _record,
    "tableau": _table,
    "saut_de_page": _page,
}


def _widths(walk: Walk, box: _Box, columns: int) -> tuple[int, ...]:
    """Return the widths as shares of a hundred, whatever their sum."""
    read = [_WIDTH.fullmatch(word) for word in box.words]
    numbers = [float(found[1].replace(",", ".")) if found else 0.0 for found in read]
    for word, number in zip(box.words, numbers, strict=True):
        if not number:
            walk.refuse("C366", box.start, word, word=word)
            return ()
    if len(numbers) != columns:
        walk.refuse("C367", box.start, count=len(numbers), columns=columns)
        return ()
    shares = _shares(numbers)
    if 0 in shares:
        word = box.words[shares.index(0)]
        walk.refuse("C366", box.start, word, word=word)
    return shares


def _shares(numbers: list[float]) -> tuple[int, ...]:
    """Return whole numbers in the same proportion whose sum is a hundred."""
    total = sum(numbers)
    exact = [number * _HUNDRED / total for number in numbers]
    shares = [int(share) for share in exact]
    by_loss = sorted(range(len(exact)), key=lambda place: shares[place] - exact[place])
    for place in by_loss[: _HUNDRED - sum(shares)]:
        shares[place] += 1
    return tuple(shares)
