"""The references that bodies write as texts, held against the agreement before it is composed."""

from collections.abc import Collection, Mapping

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause import CompiledClause
from conventassembler.draft.compiled import Compiled
from conventassembler.draft.numbering import Numbered
from conventassembler.draft.places import suggestion
from conventassembler.draft.slots import Slot, walk
from conventassembler.keeping import recalled
from conventassembler.library.model import Model
from conventassembler.source import identifier

TITLE = "titre"
"""The one form of a heading without number."""


@recalled
def lost_references(
    file: str,
    model: Model,
    row: tuple[Slot, ...],
    numbers: Mapping[str, Numbered],
    compiled: Compiled,
) -> tuple[Diagnostic, ...]:
    """Return a finding for each `ref("...")` that leads to no heading with what is asked of it.

    `file` is the agreement's, `compiled` are the clauses of the library. A body that asks `existe`
    about a target may name it. While a clause of the agreement is unknown, nothing is told: it may
    be the one that is referred to. Targets that are computed are found by composing.
    """
    chosen = tuple(walk(row))
    if any(one.clause is not None and one.variant is None for one in chosen):
        return ()
    titled = {one.id for one in chosen if one.scheme}
    ids = titled | {one.id for one in chosen if one.part != "preamble"}
    names = dict.fromkeys(one.variant.id for one in chosen if one.variant)
    presenting = (str(model.party_clause), str(model.group_clause), str(model.partner_clause))
    clauses = [compiled[name] for name in (*names, *presenting) if name in compiled]
    return tuple(
        fault(code, place, **arguments)
        for clause in clauses
        for place, target, form in _untested(clause)
        if target not in numbers and not (form == TITLE and target in titled)
        for code, arguments in (lost(target, ids, file),)
    )


@recalled
def _untested(clause: CompiledClause) -> tuple[tuple[Position, str, str], ...]:
    uses = (use for use in clause.references if use.target not in clause.tested)
    return tuple(
        (Position(clause.file, use.line, use.column), identifier(use.target), use.form)
        for use in uses
    )


def lost(target: str, ids: Collection[str], file: str) -> tuple[str, dict[str, str]]:
    """Return the code and the arguments that say why `target` cannot be referred to in an act.

    `file` is that of its agreement.
    """
    arguments = {"target": target, "agreement": file}
    if target in ids:
        return "C515", arguments
    # A variant, `duree/tacite`, was named in place of its family.
    families = [name for name in ids if target.startswith(f"{name}_")]
    near = {"suggestion": max(families, key=len)} if families else suggestion(target, ids)
    return "C511", arguments | near
