"""How often files are looked at: what a save waits for, and what looking costs."""

import pytest

from conventassembler.watching.rhythm import AWAKE, RESTING, SELDOM, SOON, Rhythm


def looks(rhythm: Rhythm, seconds: float, whole: float) -> list[float]:
    """Look for `whole` seconds, where each look takes `seconds`; return the pauses between."""
    pauses: list[float] = []
    while sum(pauses) < whole:
        rhythm.looked(seconds, changed=False)
        pauses.append(rhythm.pause)
    return pauses


def test_one_looks_often_while_somebody_works_and_less_so_after_some_minutes() -> None:
    rhythm = Rhythm()
    assert rhythm.pause == SOON

    pauses = looks(rhythm, 0.001, AWAKE + 10)

    assert set(pauses[: int(AWAKE / SOON) - 2]) == {SOON}
    assert set(pauses[-20:]) == {RESTING}
    rhythm.looked(0.001, changed=True)
    assert rhythm.pause == SOON


@pytest.mark.parametrize("seconds", [0.0001, 0.001, 0.002, 0.004, 0.006])
def test_looking_is_a_small_part_of_the_time_whatever_is_looked_at(seconds: float) -> None:
    rhythm = Rhythm()
    at_work = looks(rhythm, seconds, AWAKE - 10)[-100:]
    at_rest = looks(rhythm, seconds, AWAKE)[-100:]

    assert seconds * 100 / sum(at_work) <= 0.04 + 1e-9
    assert seconds * 100 / sum(at_rest) <= max(0.02, seconds / SELDOM) + 1e-9


def test_a_change_is_seen_soon_however_long_it_takes_to_look() -> None:
    rhythm = Rhythm()

    assert set(looks(rhythm, 0.5, AWAKE * 2)) == {SELDOM}


def test_one_look_that_took_long_changes_nothing() -> None:
    rhythm = Rhythm()
    looks(rhythm, 0.001, 10)

    rhythm.looked(0.4, changed=False)

    assert rhythm.pause == SOON
    assert looks(rhythm, 0.4, 10)[-1] == SELDOM
