"""The facts of each convention, each in its place: the grids of `tests/grids/`, one a dossier.

The text is read from the built Word file, by our own reader, and cut into parts at its headings.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import pytest
from project import REPOSITORY, draft

from conventassembler.draft.model import Block, Draft, Heading
from conventassembler.draft.plain import text_of
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word

GRIDS = sorted((Path(__file__).parent / "grids").glob("*.toml"))
OF_PARTIES = ("Et\u00a0:", "Le ", "La ", "L’État", "Dijon Métropole", "d’une part", "d’autre part")
"""How the lines begin that present the parties."""
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})


def grid(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


FACTS = [
    pytest.param(
        path.stem,
        fact,
        id=f"{path.stem}-{fact.get('article', fact.get('part'))}-{fact['what'][:40]}",
    )
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
    headed = {heading_line(one): _part(one) for one in convention.blocks if _begins_a_part(one)}
    part, found = "titre", {"titre": list[str]()}
    for line in read_text(word).split("\n"):
        if line in headed:
            part = headed[line]
        elif part in ("titre", "parties", "préambule") and line.startswith("Vu "):
            part = "visas"
        elif line.startswith("Entre\u00a0:"):
            part = "parties"
        elif part == "parties" and not line.startswith(OF_PARTIES):
            part = "préambule"
        elif line.startswith("Fait à "):
            part = "signature"
        found.setdefault(part, []).append(line)
    return found


def _begins_a_part(block: Block) -> TypeGuard[Heading]:
    return isinstance(block, Heading) and block.level == 1


def _part(heading: Heading) -> str:
    """Return the number of an article; « préambule »; « annexes » for these and their list."""
    if heading.rank == "clause":
        return heading.label.split()[-1]
    return "préambule" if plain(text_of(heading.inlines)) == "Préambule" else "annexes"


def test_there_is_a_grid_for_each_agreement() -> None:
    names = sorted(path.stem for path in (REPOSITORY / "agreements").glob("*.yaml"))

    assert names
    assert names == [path.stem for path in GRIDS]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_the_articles_are_those_of_the_dossier_numbered_in_order(path: Path) -> None:
    convention = draft(path.stem)
    built = {
        block.label.split()[-1]: plain(text_of(block.inlines))
        for block in convention.blocks
        if _begins_a_part(block) and block.rank == "clause"
    }

    assert built == grid(path)["headings"]


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_a_fact_stands_in_its_place(name: str, fact: dict[str, Any]) -> None:
    place = str(fact.get("article", fact.get("part")))

    assert plain(fact["text"]) in parts(name)[place]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_what_must_not_stand_stands_nowhere(path: Path) -> None:
    text = " ".join(parts(path.stem).values())

    assert [words for words in grid(path)["absent"] if plain(words) in text] == []
