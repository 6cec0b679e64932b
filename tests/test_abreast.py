"""Work that goes on step by step: alone to its end, or several abreast."""

from hypothesis import given
from hypothesis import strategies as st

from conventassembler.abreast import TOGETHER, Steps, abreast, done, in_groups
from conventassembler.keeping import ACTS

LENGTHS = st.lists(st.integers(0, 5), max_size=6)


def walk(name: int, length: int, seen: list[tuple[int, int]]) -> Steps[str]:
    for step in range(length):
        seen.append((step, name))
        yield
    return f"{name}:{length}"


@given(LENGTHS)
def test_each_goes_to_its_end_and_returns_what_it_returns_alone(lengths: list[int]) -> None:
    alone = [done(walk(name, length, [])) for name, length in enumerate(lengths)]

    assert abreast([walk(name, length, []) for name, length in enumerate(lengths)]) == alone


@given(LENGTHS)
def test_all_take_a_step_before_any_takes_the_next(lengths: list[int]) -> None:
    seen: list[tuple[int, int]] = []

    abreast([walk(name, length, seen) for name, length in enumerate(lengths)])

    assert seen == sorted(seen)
    assert len(seen) == sum(lengths)


def test_groups_are_drawn_as_they_are_needed_and_as_large_as_what_is_remembered() -> None:
    drawn = []

    groups = in_groups(drawn.append(one) or one for one in range(2 * TOGETHER + 1))

    assert next(groups) == list(range(TOGETHER))
    assert len(drawn) == TOGETHER
    assert [len(group) for group in groups] == [TOGETHER, 1]
    assert TOGETHER <= ACTS
