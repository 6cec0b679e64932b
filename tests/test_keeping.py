"""What is remembered: the same result, worked out once, and no more than a bound."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from weakref import ref

import pytest

from conventassembler import keeping
from conventassembler.keeping import (
    ACTS,
    AT_HAND,
    LASTING,
    Hashed,
    Memory,
    Shelf,
    hashed_once,
    kept,
    next_act,
    recalled,
    recalled_of_each,
)


def test_a_result_is_worked_out_once_and_forgotten_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keeping._Clock, "acts", 0)
    asked: list[int] = []

    @kept
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(1), double(1), double(2)] == [2, 2, 4]
    assert asked == [1, 2]
    for number in range(3, 2 * AT_HAND + 3):
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

    @kept
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

    @kept
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    for _ in range(3):
        next_act()
        for number in range(2 * AT_HAND):
            double(number)
    assert len(asked) == 2 * AT_HAND


def test_what_the_acts_before_knew_is_told_from_what_those_of_late_asked_for() -> None:
    shelf: Shelf[str, int] = Shelf(len)
    assert [shelf["a"], shelf["bc"]] == [1, 2]
    assert not shelf.older(["a", "bc"])
    shelf.turn(wholly=False)
    assert shelf.older(["a", "bc", "d"]) == {"a", "bc"}
    assert shelf["a"] == 1
    assert "a" in shelf


def test_what_several_acts_asked_for_lasts_and_is_let_go_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keeping._Clock, "acts", 0)
    shelf: Shelf[str, int] = Shelf(len)

    def pass_acts(number: int) -> None:
        for _ in range(number):
            next_act()

    assert [shelf["a"], shelf["bc"]] == [1, 2]
    pass_acts(ACTS)
    assert shelf["bc"] == 2  # by another act
    pass_acts(3 * ACTS)
    assert "a" not in shelf
    assert not shelf.older(["a"])
    assert "bc" in shelf
    pass_acts((LASTING - 4) * ACTS)
    assert "bc" not in shelf
    assert shelf.older(["bc"])
    pass_acts(ACTS)
    assert "bc" not in shelf
    assert not shelf.older(["bc"])


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


def test_texts_go_by_what_they_say_wherever_an_argument_may_be_one() -> None:
    asked: list[tuple[object, ...]] = []

    @recalled
    def named(node: tuple[str, ...], path: str, sort: str | None, at: object) -> int:
        asked.append((node, path, sort, at))
        return len(asked)

    @recalled
    def more(node: tuple[str, ...], *words: str) -> int:
        return named(node, *words)

    @recalled
    def unsaid(node, word):  # type: ignore[no-untyped-def]
        return named(node, word, word, word)

    @recalled
    def by_default(node: tuple[str, ...], path: str = "p") -> int:
        return named(node, path, None, ())

    def fresh(word: str) -> str:
        return "".join([word, "."])

    node = tuple("a")
    for ask in (
        lambda: named(node, fresh("p"), fresh("q"), fresh("r")),
        lambda: more(node, fresh("s"), fresh("t"), fresh("u")),
        lambda: unsaid(node, fresh("v")),
        lambda: by_default(node, fresh("w")),
        lambda: by_default(node),
    ):
        first = ask()
        assert ask() == first == len(asked)
    assert named(node, "p.", None, "r.") == len(asked)


def test_two_arguments_are_never_taken_for_one_another() -> None:
    @recalled
    def told(one: tuple[str, ...], other: tuple[str, ...]) -> str:
        return "".join((*one, *other))

    @recalled
    def of_all(*many: tuple[str, ...]) -> str:
        return "".join(chain(*many))

    one, other = tuple("a"), tuple("b")
    for way in (told, of_all):
        assert [way(one, other), way(other, one), way(one, one)] == ["ab", "ba", "aa"]
    assert [of_all(), of_all(one), of_all(one, other, one)] == ["", "a", "aba"]


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


def test_what_is_known_by_identity_lives_as_long_as_it_is_known() -> None:
    class Thing:
        pass

    def alone(one: Thing) -> str:
        return type(one).__name__

    def told(*_: object) -> str:
        return "told"

    memory: Memory[str] = Memory()
    ways: tuple[Callable[[Thing], object], ...] = (
        recalled(alone),
        partial(recalled(told), "p"),
        lambda one: recalled_of_each(told)([one], "p"),
        lambda one: memory.keep((one, "p"), "told"),
    )
    for way in ways:
        thing = Thing()
        known = ref(thing)
        way(thing)
        del thing
        assert known() is not None


def test_a_memory_knows_the_very_witnesses_and_lets_go_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory: Memory[str] = Memory()
    one, other = tuple("a"), tuple("a")
    memory.keep((one, "p"), "made")
    assert memory.of((one, "".join(("", "p")))) == "made"
    assert memory.of((other, "p")) is None
    for _ in range(3 * ACTS):
        next_act()
        assert memory.of((one, "p")) == "made"
    for _ in range(2 * LASTING * ACTS):
        next_act()
    assert memory.of((one, "p")) is None
    monkeypatch.setattr(keeping._Clock, "acts", 0)
    for number in range(3 * AT_HAND):
        memory.keep((number, (number,)), "made")
    assert len(memory._shelf) + len(memory._shelf._before) <= 2 * AT_HAND


def test_a_text_is_remembered_without_the_place_where_it_was_typed() -> None:
    asked: list[object] = []

    @kept
    def small(text: str) -> str:
        asked.append(type(text))
        return text

    class Typed(str):
        __slots__ = ()

    assert [type(small(Typed("a"))), type(small("a")), type(small(Typed("a")))] == [str] * 3
    assert asked == [str]


def test_a_result_of_nothing_is_remembered_too() -> None:
    asked: list[tuple[str, ...]] = []

    @kept
    def nothing(*words: str) -> None:
        asked.append(words)

    for words in (("a",), ("a", "b"), ("a",)):
        nothing(*words)
    assert asked == [("a",), ("a", "b")]


def test_what_is_put_into_a_memory_is_there_for_the_next_acts() -> None:
    shelf: Shelf[int, str] = Shelf()
    for act in range(4 * ACTS):
        next_act()
        shelf.find(0) or shelf.keep(0, "always")
        shelf.keep(act + 1, "once")
    assert shelf.find(0) == "always"
    assert shelf.find(4 * ACTS) == "once"
    assert shelf.find(1) is None
    assert len(shelf) <= 2 + ACTS


def test_arguments_may_have_names() -> None:
    asked: list[int] = []

    @kept
    def times(number: int, *, by: int = 1) -> int:
        asked.append(by)
        return number * by

    assert [times(2, by=3), times(2, by=3), times(2, by=4), times(2, by=4)] == [6, 6, 8, 8]
    assert asked == [3, 4]
