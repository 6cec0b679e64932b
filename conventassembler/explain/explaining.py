"""A stretch of the act -> what made it, why it stands there, and what was found about it."""

from collections.abc import Iterable, Iterator

from conventassembler.checks import ALL_RULES
from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import Draft, Heading
from conventassembler.draft.plain import units
from conventassembler.draft.resolve import Resolved
from conventassembler.explain.conditions import conditions_of
from conventassembler.explain.marks import marks_of
from conventassembler.explain.model import Agreed, Explanation, Made, Referred, Told
from conventassembler.explain.spots import Spot, flat, spots
from conventassembler.explain.told import (
    expressions_of,
    parameters_of,
    paths_of,
    reference_of,
    values_of,
)

Findings = tuple[Diagnostic, ...]


def explained(spot: Spot, resolved: Resolved, draft: Draft, findings: Findings) -> Explanation:
    """Return all that is known of one stretch of `draft`; `findings` are those of its agreement."""
    instance = _instance(spot, resolved)
    marks = marks_of(spot.blocks)
    made = _made(spot, resolved)
    paths = paths_of(instance, resolved) if instance else ()
    parameters = parameters_of(instance, marks, resolved) if instance else ()
    values = (*values_of(instance, marks, resolved, paths), *_cited(spot, resolved))
    entry = _entry(spot, instance, resolved)
    variant = resolved.library.variants.get(made.variant) if made else None
    return Explanation(
        called=spot.called,
        reads=tuple(units(spot.blocks)),
        made=made,
        entry=entry,
        parameters=parameters,
        values=values,
        agreed=tuple(Agreed(one.path, one.shown) for one in expressions_of(marks)),
        refers=tuple(_refers(spot, resolved, draft)),
        referred=tuple(_referred(spot, resolved, draft)),
        conditions=conditions_of(variant, _lines(spot, variant.file)) if variant else (),
        findings=tuple(_about(findings, entry, made, (*parameters, *values), resolved)),
        rules=tuple(rule.__name__ for rule in ALL_RULES),
    )


def _instance(spot: Spot, resolved: Resolved) -> Instance | None:
    return next((one for one in resolved.instances if one.id == spot.owner), None)


def _lines(spot: Spot, file: str) -> list[int]:
    made = (block.provenance for block in flat(spot.blocks))
    return sorted({one.line for one in made if one.file == file and one.line})


def _made(spot: Spot, resolved: Resolved) -> Made | None:
    """Return the clause text of a stretch: that of the first of its blocks that has one."""
    names = [block.provenance.variant for block in flat(spot.blocks)]
    variant = resolved.library.variants.get(next(filter(None, names), ""))
    if variant is None:
        return None
    lines = _lines(spot, variant.file) or [variant.body_line]
    day = variant.reviewed.isoformat() if variant.reviewed else ""
    return Made(
        variant=variant.id,
        title=str(variant.title),
        file=variant.file,
        lines=(lines[0], lines[-1]),
        choose_when=variant.choose_when,
        basis=variant.basis,
        reviewed=day,
    )


def _entry(spot: Spot, instance: Instance | None, resolved: Resolved) -> Position | None:
    """Return the line for which a stretch stands in the act."""
    if instance is not None:
        return instance.entry.position
    part, _, id_ = spot.owner.partition(".")
    person = resolved.people.get(id_) or resolved.partners.get(id_)
    if part == "parties" and person is not None:
        return person.party.position
    if spot.owner == "acte/formule" and resolved.model.formula is not None:
        return resolved.model.formula.origin.position
    keys = resolved.agreement.key_positions
    own = {"acte/titre": "title", "acte/bandeau": "banner"}.get(spot.owner, part)
    if part != "visas" and own in keys:
        return keys[own]
    source = spot.blocks[0].provenance
    return Position(source.file, source.line) if source.file else None


def _cited(spot: Spot, resolved: Resolved) -> Iterator[Told]:
    lines = {block.provenance.line for block in spot.blocks}
    for recital in resolved.agreement.recitals if spot.owner.startswith("visas.") else ():
        if recital.position.line in lines:
            yield from reference_of(recital, resolved)


def _refers(spot: Spot, resolved: Resolved, draft: Draft) -> Iterator[Referred]:
    called = {one.owner: one.called for one in spots(resolved, draft)}
    entries = {one.id: one.entry.position for one in resolved.instances}
    for one in dict.fromkeys(marks_of(spot.blocks).references):
        owner = one.target.partition("/")[0]
        yield Referred(one.text, called.get(owner, ""), entries.get(owner))


def _referred(spot: Spot, resolved: Resolved, draft: Draft) -> Iterator[Referred]:
    """Yield the stretches that refer to a heading of this one."""
    heads = {block.id for block in spot.blocks if isinstance(block, Heading)}
    entries = {one.id: one.entry.position for one in resolved.instances}
    for other in spots(resolved, draft):
        found = [one for one in marks_of(other.blocks).references if one.target in heads]
        if found:
            yield Referred(found[0].text, other.called, entries.get(other.owner))


def _about(
    findings: Findings,
    entry: Position | None,
    made: Made | None,
    told: Iterable[Told],
    resolved: Resolved,
) -> Iterator[Diagnostic]:
    """Yield the findings that stand in the lines of the entry, of the text or of its values."""
    lines = {(one.position.file, one.position.line) for one in told if one.position}
    end = _end(entry, resolved) if entry else 0
    for finding in findings:
        file, line = finding.position.file, finding.position.line
        own = entry is not None and file == entry.file and entry.line <= line < end
        of_text = made is not None and file == made.file and made.lines[0] <= line <= made.lines[1]
        if own or of_text or (file, line) in lines:
            yield finding


def _end(entry: Position, resolved: Resolved) -> int:
    """Return the line of the agreement on which something else begins."""
    agreement = resolved.agreement
    begun = [one.entry.position.line for one in resolved.instances]
    begun += [one.position.line for one in (*agreement.parties, *agreement.recitals)]
    begun += [place.line for place in agreement.key_positions.values()]
    return min((line for line in begun if line > entry.line), default=1_000_000)
