"""What is typed about a party or a law is shown, or told."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.draft.model import Draft
from conventassembler.draft.plain import plain_text
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
NAME = '    nom: "Longvic"\n'
MAYOR = "      fonction: maire\n      genre: féminin\n"
OTHER_RECITAL = "  - habilitation de: département\n"


@pytest.fixture(name="space")
def small_workspace(tmp_path: Path) -> Workspace:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path)


def made(space: Workspace, *changes: tuple[str, str]) -> tuple[Draft, list[str]]:
    """Return the draft of the example with changes, and the codes that it gets."""
    path = space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    whole = assemble(space, ("exemple",))
    return whole.drafts["exemple"], [finding.code for finding in whole.findings]


def test_the_acronym_of_a_commune_is_shown_nowhere(space: Workspace) -> None:
    draft, codes = made(space, (NAME, NAME + "    sigle: VDL\n"))

    assert "VDL" not in plain_text(draft)
    assert codes == ["C708"]


def test_the_acronym_that_the_signatory_bears_is_shown(space: Workspace) -> None:
    draft, codes = made(
        space,
        ("nature: commune", "nature: établissement public"),
        (NAME, NAME + "    sigle: EPL\n"),
        (MAYOR, "      fonction: directrice\n"),
    )

    assert "EPL" in plain_text(draft)
    assert "C708" not in codes


def test_the_acronym_of_a_clause_is_shown(space: Workspace) -> None:
    clause = space.clauses / "objet" / "simple.md"
    text = clause.read_text(encoding="utf-8")
    clause.write_text(text.replace("pilote.le }}", "pilote.sigle }}"), encoding="utf-8")

    draft, codes = made(space, (NAME, NAME + "    sigle: VDL\n"))

    assert "VDL" in plain_text(draft)
    assert codes == []


def test_the_acronym_of_the_registry_serves_other_acts(space: Workspace) -> None:
    record = space.registry / "departement.yaml"
    record.write_text(record.read_text(encoding="utf-8") + "sigle: CD21\n", encoding="utf-8")

    _, codes = made(space)

    assert codes == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", ["C709"]),
        ('      nom: "Hélène PHILIPPE"\n', []),
        ("      nom: à compléter\n", ["C701"]),
    ],
)
def test_a_civility_needs_a_name(space: Workspace, name: str, expected: list[str]) -> None:
    _, codes = made(space, (MAYOR, f"{MAYOR}      civilité: Madame\n{name}"))

    assert codes == expected


@pytest.mark.parametrize("number", ["82-213", "loi n° 82-213", "n°82 – 213"])
def test_the_number_of_a_law_is_printed_once(space: Workspace, number: str) -> None:
    law = f'  - loi: "{number}"\n    date: 1982-03-02\n    intitulé: "Relative aux droits"\n'

    draft, codes = made(space, (OTHER_RECITAL, law + OTHER_RECITAL))

    text = plain_text(draft).replace("\N{NO-BREAK SPACE}", " ")
    assert "Vu la loi n° 82-213 du 2 mars 1982 relative aux droits ;" in text
    assert codes == []


@pytest.mark.parametrize("part", ["préambule:\n", "clauses:\n"])
def test_an_entry_without_a_key_is_told(space: Workspace, part: str) -> None:
    path = space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(part, f"{part}  - {{}}\n"), encoding="utf-8")

    assert [finding.code for finding in assemble(space, ("exemple",)).findings] == ["C412"]


def test_a_commune_keeps_its_article_out_of_de(space: Workspace) -> None:
    draft, _ = made(space, (NAME, '    nom: "le Havre"\n'))

    text = plain_text(draft)
    assert "commune du Havre" in text
    assert "de le" not in text
