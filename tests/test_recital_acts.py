"""Recitals in whole acts: order, form, what the references add, and which authority is cited."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble, build
from conventassembler.draft.model import Draft, Paragraph, Text
from conventassembler.draft.plain import units
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
VISAS = """\
  - code: CGCT
    articles: ["L. 1111-1"]
  - habilitation de: département
  - habilitation de: commune
"""
MODEL = "convention-simple.yaml"
LAW = """\
lois:
  82-213:
    date: 1982-03-02
    titre: "relative aux droits et libertés des communes, des départements et des régions"
"""


@pytest.fixture(name="space")
def small_workspace(tmp_path: Path) -> Workspace:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    laws = tmp_path / "clauses" / "references" / "textes.yaml"
    laws.write_text(f"format: 1\n{LAW}", encoding="utf-8")
    return Workspace(tmp_path)


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def made(space: Workspace, visas: str) -> tuple[Draft, list[tuple[str, int]]]:
    """Return the draft of the example with these recitals, and its findings by line."""
    changed(space.agreement("exemple"), VISAS, visas)
    whole = assemble(space, ("exemple",))
    return whole.drafts["exemple"], [(one.code, one.position.line) for one in whole.findings]


def recitals(draft: Draft) -> list[Paragraph]:
    blocks = (block for block in draft.blocks if isinstance(block, Paragraph))
    return [block for block in blocks if block.role == "recital"]


def first_words(draft: Draft) -> list[str]:
    return [" ".join(text.split()[:3]) for text in units(recitals(draft))]


MIXED = """\
  - considérant: "que les parties agissent"
  - habilitation de: commune
  - loi: 82-213
  - texte: "la charte locale"
  - code: CGCT
  - habilitation de: département
  - constitution: oui
"""


def test_recitals_stay_as_they_were_typed(space: Workspace) -> None:
    draft, codes = made(space, MIXED)

    assert first_words(draft)[0] == "Considérant que les"
    assert first_words(draft)[-1] == "Vu la Constitution."
    assert {code for code, _ in codes} == {"C713", "C714"}
    assert ("C714", 20) in codes


def test_a_profile_ranks_them(space: Workspace) -> None:
    changed(space.clauses / "models" / MODEL, "profil: collectivite", "profil: journal-officiel")

    draft, codes = made(space, MIXED)

    assert first_words(draft) == [
        "Vu la Constitution",
        "Vu le code",
        "Vu la loi",
        "Vu la délibération",
        "Vu la délibération",
        "Vu la charte",
        "Considérant que les",
    ]
    assert codes == []
    assert list(units(recitals(draft)))[-1].endswith(",")
    assert [one.id for one in recitals(draft)][3:5] == [
        "visas.habilitation_departement",
        "visas.habilitation_commune",
    ]


def test_one_move_is_advised_where_one_is_enough(space: Workspace) -> None:
    _, codes = made(space, VISAS + "  - loi: 82-213\n")

    assert codes == [("C713", 24)]


@pytest.mark.parametrize(
    "lines",
    [
        '  - document: "le plan 2026-2030"\n  - document: "la charte"\n    signée le: 2020-01-01\n',
        '  - texte: "la charte locale"\n  - code: CGCT\n',
        '  - texte: "Considérant les besoins"\n',
    ],
)
def test_what_nobody_knows_of_a_text_gives_no_advice(space: Workspace, lines: str) -> None:
    authorities = "  - habilitation de: département\n  - habilitation de: commune\n"
    is_reason = "Considérant" in lines
    _, codes = made(space, authorities + lines if is_reason else lines + authorities)

    assert codes == []


def test_the_references_give_date_and_title(space: Workspace) -> None:
    draft, codes = made(space, VISAS.replace("  - hab", "  - loi: 82-213\n  - hab", 1))

    law = recitals(draft)[1]
    assert "".join(one.text for one in law.inlines).startswith(
        "Vu la loi n°\u00a082-213 du 2\u00a0mars\u00a01982 relative aux droits et libertés"
    )
    assert codes == []
    assert law.id == "visas.loi_82_213"
    paths = {one.value.path for one in law.inlines if isinstance(one, Text) and one.value}
    assert paths == {"recitals[2].law"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("    date: 1982-03-03\n", [("C712", 23)]),
        ('    intitulé: "relative aux communes"\n', [("C712", 23)]),
        ("    date: 1982-03-02\n", []),
        (
            '    intitulé: "Relative aux droits et libertés des communes, des départements et des'
            ' régions"\n',
            [],
        ),
    ],
)
def test_what_contradicts_the_references_is_told(
    space: Workspace, typed: str, expected: list[tuple[str, int]]
) -> None:
    law = f"  - loi: 82-213\n{typed}"

    assert made(space, VISAS.replace("  - hab", f"{law}  - hab", 1))[1] == expected


DELIBERATION = '  - délibération: "approuvant l\'acte"\n    partie: commune\n    date: {day}\n'


@pytest.mark.parametrize(
    ("day", "more", "is_cited"),
    [
        ("2025-12-18", "", True),
        ("2025-12-17", "", False),
        ("à compléter", "", False),
        ("2025-12-18", "    organe: bureau\n", False),
    ],
)
def test_a_deliberation_of_the_same_day_is_the_authority(
    space: Workspace, day: str, more: str, is_cited: bool
) -> None:
    lines = DELIBERATION.format(day=day) + more
    _, codes = made(space, VISAS.replace("  - habilitation de: commune\n", lines))

    assert ("C705" in {code for code, _ in codes}) is not is_cited


def test_recitals_stand_where_the_model_puts_them(space: Workspace) -> None:
    order = "ordre: [titre, visas, parties,"
    changed(space.clauses / "models" / MODEL, order, "ordre: [titre, parties, visas,")
    whole = assemble(space, ("exemple",))
    ids = [block.id for block in whole.drafts["exemple"].blocks]

    assert ids.index("visas.code_cgct") > ids.index("acte/titre") + 2
    assert ids.index("visas.habilitation_commune") < ids.index("acte/formule")


def test_two_of_a_kind_keep_their_names_however_they_are_ranked(space: Workspace) -> None:
    lines = '  - document: "la charte"\n  - document: "le plan"\n    signé le: 2020-01-01\n'
    draft, _ = made(space, lines + VISAS)

    assert [one.id for one in recitals(draft)][:2] == [
        "visas.document",
        "visas.document_2020_01_01",
    ]


TEN = """\
  - code: CGCT
    articles: ["L. 263-1", "L. 223-1", "L. 227-1 à L. 227-3"]
  - loi: 82-213
  - arrêté: "relatif à l'action sociale des caisses d'allocations familiales"
    date: 2001-10-03
  - document: "la convention d'objectifs et de gestion 2023-2027"
    entre: ["l'État", "la Caisse nationale des allocations familiales"]
  - document: "le contrat pluriannuel d'objectifs et de gestion 2023-2027"
    signé le: 2024-02-08
  - document: "le schéma départemental des services aux familles 2023-2027"
    entre: ["l'État", "l'Association des maires de France", département]
  - acte antérieur: "la convention de pré-engagement"
    entre: [département, commune]
    signée le: 2021-12-27
    avenants:
      - date: 2023-12-28
        objet: "prorogeant sa durée d'un an"
  - délibération: "relative à la stratégie de déploiement des conventions"
    organe: "la commission d'action sociale de la Caf de la Côte-d'Or"
    date: 2020-03-26
  - habilitation de: département
  - délibération: "approuvant la présente convention"
    partie: commune
    date: 2025-12-18
    annexe: 6
"""


def test_an_act_of_ten_recitals_of_every_kind_is_written_whole(space: Workspace) -> None:
    draft, codes = made(space, TEN)
    texts = list(units(recitals(draft)))

    assert len(texts) == 10
    assert all(text.startswith("Vu ") for text in texts)
    assert [text[-1] for text in texts] == [";"] * 9 + ["."]
    assert {code for code, _ in codes} <= {"C713", "C714"}
    assert build(space, assemble(space, ("exemple",))).files


def test_every_kind_in_the_word_file_is_the_draft(space: Workspace) -> None:
    changed(space.agreement("exemple"), VISAS, TEN)
    built = build(space, assemble(space, ("exemple",)))
    twin = next(path for path in built.files if path.suffix == ".md").read_text(encoding="utf-8")

    assert "modifiée par son avenant du 28\u00a0décembre\u00a02023 prorogeant sa durée" in twin
    assert "conclu entre l’État, l’Association des maires de France et le département" in twin
