"""`init`: a workspace to begin with, from a checkout and from an installed package."""

import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import REPOSITORY

from conventassembler import starter
from conventassembler.cli import cli
from conventassembler.starter import EXAMPLE, FOLDERS, OWN, PAGES, start, starter_files

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
OWN_NAMES = (
    *("LISEZMOI.md", "conventassembler.toml", ".gitignore", "Menu.cmd"),
    *(".vscode/settings.json", ".vscode/extensions.json"),
)


def run(*words: str, lang: str = "en") -> Result:
    return CliRunner().invoke(cli, [*words, "--lang", lang], catch_exceptions=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# -- what is written


def test_the_files_are_those_of_the_repository(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "essai")).exit_code == 0

    written = {
        name: data
        for name, data in contents(tmp_path / "essai").items()
        if not name.startswith(".conventassembler/")  # made anew wherever it is wanted
    }
    assert set(OWN_NAMES) < set(written)
    for name in OWN_NAMES:
        del written[name]
    held = {
        path.relative_to(REPOSITORY).as_posix()
        for folder in FOLDERS
        for path in (REPOSITORY / folder).rglob("*")
        if path.suffix in (".md", ".yaml", ".png", ".svg")
    }
    assert set(written) == held | {*EXAMPLE, *PAGES}
    assert all(data == (REPOSITORY / name).read_bytes() for name, data in written.items())


def test_every_link_of_the_pages_leads_somewhere(tmp_path: Path) -> None:
    start(tmp_path)
    pages = [tmp_path / "LISEZMOI.md", *(tmp_path / "docs").rglob("*.md")]

    links = [
        (page, link.partition("#")[0])
        for page in pages
        for link in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", page.read_text(encoding="utf-8")))
        if not link.startswith(("http", "#"))
    ]
    assert len(links) > 20
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_the_example_builds_and_lacks_only_its_blanks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", str(tmp_path / "essai"))
    monkeypatch.chdir(tmp_path / "essai")

    result = run("build")

    assert result.exit_code == 0, result.output
    told = re.findall(r": (\w+) (C\d{3}) ", result.output)
    assert {code for level, code in told if level != "accepted"} <= {"C701"}
    assert sorted(path.name for path in Path("output").iterdir()) == ["longvic.docx", "longvic.md"]
    assert (
        Path("output/longvic.md").read_bytes()
        == (REPOSITORY / "output" / "longvic.md").read_bytes()
    )


def test_the_records_are_those_that_the_example_takes_up() -> None:
    files = starter_files()
    taken = re.findall(rb"^ +fiche: ([\w-]+)", files["agreements/longvic.yaml"], re.MULTILINE)

    assert taken
    records = {name for name in files if name.startswith("agreements/parties/")}
    assert records == {f"agreements/parties/{name.decode()}.yaml" for name in taken}


def test_nothing_but_texts_of_ours_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        *EXAMPLE,
        *PAGES,
        "docs/fr/guide.md",
        "docs/fr/images/page.png",
        "clauses/duree/tacite.md",
        "clauses/models/simple.yaml",
        "clauses/duree/.tacite.md.swp",
        "clauses/duree/.cache.md",
        "clauses/duree/tacite.md~",
        "clauses/duree/tacite.docx",
        "clauses/.git/config.yaml",
        "clauses/__pycache__/x.pyc",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"a\r\n")
    monkeypatch.setattr(starter, "_shipped", lambda: tmp_path)

    files = starter_files()

    assert set(files) == {
        *OWN,
        *EXAMPLE,
        *PAGES,
        "docs/fr/guide.md",
        "docs/fr/images/page.png",
        "clauses/duree/tacite.md",
        "clauses/models/simple.yaml",
    }
    assert files["clauses/duree/tacite.md"] == b"a\r\n"


# -- what is there already


def test_a_second_init_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    run("init", str(tmp_path / "essai"))
    (tmp_path / "essai" / "agreements" / "longvic.yaml").write_text("à moi\n", encoding="utf-8")
    before = contents(tmp_path)

    result = run("init", str(tmp_path / "essai"))

    assert result.exit_code == 2
    assert "C010" in result.stderr
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["clauses", "agreements"])
@pytest.mark.parametrize("kind", ["folder", "file", "lost link"])
def test_a_folder_with_clauses_or_agreements_is_refused(
    tmp_path: Path, name: str, kind: str
) -> None:
    if kind == "folder":
        (tmp_path / name).mkdir()
    elif kind == "file":
        (tmp_path / name).write_text("à moi\n", encoding="utf-8")
    else:
        (tmp_path / name).symlink_to(tmp_path / "nulle-part")

    started = start(tmp_path)

    assert [finding.code for finding in started.findings] == ["C010"]
    assert started.findings[0].arguments["name"] == name
    assert started.files == ()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_other_files_are_kept_and_told(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("à moi\n", encoding="utf-8")

    result = run("init", str(tmp_path))

    assert result.exit_code == 0
    assert "left as it was: .gitignore\n" in result.output
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "à moi\n"
    assert (tmp_path / "LISEZMOI.md").is_file()


def test_no_workspace_is_made_inside_another(tmp_path: Path) -> None:
    start(tmp_path / "un")

    inside = start(tmp_path / "un" / "agreements" / "deux")

    assert [finding.code for finding in inside.findings] == ["C013"]
    assert not (tmp_path / "un" / "agreements" / "deux").exists()
    assert run("init", str(tmp_path / "un" / "deux")).exit_code == 2


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("à moi\n", encoding="utf-8")

    result = run("init", str(path))

    assert result.exit_code == 2
    assert "C012" in result.stderr
    assert path.read_text(encoding="utf-8") == "à moi\n"


def test_a_writing_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "tacite.md":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)

    result = run("init", str(tmp_path / "un" / "essai"))

    assert result.exit_code == 1
    assert "C006" in result.stderr
    assert list(tmp_path.iterdir()) == []

    monkeypatch.undo()
    assert run("init", str(tmp_path / "un" / "essai")).exit_code == 0


# -- what is said


def test_what_to_type_next_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("init", "mes conventions", lang="fr")

    assert result.output.replace("\N{NO-BREAK SPACE}", " ") == (
        "Un espace de travail est prêt dans « mes conventions ».\n"
        "Lisez-y « LISEZMOI.md », puis tapez :\n"
        '    cd "mes conventions"\n'
        "    conventassembler list\n"
        "    conventassembler build\n"
        "Ou travaillez par numéros : conventassembler menu (sous Windows, un double clic sur"
        " « Menu.cmd »)\n"
    )


def test_the_current_folder_needs_no_cd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert "cd " not in run("init", ".").output


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("essai", "cd essai"),
        ("été/un", "cd été/un"),
        ("a&b", 'cd "a&b"'),
        ('q"r', "cd 'q\"r'"),
        ("$HOME", "cd '$HOME'"),
        ("-dash", "cd ./-dash"),
    ],
)
def test_the_folder_to_go_to_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(cli, ["init", "--", name], catch_exceptions=False)

    assert f"\n    {typed}\n" in result.output


@pytest.mark.parametrize(
    "words", [("init", "/nulle/part"), ("list",), ("check", "--workspace", "/"), ("try", "a/b")]
)
def test_a_current_folder_that_is_gone_is_told_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    (tmp_path / "g").mkdir()
    monkeypatch.chdir(tmp_path / "g")
    (tmp_path / "g").rmdir()

    result = run(*words)

    assert result.exit_code == 2
    assert "error C017" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_a_folder_is_told(tmp_path: Path) -> None:
    result = run("init", str(tmp_path / ("x" * 300)))

    assert result.exit_code == 1
    assert "C006" in result.stderr
    assert "File name too long" in result.stderr


def test_a_writing_that_fails_tells_the_folder_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", refuse)

    told = run("init", "un/essai").stderr

    assert told.startswith("un/essai/")
    assert "check that you may write in the folder “un/essai”" in told


def test_the_help_lists_the_commands_in_order_and_whole() -> None:
    help_ = CliRunner(env={"COLUMNS": "80"}).invoke(cli, ["--help"]).output
    commands = help_.split("Commands:" if "Commands:" in help_ else "Commandes")[1]

    listed = re.findall(r"^  (\w+)  +(.*)$", commands, re.MULTILINE)
    assert [name for name, _ in listed] == [
        *("init", "list", "new", "fill", "check", "build", "batch", "watch", "preview"),
        *("explain", "rule", "try", "forms", "template", "upgrade", "schema", "menu", "doctor"),
    ]
    assert all(words.endswith(".") and not words.endswith("...") for _, words in listed)


def test_the_page_for_newcomers_names_what_there_is(tmp_path: Path) -> None:
    run("init", str(tmp_path))
    words = (tmp_path / "LISEZMOI.md").read_text(encoding="utf-8")

    told = set(re.findall(r"conventassembler ([a-z]+)", words))
    assert {"list", "new", "check", "build"} <= told <= set(cli.commands)
    folders = set(re.findall(r"^\| `([\w/]+)` \|", words, re.MULTILINE))
    assert {name for name in folders if not (tmp_path / name).is_dir()} == {
        "envoi",
        "output",
        "templates",
    }
    made = {path for name in ("clauses", "agreements") for path in (tmp_path / name).glob("*.*")}
    assert not made - {tmp_path / "agreements/longvic.yaml"}
    yaml = {path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.yaml")}
    assert yaml <= folders
    (model,) = re.findall(r"conventassembler new ([\w-]+)", words)
    assert (tmp_path / "clauses" / "models" / f"{model}.yaml").is_file()


# -- an installed package


def test_the_wheel_takes_all_that_a_workspace_needs() -> None:
    with (REPOSITORY / "pyproject.toml").open("rb") as source:
        build = tomllib.load(source)["tool"]["hatch"]["build"]
    included = build["targets"]["wheel"]["force-include"]

    inside = "conventassembler/starter/"
    assert included == {name: inside + name for name in (*FOLDERS, *EXAMPLE, *PAGES)}


@pytest.mark.long
def test_an_installed_wheel_makes_a_workspace_that_builds(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    wheels = tmp_path / "wheels"
    call(*pip, "wheel", "--no-deps", "-w", str(wheels), str(REPOSITORY))
    (wheel,) = wheels.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    call(str(scripts / "python"), *pip[1:], "install", str(wheel))
    program, home = str(scripts / "conventassembler"), tmp_path / "vide"
    home.mkdir()

    call(program, "init", "essai", cwd=home)
    told = call(program, "list", cwd=home / "essai")
    call(program, "build", cwd=home / "essai")

    assert "duree/tacite" in told
    made = contents(home / "essai")
    assert made.pop("output/longvic.docx").startswith(b"PK")
    assert made.pop("output/longvic.md") == (REPOSITORY / "output" / "longvic.md").read_bytes()
    starter = dict(starter_files())
    assert {name: made[name] for name in made if name in starter} == starter
    extra = made.keys() - starter.keys()
    assert ".conventassembler/agreement.schema.json" in extra
    endings = (".schema.json", ".gitignore")
    assert all(name.startswith(".conventassembler/") and name.endswith(endings) for name in extra)


def call(*words: str, cwd: Path | None = None) -> str:
    """Run a program of the outside, far from this checkout; return what it prints."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
