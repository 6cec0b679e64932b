"""`siret` and `siren` of a party: shown in groups where a clause asks, told where none does."""

from pathlib import Path

import pytest

from conventassembler.agreement import load_agreement, load_parties
from conventassembler.build import draft_one, stock
from conventassembler.draft.model import Blank, Draft, Paragraph, Text
from conventassembler.draft.people import introduce
from conventassembler.draft.plain import text_of
from conventassembler.values import fragment
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
CLAUSE = """---
titre: Identité
choisir quand: On nomme la commune par son numéro.
paramètres:
  commune: {type: partie, libellé: "Commune"}
---
{% if commune.siret %}
{{ commune.Le }} a le numéro SIRET {{ commune.siret }} et le numéro SIREN {{ commune.siren }}.

{% else %}
{{ commune.Le }} n'a pas de numéro.
{% endif %}
"""


def written(folder: Path, party: str, record: str = "", *, clause: bool = True) -> Path:
    files = {
        "agreements/exemple.yaml": "format: 1\nmodèle: convention-simple\ntitre: Essai\nparties:\n"
        f"  commune:\n{party}    représentant: à compléter\nclauses:\n"
        + ("  - clause: identite/numero\n    valeurs: {commune: commune}\n" if clause else "")
        + '  - {titre: "Objet", texte: "Texte."}\n',
        "agreements/parties/ville.yaml": f"format: 1\nnature: commune\nnom: Longvic\n{record}",
        "clauses/identite/numero.md": CLAUSE,
    }
    for source in BASE.glob("clauses/**/*.*"):
        target = folder / source.relative_to(BASE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def drafted(folder: Path) -> tuple[Draft, set[str]]:
    workspace = Workspace(folder)
    draft, found = draft_one(workspace, "exemple", stock(workspace))
    assert draft, found
    return draft, {item.code for item in found}


def identity(draft: Draft) -> Paragraph:
    return next(b for b in draft.blocks if isinstance(b, Paragraph) and b.id.startswith("identite"))


OWN = '    nature: commune\n    nom: "Longvic"\n'
SIRET = '    siret: "12345678200010"\n'


def test_the_numbers_are_shown_in_groups_and_know_their_key(tmp_path: Path) -> None:
    draft, codes = drafted(written(tmp_path, OWN + SIRET))
    paragraph = identity(draft)
    marks = {one.text: one.value for one in paragraph.inlines if isinstance(one, Text)}

    assert text_of(paragraph.inlines).replace("\u00a0", " ") == (
        "La Commune a le numéro SIRET 123 456 782 00010 et le numéro SIREN 123 456 782."
    )
    assert marks["123\u00a0456\u00a0782\u00a000010"].path == "parties.commune.siret"
    assert marks["123\u00a0456\u00a0782"].path == "parties.commune.siret"
    assert "C718" not in codes


def test_a_party_without_numbers_shows_none(tmp_path: Path) -> None:
    draft, _ = drafted(written(tmp_path, OWN))

    assert text_of(identity(draft).inlines) == "La Commune n’a pas de numéro."


def test_a_number_may_be_left_to_complete(tmp_path: Path) -> None:
    draft, codes = drafted(written(tmp_path, OWN + "    siret: à compléter\n"))

    assert [one.path for one in identity(draft).inlines if isinstance(one, Blank)] == [
        "parties.commune.siret"
    ] * 2
    assert "C718" not in codes


@pytest.mark.parametrize("number", ['"123 456 782 00010"', "à compléter"])
def test_a_number_that_no_clause_shows_is_told(tmp_path: Path, number: str) -> None:
    _, codes = drafted(written(tmp_path, f"{OWN}    siret: {number}\n", clause=False))

    assert "C718" in codes


def test_the_number_of_a_record_serves_other_acts_and_is_not_told(tmp_path: Path) -> None:
    record = 'siret: "12345678200010"\n'
    _, codes = drafted(written(tmp_path, "    fiche: ville\n", record, clause=False))

    assert "C718" not in codes


def test_a_siret_of_the_agreement_is_held_against_the_siren_of_the_record(tmp_path: Path) -> None:
    workspace = Workspace(written(tmp_path, "    fiche: ville\n" + SIRET, 'siren: "987654324"\n'))
    registry, _ = load_parties(workspace.agreements / "parties", workspace.root)
    agreement, _ = load_agreement(workspace.agreement("exemple"), "a.yaml", registry)
    assert agreement

    people, found = introduce(agreement, ())

    assert "C226" in {item.code for item in found}
    assert str(fragment(people["commune"].forms["siren"])) == "987\u00a0654\u00a0324"
