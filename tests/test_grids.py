"""The facts of each convention, each in its place: the grids of `tests/grids/`, one a dossier.

The text is read from the built Word file, by our own reader, and cut into parts at its headings.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from project import REPOSITORY, draft

from conventassembler.draft.model import Draft, Heading, HeadingRank
from conventassembler.draft.plain import text_of
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word

GRIDS = sorted((Path(__file__).parent / "grids").glob("*.toml"))
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})


def grid(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def place_in(fact: dict[str, Any]) -> str:
    """Return the part in which a fact stands, as `place_of` names it."""
    annex = f"annexe {fact['annex']}" if "annex" in fact else None
    return annex or str(fact.get("article", fact.get("part")))


FACTS = [
    pytest.param(path.stem, fact, id=f"{path.stem}-{place_in(fact)}-{fact['what'][:40]}")
    for path in GRIDS
    for fact in grid(path)["fact"]
]


def plain(text: str) -> str:
    """Return the words of a text, without regard to the typography of spaces and apostrophes."""
    return re.sub(r"\s+", " ", text.translate(SPACES))


def heading_line(heading: Heading) -> str:
    return f"{heading.label}{heading.separator}{text_of(heading.inlines)}"


@cache
def parts(name: str) -> dict[str, str]:
    """Return the built text by part: « titre », « visas »..., and the articles by number."""
    convention = draft(name)
    word, problems = write_word(convention, default_template())
    assert not problems
    return {part: plain(" ".join(lines)) for part, lines in _cut(convention, word).items()}


def _cut(convention: Draft, word: bytes) -> dict[str, list[str]]:
    headings = {heading_line(block): place_of(block) for block in level_one(convention)}
    part, found = "titre", {"titre": list[str]()}
    for line in read_text(word).split("\n"):
        if line in headings:
            part = headings[line]
        elif part in ("titre", "parties") and line.startswith("Vu "):
            part = "visas"
        elif line.startswith("Entre\u00a0:"):
            part = "parties"
        elif part == "parties" and "préambule" not in headings.values():
            if not line.startswith(("Et\u00a0:", "Le ", "La ")):
                part = "préambule"
        elif line.startswith("Fait à "):
            part = "signature"
        found.setdefault(part, []).append(line)
    return found


def level_one(convention: Draft) -> list[Heading]:
    """Return the headings of the parts of the act: articles, annexes, « Préambule »."""
    blocks = [block for block in convention.blocks if isinstance(block, Heading)]
    return [block for block in blocks if block.level == 1]


def place_of(heading: Heading) -> str:
    """Return the name that the grids give a part: « 3 », « annexe 2 », « préambule »."""
    number = heading.label.split()[-1] if heading.label else ""
    named = {"clause": number, "annex": f"annexe {number}", "part": text_of(heading.inlines)}
    return named[heading.rank].lower()


def test_there_is_a_grid_for_each_agreement() -> None:
    names = sorted(path.stem for path in (REPOSITORY / "agreements").glob("*.yaml"))

    assert names
    assert names == [path.stem for path in GRIDS]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_the_articles_are_those_of_the_dossier_numbered_in_order(path: Path) -> None:
    assert numbered(path.stem, "clause") == grid(path)["headings"]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_the_annexes_are_those_of_the_dossier_numbered_in_order(path: Path) -> None:
    assert numbered(path.stem, "annex") == grid(path).get("annexes", {})


def numbered(name: str, rank: HeadingRank) -> dict[str, str]:
    """Return the titles of the articles, or of the annexes, by their numbers."""
    return {
        block.label.split()[-1]: plain(text_of(block.inlines))
        for block in level_one(draft(name))
        if block.rank == rank
    }


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_a_fact_stands_in_its_place(name: str, fact: dict[str, Any]) -> None:
    assert plain(fact["text"]) in parts(name)[place_in(fact)]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_what_must_not_stand_stands_nowhere(path: Path) -> None:
    text = " ".join(parts(path.stem).values())

    assert [words for words in grid(path)["absent"] if plain(words) in text] == []
