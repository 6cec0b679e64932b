"""The library compiled: each clause once, and what its body uses held against what it declares."""

from collections.abc import Iterable

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause import CompiledClause, Use
from conventassembler.draft.clause.compiling import compile_clause, uses_of
from conventassembler.draft.compiled import Compiled, Findings
from conventassembler.draft.filters import filters
from conventassembler.draft.places import suggestion
from conventassembler.draft.wording import misworded
from conventassembler.french.grammar import Agreement, Gender
from conventassembler.french.inflection import UnknownWordError, agree
from conventassembler.french.profiles import default_profile
from conventassembler.library.model import Library, Variant
from conventassembler.source import identifier

GLOBALS = ("acte", "parties", "annexes", "ref", "existe")
"""Names that every clause may use besides its parameters."""


def compile_library(library: Library) -> tuple[Compiled, Findings]:
    """Return every variant compiled, and the faults of every body."""
    compiled: dict[str, CompiledClause] = {}
    findings: list[Diagnostic] = []
    known = filters(default_profile())
    for variant in library.variants.values():
        clause, found = compile_clause(variant.body, variant.file, variant.body_line, filters=known)
        findings += found
        if clause is None:
            uses = uses_of(variant.body, variant.file, variant.body_line)
            findings += _undeclared(variant, uses)
        else:
            compiled[variant.id] = clause
            # A name that is misspelt leaves its parameter without use: one message is enough.
            findings += list(_undeclared(variant, clause.uses)) or _unused(variant, clause)
            findings += misworded(variant)
    return compiled, tuple(findings)


def _undeclared(variant: Variant, uses: Iterable[Use]) -> Iterable[Diagnostic]:
    known = [*variant.parameters, *GLOBALS]
    for use in uses:
        if use.name not in known:
            place = Position(variant.file, use.line, use.column)
            near = _meant(use, known)
            yield fault("C417", place, name=use.name, known=", ".join(known), **near)


def _meant(use: Use, known: Iterable[str]) -> dict[str, str]:
    """Return the suggestion for a name that does not exist: quotes forgotten, or a near name."""
    if use.quoted:
        return {"suggestion": use.quoted}
    if identifier(use.name) in known:
        return {"suggestion": identifier(use.name)}
    if _agrees(use.name):
        return {"suggestion": f'"{use.name}"'}
    return suggestion(identifier(use.name), known)


def _agrees(word: str) -> bool:
    """Tell whether `word` is one that “accorde” knows."""
    try:
        agree(word, Agreement(Gender.MASCULINE))
    except UnknownWordError:
        return False
    return True


def _unused(variant: Variant, clause: CompiledClause) -> Iterable[Diagnostic]:
    used = {use.name for use in clause.uses}
    for parameter in variant.parameters.values():
        if parameter.name not in used:
            yield fault("C418", parameter.position, key=parameter.key)
