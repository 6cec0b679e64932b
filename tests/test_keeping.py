"""What is remembered: the same result, worked out once, and no more than a bound."""

import pickle
from dataclasses import dataclass, replace

from conventassembler.keeping import KEPT, SHORT, Hashed, hashed_once, kept, kept_of_words


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


def test_words_are_remembered_and_long_texts_are_not_held() -> None:
    asked: list[str] = []

    @kept_of_words
    def doubled(text: str) -> str:
        asked.append(text)
        return text * 2

    word, long = "a" * SHORT, "a" * (SHORT + 1)
    assert [doubled(word), doubled(word), doubled(long), doubled(long)] == [word * 2] * 2 + [
        long * 2
    ] * 2
    assert asked == [word, long, long]
