"""What an agreement says of parties, authorities and numbers, and what the act then says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Draft, Heading
from conventassembler.draft.plain import plain_text
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
Act = Callable[..., str]


def assembled(folder: Path, *edits: tuple[str, str]) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    """Return the draft of the small agreement after edits of any of its workspace's files."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for old, new in edits:
        files = [*folder.rglob("*.yaml"), *folder.rglob("*.md")]
        holding = [path for path in files if old in path.read_text(encoding="utf-8")]
        assert len(holding) == 1, f"{old!r} stands in {len(holding)} files"
        text = holding[0].read_text(encoding="utf-8")
        holding[0].write_text(text.replace(old, new), encoding="utf-8")
    result = assemble(Workspace(folder), ("exemple",))
    return result.drafts.get("exemple"), result.findings


@pytest.fixture
def act(tmp_path: Path) -> Act:
    """Return a function that gives the text of the act after edits, on plain spaces."""

    def text(*edits: tuple[str, str]) -> str:
        draft, findings = assembled(tmp_path / "workspace", *edits)
        assert draft is not None, findings
        return plain_text(draft).replace("\u00a0", " ").replace("’", "'")

    return text


FULL_BLOCK = (
    (BASE / "clauses/parties/domiciliee.md").read_text(encoding="utf-8"),
    (BASE.parent.parent.parent / "clauses/parties/domiciliee.md").read_text(encoding="utf-8"),
)
OBJECT = "  - clause: objet/simple\n    valeurs:"
TERM = "  - clause: duree/tacite\n"
COMMUNE = """\
    habilitation:
      acte: délibération
      date: 2025-12-18
"""


def test_an_authority_that_is_cited_is_called_susvisee(act: Act) -> None:
    text = act(FULL_BLOCK)

    assert "habilitée à cet effet par la délibération susvisée du conseil municipal" in text


def test_what_is_shown_in_capitals_has_its_accents_without_those_of_capitals(act: Act) -> None:
    text = act(
        ("profil: collectivite", "profil: journal-officiel"),
        ('titre: "Convention de partenariat"', 'titre: "État des lieux"'),
        (TERM, TERM + "    titre: Échéance de l'État\n"),
    )

    assert text.startswith("État des lieux")
    assert "Article 2 : Echéance de l'Etat" in text


def test_a_heading_in_capitals_has_its_accents_too(act: Act) -> None:
    text = act(
        ("profil: collectivite", "profil: journal-officiel"),
        ('{numéro: "Article {n}", séparateur: " : "}', '{numéro: "Article {n}", capitales: oui}'),
        (TERM, TERM + "    titre: Échéance de l'État\n"),
    )

    assert "Échéance de l'État" in text


def test_what_is_cited_below_the_parties_is_not_susvise(act: Act) -> None:
    text = act(FULL_BLOCK, ("titre, visas, parties,", "titre, parties, visas,"))

    assert "susvisée" not in text
    assert "par la délibération du conseil municipal de Longvic du 18 décembre 2025," in text


def test_an_authority_that_nothing_cites_is_given_in_full(act: Act) -> None:
    text = act(FULL_BLOCK, ("  - habilitation de: département\n  - habilitation de: commune\n", ""))

    assert "susvisée" not in text
    assert "par la délibération du conseil municipal de Longvic du 18 décembre 2025," in text


def test_an_arrete_is_the_mayors(act: Act) -> None:
    text = act((COMMUNE, COMMUNE.replace("délibération", "arrêté")))

    assert "l'arrêté de la maire de Longvic du 18 décembre 2025" in text


def test_an_office_may_have_decided(act: Act) -> None:
    written = COMMUNE.replace("délibération", "décision\n      organe: maire")

    assert "la décision de la maire de Longvic du 18 décembre 2025" in act((COMMUNE, written))


def test_the_state_is_represented_by_the_prefect_of_the_department(act: Act) -> None:
    text = act(
        FULL_BLOCK,
        ('nature: commune\n    nom: "Longvic"', 'nature: État\n    nom: "Côte-d\'Or"'),
        ("fonction: maire", "fonction: préfet"),
        (COMMUNE, ""),
        ("  - habilitation de: commune\n", ""),
    )

    assert "L'État, représenté par la préfète de la Côte-d'Or, ci-après" in text
    assert "La Préfète de la Côte-d'Or" in text


def test_the_name_of_the_signatory_is_in_block_and_signature(act: Act) -> None:
    text = act(FULL_BLOCK, ("fonction: maire\n", 'fonction: maire\n      nom: "Anne DURAND"\n'))

    assert "représentée par sa maire, Anne DURAND," in text
    assert text.endswith("Anne DURAND\nLe Président du conseil départemental de la Côte-d'Or")


@pytest.mark.parametrize(
    ("number", "other"),
    [("5 bis", "5bis"), ("1er", "1"), ("03", "3"), ("2", "2")],
)
def test_two_articles_cannot_have_one_number(tmp_path: Path, number: str, other: str) -> None:
    _, findings = assembled(
        tmp_path,
        (OBJECT, OBJECT.replace("    valeurs:", f'    numéro: "{number}"\n    valeurs:')),
        (TERM, f'  - clause: duree/tacite\n    numéro: "{other}"\n'),
    )

    assert "C413" in [finding.code for finding in findings]


def test_a_number_set_by_hand_is_kept_and_the_others_go_on(tmp_path: Path) -> None:
    draft, _ = assembled(
        tmp_path,
        (TERM, f'  - titre: "Moyens"\n    numéro: "1 bis"\n    texte: "X."\n{TERM}'),
    )

    assert draft is not None
    labels = [block.label for block in draft.blocks if isinstance(block, Heading)]
    assert labels == ["Article\u00a01", "Article\u00a01\u00a0bis", "Article\u00a02"]


def test_ids_are_unique_whatever_an_entry_is_called(tmp_path: Path) -> None:
    draft, _ = assembled(
        tmp_path,
        (TERM, "  - clause: duree/tacite\n    repère: titre\n"),
        (OBJECT, OBJECT.replace("    valeurs:", "    repère: formule\n    valeurs:")),
    )

    assert draft is not None
    ids = [block.id for block in draft.blocks]
    assert len(ids) == len(set(ids))


def test_two_blank_short_names_are_two_blanks(tmp_path: Path) -> None:
    draft, findings = assembled(
        tmp_path,
        ('    nom: "Longvic"\n', '    nom: "Longvic"\n    ci-après: à compléter\n'),
        ("    fiche: departement\n", "    fiche: departement\n    ci-après: à compléter\n"),
    )

    assert draft is not None
    assert {finding.code for finding in findings} == {"C701"}


def test_a_default_party_that_the_agreement_lacks_is_asked_for(tmp_path: Path) -> None:
    draft, findings = assembled(
        tmp_path,
        ('{type: partie, libellé: "Partie qui pilote"}', "{type: partie, défaut: ville}"),
        ("    valeurs:\n      pilote: commune\n", ""),
    )

    assert draft is None
    assert [finding.code for finding in findings] == ["C407"]


def test_brackets_around_a_blank_are_no_list(act: Act) -> None:
    assert "Fait à [à compléter]" in act(('lieu: "Longvic"', "lieu: [à compléter]"))


def test_a_gender_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    _, findings = assembled(
        tmp_path, ("fonction: maire\n      genre: féminin", "fonction: présidente\n      genre: f.")
    )

    assert [finding.code for finding in findings] == ["C206"]
