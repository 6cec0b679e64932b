"""Every command's help has an example that can be typed; Tab proposes names."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from project import copy_of_repository

from conventassembler.cli import cli
from conventassembler.cli.examples import EXAMPLES


def commands(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command with the words that name it."""
    if path:
        yield path, command
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from commands(one, f"{path} {name}".strip())


ALL = dict(commands(cli))


def examples(path: str) -> list[str]:
    """Return the lines of the examples in the help of a command."""
    help_ = CliRunner(env={"COLUMNS": "80"}).invoke(cli, [*path.split(), "--help"]).output
    _, found, rest = help_.replace("\N{NO-BREAK SPACE}", " ").partition("Exemple")
    assert (found and re.match(r"s? :\n", rest)) or re.search(r"Examples?:\n", help_), help_
    return re.findall(r"^ +(conventassembler .*)$", help_, re.MULTILINE)


@pytest.mark.parametrize("path", ALL)
def test_each_help_has_examples(path: str) -> None:
    shown = examples(path)

    assert shown == [f"conventassembler {line}" for line in EXAMPLES[path]]


@pytest.mark.parametrize("path", ALL)
def test_each_example_is_a_valid_command(path: str) -> None:
    for line in examples(path):
        assert line.split()[1:].pop(0) == path.split(maxsplit=1)[0]
        words = shlex.split(line)[1:]
        command: click.Command = cli
        context = None
        while isinstance(command, click.Group):
            name, *words = words
            assert name in command.commands, f"{line}: no command {name}"
            command = command.commands[name]
            context = click.Context(command, parent=context, info_name=name)
        with command.make_context(command.name, list(words), parent=context) as made:
            assert not made.args


def test_the_examples_do_what_they_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_of_repository(tmp_path)
    monkeypatch.chdir(tmp_path)

    for path in ("list", "new", "check", "rule", "try", "forms", "template", "upgrade", "schema"):
        for line in EXAMPLES[path]:
            if "--final" in line:
                continue
            result = CliRunner().invoke(cli, shlex.split(line), catch_exceptions=False)
            assert result.exit_code == 0, (line, result.output)


# -- completion


def proposed(folder: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return what is proposed where `line`, typed behind the program's name, ends."""
    monkeypatch.chdir(folder)
    *before, last = line.split(" ")
    made = ShellComplete(cli, {}, "conventassembler", "_CONVENTASSEMBLER_COMPLETE")
    return {item.value for item in made.get_completions(before, last)}


@pytest.mark.parametrize(
    ("line", "among", "absent"),
    [
        ("che", {"check"}, {"build"}),
        ("check ", {"longvic", "sceaux"}, {"duree/tacite", "parties"}),
        ("check longvic ", {"sceaux"}, {"longvic"}),
        ("build LONG", {"longvic"}, {"sceaux"}),
        ("fill s", {"sceaux"}, {"longvic"}),
        ("new ", {"protocole-local", "convention-d-appui"}, {"longvic"}),
        ("try dur", {"duree/tacite"}, {"duree"}),
        ("try duree/tacite --model ", {"protocole-local"}, {"longvic"}),
        ("list ", {"clauses", "duree", "duree/tacite", "protocole-local"}, {"longvic"}),
        ("forms dep", {"departement-cote-d-or"}, {"longvic"}),
        ("template check m", {"maison"}, {"classique"}),
        ("rule C10", {"C101", "C109"}, {"C201"}),
        ("build --status ", {"brouillon", "relecture", "final"}, set()),
    ],
)
def test_tab_proposes_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, among: set[str], absent: set[str]
) -> None:
    copy_of_repository(tmp_path)

    found = proposed(tmp_path, line, monkeypatch)

    assert among <= found
    assert not absent & found


def test_tab_looks_into_the_workspace_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ici").mkdir()
    copy_of_repository(tmp_path / "la")

    found = proposed(tmp_path / "ici", "check --workspace ../la lon", monkeypatch)

    assert found == {"longvic"}


def test_without_a_workspace_tab_proposes_what_is_known_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert proposed(tmp_path, "check ", monkeypatch) == set()
    assert "C701" in proposed(tmp_path, "rule C7", monkeypatch)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shells_get_their_script(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "conventassembler"],
        env=os.environ | {"_CONVENTASSEMBLER_COMPLETE": f"{shell}_source"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert "_CONVENTASSEMBLER_COMPLETE" in done.stdout, done.stderr


# -- the first minutes: what to do next


def say(*words: str) -> str:
    result = CliRunner().invoke(cli, [*words, "--lang", "fr"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout.replace("\N{NO-BREAK SPACE}", " ")


def test_each_command_tells_the_next_and_it_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = say("init", "mes conventions")
    assert '    cd "mes conventions"\n' in said
    monkeypatch.chdir("mes conventions")

    said = say("new", "protocole-local", "sceaux-2027")
    assert "tapez : conventassembler check sceaux-2027\n" in said
    assert "une à une : conventassembler fill sceaux-2027\n" in said
    say("check", "sceaux-2027")
    monkeypatch.chdir("agreements")
    said = say("build", "sceaux-2027")
    assert f"Ouvrez {Path('../output/sceaux-2027.docx')} dans Word." in said
    assert "changez sceaux-2027.yaml, jamais le document" in said
    assert said.endswith("puis tapez : conventassembler build sceaux-2027\n")
    assert Path("../output/sceaux-2027.docx").exists()


def test_what_is_known_is_not_said_again(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)

    assert "Ouvrez" in say("build")
    assert "Ouvrez" not in say("build")
    assert "Ouvrez" not in say("build", "--status", "relecture")


def test_a_workspace_elsewhere_is_named_again(tmp_path: Path, workspace: Path) -> None:
    place = tmp_path / "mes conventions"
    copy_of_repository(place)

    said = say("build", "longvic", "--workspace", str(place))

    assert f"Ouvrez {place.resolve() / 'output' / 'longvic.docx'} dans Word." in said
    assert said.endswith(f'conventassembler build longvic --workspace "{place}"\n')


def test_the_pattern_of_names_is_shown_as_it_is_typed() -> None:
    shown = CliRunner().invoke(cli, ["batch", "--help"]).output

    assert "{commune}-2027" in shown
    assert "{{" not in shown
