"""The one table of codes, `CODES`, joined from the sections of its neighbours.

C0xx workspace and files · C1xx YAML and keys · C2xx values and types · C3xx clause bodies ·
C4xx library and choices · C5xx composition · C6xx Word · C7xx substance of the draft.
A code that has been released keeps its meaning for ever.
"""

from collections.abc import Mapping
from types import MappingProxyType

from conventassembler.diagnostics.codes import (
    batch_rows,
    batch_running,
    bodies,
    choices,
    composition,
    courts,
    editors,
    entries,
    filling,
    groups,
    headings,
    keys,
    legality,
    machine,
    markdown,
    office,
    parties,
    recitals,
    sayings,
    sharing,
    sheets,
    substance,
    traps,
    trials,
    values,
    watching,
    word,
    workspace,
)
from conventassembler.diagnostics.codes.definition import Code, Severity

__all__ = ["CODES", "Code", "Severity"]

_SECTIONS = (
    workspace,
    filling,
    batch_rows,
    watching,
    machine,
    batch_running,
    sheets,
    keys,
    traps,
    values,
    bodies,
    markdown,
    entries,
    headings,
    choices,
    parties,
    recitals,
    trials,
    courts,
    composition,
    sharing,
    groups,
    word,
    office,
    editors,
    substance,
    legality,
    sayings,
)

CODES: Mapping[str, Code] = MappingProxyType(
    {row.code: row for section in _SECTIONS for row in section.ROWS}
)
