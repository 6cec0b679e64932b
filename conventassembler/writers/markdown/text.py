"""Inlines as CommonMark source: any text comes back as it was when a parser reads it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from conventassembler.draft.lines import heading_inlines
from conventassembler.draft.model import (
    Blank,
    Footnote,
    Heading,
    Inlines,
    LineBreak,
    Reference,
    Text,
)
from conventassembler.draft.plain import text_of
from conventassembler.french.sentences import sentence_ends
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.writers.markdown.emphasis import (
    EMPHASIS,
    STRONG,
    Style,
    delimited,
    without_edges,
)

_CONTROLS: Final = "\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_UNREADABLE: Final = Pattern(f"[{_CONTROLS}]")
"""Controls, surrogates and noncharacters, of which CommonMark itself loses some."""
_SPECIAL: Final = Pattern(r"[\\`*_\[\]<~]|&(?=#?\w{1,32};)")
_WORD_JOINT: Final = Pattern(r"(?<=[^\W_])_(?=[^\W_])")
"""An underscore that CommonMark leaves alone, as in an e-mail address."""
_REACH: Final = 2
"""How far a delimiter may change what stands around it: its neighbour, and the next one."""
_BLOCK_START: Final = Pattern(
    r"#{1,6}(?=[ \t]|\Z)"  # heading
    r"|[-+](?=[-=|: \t]|\Z)|(?P<number>[0-9]{1,9})(?=[.)](?:[ \t]|\Z))"  # list item
    r"|[>=|]|:(?=[-: \t])"  # quotation, underline of a heading, row of a table
)
_CLOSING_HASHES: Final = Pattern(r"(?<![^ \t])#+\Z")
_EDGE: Final = Pattern(r"(?:(?<=\n)|\A)[^\S\n]|[^\S\n](?=\n|\Z)|\ufeff")
"""The first or the last space of a line, which a parser takes away; also a byte order mark."""

_MARKED: Final = Pattern(rf"[\\`*_\[\]<~&|\n{_CONTROLS}\ufeff]")
"""What a text has that may not stand for itself, its spaces at the ends aside: no more than a set
of characters, which is found faster than anything that looks around."""

_SAID: Final = (Text, Reference)
_CALL: Final = "]"
"""What stands for the call of a note while its text is read: punctuation, as its brackets are."""

BREAK: Final = "<br>"
"""A line break where CommonMark has room for one line only."""


def source_lines(inlines: Inlines, lead: Inlines = ()) -> list[str]:
    """Return `lead` and `inlines` as the lines of a paragraph, one sentence a line.

    A line break of the text is a backslash at the end of its line. No line starts a block of
    another kind, and none begins or ends with a space. No line ends at a space of `lead`.
    """
    if not lead and (plain := _plain(inlines)):
        borders = pairwise((-1, *sentence_ends(plain), len(plain)))
        return [_guarded(plain[start + 1 : end]) for start, end in borders]
    marked = _marked((*lead, *inlines))
    ends = _sentence_ends(marked, len(_marked(lead).text))
    parted = _with_lines(marked.text, ends)
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
    if plain := _plain(inlines):
        return plain
    marked = _marked(inlines)
    written = _escaped(marked, marked.text)
    for character, source in special.items():
        for place in _places(marked.text, character):
            written[place] = source
    return delimited(marked.text, written, marked.styles)


def _plain(inlines: Inlines) -> str:
    """Return the text of inlines that stand for themselves, in no style; empty for any other.

    Most lines of an act are such. A text of which it hangs on more than its characters is another.
    """
    for one in inlines:
        if not isinstance(one, _SAID) or one.strong or one.emphasis:
            return ""
    text = text_of(inlines)
    edged = text[:1].isspace() or text[-1:].isspace()
    return "" if edged or _MARKED.search(text) else text


def strong(inlines: Inlines) -> Inlines:
    """Return `inlines` in bold."""
    return tuple(
        one if isinstance(one, LineBreak | Footnote) else replace(one, strong=True)
        for one in inlines
    )


def run_in_inlines(heading: Heading) -> Inlines:
    """Return a run-in heading, in bold but for what parts it from its paragraph."""
    return (*strong(heading_inlines(replace(heading, run_in=""))), Text(heading.run_in))


@dataclass(frozen=True, slots=True)
class _Marked:
    """The joined text of some inlines, with the style of each of its characters."""

    text: str
    styles: Sequence[Style]
    blanks: Sequence[tuple[int, int]]
    """Where blanks start and end."""
    calls: Mapping[int, str]
    """The calls of notes, by their places: each has a character in the text, a bracket."""


def _marked(inlines: Inlines) -> _Marked:
    texts = [_CALL if isinstance(one, Footnote) else one.text for one in inlines]
    text = _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", "".join(texts))
    styles: list[Style] = []
    for place, one in enumerate(texts):
        styles += [_style(place, inlines)] * len(one)
    placed = list(zip(inlines, accumulate(map(len, texts)), strict=True))
    blanks = [(end - len(one.text), end) for one, end in placed if isinstance(one, Blank)]
    calls = {end - 1: f"[^{one.id}]" for one, end in placed if isinstance(one, Footnote)}
    return _Marked(text, without_edges(text, styles), blanks, calls)


def _style(place: int, inlines: Inlines) -> Style:
    """Return the style of the inline at `place`; the call of a note has that of what it follows.

    Behind a blank it is not bold, so that the brackets of the two do not touch.
    """
    inline = inlines[place]
    if isinstance(inline, Footnote):
        style = _style(place - 1, inlines) if place else 0
        return style & EMPHASIS if isinstance(inlines[place - 1], Blank) else style
    if isinstance(inline, LineBreak):
        return 0
    strong = inline.strong or isinstance(inline, Blank)
    return STRONG * strong + EMPHASIS * inline.emphasis


def _places(text: str, character: str) -> list[int]:
    if character not in text:  # nearly always
        return []
    return [place for place, one in enumerate(text) if one == character]


def _with_lines(text: str, ends: Iterable[int]) -> str:
    """Return `text` with a line feed at each of the places `ends`."""
    characters = list(text)
    for end in ends:
        characters[end] = "\n"
    return "".join(characters)


def _sentence_ends(marked: _Marked, lead: int) -> set[int]:
    """Return the places of the spaces that part sentences, none inside a blank or the `lead`.

    The calls of notes are no part of the sentences.
    """
    places: Sequence[int] = range(len(marked.text))
    text = marked.text
    if marked.calls:
        places = [place for place in places if place not in marked.calls]
        text = "".join([text[place] for place in places])
    ends = {places[end] for end in sentence_ends(text)}
    inside = {place for start, end in marked.blanks for place in range(start, end)}
    return {end for end in ends - inside if end >= lead}


def _escaped(marked: _Marked, parted: str) -> list[str]:
    """Return how each character is written to stand for itself; `parted` shows the lines.

    The brackets of a blank and of a call are bare, as those of no text can be: a search for
    `[à compléter` finds them.
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
    for place, call in marked.calls.items():
        written[place] = call
    for end in (*(end for _, end in marked.blanks), *(place + 1 for place in marked.calls)):
        if marked.text[end : end + 1] in {"(", ":"}:  # what would make a link of the brackets
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
