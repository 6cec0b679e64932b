"""The command `upgrade`: a library renames, agreements follow, and no act changes by a byte."""

import difflib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import REPOSITORY, copy_of_repository

from conventassembler.cli import cli
from conventassembler.library.loader import load_library
from conventassembler.upgrade import upgrade
from conventassembler.workspace import Workspace

TACITE = "clauses/duree/tacite.md"
RENEWED = "clauses/duree/reconduction-tacite.md"
MEETINGS = "clauses/interconnaissance/rencontres-professionnelles.md"
ENERGY = "clauses/preambule/dynamique.md"
IMPULSE = "clauses/preambule/elan.md"


def run(workspace: Workspace, *words: str) -> Result:
    return CliRunner().invoke(
        cli, [*words, "--workspace", str(workspace.root), "--lang", "en"], catch_exceptions=False
    )


def replace(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{path.name} no longer has {old}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def rename(workspace: Workspace) -> None:
    """Rename two variants, a parameter of one of them, and fields of the records of a third."""
    root = workspace.root
    (root / TACITE).rename(root / RENEWED)
    replace(
        root / RENEWED,
        ("titre: Durée\n", "titre: Durée\nremplace: [duree/reconduction, duree/tacite]\n"),
        ("  préavis en mois:\n", '  "délai de préavis":\n    remplace: préavis en mois\n'),
        ("preavis_en_mois", "delai_de_preavis"),
    )
    (root / ENERGY).rename(root / IMPULSE)
    replace(root / IMPULSE, ("---\ntitre:", "---\nremplace: preambule/dynamique\ntitre:"))
    replace(
        root / MEETINGS,
        ("        rythme: {type", "        périodicité: {remplace: rythme, type"),
        ("instance.rythme", "instance.periodicite"),
        ("        nom: {type", "        désignation: {remplace: nom, type"),
        ("instance.nom", "instance.designation"),
    )


def contents(folder: Path, pattern: str = "*") -> Mapping[str, bytes]:
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def diff(before: bytes, after: bytes) -> list[str]:
    """Return the lines that differ, without their indentation."""
    texts = (data.decode("utf-8").splitlines() for data in (before, after))
    lines = (line for line in difflib.ndiff(*texts) if line[0] in "+-")
    return [re.sub(r"\s+", " ", line) for line in lines]


@pytest.fixture
def renamed(tmp_path: Path) -> tuple[Workspace, Mapping[str, bytes]]:
    """Return a copy of the repository, built, whose library then renamed; and its twins."""
    workspace = copy_of_repository(tmp_path)
    for path in workspace.agreements.glob("*.yaml"):
        if path.stem != "longvic":
            path.unlink()
    assert run(workspace, "build").exit_code == 0
    before = contents(workspace.output)
    rename(workspace)
    return workspace, before


def test_the_names_of_the_past_are_told_then_typed_anew_and_the_act_is_the_same(
    renamed: tuple[Workspace, Mapping[str, bytes]],
) -> None:
    workspace, before = renamed
    agreement = workspace.agreement("longvic")
    typed = agreement.read_bytes()

    told = run(workspace, "check")
    codes = re.findall(r"^agreements/\S+ error (C\d+)", told.output, re.MULTILINE)
    assert told.exit_code == 1
    assert sorted(codes) == ["C438"] * 2 + ["C439"] * 4

    done = run(workspace, "upgrade")

    assert done.exit_code == 0, done.output
    assert diff(typed, agreement.read_bytes()) == [
        "- - clause: preambule/dynamique",
        "+ - clause: preambule/elan",
        '- - nom: "la Coordination de territoire"',
        '+ - désignation: "la Coordination de territoire"',
        '- - nom: "le Café partenaires"',
        '+ - désignation: "le Café partenaires"',
        '- rythme: "chaque trimestre"',
        '+ périodicité: "chaque trimestre"',
        "- - clause: duree/tacite",
        "+ - clause: duree/reconduction-tacite",
        "- préavis en mois: 3",
        "+ délai de préavis: 3",
    ]
    assert run(workspace, "build").exit_code == 0
    twins = {name: data for name, data in before.items() if name.endswith(".md")}
    assert twins
    assert contents(workspace.output, "*.md") == twins


def test_a_second_run_changes_nothing(renamed: tuple[Workspace, Mapping[str, bytes]]) -> None:
    workspace, _ = renamed
    run(workspace, "upgrade")
    after = contents(workspace.root)

    again = run(workspace, "upgrade")

    assert again.exit_code == 0
    assert again.output == "Nothing to rename: all names are those of today.\n"
    assert contents(workspace.root) == after


def test_the_librarys_own_files_follow(renamed: tuple[Workspace, Mapping[str, bytes]]) -> None:
    workspace, _ = renamed
    model = workspace.clauses / "models/protocole-territorial.yaml"
    sister = workspace.clauses / "duree/tacite-limitee.md"
    assert re.findall(r"^clauses/\S+ error (C\d+)", run(workspace, "check").output, re.MULTILINE)

    run(workspace, "upgrade")

    assert "duree/reconduction-tacite" in model.read_text(encoding="utf-8")
    assert "exclut: [duree/reconduction-tacite]" in sister.read_text(encoding="utf-8")
    assert run(workspace, "check").exit_code == 0


def test_agreements_that_are_named_are_changed_alone(
    renamed: tuple[Workspace, Mapping[str, bytes]],
) -> None:
    workspace, _ = renamed
    workspace.agreement("autre").write_bytes(workspace.agreement("longvic").read_bytes())
    before = contents(workspace.root)

    done = run(workspace, "upgrade", "longvic")

    after = contents(workspace.root)
    assert {name for name in after if after[name] != before.get(name)} == {
        "agreements/longvic.yaml"
    }
    assert done.output.endswith("files changed: 1\n")


def test_a_dry_run_tells_and_writes_nothing(
    renamed: tuple[Workspace, Mapping[str, bytes]],
) -> None:
    workspace, _ = renamed
    before = contents(workspace.root)

    told = run(workspace, "upgrade", "--dry-run")

    assert told.exit_code == 1
    assert contents(workspace.root) == before
    *lines, total = told.output.splitlines()
    count = len({line.split(":")[0] for line in lines})
    assert total == f"files to change: {count}. Nothing was written."
    done = run(workspace, "upgrade")
    assert done.output.splitlines()[:-1] == lines
    assert run(workspace, "upgrade", "--dry-run").exit_code == 0


# -- one small workspace, renamed in one place


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    """Return a workspace of one agreement, whose library renamed a variant and a required value."""
    shutil.copytree(REPOSITORY / "tests/errors/_base", tmp_path, dirs_exist_ok=True)
    replace(
        tmp_path / "clauses/duree/tacite.md",
        ("titre: Durée\n", "titre: Durée\nremplace: [duree/reconduction, duree/ancienne]\n"),
        ("  années: {", "  années: {remplace: [ans, durée initiale], "),
    )
    replace(
        tmp_path / "clauses/preambule/contexte.md",
        ("titre: Contexte\n", "titre: Contexte\nremplace: preambule/cadre\n"),
    )
    return Workspace(tmp_path)


def type_(workspace: Workspace, *changes: tuple[str, str]) -> Path:
    """Change the agreement, as someone who knows the names of the past."""
    path = workspace.agreement("exemple")
    replace(path, *changes)
    return path


OLD = (("clause: duree/tacite", "clause: duree/reconduction"), ("années: 3", "ans: 3"))


def test_a_value_under_a_former_name_is_not_said_to_be_missing(small: Workspace) -> None:
    type_(small, *OLD)

    assert re.findall(r"error (C\d+)", run(small, "check").output) == ["C438", "C439"]


@pytest.mark.parametrize("former", ["duree/reconduction", "duree/ancienne"])
@pytest.mark.parametrize("key", ["ans", "durée initiale", "Duree-Initiale"])
def test_each_name_of_the_past_becomes_that_of_today(
    small: Workspace, former: str, key: str
) -> None:
    before = small.agreement("exemple").read_bytes()
    path = type_(small, ("duree/tacite", former), ("années: 3", f"{key}: 3"))

    done = run(small, "upgrade")

    assert path.read_bytes() == before
    place = path.relative_to(small.root).as_posix()
    assert done.output.splitlines() == [
        f"{place}:30:13: {former} → duree/tacite",
        f"{place}:32:7: {key} → années",
        "files changed: 1",
    ]


@pytest.mark.parametrize(
    ("old", "typed", "gives"),
    [
        ("  - contexte", "  - cadre", "  - contexte"),
        ("  - contexte", "  - preambule/cadre # a", "  - preambule/contexte # a"),
        ("  - contexte", "  - clause: 'cadre'", "  - clause: 'contexte'"),
        ("préambule:", "préambule: [cadre]\nx:", "préambule: [contexte]\nx:"),
        ("préambule:", "preamble: [cadre]\nx:", "preamble: [contexte]\nx:"),
        ("- clause: duree/tacite", "- Clause: duree/ancienne", "- Clause: duree/tacite"),
        (
            "  - clause: duree/tacite",
            "  - titre: Durée\n    clauses:\n      - duree/ancienne\n  - clause: duree/tacite",
            "  - titre: Durée\n    clauses:\n      - duree/tacite\n  - clause: duree/tacite",
        ),
        (
            "  - clause: duree/tacite\n    valeurs:\n      années: 3",
            '  - {clause: "duree/ancienne", with: {ans: 3}}',
            '  - {clause: "duree/tacite", with: {années: 3}}',
        ),
    ],
)
def test_names_are_found_wherever_they_may_be_typed(
    small: Workspace, old: str, typed: str, gives: str
) -> None:
    path = type_(small, (old, typed))
    expected = path.read_text(encoding="utf-8").replace(typed, gives)

    run(small, "upgrade")

    assert path.read_text(encoding="utf-8") == expected


def test_what_only_looks_like_a_former_name_is_left(small: Workspace) -> None:
    path = type_(
        small, ('titre: "Conv', 'bandeau: "duree/ancienne"\ntitre: "Conv'), ("pilote:", "ans:")
    )
    before = path.read_bytes()

    done = run(small, "upgrade")

    assert path.read_bytes() == before
    assert "Nothing to rename" in done.output


def test_ends_of_line_marks_and_comments_are_kept(small: Workspace) -> None:
    path = type_(small, ("années: 3", "années: 3 # une note\n\n# une autre"))
    expected = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").rstrip()
    typed = expected.replace("années: 3".encode(), b'"ans":   3')
    path.write_bytes(typed.replace(b"duree/tacite", b"duree/reconduction"))

    assert run(small, "upgrade").exit_code == 0

    assert path.read_bytes() == expected.replace("années: 3".encode(), '"années":   3'.encode())


def test_an_agreement_with_other_errors_is_upgraded(small: Workspace) -> None:
    path = type_(small, *OLD, ("nature: commune", "nature: comune"), ("format: 1", "format: 9"))

    assert run(small, "upgrade").exit_code == 0

    assert "duree/tacite\n    valeurs:\n      années: 3" in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_upgraded(small: Workspace) -> None:
    path = type_(small, *OLD)
    broken = small.agreement("abime")
    broken.write_text('titre: "Convention\nclauses: [duree/reconduction]\n', encoding="utf-8")

    done = run(small, "upgrade")

    assert done.exit_code == 1
    assert "agreements/abime.yaml:1:8: error C112" in done.output
    assert "duree/tacite" in path.read_text(encoding="utf-8")
    assert "duree/reconduction" in broken.read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["ans: 3\n      années: 2", "durée initiale: 3\n      ans: 2"])
def test_two_keys_for_one_value_are_told_and_left(small: Workspace, typed: str) -> None:
    path = type_(small, ("années: 3", typed), ("duree/tacite", "duree/ancienne"))

    done = run(small, "upgrade")

    assert done.exit_code == 1
    assert done.output.count("error C440") == 1
    text = path.read_text(encoding="utf-8")
    assert typed in text
    assert "duree/tacite" in text


def test_a_library_that_contradicts_itself_renames_nothing(small: Workspace) -> None:
    path = type_(small, *OLD)
    before = path.read_bytes()
    replace(
        small.clauses / "duree/ferme.md",
        ("titre: Durée\n", "titre: Durée\nremplace: duree/reconduction\n"),
    )

    done = run(small, "upgrade")

    assert done.exit_code == 1
    assert "error C437" in done.output
    assert path.read_bytes() == before


def test_a_name_that_a_broken_clause_still_bears_is_left(small: Workspace) -> None:
    path = type_(small, ("duree/tacite", "duree/ancienne"))
    before = path.read_bytes()
    (small.clauses / "duree/ancienne.md").write_text("---\ntitre: [\n---\nx\n", encoding="utf-8")

    done = run(small, "upgrade")

    assert done.exit_code == 1
    assert "clauses/duree/ancienne.md:2:9: error C113" in done.output
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_written_keeps_all_as_they_were(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = type_(small, *OLD)
    shutil.copy(path, small.agreement("zut"))
    before = contents(small.root)
    move = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "zut.yaml":
            raise PermissionError(13, "Permission denied")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    done = run(small, "upgrade")

    assert done.exit_code == 1
    assert "error C006" in done.output
    assert done.output.endswith("Nothing was written: your files are as they were.\n")
    assert contents(small.root) == before


def test_an_example_and_the_names_of_a_clause_follow(small: Workspace) -> None:
    sister = small.clauses / "duree/ferme.md"
    replace(
        sister,
        (
            "titre: Durée\n",
            "titre: Durée\nexige: [objet]\nexclut:\n  - duree/ancienne # jamais\n",
        ),
        ("  années: {", '  années: {remplace: "durée", '),
        ('en années"}\n', 'en années"}\nexemple:\n  durée: 3\n'),
    )
    told = run(small, "check")
    assert re.findall(r"ferme.md\S+ error (C\d+)", told.output) == ["C438", "C439"]

    assert run(small, "upgrade").exit_code == 0

    text = sister.read_text(encoding="utf-8")
    assert "  - duree/tacite # jamais\n" in text
    assert "exemple:\n  années: 3\n" in text
    assert run(small, "check").exit_code == 0


def test_a_declaration_that_is_taken_follows(small: Workspace) -> None:
    sister = small.clauses / "duree/ferme.md"
    taken = "  années: {reprend: duree/ancienne, max: 5}\n"
    text = re.sub(r"  années: .*\n", taken, sister.read_text(encoding="utf-8"))
    sister.write_text(text, encoding="utf-8")
    assert "error C438" in run(small, "check").output

    run(small, "upgrade")

    assert "  années: {reprend: duree/tacite, max: 5}\n" in sister.read_text(encoding="utf-8")
    assert run(small, "check").exit_code == 0


def test_annexes_follow(small: Workspace) -> None:
    entry = "- {clause: duree/reconduction, repère: terme, valeurs: {ans: 3}}"
    path = type_(small, ("signature:", f"annexes:\n  {entry}\nsignature:"))
    model = small.clauses / "models/convention-simple.yaml"
    replace(model, ("exige:", f"annexes:\n  capitales: non\n  clauses:\n    {entry}\nexige:"))

    assert run(small, "upgrade").exit_code == 0

    now = "- {clause: duree/tacite, repère: terme, valeurs: {années: 3}}"
    assert f"  {now}\n" in path.read_text(encoding="utf-8")
    assert f"    {now}\n" in model.read_text(encoding="utf-8")
    assert run(small, "check").exit_code == 0


def test_an_unknown_agreement_is_misuse(small: Workspace) -> None:
    done = run(small, "upgrade", "exempel")

    assert done.exit_code == 2
    assert "error C004" in done.output


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "utf-8"])
def test_what_was_written_is_told_whatever_the_terminal_can_say(
    small: Workspace, encoding: str
) -> None:
    path = type_(small, *OLD)
    before = path.read_bytes()

    done = subprocess.run(
        [sys.executable, "-m", "conventassembler", "upgrade"],
        cwd=small.root,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert path.read_bytes() != before
    arrow = "→" if encoding == "utf-8" else "->"
    assert f"duree/reconduction {arrow} duree/tacite" in done.stdout.decode(encoding)


# -- families, and keys that a reader takes in part


def test_a_family_whose_variants_moved_is_renamed(small: Workspace) -> None:
    (small.clauses / "duree").rename(small.clauses / "terme")
    tacit, firm = (small.clauses / f"terme/{name}.md" for name in ("tacite", "ferme"))
    replace(tacit, ("[duree/reconduction", "[duree/tacite"))
    replace(firm, ("titre: Durée\n", "titre: Durée\nremplace: duree/ferme\n"))
    model = small.clauses / "models/convention-simple.yaml"
    replace(small.clauses / "objet/simple.md", ("titre: Objet\n", "titre: Objet\nexclut: duree\n"))

    assert run(small, "upgrade").exit_code == 0

    assert model.read_text(encoding="utf-8").endswith("exige: [objet, terme]\n")
    assert "exclut: terme\n" in (small.clauses / "objet/simple.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "gives"),
    [
        ("{ans:}", "{années:}"),
        ("{ans:, x: 1}", "{années:, x: 1}"),
        ('{"ans:"}', '{"années"}'),
    ],
)
def test_a_key_without_value_keeps_its_colon(small: Workspace, typed: str, gives: str) -> None:
    path = type_(small, ("valeurs:\n      années: 3", f"valeurs: {typed}"))

    run(small, "upgrade")

    assert f"valeurs: {gives}\n" in path.read_text(encoding="utf-8")


def test_each_file_is_read_once(small: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    path = type_(small, *OLD)
    library, _ = load_library(small.clauses, small.root)
    opened: list[Path] = []
    genuine = Path.open

    def noted(self: Path, *words: str, **options: str) -> object:
        opened.append(self)
        return genuine(self, *words, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", noted)
    upgrade(small, library, ["exemple"], whole=False)

    assert opened == [path]


def test_a_former_name_of_no_file_renames_nothing(small: Workspace) -> None:
    type_(small, *OLD)
    replace(small.clauses / "duree/ferme.md", ("titre: Durée\n", "titre: Durée\nremplace: fixe\n"))

    done = run(small, "upgrade")

    assert done.exit_code == 1
    assert "did you mean “duree/fixe”?" in done.output
