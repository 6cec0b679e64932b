"""The rendered tree -> blocks of the draft.

What came out empty vanishes, adjacent lists of one kind merge, and lists inside lists become
items with a level.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from conventassembler.draft.clause.growth import Growth
from conventassembler.draft.clause.markdown import DEEPEST_LIST
from conventassembler.draft.clause.program import Node
from conventassembler.draft.model import (
    Block,
    Cell,
    Heading,
    Inline,
    Inlines,
    ListItem,
    Paragraph,
    Provenance,
    Role,
    Row,
    Table,
    Text,
)

_BLANKS = " \t\n"


def blocks_of(root: Growth, provenance: Provenance) -> tuple[Block, ...]:
    """Return the blocks of the tree in reading order."""
    return tuple(_blocks(root, 0, provenance))


def trimmed(inlines: list[Inline]) -> Inlines:
    """Return the inlines without blanks and line breaks at either end."""
    found = list(inlines)
    while found and (text := found[0].text.lstrip(_BLANKS)) != found[0].text:
        found[:1] = _shortened(found[0], text)
    while found and (text := found[-1].text.rstrip(_BLANKS)) != found[-1].text:
        found[-1:] = _shortened(found[-1], text)
    return tuple(found)


def _shortened(inline: Inline, text: str) -> list[Inline]:
    return [replace(inline, text=text)] if isinstance(inline, Text) and text else []


def _blocks(parent: Growth, depth: int, provenance: Provenance) -> Iterator[Block]:
    for child in _living(parent):
        node = _node(child)
        source = replace(provenance, line=node.line)
        if node.kind == "list":
            yield from _items(child, depth + 1, provenance)
        elif node.kind == "table":
            yield _table(child, source)
        elif node.kind == "heading":
            yield Heading(child.id, node.level, "", "", trimmed(child.inlines), provenance=source)
        else:
            role: Role = "continuation" if depth else "body"
            yield Paragraph(child.id, trimmed(child.inlines), role, _level(depth), source)


def _items(growth: Growth, depth: int, provenance: Provenance) -> Iterator[Block]:
    kind: Literal["bullet", "ordered"] = "ordered" if _node(growth).ordered else "bullet"
    for ordinal, item in enumerate(growth.children, 1):
        first, *others = _living(item)
        head = first if _node(first).kind == "paragraph" else None
        source = replace(provenance, line=_node(item).line)
        inlines = trimmed(head.inlines) if head else ()
        yield ListItem(item.id, inlines, _level(depth), kind, ordinal, source)
        rest = others if head else [first, *others]
        yield from _blocks(Growth(None, "", rest), depth, provenance)


def _level(depth: int) -> int:
    """Return a level that Word has: a rich text in an item may bring its own nine."""
    return min(max(depth, 1), DEEPEST_LIST)


def _table(growth: Growth, provenance: Provenance) -> Table:
    header, *rows = (
        Row(row.id, tuple(_cell(cell, provenance) for cell in row.children))
        for row in growth.children
    )
    return Table(growth.id, _node(growth).alignments, header, tuple(rows), provenance)


def _cell(growth: Growth, provenance: Provenance) -> Cell:
    source = replace(provenance, line=_node(growth).line)
    return Cell((Paragraph(growth.id, trimmed(growth.inlines), "cell", provenance=source),))


def _living(parent: Growth) -> list[Growth]:
    """Return the children that hold something, adjacent lists of one kind made one."""
    found: list[Growth] = []
    for child in parent.children:
        alive = _alive(child)
        if alive is None:
            continue
        if found and _node(alive).kind == "list" and _same_list(found[-1], alive):
            merged = [*found[-1].children, *alive.children]
            found[-1] = replace(found[-1], children=merged)
        else:
            found.append(alive)
    return found


def _same_list(one: Growth, other: Growth) -> bool:
    return _node(one).kind == "list" and _node(one).ordered == _node(other).ordered


def _alive(growth: Growth) -> Growth | None:
    """Return the node without its empty items, None when nothing is left of it."""
    match _node(growth).kind:
        case "paragraph" | "heading":
            return growth if trimmed(growth.inlines) else None
        case "list":
            items = [item for item in growth.children if _living(item)]
            return replace(growth, children=items) if items else None
        case "table":
            return growth if len(growth.children) > 1 else None
        case _:
            return growth


def _node(growth: Growth) -> Node:
    if growth.node is None:  # pragma: no cover -- only the root has none
        raise AssertionError(growth)
    return growth.node
