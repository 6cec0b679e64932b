"""The last look before a Word file goes out: one that fails is not written.

A fault that the house template has by itself is its owner's to mend: if Word only puts up with it,
the file is written and the fault told. Any other fault is the writer's.
"""

from collections.abc import Mapping
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.draft.model import Draft
from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.package import write_members
from conventassembler.writers.word.verifying import Problem, verify, verify_form

_TOLD: Final = 3
"""How many faults of the writer are told: the others most often come of the same."""


def finished(
    members: Mapping[str, bytes],
    template: Mapping[str, bytes],
    draft: Draft,
    issue: Issue,
    where: Position,
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the file made of `members`, and what is wrong with it; it is empty at an error.

    `template` is what it was made of, the tags filled; `where` is its place.
    """
    found = findings(verify(members, draft, issue), template, f"{draft.name}.docx", where)
    return b"" if has_errors(found) else write_members(members), found


def findings(
    problems: tuple[Problem, ...], template: Mapping[str, bytes], file: str, where: Position
) -> tuple[Diagnostic, ...]:
    """Return what there is to tell of the `problems` of `file`, made of `template`."""
    if not problems:
        return ()
    known = set(verify_form(template))
    ours = [one for one in problems if one not in known]
    if ours:
        return tuple(_told("C607", one, Position(file)) for one in ours[:_TOLD])
    each = dict.fromkeys(problems)
    return tuple(_told("C608" if one.is_serious else "C609", one, where) for one in each)


def _told(code: str, problem: Problem, where: Position) -> Diagnostic:
    return fault(code, where, reason=problem.reason, thing=problem.short, part=problem.part)
