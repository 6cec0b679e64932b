"""What nothing touched is not made again, and what is told and written is as if it were."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conventassembler.caching.where import VARIABLE
from conventassembler.cli import building, running
from conventassembler.cli.again import is_cut_off, one_look, told_again
from conventassembler.cli.running import main
from conventassembler.renewal import renewal
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
REPOSITORY = Path(__file__).parent.parent
ACT = next((BASE / "agreements").glob("*.yaml")).name


class Told(NamedTuple):
    """What a run comes to."""

    out: str
    err: str
    code: int
    files: dict[str, bytes]
    again: bool
    """Whether it was told again, without the program."""


def files_of(root: Path) -> dict[str, bytes]:
    there = sorted((root / "output").rglob("*"))
    return {str(path.relative_to(root)): path.read_bytes() for path in there if path.is_file()}


def run(root: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """Run the program as its console script does, in this process."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2))
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "argv", ["conventassembler", *words])
    with redirect_stdout(out), redirect_stderr(err), one_look(words):
        code = told_again(words)
        again = code is not None
        if code is None:
            with pytest.raises(SystemExit) as left:
                main()
            code = left.value.code if isinstance(left.value.code, int) else 0
    said = [stream.buffer.getvalue().decode("utf-8") for stream in (out, err)]  # type: ignore[attr-defined]
    return Told(said[0], said[1], code, files_of(root), again)


def quiet(root: Path, words: list[str], monkeypatch: pytest.MonkeyPatch, aside: Path) -> Told:
    """Run it in a fresh copy, where nothing is kept."""
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(root, aside, symlinks=True)
    with monkeypatch.context() as patch:
        patch.setenv(VARIABLE, "off")
        return run(aside, words, patch)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of two acts, and a cache of its own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv("LANGUAGE", "fr")
    shutil.copytree(BASE, tmp_path / "here")
    agreements = tmp_path / "here" / "agreements"
    shutil.copy(agreements / ACT, agreements / "autre.yaml")
    return tmp_path / "here"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The acts that were made."""
    seen: list[str] = []
    assemble = building.assemble

    def counted(*words: object, **named: object) -> object:
        found = assemble(*words, **named)  # type: ignore[arg-type]
        seen.extend(found.own)
        return found

    monkeypatch.setattr(building, "assemble", counted)
    return seen


def test_a_second_build_makes_nothing_and_a_third_needs_no_program(
    root: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(root, ["build"], monkeypatch)
    assert len(made) == 2
    assert not first.again

    second = run(root, ["build"], monkeypatch)

    assert second.again
    assert len(made) == 2
    assert second.files == first.files
    assert "inchangé" in second.out
    assert second.err == first.err


def test_only_the_act_that_was_touched_is_made(
    root: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, ["build"], monkeypatch)
    made.clear()
    with (root / "agreements" / "autre.yaml").open("a", encoding="utf-8") as file:
        file.write("# une remarque\n")

    run(root, ["build"], monkeypatch)

    assert made == ["autre"]


def test_a_check_of_what_was_built_makes_nothing_and_a_build_of_what_was_checked_does(
    root: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, ["check"], monkeypatch)
    made.clear()
    run(root, ["build", "autre"], monkeypatch)
    assert made == ["autre"]
    run(root, ["check", "--format", "json"], monkeypatch)
    assert made == ["autre"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("agreements/autre.yaml", "« agreements/autre.yaml » a changé"),
        ("clauses/nouvelle/variante.md", "« clauses/nouvelle/variante.md » est nouveau"),
        ("output/autre.docx", "« output/autre.docx » n’est plus tel qu’il a été écrit"),
        ("agreements/autre/valeurs.yaml", "« agreements/autre/valeurs.yaml » est nouveau"),
    ],
)
def test_why_an_act_is_made_again_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, path: str, said: str
) -> None:
    first = run(root, ["build", "-v"], monkeypatch).out.replace("\N{NO-BREAK SPACE}", " ")
    assert "autre : est à faire, on ne sait encore rien" in first
    (root / path).parent.mkdir(exist_ok=True)
    with (root / path).open("a", encoding="utf-8") as file:
        file.write("\n")

    told = run(root, ["build", "-v"], monkeypatch).out.replace("\N{NO-BREAK SPACE}", " ")

    assert said in told


def test_what_is_missing_or_was_only_checked_or_is_of_another_program_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, ["check"], monkeypatch)
    assert "que vérifiée" in run(root, ["build", "-v"], monkeypatch).out
    (root / "output" / "autre.md").unlink()
    told = run(root, ["build", "-v"], monkeypatch).out
    assert "output/autre.md\N{NO-BREAK SPACE}» manque" in told
    assert "rien de ce qui la compose" in told
    monkeypatch.setattr("conventassembler.renewal.renewing.program", lambda: "another")
    assert "version du programme" in run(root, ["build", "-v"], monkeypatch).out
    monkeypatch.setenv(VARIABLE, "off")
    assert "comme à chaque fois" in run(root, ["build", "-v"], monkeypatch).out


def _edit(root: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("\n# x\n")


def _letter(root: Path, path: Path) -> None:
    """Change one letter; size and times stay."""
    if path.is_file():
        facts, data = path.stat(), path.read_bytes()
        path.write_bytes(data.replace(b"e", b"a", 1))
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def _touch(root: Path, path: Path) -> None:
    if path.is_file():
        path.touch()


def _drop(root: Path, path: Path) -> None:
    path.unlink(missing_ok=True)


def _copy(root: Path, path: Path) -> None:
    if path.is_file():
        shutil.copy(path, path.with_name(f"x{path.name}"))


def _paths() -> list[str]:
    own = (one for one in sorted(BASE.rglob("*")) if one.is_file())
    names = [one.relative_to(BASE).as_posix() for one in own]
    stem = ACT.removesuffix(".yaml")
    outputs = [f"output/{name}.{end}" for name in ("autre", stem) for end in ("docx", "md")]
    more = ["conventassembler.toml", "conventassembler.toml.txt", "templates/x.docx"]
    return [*names, "agreements/autre.yaml", *outputs, *more, "logo.png"]


EDITS = st.tuples(
    st.sampled_from((_edit, _letter, _touch, _drop, _copy)), st.sampled_from(_paths())
)
WORDS = st.sampled_from(
    (
        ["build"],
        ["build", "autre"],
        ["build", "--strict"],
        ["check"],
        ["check", "--final"],
        ["check", "--format", "json"],
        ["build", "--format", "github"],
        ["build", "--lang", "en"],
    )
)


@given(st.lists(st.one_of(EDITS, WORDS), min_size=3, max_size=9))
@settings(max_examples=20)
def test_whatever_is_done_a_run_tells_and_writes_what_a_full_one_would(
    tmp_path_factory: pytest.TempPathFactory, steps: list[object]
) -> None:
    folder = tmp_path_factory.mktemp("steps")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder / "cache"))
        shutil.copytree(BASE, folder / "here")
        shutil.copy(BASE / "agreements" / ACT, folder / "here" / "agreements" / "autre.yaml")
        for step in [["build"], *steps, ["build"], ["check"]]:
            if isinstance(step, tuple):
                edit, path = step
                edit(folder / "here", folder / "here" / path)
                continue
            assert isinstance(step, list)
            full = quiet(folder / "here", step, patch, folder / "aside")
            told = run(folder / "here", step, patch)
            assert told[:4] == full[:4]


def test_every_file_that_a_build_opens_is_looked_at(root: Path, tmp_path: Path) -> None:
    (root / "conventassembler.toml").write_text(
        '[[logos]]\nfichier = "logo.png"\ntexte = "Logo"\n', encoding="utf-8"
    )
    (root / "logo.png").write_bytes(b"no picture")
    spy = (
        "import sys, os, json\n"
        "seen = set()\n"
        "def hook(event, args):\n"
        "    if event == 'open' and isinstance(args[0], str): seen.add(os.path.abspath(args[0]))\n"
        "from conventassembler.cli import main\n"
        "sys.addaudithook(hook)\n"
        "sys.argv = ['conventassembler', 'build']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "open(sys.argv[0] + '.json', 'w').write(json.dumps(sorted(seen)))\n"
    )
    environment = {**os.environ, VARIABLE: str(tmp_path / "other")}
    subprocess.run([sys.executable, "-c", spy], cwd=root, env=environment, check=True)
    told = json.loads((root / "conventassembler.json").read_text(encoding="utf-8"))
    inside = {Path(one).relative_to(root).as_posix() for one in told if one.startswith(f"{root}/")}
    read = {
        name
        for name in inside
        if not name.startswith((".conv", "output/", "conventassembler.json"))
    }

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(tmp_path / "other"))
        (root / "conventassembler.json").unlink()
        looked = renewal(Workspace(root), ("autre", ACT.removesuffix(".yaml")), written=False)
    assert looked.inputs is not None
    known = {*looked.inputs.shared, *(file for own in looked.inputs.own.values() for file in own)}
    assert {name for name in read - known if (root / name).exists()} == {"logo.png"}
    assert all(kept.logos == ("logo.png",) for kept in looked.kept.values())
    assert looked.kept


def test_a_lock_of_somebody_else_is_told_of_though_nothing_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, ["build"], monkeypatch)
    assert run(root, ["build"], monkeypatch).again
    locks = root / ".conventassembler" / "locks"
    locks.mkdir(parents=True)
    (locks / "autre.lock").write_text("{}", encoding="utf-8")

    told = run(root, ["build"], monkeypatch)

    assert not told.again
    assert "C066" in told.err


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_who_reads_no_further_is_told_no_trace(root: Path) -> None:
    command = [sys.executable, "-c", "from conventassembler.entering import main; main()"]
    words = [*command, "check", "--format", "json"]
    for _ in range(2):
        subprocess.run(words, cwd=root, stdout=subprocess.PIPE, check=True)
    reading, writing = os.pipe()
    os.close(reading)
    told = subprocess.run(words, cwd=root, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert told.returncode == 1
    assert told.stderr == b""


def test_windows_says_in_its_own_way_that_nobody_reads_further() -> None:
    closed, misnamed = OSError(22, "Invalid argument"), OSError(22, "Invalid argument", "a:b")

    assert is_cut_off(BrokenPipeError(32, "Broken pipe"), "linux")
    assert is_cut_off(closed, "win32")
    assert not is_cut_off(closed, "linux")
    assert not is_cut_off(misnamed, "win32")


def test_whoever_reads_no_further_on_windows_is_told_no_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    silent: list[bool] = []
    monkeypatch.setattr(running, "is_cut_off", lambda problem: is_cut_off(problem, "win32"))
    monkeypatch.setattr(running, "fall_silent", lambda: silent.append(True))
    monkeypatch.setattr(running, "cli", raising(OSError(22, "Invalid argument")))

    with pytest.raises(SystemExit) as ended:
        main()

    assert (ended.value.code, silent) == (1, [True])
    assert capsys.readouterr().err == ""


def raising(problem: OSError) -> Callable[..., None]:
    def run(**_: object) -> None:
        raise problem

    return run


@pytest.mark.parametrize("name", ["NO_COLOR", "LANG", "CONVENTASSEMBLER_LANG"])
def test_another_environment_is_another_run(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    run(root, ["build"], monkeypatch)
    monkeypatch.setenv(name, "en")

    assert not run(root, ["build"], monkeypatch).again


def test_a_workspace_that_came_to_stand_between_is_the_one_that_is_meant(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = root / "output"
    run(root, ["build"], monkeypatch)
    for words in (["build"], ["build"]):
        told = run_in(inner, words, monkeypatch)
    assert told.again
    (inner / "clauses").mkdir()
    (inner / "agreements").mkdir()

    assert not run_in(inner, ["build"], monkeypatch).again


def run_in(folder: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    return run(folder, words, monkeypatch)


@pytest.fixture(autouse=True)
def _streams() -> Iterator[None]:
    """Let no test leave the streams of the process changed."""
    before = sys.stdout, sys.stderr
    yield
    assert before == (sys.stdout, sys.stderr)
