"""Who signs an act, for whom and in which capacity: the block of the party and the signature."""

import shutil
from pathlib import Path

import pytest
from project import REPOSITORY

from conventassembler.build import assemble
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import SignatureGrid
from conventassembler.draft.plain import plain_text, text_of
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
ACT = """\
format: 1
modèle: convention-simple
titre: "Convention"
{top}
parties:
  ville: {{nature: ville, nom: Sceaux, représentant: {{fonction: maire, genre: féminin}}}}
{parties}
clauses:
  - clause: duree/tacite
    valeurs: {{années: 3}}
signature:
  lieu: Sceaux
{signature}
"""
CCAS = (
    "  ccas: {nature: CCAS, rattaché à: ville, représentant: {comme: ville, fonction: président}}"
)
CAF = """\
  caf:
    nature: Caf
    nom: "Côte-d'Or"
    représentants:
      - {fonction: présidente, organe: "conseil d'administration", civilité: Mme, nom: Anne ESSAI}
      - {fonction: directeur, genre: masculin, civilité: M., nom: Jean ESSAI}"""
DEPUTY = """\
  gard:
    nature: département
    nom: Gard
    représentant:
      fonction: vice-président chargé des sports
      genre: féminin
      signe pour: {{fonction: président, genre: masculin, mode: {mode}{act}}}"""
ORDER = ", habilitation: {acte: arrêté, numéro: 12, date: 2024-07-01}"


class Made:
    """What came of an agreement: its text, its places to sign row by row, its findings."""

    def __init__(self, folder: Path, parties: str, signature: str = "", top: str = "") -> None:
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        for name in ("domiciliee", "part-et-autre"):
            source = REPOSITORY / f"clauses/parties/{name}.md"
            shutil.copy(source, folder / "clauses/parties" / f"{name}.md")
        text = ACT.format(parties=parties, signature=signature, top=top)
        (folder / "agreements/exemple.yaml").write_text(text, encoding="utf-8")
        result = assemble(Workspace(folder), ("exemple",))
        self.findings: tuple[Diagnostic, ...] = result.findings
        draft = result.drafts.get("exemple")
        self.text = plain_text(draft).translate(PLAIN) if draft else ""
        grids = [one for one in draft.blocks if isinstance(one, SignatureGrid)] if draft else []
        self.rows = [
            [" / ".join(filter(None, (text_of(p.capacity), text_of(p.name)))).translate(PLAIN)
             for p in row]
            for grid in grids for row in grid.rows
        ]  # fmt: skip

    @property
    def codes(self) -> set[str]:
        return {finding.code for finding in self.findings}


def test_two_representatives_are_presented_and_agree_together(tmp_path: Path) -> None:
    made = Made(tmp_path, CAF + "\n    habilitation: {acte: décision, date: 2024-09-12}")

    assert (
        "représentée par la présidente de son conseil d'administration, Mme Anne ESSAI, et par son"
        " directeur, M. Jean ESSAI, habilités à cet effet par la décision"
    ) in made.text


def test_two_representatives_have_a_place_each(tmp_path: Path) -> None:
    made = Made(tmp_path, CAF, "  disposition: [[ville], [caf]]")

    assert made.rows == [
        ["La Maire de Sceaux"],
        ["La Présidente du conseil d'administration de la Caf de la Côte-d'Or / Mme Anne ESSAI",
         "Le Directeur de la Caf de la Côte-d'Or / M. Jean ESSAI"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows", ["[[ville], [caf/directeur], [caf]]", "[[ville], [caf/Directeur], [caf/présidente]]"]
)
def test_representatives_sign_in_any_order(tmp_path: Path, rows: str) -> None:
    made = Made(tmp_path, CAF, f"  disposition: {rows}")

    assert [row[0][:12] for row in made.rows] == ["La Maire de ", "Le Directeur", "La Président"]
    assert "C702" not in made.codes


@pytest.mark.parametrize("rows", ["[[ville], [caf], [caf]]", "[[ville, caf], [caf]]"])
def test_a_party_named_twice_gives_its_persons_in_order(tmp_path: Path, rows: str) -> None:
    made = Made(tmp_path, CAF, f"  disposition: {rows}")

    assert made.rows[-1] == ["Le Directeur de la Caf de la Côte-d'Or / M. Jean ESSAI"]


def test_a_person_left_out_comes_last_and_is_told(tmp_path: Path) -> None:
    made = Made(tmp_path, CAF, "  disposition: [[ville, caf/directeur]]")

    assert made.rows[-1][0].startswith("La Présidente du conseil d'administration")
    assert "C702" in made.codes


def test_one_person_may_sign_for_two_parties(tmp_path: Path) -> None:
    made = Made(tmp_path, CCAS, "  disposition: [[[ville, ccas]]]")

    assert made.rows == [["La Maire de Sceaux, présidente du CCAS de Sceaux"]]
    assert "représenté par sa présidente en exercice" in made.text


def test_without_a_shared_place_each_party_has_its_own(tmp_path: Path) -> None:
    made = Made(tmp_path, CCAS, "  disposition: [[ccas, ville]]")

    assert made.rows == [["La Présidente du CCAS de Sceaux", "La Maire de Sceaux"]]


@pytest.mark.parametrize(
    ("mode", "how"),
    [
        ("délégation", " et par délégation,"),
        ("suppléance", ", par suppléance,"),
        ("intérim", ", par intérim,"),
    ],
)
def test_a_deputy_signs_for_another(tmp_path: Path, mode: str, how: str) -> None:
    made = Made(tmp_path, DEPUTY.format(mode=mode, act=""))

    first, second = made.rows[0][1].split("\n")
    assert first == f"Pour le Président du conseil départemental du Gard{how}"
    assert second == "La Vice-présidente chargée des sports"
    assert ("C715" in made.codes) is (mode == "délégation")


def test_a_delegation_is_cited_where_the_party_is_presented(tmp_path: Path) -> None:
    made = Made(tmp_path, DEPUTY.format(mode="délégation", act=ORDER))

    assert (
        "représenté par sa vice-présidente chargée des sports, agissant pour le président du"
        " conseil départemental du Gard et par délégation en vertu de l'arrêté du président du"
        " conseil départemental du Gard du 1er juillet 2024, n° 12"
    ) in made.text
    assert "C715" not in made.codes


MANDATE = "    habilitation: {acte: délibération, date: 2026-01-12}"
RECITAL = "visas: [{habilitation de: gard}]"


def test_the_assembly_empowers_the_one_who_is_signed_for(tmp_path: Path) -> None:
    deputy = DEPUTY.format(mode="délégation", act=ORDER)
    made = Made(tmp_path, f"{deputy}\n{MANDATE}", top=RECITAL)

    assert "autorisant le président à signer" in made.text
    assert "du 1er juillet 2024, n° 12, lui-même habilité à cet effet par la" in made.text


def test_who_decides_alone_empowers_the_deputy(tmp_path: Path) -> None:
    deputy = DEPUTY.format(mode="délégation", act=ORDER)
    alone = MANDATE.replace("délibération", "arrêté")
    made = Made(tmp_path, f"{deputy}\n{alone}", top=RECITAL)

    assert "autorisant la vice-présidente à signer" in made.text
    assert "n° 12, habilitée à cet effet par l'arrêté" in made.text


def test_two_deputies_of_one_person_do_not_double_that_person(tmp_path: Path) -> None:
    person = DEPUTY.format(mode="suppléance", act="").split("représentant:\n")[1]
    first = "  gard:\n    nature: département\n    nom: Gard\n    représentants:\n"
    deputy = person.replace("      ", "        ").replace("  fonction", "- fonction", 1)
    both = f"{first}{deputy}\n{deputy.replace('sports', 'arts')}\n{MANDATE}"
    made = Made(tmp_path, both, top=RECITAL)

    assert "autorisant le président à signer" in made.text
    assert "chargée des arts" in made.text


def test_in_office_is_said_of_the_office_alone(tmp_path: Path) -> None:
    caf = CAF.replace("représentants:", "représentante:").split("\n      - ")
    person = caf[1].replace(", civilité: Mme, nom: Anne ESSAI", "")
    made = Made(tmp_path, f"{caf[0]} {person}")

    assert "représentée par la présidente de son conseil d'administration, ci-après" in made.text


def test_a_prefect_has_two_capacities(tmp_path: Path) -> None:
    party = """\
  état:
    nature: État
    nom: "Côte-d'Or"
    représentant:
      fonction: préfet
      genre: féminin
      qualités: ["préfet de la région Bourgogne-Franche-Comté", "préfet de la Côte-d'Or"]"""
    made = Made(tmp_path, party)

    both = "de la région Bourgogne-Franche-Comté, préfète de la Côte-d'Or"
    assert made.rows[0][1] == f"La Préfète {both}"
    assert f"représenté par la préfète {both}, ci-après" in made.text
    assert "C703" not in {one.code for one in made.findings if "état" in str(one.arguments)}


@pytest.mark.parametrize("rows", ["", "  disposition: [[délégué, ville]]\n"])
def test_a_signatory_who_is_no_party_always_has_a_place(tmp_path: Path, rows: str) -> None:
    other = '  autres signataires:\n    délégué: {qualité: "le délégué général", nom: Luc ESSAI}'
    made = Made(tmp_path, "", f"{rows}{other}")

    assert "Le Délégué général / Luc ESSAI" in made.rows[0]


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("{qualité: maire de Genlis}", "C452"),
        ("{qualité: la préfète, genre: masculin}", "C466"),
        ("{qualité: la préfète, civilité: M., nom: Luc ESSAI}", "C468"),
    ],
)
def test_the_words_about_another_signatory_agree(tmp_path: Path, record: str, code: str) -> None:
    assert code in Made(tmp_path, "", f"  autres signataires:\n    autre: {record}").codes


def test_an_office_without_article_takes_that_of_its_holder(tmp_path: Path) -> None:
    made = Made(tmp_path, "", "  autres signataires: {x: {qualité: maire, genre: féminin}}")

    assert made.rows[0][1] == "La Maire"


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ('nature: centre hospitalier, nom: "les Hospices civils de Lyon", nom seul: oui',
         "Les Hospices civils de Lyon, représentés par leur directrice en exercice"),
        ('nature: EPIC, nom: "Voies navigables de France", nom seul: oui, genre: féminin,'
         " nombre: pluriel", "Voies navigables de France, représentées par leur directrice"),
        ('nature: EPIC, nom: "La Poste", nom seul: oui, genre: féminin',
         "La Poste, représentée par sa directrice"),
        ('nature: société coopérative, genre: féminin, nom: "Essor"',
         "La société coopérative Essor, représentée par sa directrice"),
        ('nature: commune, nom: "Hauteville", élision: oui', "La commune d'Hauteville,"),
        ('nature: commune, nom: "Hauteville", élision: non', "La commune de Hauteville,"),
        ('nature: commune, nom: "Le Havre", ci-après: "Le Havre"', "dénommée « Le Havre »"),
        ('nature: commune, nom: "L\'Haÿ-les-Roses", ci-après: "L\'Haÿ"', "dénommée « L'Haÿ »"),
        ('nature: commune, nom: "Le Havre", ci-après: "Le Port"', "dénommée « le Port »"),
    ],
)  # fmt: skip
def test_names_are_said_as_they_are_borne(tmp_path: Path, party: str, expected: str) -> None:
    made = Made(tmp_path, f"  autre: {{{party}, représentant: {{fonction: directrice}}}}")

    assert expected in made.text, made.findings


def test_the_sides_are_said_once_each(tmp_path: Path) -> None:
    model = "modèle: convention-simple"
    made = Made(tmp_path, f"{CCAS}\n{CAF}", top='ensemble: "les Parties"')
    file = tmp_path / "clauses/models/convention-simple.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("parties/domiciliee", "parties/part-et-autre"),
        encoding="utf-8",
    )
    draft = assemble(Workspace(tmp_path), ("exemple",)).drafts["exemple"]
    lines = plain_text(draft).translate(PLAIN).split("\n")

    assert model in (tmp_path / "agreements/exemple.yaml").read_text(encoding="utf-8")
    assert [line for line in lines if line.startswith("d'")] == ["d'une part,", "d'autre part,"]
    assert lines.index("d'une part,") > next(i for i, x in enumerate(lines) if "« le CCAS »" in x)
    assert "ci-après dénommées ensemble « les Parties »." in lines
    assert "d'une part" not in made.text


@pytest.mark.parametrize("named", ["part-et-autre", "parties/part-et-autre"])
def test_an_act_may_present_its_parties_otherwise_than_its_model(
    tmp_path: Path, named: str
) -> None:
    made = Made(tmp_path, f"{CCAS}\n{CAF}", top=f"présentation des parties: {named}")

    lines = made.text.split("\n")
    assert [line for line in lines if line.startswith("d'")] == ["d'une part,", "d'autre part."]


@pytest.mark.parametrize(
    ("named", "code"), [("part-et-autr", "C402"), ("objet/simple", "C446"), ("prties/une", "C401")]
)
def test_what_presents_no_party_is_told(tmp_path: Path, named: str, code: str) -> None:
    assert code in Made(tmp_path, CCAS, top=f"présentation des parties: {named}").codes


def test_an_unknown_kind_hides_no_fault_of_who_signs(tmp_path: Path) -> None:
    party = "  a: {nature: vile, nom: Sceaux, représentant: {fonction: maire}}"

    assert {"C450", "C452"} <= Made(tmp_path, party).codes


def test_the_common_name_ends_the_presentation(tmp_path: Path) -> None:
    lines = Made(tmp_path, CCAS, top='ensemble: "les Partenaires"').text.split("\n")

    place = lines.index("ci-après dénommés ensemble « les Partenaires ».")
    assert lines[place - 1].endswith("« le CCAS »,")


def test_what_is_borrowed_leads_to_one_person(tmp_path: Path) -> None:
    circle = "  a: {nature: commune, nom: A, représentant: {comme: b, fonction: maire}}\n" + (
        "  b: {nature: commune, nom: B, représentant: {comme: a, fonction: maire}}"
    )

    assert "C495" in Made(tmp_path / "circle", circle).codes
    several = "  a: {nature: ville, nom: A, représentant: {comme: caf, fonction: maire}}\n" + CAF
    assert "C495" in Made(tmp_path / "several", several).codes
    absent = "  a: {nature: ville, nom: A, représentant: {comme: personne, fonction: maire}}"
    assert Made(tmp_path / "absent", absent).codes & {"C211", "C495"} == {"C211"}


def test_everything_may_be_a_blank(tmp_path: Path) -> None:
    parties = """\
  a: {nature: CCAS, nom: à compléter, représentants: à compléter}
  b:
    nature: département
    nom: à compléter
    représentants:
      - fonction: à compléter
        nom: à compléter
        qualités: à compléter
        signe pour: {fonction: à compléter, mode: intérim, habilitation: à compléter}"""
    other = "  autres signataires: {x: {qualité: à compléter, nom: à compléter}}"
    made = Made(tmp_path, parties, other, top="ensemble: à compléter")

    assert "ci-après dénommées ensemble « [à compléter] »." in made.text
    assert any("[à compléter] / [à compléter]" in cell for row in made.rows for cell in row)


def test_a_gender_that_cannot_be_read_is_told_alone(tmp_path: Path) -> None:
    """The civility beside it is right of some gender: it is not told as well."""
    misread = CAF.replace("civilité: Mme", "genre: femme, civilité: Mme")

    assert Made(tmp_path, misread).codes & {"C206", "C468"} == {"C206"}
