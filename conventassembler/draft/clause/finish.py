"""The rendered tree -> blocks of the draft.

Lists inside lists become items with a level, and a definition in running text a heading that its
first paragraph goes on behind.
"""

from collections.abc import Iterator
from typing import Literal

from conventassembler.draft.clause.grids import record_of, table_of
from conventassembler.draft.clause.growth import Growth, trimmed
from conventassembler.draft.clause.program import DEEPEST_LIST, Node
from conventassembler.draft.clause.pruning import living, node_of
from conventassembler.draft.model import (
    Block,
    Heading,
    ListItem,
    NewPage,
    Paragraph,
    Provenance,
    Role,
)
from conventassembler.frozen import dataclass

_LEVEL_OF_A_TERM = 6
"""The deepest: a term stands under every heading."""


def blocks_of(root: Growth, provenance: Provenance, term_end: str) -> tuple[Block, ...]:
    """Return the blocks of the tree in reading order.

    `term_end` parts a term of running text from its definition.
    """
    return tuple(_Finishing(provenance, term_end).blocks(root))


@dataclass(frozen=True, slots=True)
class _Finishing:
    provenance: Provenance
    term_end: str

    def blocks(self, parent: Growth, depth: int = 0) -> Iterator[Block]:
        """Yield the blocks of a node that lies in `depth` lists."""
        for child in living(parent):
            yield from self._block(child, depth)

    def _block(self, child: Growth, depth: int) -> Iterator[Block]:
        node = node_of(child)
        source = self._source(node)
        match node.kind:
            case "list":
                yield from self._items(child, depth + 1)
            case "table":
                yield table_of(child, source)
            case "record":
                yield record_of(child, source, self.blocks)
            case "page":
                yield NewPage(child.id, provenance=source)
            case "definition":
                yield from self._definition(child)
            case "heading":
                inlines = trimmed(child.inlines)
                yield Heading(child.id, node.level, "", "", inlines, provenance=source)
            case _:
                role: Role = "continuation" if depth else "body"
                yield Paragraph(child.id, trimmed(child.inlines), role, _level(depth), source)

    def _items(self, growth: Growth, depth: int) -> Iterator[Block]:
        node = node_of(growth)
        kind: Literal["bullet", "ordered"] = "ordered" if node.ordered else "bullet"
        for ordinal, item in enumerate(growth.children, 1):
            first, *others = living(item)
            head = first if node_of(first).kind == "paragraph" else None
            source = self._source(node_of(item))
            inlines = trimmed(head.inlines) if head else ()
            yield ListItem(item.id, inlines, _level(depth), kind, ordinal, source, node.enumeration)
            rest = others if head else [first, *others]
            yield from self.blocks(Growth(None, "", rest), depth)

    def _definition(self, growth: Growth) -> Iterator[Block]:
        term, *others = living(growth)
        body = list(self.blocks(Growth(None, "", others)))
        if inlines := trimmed(term.inlines):
            run_in = self.term_end if isinstance(body[0], Paragraph) else ""
            source = self._source(node_of(term))
            yield Heading(
                term.id, _LEVEL_OF_A_TERM, "", "", inlines, provenance=source, run_in=run_in
            )
        yield from body

    def _source(self, node: Node) -> Provenance:
        return Provenance(self.provenance.variant, self.provenance.file, node.line)


def _level(depth: int) -> int:
    """Return a level that Word has: a rich text in an item may bring its own nine."""
    return min(max(depth, 1), DEEPEST_LIST)
