"""The files of an agreement: what writing them came to, and when it is to be tried again."""

from dataclasses import replace
from pathlib import Path

from conventassembler.build import Assembled, build
from conventassembler.diagnostics import ordered
from conventassembler.draft.model import Draft
from conventassembler.frozen import dataclass
from conventassembler.making import Findings
from conventassembler.obstacles import are_closed
from conventassembler.stationery import Stationery
from conventassembler.workspace import Workspace

OPEN = ("C067", "C068")
"""The findings that a program has a document open."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What writing the files of an agreement came to."""

    draft: Draft
    paper: Stationery
    files: tuple[Path, ...]
    """Those that stand there now; none where something stood against writing."""
    is_changed: bool
    """Whether one of them was written, and did not stand there as it is."""
    findings: Findings
    """What was found while they were made and written."""
    held: tuple[Path, ...]
    """The documents that a program had open."""

    @property
    def is_due(self) -> bool:
        """Whether they can be written now: what was open is closed, what was written is away.

        A program that saves a document takes it away for a moment, but holds it meanwhile.
        """
        awaited = self.held or tuple(file for file in self.files if not file.exists())
        return bool(awaited) and are_closed(awaited)


def write(
    workspace: Workspace,
    name: str,
    made: tuple[Draft, Stationery],
    found: Findings,
    before: Outcome | None = None,
) -> Outcome:
    """Write the files of an agreement, and return what that came to.

    `found` is what is told of it. Where the same was written `before` and is there, it stays.
    """
    draft, paper = made
    if before and before.files and not before.is_due and (before.draft, before.paper) == made:
        return replace(before, is_changed=False)
    own = ordered(one for one in found if one.accepted)
    built = build(workspace, Assembled({name: draft}, {name: paper}, found, {name: own}))
    opened = (one.position.file for one in built.findings if one.code in OPEN)
    held = tuple(workspace.root / file for file in opened)
    return Outcome(draft, paper, built.files, bool(built.changed), built.findings, held)
