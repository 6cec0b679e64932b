"""What a thing of an act tells by itself: an entry, worked out once for all acts that have it.

Beside `scans`, which reads texts, and `blocks`. A rule declares what it asks of one thing, and is
given no more than that; all that is asked is answered together and remembered by the very object,
since most rows of a table change few of them. What hangs on the act around it, the rule asks of
the few things that have an answer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any, Generic, Protocol, TypeVar

from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.instances import Instance
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled_of_each

A = TypeVar("A")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Question(Generic[A, T]):
    """What one rule asks of a thing."""

    answer: Callable[[A], Iterable[T]]
    """From a thing what it tells; nothing of it hangs on anything else."""


Answers = Mapping[Question[A, Any], Sequence[tuple[A, Any]]]
"""What things tell, each answer with its thing; nothing where none tells anything."""


class Asks(Protocol):
    """An act whose things are asked."""

    def asked(self, question: Question[Instance, T]) -> Sequence[tuple[Instance, T]]:
        """Return what its entries answer, in their order."""


class Things(Generic[A]):
    """All that is asked of things of one sort."""

    __slots__ = ("_questions", "_told")

    def __init__(self) -> None:
        """Ask nothing yet: modules of rules do, as they are read."""
        self._questions: list[Question[A, Any]] = []
        self._told = recalled_of_each(self._tell)

    def ask(self, answer: Callable[[A], Iterable[T]]) -> Question[A, T]:
        """Declare a question."""
        question = Question(answer)
        self._questions.append(question)
        return question

    def answers(self, things: Iterable[A]) -> Answers[A]:
        """Return what all of `things` tell."""
        answers: dict[Question[A, Any], list[tuple[A, Any]]] = {}
        for told in self._told(things):
            for question, said in told:
                answers.setdefault(question, []).extend(said)
        return answers

    def _tell(self, thing: A) -> Sequence[tuple[Question[A, Any], Sequence[Any]]]:
        """Return the questions that a thing has an answer to, each with all of it."""
        told = [(one, [(thing, said) for said in one.answer(thing)]) for one in self._questions]
        return [one for one in told if one[1]]


ENTRIES: Things[Instance] = Things()
"""What is asked of the entries of an act."""


def of_each_entry(
    rule: Callable[[Instance], Iterator[Diagnostic]],
) -> Callable[[Asks], Iterator[Diagnostic]]:
    """Return the rule about an act that finds what `rule` finds in each of its entries."""
    question = ENTRIES.ask(rule)

    @wraps(rule)
    def finding(reading: Asks) -> Iterator[Diagnostic]:
        return (found for _, found in reading.asked(question))

    return finding
