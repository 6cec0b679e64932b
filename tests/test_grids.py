"""The facts of each convention, each in its place: the grids of `tests/grids/`, one a dossier.

A fact names its place as `article`, a number; as `annex`, a number; or as `part`: `places_of_acts`
tells which there are. The beginning of a name will do where it is the only one: « objectif ».
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from places_of_acts import annexes, articles, places, plain
from project import REPOSITORY, draft

from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word

GRIDS = sorted((Path(__file__).parent / "grids").glob("*.toml"))


def grid(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def place_of(fact: dict[str, Any]) -> str:
    """Return the name of the place where a fact must stand."""
    if "annex" in fact:
        return f"annexe {fact['annex']}"
    return str(fact.get("article", fact.get("part")))


FACTS = [
    pytest.param(path.stem, fact, id=f"{path.stem}-{place_of(fact)}-{fact['what'][:40]}")
    for path in GRIDS
    for fact in grid(path)["fact"]
]


@cache
def cut(name: str) -> dict[str, str]:
    """Return the words of an act by their places."""
    return places(draft(name))


@cache
def in_word(name: str) -> str:
    """Return the words of the built Word file, read by our own reader."""
    word, problems = write_word(draft(name), default_template())
    assert not problems
    return read_text(word)


def said(name: str, place: str) -> str:
    """Return what an act says in a place."""
    known = cut(name)
    near = [one for one in known if one == place] or [one for one in known if one.startswith(place)]
    assert len(near) == 1, f"« {place} » : {near or sorted(known)}"
    return known[near[0]]


def test_there_is_a_grid_for_each_agreement() -> None:
    names = sorted(path.stem for path in (REPOSITORY / "agreements").glob("*.yaml"))

    assert names
    assert names == [path.stem for path in GRIDS]


def test_the_places_of_an_act_are_those_that_a_reader_sees() -> None:
    assert list(cut("sceaux")) == [
        *("titre", "parties", "préambule", "objectif du protocole"),
        *("1", "1.1", "1.2", "2", "3", "4", "5", "6", "7", "8", "9"),
        *("signature", "signature ville", "signature departement"),
        *("liste des annexes", "annexe 1"),
    ]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_the_word_file_says_what_the_grid_is_held_against(path: Path) -> None:
    assert in_word(path.stem) == plain_text(draft(path.stem))


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_the_articles_are_those_of_the_dossier_numbered_in_order(path: Path) -> None:
    assert list(articles(draft(path.stem)).items()) == list(grid(path)["headings"].items())


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_the_annexes_are_those_of_the_dossier_numbered_in_order(path: Path) -> None:
    assert list(annexes(draft(path.stem)).items()) == list(grid(path).get("annexes", {}).items())


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_a_fact_stands_in_its_place(name: str, fact: dict[str, Any]) -> None:
    assert plain(fact["text"]) in said(name, place_of(fact))


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_what_must_not_stand_stands_nowhere(path: Path) -> None:
    text = plain(in_word(path.stem))

    assert [words for words in grid(path)["absent"] if plain(words) in text] == []
