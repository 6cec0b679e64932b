"""The order of recitals: by rank, stable, total; and the fewest moves that lead to it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.french.ranking import Standing, in_order, rank_of, ranks, to_move

DAYS = st.none() | st.dates(date(1901, 1, 1), date(2030, 1, 1))
STANDINGS = st.lists(
    st.builds(
        Standing,
        rank=st.sampled_from(ranks()),
        title=st.sampled_from(["", "code civil", "code de l'éducation", "code du travail"]),
        day=DAYS,
        party=st.integers(0, 3),
    ),
    max_size=12,
)


def ordered(*standings: Standing) -> list[int]:
    return list(in_order(standings))


def test_codes_stand_by_title_without_their_article() -> None:
    titles = [
        "code de la sécurité sociale",
        "code général des collectivités territoriales",
        "code de l’action sociale et des familles",
        "code des relations entre le public et l'administration",
        "code de justice administrative",
        "code du travail",
        "code pénal",
    ]
    found = in_order([Standing("code", title) for title in titles])

    assert [titles[at].split()[-1] for at in found] == [
        "familles",
        "territoriales",
        "administrative",
        "pénal",
        "l'administration",
        "sociale",
        "travail",
    ]


def test_the_ranks_of_the_guide() -> None:
    names = ["decree", "law", "code", "organic_law", "eu_directive", "eu_regulation", "treaty"]

    assert ordered(*map(Standing, [*names, "constitution"])) == [7, 6, 5, 4, 3, 2, 1, 0]
    assert rank_of("ordinance") == "law"
    assert rank_of("decree") == "decree"


def test_laws_and_ordinances_stand_together_by_date_and_those_without_last() -> None:
    blank, late, early = (
        Standing("law"),
        Standing(rank_of("ordinance"), day=date(2018, 11, 26)),
        Standing("law", day=date(1982, 3, 2)),
    )

    assert ordered(blank, late, early) == [2, 1, 0]


def test_deliberations_stand_by_party_then_by_date() -> None:
    second = Standing("decision", day=date(2020, 1, 1), party=1)
    first = Standing("decision", day=date(2025, 1, 1), party=0)
    earlier = Standing("decision", day=date(2024, 1, 1), party=0)

    assert ordered(second, first, earlier) == [2, 1, 0]


@given(STANDINGS)
def test_the_order_is_a_permutation_and_stable(standings: list[Standing]) -> None:
    found = in_order(standings)
    again = [standings[at] for at in found]

    assert sorted(found) == list(range(len(standings)))
    assert in_order(again) == tuple(range(len(standings)))
    for before, after in pairwise(found):
        assert standings[before] != standings[after] or before < after


@given(st.permutations(range(8)), STANDINGS)
def test_the_order_does_not_depend_on_how_it_was_typed(
    shuffle: list[int], standings: list[Standing]
) -> None:
    unlike = list(dict.fromkeys(standings))[:8]
    shuffled = [unlike[at] for at in shuffle if at < len(unlike)]

    def words(items: list[Standing]) -> list[tuple[str, int]]:
        return [(items[at].rank, items[at].party) for at in in_order(items)]

    assert words(unlike) == words(shuffled)


@given(STANDINGS)
def test_the_moves_put_all_in_order(standings: list[Standing]) -> None:
    wanted = in_order(standings)
    moves = to_move(standings)
    now = list(range(len(standings)))
    behind: dict[int, int] = {}
    for move in moves:
        now.remove(move.moved)
        at = now.index(behind.get(move.other, move.other)) + (not move.is_before)
        if not move.is_before:
            behind[move.other] = move.moved
        now.insert(at, move.moved)

    assert tuple(now) == wanted
    assert (moves == ()) == (wanted == tuple(range(len(standings))))


@pytest.mark.parametrize(
    ("ranks_typed", "expected"),
    [
        (["law", "code"], [(1, 0, True)]),
        (["decision", "code", "law"], [(0, 2, False)]),
        (["code", "law", "decision", "decree"], [(3, 2, True)]),
        (["code", "law"], []),
    ],
)
def test_the_fewest_are_moved(
    ranks_typed: list[str], expected: list[tuple[int, int, bool]]
) -> None:
    moves = to_move([Standing(name) for name in ranks_typed])

    assert [(move.moved, move.other, move.is_before) for move in moves] == expected
