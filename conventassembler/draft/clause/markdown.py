"""Markdown, once: held text -> tree of blocks, and a fault for all that a draft cannot say."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby

from markdown_it.token import Token

from conventassembler.draft.clause.blocks import Block, Inline
from conventassembler.draft.clause.boxes import read_box
from conventassembler.draft.clause.hold import Held
from conventassembler.draft.clause.inline_faults import LineFault, marker_faults, paragraph_faults
from conventassembler.draft.clause.inlines import first_note
from conventassembler.draft.clause.program import DEEPEST_LIST
from conventassembler.draft.clause.reader import BOX
from conventassembler.draft.clause.tables import read_table
from conventassembler.draft.clause.walk import Walk, span_of, start_of, walk_over
from conventassembler.draft.model import Enumeration
from conventassembler.frozen import dataclass

_REFUSED = {"fence": "C332", "code_block": "C332", "blockquote_open": "C333", "hr": "C334"}

_NO_HEADING = {"item": "C336", "definition": "C360"}


def parse(held: Held) -> tuple[Block, list[LineFault]]:
    """Return the tree of the held text, and its faults by line of that text."""
    walk = walk_over(held)
    children = _Reading(walk, frozenset(held.boundaries.values())).children("")
    end = max((child.end for child in children), default=0)
    return Block("root", 0, end, children), _told_once(walk.faults)


def _told_once(faults: list[LineFault]) -> list[LineFault]:
    """Return the faults without the `:::` that a container in another one leaves over."""
    is_open = any(found.code == "C363" for found in faults)
    return [found for found in faults if not (is_open and found.code == "C362")]


@dataclass(slots=True)
class _Reading:
    """Makes blocks of the tokens of a walk."""

    walk: Walk
    cuts: frozenset[int]
    """The lines before which a statement stood alone."""
    within: list[str] = field(default_factory=list)
    """What stands around: `item`, `definition`, or a container."""
    items: list[int] = field(default_factory=list)
    """The lines on which the items and the definitions around begin."""
    marks: dict[int, int] = field(default_factory=dict)
    """How many marks of each line an item has taken."""

    @property
    def around(self) -> str:
        """What stands around at the nearest; nothing at the top."""
        return self.within[-1] if self.within else ""

    def children(self, closing: str) -> tuple[Block, ...]:
        """Return the blocks up to the token `closing`, which is passed."""
        found: list[Block] = []
        while not self.walk.is_over:
            token = self.walk.next()
            if token.type == closing:
                break
            found.extend(self._block(token))
        return tuple(found)

    def _inside(self, kind: str, line: int, closing: str) -> tuple[Block, ...]:
        self.within.append(kind)
        self.items += [line] if kind != BOX else []
        found = self.children(closing)
        self.within.pop()
        if kind != BOX:
            self.items.pop()
        return found

    def _block(self, token: Token) -> Iterator[Block]:
        match token.type:
            case "paragraph_open":
                yield self._paragraph(token)
            case "heading_open":
                yield self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                yield from self._lists(token)
            case "list_item_open":
                yield self._item(token)
            case "dl_open":
                yield from self._definitions(token)
            case "table_open":
                yield read_table(self.walk, token)
            case kind if kind == f"{BOX}_open":
                yield from self._box(token)
            case kind:
                self.walk.refuse(_REFUSED[kind], start_of(token))
                if token.nesting > 0:
                    self.children(kind.replace("_open", "_close"))

    def _paragraph(self, token: Token) -> Block:
        start, end = span_of(token)
        before = len(self.walk.faults)
        inlines = self._line_of_words(start)
        for line in range(start + 1, end):
            if mark := self.walk.reading.marks.doubtful.get(line):
                self.walk.faults.append(LineFault("C369", line, {"mark": mark}, mark))
        self._check_margin(start, end, self.walk.faults[before:])
        if self.items and not inlines:  # a space that must not break, and no word
            self.walk.refuse("C338", start)
        return Block("paragraph", start, end, inlines=inlines)

    def _line_of_words(self, start: int) -> tuple[Inline, ...]:
        """Return the inlines at hand, which are no heading and no cell; pass them and their end."""
        token = self.walk.next()
        self.walk.next()
        inlines = self.walk.inlines(token, start)
        statements = self.walk.held.statements
        self.walk.faults.extend(marker_faults(token.content, start, statements))
        self.walk.faults.extend(paragraph_faults(token.content, start, statements))
        return inlines

    def _heading(self, token: Token) -> Block:
        inline = self.walk.next()
        self.walk.next()
        start, end = span_of(token)
        level = int(token.tag[1:])
        inlines = self.walk.inlines(inline, start)
        if level == 1:
            self.walk.refuse("C335", start)
        if self.around in _NO_HEADING:
            self.walk.refuse(_NO_HEADING[self.around], start, token.markup)
        self._check_words(inlines, start)
        return Block("heading", start, end, inlines=inlines, level=level)

    def _check_words(self, inlines: tuple[Inline, ...], start: int) -> None:
        """Refuse a heading or a term that says nothing, or has a note."""
        if not inlines:
            self.walk.refuse("C338", start)
        if first_note(inlines):
            self.walk.refuse("C348", start, "^[")

    def _check_margin(self, start: int, end: int, told: Iterable[LineFault]) -> None:
        """Refuse text below an item that Markdown would add to it though nothing is indented.

        Where a statement stood between the two lines, its place is the fault; what is `told` of a
        line of the paragraph is enough.
        """
        if not self.items or not self.cuts.isdisjoint(range(start + 1, end)):
            return
        margin = _margin(self.walk.lines[self.items[-1]])
        for number in range(start + 1, end):
            if _margin(self.walk.lines[number]) <= margin:
                if all(found.line != number for found in told):
                    self.walk.refuse("C342", number)
                return

    def _lists(self, token: Token) -> Iterator[Block]:
        """Yield a list, or several where its items are not all numbered in one way."""
        if self.within.count("item") == DEEPEST_LIST:
            self.walk.refuse("C339", start_of(token), limit=DEEPEST_LIST)
        ordered = token.type == "ordered_list_open"
        items = self.children(token.type.replace("_open", "_close"))
        for enumeration, group in groupby(items, key=lambda item: item.enumeration):
            children = tuple(group)
            first = children[0]
            if ordered and first.rank != 1:
                number = self._typed_mark(first) or first.rank
                self.walk.refuse("C325", first.start, number=number)
            yield Block(
                "list",
                first.start,
                children[-1].end,
                children,
                ordered=ordered,
                enumeration=enumeration,
            )

    def _typed_mark(self, item: Block) -> str:
        marks = self.walk.reading.marks.lines.get(item.start, ())
        known = [mark.typed for mark in marks if mark and mark.enumeration == item.enumeration]
        return known[0] if known else ""

    def _item(self, token: Token) -> Block:
        start = start_of(token)
        enumeration, rank = self._number(token, start)
        children = self._inside("item", start, "list_item_close")
        if not children:
            self.walk.refuse("C338", start)
        end = max((child.end for child in children), default=start + 1)
        return Block("item", start, end, children, enumeration=enumeration, rank=rank)

    def _number(self, token: Token, line: int) -> tuple[Enumeration, int]:
        """Return how an item is numbered, and its number."""
        taken = self.marks.get(line, 0)
        self.marks[line] = taken + 1
        marks = self.walk.reading.marks.lines.get(line, ())
        if taken < len(marks) and (mark := marks[taken]):
            return mark.enumeration, mark.rank
        return "1)" if token.markup == ")" else "1.", int(token.info or 1)

    def _definitions(self, token: Token) -> Iterator[Block]:
        """Yield each term of a definition list with the blocks that say what it is."""
        if self.around in _NO_HEADING:
            self.walk.refuse("C359", start_of(token))
        found: list[Block] = []
        while (inner := self.walk.next()).type != "dl_close":
            if inner.type == "dt_open":
                yield from _definition(found)
                found = [self._term(start_of(inner))]
            else:
                found += self._inside("definition", self.walk.coming(), "dd_close")
        yield from _definition(found)

    def _term(self, line: int) -> Block:
        inlines = self._line_of_words(line)
        self._check_words(inlines, line)
        return Block("term", line, line + 1, inlines=inlines)

    def _box(self, token: Token) -> Iterator[Block]:
        around = self.around
        children = self._inside(BOX, start_of(token), f"{BOX}_close")
        return read_box(self.walk, token, children, around)


def _definition(found: list[Block]) -> Iterator[Block]:
    if found:
        yield Block("definition", found[0].start, found[-1].end, tuple(found))


def _margin(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
