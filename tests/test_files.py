"""Files that cannot be read or written, and how files are named: what no gallery can hold."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from click.testing import CliRunner, Result
from project import copy_of_repository

from conventassembler.build import assemble
from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic, Severity
from conventassembler.filenames import is_beside
from conventassembler.source.text import LIMIT
from conventassembler.tables import read_table
from conventassembler.workspace import Workspace, write_files

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
    assert str(found.position) == f"agreements/{name}.yaml"
    return found


def test_a_file_that_is_gone_is_told(workspace: Workspace) -> None:
    workspace.agreement("exemple").unlink()

    found = told(workspace, "exemple")

    assert (found.code, found.arguments["file"]) == ("C002", "agreements/exemple.yaml")


def test_a_file_of_a_near_name_is_proposed(workspace: Workspace) -> None:
    (workspace.root / "valeurs.csv").write_text("commune;Longvic\n", encoding="utf-8")

    _, (found,) = read_table(workspace.root / "valeur.csv", "valeur.csv")
    _, (other,) = read_table(workspace.root / "tarifs.csv", "tarifs.csv")

    assert str(found.position) == "valeur.csv"
    assert found.arguments["suggestion"] == "valeurs.csv"
    assert "suggestion" not in other.arguments


def test_the_workspace_below_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(BASE, tmp_path / "mairie")
    monkeypatch.chdir(tmp_path)

    below = CliRunner().invoke(cli, ["check"]).output
    named = CliRunner().invoke(cli, ["check", "--workspace", "."]).output
    monkeypatch.chdir(tmp_path / "mairie" / "agreements" / "parties")
    elsewhere = CliRunner().invoke(cli, ["check", "--workspace", "."]).output

    assert "cd mairie" in below
    assert "--workspace mairie" in named
    assert ":1:1" not in below + named + elsewhere
    assert "cd " not in elsewhere


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


# -- what is written over


def test_the_rights_of_a_file_are_kept(workspace: Workspace) -> None:
    path = workspace.agreement("exemple")
    path.chmod(0o600)

    assert write_files({path: b"neuf"}, workspace) == ({path}, ())

    assert path.read_bytes() == b"neuf"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_goes_on_leading_to_its_file(workspace: Workspace) -> None:
    path, other = workspace.agreement("exemple"), workspace.agreement("autre")
    kept = workspace.root / "ailleurs.yaml"
    path.rename(kept)
    for link in (path, other):
        link.symlink_to(kept)

    changed, found = write_files({path: b"neuf", other: b"neuf"}, workspace)

    assert (changed, found) == ({path, other}, ())
    assert path.is_symlink()
    assert other.is_symlink()
    assert kept.read_bytes() == b"neuf"
    assert not list(workspace.root.rglob("*.tmp"))


def test_two_runs_at_once_do_not_write_under_one_name(workspace: Workspace) -> None:
    path = workspace.agreement("exemple")
    other = "import os, pathlib, sys;"
    other += "from conventassembler.workspace.writing import _temporary as name;"
    other += "sys.stdout.buffer.write(os.fsencode(name(pathlib.Path(sys.argv[1]))))"
    run = [sys.executable, "-c", other, str(path)]

    theirs = Path(os.fsdecode(subprocess.run(run, capture_output=True, check=True).stdout))
    theirs.write_bytes(b"leur fichier")

    assert write_files({path: b"neuf"}, workspace) == ({path}, ())
    assert theirs.read_bytes() == b"leur fichier"


# -- folders that are closed


def ordinary(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user to whom the rights of files apply, as they do not to root."""
    drop = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    root = os.name == "posix" and os.geteuid() == 0
    if os.name == "nt" or (root and not shutil.which("setpriv")):
        pytest.skip("nobody here to whom folders can be closed")
    return subprocess.run(
        [*(drop if root else []), sys.executable, "-m", "conventassembler", *words, "--lang", "en"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("mode", [0o000, 0o444])
@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("check",),
        ("upgrade",),
        ("new", "convention-simple", "genlis"),
        ("try", "duree/ferme"),
    ],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize(
    "name", ["agreements", "agreements/parties", "clauses", "clauses/models", "templates"]
)
def test_a_closed_folder_is_told(
    workspace: Workspace, name: str, words: tuple[str, ...], mode: int
) -> None:
    closed = workspace.root / name
    closed.mkdir(exist_ok=True)
    closed.chmod(mode)
    try:
        done = ordinary(workspace.root, *words)
    finally:
        closed.chmod(0o755)

    assert done.returncode == 1, done.stderr
    assert f"{name}: error C008 “{name}” cannot be read: Permission denied" in done.stderr
    assert not done.stdout


def test_a_workspace_in_a_closed_folder_is_told(workspace: Workspace, tmp_path: Path) -> None:
    (workspace.root / "clos" / "x").mkdir(parents=True)
    (workspace.root / "clos").chmod(0)
    try:
        done = ordinary(tmp_path, "list", "--workspace", "clos/x")
        made = ordinary(tmp_path.parent, "init", f"{tmp_path.name}/clos/x")
    finally:
        (workspace.root / "clos").chmod(0o755)

    assert (done.returncode, made.returncode) == (2, 1)
    assert "clos/x: error C008" in done.stderr
    assert "clos/x: error C006" in made.stderr


def test_a_folder_that_cannot_be_written_in_is_named(tmp_path: Path) -> None:
    (tmp_path / "ro").mkdir(mode=0o555)

    done = ordinary(tmp_path, "init", "ro/x")

    assert done.returncode == 1
    assert "ro/x/" in done.stderr.splitlines()[0]
    assert "check that you may write in the folder “ro”" in done.stderr


# -- names


@pytest.fixture(name="library")
def whole_library(tmp_path: Path) -> Workspace:
    """A copy of the repository's clauses and agreements."""
    return copy_of_repository(tmp_path)


def new(workspace: Workspace, file: str, model: str = "protocole-territorial") -> Result:
    words = ["new", model, file, "--workspace", str(workspace.root), "--lang", "en"]
    return CliRunner().invoke(cli, words, catch_exceptions=False)


@pytest.mark.parametrize(
    "name",
    [
        *("con", "CON", "Prn", "aux", "nul", "com1", "COM¹", "lpt9", "con.x", "nul.2027"),
        *(
            "-x",
            ".cache",
            "fin.",
            "fin ",
            "a:b",
            "a*",
            "a\x07",
            "\udcff\udce9",
            "x" * 201,
            "é" * 101,
        ),
    ],
)
def test_a_name_that_some_computer_refuses_is_refused(workspace: Workspace, name: str) -> None:
    path, found = workspace.new_agreement(name)

    assert path is None
    assert [item.code for item in found] == ["C016"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("genlis", "genlis"),
        ("genlis.yaml", "genlis"),
        ("GENLIS.YAML", "GENLIS"),
        ("genlis.Yml", "genlis"),
        ("genlis.docx", "genlis"),
        ("genlis.v2", "genlis.v2"),
        (normalize("NFD", "été"), "été"),
        ("é" * 100, "é" * 100),
        ("console", "console"),
        ("agreements/genlis.yaml", "genlis"),
    ],
)
def test_a_name_is_taken_as_it_is_meant(workspace: Workspace, typed: str, name: str) -> None:
    assert workspace.new_agreement(typed) == (workspace.agreement(name), ())


@pytest.mark.parametrize("typed", ["été", normalize("NFD", "été"), "ÉTÉ", "e\u0301te\u0301.YAML"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_that_some_computer_holds_for_the_same_is_taken(
    workspace: Workspace, typed: str, form: str
) -> None:
    workspace.agreement("exemple").rename(workspace.agreement(normalize(form, "été")))

    path, found = workspace.new_agreement(typed)

    assert path is None
    assert [item.code for item in found] == ["C014"]


@pytest.mark.parametrize(("there", "typed"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_an_agreement_is_meant_however_its_accents_are_kept(
    workspace: Workspace, there: Literal["NFC", "NFD"], typed: Literal["NFC", "NFD"]
) -> None:
    name = normalize(there, "été")
    workspace.agreement("exemple").rename(workspace.agreement(name))

    assert workspace.choose((normalize(typed, "été"),)) == ((name,), ())


def test_an_agreement_that_is_there_is_to_be_gone_on_with(workspace: Workspace) -> None:
    """Whoever types `new` a second time wants to go on, and has no use for an excerpt."""
    names = ("genlis", "Val d'Ouche")
    for name in names:
        lead = "# yaml-language-server: $schema=x\n"
        workspace.agreement(name).write_text(f"{lead}format: 1\n", encoding="utf-8")

    plain, quoted = (new(workspace, name).output for name in names)

    assert "conventassembler fill genlis; else choose another name" in plain
    assert 'conventassembler fill "Val d\'Ouche"' in quoted
    assert "yaml-language-server" not in plain
    assert "delete" not in plain


def test_a_link_that_leads_nowhere_is_left(workspace: Workspace) -> None:
    link = workspace.agreement("genlis")
    link.symlink_to(workspace.root / "nulle-part")

    assert "C014" in new(workspace, "genlis").output
    assert link.is_symlink()


def test_a_path_may_begin_at_the_workspace(
    library: Workspace, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("ailleurs"))

    assert new(library, "agreements/genlis.yaml").exit_code == 0
    assert library.agreement("genlis").is_file()
    assert "C015" in new(library, "output/genlis.yaml").output


def test_what_is_to_be_typed_next_can_be(library: Workspace) -> None:
    assert 'conventassembler check "a & b" --workspace' in new(library, "a & b").output
    assert "conventassembler check 'a$b' --workspace" in new(library, "a$b").output


def test_remarks_about_the_file_just_made_wait_for_check(library: Workspace) -> None:
    """Its clauses renew the act without end, which `check` remarks on."""
    assert "C740" not in new(library, "genlis").output
    (found,) = (one for one in assemble(library, ("genlis",)).findings if one.code == "C740")
    assert found.severity is Severity.NOTE


@pytest.mark.parametrize(
    "typed", ["Protocole Territorial", "clauses/models/protocole-territorial.yaml"]
)
def test_a_model_is_named_in_the_ways_people_type_it(library: Workspace, typed: str) -> None:
    result = new(library, "genlis", typed)

    assert result.exit_code == 0, result.output
    assert library.agreement("genlis").is_file()


def test_a_file_that_is_read_only_is_not_replaced(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = workspace.agreement("exemple"), workspace.root / "autre.txt"
    before = path.read_bytes()
    path.chmod(stat.S_IREAD)
    monkeypatch.setattr(os, "access", lambda place, _: Path(place) != path)  # for an administrator

    done, (found,) = write_files({other: b"un", path: b"deux"}, workspace)
    path.chmod(stat.S_IREAD | stat.S_IWRITE)

    assert (found.code, found.arguments["file"]) == ("C006", "agreements/exemple.yaml")
    assert not done
    assert path.read_bytes() == before
    assert not other.exists()


@pytest.mark.parametrize("name", ["conventassembler.cli", "click"])
def test_ctrl_c_while_the_program_is_loaded_leaves_no_trace(name: str) -> None:
    words = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {name!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from conventassembler.entering import main\n"
        "main()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_ctrl_c_that_falls_where_nothing_can_be_raised_is_not_lost() -> None:
    words = (
        "import time, weakref\n"
        "from conventassembler import cli\n"
        "from conventassembler.entering import main\n"
        "class Gone: pass\n"
        "def interrupted(_): raise KeyboardInterrupt\n"
        "def run():\n"
        "    gone = Gone()\n"
        "    kept = weakref.ref(gone, interrupted)\n"
        "    del gone\n"
        "    time.sleep(5)\n"
        "cli.main = run\n"
        "main()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


BACKUPS = (
    ".#{}.{}",
    ".{}.{}.swp",
    "~${}.{}",
    "#{}.{}#",
    "{}.{}~",
    "{}~.{}",
    "{}.bak.{}",
    "{}.{}.bak",
)
MEANT = ("{} - Copie.{}", "{} (copie).{}", "{} - Copy (2).{}", "#{}.{}", "{}-bak.{}", "{}.v2.{}")


def test_what_programs_keep_beside_a_file_is_told_from_what_somebody_made() -> None:
    assert all(is_beside(name.format("a", "yaml")) for name in BACKUPS)
    assert not any(is_beside(name.format("a", "yaml")) for name in MEANT)


def test_what_programs_keep_beside_files_is_read_nowhere(workspace: Workspace) -> None:
    def told() -> str:
        words = ["check", "--final", "--lang", "fr", "--workspace", str(workspace.root)]
        result = CliRunner().invoke(cli, words)
        return result.output + str(workspace.names())

    before = told()
    for folder in (workspace.agreements, workspace.clauses):
        for path in [*folder.rglob("*.yaml"), *folder.rglob("*.md")]:
            for name in BACKUPS:
                beside = name.format(path.stem, path.suffix[1:])
                path.with_name(beside).write_text("what: is this", encoding="utf-8")

    assert told() == before


@pytest.mark.parametrize("name", ["essai~", "essai.bak", "~$essai"])
def test_nobody_makes_an_agreement_that_would_be_passed_over(
    workspace: Workspace, name: str
) -> None:
    path, (found,) = workspace.new_agreement(name)

    assert path is None
    assert found.code == "C016"


def test_a_copy_that_somebody_made_is_an_agreement_of_its_own(workspace: Workspace) -> None:
    shutil.copy(workspace.agreement("exemple"), workspace.agreement("exemple - Copie"))

    result = CliRunner().invoke(cli, ["build", "--workspace", str(workspace.root), "--lang", "fr"])

    for name in ("exemple", "exemple - Copie"):
        assert f"écrit\u00a0: output/{name}.docx\n" in result.stdout
