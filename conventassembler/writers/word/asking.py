"""What a stretch of the body asks of the whole act: how a heading is counted, on which page it is.

The questions of a block hang on the block alone; with the same answers it is written the same way,
whatever else the act says. That is what lets `stretches` keep what was written.
"""

from collections.abc import Callable, Hashable, Mapping

from conventassembler.draft.model import Heading
from conventassembler.writers.word.counting import Place
from conventassembler.writers.word.headings import Counted, style_of

Question = tuple[str, ...]
Oracle = Callable[[Question], Hashable]
"""Answers a question of the act that is being written."""


class Asking:
    """The questions of one stretch, with their answers."""

    def __init__(self, oracle: Oracle) -> None:
        self._oracle = oracle
        self.asked: list[Question] = []
        self.answers: list[Hashable] = []

    def counted(self, heading: Heading) -> Counted:
        """Return how `heading` is counted."""
        found = self._ask("counted", heading.id, style_of(heading))
        assert isinstance(found, Counted)
        return found

    def reference(self, target: str, text: str) -> Place | None:
        """Return where the heading `target` is counted, if a reference to it reads `text`."""
        found = self._ask("reference", target, text)
        assert found is None or isinstance(found, Place)
        return found

    def is_there(self, target: str) -> bool:
        """Tell whether the act has the heading `target`."""
        return bool(self._ask("heading", target))

    def page(self, bookmark: str) -> str:
        """Return the page of a bookmark, or nothing where it is not known."""
        return str(self._ask("page", bookmark))

    def comments(self, *begun: str) -> tuple[tuple[str, ...], ...]:
        """Return the comments at a block that begins with `begun`; nobody is told one twice."""
        found = self._ask("comments", *begun)
        assert isinstance(found, tuple)
        return found

    def all(self, asked: tuple[Question, ...]) -> tuple[Hashable, ...]:
        """Return the answers to the questions `asked`, in their order."""
        self.asked += asked
        self.answers += map(self._oracle, asked)
        return tuple(self.answers)

    def _ask(self, *question: str) -> Hashable:
        self.asked.append(question)
        self.answers.append(self._oracle(question))
        return self.answers[-1]


def told_again(told: tuple[Hashable, ...]) -> Asking:
    """Return the questions of a stretch to which the act has already answered this."""
    again = iter(told)
    return Asking(lambda _: next(again))


def oracle_of(known: Mapping[str, Callable[..., Hashable]]) -> Oracle:
    """Return who answers questions by their first word with a function of the others."""

    def answer(question: Question) -> Hashable:
        return known[question[0]](*question[1:])

    return answer
