"""The command `watch`: builds again what changes, and tells faults as they come and go."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter, sleep

import click

from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.shell import shell_word
from conventassembler.cli.show import count, reader, render
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic, Severity, has_errors, ordered
from conventassembler.making import Findings
from conventassembler.watching import OPEN, Bench, Made, Outcome, benches, beyond, write
from conventassembler.workspace import Workspace


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


class Watch:
    """What has been told and written so far."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.told: Findings | None = None
        """What stood last; None as long as nothing was told."""
        self.known: Findings = ()
        """What stood when the acts were last made."""
        self.made: dict[str, Made] = {}
        self.outcomes: dict[str, Outcome] = {}
        """Of the agreements that nothing stands against being written."""

    def is_due(self) -> bool:
        """Tell whether files can be written now that could not be, or are no longer as written."""
        return any(one.is_due for one in self.outcomes.values())

    def tell(self, bench: Bench | Findings) -> None:
        """Build what is new in `bench`, and tell what has changed; findings say why none is."""
        self._look_at_files()
        if not isinstance(bench, Bench):
            self._compare(ordered((*self.known, *bench)))
            return
        before, self.made = self.made, dict(bench.made)
        lines = [self._build(bench, name) for name in bench.made if self._is_new(before, name)]
        gone = [name for name in before if name not in bench.made]
        for name in gone:
            self.outcomes.pop(name, None)
        standing = (one for made in bench.made.values() for one in _standing(made))
        self.known = ordered((*bench.common, *standing, *self._of_files()))
        self._compare(self.known)
        for line in lines:
            click.echo(line)
        for name in gone:
            self.desk.say("watch-left" if self._has_files(name) else "watch-gone", name=name)

    def _look_at_files(self) -> None:
        """Tell which files somebody changed since they were written, each once."""
        for name, before in self.outcomes.items():
            now = self.outcomes[name] = before.looked_at()
            for path in now.altered:
                if path not in before.altered:
                    self.desk.say("watch-altered", file=self.desk.space.shown(path), name=name)

    def _has_files(self, name: str) -> bool:
        paths = (self.desk.space.output / f"{name}{ending}" for ending in (".docx", ".md"))
        return any(map(os.path.exists, paths))  # a Path raises in a folder that is closed

    def _of_files(self) -> Iterator[Diagnostic]:
        """Yield what was found while files were written."""
        for name, outcome in self.outcomes.items():
            yield from (_as_watched(one, name) for one in outcome.findings)

    def _is_new(self, before: dict[str, Made], name: str) -> bool:
        outcome = self.outcomes.get(name)
        is_tried_again = outcome is not None and outcome.is_owed
        return is_tried_again or before.get(name) is not self.made[name]

    def _build(self, bench: Bench, name: str) -> str:
        """Write the files of an agreement unless something stands against it; return its line."""
        made = bench.made[name]
        findings = (*bench.common, *_standing(made))
        draft, paper, start = made.draft, made.prepared.stationery, perf_counter()
        before = self.outcomes.pop(name, None)
        if draft is None or paper is None or has_errors(findings):
            return self._line("watch-not-built", name, findings)
        outcome = write(self.desk.space, name, (draft, paper), findings, before)
        self.outcomes[name] = outcome
        template = "watch-built" if outcome.is_changed else "watch-same"
        seconds = made.seconds + perf_counter() - start
        every = (*findings, *outcome.findings)
        return self._line(template if outcome.files else "watch-not-built", name, every, seconds)

    def _line(self, template: str, name: str, findings: Findings, seconds: float = 0) -> str:
        counts = Counter(one.severity for one in ordered(findings))
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
        before = self.told or ()
        gone, new = beyond(before, findings), beyond(findings, before)
        for finding in gone:
            head, *_ = render(finding, finding.severity, self.desk.language, lines)
            click.echo(f"– {head}")
        for finding in new:
            head, *more = render(finding, finding.severity, self.desk.language, lines)
            if more and more[-1] in advice and not finding.accepted:
                more.pop()
            advice.update(more[-1:])
            click.echo("\n  ".join((f"+ {head}", *more)))
        if gone or new or self.told is None:
            graves = [one.severity for one in findings]
            accepted = sum(bool(one.accepted) for one in findings)
            click.echo(count(graves, self.desk.language, accepted))
        self.told = findings


def _as_watched(finding: Diagnostic, name: str) -> Diagnostic:
    """Return a finding with the remedy of who watches: no command is to be typed again."""
    if finding.code not in (*OPEN, "C006"):
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
    return ordered((*now, *beyond(before, now)))
