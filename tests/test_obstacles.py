"""What keeps documents from being written, and what Windows refuses: told before anything is."""

import os
from pathlib import Path, PureWindowsPath

import pytest
from click.testing import CliRunner, Result

from conventassembler import windows
from conventassembler.batch.disk import refusal
from conventassembler.cli import cli
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.obstacles import lock_names, obstacles
from conventassembler.starter import start
from conventassembler.windows import (
    as_windows,
    extended,
    is_open_elsewhere,
    is_too_long,
    length,
    shortened,
    unnameable,
    within_reach,
)
from conventassembler.workspace import Workspace, reached, write_files
from conventassembler.workspace import writing as files_of

WORD_FILE = "exemple.docx"


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(
        cli, [*words, "--workspace", str(folder), "--lang", "fr"], catch_exceptions=False
    )


def owner_file(user: str) -> bytes:
    """Return what Word writes beside a document: 162 bytes, the name in two alphabets."""
    narrow = user.encode("cp1252", "replace")
    begin = (bytes([len(narrow)]) + narrow).ljust(54, b"\0")
    wide = len(user).to_bytes(2, "little") + user.encode("utf-16-le")
    return (begin + wide).ljust(162, b"\0")


def windows_error(number: int) -> PermissionError:
    problem = PermissionError(13, "Accès refusé")
    problem.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return problem


@pytest.fixture(name="built")
def built_and_changed(workspace: Path) -> Path:
    """A workspace that was built, and whose documents are to change."""
    assert run(workspace, "build").exit_code == 0
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("années: 3", "années: 4"), encoding="utf-8")
    return workspace


def outputs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "output").iterdir()}


# -- documents that are open


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("convention.docx", ["~$nvention.docx"]),
        ("longvic.docx", ["~$ongvic.docx", "~$ngvic.docx"]),
        ("sceaux.docx", ["~$sceaux.docx"]),
        ("a.b.docx", ["~$a.b.docx"]),
    ],
)
def test_word_cuts_the_beginning_of_long_names(name: str, owner: list[str]) -> None:
    found = list(lock_names(name))

    assert [lock for lock, program in found if program == "Word"] == owner
    assert found[-1] == (f".~lock.{name}#", "LibreOffice")


def test_a_document_that_word_has_open_stays_as_it_was(built: Path) -> None:
    (built / "output" / "~$xemple.docx").write_bytes(owner_file("Zoé D’Œuvre"))
    before = outputs(built)

    result = run(built, "build")

    said = result.stderr.replace("\N{NO-BREAK SPACE}", " ")
    assert result.exit_code == 1
    assert "erreur C067 « output/exemple.docx » est ouvert dans Word par Zoé D’Œuvre" in said
    assert "fermez exemple.docx dans Word, puis recommencez" in said
    assert "« output » est resté tel quel" in result.stdout.replace("\N{NO-BREAK SPACE}", " ")
    assert outputs(built) == before


def test_after_a_crash_the_mark_can_be_passed_over(built: Path) -> None:
    (built / "output" / ".~lock.exemple.docx#").write_bytes(b",x,pc,28.11.2026 19:11,file:///a;")
    before = outputs(built)

    assert run(built, "build", "--force").exit_code == 0
    assert outputs(built)[WORD_FILE] != before[WORD_FILE]


def test_what_stays_as_it_is_may_be_open(workspace: Path) -> None:
    run(workspace, "build")
    (workspace / "output" / "~$xemple.docx").write_bytes(owner_file("X"))

    assert run(workspace, "build").exit_code == 0


@pytest.mark.parametrize(
    ("lock", "data", "who"),
    [
        (".~lock.x.docx#", b",agent,PC-12,28.11.2026 19:11,file:///C:/a;", "agent"),
        (".~lock.x.docx#", "Durand\\, Zoé,zd,PC-12,28.11.2026,f;".encode(), "Durand, Zoé"),
        (".~lock.x.docx#", b"", "quelqu’un"),
        (".~lock.x.docx#", b"\xff\x1b[31m,;", "\N{REPLACEMENT CHARACTER} [31m"),
        ("~$x.docx", owner_file("X" * 52), "X" * 52),
        ("~$x.docx", b"", "quelqu’un"),
        ("~$x.docx", b"\xff" * 162, "quelqu’un"),
        ("~$x.docx", owner_file("X")[:56], "quelqu’un"),
    ],
)
def test_who_has_it_is_read_with_care(workspace: Path, lock: str, data: bytes, who: str) -> None:
    space, path = Workspace(workspace), workspace / "x.docx"
    path.write_bytes(b"alt")
    path.with_name(lock).write_bytes(data)

    (found,) = obstacles({path: b"neu"}, space, platform="linux")

    program = "LibreOffice" if lock.startswith(".") else "Word"
    said = message(found, "fr").replace("\N{NO-BREAK SPACE}", " ")
    assert f"est ouvert dans {program} par {who} :" in said
    assert "--force" in remedy(found, "fr")


def test_on_windows_a_document_that_can_be_written_is_not_open(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space, path = Workspace(workspace), workspace / "x.docx"
    path.write_bytes(b"alt")
    path.with_name("~$x.docx").write_bytes(owner_file("X"))

    assert obstacles({path: b"neu"}, space, platform="win32") == ()

    opened = Path.open

    def refuse(self: Path, mode: str = "r", *more: object) -> object:
        if self == path and "+" in mode:
            raise PermissionError(13, "Permission denied")
        return opened(self, mode, *more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    (found,) = obstacles({path: b"neu"}, space, platform="win32")
    assert found.arguments["who"] == "X"


def test_a_link_is_open_where_it_leads(workspace: Path, tmp_path: Path) -> None:
    space, link = Workspace(workspace), workspace / "lien.docx"
    place = tmp_path / "vrai.docx"
    place.write_bytes(b"alt")
    link.symlink_to(place)
    place.with_name("~$vrai.docx").write_bytes(owner_file("X"))

    (found,) = obstacles({link: b"neu"}, space, platform="linux")

    assert found.arguments["name"] == "lien.docx"


# -- what Windows refuses


@pytest.mark.parametrize(("number", "probed"), [(32, None), (33, None), (5, 32)])
def test_a_document_that_cannot_be_moved_is_told_as_open(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, number: int, probed: int | None
) -> None:
    space = Workspace(workspace)
    path, other = workspace / "b.docx", workspace / "a.docx"
    path.write_bytes(b"alt")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "b.docx":
            raise windows_error(number)
        return replace(self, target)

    def probe(source: object, target: object) -> None:
        assert source == target == path
        raise windows_error(probed or 0)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(windows.os, "rename", probe)

    changed, (found,) = write_files({other: b"neu", path: b"neu"}, space)

    assert (changed, found.code, found.arguments["name"]) == (frozenset(), "C068", "b.docx")
    assert path.read_bytes() == b"alt"
    assert not other.exists()
    assert not list(workspace.glob(".*.tmp"))


def test_a_folder_that_is_closed_is_no_open_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"")

    assert not is_open_elsewhere(windows_error(5), path)
    assert not is_open_elsewhere(PermissionError(13, "Permission denied"), path)
    assert path.exists()


def test_a_path_that_windows_does_not_take_is_told(workspace: Path) -> None:
    path = workspace / "dossier" / ("d" * 120) / ("e" * 130) / "x.docx"

    (found,) = obstacles({path: b"neu"}, Workspace(workspace), platform="win32")

    assert (found.code, int(found.arguments["signs"])) == ("C069", len(str(path)))
    assert obstacles({path: b"neu"}, Workspace(workspace), platform="linux") == ()


@pytest.mark.parametrize("name", ["envoi.", "CON", "aux.docx"])
def test_a_folder_that_windows_does_not_take_is_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("conventassembler.cli.sending.here", lambda: True)
    monkeypatch.setattr("conventassembler.starter.here", lambda: True)

    result = run(workspace, "build", "--to", name)

    assert result.exit_code == 2
    assert "C070" in result.stderr
    assert start(Path(name)).findings[0].code == "C070"


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (r"C:\Mes conventions\Été 2027\longvic", []),
        (r"\\serveur\partage\conventions", []),
        (r"\\?\C:\conventions", []),
        (r"..\conventions\.git", []),
        (r"C:\conventions.\x", ["conventions."]),
        ("C:\\conventions \\x", ["conventions "]),
        (r"\\serveur\partage\aux\nul.docx", ["aux", "nul.docx"]),
        (r"D:COM1\LPT9.yaml", ["COM1", "LPT9.yaml"]),
        (r"C:\CONIN$\conout$.docx", ["CONIN$", "conout$.docx"]),
        (r"C:\a|b\c?d", ["a|b", "c?d"]),
        (r"C:\a:b", ["a:b"]),
        ("C:\\" + "e\N{COMBINING ACUTE ACCENT}" * 60, []),
    ],
)
def test_names_that_windows_drops_refuses_or_keeps_for_itself(path: str, wrong: list[str]) -> None:
    assert list(unnameable(PureWindowsPath(path))) == wrong


@pytest.mark.parametrize(
    ("path", "long"),
    [
        (r"C:\a\b c.docx", r"\\?\C:\a\b c.docx"),
        (r"\\serveur\partage\a.docx", r"\\?\UNC\serveur\partage\a.docx"),
        (r"\\?\C:\a", r"\\?\C:\a"),
        (r"\\.\pipe\a", r"\\.\pipe\a"),
        (r"C:a", "C:a"),
        (r"a\b", r"a\b"),
        (r"\a", r"\a"),
    ],
)
def test_the_form_of_paths_of_any_length(path: str, long: str) -> None:
    assert extended(PureWindowsPath(path)) == long
    assert shortened(long) in (path, path.removeprefix("\\\\?\\"))


def test_a_path_of_any_length_is_told_as_people_know_it() -> None:
    problem = OSError(28, "No space", r"\\?\C:\lots\a.docx", 112, r"\\?\UNC\serveur\envoi\a.docx")

    assert refusal(problem, Path("envoi"), 3).position.file == r"\\serveur\envoi\a.docx"


# -- a drive that stands for a share: what is behind it has another name


def from_a_drive(monkeypatch: pytest.MonkeyPatch, folder: Path, *, even_behind: bool) -> None:
    """Let no way lead from the current folder elsewhere, as Windows says it of another drive."""
    lead = os.path.relpath

    def relpath(path: Path, start: Path | None = None) -> str:
        if start is None or not even_behind:
            raise ValueError(r"path is on mount '\\serveur\partage', start on mount 'Z:'")
        return lead(path, start)

    monkeypatch.chdir(folder)
    monkeypatch.setattr("os.path.relpath", relpath)


def test_a_file_is_reached_from_a_drive_that_stands_for_a_share(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from_a_drive(monkeypatch, tmp_path, even_behind=True)
    assert reached(tmp_path / "envoi" / "a.csv") == str(Path("envoi", "a.csv"))

    from_a_drive(monkeypatch, tmp_path, even_behind=False)
    assert reached(tmp_path / "a.csv") == str(tmp_path / "a.csv")


@pytest.mark.parametrize("even_behind", [True, False])
def test_a_command_ends_well_in_a_drive_that_stands_for_a_share(
    monkeypatch: pytest.MonkeyPatch, workspace: Path, even_behind: bool
) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("date: 2026-01-15", "date: à compléter"), encoding="utf-8")
    from_a_drive(monkeypatch, workspace, even_behind=even_behind)

    result = CliRunner().invoke(cli, ["batch", "exemple", "--template"], catch_exceptions=False)

    assert result.exit_code == 0
    assert (workspace / "exemple.xlsx").exists()


def test_what_lies_in_the_workspace_by_another_name_is_shown_from_its_root(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    drive = tmp_path_factory.mktemp("lecteurs") / "Z"
    drive.symlink_to(workspace, target_is_directory=True)

    space = Workspace(workspace)
    assert space.shown(drive / "agreements" / "a.yaml") == "agreements/a.yaml"
    assert space.shown(Path("a.yaml")) == "a.yaml"
    assert space.shown(drive.parent / "b.yaml") == (drive.parent / "b.yaml").as_posix()


def test_windows_counts_signs_in_pairs_of_bytes() -> None:
    path = PureWindowsPath("C:\\" + "é" * 250 + "\N{MEDIUM SHADE}\N{GRINNING FACE}")

    assert length(path) == 3 + 250 + 1 + 2
    assert not is_too_long(path)
    assert is_too_long(PureWindowsPath(f"{path}abcd"))


def test_the_temporary_name_may_be_longer_than_what_users_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert within_reach(Path("/a" * 200)) == Path("/a" * 200)
    monkeypatch.setattr(windows, "here", lambda: True)
    monkeypatch.setattr(windows, "as_windows", lambda path: PureWindowsPath(f"C:{path}"))

    assert str(within_reach(Path("/a" * 200))).startswith("\\\\?\\C:\\a\\a")
    assert within_reach(Path("/a")) == Path("/a")
    assert files_of._temporary(Path("/a")).name == f".a.{os.getpid()}.tmp"
    assert as_windows(Path("a/b")).parts == ("a", "b")
