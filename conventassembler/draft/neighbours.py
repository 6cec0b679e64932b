"""Which clauses may and must stand beside which: `requires` and `excludes` of the variants."""

from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.slots import Slot, walk
from conventassembler.keeping import recalled
from conventassembler.library.model import Variant


@recalled
def neighbours(row: tuple[Slot, ...]) -> tuple[Diagnostic, ...]:
    """Return a finding for each clause that lacks one it requires, or meets one it excludes."""
    chosen = [(one, one.variant) for one in walk(row) if one.variant]
    return tuple(
        finding
        for one, variant in chosen
        if variant.requires or variant.excludes
        for finding in _findings(one, variant, _beside(one, chosen))
    )


def _beside(slot: Slot, chosen: list[tuple[Slot, Variant]]) -> set[str]:
    """Return the variants and the families of the other clauses."""
    others = [variant for other, variant in chosen if other is not slot]
    return {variant.id for variant in others} | {variant.family for variant in others}


def _findings(slot: Slot, variant: Variant, present: set[str]) -> Iterator[Diagnostic]:
    place = (slot.clause.origin.position if slot.clause else None) or slot.position
    for other in variant.requires:
        if str(other) not in present:
            yield fault("C409", place, clause=variant.id, other=other)
    for other in variant.excludes:
        if str(other) in present:
            yield fault("C408", place, clause=variant.id, other=other)
