"""What the checks remember changes nothing of what they find, whatever acts came before."""

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest
from project import REPOSITORY

from conventassembler import keeping
from conventassembler.build import prepare, stock
from conventassembler.checks import check, scans
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.lines import with_lines
from conventassembler.draft.model import Block, Draft, Inlines, Paragraph, Text
from conventassembler.draft.resolve import Resolved
from conventassembler.keeping import AT_HAND
from conventassembler.workspace import Workspace

ACTS = ("longvic", "plaine-dijonnaise", "sceaux")
SEED = 20261128
SLIPS = (
    "Mr Dupont", "l'article 5", "annexe 3", "la présente convention", "la commune s'engage",
    "le Département verse", "RGPD", "dix mille euros (12 000 €)", "31 juin 2025", "....", "et/ou",
    "lundi 16 décembre 2025", "les trois axes suivants :", "Pôle emploi", "l'arrêté susvisé",
    "6 Janvier 2026", "habilité(e)", "<b>", "[nom]", "XXX", "24 000 €, dont 20 000 € et 12 000 €",
    "pour une durée de trois ans", "(CTG)", "Ctg", "la Ville de Longvic", "dijon Métropole", " ;",
)  # fmt: skip


def _caches() -> Iterator[Callable[[], None]]:
    """Yield what empties each of the caches of the program."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith("conventassembler"):
            clears = (getattr(one, "cache_clear", None) for one in vars(module).values())
            yield from (clear for clear in clears if clear is not None)
    yield from (shelf.turn for shelf in (*keeping._shelves, *keeping._shelves))


def _forget() -> None:
    for clear in _caches():
        clear()


@cache
def _act(name: str) -> tuple[Resolved, Draft]:
    workspace = Workspace(REPOSITORY)
    made = prepare(workspace, name, stock(workspace))
    assert made.resolved is not None
    assert made.draft is not None
    return made.resolved, made.draft


def _spoilt(draft: Draft, chance: random.Random) -> Draft:
    """Return a draft with slips in a few of its lines, and blocks that come twice."""

    def slip(line: Inlines) -> Inlines:
        if chance.random() < 0.7 or not line:
            return line
        words = chance.choice(SLIPS)
        return (*line, Text(f" {words} ", value=getattr(chance.choice(line), "value", None)))

    def spoil(block: Block) -> Block:
        return with_lines(block, slip) if chance.random() < 0.1 else block

    blocks = list(map(spoil, draft.blocks))
    for _ in range(3):
        blocks.insert(chance.randrange(len(blocks)), chance.choice(blocks))
    blocks.insert(chance.randrange(len(blocks)), Paragraph("x", (Text(chance.choice(SLIPS)),)))
    return replace(draft, blocks=tuple(blocks))


def _found(act: tuple[str, Draft]) -> tuple[Diagnostic, ...]:
    return check(_act(act[0])[0], act[1])


@pytest.mark.parametrize("seed", range(SEED, SEED + 4))
def test_acts_that_came_before_change_nothing(seed: int) -> None:
    chance = random.Random(seed)
    names = [chance.choice(ACTS) for _ in range(6)]
    acts = [(name, _spoilt(_act(name)[1], chance)) for name in names]
    alone = []
    for act in acts:
        _forget()
        alone.append(_found(act))

    assert sum(map(len, alone)) > 50
    for rank in (*chance.sample(range(len(acts)), len(acts)), 0, 1, 0):
        assert _found(acts[rank]) == alone[rank]


def test_no_more_lines_are_remembered_than_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping._Clock, "acts", 0)
    for start in range(0, 2 * AT_HAND, 100):
        lines = [f"La ligne {rank}." for rank in range(start, start + 100)]
        assert [one.text for one in scans.read_lines(lines)] == lines
    assert len(scans._KNOWN) <= AT_HAND


def test_a_long_line_is_read_and_forgotten() -> None:
    line = "Mr Dupont. " * 300

    first, second = scans.read_lines((line, line))

    assert first.hits
    assert first is second
    assert line not in scans._KNOWN
