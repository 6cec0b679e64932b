"""A row is what it is alone, whatever rows are made before it and with it: bytes and findings.

Rows differ from each other by one or two cells, so that nearly all of a row is remembered from
another one.
"""

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import pytest
from forgetting import forget
from project import copy_of_repository
from tables_of_rows import NAME, a_row, a_table

from conventassembler.batch.model import Job
from conventassembler.batch.planning import Plan, plan
from conventassembler.build import stock
from conventassembler.filling import read_filling
from conventassembler.source import Scalar
from conventassembler.workspace import Workspace

SEED = 20261129
ROWS = 16
COLUMNS = 80
AGREEMENTS = ("longvic", "plaine-dijonnaise", "sceaux")
VALUES = (
    *("Genlis", "la Plaine Dijonnaise", "l'Auxois", "le Val d'Ouche", "Le Havre", "DIJON", "A"),
    *("Genlis ; Dijon", "un ; deux ; trois", "ville", "commune", "féminin", "masculin", "la Ville"),
    *("1", "2", "12", "90 000", "10 %", "10 000 €", "1er", "31/12/2024", "01/02/2026", "non"),
    *("de un an", "à compléter : le nom", "Jean  DUPONT", "Mme Anne MARTIN", "la Commune", "œuvre"),
    *('« ville » de "Dijon"', "n° 12 du 3 mai", "une ligne\nune autre", "l'article 5", "et/ou"),
    *("a : b ; c !", "...", "<b>", "{{ x }}", "%s", "\ue000", "e\u0301te\u0301", "x@y.fr", "RGPD"),
)
BITS = (*"«»\"°(),;:!?.…'’é1A%/-", "  ", "\u00a0", " n° 3 ", " de un an ", "\n", " et/ou ")


class Sort(NamedTuple):
    """Texts that stand for each other: what an act says then hangs on which of them it is."""

    pattern: re.Pattern[str]
    others: tuple[str, ...]


SORTS = (
    Sort(re.compile(r"\d{4}-\d\d-\d\d|à compléter"), ("2023-06-26", "01/03/2026", "31/12/2031")),
    Sort(re.compile(r"\d[\d ]*"), ("1", "2", "3", "12", "2 026")),
    Sort(re.compile("masculin|féminin"), ("masculin", "féminin")),
    Sort(re.compile("oui|non"), ("oui", "non")),
)
Made = tuple[str, int, Mapping[str, bytes]]


@cache
def the_space() -> Workspace:
    return copy_of_repository(Path(mkdtemp()))


@cache
def a_plan(agreement: str) -> tuple[Plan, Mapping[str, str]]:
    """Return the plan of a table with columns drawn of those that there may be, and their texts."""
    shared = stock(the_space())
    filling, _ = read_filling(the_space(), agreement, shared.library, shared.registry)
    assert filling is not None
    places = [one for one in filling.places if not (one.shared or one.is_group)]
    known = list(dict.fromkeys(".".join(one.keys) for one in places))
    names = random.Random(f"{SEED} {agreement}").sample(known, COLUMNS)
    while True:
        made, found = plan(the_space(), agreement, a_table(NAME, *names), twins=True)
        if made is not None:
            break
        wrong = {one.position.column - 2 for one in found}
        assert wrong.intersection(range(len(names))), found
        names = [name for rank, name in enumerate(names) if rank not in wrong]
    nodes = {one.header: one.place.node for one in made.columns}
    return made, {name: one.text if isinstance(one, Scalar) else "" for name, one in nodes.items()}


def a_value(chance: random.Random, typed: str) -> str:
    """Return what to put in the place of a text: another of its sort, or it but for a detail."""
    for sort in SORTS:
        if sort.pattern.fullmatch(typed) and chance.random() < 0.9:
            return chance.choice(sort.others)
    if not typed or chance.random() < 0.2:
        return chance.choice(VALUES)
    place = chance.randrange(len(typed) + 1)
    return typed[:place] + chance.choice(BITS) + typed[place:]


def rows_alone(agreement: str, chance: random.Random) -> Iterator[tuple[Job, Made]]:
    """Yield rows with what they are alone; each differs in a cell or two from one that is sound."""
    made, typed = a_plan(agreement)
    sound: list[dict[str, str]] = [{}]
    while True:
        values = dict(chance.choice(sound))
        for header in chance.sample(list(typed), chance.choice((1, 1, 2))):
            values[header] = a_value(chance, typed[header])
        job = next(iter(made.jobs([a_row({NAME: "vougeot", **values})])))
        if isinstance(job, Job):
            forget()
            (alone,) = made_of(agreement, job)
            yield job, alone
            sound = [*sound[-3:], values] if alone[2] else sound


def made_of(agreement: str, *jobs: Job) -> list[Made]:
    kit = a_plan(agreement)[0].kit
    return [(repr(made.findings), made.blanks, made.files) for made in kit.make(jobs)]


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_a_row_is_what_it_is_alone(agreement: str) -> None:
    chance = random.Random(f"{SEED} {agreement}")
    rows = list(islice(rows_alone(agreement, chance), ROWS))
    assert sum(bool(alone[2]) for _, alone in rows) >= ROWS // 3

    for job, alone in (*rows, *chance.sample(rows, ROWS), *chance.sample(rows, ROWS)):
        assert made_of(agreement, job) == [alone], job
    for _ in range(3):  # several of them abreast
        jobs, alone_each = zip(*chance.sample(rows, ROWS), strict=True)
        assert made_of(agreement, *jobs) == list(alone_each)
