"""Inlines as CommonMark source: any text comes back as it was when a parser reads it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from conventassembler.draft.model import Blank, Footnote, Inline, Inlines, LineBreak
from conventassembler.draft.plain import text_of
from conventassembler.french.sentences import sentence_ends
from conventassembler.writers.markdown.emphasis import (
    EMPHASIS,
    STRONG,
    Style,
    delimited,
    without_edges,
)

_UNREADABLE: Final = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Controls, surrogates and noncharacters, of which CommonMark itself loses some."""
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w{1,32};)")
_WORD_JOINT: Final = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
"""An underscore that CommonMark leaves alone, as in an e-mail address."""
_REACH: Final = 2
"""How far a delimiter may change what stands around it: its neighbour, and the next one."""
_BLOCK_START: Final = re.compile(
    r"#{1,6}(?=[ \t]|\Z)"  # heading
    r"|[-+](?=[-=|: \t]|\Z)|(?P<number>[0-9]{1,9})(?=[.)](?:[ \t]|\Z))"  # list item
    r"|[>=|]|:(?=[-: \t])"  # quotation, underline of a heading, row of a table
)
_CLOSING_HASHES: Final = re.compile(r"(?<![^ \t])#+\Z")
_EDGE: Final = re.compile(r"(?:(?<=\n)|\A)[^\S\n]|[^\S\n](?=\n|\Z)|\ufeff")
"""The first or the last space of a line, which a parser takes away; also a byte order mark."""

BREAK: Final = "<br>"
"""A line break where CommonMark has room for one line only."""


def source_lines(inlines: Inlines) -> list[str]:
    """Return `inlines` as the lines of a paragraph, one sentence a line.

    A line break of the text is a backslash at the end of its line. No line starts a block of
    another kind, and none begins or ends with a space.
    """
    marked = _marked(inlines)
    ends = _sentence_ends(marked)
    parted = "".join("\n" if place in ends else one for place, one in enumerate(marked.text))
    written = _escaped(marked, parted)
    for place in _places(parted, "\n"):
        written[place] = "\n" if place in ends else "\\\n"
    if parted.endswith("\n"):
        written[-1] = "&#10;"  # a backslash at the end of a paragraph is a mere character
    source = delimited(marked.text, written, marked.styles)
    return [_guarded(line) for line in source.split("\n")]


def heading_line(inlines: Inlines) -> str:
    """Return `inlines` on one line, for a heading; a line break is `<br>`."""
    return _CLOSING_HASHES.sub(r"\\\g<0>", _one_line(inlines, {"\n": BREAK}))


def cell_line(inlines: Inlines) -> str:
    """Return `inlines` on one line, for a cell of a table; a line break is `<br>`."""
    return _one_line(inlines, {"\n": BREAK, "|": r"\|"})


def _one_line(inlines: Inlines, special: Mapping[str, str]) -> str:
    marked = _marked(inlines)
    written = _escaped(marked, marked.text)
    for character, source in special.items():
        for place in _places(marked.text, character):
            written[place] = source
    return delimited(marked.text, written, marked.styles)


@dataclass(frozen=True, slots=True)
class _Marked:
    """The joined text of some inlines, with the style of each of its characters."""

    text: str
    styles: Sequence[Style]
    blanks: Sequence[tuple[int, int]]
    """Where blanks start and end."""


def _marked(inlines: Inlines) -> _Marked:
    text = _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text_of(inlines))
    styles = [style for one in inlines for style in [_style(one)] * len(one.text)]
    ends = accumulate(len(one.text) for one in inlines)
    placed = zip(inlines, ends, strict=True)
    blanks = [(end - len(one.text), end) for one, end in placed if isinstance(one, Blank)]
    return _Marked(text, without_edges(text, styles), blanks)


def _style(inline: Inline) -> Style:
    if isinstance(inline, LineBreak | Footnote):
        return 0
    strong = inline.strong or isinstance(inline, Blank)
    return STRONG * strong + EMPHASIS * inline.emphasis


def _places(text: str, character: str) -> list[int]:
    return [place for place, one in enumerate(text) if one == character]


def _sentence_ends(marked: _Marked) -> set[int]:
    """Return the places of the spaces that part sentences, none of them inside a blank."""
    inside = {place for start, end in marked.blanks for place in range(start, end)}
    return set(sentence_ends(marked.text)) - inside


def _escaped(marked: _Marked, parted: str) -> list[str]:
    """Return how each character is written to stand for itself; `parted` shows the lines.

    The brackets of a blank are bare, as those of no text can be: a search for `[à compléter`
    finds them.
    """
    written = list(marked.text)
    for found in _SPECIAL.finditer(marked.text):
        written[found.start()] = f"\\{found.group()}"
    for found in _WORD_JOINT.finditer(marked.text):
        start, end = found.span()
        if len(set(marked.styles[max(start - _REACH, 0) : end + _REACH])) == 1:
            written[start] = "_"
    for start, end in marked.blanks:
        written[start], written[end - 1] = "[", "]"
        if marked.text[end : end + 1] in {"(", ":"}:  # what would make a link of the blank
            written[end] = f"\\{marked.text[end]}"
    for found in _EDGE.finditer(parted):
        written[found.start()] = f"&#{ord(found.group())};"
    return written


def _guarded(line: str) -> str:
    """Return `line` with a backslash where its first characters would start another block."""
    found = _BLOCK_START.match(line)
    if found is None:
        return line
    place = len(found["number"] or "")
    return f"{line[:place]}\\{line[place:]}"
