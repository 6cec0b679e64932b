"""Where LibreOffice is looked for."""

import sys
from pathlib import Path

import pytest

from conventassembler.office.find import VARIABLE, find_office, usual_places

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a program has a mode")


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_what_the_user_names_comes_first(tmp_path: Path) -> None:
    mine = program(tmp_path / "mine" / "soffice")
    program(tmp_path / "path" / "soffice")

    assert find_office({VARIABLE: str(mine), "PATH": str(tmp_path / "path")}) == mine
    assert find_office({VARIABLE: f' "{mine}" '}) == mine


@pytest.mark.parametrize(
    "inside", ["soffice", "program/soffice", "Contents/MacOS/soffice", "program/soffice.exe"]
)
def test_the_user_may_name_the_folder(tmp_path: Path, inside: str) -> None:
    there = program(tmp_path / "LibreOffice" / inside)

    assert find_office({VARIABLE: str(tmp_path / "LibreOffice")}) == there


def test_what_the_user_names_in_vain_is_not_replaced(tmp_path: Path) -> None:
    program(tmp_path / "soffice")
    nowhere = tmp_path / "nowhere"

    assert find_office({VARIABLE: str(nowhere), "PATH": str(tmp_path)}) == nowhere


@POSIX
@pytest.mark.parametrize("named", ["~personne-de-ce-nom/soffice", "a" * 5_000])
def test_what_no_computer_can_name_is_returned_as_it_was_typed(named: str) -> None:
    assert find_office({VARIABLE: named}) == Path(named)


@POSIX
@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_the_path_is_searched(tmp_path: Path, name: str) -> None:
    there = program(tmp_path / name)

    assert find_office({"PATH": str(tmp_path)}, "linux") == there


@POSIX
def test_what_lies_in_the_current_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "soffice")
    monkeypatch.chdir(tmp_path)

    assert find_office({"PATH": "."}, "win32") is None


def test_windows_has_its_places(tmp_path: Path) -> None:
    new, old = tmp_path / "Program Files", tmp_path / "Program Files (x86)"
    environment = {
        "ProgramW6432": str(new),
        "ProgramFiles": str(old),
        "ProgramFiles(x86)": str(old),
    }
    inside = Path("LibreOffice", "program", "soffice.exe")

    assert usual_places(environment, "win32") == (new / inside, old / inside)
    assert find_office(environment, "win32") is None
    there = program(old / inside)
    assert find_office(environment, "win32") == there


def test_macos_has_its_places(tmp_path: Path) -> None:
    inside = Path("Applications/LibreOffice.app/Contents/MacOS/soffice")

    assert usual_places({"HOME": str(tmp_path)}, "darwin") == (
        Path("/") / inside,
        tmp_path / inside,
    )
    there = program(tmp_path / inside)
    assert find_office({"HOME": str(tmp_path)}, "darwin") in (there, Path("/") / inside)


def test_nowhere_is_none() -> None:
    assert find_office({}, "win32") is None
