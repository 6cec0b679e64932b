"""`watch` and `preview` as they are typed: what they say, what they write, how they end."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import replace as changed
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pausing import nothing, steps

from conventassembler.build import Built, build
from conventassembler.cli import cli
from conventassembler.diagnostics import Position, fault

NEEDS_SIGNALS = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C of another process")


def run(
    monkeypatch: pytest.MonkeyPatch, command: str, workspace: Path, *todo: Callable[[], object]
) -> Result:
    """Run a command that does `todo` while it waits, and is then stopped."""
    pause = steps(*todo)
    for module in ("watching", "previewing"):
        monkeypatch.setattr(f"conventassembler.cli.{module}.sleep", pause)
    words = [*command.split(), "--workspace", str(workspace), "--lang", "fr"]
    return CliRunner().invoke(cli, words, catch_exceptions=False)


def replace(path: Path, before: str, after: str) -> Callable[[], object]:
    def do() -> None:
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    return do


def example(workspace: Path) -> Path:
    return workspace / "agreements" / "exemple.yaml"


def test_a_fault_comes_and_goes(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = example(workspace)
    result = run(
        monkeypatch, "watch", workspace,
        replace(path, "années: 3", "années: trois"), nothing, nothing,
        replace(path, "années: trois", "années: 4"), nothing,
    )  # fmt: skip
    said = re.sub(r"\d,\d+ s", "0,0 s", result.stdout)
    place = "agreements/exemple.yaml:32:15"

    assert result.exit_code == 0
    assert said.splitlines()[1:3] == [
        "erreurs\u00a0: 0, avertissements\u00a0: 0",
        "exemple\u00a0: 0 erreur, 0 avertissement, reconstruit en 0,0 s",
    ]
    assert said.splitlines()[3].startswith(f"+ {place}: erreur C2")
    assert "exemple\u00a0: 1 erreur, 0 avertissement, non reconstruit" in said
    assert said.count(f"\n– {place}: erreur C2") == 1
    assert said.endswith(
        "erreurs\u00a0: 0, avertissements\u00a0: 0\n"
        "exemple\u00a0: 0 erreur, 0 avertissement, reconstruit en 0,0 s\nArrêté.\n"
    )
    assert "quatre ans" in (workspace / "output" / "exemple.md").read_text(encoding="utf-8")
    assert (workspace / "output" / "exemple.docx").is_file()


def test_a_file_that_is_half_written_tells_no_fault(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = example(workspace)
    text = path.read_text(encoding="utf-8")
    half = text[: text.index("années: 3") + len("années: ")]
    result = run(
        monkeypatch, "watch", workspace,
        lambda: path.write_text(half, encoding="utf-8"), nothing,
        lambda: path.write_text(text.replace("années: 3", "années: 4"), encoding="utf-8"), nothing,
        nothing,
    )  # fmt: skip

    assert "erreur C" not in result.stdout
    assert result.stdout.count(", reconstruit en") == 2
    assert "quatre ans" in (workspace / "output" / "exemple.md").read_text(encoding="utf-8")


def test_a_clause_that_changes_rebuilds_all_that_use_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(example(workspace), workspace / "agreements" / "second.yaml")
    clause = workspace / "clauses" / "duree" / "tacite.md"
    text = clause.read_text(encoding="utf-8")

    def add() -> None:
        clause.write_text(text + "\nAinsi dit.\n", encoding="utf-8")

    run(monkeypatch, "watch", workspace, add, nothing)

    for name in ("exemple", "second"):
        assert "Ainsi dit." in (workspace / "output" / f"{name}.md").read_text(encoding="utf-8")


def test_only_those_that_were_named_are_built(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = workspace / "agreements" / "second.yaml"
    shutil.copy(example(workspace), second)

    result = run(
        monkeypatch, "watch exemple", workspace, replace(second, "années: 3", "années: 5"), nothing
    )

    assert "second" not in result.stdout
    assert not (workspace / "output" / "second.docx").exists()


def test_a_warning_is_not_gone_while_an_error_hides_the_text(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = example(workspace)
    replace(path, "date: 2026-01-15", "date: à compléter")()
    result = run(
        monkeypatch, "watch", workspace,
        replace(path, "années: 3", "années: trois"), nothing, nothing,
        replace(path, "années: trois", "années: 3"), nothing,
    )  # fmt: skip

    assert result.stdout.count("+ agreements/exemple.yaml:35:9: avertissement C701") == 1
    assert "– agreements/exemple.yaml:35" not in result.stdout
    assert "exemple\u00a0: 1 erreur, 1 avertissement, non reconstruit" in result.stdout
    assert "exemple\u00a0: 0 erreur, 1 avertissement, fichiers inchangés" in result.stdout


def test_a_finding_that_only_moved_is_no_news(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = example(workspace)
    replace(path, "date: 2026-01-15", "date: à compléter")()
    result = run(
        monkeypatch, "watch", workspace, replace(path, "format: 1", "# note\nformat: 1"), nothing
    )

    assert result.stdout.count("C701") == 1


def test_a_file_that_cannot_be_written_is_told_and_tried_again(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, output = example(workspace), workspace / "output"
    output.write_text("a file where the folder is to be", encoding="utf-8")
    result = run(
        monkeypatch, "watch", workspace,
        replace(path, "format: 1", "# note\nformat: 1"), nothing, output.unlink, nothing, nothing,
    )  # fmt: skip

    assert "exemple sera refait de lui-même, au plus tard au prochain enr" in result.stdout
    assert result.stdout.count("+ output/exemple.docx: erreur C006") == 1
    assert result.stdout.count("– output/exemple.docx: erreur C006") == 1
    assert (output / "exemple.docx").is_file()


@pytest.mark.parametrize("command", ["watch", "preview"])
def test_a_folder_that_is_gone_is_told_and_waited_for(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    clauses, away = workspace / "clauses", workspace / "away"
    years = replace(example(workspace), "années: 3", "années: 4")

    result = run(
        monkeypatch, command, workspace,
        lambda: clauses.rename(away), nothing,
        *((years, nothing) if command == "watch" else ()),
        lambda: away.rename(clauses), nothing,
    )  # fmt: skip

    assert result.exit_code == 0
    assert result.output.count("C061 le dossier «\u00a0clauses\u00a0» n’est plus là") == (
        2 if command == "watch" else 1
    )
    assert result.stdout.endswith("Arrêté.\n")


def test_an_agreement_that_is_deleted_is_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(monkeypatch, "watch", workspace, example(workspace).unlink, nothing)

    stay = "exemple : la convention n’est plus là ; ses fichiers restent dans « output »"
    assert lines_of(result)[-1] == stay
    assert (workspace / "output" / "exemple.docx").is_file()


def test_files_that_never_were_are_not_said_to_stay(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(example(workspace), "années: 3", "années: trois")()
    result = run(monkeypatch, "watch", workspace, example(workspace).unlink, nothing)

    assert lines_of(result)[-1] == "exemple : la convention n’est plus là"


@pytest.mark.parametrize("command", ["watch autre", "preview autre"])
def test_a_name_that_means_nothing_is_misuse(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    result = run(monkeypatch, command, workspace)

    assert result.exit_code == 2
    assert "C004" in result.stderr


def test_a_port_that_is_taken_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run(monkeypatch, f"preview --port {port}", workspace)

    assert result.exit_code == 2
    assert f"--port: erreur C060 rien ne peut être montré sur le port {port}" in result.stderr


def test_a_browser_that_does_not_open_is_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("webbrowser.open", asked.append)

    result = run(monkeypatch, "preview exemple --open", workspace)

    assert result.exit_code == 0
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/a/exemple", asked[0])
    assert asked[0] in result.stdout
    assert "--open: avertissement C062" in result.stderr


def test_a_page_of_one_that_changes_changes(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []
    monkeypatch.setattr("webbrowser.open", pages.append)

    def read() -> None:
        with urllib.request.urlopen(pages[0], timeout=10) as answer:
            pages.append(answer.read().decode("utf-8"))

    change = replace(example(workspace), "années: 3", "années: 7")
    run(monkeypatch, "preview exemple --open", workspace, read, change, nothing, read)

    assert "trois ans" in pages[1]
    assert "sept ans" in pages[2]


@NEEDS_SIGNALS
@pytest.mark.parametrize("command", ["watch", "preview"])
def test_ctrl_c_ends_with_exit_code_0(workspace: Path, command: str) -> None:
    words = [sys.executable, "-m", "conventassembler", command, "--lang", "fr"]
    with subprocess.Popen(
        words, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        while "Ctrl-C" not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        said, faults = process.communicate(timeout=60)

    assert process.returncode == 0
    assert said.endswith("Arrêté.\n")
    assert "Traceback" not in faults


def test_a_document_that_is_open_is_made_again_once_it_is_closed(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = workspace / "output" / ".~lock.exemple.docx#"

    def opened() -> None:
        lock.write_text(",Martin,,28.11.2026 10:00,;", encoding="utf-8")

    result = run(
        monkeypatch, "watch", workspace,
        opened, replace(example(workspace), "années: 3", "années: 4"), nothing, nothing,
        lock.unlink, nothing,
    )  # fmt: skip
    said = result.stdout.replace("\u00a0", " ")

    assert "C067" in said
    assert "fermez exemple.docx dans LibreOffice : il sera refait aussitôt" in said
    assert said.count("non reconstruit") == 1
    assert said.count("– output/exemple.docx: erreur C067") == 1
    assert said.count(", reconstruit en") == 2
    assert "quatre ans" in (workspace / "output" / "exemple.md").read_text(encoding="utf-8")


def lines_of(result: Result) -> list[str]:
    """Return what was said of the agreement as a whole, and the counts above, without times."""
    said = re.sub(r" en \d,\d+ s", "", result.stdout.replace("\u00a0", " "))
    return [line for line in said.splitlines() if line.startswith(("exemple : ", "erreurs : "))]


UNCHANGED = "exemple : 0 erreur, 0 avertissement, fichiers inchangés"
REBUILT = "exemple : 0 erreur, 0 avertissement, reconstruit"
NO_FAULT = "erreurs : 0, avertissements : 0"


def test_what_stands_there_already_is_not_said_to_be_rebuilt(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CliRunner().invoke(cli, ["build", "--workspace", str(workspace)])
    result = run(
        monkeypatch, "watch", workspace,
        replace(example(workspace), "format: 1", "# note\nformat: 1"), nothing,
        replace(example(workspace), "années: 3", "années: 4"), nothing,
    )  # fmt: skip

    assert lines_of(result) == [NO_FAULT, UNCHANGED, UNCHANGED, REBUILT]


def test_an_error_in_an_act_whose_document_is_open_is_counted_once(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, lock = example(workspace), workspace / "output" / ".~lock.exemple.docx#"
    result = run(
        monkeypatch, "watch", workspace,
        lambda: lock.write_text(",Martin,,28.11.2026 10:00,;", encoding="utf-8"),
        replace(path, "années: 3", "années: 4"), nothing,
        replace(path, "années: 4", "années: quatre"), nothing, nothing,
        lock.unlink, nothing, nothing, nothing,
        replace(path, "années: quatre", "années: 4"), nothing,
    )  # fmt: skip
    refused = [
        "erreurs : 1, avertissements : 0",
        "exemple : 1 erreur, 0 avertissement, non reconstruit",
    ]

    assert lines_of(result) == [NO_FAULT, REBUILT, *refused, *refused, NO_FAULT, REBUILT]


def test_what_was_found_while_the_files_were_made_is_counted_once_and_said_once(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def warned(*given: Any) -> Built:
        told = fault("C609", Position("maison.docx", 0), reason="x", thing="y", part="z")
        return changed(build(*given), findings=(told,))

    monkeypatch.setattr("conventassembler.watching.outcome.build", warned)
    second = workspace / "agreements" / "second.yaml"
    result = run(
        monkeypatch, "watch", workspace,
        lambda: shutil.copy(example(workspace), second), nothing,
        replace(example(workspace), "format: 1", "# note\nformat: 1"), nothing,
    )  # fmt: skip
    one = "exemple : 0 erreur, 1 avertissement, "

    assert lines_of(result) == [
        "erreurs : 0, avertissements : 1", f"{one}reconstruit", f"{one}fichiers inchangés",
    ]  # fmt: skip


def test_a_document_that_is_deleted_is_put_back(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = workspace / "output"
    result = run(
        monkeypatch, "watch", workspace,
        nothing, (output / "exemple.docx").unlink, nothing,
        lambda: shutil.rmtree(output), nothing, nothing,
    )  # fmt: skip

    assert lines_of(result) == [NO_FAULT, REBUILT, REBUILT, REBUILT]
    assert {path.name for path in output.iterdir()} == {"exemple.docx", "exemple.md"}


def test_a_document_that_is_away_while_it_is_saved_is_left_to_the_program_that_saves_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, aside = workspace / "output" / "exemple.docx", workspace / "output" / "~WRL1.tmp"
    lock = workspace / "output" / "~$xemple.docx"
    result = run(
        monkeypatch, "watch", workspace,
        lambda: document.rename(aside), lambda: aside.rename(document),
        lambda: lock.write_bytes(b""), document.unlink, nothing, nothing,
    )  # fmt: skip

    assert lines_of(result) == [NO_FAULT, REBUILT]


def test_a_document_that_is_deleted_while_an_error_stands_waits_for_its_end(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, document = example(workspace), workspace / "output" / "exemple.docx"
    result = run(
        monkeypatch, "watch", workspace,
        replace(path, "années: 3", "années: trois"), nothing, nothing,
        document.unlink, nothing, nothing,
        replace(path, "années: trois", "années: 3"), nothing,
    )  # fmt: skip
    refused = [
        "erreurs : 1, avertissements : 0",
        "exemple : 1 erreur, 0 avertissement, non reconstruit",
    ]

    assert lines_of(result) == [NO_FAULT, REBUILT, *refused, NO_FAULT, REBUILT]
    assert document.is_file()


@pytest.mark.parametrize("name", ["exemple.docx", "exemple.md"])
def test_a_document_that_a_folder_takes_the_place_of_is_told_and_made_again(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place = workspace / "output" / name

    def take() -> None:
        place.unlink()
        place.mkdir()

    result = run(
        monkeypatch, "watch", workspace, take, nothing, nothing, place.rmdir, nothing, nothing
    )

    assert result.stdout.count(f"+ output/{name}: erreur C006") == 1
    assert result.stdout.count(f"– output/{name}: erreur C006") == 1
    assert place.is_file()


def test_a_folder_behind_a_link_that_leads_nowhere_is_told_until_it_is_mended(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = workspace / "output"
    (workspace / "file").write_text("no folder", encoding="utf-8")
    output.symlink_to(workspace / "file" / "nowhere")
    result = run(monkeypatch, "watch", workspace, output.unlink, nothing, nothing)

    assert result.stdout.count("output/exemple.docx: erreur C006") == 2
    assert (output / "exemple.docx").is_file()


def test_a_document_that_is_deleted_while_it_is_open_waits_whatever_is_saved(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, lock = workspace / "output" / "exemple.docx", workspace / "output" / "~$xemple.docx"
    there: list[bool] = []
    result = run(
        monkeypatch, "watch", workspace,
        lambda: lock.write_bytes(b""), document.unlink, nothing,
        replace(example(workspace), "années: 3", "années: 3 # note"), nothing,
        lambda: there.append(document.exists()), lock.unlink, nothing, nothing,
    )  # fmt: skip
    refused = [
        "erreurs : 1, avertissements : 0",
        "exemple : 1 erreur, 0 avertissement, non reconstruit",
    ]

    assert lines_of(result) == [NO_FAULT, REBUILT, *refused, NO_FAULT, REBUILT]
    assert there == [False]


def test_a_document_that_somebody_changed_is_told_once_and_stays_until_it_is_made_again(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = workspace / "output" / "exemple.md"
    there: list[str] = []

    def change(text: str) -> Callable[[], object]:
        return lambda: twin.write_text(text, encoding="utf-8")

    result = run(
        monkeypatch, "watch", workspace,
        change("à la main"), nothing, nothing, change("à la main, encore"), nothing, nothing,
        lambda: there.append(twin.read_text(encoding="utf-8")), nothing,
        replace(example(workspace), "format: 1", "# note\nformat: 1"), nothing, nothing,
    )  # fmt: skip

    assert result.stdout.count("output/exemple.md\u00a0: modifié depuis qu’il a été écrit") == 1
    assert there == ["à la main, encore"]
    assert lines_of(result) == [NO_FAULT, REBUILT, REBUILT]
    assert "trois ans" in twin.read_text(encoding="utf-8")


def test_a_document_whose_time_alone_changed_is_as_it_was(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = workspace / "output" / "exemple.docx"
    result = run(
        monkeypatch, "watch", workspace, lambda: os.utime(document, (1, 1)), nothing, nothing
    )

    assert "modifié" not in result.stdout
    assert lines_of(result) == [NO_FAULT, REBUILT]


def test_the_reason_of_what_is_accepted_stands_below_each(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted = 'constats acceptés:\n  - constat: C721\n    motif: "Elle suit."\n'
    annex = "annexes:\n  - titre: Délibération\n    à joindre: oui\n"
    with example(workspace).open("a", encoding="utf-8") as file:
        file.write(annex + accepted)
    shutil.copy(example(workspace), workspace / "agreements" / "second.yaml")

    result = run(monkeypatch, "watch", workspace)

    assert result.stdout.count("→ motif\u00a0: Elle suit.") == 2


@pytest.fixture(name="ordinary")
def ordinary_rights() -> list[str]:
    """What runs a command as a user to whom the rights of files apply, as they do not to root."""
    is_root = os.name == "posix" and os.geteuid() == 0
    if os.name == "nt" or (is_root and not shutil.which("setpriv")):
        pytest.skip("nobody here to whom folders can be closed")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if is_root else []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("output", "output/exemple.docx: erreur C006"),
        ("clauses", "clauses: erreur C008"),
        ("clauses/duree", "clauses/duree: erreur C008"),
        ("agreements", "agreements: erreur C008"),
        ("agreements/exemple", "agreements/exemple: erreur C008"),
    ],
)
def test_a_folder_that_is_closed_is_told_as_such_until_it_is_opened(
    workspace: Path, ordinary: list[str], name: str, told: str
) -> None:
    values = workspace / "agreements" / "exemple"
    values.mkdir()
    (values / "note.yaml").write_text("a: 1\n", encoding="utf-8")
    words = [sys.executable, "-u", "-m", "conventassembler", "watch", "--lang", "fr"]
    with subprocess.Popen(
        [*ordinary, *words], cwd=workspace, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            first = _until(process, "exemple\u00a0: ")
            (workspace / name).chmod(0)
            found = _until(process, "erreurs\u00a0: ")
        finally:
            (workspace / name).chmod(0o755)
        found += _until(process, "exemple\u00a0: 0 erreur")
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0

    assert "reconstruit" in first[-1]
    heads = [line for line in found if line.startswith(("+", "–"))]
    assert {line[0] for line in heads if told in line} == {"+", "–"}
    assert all(told.rpartition("C")[2] in line for line in heads)


def _until(process: "subprocess.Popen[str]", start: str) -> list[str]:
    """Return the lines that a command tells, up to the first that starts so."""
    assert process.stdout is not None
    found = [""]
    while not found[-1].startswith(start):
        found.append(process.stdout.readline())
        assert found[-1], found
    return found[1:]
