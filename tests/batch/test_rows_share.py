"""What no row of a table changes is one object for all rows: every stage knows things by that."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import is_
from pathlib import Path
from tempfile import mkdtemp

import pytest
from project import copy_of_repository
from tables_of_rows import NAME, a_row, a_table

from conventassembler.agreement import read_agreement
from conventassembler.agreement.model import Agreement
from conventassembler.batch.model import Job
from conventassembler.batch.planning import Plan, plan
from conventassembler.diagnostics import Position
from conventassembler.draft.resolve import Resolved, resolve
from conventassembler.schema import ListType, TextType
from conventassembler.source import Scalar, SequenceNode
from conventassembler.workspace import Workspace

FIRST = {
    NAME: "genlis",
    "communauté.nom": "la Plaine de Genlis",
    "communauté.ci-après": "la Plaine",
    "communauté.représentant.nom": "Dominique NOM",
    "competences_intercommunales.habitants": "20 117",
    "signature.lieu": "Genlis",
}
SECOND = FIRST | {
    NAME: "is",
    "communauté.nom": "la Plaine d'Is",
    "communauté.représentant.nom": "Camille NOM",
    "competences_intercommunales.habitants": "31 002",
}


@cache
def the_space() -> Workspace:
    return copy_of_repository(Path(mkdtemp()))


@cache
def the_plan() -> Plan:
    made, found = plan(the_space(), "plaine-dijonnaise", a_table(*FIRST))
    assert made is not None, found
    return made


def read(values: Mapping[str, str], number: int) -> tuple[Agreement, Resolved]:
    """Return a row as it is read and resolved."""
    (job,) = the_plan().jobs([a_row(values, number)])
    assert isinstance(job, Job), job
    kit = the_plan().kit
    agreement, _ = read_agreement(kit.source(job), kit.shared.registry)
    assert agreement is not None
    resolved, _ = resolve(agreement, kit.shared.library, kit.shared.compiled, kit.shared.house)
    assert resolved is not None
    return agreement, resolved


def parts(one: object) -> dict[object, object]:
    if is_dataclass(one):
        return {item.name: getattr(one, item.name) for item in fields(one)}
    if isinstance(one, Mapping):
        return dict(one)
    return dict(enumerate(one)) if isinstance(one, tuple) else {}


def copied(one: object, other: object, path: str) -> Iterator[str]:
    """Yield where two trees are equal, and are not one object."""
    if one is other or type(one) is not type(other):
        return
    inside, beside = parts(one), parts(other)
    if not inside and not beside:
        return  # a value, or a group of nothing
    if one == other:
        yield path
        return
    for name in inside.keys() & beside.keys():
        yield from copied(inside[name], beside[name], f"{path}.{name}")


def test_what_is_read_alike_is_one_object() -> None:
    first, second = read(FIRST, 2)[0], read(SECOND, 3)[0]

    assert first != second
    assert sorted(copied(first, second, "")) == []


@pytest.mark.parametrize(
    "name", ["model", "profile", "act", "preamble", "clauses", "annexes", "numbers", "compiled"]
)
def test_what_is_resolved_alike_is_one_object(name: str) -> None:
    first, second = getattr(read(FIRST, 2)[1], name), getattr(read(SECOND, 3)[1], name)

    assert first is second or first != second
    assert sorted(copied(first, second, name)) == []


def test_kinds_of_parties_are_one_object_whatever_the_parties_are_called() -> None:
    people = [read(values, 2)[1].people for values in (FIRST, SECOND)]

    assert people[0]["departement"] is people[1]["departement"]
    assert people[0]["communaute"] is not people[1]["communaute"]
    assert people[0]["communaute"].kind is people[1]["communaute"].kind


def test_a_value_that_rows_give_alike_is_one_node() -> None:
    first, second = read(FIRST, 2)[0], read(SECOND, 3)[0]

    assert first.parties[1].short_name is second.parties[1].short_name
    assert first.signature is second.signature


def test_each_item_of_a_long_list_is_read_once() -> None:
    at = Position("acte.yaml", 1)
    items = tuple(Scalar(f"ligne {rank}", at, "plain", at) for rank in range(600))
    node, type_ = SequenceNode(items, at), ListType(TextType())
    first, second = (type_.read(node, "subtitles", "sous-titres")[0] for _ in range(2))

    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    assert all(map(is_, first, second))


def test_a_value_that_all_rows_await_is_one_finding() -> None:
    jobs = list(the_plan().jobs([a_row(FIRST, 2), a_row(SECOND, 3)]))
    made = the_plan().kit.make([job for job in jobs if isinstance(job, Job)])
    first, second = ([one for one in some.findings if one.code == "C701"] for some in made)

    assert first
    assert all(map(is_, first, second))
