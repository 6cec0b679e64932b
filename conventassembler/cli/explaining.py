"""The command `explain`: why an act says what it says."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from conventassembler.build import stock
from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk, give
from conventassembler.cli.page import Page, width
from conventassembler.cli.show import render
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Position
from conventassembler.explain import Explanation, Told, explain, to_json
from conventassembler.source import fold

SHOWN_AT_ONCE = 3
"""Places of the same words that are explained; of more, only a list is of use."""
_FIRST_WORDS = 160
"""Characters of a paragraph that are enough to know it by."""
_BEFORE = 6
"""Words of a paragraph that are shown before those that were asked for."""
_PARAGRAPHS = 3
"""Paragraphs of an article that are shown so."""


@click.command("explain", help=text("explain"), short_help=text("explain-short"))
@click.argument("name", shell_complete=completing(agreements))
@click.argument("place", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help=text("json"))
@WORKSPACE
@LANGUAGE
def explain_command(
    name: str, place: tuple[str, ...], *, as_json: bool, workspace: Path | None, lang: str | None
) -> None:
    """Explain one part of an act, or each where its words stand in a few places."""
    desk = Desk(workspace, lang)
    (chosen,) = desk.choose((name,))
    asked = " ".join(place)
    answer = explain(desk.space, chosen, asked, stock(desk.space))
    if answer.findings:
        desk.tell(answer.findings)
        raise SystemExit(2 if answer.misused else 1)
    if as_json:
        told = to_json(chosen, asked, answer.explanations)
        give(json.dumps(told, ensure_ascii=False, indent=2))
        return
    page = _Told(desk)
    page.answer(answer.explanations, asked)
    click.echo("\n".join(page.lines))


class _Told(Page):
    """The page that says it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(width())
        self.desk = desk

    def answer(self, explanations: tuple[Explanation, ...], asked: str) -> None:
        """Tell all of them, or list them where they are many."""
        called = {one.called for one in explanations}
        if len(explanations) > SHOWN_AT_ONCE and len(called) > 1:
            self._say("several", 0, count=len(explanations))
            for one in explanations:
                where = _around(" ".join(one.reads), asked)
                self.item(self._text("at", called=one.called, reads=where), 1)
            return
        for one in explanations:
            self.gap()
            self._one(one)

    def _one(self, one: Explanation) -> None:
        self.write(one.called)
        reads = [words for words in one.reads if words != one.called]
        for words in reads[:_PARAGRAPHS]:
            self.write(f"« {_cut((words,))} »", 1)
        if len(reads) > _PARAGRAPHS:
            self.write("…", 1)
        self._made(one)
        if one.entry:
            self._say("entry", 1, place=_at(one.entry))
        self._list("conditions", (self._text("condition", words=each) for each in one.conditions))
        self._values("parameters", one.parameters)
        self._values("values", one.values)
        self._list("agreed", (self._agreed(each.expression, each.shown) for each in one.agreed))
        self._references(one)
        self._findings(one)

    def _made(self, one: Explanation) -> None:
        made = one.made
        if made is None:
            self._say("own", 1)
            return
        first, last = made.lines
        words = {"variant": made.variant, "title": made.title, "file": made.file}
        self._say("clause", 1, **words, first=first, last=last)
        self._say("choose", 1, words=made.choose_when)
        if made.basis:
            self._say("basis", 1, words=" ; ".join(made.basis))
        if made.reviewed:
            self._say("reviewed", 1, day=made.reviewed)

    def _values(self, name: str, values: Iterable[Told]) -> None:
        told = tuple(values)
        if told:
            self._say(name, 1)
        for one in told:
            source = self._text(one.source, place=_at(one.position) if one.position else "")
            said = "value" if one.typed else "valueless"
            words = {"key": one.key, "typed": _cut((one.typed,)), "source": source}
            self.item(self._text(said, **words), 2)
            changed = [words for words in one.shown if fold(words) not in fold(one.typed)]
            if changed:
                self._say("shown", 3, words=" ; ".join(f"« {_cut((each,))} »" for each in changed))

    def _agreed(self, expression: str, shown: str) -> str:
        return self._text("made", expression=expression, words=f"« {shown} »")

    def _references(self, one: Explanation) -> None:
        refers = (
            self._text("reference", words=each.words, heading=each.heading, place=_behind(each))
            for each in one.refers
        )
        referred = (
            self._text("back", heading=each.heading, place=_behind(each)) for each in one.referred
        )
        self._list("refers", refers)
        self._list("referred", referred)

    def _findings(self, one: Explanation) -> None:
        self._say("found" if one.findings else "checked", 1, count=len(one.rules))
        for each in one.findings:
            head, *_, last = render(each, each.severity, self.desk.language, lambda _: ())
            self.item(head, 2)
            if each.accepted:
                self.write(last.strip(), 3)

    def _list(self, name: str, lines: Iterator[str]) -> None:
        found = tuple(lines)
        if found:
            self._say(name, 1)
        for line in found:
            self.item(line, 2)

    def _say(self, name: str, level: int, **words: object) -> None:
        self.write(self._text(name, **words), level)

    def _text(self, name: str, **words: object) -> str:
        return self.desk.text(f"explain-{name}").format(**words)


def _cut(words: tuple[str, ...]) -> str:
    """Return the first words of a paragraph on one line."""
    line = " ".join(" ".join(words).split())
    return line if len(line) <= _FIRST_WORDS else line[:_FIRST_WORDS].rsplit(" ", 1)[0] + "…"


def _around(text: str, asked: str) -> str:
    """Return `text` from a few words before those that were asked for, cut."""
    words, wanted = text.split(), fold(asked)
    tails = (at for at in range(len(words)) if fold(" ".join(words[at:])).startswith(wanted))
    start = max(0, next(tails, 0) - _BEFORE)
    return "…" * bool(start) + _cut((" ".join(words[start:]),))


def _at(position: Position) -> str:
    return f"{position.file}:{position.line}" if position.line else position.file


def _behind(one: object) -> str:
    position = getattr(one, "position", None)
    return f" ({_at(position)})" if isinstance(position, Position) else ""
