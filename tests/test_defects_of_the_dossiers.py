"""The defects of the five source acts, put back into ours: what is told, and what no longer can be.

Not found as such: that a number is missing between two articles numbered by hand (1; numbers are
counted); that a reference to an article that exists means another (11; told as typed by hand); that
« SST n° 2 » in one text and « SST n° 13 » in another are one service (19; said once, in the file
that the clauses share); « 6 Janvier » and capitals typed without their accents (21).
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from defects_of_the_dossiers import ACTIONS, CTG, DEFECTS, LONGVIC, PACTE, PLAINE, SCEAUX, Defect
from project import assembled, copy_of_repository, draft

from conventassembler.build import assemble
from conventassembler.cli import cli
from conventassembler.diagnostics import Severity
from conventassembler.draft.model import Draft, Field
from conventassembler.draft.plain import plain_text
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

_TOLD = re.compile(
    r"^(?P<file>\S[^:\n]*):(?P<line>\d+):\d+: (?P<level>\S+) (?P<code>C\d{3}) ", re.MULTILINE
)
_ALL = frozenset(range(1, 26))
_IMPOSSIBLE = frozenset((15,))
"""Checks of which every defect is one that the tool does not let anybody make."""


@pytest.fixture(scope="module")
def _copy(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return copy_of_repository(tmp_path_factory.mktemp("acts"))


@pytest.fixture
def acts(_copy: Workspace) -> Iterator[Workspace]:
    """A copy of the repository's acts, as they are again after each test."""
    files = [path for path in _copy.root.rglob("*") if path.is_file()]
    kept = {path: path.read_bytes() for path in files}
    yield _copy
    for path, data in kept.items():
        if path.read_bytes() != data:
            path.write_bytes(data)


def put(acts: Workspace, file: str, old: str, new: str) -> Path:
    """Type `new` in the first place of `old`; return the file."""
    path = acts.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds: {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def told(acts: Workspace, name: str) -> set[tuple[str, str]]:
    """Return what a clerk reads of `check`: the code and the words of the line it points at."""
    words = ["check", name, "--workspace", str(acts.root), "--lang", "fr"]
    said = CliRunner().invoke(cli, words, catch_exceptions=False).output
    found = set()
    for one in _TOLD.finditer(said):
        if one["level"] != "accepté":
            lines = (acts.root / one["file"]).read_text(encoding="utf-8").split("\n")
            found.add((one["code"], lines[int(one["line"]) - 1].strip()))
    return found


def built(acts: Workspace, name: str) -> str:
    """Return the text of an act with plain apostrophes, its spaces as they are printed."""
    result = assemble(acts, (name,))
    assert not [one for one in result.findings if one.severity is Severity.ERROR]
    return plain_text(result.drafts[name]).replace("’", "'")


@pytest.mark.parametrize(
    "defect", DEFECTS, ids=[f"{one.number}-{one.act}-{one.what}" for one in DEFECTS]
)
def test_a_defect_put_back_is_told_with_its_line(acts: Workspace, defect: Defect) -> None:
    before = {(c, line) for c, line in _before(defect.act) if defect.line in line}
    for edit in defect.edits:
        put(acts, edit.file or f"agreements/{defect.act}.yaml", edit.old, edit.new)

    after = {(c, line) for c, line in told(acts, defect.act) if defect.line in line}

    assert defect.code in {code for code, _ in after - before}, after
    assert defect.code not in {code for code, _ in before}


def _before(name: str) -> set[tuple[str, str]]:
    """Return what is told of the act as it is."""
    root = Path(__file__).parent.parent
    found = set()
    for one in assembled().findings:
        if not one.accepted:
            lines = (root / one.position.file).read_text(encoding="utf-8").split("\n")
            found.add((one.code, lines[one.position.line - 1].strip()))
    return found


def test_each_check_of_the_list_has_its_defect() -> None:
    assert {one.number for one in DEFECTS} - {0} == _ALL - _IMPOSSIBLE


# What cannot be typed any more.


@pytest.mark.parametrize("name", [LONGVIC, PLAINE, CTG, SCEAUX, PACTE])
def test_1_articles_are_counted_without_a_gap(name: str) -> None:
    found = re.findall(r"^## Article\s(\d+)\b", write_markdown(draft(name)), re.MULTILINE)

    assert [int(one) for one in found] == list(range(1, len(found) + 1))
    assert len(found) > 5


def test_3_a_party_and_who_signs_for_it_agree_by_themselves() -> None:
    text = plain_text(draft(LONGVIC)).replace("’", "'")

    assert "domiciliée Allée de la Mairie" in text
    assert "représentée par sa maire en exercice, habilitée" in text
    assert "représenté par sa présidente en exercice, habilitée" in text
    assert "ci-après dénommé «\u00a0le CCAS\u00a0»" in text
    assert "La Maire de Longvic" in text
    assert "son maire" not in text.lower()


def test_4_the_short_name_of_a_party_is_typed_once(acts: Workspace) -> None:
    put(acts, f"agreements/{CTG}.yaml", 'ci-après: "la Ville"', 'ci-après: "la Commune"')

    text = built(acts, CTG)
    typed = {line for code, line in told(acts, CTG) if code == "C771"}

    assert len(re.findall(r"\bla Commune\b", text)) > 10
    assert len(re.findall(r"\b[Ll]a Ville\b(?! de )", text)) == len(typed) == 2  # in files of data


def test_4_the_state_is_called_by_one_name() -> None:
    act = plain_text(draft(PACTE)).replace("’", "'")

    assert act.count("l'État") > 10
    assert "le Préfet" not in act


def test_14_totals_and_budgets_follow_the_amounts(acts: Workspace) -> None:
    put(acts, ACTIONS, "montant état: 7 500\n", "montant état: 8 500\n")

    text = re.sub(r"[\u00a0\u202f]", " ", built(acts, PACTE))

    assert "201 000" in text  # the total of the State, in article 1 and in the table
    assert "16 000" in text  # the budget of that fiche
    assert text.count("15 000 €") < re.sub(r"[\u00a0\u202f]", " ", plain_text(draft(PACTE))).count(
        "15 000 €"
    )


def test_15_a_title_of_an_action_is_typed_once(acts: Workspace) -> None:
    title, other = "Promouvoir une action sociale décloisonnée", "Promouvoir une action commune"
    before = plain_text(draft(PACTE)).count(title)
    put(acts, ACTIONS, title, other)

    text = built(acts, PACTE)

    assert before > 1  # in the table and in the fiche
    assert text.count(other) == before
    assert title not in text


def test_16_an_iban_is_printed_in_capital_groups_of_four(acts: Workspace) -> None:
    put(acts, f"agreements/{PACTE}.yaml", "0505 0001 3M02 606", "05050001 3m02606")

    assert "FR14 2004 1010 0505 0001 3M02 606" in re.sub(r"[\u00a0\u202f]", " ", built(acts, PACTE))


def test_19_the_number_of_a_service_is_typed_once(acts: Workspace) -> None:
    put(acts, "agreements/sceaux/services.yaml", "du SST n° 13", "du SST n° 2")

    text = re.sub(r"[\u00a0\u202f]", " ", built(acts, SCEAUX))

    assert text.count("SST n° 2") > 2
    assert "n° 13" not in text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("n°2 et n° 3", "n°\u00a02 et n°\u00a03"),
        ("19% des foyers", "19\u00a0% des foyers"),
        ("958€ par mois", "958\u00a0€ par mois"),
        ("l'article L.1111-9 du CGCT", "l'article\u00a0L.\u00a01111-9 du CGCT"),
        ("l'article L 5214-16 du CGCT", "l'article\u00a0L.\u00a05214-16 du CGCT"),
        ("l’accueil et l'écoute", "l’accueil et l’écoute"),
        ("un lieu: le seul", "un lieu\u00a0: le seul"),
        ("un «lieu» ouvert", "un «\u00a0lieu\u00a0» ouvert"),
        ("un lieu ,  ouvert", "un lieu, ouvert"),
    ],
)
def test_21_typography_is_set_right(acts: Workspace, typed: str, printed: str) -> None:
    old = 'accueil: "le Point Relais Emploi"'
    put(acts, f"agreements/{PLAINE}.yaml", old, f'accueil: "le Point Relais Emploi, {typed}"')

    assert printed.replace("’", "'") in built(acts, PLAINE)


def test_21_a_list_has_the_marks_of_lists(acts: Workspace) -> None:
    put(acts, f"agreements/{LONGVIC}.yaml", '- "la Médiathèque"', '- "la Médiathèque ;"')

    assert not re.search(r";\s*[,;.]", built(acts, LONGVIC))


def test_21_capitals_of_headings_come_from_the_style_and_keep_their_accents() -> None:
    text = plain_text(draft(LONGVIC))

    assert "Durée du protocole" in text
    assert not re.search(r"\b(?:DUREE|REPARTITION|COMPETENCES|REVISION)\b", text)


def test_22_the_number_of_pages_is_a_field() -> None:
    act: Draft = draft(CTG)
    fields = [
        inline
        for block in act.blocks
        for inline in getattr(block, "inlines", ())
        if isinstance(inline, Field)
    ]

    assert fields
    assert not re.search(r"\b\d+ pages\b", plain_text(act))


# Our own acts.


def test_our_acts_have_blanks_and_accepted_findings_alone() -> None:
    left = [one for one in assembled().findings if not one.accepted and one.code != "C701"]

    assert [(one.code, one.position.file, one.position.line) for one in left] == []


@pytest.mark.parametrize("name", [LONGVIC, PLAINE, CTG, SCEAUX, PACTE])
def test_what_our_acts_accept_is_found(name: str) -> None:
    path = Path(__file__).parent.parent / "agreements" / f"{name}.yaml"
    accepted = set(re.findall(r"^  - constat: (C\d{3})$", path.read_text("utf-8"), re.MULTILINE))
    file = f"agreements/{name}.yaml"

    found = {one.code for one in assembled().findings if one.accepted and one.position.file == file}

    assert found == accepted
    assert "C728" not in {one.code for one in assembled().findings}
