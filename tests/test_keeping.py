"""What is remembered: the same result, worked out once, and no more than a bound."""

import pickle
from dataclasses import dataclass, replace

from conventassembler.keeping import (
    ACTS,
    AT_HAND,
    KEPT,
    Hashed,
    Memory,
    hashed_once,
    held,
    kept,
    next_act,
    recalled,
    recalled_of_each,
)


def test_a_result_is_worked_out_once_and_forgotten_in_the_end() -> None:
    asked: list[int] = []

    @kept
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(1), double(1), double(2)] == [2, 2, 4]
    assert asked == [1, 2]
    for number in range(3, KEPT + 3):
        double(number)
    asked.clear()
    assert double(1) == 2
    assert asked == [1]


@hashed_once
@dataclass(frozen=True, slots=True)
class Leaf(Hashed):
    name: str


def test_a_hash_is_worked_out_once_and_is_no_part_of_what_has_it() -> None:
    asked: list[str] = []

    class Name(str):
        __slots__ = ()

        def __hash__(self) -> int:
            asked.append(self)
            return super().__hash__()

    leaf = Leaf(Name("a"))
    assert hash(leaf) == hash(leaf) == hash(Leaf("a"))
    assert asked == ["a"]
    assert leaf == Leaf("a")
    assert replace(leaf, name="b") == Leaf("b")
    assert hash(replace(leaf, name="b")) == hash(Leaf("b"))


def test_a_hash_stays_in_its_process() -> None:
    leaf = Leaf("a")
    hash(leaf)
    copied = pickle.loads(pickle.dumps(leaf))
    assert copied == leaf
    assert not hasattr(copied, "_hash")


def test_what_no_act_of_late_asked_for_is_let_go() -> None:
    asked: list[int] = []

    @held
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    for act in range(4 * ACTS):
        next_act()
        assert [double(-1), double(act)] == [-2, 2 * act]
    assert asked.count(-1) == 1
    assert double(4 * ACTS - 1)
    assert asked.count(4 * ACTS - 1) == 1
    assert double(1) == 2
    assert asked.count(1) == 2


def test_an_act_of_any_length_is_held_whole() -> None:
    asked: list[int] = []

    @held
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    for _ in range(3):
        next_act()
        for number in range(2 * KEPT):
            double(number)
    assert len(asked) == 2 * KEPT


def test_the_very_objects_are_recalled_and_equal_ones_are_not() -> None:
    asked: list[object] = []

    @recalled
    def told(node: tuple[str, ...], path: str) -> list[str]:
        asked.append(node)
        return [*node, path]

    one, other = tuple("a"), tuple("a")
    first = told(one, "p")
    assert told(one, "".join(("", "p"))) is first
    assert told(other, "p") == first
    assert told(one, "q") == ["a", "q"]
    assert asked == [one, other, one]


def test_what_is_asked_for_again_and_again_is_recalled_whatever_comes_between() -> None:
    asked: list[object] = []

    @recalled
    def told(node: tuple[int, ...]) -> int:
        asked.append(node)
        return sum(node)

    base = (0, 1)
    for number in range(5 * AT_HAND):
        told(base)
        told((number, number))
    assert sum(node is base for node in asked) == 1


def test_of_many_objects_those_that_are_not_known_are_worked_out() -> None:
    asked: list[object] = []

    @recalled_of_each
    def told(node: tuple[str, ...], beside: tuple[str, ...]) -> tuple[str, ...]:
        asked.append(node)
        return node + beside

    one, other, equal = tuple("a"), tuple("b"), tuple("a")
    first, second = ("x",), ("y",)
    made = told([one, other, one], first)
    assert made == (("a", "x"), ("b", "x"), ("a", "x"))
    assert made[0] is made[2]
    assert told([other, equal], first) == (("b", "x"), ("a", "x"))
    assert told([one], second) == (("a", "y"),)
    assert list(map(id, asked)) == list(map(id, (one, other, equal, one)))


def test_a_memory_knows_the_very_witnesses_and_lets_go_in_the_end() -> None:
    memory: Memory[str] = Memory()
    one, other = tuple("a"), tuple("a")
    memory.keep((one, "p"), "made")
    assert memory.of((one, "".join(("", "p")))) == "made"
    assert memory.of((other, "p")) is None
    for _ in range(3 * ACTS):
        next_act()
        assert memory.of((one, "p")) == "made"
    for _ in range(3 * ACTS):
        next_act()
    assert memory.of((one, "p")) is None
    for number in range(3 * AT_HAND):
        memory.keep((number, (number,)), "made")
    assert len(memory._shelf.lately) + len(memory._shelf.before) <= 2 * AT_HAND
