"""`doctor`: what this computer has is told as it is, and what it lacks is no fault."""

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from struct import pack
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from conventassembler import doctor
from conventassembler.cli import cli
from conventassembler.cli.doctor_texts import DOCTOR_TEXTS, OTHERWISE
from conventassembler.doctor import check_up, is_writable
from conventassembler.doctor.fonts import asked_for, font_folders, installed
from conventassembler.office.version import version_of
from conventassembler.workspace import Workspace


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *words: str, lang: str = "fr") -> str:
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(cli, ["doctor", "--lang", lang, *words], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without LibreOffice, git and fonts, as far as a test does not give it some."""
    monkeypatch.setattr(doctor, "find_office", lambda: None)
    monkeypatch.setattr(doctor, "shutil", SimpleNamespace(which=lambda _: None))
    monkeypatch.setattr(doctor, "font_folders", lambda: ())


def font(family: str) -> bytes:
    """Return a font file that has nothing but its name, told twice."""
    wide, narrow = family.encode("utf-16-be"), family.encode("mac-roman")
    records = pack(">HHHHHH", 3, 1, 0x409, 1, len(wide), 0)
    records += pack(">HHHHHH", 1, 0, 0, 1, len(narrow), len(wide))
    table = pack(">HHH", 0, 2, 6 + len(records)) + records + wide + narrow
    return (
        pack(">4sHHHH", b"\0\1\0\0", 1, 0, 0, 0)
        + pack(">4sIII", b"name", 0, 28, len(table))
        + table
    )


def test_what_is_absent_is_told_with_its_use_and_how_to_get_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = " ".join(run(workspace, monkeypatch).split())

    assert "[absent] LibreOffice, pour --pages, --pdf, --pdfa et --odt" in said
    assert "→ installez-le depuis libreoffice.org" in said
    assert "[absent] git" in said
    assert "[absent] police Arial" in said
    assert f"[présent] espace de travail : {workspace.resolve()}" in said
    assert "Langue des messages : fr" in said


def test_outside_a_workspace_it_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = run(tmp_path, monkeypatch, lang="en")

    assert "[absent] no workspace here" in said
    assert "conventassembler init my-conventions" in " ".join(said.split())
    assert "[ok] Python" in said
    assert "font" not in said


def test_programs_read_the_same(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = json.loads(run(workspace, monkeypatch, "--json"))

    states = {item["key"]: item["state"] for item in told["items"]}
    assert (told["format"], told["language"]) == (1, "fr")
    assert states["libreoffice"] == states["git"] == states["font"] == "absent"
    assert states["python"] == states["folder"] == states["sheets"] == "good"


def test_each_state_has_its_words(workspace: Path) -> None:
    shown = {name for pair in OTHERWISE.values() for name in pair if name}
    shown |= {f"doctor-{item.key}" for item in check_up(Workspace(workspace), "ascii")}

    assert shown <= set(DOCTOR_TEXTS)


def test_a_terminal_of_another_code_page_is_told(workspace: Path) -> None:
    states = {
        encoding: next(i.state for i in check_up(None, encoding) if i.key == "terminal")
        for encoding in ("utf-8", "UTF8", "cp850", "ascii")
    }

    assert states == {"utf-8": "good", "UTF8": "good", "cp850": "doubtful", "ascii": "doubtful"}


def test_a_folder_that_nothing_can_be_written_in_is_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "output").mkdir()
    before = sorted(workspace.rglob("*"))
    assert is_writable(workspace / "output")
    assert is_writable(workspace / "envoi")
    assert sorted(workspace.rglob("*")) == before

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor.tempfile, "NamedTemporaryFile", refuse)
    said = run(workspace, monkeypatch, lang="en")
    assert "[look] no file can be written in “output”" in said


# -- fonts


def test_the_fonts_of_the_house_template_are_looked_for(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = tmp_path / "polices"
    (fonts / "deep").mkdir(parents=True)
    monkeypatch.setattr(doctor, "font_folders", lambda: (fonts, tmp_path / "none"))
    state = lambda: [i[1:] for i in check_up(Workspace(workspace), "utf-8") if i.key == "font"]  # noqa: E731

    assert state() == [("absent", "Arial", "")]
    (fonts / "deep" / "l.ttf").write_bytes(font("Liberation Sans"))
    assert state() == [("doubtful", "Arial", "Liberation Sans")]
    (fonts / "A.TTF").write_bytes(font("Arial"))
    assert state() == [("good", "Arial", "")]


def test_damaged_fonts_stop_nothing(tmp_path: Path) -> None:
    whole = font("Été")
    for end in range(0, len(whole), 3):
        (tmp_path / f"{end}.ttf").write_bytes(whole[:end])
    (tmp_path / "c.ttc").write_bytes(pack(">4sIII", b"ttcf", 0, 1, 16) + _moved(whole, 16))
    (tmp_path / "x.otf").write_bytes(b"\xff" * 400)
    (tmp_path / "notes.txt").write_bytes(font("Notes"))

    assert "Été" in installed((tmp_path,))
    assert "Notes" not in installed((tmp_path,))


def _moved(data: bytes, by: int) -> bytes:
    """Return a font whose table stands further on in the file."""
    return data[:20] + pack(">I", 28 + by) + data[24:]


def test_a_template_that_is_none_asks_for_no_font() -> None:
    empty = BytesIO()
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("a", "b")

    assert asked_for(b"") == asked_for(empty.getvalue()) == ()


@pytest.mark.parametrize(
    ("platform", "environment", "one"),
    [
        ("linux", {"HOME": "/home/a"}, Path("/home/a/.local/share/fonts")),
        ("darwin", {"HOME": "/Users/a"}, Path("/Users/a/Library/Fonts")),
        ("win32", {"WINDIR": "W", "LOCALAPPDATA": "L"}, Path("L/Microsoft/Windows/Fonts")),
    ],
)
def test_each_system_keeps_its_fonts_elsewhere(
    platform: str, environment: dict[str, str], one: Path
) -> None:
    assert one in font_folders(environment, platform)


# -- LibreOffice


def program(folder: Path, text: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o700)
    return path


def test_the_version_is_what_it_says(tmp_path: Path) -> None:
    assert version_of(program(tmp_path, "echo LibreOffice 25.2.3.2 40")) == "25.2.3.2"
    assert version_of(program(tmp_path, "echo zut")) == ""
    assert version_of(program(tmp_path, "echo 1.2; exit 3")) == ""
    assert version_of(tmp_path / "none") == ""
    assert version_of(tmp_path / "soffice.exe") == ""


@pytest.mark.libreoffice
def test_the_libreoffice_of_this_computer_says_its_version() -> None:
    office = shutil.which("soffice")

    assert office
    assert int(version_of(Path(office)).split(".")[0]) >= 7
