"""Which clauses may and must stand beside which: `requires` and `excludes` of the variants."""

from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.instances import Instance, walk
from conventassembler.library.model import Variant
from conventassembler.values import Text


def neighbours(instances: tuple[Instance, ...]) -> tuple[Diagnostic, ...]:
    """Return a finding for each clause that lacks one it requires, or meets one it excludes."""
    chosen = [(item, item.variant) for item in walk(instances) if item.variant]
    return tuple(
        finding
        for item, variant in chosen
        if variant.requires or variant.excludes
        for finding in _findings(item, variant, _beside(item, chosen))
    )


def _beside(item: Instance, chosen: list[tuple[Instance, Variant]]) -> set[str]:
    """Return the variants and the families of the other clauses."""
    others = [variant for other, variant in chosen if other is not item]
    return {variant.id for variant in others} | {variant.family for variant in others}


def _findings(item: Instance, variant: Variant, present: set[str]) -> Iterator[Diagnostic]:
    clause = item.entry.clause
    place = (clause.origin.position if isinstance(clause, Text) else None) or item.entry.position
    for other in variant.requires:
        if str(other) not in present:
            yield fault("C409", place, clause=variant.id, other=other)
    for other in variant.excludes:
        if str(other) in present:
            yield fault("C408", place, clause=variant.id, other=other)
