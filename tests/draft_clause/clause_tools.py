"""What the tests of clauses share: compile and render in one go, and a terse view of blocks."""

from collections.abc import Callable, Iterator, Mapping

from conventassembler.diagnostics import Diagnostic
from conventassembler.draft import model
from conventassembler.draft.clause import compile_clause, render_clause

FILE = "clauses/essai/un.md"
FIRST_LINE = 10
PROVENANCE = model.Provenance("essai/un", FILE)
Filters = Mapping[str, Callable[..., object]]


def compile_faults(text: str, filters: Filters | None = None) -> list[tuple[str, int, int]]:
    """Return code, line from 1 and column of each fault of a clause."""
    clause, found = compile_clause(text, FILE, FIRST_LINE, filters=filters or {})
    assert (clause is None) == bool(found)
    return [_told(item) for item in found]


def rendered(
    text: str,
    filters: Filters | None = None,
    *,
    tags: bool = True,
    instance: str = "essai",
    **context: object,
) -> tuple[model.Block, ...]:
    """Return the blocks of a clause that is sound, with values that are."""
    blocks, found = render(text, filters, tags=tags, instance=instance, **context)
    assert not found, found
    return blocks


def render(
    text: str,
    filters: Filters | None = None,
    *,
    tags: bool = True,
    instance: str = "essai",
    **context: object,
) -> tuple[tuple[model.Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of a sound clause, and the faults of its values."""
    known = filters or {}
    clause, found = compile_clause(text, FILE, FIRST_LINE, tags=tags, filters=known)
    assert clause is not None, found
    return render_clause(clause, context, instance=instance, provenance=PROVENANCE, filters=known)


def render_faults(
    text: str, filters: Filters | None = None, **context: object
) -> list[tuple[str, int, int]]:
    """Return code, line from 1 and column of each fault of the values."""
    return [_told(item) for item in render(text, filters, **context)[1]]


def _told(item: Diagnostic) -> tuple[str, int, int]:
    assert item.position.file == FILE
    return item.code, item.position.line - FIRST_LINE + 1, item.position.column


def outline(blocks: tuple[model.Block, ...]) -> list[str]:
    """Return a line for each block: its kind, then its text as `marked`."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: model.Block) -> Iterator[str]:
    match block:
        case model.Heading():
            yield f"{'#' * block.level} {marked(block.inlines)}"
        case model.ListItem():
            mark = "-" if block.kind == "bullet" else f"{block.ordinal}."
            yield f"{'  ' * (block.level - 1)}{mark} {marked(block.inlines)}"
        case model.Paragraph():
            margin = "  " * block.level if block.role == "continuation" else ""
            yield margin + marked(block.inlines)
        case model.Table():
            yield from (_row(row) for row in (block.header, *block.rows))
        case _:
            raise AssertionError(block)


def _row(row: model.Row) -> str:
    return " | ".join(
        marked(block.inlines)
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, model.Paragraph)
    )


def marked(inlines: model.Inlines) -> str:
    """Return the text with ⟦ ⟧ around strong and ⟨ ⟩ around emphasis, never `*` or `_`."""
    text = before = ""
    for inline in inlines:
        style = "⟦" * getattr(inline, "strong", False) + "⟨" * getattr(inline, "emphasis", False)
        if style != before:
            text += before[::-1].translate(_CLOSING) + style
        text += inline.text
        before = style
    return text + before[::-1].translate(_CLOSING)


_CLOSING = str.maketrans("⟦⟨", "⟧⟩")


def identifiers(blocks: tuple[model.Block, ...]) -> list[str]:
    """Return the ids of all blocks, rows and cells."""
    found = []
    for block in blocks:
        found.append(block.id)
        if isinstance(block, model.Table):
            for row in (block.header, *block.rows):
                found.append(row.id)
                found += [inner.id for cell in row.cells for inner in cell.blocks]
    return found
