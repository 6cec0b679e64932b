"""The headings of a draft: made of instances, and those inside clauses put below them."""

from collections.abc import Sequence
from itertools import chain

from conventassembler.draft.inline import inlines
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import Block, Heading, HeadingRank, NewPage, Paragraph
from conventassembler.draft.numbering import Numbered
from conventassembler.draft.slots import Part
from conventassembler.frozen import replace
from conventassembler.keeping import kept, recalled

Blocks = tuple[Block, ...]

DEEPEST = 6
"""Level of the deepest heading."""
_RANKS: dict[Part, HeadingRank] = {"preamble": "part", "annexes": "annex", "clauses": "clause"}
"""Rank of the headings at the top of each part of an act."""


@recalled
def joined(*parts: Blocks) -> Blocks:
    """Return the blocks of all the parts: the very same tuple for the very same parts."""
    return tuple(chain.from_iterable(parts))


@recalled
def standing(
    instance: Instance, numbered: Numbered | None, own: Blocks, text: Blocks, below: Blocks
) -> Blocks:
    """Return the blocks of an instance: its heading, what it says, what is below it.

    It says the clause that it uses, then a text of its own; their headings come below its own.
    """
    said = (*own, *text)
    if instance.level > 1:
        said = tuple([_deeper(block, instance.level) for block in said])
    blocks = (*said, *below)
    heading = _heading_of(instance, numbered, _is_text(blocks[:1]))
    return (*_page_before(instance), *((heading,) if heading else ()), *blocks)


def _page_before(instance: Instance) -> Blocks:
    """Return the new page that an instance begins on, where it does."""
    if not instance.entry.new_page:
        return ()
    return (NewPage(f"{instance.id}/page", provenance=instance.source),)


@recalled
def _heading_of(instance: Instance, numbered: Numbered | None, before_text: bool) -> Heading | None:
    """Return the heading of an instance, or None where it has none.

    It is on a line of its own unless running text follows it.
    """
    scheme = instance.scheme
    if scheme is None:
        return None
    return _heading(
        instance.id,
        min(instance.level, DEEPEST),
        numbered.label if numbered else "",
        numbered.ending + (scheme.separator or " ") if numbered else "",
        inlines(instance.title),
        scheme.capitals,
        instance.source,
        _RANKS[instance.part] if instance.level == 1 else "clause",
        scheme.run_in if before_text else "",
        numbered.count if numbered else None,
    )


_heading = kept(Heading)
"""A heading of an instance: of one below which something changed, the very same as before."""


def _is_text(blocks: Sequence[Block]) -> bool:
    """Tell whether a block, if there is one, is running text."""
    return any(isinstance(one, Paragraph) and one.role == "body" for one in blocks)


def _deeper(block: Block, level: int) -> Block:
    """Return a block of a clause whose heading is of `level`, its own headings below that one.

    A clause says `##` for the first level below its heading, wherever it stands.
    """
    if not isinstance(block, Heading):
        return block
    return replace(block, level=min(block.level + level - 1, DEEPEST))
