"""What is asked of an entry by itself: once of the very same, and again of any other."""

from collections.abc import Iterator
from dataclasses import replace

from conventassembler.agreement.model import Entry
from conventassembler.checks.asked import Things
from conventassembler.diagnostics import Position
from conventassembler.draft.instances import Instance


def _instance(name: str) -> Instance:
    return Instance(name, Entry(Position("x.yaml"), path=f"clauses[{name}]"), 1)


def test_an_entry_is_asked_once_and_another_that_is_equal_again() -> None:
    asked: list[Instance] = []
    things: Things[Instance] = Things()

    def letters(entry: Instance) -> Iterator[str]:
        asked.append(entry)
        yield from entry.id

    letter = things.ask(letters)
    nothing = things.ask(lambda entry: () if entry.id else ("none",))
    first, second = _instance("ab"), _instance("c")
    expected = [(first, "a"), (first, "b"), (second, "c")]

    assert things.answers((first, second)) == {letter: expected}
    assert things.answers((first, second)).get(nothing, ()) == ()
    assert asked == [first, second]

    other = replace(first)
    answers = things.answers((second, other))
    assert [(id(one), said) for one, said in answers[letter]] == [
        (id(second), "c"), (id(other), "a"), (id(other), "b")
    ]  # fmt: skip
    assert len(asked) == 3
