"""The repository's own agreements, assembled as the commands do it."""

import shutil
from functools import cache
from pathlib import Path

from conventassembler.build import Assembled, assemble
from conventassembler.draft.model import Draft
from conventassembler.workspace import Workspace

REPOSITORY = Path(__file__).parent.parent


@cache
def assembled() -> Assembled:
    """Return every agreement of the repository, assembled once for all tests."""
    workspace = Workspace(REPOSITORY)
    return assemble(workspace, workspace.names())


def draft(name: str) -> Draft:
    """Return the draft of one of the repository's agreements."""
    return assembled().drafts[name]


def copy_of_repository(folder: Path) -> Workspace:
    """Return a workspace in `folder` with the repository's clauses and agreements, no output."""
    for name in ("clauses", "agreements"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return Workspace(folder)
