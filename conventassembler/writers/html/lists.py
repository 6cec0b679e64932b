"""Lists nested by their level; each item shows the number that the draft gives it."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import groupby

from markupsafe import Markup

from conventassembler.draft.enumeration import marker
from conventassembler.draft.model import ListItem, Paragraph
from conventassembler.frozen import dataclass
from conventassembler.writers.html.inlines import written
from conventassembler.writers.html.scribe import Scribe
from conventassembler.writers.html.tags import anchor, element, joined


@dataclass(slots=True)
class _Item:
    """An item, and what stands in it: deeper items, and what goes on with it."""

    item: ListItem
    inside: "list[_Item | Paragraph]" = field(default_factory=list)


def list_markup(blocks: Sequence[ListItem | Paragraph], scribe: Scribe) -> Markup:
    """Return a run of items and of what continues them, which starts with an item."""
    return joined(_within(_tree(blocks), scribe))


def _tree(blocks: Sequence[ListItem | Paragraph]) -> "list[_Item | Paragraph]":
    top: list[_Item | Paragraph] = []
    opened: list[_Item] = []
    for block in blocks:
        deepest = block.level if isinstance(block, ListItem) else block.level + 1
        while opened and opened[-1].item.level >= deepest:
            opened.pop()
        here = opened[-1].inside if opened else top
        if isinstance(block, ListItem):
            opened.append(_Item(block))
            here.append(opened[-1])
        else:
            here.append(block)
    return top


def _within(nodes: "list[_Item | Paragraph]", scribe: Scribe) -> Iterator[Markup]:
    for kind, run in groupby(nodes, lambda one: one.item.kind if isinstance(one, _Item) else ""):
        items = tuple(run)
        if kind:
            name = "ol" if kind == "ordered" else "ul"
            entries = [_entry(one, scribe) for one in items if isinstance(one, _Item)]
            yield element(name, *entries, role="list")
        else:
            yield from (_continued(one, scribe) for one in items if isinstance(one, Paragraph))


def _entry(node: _Item, scribe: Scribe) -> Markup:
    item = node.item
    scribe.source = f"{item.provenance.file}:{item.provenance.line}"
    text = element("p", written(item.inlines, scribe), class_="unit item")
    mark = marker(item) if item.kind == "ordered" else _bullet(item, scribe)
    return element(
        "li",
        scribe.beside((item.id,), text),
        *_within(node.inside, scribe),
        id=scribe.once(anchor("t", item.id)),
        data_mark=mark,
    )


def _bullet(item: ListItem, scribe: Scribe) -> str:
    return scribe.bullets[(item.level - 1) % len(scribe.bullets)]


def _continued(block: Paragraph, scribe: Scribe) -> Markup:
    scribe.source = f"{block.provenance.file}:{block.provenance.line}"
    name = scribe.once(anchor("t", block.id))
    text = element("p", written(block.inlines, scribe), class_="unit continuation", id=name)
    return scribe.beside((block.id,), text)
