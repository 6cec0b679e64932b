"""The commands on a workspace: what they write, what they leave alone, how they exit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import copy_of_repository

from conventassembler.build import assemble, build
from conventassembler.cli import cli
from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.workspace import Workspace


def run(folder: Path, *words: str) -> Result:
    """Run a command in English on the workspace `folder`."""
    return CliRunner().invoke(
        cli, [*words, "--workspace", str(folder), "--lang", "en"], catch_exceptions=False
    )


def edit(folder: Path, old: str, new: str) -> None:
    """Change the agreement of the small workspace."""
    path = folder / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def outputs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "output").glob("*")}


def test_build_writes_the_word_file_and_the_twin(workspace: Path) -> None:
    result = run(workspace, "build")

    assert result.exit_code == 0
    assert sorted(outputs(workspace)) == ["exemple.docx", "exemple.md"]
    assert "written: output/exemple.docx" in result.output


def test_a_second_build_changes_nothing_and_says_so(workspace: Path) -> None:
    run(workspace, "build")
    before = outputs(workspace)

    result = run(workspace, "build")

    assert outputs(workspace) == before
    assert "unchanged: output/exemple.docx" in result.output


def test_who_builds_one_that_is_as_it_was_is_asked_whether_it_is_saved(workspace: Path) -> None:
    asked = "Nothing has changed: if you have just changed the agreement, have you saved it?"

    first, again, every = (run(workspace, "build", *names) for names in (["exemple"],) * 2 + ([],))
    edit(workspace, 'titre: "Convention', 'titre: "La convention')
    changed = run(workspace, "build", "exemple")

    assert [asked in one.stdout for one in (first, again, every, changed)] == [0, 1, 0, 0]
    assert again.stdout.endswith(f"unchanged: output/exemple.md\n{asked}\n")


def test_check_writes_nothing(workspace: Path) -> None:
    result = run(workspace, "check")

    assert result.exit_code == 0
    assert not (workspace / "output").exists()


def test_a_failed_build_leaves_output_as_it_was(workspace: Path) -> None:
    run(workspace, "build")
    before = outputs(workspace)
    edit(workspace, "années: 3", "années: 30")

    result = run(workspace, "build")

    assert result.exit_code == 1
    assert outputs(workspace) == before


def test_one_wrong_agreement_keeps_all_of_them_from_being_written(workspace: Path) -> None:
    good = workspace / "agreements" / "exemple.yaml"
    shutil.copy(good, workspace / "agreements" / "autre.yaml")
    edit(workspace, "duree/tacite", "duree/tacit")

    result = run(workspace, "build")

    assert result.exit_code == 1
    assert not (workspace / "output").exists()
    assert run(workspace, "build", "autre").exit_code == 0


def test_every_fault_of_every_file_is_told_in_one_run(workspace: Path) -> None:
    edit(workspace, "années: 3", "années: trois")
    edit(workspace, "titre:", "titer:")
    body = workspace / "clauses" / "objet" / "simple.md"
    body.write_text(
        body.read_text(encoding="utf-8").replace("pilote.le", "pilot.le"), encoding="utf-8"
    )
    registry = workspace / "agreements" / "parties" / "departement.yaml"
    registry.write_text(
        registry.read_text(encoding="utf-8").replace("nature", "natur"), encoding="utf-8"
    )

    output = run(workspace, "check").output

    for place in (
        "agreements/exemple.yaml:3:1: ",
        "agreements/exemple.yaml:32:15: ",
        "agreements/parties/departement.yaml:2:1: ",
        "clauses/objet/simple.md:",
    ):
        assert place in output, output


def test_a_blank_is_shown_in_a_draft_and_refused_in_a_final(workspace: Path) -> None:
    edit(workspace, 'lieu: "Longvic"', "lieu: à compléter")
    edit(workspace, "date: 2026-01-15", "date: à compléter")

    assert run(workspace, "build").exit_code == 0
    twin = outputs(workspace)["exemple.md"].decode("utf-8")
    assert twin.count("[à compléter]") == 2
    before = outputs(workspace)
    final = run(workspace, "build", "--final")
    assert final.exit_code == 1
    assert final.output.count("error C701") == 2
    assert outputs(workspace) == before


def test_strict_with_a_warning_writes_nothing(workspace: Path) -> None:
    run(workspace, "build")
    before = outputs(workspace)
    edit(workspace, 'lieu: "Longvic"', "lieu: à compléter")

    result = run(workspace, "build", "--strict")

    assert result.exit_code == 1
    assert outputs(workspace) == before
    assert "errors: 0, warnings: 1" in result.output
    assert "Nothing was written" in result.output
    assert "\nwritten:" not in result.output
    assert run(workspace, "check", "--strict").exit_code == 1
    assert run(workspace, "build").exit_code == 0
    assert outputs(workspace) != before


def test_hidden_files_and_folders_are_no_agreements(workspace: Path) -> None:
    folder = workspace / "agreements"
    (folder / ".brouillon.yaml").write_text("rien", encoding="utf-8")
    (folder / "._exemple.yml").write_text("rien", encoding="utf-8")
    (folder / "dossier.yaml").mkdir()

    assert Workspace(workspace).names() == ("exemple",)
    assert run(workspace, "build", "--strict").exit_code == 0


@pytest.mark.parametrize(
    "path",
    [
        "agreements/autre.yml",
        "agreements/parties/autre.yml",
        "clauses/models/autre.yml",
        "clauses/references/autre.yml",
    ],
)
def test_a_file_that_is_misnamed_is_told(workspace: Path, path: str) -> None:
    (workspace / path).write_text("format: 1\n", encoding="utf-8")

    result = run(workspace, "check")

    assert result.exit_code == 0
    assert f"{path}: warning C009" in result.output
    assert "rename it: autre.yaml" in result.output


def test_the_name_of_a_misnamed_agreement_is_told_with_its_file(workspace: Path) -> None:
    (workspace / "agreements" / "autre.yml").write_text("format: 1\n", encoding="utf-8")

    result = run(workspace, "build", "autre")

    assert result.exit_code == 2
    assert "error C004" in result.output
    assert "warning C009" in result.output


@pytest.mark.parametrize("folder", ["communes", "clauses", "../agreements", "/agreements"])
def test_a_path_that_leads_elsewhere_is_no_agreement(workspace: Path, folder: str) -> None:
    result = run(workspace, "explain", f"{folder}/exemple", "article 1")

    assert result.exit_code == 2
    assert f"error C004 no agreement is named “{folder}/exemple”" in result.output
    assert "did you mean “exemple”?" in result.output


def test_the_file_of_an_agreement_is_its_name(workspace: Path) -> None:
    own = workspace / "agreements" / "exemple.yaml"
    (workspace / "communes").mkdir()
    shutil.copyfile(own, workspace / "communes" / "exemple.yaml")

    for name in ("exemple.yaml", "./exemple", "agreements/exemple", own):
        assert run(workspace, "explain", str(name), "article 1").exit_code == 0
    assert run(workspace, "explain", "communes/exemple.yaml", "article 1").exit_code == 2


def test_no_workspace_is_misuse(tmp_path: Path) -> None:
    result = run(tmp_path, "build")

    assert result.exit_code == 2
    assert "C001" in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_workspace_whose_links_go_round_is_told(tmp_path: Path) -> None:
    (tmp_path / "boucle").symlink_to("boucle")

    result = run(tmp_path / "boucle", "build")

    assert (result.exit_code, "C008" in result.output) == (2, True)


def test_the_workspace_is_found_by_walking_up(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace / "clauses" / "objet")

    result = CliRunner().invoke(cli, ["build", "exemple"], catch_exceptions=False)

    assert result.exit_code == 0
    assert (workspace / "output" / "exemple.docx").exists()


def test_the_word_file_and_the_draft_say_the_same(tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    assembled = assemble(workspace, workspace.names())
    build(workspace, assembled)

    for name, draft in assembled.drafts.items():
        assert read_text((workspace.output / f"{name}.docx").read_bytes()) == plain_text(draft)


def test_the_same_input_gives_the_same_bytes_elsewhere_and_another_day(tmp_path: Path) -> None:
    built = []
    for folder, seed, day in ((tmp_path / "a", "1", "0"), (tmp_path / "b/c", "2", "86400")):
        folder.mkdir(parents=True)
        workspace = copy_of_repository(folder)
        environment = os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": day}
        subprocess.run(
            [sys.executable, "-m", "conventassembler", "build"],
            cwd=workspace.root,
            env=environment,
            check=True,
            capture_output=True,
        )
        built.append({path.name: path.read_bytes() for path in workspace.output.iterdir()})

    assert built[0]
    assert built[0] == built[1]


def test_a_file_that_cannot_be_replaced_keeps_all_as_it_was(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(workspace, "build")
    before = outputs(workspace)
    edit(workspace, "années: 3", "années: 4")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).suffix == ".md":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)

    result = run(workspace, "build")

    assert result.exit_code == 1
    assert "C006" in result.output
    assert outputs(workspace) == before


def test_keys_may_stand_in_any_order(workspace: Path) -> None:
    run(workspace, "build")
    before = outputs(workspace)
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    head, tail = text.split("visas:\n")
    path.write_text(
        head
        + "signature:\n"
        + tail.split("signature:\n")[1]
        + "visas:\n"
        + tail.split("signature:\n")[0],
        encoding="utf-8",
    )

    run(workspace, "build")

    assert outputs(workspace) == before


def test_english_keys_and_any_spelling_of_the_french_ones_are_read(workspace: Path) -> None:
    run(workspace, "build")
    before = outputs(workspace)
    edit(workspace, "visas:", "recitals:")
    edit(workspace, "modèle:", "MODELE:")
    edit(workspace, "valeurs:", "with:")
    edit(workspace, "préambule:", "Pre-ambule:")

    result = run(workspace, "build")

    assert result.exit_code == 0, result.output
    assert outputs(workspace) == before


def test_a_workspace_has_its_folders(tmp_path: Path) -> None:
    space = Workspace(tmp_path)

    assert space.shown(tmp_path / "agreements" / "a.yaml") == "agreements/a.yaml"
    assert space.names() == ()
