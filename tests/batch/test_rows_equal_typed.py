"""A row of a batch gives the bytes that its values give when they are typed in an agreement."""

import pickle
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project import REPOSITORY, copy_of_repository
from tables_of_rows import NAME, a_row, a_table, built, typed, untyped

from conventassembler.batch.kit import RowKit
from conventassembler.batch.model import Job, Made
from conventassembler.batch.planning import Plan, Refused, plan
from conventassembler.build import stock
from conventassembler.diagnostics import has_errors
from conventassembler.filling import open_paper
from conventassembler.making import Stock
from conventassembler.source import MappingNode, Node, Scalar, SequenceNode
from conventassembler.tables import Row
from conventassembler.workspace import Workspace


@cache
def the_repository() -> Workspace:
    """Return the repository's agreements in a folder that tests may write in."""
    return copy_of_repository(Path(mkdtemp()))


@cache
def the_small_one() -> Workspace:
    """Return a workspace that is built in no time."""
    folder = Path(mkdtemp())
    shutil.copytree(REPOSITORY / "tests/errors/_base", folder, dirs_exist_ok=True)
    return Workspace(folder)


@cache
def the_stock(space: Workspace) -> Stock:
    return stock(space)


@cache
def a_plan(space: Workspace, agreement: str, names: tuple[str, ...]) -> Plan:
    made, found = plan(space, agreement, a_table(*names), twins=True)
    assert made is not None, found
    return made


def shape(node: Node) -> object:
    """Return all that a tree says, but for where."""
    if isinstance(node, Scalar):
        return node.text, node.style, node.lines
    if isinstance(node, SequenceNode):
        return [shape(one) for one in node.items], node.flow
    if isinstance(node, MappingNode):
        return [(shape(one.key), shape(one.value)) for one in node.entries], node.flow
    return node


COLUMNS = (
    NAME,
    "titre",
    "parties.communauté.nom",
    "communauté.ci-après",
    "communauté.adresse",
    "communauté.représentant.nom",
    "communauté.représentant.genre",
    "communauté.habilitation.date",
    "communauté.habilitation.numéro",
    "signature.lieu",
    "signature.date",
    "signature.originaux",
)
WORDS = st.text(
    st.one_of(
        st.sampled_from("aeéàç'’\"-:#[]{},&*!|>%@«» \u00a01230null~"), st.characters(codec="utf-8")
    ),
    max_size=24,
).map(str.strip)
LINES = st.lists(WORDS.filter(bool), min_size=1, max_size=3).map("\n".join)
BLANKS = st.sampled_from(
    ("à compléter", "[À compléter : selon le vote]", "à compléter: « le : 2 »")
)
DAYS = st.dates().map(lambda day: day.strftime("%d/%m/%Y"))
ROWS = st.fixed_dictionaries(
    {
        NAME: st.sampled_from(("vougeot", "Saint-Apollinaire 2026", "a", "œuvre")),
        "titre": st.one_of(WORDS, BLANKS),
        "parties.communauté.nom": st.sampled_from(
            ("", "à compléter", "Genlis", "le Val d'Ouche", "l'Auxois")
        ),
        "communauté.ci-après": st.sampled_from(("", "le Val d'Ouche", "la Communauté")),
        "communauté.adresse": st.one_of(st.just(""), LINES, BLANKS),
        "communauté.représentant.nom": st.one_of(WORDS, BLANKS),
        "communauté.représentant.genre": st.sampled_from(("", "1", "féminin", "Masculin")),
        "communauté.habilitation.date": st.one_of(st.just(""), DAYS),
        "communauté.habilitation.numéro": WORDS,
        "signature.lieu": st.one_of(WORDS, st.sampled_from(("null", "~", "oui", "12", "1e5"))),
        "signature.date": st.one_of(st.just("à compléter"), DAYS),
        "signature.originaux": st.sampled_from(("", "3", "12")),
    }
)


def a_job(space: Workspace, agreement: str, row: Row, names: tuple[str, ...]) -> Job | Refused:
    return next(iter(a_plan(space, agreement, names).jobs((row,))))


@settings(max_examples=40)
@given(ROWS)
def test_a_row_gives_the_trees_that_its_values_give_once_typed(values: dict[str, str]) -> None:
    space, row = the_repository(), a_row(values)
    job = a_job(space, "plaine-dijonnaise", row, COLUMNS)
    if isinstance(job, Refused):
        return
    kit = a_plan(space, "plaine-dijonnaise", COLUMNS).kit
    typed(space, the_stock(space), "plaine-dijonnaise", job.name, row)
    path = space.agreement(job.name)
    paper, _ = open_paper(path, space.shown(path))
    untyped(space, job.name)

    tree, _ = kit.source(job).tree

    assert paper is not None
    assert tree is not None
    assert shape(tree) == shape(paper.tree)


SMALL = (NAME, "titre", "commune.nom", "commune.représentant.genre", "commune.habilitation.date")
SMALL_TOO = ("pilote", "années", "signature.lieu", "signature.date", "originaux")
SMALL_ROWS = st.fixed_dictionaries(
    {
        NAME: st.sampled_from(("vougeot", "Saint-Apollinaire 2026", "a", "œuvre", "exemple")),
        "titre": WORDS,
        "commune.nom": st.sampled_from(
            ("", "Genlis", "L'Étang-Vergy", "Le Val-Larrey", "Is-sur-Tille")
        ),
        "commune.représentant.genre": st.sampled_from(("", "1", "féminin", "Masculin")),
        "commune.habilitation.date": st.one_of(st.just(""), DAYS, BLANKS),
        "pilote": st.sampled_from(("", "à compléter", "1", "2", "département", "Commune")),
        "années": st.sampled_from(("", "à compléter : durée votée", "1", "3", "12")),
        "signature.lieu": WORDS,
        "signature.date": st.one_of(st.just(""), DAYS),
        "originaux": st.sampled_from(("", "1", "2", "44")),
    }
)


def same_as_built(space: Workspace, agreement: str, row: Row, names: tuple[str, ...]) -> Made:
    """Make the row and build its values; they are to be equal, and refused alike."""
    job = a_job(space, agreement, row, names)
    assert isinstance(job, Job), job
    kit: RowKit = pickle.loads(pickle.dumps(a_plan(space, agreement, names).kit))
    (made,) = kit.make([job])
    typed(space, the_stock(space), agreement, job.name, row)
    files = built(space, job.name)
    untyped(space, job.name)
    assert dict(made.files) == files
    assert bool(files) != has_errors(made.findings)
    return made


@settings(max_examples=40)
@given(SMALL_ROWS)
def test_a_row_gives_the_bytes_that_its_values_give_once_typed(values: dict[str, str]) -> None:
    space, names = the_small_one(), (*SMALL, *SMALL_TOO)
    row = a_row(values)
    if isinstance(a_job(space, "exemple", row, names), Job):
        shutil.rmtree(space.output, ignore_errors=True)
        if values[NAME] != "exemple":
            same_as_built(space, "exemple", row, names)


@settings(max_examples=10)
@given(st.lists(SMALL_ROWS, min_size=2, max_size=6))
def test_rows_made_together_are_what_each_is_alone(several: list[dict[str, str]]) -> None:
    space, names = the_small_one(), (*SMALL, *SMALL_TOO)
    found = [a_job(space, "exemple", a_row(values), names) for values in several]
    jobs = [job for job in found if isinstance(job, Job)]
    kit = a_plan(space, "exemple", names).kit

    together = kit.make(jobs)

    assert together == [made for job in jobs for made in kit.make([job])]


@cache
def with_more_keys() -> Workspace:
    """Return the same with keys that an agreement may do without."""
    space = copy_of_repository(Path(mkdtemp()))
    path = space.agreement("plaine-dijonnaise")
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}gabarit: maison\nensemble: "les Parties"\n', encoding="utf-8")
    return space


@pytest.mark.parametrize(
    "values",
    [
        {"gabarit": "classique"},
        {"gabarit": "Maison.docx", "ensemble": "les Parties"},
        {"gabarit": "aucun"},
        {"modèle": "pacte-territorial"},
        {"modèle": "inconnu"},
        {"parties.département.fiche": "caf-cote-d-or"},
        {"parties.département.fiche": "inconnue"},
        {"communauté.nature": "commune", "parties.communauté.nom": "Is-sur-Tille"},
        {"communauté.nature": "nature inconnue"},
        {"communauté.représentant.fonction": "maire"},
        {"signature.originaux": "1", "communauté.adresse": "1 rue Haute ; 21110 GENLIS"},
    ],
    ids=", ".join,
)
def test_whatever_a_column_decides_is_decided_alike(values: dict[str, str]) -> None:
    row = a_row({NAME: "vougeot", **values})

    same_as_built(with_more_keys(), "plaine-dijonnaise", row, (NAME, *values))


@pytest.mark.parametrize("agreement", ["plaine-dijonnaise", "sceaux", "ctg-dijon", "longvic"])
def test_real_agreements_give_the_bytes_of_a_build(agreement: str) -> None:
    values = {NAME: "vougeot", "titre": "Autre titre", "signature.lieu": "Genlis"}

    made = same_as_built(the_repository(), agreement, a_row(values), tuple(values))

    assert sorted(made.files) == ["vougeot.docx", "vougeot.md"]
