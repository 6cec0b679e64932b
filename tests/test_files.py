"""Files that cannot be read at all: what no folder of the gallery of errors can hold."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.diagnostics import Diagnostic
from conventassembler.source.text import LIMIT
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"


@pytest.fixture(name="workspace")
def small_workspace(tmp_path: Path) -> Workspace:
    """A small workspace without faults."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path)


def told(workspace: Workspace, name: str) -> Diagnostic:
    """Return the one finding about the agreement `name`, of which there is no draft."""
    assembled = assemble(workspace, (name,))
    (found,) = assembled.findings
    assert not assembled.drafts
    assert str(found.position) == f"agreements/{name}.yaml:1:1"
    return found


def test_a_file_that_is_gone_is_told(workspace: Workspace) -> None:
    workspace.agreement("exemple").unlink()

    found = told(workspace, "exemple")

    assert (found.code, found.arguments["file"]) == ("C002", "agreements/exemple.yaml")


def test_a_file_that_is_far_too_large_is_not_read(workspace: Workspace) -> None:
    path = workspace.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.ljust(LIMIT, "\n"), encoding="ascii", errors="replace")
    assert {item.code for item in assemble(workspace, ("exemple",)).findings} != {"C005"}
    path.write_text(text.ljust(LIMIT + 1, "\n"), encoding="ascii", errors="replace")

    assert told(workspace, "exemple").code == "C005"


def test_a_folder_named_as_a_file_is_told(workspace: Workspace) -> None:
    workspace.agreement("annexes").mkdir()

    assert workspace.names() == ("exemple",)
    assert told(workspace, "annexes").code == "C008"
