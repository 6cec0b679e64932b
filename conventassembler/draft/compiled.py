"""Clauses compiled, and the texts that an agreement writes itself, compiled with it.

What compiles a whole library (`library`) is loaded where one is read.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import cast

from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.draft.clause import CompiledClause
from conventassembler.draft.instances import Instance
from conventassembler.frozen import replace
from conventassembler.keeping import recalled
from conventassembler.values import RichText

Compiled = Mapping[str, CompiledClause]
"""Compiled clauses by variant id; by instance id for the texts of an agreement."""
Findings = tuple[Diagnostic, ...]


def compile_texts(instances: Iterable[Instance]) -> tuple[Compiled, Findings]:
    """Return the agreement's own texts compiled as plain Markdown, by instance id."""
    compiled: list[str | CompiledClause] = []
    findings: list[Diagnostic] = []
    for instance in instances:
        text = instance.entry.text
        if isinstance(text, RichText):
            clause, found = _compiled(text, text.origin.position or instance.entry.position)
            compiled += (instance.id, clause) if clause else ()
            findings += found
    return _by_id(*compiled), tuple(findings)


@recalled
def _compiled(text: RichText, place: Position) -> tuple[CompiledClause | None, Findings]:
    """Return a text compiled, and what is wrong with it: acts that share it compile it once."""
    from conventassembler.draft.clause.compiling import (  # noqa: PLC0415 -- few acts have any
        compile_clause,
    )

    clause, found = compile_clause(str(text), place.file, place.line, tags=False)
    return clause, tuple(_indented(one, place.column - 1) for one in found)


@recalled
def _by_id(*compiled: str | CompiledClause) -> Compiled:
    """Return the clauses by the ids that stand before them."""
    pairs = zip(compiled[::2], compiled[1::2], strict=True)
    return {id_: one for id_, one in pairs if isinstance(id_, str) and not isinstance(one, str)}


@recalled
def with_texts(library: Compiled, texts: Compiled) -> Compiled:
    """Return the clauses of a library and the texts of an act; no clause is unfolded for it."""
    return ChainMap(dict(texts), cast(dict[str, CompiledClause], library)) if texts else library


def _indented(finding: Diagnostic, columns: int) -> Diagnostic:
    """Return the finding where it stands in the file, which has the text so far to the right."""
    place = finding.position
    return replace(finding, position=replace(place, column=place.column + columns))
