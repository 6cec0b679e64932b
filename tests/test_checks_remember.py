"""What the checks remember changes nothing of what they find, whatever acts came before."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import Any

import pytest
from forgetting import forget
from project import REPOSITORY

from conventassembler.build import prepare, stock
from conventassembler.checks import announced, check, instruments, outdated, prose, scans, turns
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.lines import with_lines
from conventassembler.draft.model import Block, Draft, Inlines, Paragraph, Text
from conventassembler.draft.resolve import Resolved
from conventassembler.french import doublets
from conventassembler.french.folding import fold
from conventassembler.french.tables import table
from conventassembler.keeping import KEPT
from conventassembler.patterns import Pattern
from conventassembler.workspace import Workspace

ACTS = ("longvic", "plaine-dijonnaise", "sceaux")
SEED = 20261128
ERRORS = REPOSITORY / "tests" / "errors"
ACTED = REPOSITORY / "output"
SLIPS = (
    "Mr Dupont", "l'article 5", "annexe 3", "la présente convention", "la commune s'engage",
    "le Département verse", "RGPD", "dix mille euros (12 000 €)", "31 juin 2025", "....", "et/ou",
    "lundi 16 décembre 2025", "les trois axes suivants :", "Pôle emploi", "l'arrêté susvisé",
    "6 Janvier 2026", "habilité(e)", "<b>", "[nom]", "XXX", "24 000 €, dont 20 000 € et 12 000 €",
    "pour une durée de trois ans", "(CTG)", "Ctg", "la Ville de Longvic", "dijon Métropole", " ;",
)  # fmt: skip


_ALL = (scans.LINES, scans.VALUES)


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
        forget()
        alone.append(_found(act))

    assert sum(map(len, alone)) > 50
    for rank in (*chance.sample(range(len(acts)), len(acts)), 0, 1, 0):
        assert _found(acts[rank]) == alone[rank]


def test_no_more_words_are_remembered_than_a_bound() -> None:
    for start in range(0, KEPT + 500, 100):
        lines = [f"La ligne no{rank}." for rank in range(start, start + 100)]
        assert [" ".join(one.words) for one in scans.LINES.read(lines)] == lines
        assert len(scans.LINES._words) + len(scans.LINES._words.mute) <= KEPT
    assert len(scans.LINES._words.mute) >= 500


def _lines() -> Iterator[str]:
    """Yield the lines of all that is wrong in the error gallery, and of the acts."""
    for path in (*ERRORS.rglob("*.yaml"), *ERRORS.rglob("*.md"), *ACTED.glob("*.md")):
        yield from path.read_text(encoding="utf-8", errors="replace").splitlines()
    yield from (f"Avant cela, {slip} : et après." for slip in SLIPS)


def _wanted(of: scans.Scans, line: str) -> set[scans.Scan[Any]]:
    words = line.split()
    return scans._wanted(line, words, of.signs_of([words])[0])


@pytest.mark.parametrize("of", [scans.LINES, scans.VALUES], ids=("lines", "values"))
def test_no_line_is_left_unread_that_a_rule_would_find_something_in(of: scans.Scans) -> None:
    lines = {" ".join(line.split()) for line in _lines()}
    declared = {scan for rows in of.letters.values() for scan in rows}
    declared |= {scan for _, scan in of.tests}
    found = 0
    for line in lines:
        wanted = _wanted(of, line)
        for scan in declared:
            hits = scan.find(line)
            found += bool(hits)
            assert not hits or scan in wanted, (line, hits)
    assert found > len(declared)


_NEAR = {scan for rows in scans.LINES.letters.values() for scan in rows if scan.near} | {
    scan for _, scan in scans.LINES.tests if scan.near
}


@pytest.mark.parametrize("seed", range(SEED, SEED + 4))
def test_the_words_around_a_sign_tell_whether_there_is_anything_to_find(seed: int) -> None:
    chance = random.Random(seed)
    old = [row["old"] for row in table("obsolete")["names"]]
    rows = [*old, *(row["turn"] for row in table("turns")["turns"])]
    said = [line.split() for line in (*_lines(), *rows) if line.strip()]
    slips = [slip.split() for slip in SLIPS]
    found = 0
    for _ in range(2_000):
        first, slip, last = chance.choice(said), chance.choice(slips), chance.choice(said)
        words = [*first[chance.randrange(len(first)) :], *slip, *last[: chance.randrange(12)]]
        line = " ".join(words).replace("’", "'")
        wanted = _wanted(scans.LINES, line)
        for scan in _NEAR:
            hits = scan.find(line)
            found += bool(hits)
            assert not hits or scan in wanted, (line, hits)
    assert found > 200


def test_words_parted_by_other_spaces_are_searched_as_they_stand() -> None:
    # What two spaces part is nothing that the words around a sign, with one between, could tell.
    own, sought = scans.Scans(), Pattern("annexe  3")
    scan = own.pattern(sought, "3", near=scans.Near(1, 0, sought))

    first, second = own.read(["Voir l'annexe  3 ici", "Voir l'annexe 3 ici"])

    assert [one for one, _ in first.hits] == [scan]
    assert second.hits == ()


@pytest.mark.parametrize("gap", [" ", "  ", "   "])
def test_what_bears_a_number_announces_nothing_whatever_parts_them(gap: str) -> None:
    for before in ("Voir l'annexe", "Voir l'article", "Elle donne au moins", "C'est plus de"):
        assert announced._announcement(f"{before}{gap}3 valeurs:") == ()
    assert announced._announcement(f"Elle donne{gap}3 valeurs:")


@pytest.mark.parametrize("gap", [" ", "  ", "\u00a0", " \u00a0 "])
def test_what_a_name_goes_on_with_is_seen_whatever_parts_them(gap: str) -> None:
    for end in ("de l'environnement", "des ponts", "de la Banque de France", "de l'économie"):
        assert outdated._named(f"le conseil général{gap}{gap.join(end.split())}") == ()
    assert outdated._named(f"le conseil général{gap}des routes")
    assert turns._turns(f"le code général des collectivités{gap}territoriales") == ()
    assert turns._turns(f"le code général des collectivités{gap}locales")


@pytest.mark.parametrize(
    ("module", "of", "key"), [(outdated, "names", "old"), (turns, "turns", "turn")]
)
def test_no_row_of_a_table_goes_over_more_words_than_are_looked_at(
    module: ModuleType, of: str, key: str
) -> None:
    rows = table({"names": "obsolete", "turns": "turns"}[of])[of]
    said = [re.sub(r"\(\?!.*\)", "", row[key]) for row in rows]
    assert max(one.count(" ") for one in said) <= module.REACH


_LED = (
    *("le", "la", "du", "au", "de la", "à la", "ce", "cette", "l'un ou l'autre du", "un", "de"),
    *("présent", "présente", "Présente", "protocole", "convention", "convention-cadre", ".", ","),
)


@pytest.mark.parametrize("seed", range(SEED, SEED + 4))
def test_an_act_called_the_present_one_is_found_wherever_it_stands(seed: int) -> None:
    chance = random.Random(seed)
    drawn = (" ".join(chance.choices(_LED, k=12)) for _ in range(2_000))
    spans = 0
    for line in (*drawn, *_lines()):
        found = [one.span() for one in instruments._presents(line)]
        assert found == [one.span() for one in instruments._PRESENT.finditer(line)]
        spans += len(found)
    assert spans > 100


_COUNTED = (
    *("les", "Dix-sept", "DEUX", "vingt-deux", "123", "6", "d'onze", "au moins", "n° ", "jusqu'à"),
    *("axes", "parties", "communes", "suivants", "é", "İ", "s'engagent :", ":", ",", "dans les"),
)


@pytest.mark.parametrize("seed", range(SEED, SEED + 4))
def test_a_count_is_found_as_if_it_were_looked_for_everywhere(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    drawn = [f"{' '.join(chance.choices(_COUNTED, k=6))} :" for _ in range(3_000)]
    lines = [*drawn, *_lines()]
    told = [[one.span() for one in announced._announcement(line)] for line in lines]

    monkeypatch.setattr(announced, "_COUNT", re.compile(""))
    monkeypatch.setattr(announced, "_FAR", max(map(len, lines)))

    assert told == [[one.span() for one in announced._announcement(line)] for line in lines]
    assert sum(map(bool, told)) > 50


def test_signs_of_double_forms_are_all_looked_for() -> None:
    signs = ["/", *(sign for signs, _ in doublets._SIGNED for sign in signs)]
    assert all(doublets.may_double(f"élu{sign}e") for sign in signs)


def test_the_ends_of_a_line_are_those_of_its_folded_words() -> None:
    for line in {" ".join(line.split()) for line in _lines()}:
        words = re.findall(r"\w+", fold(line))
        assert list(prose.parts(line)) == words
        ends = prose.ends(line.split())
        assert ends or len(words) < prose.FEWEST
        assert not ends or ends == (f"< {' '.join(words[:4])}", f"> {' '.join(words[-4:])}")


def test_signs_are_told_by_words_alone() -> None:
    assert all(sign == sign.lower() for one in _ALL for sign in one.letters)
    assert all(sign and not any(map(str.isspace, sign)) for one in _ALL for sign in one.letters)
