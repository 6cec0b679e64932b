"""The headings of a draft: made of instances, and those inside clauses put below them."""

from collections.abc import Sequence
from dataclasses import replace

from conventassembler.draft.inline import inlines
from conventassembler.draft.instances import Instance, Part
from conventassembler.draft.model import Block, Heading, HeadingRank, Paragraph
from conventassembler.draft.resolve import Resolved

DEEPEST = 6
"""Level of the deepest heading."""
_RANKS: dict[Part, HeadingRank] = {"preamble": "part", "annexes": "annex", "clauses": "clause"}
"""Rank of the headings at the top of each part of an act."""


def heading_of(instance: Instance, resolved: Resolved) -> Heading | None:
    """Return the heading of an instance, or None where it has none."""
    scheme = instance.scheme
    if scheme is None:
        return None
    numbered = resolved.numbers.get(instance.id)
    return Heading(
        instance.id,
        min(instance.level, DEEPEST),
        numbered.label if numbered else "",
        numbered.ending + (scheme.separator or " ") if numbered else "",
        inlines(instance.title),
        scheme.capitals,
        instance.source,
        _RANKS[instance.part] if instance.level == 1 else "clause",
        scheme.run_in,
        numbered.count if numbered else None,
    )


def run_in(heading: Heading, below: Sequence[Block]) -> Heading:
    """Return the heading, on a line of its own unless running text follows it."""
    first = below[0] if below else None
    if isinstance(first, Paragraph) and first.role == "body":
        return heading
    return replace(heading, run_in="")


def deeper(block: Block, level: int) -> Block:
    """Return a block of a clause whose heading is of `level`, its own headings below that one.

    A clause says `##` for the first level below its heading, wherever it stands.
    """
    if not isinstance(block, Heading) or level < 2:
        return block
    return replace(block, level=min(block.level + level - 1, DEEPEST))
