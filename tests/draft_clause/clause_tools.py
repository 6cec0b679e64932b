"""What the tests of clauses share: compile and render in one go, and a terse view of blocks."""

from collections.abc import Callable, Iterator, Mapping

from conventassembler.diagnostics import Diagnostic
from conventassembler.draft import model
from conventassembler.draft.clause import render_clause
from conventassembler.draft.clause.compiling import compile_clause

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
            yield f"{'#' * block.level} {marked(block.inlines)}{block.run_in.rstrip()}"
        case model.ListItem():
            mark = "-" if block.kind == "bullet" else _number(block)
            yield f"{'  ' * (block.level - 1)}{mark} {marked(block.inlines)}"
        case model.Paragraph():
            margin = "  " * block.level if block.role == "continuation" else ""
            yield margin + marked(block.inlines)
        case model.Table():
            opening = " ".join(["["] * (block.kind == "record") + [*map(str, block.widths)])
            yield from [opening] if opening else []
            yield from (_row(row) for row in _rows(block))
        case model.NewPage():
            yield "=== new page"
        case _:
            raise AssertionError(block)


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _number(item: model.ListItem) -> str:
    written = {
        "a": lambda: chr(ord("a") + item.ordinal - 1),
        "A": lambda: chr(ord("A") + item.ordinal - 1),
        "I": lambda: ROMAN[item.ordinal - 1],
        "1": lambda: str(item.ordinal),
    }
    return written[item.enumeration[0]]() + item.enumeration[1]


def _rows(table: model.Table) -> tuple[model.Row, ...]:
    return (*((table.header,) if table.header else ()), *table.rows)


def _row(row: model.Row) -> str:
    cells = [" / ".join(outline(cell.blocks)) for cell in row.cells]
    return " | ".join(cells) + (f" ({row.role})" if row.role else "")


def marked(inlines: model.Inlines) -> str:
    """Return the text with ⟦ ⟧ around strong and ⟨ ⟩ around emphasis, never `*` or `_`."""
    text = before = ""
    for inline in inlines:
        style = "⟦" * getattr(inline, "strong", False) + "⟨" * getattr(inline, "emphasis", False)
        if style != before:
            text += before[::-1].translate(_CLOSING) + style
        is_note = isinstance(inline, model.Footnote)
        text += f"^[{marked(inline.inlines)}]" if is_note else inline.text
        before = style
    return text + before[::-1].translate(_CLOSING)


_CLOSING = str.maketrans("⟦⟨", "⟧⟩")


def identifiers(blocks: tuple[model.Block, ...]) -> list[str]:
    """Return the ids of all blocks, rows, cells and notes."""
    found = []
    for block in blocks:
        found.append(block.id)
        if isinstance(block, model.Table):
            for row in _rows(block):
                found.append(row.id)
                found += [name for cell in row.cells for name in identifiers(cell.blocks)]
        found += [note.id for note in notes((block,))]
    return found


def notes(blocks: tuple[model.Block, ...]) -> list[model.Footnote]:
    """Return the notes of the blocks, those in tables left out."""
    inlines = [inline for block in blocks for inline in getattr(block, "inlines", ())]
    return [inline for inline in inlines if isinstance(inline, model.Footnote)]
