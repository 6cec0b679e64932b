"""The questions of `fill`, one after the other; each answer is written as it is given.

Nothing is kept in memory but how to go back: who leaves, or loses the terminal, has lost nothing.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import field

import click

from conventassembler.agreement import Registry
from conventassembler.cli.desk import Desk
from conventassembler.cli.leaving import left_as_by_ctrl_c
from conventassembler.cli.questions import Questions, row
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
from conventassembler.frozen import dataclass
from conventassembler.library import Library
from conventassembler.schema.blanks import blank_in
from conventassembler.source import Scalar
from conventassembler.source.replacing import Keys, Value
from conventassembler.workspace import write_files

_MORE, _BACK, _QUIT = "?", "<", ("q", "quit")
"""What is no answer, alone on a line: at a question, and amid the lines of a list too."""
_MARK = "> "


@dataclass(frozen=True, slots=True)
class _Step:
    """One question that is behind us."""

    rank: int
    file: str = ""
    """The file that the answer was written to; empty where it was left for later."""
    before: bytes = b""
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Reply:
    """What is typed at a question."""

    text: str
    """Its lines, or one of the keys that are no answer."""
    left: bool = False
    """Whether the person leaves, perhaps amid lines; `text` is what was typed until then."""


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
        with left_as_by_ctrl_c():
            return self._run()
        return 0  # the window is gone

    def _run(self) -> int:
        if code := self._read():
            return code
        asked_for = [place.id for place in self.filling.blanks]
        if asked_for:
            shown = self.desk.space.shown(self.desk.space.agreement(self.name))
            self.questions.say("fill-begin", file=shown, count=len(asked_for))
        with suppress(_LeftError):
            self._ask_all(asked_for)
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
        reply, answer = self._asked(place)
        if reply.text == _BACK:
            return self._back(rank)
        if answer.value is not None:
            self._write(place, answer, rank, reply)
        elif not reply.left:
            self.steps.append(_Step(rank))
        if reply.left:
            raise _LeftError
        return rank + 1

    def _group(self, place: Place, rank: int) -> int:
        """Ask for the keys of a group, one after the other, and write those that are given.

        Going back leads to the key before. Where one that the group cannot do without is left, it
        is asked for once more; left again, all of the group is left for later.
        """
        given: dict[str, Value] = {}
        keys = list(place.fields)
        number = 0
        while number < len(keys):
            inner = keys[number]
            self.questions.show(inner, self.filling, number + 1, len(keys))
            reply, answer = self._asked(inner)
            if reply.text == _BACK and not number:
                return self._back(rank)
            if reply.text == _BACK:
                number -= 1
                given.pop(keys[number].keys[-1], None)
                continue
            if answer.value is not None:
                given[inner.keys[-1]] = answer.value
            if reply.left:
                self._write_group(place, given, rank)
                raise _LeftError
            number += 1
            if number == len(place.fields):
                keys += self._lacking(place, given)
        self._write_group(place, given, rank)
        return rank + 1

    def _lacking(self, place: Place, given: dict[str, Value]) -> list[Place]:
        """Return the keys to ask for once more, told: the group is begun, and they are left."""
        found = read_group(place, given) if given else ()
        lacking = [
            one for one in place.fields if one.required and one.keys[-1] not in given and found
        ]
        if lacking:
            self.questions.refuse(Answer(None, found))
        return lacking

    def _asked(self, place: Place) -> tuple[_Reply, Answer]:
        """Ask for one value until it is given or left; return what was said and meant."""
        nothing = Answer(None)
        while True:
            reply = self._reply(place)
            if reply.text == _MORE:
                self.questions.more(place)
                continue
            if reply.text in ("", _BACK) or _is_blank(reply.text):
                return reply, nothing
            said = Said(reply.text, Position("-", 0))
            answer = read_answer(place, said, self.filling.parties)
            if answer.value is not None:
                return reply, answer
            self.questions.refuse(answer)
            if reply.left:
                self.questions.dropped((reply.text,))
                return reply, nothing

    # -- what is typed

    def _reply(self, place: Place) -> _Reply:
        """Return what is typed: one line, or several where the place takes them."""
        lines: list[str] = []
        ends = 1 if place.is_list else 2
        while not lines or lines[-ends:] != [""] * ends:
            try:
                line = self._line().rstrip()
            except _LeftError:
                return _Reply(_text(lines), left=True)
            key = line.strip()
            if key.lower() in _QUIT:
                return _Reply(_text(lines), left=True)
            if not lines and (key in ("", _MORE, _BACK) or not takes_lines(place)):
                return _Reply(key)
            if key == _MORE:
                self.questions.more(place)
            elif key == _BACK:
                self._take_out(lines)
            else:
                lines.append(line)
        return _Reply(_text(lines))

    def _take_out(self, lines: list[str]) -> None:
        """Take out the last line that says something."""
        while not lines[-1]:
            lines.pop()
        self.questions.say("fill-line-undone", 1, value=lines.pop().strip())

    def _line(self) -> str:
        try:
            return str(click.prompt("", prompt_suffix=_MARK, default="", show_default=False))
        except click.Abort:  # Ctrl-C, or the end of what is typed: the line is still open
            with suppress(OSError):  # the window may be closed
                click.echo()
            raise _LeftError from None

    # -- what is written

    def _write(self, place: Place, answer: Answer, rank: int, reply: _Reply) -> None:
        """Write an answer, or stop where the file is no more what it was."""
        assert answer.value is not None
        paper = self.filling.papers[place.file]
        value, said = row(answer.value), row(reply.text)
        self._put(place.file, filled(paper, place, answer.value), (said,))
        if value != said or reply.left:
            self.questions.written(answer.value, said)
        if reply.left and takes_lines(place):
            self.questions.unfinished(self.filling.place(place.id) or place)
        self.steps.append(_Step(rank, place.file, paper.data, said))

    def _write_group(self, place: Place, given: dict[str, Value], rank: int) -> None:
        """Write the keys of a group that are given, or tell why they cannot stand alone."""
        found = read_group(place, given) if given else ()
        if found:
            self.questions.refuse(Answer(None, found))
            self.questions.dropped(given.values())
        if found or not given:
            self.steps.append(_Step(rank))
            return
        paper = self.filling.papers[place.file]
        self._put(place.file, filled(paper, place, Keys(tuple(given.items()))), given.values())
        self.steps.append(_Step(rank, place.file, paper.data, ", ".join(given)))

    def _put(self, file: str, data: bytes, said: Iterable[Value] = ()) -> None:
        """Write a file, or stop where it is no more what it was; `said` is then given back."""
        paper = self.filling.papers[file]
        refused = changed_meanwhile(paper)
        if not refused:
            _, refused = write_files({paper.path: data}, self.desk.space)
        if refused:
            if values := tuple(said):
                self.questions.dropped(values)
            click.echo()
            raise SystemExit(self.desk.tell(refused))
        if code := self._read():
            raise SystemExit(code)

    def _back(self, rank: int) -> int:
        """Go back to the question before, its answer taken out; return its rank."""
        if not self.steps:
            file = self.desk.space.shown(self.desk.space.agreement(self.name))
            self.questions.say("fill-first", 1, file=file)
            return rank
        step = self.steps.pop()
        if step.file:
            self._put(step.file, step.before)
            self.questions.say("fill-undone", 1, value=step.said)
        return step.rank


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines).rstrip("\n")


def _is_blank(said: str) -> bool:
    place = Position("")
    return blank_in(Scalar(said, place, "plain", place), "", "") is not None
