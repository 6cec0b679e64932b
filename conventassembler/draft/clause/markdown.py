"""Markdown, once: held text -> tree of blocks, and a fault for all that a draft cannot say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from markdown_it.token import Token

from conventassembler.draft.clause.blocks import (
    Alignment,
    Block,
    Break,
    Hold,
    Inline,
    Style,
    Styled,
)
from conventassembler.draft.clause.hold import Held, held_by
from conventassembler.draft.clause.inline_faults import (
    LineFault,
    marker_faults,
    paragraph_faults,
    text_faults,
)
from conventassembler.draft.clause.reader import STRAY, read_tokens

DEEPEST_LIST = 9
"""Word has nine list levels."""
_REFUSED_BLOCKS = {"fence": "C332", "code_block": "C332", "blockquote_open": "C333", "hr": "C334"}
_REFUSED_INLINES = {"link_open": "C330", "image": "C331", "code_inline": "C332"}
_CELL_BAR = re.compile(r"(?<!\\)\|")
_HELD = re.compile("([\U000f0000-\U000fffef])")


def parse(held: Held) -> tuple[Block, list[LineFault]]:
    """Return the tree of the held text, and its faults by line of that text."""
    reading = _Reading(held, read_tokens(held))
    children = reading.children("", 0)
    end = max((child.end for child in children), default=0)
    return Block("root", 0, end, children), reading.faults


@dataclass(slots=True)
class _Reading:
    """A walk over markdown-it's flat list of tokens."""

    held: Held
    tokens: list[Token]
    at: int = 0
    faults: list[LineFault] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    """The lines on which the items around begin."""

    def children(self, closing: str, depth: int) -> tuple[Block, ...]:
        """Return the blocks up to the token `closing`, which is passed."""
        found: list[Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                break
            found.extend(self._block(token, depth))
        return tuple(found)

    def _block(self, token: Token, depth: int) -> Iterator[Block]:
        if token.type in _REFUSED_BLOCKS:
            self._refuse(_REFUSED_BLOCKS[token.type], _start(token))
            if token.nesting > 0:
                self.children(token.type.replace("_open", "_close"), depth)
        elif token.type in ("paragraph_open", "heading_open"):
            yield self._leaf(token, depth)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield self._list(token, depth)
        elif token.type == "list_item_open":
            yield self._item(token, depth)
        else:
            yield self._table(token)

    def _leaf(self, token: Token, depth: int) -> Block:
        inline = self.tokens[self.at]
        self.at += 2
        start, end = _span(token)
        inlines = self._inlines(inline, start)
        if token.type == "paragraph_open":
            self.faults.extend(marker_faults(inline.content, start, self.held.statements))
            self.faults.extend(paragraph_faults(inline.content, start, self.held.statements))
            self._check_margin(start, end)
            return Block("paragraph", start, end, inlines=inlines)
        level = int(token.tag[1:])
        if level == 1:
            self._refuse("C335", start)
        if depth:
            self.faults.append(LineFault("C336", start, {}, token.markup))
        if not inlines:
            self._refuse("C338", start)
        return Block("heading", start, end, inlines=inlines, level=level)

    def _check_margin(self, start: int, end: int) -> None:
        """Refuse text below an item that Markdown would add to it though nothing is indented.

        Where a statement stood between the two lines, its place is the fault.
        """
        cut = any(start < line < end for line in self.held.boundaries.values())
        if not self.items or end - start == 1 or cut:
            return
        lines = self.held.text.split("\n")
        margin = _margin(lines[self.items[-1]])
        for number in range(start + 1, end):
            if _margin(lines[number]) <= margin:
                if all(found.line != number for found in self.faults):
                    self._refuse("C342", number)
                return

    def _list(self, token: Token, depth: int) -> Block:
        start = _start(token)
        first = token.attrGet("start")
        if first is not None:
            self._refuse("C325", start, number=first)
        if depth == DEEPEST_LIST:
            self._refuse("C339", start, limit=DEEPEST_LIST)
        items = self.children(token.type.replace("_open", "_close"), depth + 1)
        ordered = token.type == "ordered_list_open"
        return Block("list", start, items[-1].end, items, ordered=ordered)

    def _item(self, token: Token, depth: int) -> Block:
        start = _start(token)
        self.items.append(start)
        children = self.children("list_item_close", depth)
        self.items.pop()
        if not children:
            self._refuse("C338", start)
        end = max((child.end for child in children), default=start + 1)
        return Block("item", start, end, children)

    def _table(self, token: Token) -> Block:
        start, end = _span(token)
        rows: list[Block] = []
        while (inner := self._next()).type != "table_close":
            if inner.type == "tr_open":
                rows.append(self._row(inner, rows[0] if rows else None))
        if len(rows) == 1:
            self._refuse("C338", start)
        alignments = tuple(cell.alignments[0] for cell in rows[0].blocks)
        return Block("table", start, end, tuple(rows), alignments=alignments)

    def _row(self, token: Token, header: Block | None) -> Block:
        start, end = _span(token)
        cells: list[Block] = []
        while (cell := self._next()).type != "tr_close":
            inlines = self._inlines(self._next(), start)
            cells.append(Block("cell", start, end, inlines=inlines, alignments=_alignment(cell)))
            self.at += 1
        if header is None:
            # The line of dashes belongs to the header: nothing may come between them.
            return Block("header", start, end + 1, tuple(cells))
        self._check_row(start, len(header.blocks))
        return Block("row", start, end, tuple(cells))

    def _next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _check_row(self, line: int, columns: int) -> None:
        """Refuse a row with more or fewer cells than the header: markdown-it drops the surplus."""
        text = self.held.text.split("\n")[line].strip()
        self.faults.extend(marker_faults(text, line, self.held.statements))
        inside = text.removeprefix("|")
        if inside.endswith("|") and not inside.endswith("\\|"):
            inside = inside[:-1]
        count = len(_CELL_BAR.split(inside))
        if count != columns:
            self._refuse("C337", line, count=count, columns=columns)

    def _inlines(self, token: Token, line: int) -> tuple[Inline, ...]:
        self.faults.extend(text_faults(token.content, line))
        return _Inlines(list(token.children or ()), line, self.faults).until("")

    def _refuse(self, code: str, line: int, **arguments: object) -> None:
        self.faults.append(LineFault(code, line, arguments))


@dataclass(slots=True)
class _Inlines:
    """A walk over the inline tokens of one block."""

    tokens: list[Token]
    line: int
    faults: list[LineFault]
    at: int = 0

    def until(self, closing: str) -> tuple[Inline, ...]:
        """Return the inlines up to the token `closing`, which is passed."""
        found: list[Inline] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                break
            found.extend(self._inline(token))
        return tuple(found)

    def _inline(self, token: Token) -> Iterator[Inline]:
        if token.type in ("softbreak", "hardbreak"):
            self.line += 1
            yield " " if token.type == "softbreak" else Break()
        elif token.type in ("strong_open", "em_open"):
            style: Style = "strong" if token.type == "strong_open" else "emphasis"
            yield Styled(style, self.until(token.type.replace("_open", "_close")))
        elif token.type in _REFUSED_INLINES:
            self._refuse(token)
        elif token.content and token.type != "link_close":
            if token.type == STRAY:
                self._stray(token)
            yield from _pieces(token.content)

    def _stray(self, token: Token) -> None:
        rest = token.meta["rest"]
        words = " ".join(rest.split(" ", 2)[:2])
        self.faults.append(LineFault("C344", self.line, {"words": words}, rest, is_last=True))

    def _refuse(self, token: Token) -> None:
        address = str(token.attrGet("href") or token.attrGet("src") or "")
        holds_tag = _HELD.search(address) and token.type != "code_inline"
        code = "C326" if holds_tag else _REFUSED_INLINES[token.type]
        self.faults.append(LineFault(code, self.line, {}, self._mark(token)))

    def _mark(self, token: Token) -> str:
        """Return the characters with which a link, an image or computer code begins."""
        if token.type == "code_inline":
            return token.markup
        if token.type == "image":
            return "!["
        following = self.tokens[self.at].content if self.at < len(self.tokens) else ""
        words = _HELD.split(following)[0]
        return f"<{words}" if token.markup == "autolink" else f"[{words}"


def _margin(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _pieces(text: str) -> Iterator[Inline]:
    """Yield a text and the tags held in it."""
    for piece in _HELD.split(text):
        index = held_by(piece) if len(piece) == 1 else None
        if index is not None:
            yield Hold(index)
        elif piece:
            yield piece


def _alignment(cell: Token) -> tuple[Alignment, ...]:
    style = str(cell.attrGet("style") or "text-align:left")
    return (cast(Alignment, style.removeprefix("text-align:")),)


def _span(token: Token) -> tuple[int, int]:
    start, end = token.map or (0, 0)
    return start, end


def _start(token: Token) -> int:
    return _span(token)[0]
