"""Annexes: their list, then each on a page of its own."""

from collections.abc import Iterator

from conventassembler.draft.inline import inlines
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import (
    Block,
    Heading,
    ListItem,
    NewPage,
    Paragraph,
)
from conventassembler.draft.render import Pen
from conventassembler.draft.resolve import Resolved
from conventassembler.french import nouns
from conventassembler.french.instruments import present
from conventassembler.frozen import replace
from conventassembler.values import Link

Blocks = tuple[Block, ...]

TO_JOIN = " (à joindre)"


def annexes(resolved: Resolved, pen: Pen) -> Blocks:
    """Return the blocks of the annexes, led by their list where one helps a reader."""
    return (*_list(resolved), *(one for annex in resolved.annexes for one in _annex(annex, pen)))


def _annex(annex: Instance, pen: Pen) -> Iterator[Block]:
    """Yield an annex; all its pages lie as it asks."""
    entry = annex.entry
    page = NewPage(f"{annex.id}/page", "landscape" if entry.landscape else "portrait", annex.source)
    yield page
    for block in pen.instances((annex,)):
        if isinstance(block, NewPage):
            yield replace(block, orientation=page.orientation)
            continue
        yield block
        if entry.to_join and block.id == annex.id:
            yield _to_join(annex, pen.resolved)


def _to_join(annex: Instance, resolved: Resolved) -> Paragraph:
    """Return what the page of an annex says that exists only outside the act."""
    act = nouns.au(present(resolved.act.noun))
    words = inlines("Document à joindre ", *act, ".")
    return Paragraph(f"{annex.id}/joindre", words, provenance=annex.source)


def _list(resolved: Resolved) -> Iterator[Block]:
    """Yield « Liste des annexes », where there are several, or one that stands elsewhere."""
    found = resolved.annexes
    if len(found) < 2 and not any(annex.entry.to_join for annex in found):
        return
    capitals = resolved.model.annexes.capitals
    words = inlines("Liste des annexes")
    yield Heading("acte/annexes", 1, "", "", words, capitals, rank="part")
    for ordinal, annex in enumerate(found, 1):
        yield _item(annex, resolved, ordinal)


def _item(annex: Instance, resolved: Resolved, ordinal: int) -> ListItem:
    label = resolved.numbers[annex.id].label
    separator = resolved.model.annexes.separator
    after = TO_JOIN if annex.entry.to_join else ""
    words = inlines(Link(label, annex.id), separator, annex.title, after)
    return ListItem(f"acte/annexes/{annex.id}", words, ordinal=ordinal, provenance=annex.source)
