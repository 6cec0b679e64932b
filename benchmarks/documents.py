"""What the document of each row says: its lines, and the data that the other makers are handed.

It comes from the draft, before any file: the text that every Word file is held against. The data of
the other makers hold finished sentences: what their clauses would cost to fill is not charged.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.outline import SECTION
from benchmarks.rows import AGREEMENT, NAME, rows
from conventassembler.agreement import load_parties
from conventassembler.build import draft_file, stock
from conventassembler.diagnostics import Position, has_errors
from conventassembler.draft.model import (
    Block,
    Draft,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    SignatureGrid,
    Title,
)
from conventassembler.draft.plain import plain_text, text_of
from conventassembler.filling import fill_from, read_filling
from conventassembler.making import Stock
from conventassembler.tables import Cell, Row
from conventassembler.workspace import Workspace

Context = dict[str, object]
_ROLES = {"recital": "visas", "formula": "formule", "signature-lead": "fait"}


@dataclass(frozen=True, slots=True)
class Document:
    """The document of one row."""

    name: str
    agreement: Path
    """A file that says what the row does: what `build` would be given."""
    lines: tuple[str, ...]
    """Its text, paragraph by paragraph."""
    context: Context
    """The same for a template."""


def documents(root: Path, count: int, folder: Path) -> Iterator[Document]:
    """Yield the documents of the first `count` rows; their agreements are written to `folder`."""
    workspace = Workspace(root)
    shared = stock(workspace)
    registry, _ = load_parties(workspace.registry, root)
    filling, _ = read_filling(workspace, AGREEMENT, shared.library, registry)
    assert filling is not None
    for number, values in enumerate(rows(count)):
        done = fill_from(filling, _row(values, number + 2), replace=True)
        if has_errors(done.findings):
            raise ValueError([one.code for one in done.findings])
        (data,) = done.files.values()
        path = folder / f"{values[NAME]}.yaml"
        path.write_bytes(data)
        yield _document(path, _draft(path, shared))


def _row(values: Mapping[str, str], number: int) -> Row:
    place = Position("lignes.csv", number)
    return Row(number, {header: Cell(text, place) for header, text in values.items()})


def _draft(path: Path, shared: Stock) -> Draft:
    draft, found = draft_file(path, path.name, shared)
    if draft is None or has_errors(found):
        raise ValueError([(one.code, one.arguments) for one in found])
    return draft


def _document(path: Path, draft: Draft) -> Document:
    lines = tuple(plain_text(draft).split("\n"))
    return Document(path.stem, path, lines, context(draft))


def context(draft: Draft) -> Context:
    """Return what a template of `benchmarks.templates` is handed to say what `draft` does."""
    head = {"titre": draft.title, "titre_court": draft.short_title, "langue": draft.language}
    head |= {"mention": "Projet"}
    texts: dict[str, list[Context]] = {"visas": [], "formule": [], "fait": [], "titres": []}
    texts |= {"sous_titres": [], "parties": []}
    signed: Context = {}
    body: list[Block] = []
    for block in draft.blocks:
        match block:
            case Title():
                texts["titres"] += _said(block.lines[:1])
                texts["sous_titres"] += _said(block.lines[1:])
            case Paragraph(role="party-lead"):
                texts["parties"].append({"entre": text_of(block.inlines)})
            case Paragraph(role="party"):
                texts["parties"][-1]["partie"] = text_of(block.inlines)
            case Paragraph(role=role) if role in _ROLES:
                texts[_ROLES[role]] += _said((block.inlines,))
            case SignatureGrid():
                signed = _signed(block)
            case _:
                body.append(block)
    before, after = _parted(body)
    return head | texts | signed | {"preambule": _sections(before), "sections": _sections(after)}


def _signed(grid: SignatureGrid) -> Context:
    places = enumerate((one for row in grid.rows for one in row), 1)
    pairs = ((n, text_of(one.capacity), text_of(one.name)) for n, one in places)
    return {
        key: text
        for n, capacity, name in pairs
        for key, text in ((f"qualite_{n}", capacity), (f"nom_{n}", name))
    }


def _parted(body: list[Block]) -> tuple[list[Block], list[Block]]:
    """Return what stands before the first article, and what stands from it on."""
    first = next(n for n, one in enumerate(body) if isinstance(one, Heading))
    return body[:first], body[first:]


def _said(lines: Iterable[Inlines]) -> list[Context]:
    return [{"t": text_of(line)} for line in lines]


def _sections(blocks: Iterable[Block]) -> list[Context]:
    """Return `blocks` as sections; one ends where its template has passed the next paragraph."""
    sections: list[dict[str, list[Context]]] = []
    last = len(SECTION)
    for block in blocks:
        kind, text = _kind(block)
        place = SECTION.index(kind)
        if place < last or kind[0] == "h":
            sections.append({name: [] for name in SECTION})
        sections[-1][kind].append({"t": text})
        last = place
    return [dict(one) for one in sections]


def _kind(block: Block) -> tuple[str, str]:
    match block:
        case Heading():
            text = block.label + block.separator + text_of(block.inlines)
            return f"h{block.level}", text
        case Paragraph(role="body"):
            return "corps", text_of(block.inlines)
        case ListItem(kind="ordered", level=1):
            return "numeros", text_of(block.inlines)
        case ListItem(kind="bullet", level=level) if level in (1, 2):
            return ("puces", "sous_puces")[level - 1], text_of(block.inlines)
    raise ValueError(block)
