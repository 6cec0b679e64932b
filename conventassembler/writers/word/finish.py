"""The last look before a Word file goes out: one that fails is not written.

A fault that the house template has by itself is its owner's to mend: if Word only puts up with it,
the file is written and the fault told. Any other fault is the writer's, unless it may come of one
of the template's: where nothing leads to the styles, none that the writer asks for is there either.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Draft
from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.verifying import Problem, verify, verify_form

_TOLD: Final = 3
"""How many faults of the writer are told: the others most often come of the same."""


def faults_in(
    members: Mapping[str, bytes],
    template: Mapping[str, bytes],
    draft: Draft,
    issue: Issue,
    where: Position,
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the file made of `members`.

    `template` is what it was made of, the tags filled; `where` is its place.
    """
    return findings(verify(members, draft, issue), template, f"{draft.name}.docx", where)


def faults_of(template: Mapping[str, bytes], where: Position) -> tuple[Diagnostic, ...]:
    """Return what is wrong with `template` by itself, its tags filled."""
    return findings(verify_form(template), template, "", where)


def findings(
    problems: tuple[Problem, ...], template: Mapping[str, bytes], file: str, where: Position
) -> tuple[Diagnostic, ...]:
    """Return what there is to tell of the `problems` of `file`, made of `template`."""
    if not problems:
        return ()
    known = set(verify_form(template))
    theirs = dict.fromkeys(one for one in problems if one in known)
    ours = [one for one in problems if one not in known]
    if ours and not _may_come_of(theirs, ours):
        return tuple(_told("C607", one, Position(file, 0)) for one in ours[:_TOLD])
    return tuple(_told("C608" if ours or one.is_serious else "C609", one, where) for one in theirs)


def _may_come_of(theirs: Collection[Problem], ours: Iterable[Problem]) -> bool:
    rules = {one.rule for one in theirs}
    return any(one.is_serious for one in theirs) or all(one.rule in rules for one in ours)


def _told(code: str, problem: Problem, where: Position) -> Diagnostic:
    return fault(code, where, reason=problem.reason, thing=problem.short, part=problem.part)
