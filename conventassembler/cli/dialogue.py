"""The questions of `fill`, one after the other; each answer is written as it is given.

Nothing is kept in memory but how to go back: who leaves, or loses the terminal, has lost nothing.
"""

from dataclasses import dataclass, field

import click

from conventassembler.agreement import Registry
from conventassembler.cli.desk import Desk
from conventassembler.cli.questions import Questions
from conventassembler.diagnostics import Position, has_errors
from conventassembler.filling import (
    Answer,
    Filling,
    Place,
    Said,
    changed_meanwhile,
    filled,
    read_answer,
    read_filling,
    read_group,
)
from conventassembler.filling.answers import takes_lines
from conventassembler.library import Library
from conventassembler.schema.blanks import blank_in
from conventassembler.source import Keys, Scalar
from conventassembler.source.replacing import Value
from conventassembler.workspace import write_files

_MORE, _BACK, _QUIT = "?", "<", "q"
_MARK = "> "


@dataclass(frozen=True, slots=True)
class _Step:
    """One question that is behind us."""

    rank: int
    file: str = ""
    """The file that the answer was written to; empty where it was left for later."""
    before: bytes = b""
    said: str = ""


class _LeftError(Exception):
    """The person leaves."""


@dataclass(slots=True)
class Dialogue:
    """Questions and answers about one agreement; each answer is written as it is given."""

    desk: Desk
    name: str
    library: Library
    registry: Registry
    questions: Questions = field(init=False)
    filling: Filling = field(init=False)
    steps: list[_Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.questions = Questions(self.desk, self.library)

    def run(self) -> int:
        """Ask until all is given or the person leaves; return the exit code."""
        if code := self._read():
            return code
        asked_for = [place.id for place in self.filling.blanks]
        if asked_for:
            shown = self.desk.space.shown(self.desk.space.agreement(self.name))
            self.questions.say("fill-begin", file=shown, count=len(asked_for))
        try:
            self._ask_all(asked_for)
        except _LeftError:
            pass
        except click.Abort:  # Ctrl-C, or the end of what is typed: the line is still open
            click.echo()
        self.questions.close(self.filling, self.name)
        return 0

    def _read(self) -> int:
        """Read the files as they are now; return an exit code where they cannot be read."""
        filling, found = read_filling(self.desk.space, self.name, self.library, self.registry)
        if filling is None or has_errors(found):
            return self.desk.tell(found)
        self.filling = filling
        return 0

    def _ask_all(self, ids: list[tuple[str, str]]) -> None:
        rank = 0
        while rank < len(ids):
            place = self.filling.place(ids[rank])
            if place is None or not place.blank:
                rank += 1
                continue
            self.questions.show(place, self.filling, rank + 1, len(ids))
            rank = self._group(place, rank) if place.fields else self._one(place, rank)

    def _one(self, place: Place, rank: int) -> int:
        """Ask for one value until it is given or left; return the rank of the next question."""
        while True:
            said = self._answer(place)
            if said == _QUIT:
                raise _LeftError
            if said == _BACK:
                return self._back(rank)
            if said == _MORE:
                self.questions.more(place)
                continue
            if not said or _is_blank(said):
                self.steps.append(_Step(rank))
                return rank + 1
            answer = read_answer(place, Said(said, Position("-", 0)), self.filling.parties)
            if answer.value is not None:
                self._write(place, answer, rank, said)
                return rank + 1
            self.questions.refuse(answer)

    def _group(self, place: Place, rank: int) -> int:
        """Ask for the keys of a group, one after the other, and write those that are given.

        Where a key that it cannot do without is left, all of it is left for later.
        """
        given: dict[str, Value] = {}
        count = len(place.fields)
        for number, inner in enumerate(place.fields, 1):
            self.questions.show(inner, self.filling, number, count)
            said, value = self._key(inner)
            if said == _BACK:
                return self._back(rank)
            if value is not None:
                given[inner.keys[-1]] = value
        found = read_group(place, given) if given else ()
        if found:
            self.questions.refuse(Answer(None, found))
        if given and not found:
            paper = self.filling.papers[place.file]
            self._put(place.file, filled(paper, place, Keys(tuple(given.items()))))
            self.steps.append(_Step(rank, place.file, paper.data, ", ".join(given)))
        else:
            self.steps.append(_Step(rank))
        return rank + 1

    def _key(self, place: Place) -> tuple[str, Value | None]:
        """Ask for one key of a group until it is given or left; return what was said and meant."""
        while True:
            said = self._answer(place)
            if said == _QUIT:
                raise _LeftError
            if said == _MORE:
                self.questions.more(place)
                continue
            if said == _BACK or not said or _is_blank(said):
                return said, None
            answer = read_answer(place, Said(said, Position("-", 0)), self.filling.parties)
            if answer.value is not None:
                return said, answer.value
            self.questions.refuse(answer)

    # -- what is typed

    def _answer(self, place: Place) -> str:
        """Return what is typed: one line, or several where the place takes them."""
        first = self._line()
        if not takes_lines(place) or first.strip() in ("", _MORE, _BACK, _QUIT):
            return first.strip()
        lines = [first]
        ends = 1 if place.is_list else 2
        while lines[-ends:] != [""] * ends:
            lines.append(self._line().rstrip())
        return "\n".join(lines).rstrip("\n")

    def _line(self) -> str:
        return str(click.prompt("", prompt_suffix=_MARK, default="", show_default=False))

    # -- what is written

    def _write(self, place: Place, answer: Answer, rank: int, said: str) -> None:
        """Write an answer, or stop where the file is no more what it was."""
        assert answer.value is not None
        paper = self.filling.papers[place.file]
        self._put(place.file, filled(paper, place, answer.value))
        value = answer.value if isinstance(answer.value, str) else ", ".join(answer.value)
        if value != said and "\n" not in said:
            self.questions.say("fill-written", 1, value=value)
        self.steps.append(_Step(rank, place.file, paper.data, said.replace("\n", " ")))

    def _put(self, file: str, data: bytes) -> None:
        paper = self.filling.papers[file]
        refused = changed_meanwhile(paper)
        if not refused:
            _, refused = write_files({paper.path: data}, self.desk.space)
        if refused:
            click.echo()
            raise SystemExit(self.desk.tell(refused))
        if code := self._read():
            raise SystemExit(code)

    def _back(self, rank: int) -> int:
        """Go back to the question before, its answer taken out; return its rank."""
        if not self.steps:
            self.questions.say("fill-first", 1)
            return rank
        step = self.steps.pop()
        if step.file:
            self._put(step.file, step.before)
            self.questions.say("fill-undone", 1, value=step.said)
        return step.rank


def _is_blank(said: str) -> bool:
    place = Position("")
    return blank_in(Scalar(said, place, "plain", place), "", "") is not None
