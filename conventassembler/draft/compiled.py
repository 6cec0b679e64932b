"""Clauses compiled, and the texts that an agreement writes itself, compiled with it.

What compiles a whole library (`library`) is loaded where one is read.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.clause import CompiledClause
from conventassembler.draft.instances import Instance
from conventassembler.values import RichText

Compiled = Mapping[str, CompiledClause]
"""Compiled clauses by variant id; by instance id for the texts of an agreement."""
Findings = tuple[Diagnostic, ...]


def compile_texts(instances: Iterable[Instance]) -> tuple[Compiled, Findings]:
    """Return the agreement's own texts compiled as plain Markdown, by instance id."""
    compiled: dict[str, CompiledClause] = {}
    findings: list[Diagnostic] = []
    for instance in instances:
        text = instance.entry.text
        if not isinstance(text, RichText):
            continue
        from conventassembler.draft.clause.compiling import (  # noqa: PLC0415 -- few acts have any
            compile_clause,
        )

        place = text.origin.position or instance.entry.position
        clause, found = compile_clause(str(text), place.file, place.line, tags=False)
        findings += (_indented(one, place.column - 1) for one in found)
        if clause is not None:
            compiled[instance.id] = clause
    return compiled, tuple(findings)


def with_texts(library: Compiled, texts: Compiled) -> Compiled:
    """Return the clauses of a library and the texts of an act; no clause is unfolded for it."""
    return ChainMap(dict(texts), cast(dict[str, CompiledClause], library)) if texts else library


def _indented(finding: Diagnostic, columns: int) -> Diagnostic:
    """Return the finding where it stands in the file, which has the text so far to the right."""
    place = finding.position
    return replace(finding, position=replace(place, column=place.column + columns))
