"""The references that bodies write as texts, held against the agreement before it is composed."""

from collections.abc import Collection, Mapping

from conventassembler.agreement.model import Agreement
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause import CompiledClause
from conventassembler.draft.instances import Instance, walk
from conventassembler.draft.numbering import Numbered
from conventassembler.draft.places import suggestion
from conventassembler.keeping import recalled
from conventassembler.library.model import Model
from conventassembler.source import identifier

TITLE = "titre"
"""The one form of a heading without number."""


def lost_references(
    agreement: Agreement,
    model: Model,
    instances: tuple[Instance, ...],
    numbers: Mapping[str, Numbered],
    bodies: Mapping[str, CompiledClause],
) -> tuple[Diagnostic, ...]:
    """Return a finding for each `ref("...")` that leads to no heading with what is asked of it.

    A body that asks `existe` about a target may name it. While a clause of the agreement is
    unknown, nothing is told: it may be the one that is referred to. Targets that are computed are
    found by composing.
    """
    chosen = tuple(walk(instances))
    if any(item.entry.clause is not None and item.variant is None for item in chosen):
        return ()
    titled = {item.id for item in chosen if item.scheme}
    ids = titled | {item.id for item in chosen if item.part != "preamble"}
    names = dict.fromkeys(item.variant.id for item in chosen if item.variant)
    presenting = (str(model.party_clause), str(model.group_clause), str(model.partner_clause))
    clauses = [bodies[name] for name in (*names, *presenting) if name in bodies]
    return tuple(
        fault(code, place, **arguments)
        for clause in clauses
        for place, target, form in _untested(clause)
        if target not in numbers and not (form == TITLE and target in titled)
        for code, arguments in (lost(target, ids, agreement),)
    )


@recalled
def _untested(clause: CompiledClause) -> tuple[tuple[Position, str, str], ...]:
    uses = (use for use in clause.references if use.target not in clause.tested)
    return tuple(
        (Position(clause.file, use.line, use.column), identifier(use.target), use.form)
        for use in uses
    )


def lost(target: str, ids: Collection[str], agreement: Agreement) -> tuple[str, dict[str, str]]:
    """Return the code and the arguments that say why `target` cannot be referred to."""
    arguments = {"target": target, "agreement": agreement.file}
    if target in ids:
        return "C515", arguments
    # A variant, `duree/tacite`, was named in place of its family.
    families = [name for name in ids if target.startswith(f"{name}_")]
    near = {"suggestion": max(families, key=len)} if families else suggestion(target, ids)
    return "C511", arguments | near
