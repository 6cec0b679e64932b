"""The command `watch`: builds again what changes, and tells faults as they come and go."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, sleep

import click

from conventassembler.build import Assembled, build
from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.shell import shell_word
from conventassembler.cli.show import count, reader, render
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic, Position, Severity, fault, has_errors, ordered
from conventassembler.draft.model import Draft
from conventassembler.making import Findings
from conventassembler.obstacles import are_closed
from conventassembler.stationery import Stationery
from conventassembler.watching import Bench, Made, benches
from conventassembler.workspace import Workspace

Key = tuple[object, ...]
_OPEN = ("C067", "C068")
"""The findings that a program has a document open."""


@click.command("watch", help=text("watch"), short_help=text("watch-short"))
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=completing(agreements))
@WORKSPACE
@LANGUAGE
def watch_command(names: tuple[str, ...], workspace: Path | None, lang: str | None) -> None:
    """Build, then wait for changes, until Ctrl-C."""
    desk = Desk(workspace, lang)
    desk.choose(names)
    desk.say("watch-begins", folder=desk.space.root)
    watch = Watch(desk)
    try:
        for bench in benches(desk.space, chosen(desk.space, names), sleep, watch.is_due):
            watch.tell(bench)
    except KeyboardInterrupt:
        desk.say("watch-ends")


def chosen(space: Workspace, names: tuple[str, ...]) -> Callable[[], tuple[str, ...]]:
    """Return the function that says which agreements are asked for, as far as they are there."""
    wanted = frozenset(space.choose(names)[0]) if names else frozenset()
    return lambda: tuple(name for name in space.names() if not names or name in wanted)


def lost(space: Workspace) -> Diagnostic:
    """Return the finding that the folders of the workspace are gone."""
    return fault("C061", Position(space.root.as_posix(), 0))


class Watch:
    """What has been told and written so far."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.told: Findings = ()
        self.made: dict[str, Made] = {}
        self.written: dict[str, tuple[Draft, Stationery]] = {}
        self.refused: dict[str, Findings] = {}
        self.held: dict[str, tuple[Path, ...]] = {}
        """The documents of an agreement that a program had open."""

    def is_due(self) -> bool:
        """Tell whether the documents of an agreement that were open are closed now."""
        return any(are_closed(files) for files in self.held.values())

    def tell(self, bench: Bench | None) -> None:
        """Build what is new in `bench`, and tell what has changed; None: the folders are gone."""
        if bench is None:
            self._compare((*self.told, lost(self.desk.space)))
            return
        before, self.made = self.made, dict(bench.made)
        lines = [self._build(bench, name) for name in bench.made if self._is_new(before, name)]
        gone = [name for name in before if name not in bench.made]
        for name in gone:
            self.written.pop(name, None)
            self.refused.pop(name, None)
            self.held.pop(name, None)
        refused = (one for found in self.refused.values() for one in found)
        standing = (one for made in bench.made.values() for one in _standing(made))
        self._compare(ordered((*bench.common, *standing, *refused)))
        for line in lines:
            click.echo(line)
        for name in gone:
            self.desk.say("watch-gone", name=name)

    def _is_new(self, before: dict[str, Made], name: str) -> bool:
        return before.get(name) is not self.made[name] or name in self.refused

    def _build(self, bench: Bench, name: str) -> str:
        """Write the files of an agreement unless something stands against it; return its line."""
        made = bench.made[name]
        findings = (*bench.common, *_standing(made))
        draft, paper, start = made.draft, made.prepared.stationery, perf_counter()
        if draft is None or paper is None or has_errors(findings):
            return self._line("watch-not-built", name, findings)
        if self.written.get(name) == (draft, paper):
            return self._line("watch-same", name, findings)
        own = ordered(one for one in findings if one.accepted)
        built = build(
            self.desk.space, Assembled({name: draft}, {name: paper}, findings, {name: own})
        )
        self._keep(name, built.findings)
        if not built.files:
            return self._line("watch-not-built", name, (*findings, *built.findings))
        self.written[name] = (draft, paper)
        seconds = made.seconds + perf_counter() - start
        return self._line("watch-built", name, (*findings, *built.findings), seconds)

    def _keep(self, name: str, found: Findings) -> None:
        """Keep what stood against writing, and which documents are to be looked at again."""
        self.refused.pop(name, None)
        self.held.pop(name, None)
        if found:
            self.refused[name] = tuple(_as_watched(one, name) for one in found)
        if held := [one.position.file for one in found if one.code in _OPEN]:
            self.held[name] = tuple(self.desk.space.root / file for file in held)

    def _line(self, template: str, name: str, findings: Findings, seconds: float = 0) -> str:
        counts = Counter(one.severity for one in findings)
        words = {
            "errors": self._counted("watch-error", counts[Severity.ERROR]),
            "warnings": self._counted("watch-warning", counts[Severity.WARNING]),
            "seconds": self._decimal(seconds),
        }
        return self.desk.text(template).format(name=name, **words)

    def _counted(self, word: str, number: int) -> str:
        """Return a number with its word; none is a singular in French and a plural in English."""
        single = number == 1 or (number == 0 and self.desk.language == "fr")
        return self.desk.text(word if single else f"{word}s").format(count=number)

    def _decimal(self, seconds: float) -> str:
        said = f"{seconds:.{1 if seconds >= 1 else 2}f}"
        return said.replace(".", ",") if self.desk.language == "fr" else said

    def _compare(self, findings: Findings) -> None:
        """Print the findings that are new, the places of those that are gone, and the count."""
        lines, advice = reader(self.desk.space.root), set[str]()
        gone, new = _beyond(self.told, findings), _beyond(findings, self.told)
        for finding in gone:
            head, *_ = render(finding, finding.severity, self.desk.language, lines)
            click.echo(f"– {head}")
        for finding in new:
            head, *more = render(finding, finding.severity, self.desk.language, lines)
            if more and more[-1] in advice:
                more.pop()
            advice.update(more[-1:])
            click.echo("\n  ".join((f"+ {head}", *more)))
        if gone or new or not self.told:
            graves = [one.severity for one in findings]
            accepted = sum(bool(one.accepted) for one in findings)
            click.echo(count(graves, self.desk.language, accepted))
        self.told = findings


def _as_watched(finding: Diagnostic, name: str) -> Diagnostic:
    """Return a finding with the remedy of who watches: closing the document is enough."""
    if finding.code not in _OPEN:
        return finding
    words = {**finding.arguments, "watched": shell_word(name)}
    return replace(finding, arguments=words)


def _standing(made: Made) -> Findings:
    """Return what is found in an agreement, with what only an act that is composed could tell.

    While an error keeps it from being composed, what was told of its text before is not gone.
    """
    now = made.prepared.findings
    if made.draft is not None:
        return now
    before = (one for one in made.good.findings if one.severity is not Severity.ERROR)
    return ordered((*now, *_beyond(before, now)))


def _beyond(findings: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those of `findings` that `others` have not; a line that only moved is the same."""
    left = Counter(map(_key, others))
    found = []
    for one in findings:
        if left[_key(one)]:
            left[_key(one)] -= 1
        else:
            found.append(one)
    return found


def _key(finding: Diagnostic) -> Key:
    facts = tuple(sorted(finding.arguments.items()))
    return finding.code, finding.position.file, facts, finding.accepted, finding.severity
