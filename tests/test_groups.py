"""Parties in groups, partners who do not sign, and many parties in one table."""

import shutil
from pathlib import Path

import pytest
from project import REPOSITORY

from conventassembler.agreement import agreement_schema
from conventassembler.build import assemble
from conventassembler.draft.model import (
    Draft,
    Heading,
    Paragraph,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from conventassembler.draft.plain import plain_text, text_of
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
TOWNS = (
    *("Ahuy", "Chenôve", "Longvic", "Quetigny", "Talant", "Daix"),
    *("Marsannay", "Plombières", "Fontaine", "Chevigny", "Saint-Apollinaire", "Bretenière"),
)
CLAUSE = """\
---
titre: Essai
choisir quand: Toujours.
paramètres:
  qui: {{type: partie, libellé: "Qui"}}
---
{body}
"""
ACT = """\
format: 1
modèle: convention-simple
titre: "Convention"
parties:
  département:
    fiche: departement
    habilitation: {{acte: délibération, date: 2025-12-15}}
{parties}
{more}
clauses:
  - clause: essai/essai
    valeurs: {{qui: {who}}}
  - clause: objet/simple
    valeurs: {{pilote: département}}
  - clause: duree/tacite
    valeurs: {{années: 3}}
signature:
  lieu: "Longvic"
{signature}
"""


def town(rank: int, name: str, more: str = "") -> str:
    """Return a commune whose mayor is a woman or a man, by turns."""
    gender = "féminin" if rank % 2 else "masculin"
    return f"""\
  c{chr(97 + rank)}:
    nature: commune
    nom: "{name}"
    représentant: {{fonction: maire, genre: {gender}}}
    habilitation: {{acte: délibération, date: 2026-01-{rank + 10}}}{more}
"""


COMMUNES = "".join(town(rank, name) for rank, name in enumerate(TOWNS))
KEYS = ", ".join(f"c{chr(97 + rank)}" for rank in range(len(TOWNS)))
GROUP = f"""\
groupes:
  communes:
    nom: "les Communes"
    membres: [{KEYS}]
    au titre: "les communes de l'agglomération"
"""


class Made:
    """What came of an act: its draft, its text, its findings."""

    def __init__(
        self,
        folder: Path,
        parties: str = COMMUNES,
        more: str = GROUP,
        *,
        body: str = "{{ qui.Le }}.",
        who: str = "communes",
        signature: str = "",
    ) -> None:
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        for name in ("domiciliee", "groupe", "partenaire"):
            text = (REPOSITORY / f"clauses/parties/{name}.md").read_text(encoding="utf-8")
            head, matter, rest = text.split("---\n", 2)
            matter = matter.partition("exemple:")[0]
            path = folder / f"clauses/parties/{name}.md"
            path.write_text(f"{head}---\n{matter}---\n{rest}", encoding="utf-8")
        clause = folder / "clauses/essai/essai.md"
        clause.parent.mkdir()
        clause.write_text(CLAUSE.format(body=body), encoding="utf-8")
        act = ACT.format(parties=parties, more=more, who=who, signature=signature)
        (folder / "agreements/exemple.yaml").write_text(act, encoding="utf-8")
        result = assemble(Workspace(folder), ("exemple",))
        self.findings = result.findings
        self.draft: Draft | None = result.drafts.get("exemple")
        self.text = plain_text(self.draft).translate(PLAIN) if self.draft else ""

    @property
    def codes(self) -> set[str]:
        return {item.code for item in self.findings}

    @property
    def leads(self) -> list[str]:
        assert self.draft
        found = [one for one in self.draft.blocks if isinstance(one, Paragraph)]
        return [text_of(one.inlines) for one in found if one.role == "party-lead"]

    @property
    def table(self) -> list[list[str]]:
        assert self.draft
        (table,) = (one for one in self.draft.blocks if isinstance(one, Table))
        return [
            [
                " ".join(text_of(b.inlines) for b in cell.blocks if isinstance(b, Paragraph))
                .translate(PLAIN)
                for cell in row.cells
            ]
            for row in table.rows
        ]  # fmt: skip

    @property
    def said(self) -> list[str]:
        """The lines of the clause."""
        assert self.draft
        found = [
            text_of(one.inlines).translate(PLAIN)
            for one in self.draft.blocks
            if isinstance(one, Paragraph) and one.id.startswith("essai/")
        ]
        assert found
        return found


def test_a_group_is_presented_in_one_table(tmp_path: Path) -> None:
    made = Made(tmp_path)

    assert made.codes == set()
    assert [lead.replace("\u00a0", " ") for lead in made.leads] == ["Entre :", "Et :"]
    assert len(made.table) == 12
    assert made.table[1] == [
        "La commune de Chenôve",
        "Sa maire en exercice",
        "La délibération du conseil municipal de Chenôve du 11 janvier 2026",
    ]
    assert "ci-après dénommées ensemble « les Communes »." in made.text
    assert "ci-après dénommé « le Département »," in made.text


def test_the_title_says_what_the_group_says_of_itself(tmp_path: Path) -> None:
    made = Made(tmp_path)

    assert made.draft
    (title,) = (one for one in made.draft.blocks if isinstance(one, Title))
    assert [text_of(line).translate(PLAIN) for line in title.lines][1:] == [
        "entre le département de la Côte-d'Or",
        "et les communes de l'agglomération",
    ]


def test_without_words_for_the_title_it_says_the_name(tmp_path: Path) -> None:
    made = Made(tmp_path, more=GROUP.partition("    au titre")[0])

    assert "et les Communes\n" in made.text


def test_the_group_may_come_first_in_the_title(tmp_path: Path) -> None:
    made = Made(tmp_path, more=GROUP + "entre: [communes, département]")

    assert "entre les communes de l'agglomération\net le département" in made.text


@pytest.mark.parametrize(
    ("body", "gives"),
    [
        ("{{ qui.Le }} {{ 'gère ses' | accorde(qui) }} biens.", "Les Communes gèrent leurs biens."),
        ("{{ qui.Du }} {{ qui.au }}.", "Des Communes aux Communes."),
        (
            '{{ qui.chaque }} {{ "est tenu" | accorde(qui.une) }}.',
            "chaque Commune est tenue.",
        ),
        ("{{ parties | liste }}.", "le Département et les Communes."),
        ('{{ parties | liste(forme="du") }}.', "du Département et des Communes."),
        ("{{ parties | nombre | en_lettres }}.", "treize."),
        ("{{ qui | nombre | en_lettres }}.", "douze."),
        (
            "{% for a in qui %}{% if loop.first %}{{ a.Le }}, {{ a.du }}.{% endif %}{% endfor %}",
            "La commune d'Ahuy, de la commune d'Ahuy.",
        ),
        ("{{ qui.membres[1].nom }}.", "commune de Chenôve."),
        ("{{ qui.nom }} : {{ qui }}.", "Communes : les Communes."),
    ],
)  # fmt: skip
def test_clauses_speak_of_a_group_as_of_the_parties(body: str, gives: str, tmp_path: Path) -> None:
    made = Made(tmp_path, body=body)

    assert made.said == [gives]
    assert made.codes <= {"C418", "C526"}


def test_the_members_of_a_group_may_be_enumerated(tmp_path: Path) -> None:
    made = Made(tmp_path, body="{{ qui.Du_nom_complet }} ; {{ qui | liste }}.")

    assert made.said[0].startswith("De la commune d'Ahuy, de la commune de Chenôve, ")
    assert made.said[0].endswith("et la commune de Bretenière.")


def test_what_a_group_says_comes_from_its_name(tmp_path: Path) -> None:
    made = Made(tmp_path)

    assert made.draft
    marks = [
        (one.text, one.value.path)
        for block in made.draft.blocks
        if isinstance(block, Paragraph) and block.id.startswith("essai/")
        for one in block.inlines
        if isinstance(one, Text) and one.value and one.value.path
    ]
    assert marks == [("Communes", "groups.communes.name")]


def test_every_member_has_a_place_to_sign(tmp_path: Path) -> None:
    made = Made(tmp_path, signature="  disposition: [[département], [communes]]")

    assert made.draft
    (grid,) = (one for one in made.draft.blocks if isinstance(one, SignatureGrid))
    assert [len(row) for row in grid.rows] == [1, 3, 3, 3, 3]
    assert made.codes == set()


def test_a_member_keeps_the_short_name_that_it_is_given(tmp_path: Path) -> None:
    towns = "".join(
        town(rank, name, '\n    ci-après: "Quetigny"' if name == "Quetigny" else "")
        for rank, name in enumerate(TOWNS)
    )

    made = Made(tmp_path, towns, body="{{ qui.membres[3].Le }}, {{ qui.membres[3].du }}.")

    assert made.said == ["Quetigny, de Quetigny."]
    assert made.table[3][0] == "La commune de Quetigny, ci-après dénommée « Quetigny »"


def test_members_of_one_name_are_told(tmp_path: Path) -> None:
    towns = town(0, "Longvic") + town(1, "Longvic")
    group = 'groupes:\n  communes: {nom: "les Communes", membres: [ca, cb]}'

    assert Made(tmp_path, towns, group).codes == {"C456"}


@pytest.mark.parametrize(
    ("members", "rows", "code", "at"),
    [
        ("ca, cx", "[[communes]]", "C211", "cx"),
        ("ca, ca, cb", "[[communes]]", "C534", "ca, cb"),
        ("ca, cb", "[[communes], [communes]]", "C463", "communes]]"),
        ("ca, cb", "[[ca], [communes]]", "C463", "communes]]"),
    ],
)
def test_what_is_wrong_with_a_member_is_told_once_and_in_its_place(
    members: str, rows: str, code: str, at: str, tmp_path: Path
) -> None:
    group = f'groupes:\n  communes: {{nom: "les Communes", membres: [{members}]}}'
    towns = town(0, "Longvic") + town(1, "Talant")

    made = Made(tmp_path, towns, group, signature=f"  disposition: {rows}")

    (told,) = (item for item in made.findings if item.code in ("C211", "C463", "C534"))
    assert told.code == code
    act = (tmp_path / "agreements/exemple.yaml").read_text(encoding="utf-8").split("\n")
    assert told.position
    assert act[told.position.line - 1][told.position.column - 1 :].startswith(at)


def test_a_row_of_one_place_needs_no_brackets(tmp_path: Path) -> None:
    rows = "  disposition:\n    - département\n    - communes"
    made = Made(tmp_path, signature=rows)

    assert made.codes == set()
    assert made.draft
    (grid,) = (one for one in made.draft.blocks if isinstance(one, SignatureGrid))
    assert [len(row) for row in grid.rows] == [1, 3, 3, 3, 3]


def test_parties_of_one_kind_without_group_still_need_names(tmp_path: Path) -> None:
    made = Made(tmp_path, town(0, "Longvic") + town(1, "Talant"), "", who="ca")

    assert made.codes == {"C456"}


def test_all_parties_may_stand_in_one_table(tmp_path: Path) -> None:
    towns = "".join(
        town(rank, name, f'\n    ci-après: "{name}"') for rank, name in enumerate(TOWNS)
    )

    made = Made(tmp_path, towns, "présentation compacte: oui\nensemble: les Parties", who="ca")

    assert made.codes == set()
    assert made.draft
    ids = [block.id for block in made.draft.blocks]
    assert len(ids) == len(set(ids))
    assert len(made.leads) == 1
    assert len(made.table) == 13
    assert made.table[0][0].endswith("ci-après dénommé « le Département »")
    assert made.table[2][0] == "La commune de Chenôve, ci-après dénommée « Chenôve »"
    assert "ci-après dénommées ensemble « les Parties »." in made.text


ASSOCIATION = """\
  association:
    nature: association
    nom: "Entraide"
    représentante: {fonction: présidente}
    habilitation: {acte: décision, organe: "bureau", date: 2026-01-10}
"""
PARTNERS = "partenaires:\n" + "".join(
    f"""\
  p{letter}:
    nature: association
    nom: "{name}"
    en présence: {"oui" if rank % 2 else "non"}
"""
    for rank, (letter, name) in enumerate(
        zip("abcdefgh", ("Alpha", "Bêta", "Gamma", "Delta", "Zêta", "Kappa", "Lambda", "Sigma"),
            strict=True)
    )
)  # fmt: skip


def test_partners_are_named_and_do_not_sign(tmp_path: Path) -> None:
    body = (
        '{{ qui.Le }} {{ "soutient" | accorde(qui) }} {{ parties | liste }} ;'
        " {{ parties | nombre }}."
    )

    made = Made(tmp_path, ASSOCIATION, PARTNERS, who="pa", body=body)

    assert made.said == ["L'association Alpha soutient le Département et l'Association ; 2."]
    assert made.codes == {"C724"}
    told = [item.arguments["party"] for item in made.findings if item.code == "C724"]
    assert told == ["pc", "pe", "pg"]
    assert made.draft
    (grid,) = (one for one in made.draft.blocks if isinstance(one, SignatureGrid))
    assert [place.party for row in grid.rows for place in row] == ["departement", "association"]


def test_partners_in_whose_presence_the_act_is_made_are_presented(tmp_path: Path) -> None:
    made = Made(tmp_path, ASSOCIATION, PARTNERS, who="pa")

    assert made.leads[-1].replace("\u00a0", " ") == "En présence de :"
    assert made.text.count("En présence de") == 1
    assert (
        "L'association Bêta,\nL'association Delta,\nL'association Kappa,\nL'association Sigma."
        in (made.text)
    )


def test_a_partner_may_have_a_short_name_and_a_representative(tmp_path: Path) -> None:
    caf = """\
partenaires:
  caf:
    nature: Caf
    nom: "Côte-d'Or"
    ci-après: "la Caf"
    en présence: oui
    représentante: {fonction: directrice, nom: Anne ESSAI, civilité: Mme}
"""

    made = Made(tmp_path, ASSOCIATION, caf, who="caf", body="{{ qui.Le }} ; {{ qui.du }}.")

    assert made.said == ["La Caf ; de la Caf."]
    assert (
        "La caisse d'allocations familiales de la Côte-d'Or, représentée par sa directrice,"
        " Mme Anne ESSAI, ci-après dénommée « la Caf »."
    ) in made.text


def test_a_partner_may_belong_to_a_party(tmp_path: Path) -> None:
    ccas = "partenaires:\n  ccas: {nature: CCAS, rattaché à: ca}\n"

    made = Made(tmp_path, town(0, "Longvic"), ccas, who="ccas")

    assert made.said == ["Le centre communal d'action sociale de Longvic."]


def test_a_partner_has_no_place_to_sign(tmp_path: Path) -> None:
    caf = 'partenaires:\n  caf: {nature: Caf, nom: "Côte-d\'Or"}\n'

    made = Made(tmp_path, ASSOCIATION, caf, who="caf", signature="  disposition: [[caf]]")

    assert "C211" in made.codes


def test_partners_of_one_name_with_a_party_are_told(tmp_path: Path) -> None:
    caf = 'partenaires:\n  caf: {nature: Caf, nom: "Gard", ci-après: "le Département"}\n'

    assert "C456" in Made(tmp_path, ASSOCIATION, caf, who="caf").codes


def test_a_blank_name_is_shown_and_told(tmp_path: Path) -> None:
    made = Made(tmp_path, more=GROUP.replace('"les Communes"', "à compléter"))

    assert made.codes == {"C701"}
    assert made.said == ["[à compléter]."]


def test_a_heading_of_a_group_is_no_article(tmp_path: Path) -> None:
    made = Made(tmp_path)

    assert made.draft
    assert len([one for one in made.draft.blocks if isinstance(one, Heading)]) == 3


def test_editors_know_the_keys() -> None:
    schema = agreement_schema()
    properties, definitions = schema["properties"], schema["$defs"]

    assert isinstance(properties, dict)
    assert isinstance(definitions, dict)
    assert {"groupes", "partenaires", "présentation compacte"} <= properties.keys()
    assert "en présence" in definitions["partner"]["properties"]
