"""The twin gives back the words of the draft when a CommonMark parser reads it."""

from collections.abc import Iterator

from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from strategies import drafts, inlines

from conventassembler.draft.model import (
    Blank,
    Block,
    Draft,
    Inline,
    Inlines,
    LineBreak,
    ListItem,
    Paragraph,
    Table,
    Text,
)
from conventassembler.draft.plain import text_of, units
from conventassembler.writers.markdown import write_markdown

PARSER = MarkdownIt("commonmark").enable("table")


def read_units(source: str) -> list[str]:
    """Return the text of each paragraph, heading and cell of `source`."""
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
            assert kind in {"strong_open", "strong_close", "em_open", "em_close"}
            return ""


def expected(draft: Draft) -> str:
    """Return the words of `draft` with the markers that stand in cells, where no list can be."""
    return "\n".join(unit for block in draft.blocks for unit in expected_units(block) if unit)


def expected_units(block: Block) -> Iterator[str]:
    if not isinstance(block, Table):
        return units((block,))
    cells = [cell for row in (block.header, *block.rows) for cell in row.cells]
    return (marked_text(inner) for cell in cells for inner in cell.blocks)


def marked_text(block: Block) -> str:
    assert isinstance(block, Paragraph | ListItem)
    text = text_of(block.inlines)
    if not text or isinstance(block, Paragraph):
        return text
    return f"– {text}" if block.kind == "bullet" else f"{block.ordinal}. {text}"


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
    assert read_units(write_markdown(draft)) == [text_of(content)] * bool(text_of(content))


def styled_chars(source: str) -> list[tuple[str, bool, bool]]:
    """Return each character that `source` shows, with its boldness and its slant."""
    shown, strong, emphasis = [], 0, 0
    for token in PARSER.parse(source):
        for piece in token.children or []:
            strong += (piece.type == "strong_open") - (piece.type == "strong_close")
            emphasis += (piece.type == "em_open") - (piece.type == "em_close")
            assert strong in {0, 1}
            assert emphasis in {0, 1}
            shown += [(one, bool(strong), bool(emphasis)) for one in read_piece(piece)]
    return shown


def wanted_chars(content: Inlines) -> list[tuple[str, bool, bool]]:
    return [
        (one, _strong(inline), not isinstance(inline, LineBreak) and inline.emphasis)
        for inline in content
        for one in inline.text
    ]


def _strong(inline: Inline) -> bool:
    return isinstance(inline, Blank) or (not isinstance(inline, LineBreak) and inline.strong)


@settings(max_examples=400)
@given(inlines)
@example((Text("x"), Text("a", True), Text("b", True, True)))
@example((Text("*", False, True), Text("*", True, True), Text(" *", True)))
@example((Text("a_b", False, True), Text("«x»", True, True)))
def test_bold_and_italics_are_read_back_on_all_but_spaces(content: Inlines) -> None:
    source = write_markdown(Draft("", "", "", (Paragraph("p", content),)))
    shown = [one for one in styled_chars(source) if not one[0].isspace()]
    assert shown == [one for one in wanted_chars(content) if not one[0].isspace()]
