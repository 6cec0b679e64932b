"""The twin gives back the words of the draft when a CommonMark parser reads it."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from strategies import drafts, inlines

from conventassembler.draft.enumeration import marker
from conventassembler.draft.lines import RunIn, joined, rows_of
from conventassembler.draft.model import (
    Blank,
    Block,
    Draft,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    ListItem,
    Paragraph,
    Table,
    Text,
)
from conventassembler.draft.plain import note_units, text_of, units
from conventassembler.writers.markdown import write_markdown

PARSER = MarkdownIt("commonmark").enable("table").use(footnote_plugin).disable("footnote_inline")
"""It reads the notes after all the rest, in the order of their calls."""


def read_units(source: str) -> list[str]:
    """Return the text of each paragraph, heading and cell of `source`, then of each note."""
    return [read_inline(token) for token in PARSER.parse(source) if token.type == "inline"]


def read_inline(token: Token) -> str:
    return "".join(map(read_piece, token.children or []))


def read_piece(token: Token) -> str:
    match token.type:
        case "text" | "text_special":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            assert token.content == "<br>"
            return "\n"
        case kind:
            assert kind in {"strong_open", "strong_close", "em_open", "em_close", "footnote_ref"}
            return ""


def expected(draft: Draft) -> str:
    """Return the words of `draft`, with the numbers and marks that CommonMark has no list for."""
    found = (*expected_units(draft.blocks), *note_units(draft.blocks))
    return "\n".join(unit for unit in found if unit)


def expected_units(blocks: Iterable[Block], *, in_cell: bool = False) -> Iterator[str]:
    for block in joined(blocks):
        match block:
            case Table(kind=kind):
                for cell in (cell for row in rows_of(block) for cell in row.cells):
                    yield from expected_units(cell.blocks, in_cell=kind == "grid")
            case ListItem():
                yield marked_text(block, in_cell=in_cell)
            case RunIn():
                yield text_of(block.inlines)
            case _:
                yield from units((block,))


def marked_text(item: ListItem, *, in_cell: bool) -> str:
    text = text_of(item.inlines)
    if not text and not any(note_units((item,))):
        return ""
    if item.kind == "bullet":
        return f"– {text}" if in_cell else text
    native = item.enumeration in {"1.", "1)"} and not in_cell
    return text if native else f"{marker(item)} {text}"


def read_text(source: str) -> str:
    return "\n".join(unit for unit in read_units(source) if unit)


@settings(max_examples=300)
@given(drafts)
def test_any_draft_is_read_back(draft: Draft) -> None:
    assert read_text(write_markdown(draft)) == expected(draft)


@settings(max_examples=500)
@given(inlines)
def test_any_paragraph_is_read_back_as_one(content: Inlines) -> None:
    draft = Draft("", "", "", (Paragraph("p", content),))
    read = [unit for unit in read_units(write_markdown(draft)) if unit]
    assert read == [*([text_of(content)] * bool(text_of(content))), *note_units(draft.blocks)]


def styled_chars(source: str) -> list[tuple[str, bool, bool]]:
    """Return each character that `source` shows, with its boldness and its slant."""
    shown, strong, emphasis = [], 0, 0
    for token in takewhile(lambda one: one.type != "footnote_block_open", PARSER.parse(source)):
        for piece in token.children or []:
            strong += (piece.type == "strong_open") - (piece.type == "strong_close")
            emphasis += (piece.type == "em_open") - (piece.type == "em_close")
            assert strong in {0, 1}
            assert emphasis in {0, 1}
            shown += [(one, bool(strong), bool(emphasis)) for one in read_piece(piece)]
    return shown


def wanted_chars(content: Inlines) -> list[tuple[str, bool, bool]]:
    return [
        (one, _strong(inline), not isinstance(inline, LineBreak | Footnote) and inline.emphasis)
        for inline in content
        for one in inline.text
    ]


def _strong(inline: Inline) -> bool:
    if isinstance(inline, LineBreak | Footnote):
        return False
    return isinstance(inline, Blank) or inline.strong


@settings(max_examples=400)
@given(inlines)
@example((Text("x"), Text("a", True), Text("b", True, True)))
@example((Text("*", False, True), Text("*", True, True), Text(" *", True)))
@example((Text("a_b", False, True), Text("«x»", True, True)))
def test_bold_and_italics_are_read_back_on_all_but_spaces(content: Inlines) -> None:
    source = write_markdown(Draft("", "", "", (Paragraph("p", content),)))
    shown = [one for one in styled_chars(source) if not one[0].isspace()]
    assert shown == [one for one in wanted_chars(content) if not one[0].isspace()]
