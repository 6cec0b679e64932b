"""Whatever is typed, lost or damaged in a file: findings with their place, never a crash or a hang.

Each edit is made in a copy of this repository's own workspace, with settings that name all there is
to name; the commands are run on it as people run them.
"""

import random
import re
import shutil
import struct
import time
import traceback
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from mutations import spoil
from project import REPOSITORY

from conventassembler import build
from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.compiled import Compiled
from conventassembler.draft.library import compile_library
from conventassembler.library import Library
from conventassembler.library.loader import load_library

Findings = tuple[Diagnostic, ...]

SETTINGS = """\
profil = "collectivite"
gabarit = "mairie"

[usages]
durees = "lettres et chiffres"
orthographe-de-1990 = "oui"
accents-sur-les-capitales = "oui"
espaces-fines = "oui"
premier-article = "1er"

[[logos]]
fichier = "logos/departement.png"
texte = "Logo du Département de la Côte-d'Or"
partie = "departement-cote-d-or"
hauteur = "20 mm"
"""
_PLACE = re.compile(r"^(?P<file>\S[^:\n]*):(?P<line>\d+):(?P<column>\d+): ", re.MULTILINE)
_SLOW = 10.0
"""Seconds of work that no run may take."""
EARLIER = b"earlier"


def workspace(root: Path) -> list[Path]:
    """Lay out the workspace in `root`; return its files of text and settings, to be spoilt."""
    for name in ("clauses", "agreements"):
        shutil.copytree(REPOSITORY / name, root / name)
    (root / "conventassembler.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "templates").mkdir()
    shipped = REPOSITORY / "conventassembler" / "templates" / "classique.docx"
    shutil.copy(shipped, root / "templates" / "mairie.docx")
    (root / "logos").mkdir()
    (root / "logos" / "departement.png").write_bytes(_picture())
    (root / "output").mkdir()
    for path in (root / "agreements").glob("*.yaml"):
        for ending in (".docx", ".md"):
            (root / "output" / (path.stem + ending)).write_bytes(EARLIER)
    return sorted(path for path in root.rglob("*") if path.is_file() and "output" not in path.parts)


def _picture() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 14)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def weighed(files: list[Path], root: Path) -> list[Path]:
    """Return the files with agreements and settings more often: people edit these most."""
    often = [path for path in files if path.parent.name != "templates"]
    agreements = [path for path in often if path.parent == root / "agreements"]
    own = [path for path in often if root / "agreements" in path.parents]
    return [*files, *agreements * 20, *own * 10, *[root / "conventassembler.toml"] * 30]


def run(seed: int) -> str:
    """Spoil one file, run a command, hold what it does; return what it printed."""
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        files = workspace(root)
        path = spoil(root, weighed(files, root), chance)
        names = sorted(one.stem for one in (root / "agreements").glob("*.yaml") if one.is_file())
        about = [name for name in names if name in (path.stem, path.parent.name)]
        command = [chance.choice(("build", "build", "check")), *(about or [chance.choice(names)])]
        told = f"seed {seed}, {path.relative_to(root).as_posix()}, {' '.join(command)}"
        before = _output(root)
        began = time.process_time()
        result = CliRunner().invoke(cli, [*command, "--workspace", str(root), "--lang", "fr"])
        spent = time.process_time() - began
        _hold_exit(result, told)
        assert spent < _SLOW, f"{told}: {spent:.1f} s"
        _hold_output(before, root, command, result.exit_code, told)
        for place in _PLACE.finditer(result.output):
            _hold_place(root / place["file"], int(place["line"]), int(place["column"]), told)
        return result.output


def _hold_exit(result: object, told: str) -> None:
    error = getattr(result, "exception", None)
    if error is not None and not isinstance(error, SystemExit):
        pytest.fail(f"{told}\n{''.join(traceback.format_exception(error))[-3000:]}")
    assert getattr(result, "exit_code", None) in (0, 1, 2), told


def _output(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "output").iterdir())}


def _hold_output(
    before: dict[str, bytes], root: Path, command: list[str], code: int, told: str
) -> None:
    """Hold that all files of the act are new, or none, and that nothing else is touched."""
    after = _output(root)
    assert set(after) == set(before), told
    written = {name for name in after if after[name] != before[name]}
    whole = {f"{command[1]}.docx", f"{command[1]}.md"} if command[0] == "build" else set()
    assert written == (whole if code == 0 else set()), told


def _hold_place(file: Path, line: int, column: int, told: str) -> None:
    assert file.exists(), f"{told}: {file}"
    if not file.is_file():
        return
    text = file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= line <= len(lines), f"{told}: line {line} of {len(lines)}"
    wide = len(lines[line - 1]) + 1
    assert 1 <= column <= wide, f"{told}: {line}:{column} of {wide}"


def hold(seeds: range) -> None:
    """Run all seeds, and hold that a good part of the edits is told as an error."""
    stopped = sum(" erreur C" in run(seed) for seed in seeds)
    assert stopped > len(seeds) // 4


@pytest.fixture(autouse=True)
def clauses_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let runs whose clauses are as they were share what is read and compiled of them."""
    untouched = _print_of(REPOSITORY / "clauses")
    read: list[tuple[Library, Findings]] = []
    compiled: list[tuple[Compiled, Findings]] = []

    def library(folder: Path, root: Path) -> tuple[Library, Findings]:
        if _print_of(folder) != untouched:
            return load_library(folder, root)
        read[:] = read or [load_library(folder, root)]
        return read[0]

    def programs(of: Library) -> tuple[Compiled, Findings]:
        if not read or of is not read[0][0]:
            return compile_library(of)
        compiled[:] = compiled or [compile_library(of)]
        return compiled[0]

    monkeypatch.setattr(build, "load_library", library)
    monkeypatch.setattr(build, "compile_library", programs)


def _print_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.timeout(1200)
def test_no_edit_breaks_a_command() -> None:
    hold(range(150))


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_no_edit_breaks_a_command_in_a_long_run() -> None:
    hold(range(150, 2150))
