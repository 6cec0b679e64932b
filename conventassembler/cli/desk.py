"""One run of a command: its workspace, its language, and what it tells."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path

import click

from conventassembler.cli.colours import coloured, wanted
from conventassembler.cli.language import spoken
from conventassembler.cli.reports import FORMATS, TEXT, report
from conventassembler.cli.shell import shell_word
from conventassembler.cli.show import count, reader, render
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic, Position, Severity, fault, severity
from conventassembler.diagnostics.wording import LANGUAGES
from conventassembler.locking import Work, hold
from conventassembler.workspace import (
    Workspace,
    behind_links,
    closed,
    find_workspace,
    reached,
)
from conventassembler.workspace.folders import folders_of

Findings = tuple[Diagnostic, ...]

PATH = click.Path(path_type=Path, readable=False)
"""A path as it is typed: whether it can be read is ours to tell."""
WORKSPACE = click.option("--workspace", type=PATH, help=text("workspace"), metavar="DIR")
FORMAT = click.option(
    "--format", "form", type=click.Choice((TEXT, *FORMATS)), default=TEXT, help=text("format")
)
LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), help=text("language"))


class Desk:
    """One run of a command: its workspace, its language, and what it has told so far."""

    def __init__(
        self,
        workspace: Path | None,
        language: str | None,
        *,
        final: bool = False,
        strict: bool = False,
        form: str = TEXT,
    ) -> None:
        self.language = language or spoken()
        self.final = final
        self.strict = strict
        self.form = form
        self.stopped = False
        self.advice: set[str] = set()
        self.space = self._open(workspace)
        self.named = workspace if workspace and self._is_elsewhere() else None
        self.lines = reader(self.space.root)

    def again(self) -> "Desk":
        """Return the same that has told nothing yet."""
        other = copy(self)
        other.stopped, other.advice = False, set()
        return other

    def _open(self, folder: Path | None) -> Workspace:
        here = current_folder(self.language)
        start = folder or here
        space = find_workspace(start)
        if space is None or (folder and space.root != behind_links(folder)):
            lost = fault(
                "C001",
                Position(start.as_posix(), 0),
                folder=start,
                **_inside(start, named=bool(folder)),
            )
            self._refuse(closed(start, start.as_posix()) or (lost,), start)
            raise SystemExit(2)
        if shut := space.closed():
            self._refuse(shut, space.root)
            raise SystemExit(1)
        return space

    def _is_elsewhere(self) -> bool:
        """Tell whether commands typed in this folder work on another workspace, or on none."""
        here = find_workspace(current_folder(self.language))
        return here is None or here.root != self.space.root

    def _refuse(self, findings: Findings, folder: Path) -> None:
        """Tell why there is no workspace to work in."""
        if self.form == TEXT:
            refuse(findings, self.language)
        else:
            self._report(findings, [Severity.ERROR] * len(findings), folder)

    def choose(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the agreements that were asked for; names that mean nothing are misuse."""
        chosen, unknown = self.space.choose(names)
        if unknown:
            self.tell(tuple(map(self._as_document, unknown)))
            raise SystemExit(2)
        return chosen

    def _as_document(self, unknown: Diagnostic) -> Diagnostic:
        """Return what is told of a name that no agreement has: it may be a document of a batch."""
        from conventassembler.batch.manifest import batch_of  # noqa: PLC0415 -- rarely needed

        name = unknown.arguments.get("name", "")
        made_of = batch_of(self.space.root, name)
        if unknown.code != "C004" or made_of not in self.space.names():
            return unknown
        known = unknown.arguments["known"]
        return fault("C004", unknown.position, name=name, known=known, agreement=made_of)

    def chosen(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the agreements that were asked for; where there is none at all, say so."""
        chosen = self.choose(names)
        if not chosen:
            self.say("no-agreement")
        return chosen

    @contextmanager
    def holding(self, names: Sequence[str], work: Work) -> Iterator[None]:
        """Hold agreements while the block runs; where somebody else does, tell who, and stop."""
        with hold(self.space, names, work) as held:
            if held:
                self.tell(held)
                raise SystemExit(1)
            yield

    def tell(self, findings: Findings, headed: Mapping[int, str] | None = None) -> int:
        """Print findings and their count; return the exit code that they call for.

        `headed` has what people read before the finding of an index.
        """
        graves = [severity(finding, final=self.final) for finding in findings]
        if self.form == TEXT:
            self._print(findings, graves, headed or {})
        else:
            self._report(findings, graves, self.space.root)
        self.stopped = self.stopped or Severity.ERROR in graves
        return int(self.stopped or (self.strict and Severity.WARNING in graves))

    def _report(self, findings: Findings, graves: list[Severity], root: Path) -> None:
        """Print findings for another program."""
        from conventassembler.cli.reports.told import told  # noqa: PLC0415 -- people read texts

        named = told(zip(findings, graves, strict=True), root, Path.cwd())
        if data := report(self.form)(named, self.language):
            give(data)

    def _print(self, findings: Findings, graves: list[Severity], headed: Mapping[int, str]) -> None:
        """Print findings for people."""
        for rank, (finding, grave) in enumerate(zip(findings, graves, strict=True)):
            if head := headed.get(rank):
                click.echo(head + "\n", err=True)
            *told, remedy = render(finding, grave, self.language, self.lines)
            # The same advice once is enough: ten blanks have one remedy.
            told += [] if remedy in self.advice and not finding.accepted else [remedy]
            self.advice.add(remedy)
            click.echo(coloured(told, grave) + "\n", err=True, color=wanted())
        if findings:
            accepted = sum(bool(finding.accepted) for finding in findings)
            click.echo(count(graves, self.language, accepted), err=True)
        else:
            self.say("good")

    def stops(self, findings: Findings) -> bool:
        """Tell whether `findings` keep files from being written; nothing is printed."""
        graves = {severity(finding, final=self.final) for finding in findings}
        return Severity.ERROR in graves or (self.strict and Severity.WARNING in graves)

    def text(self, name: str) -> str:
        """Return one of the command line's own texts."""
        return text(name, self.language)

    def typed(self, *words: str) -> str:
        """Return a command as it is typed next, from the folder that this one was typed in."""
        there = ("--workspace", shell_word(str(self.named))) if self.named else ()
        return " ".join(("conventassembler", *map(shell_word, words), *there))

    def reached(self, path: Path) -> str:
        """Return how a file of the workspace is reached from the folder that one is in."""
        return str(self.space.root / path) if self.named else reached(path)

    def say(self, name: str, /, **arguments: object) -> None:
        """Print one of the command line's own texts, beside what another program reads."""
        click.echo(self.text(name).format(**arguments), err=self.form != TEXT)


def refuse(findings: Findings, language: str) -> None:
    """Print why there is no workspace to work in."""
    for finding in findings:
        click.echo("\n".join(render(finding, Severity.ERROR, language, lambda _: ())), err=True)


def current_folder(language: str) -> Path:
    """Return the current folder; where there is none any more, nothing typed means anything."""
    try:
        return Path.cwd()
    except OSError as problem:
        refuse((fault("C017", Position("."), reason=problem.strerror),), language)
        raise SystemExit(2) from None


def give(data: str) -> None:
    """Print what other programs read: in UTF-8, whatever the terminal speaks (RFC 8259, 8.1)."""
    click.echo(data.encode("utf-8", "replace"))


def _inside(folder: Path, *, named: bool) -> dict[str, str]:
    """Return the `suggestion` argument of a finding: how the only workspace in `folder` is told."""
    there = [one for one in folders_of(folder) if _is_workspace(one)]
    if len(there) != 1:
        return {}
    way = "--workspace" if named else "cd"
    words = there[0].as_posix() if named else there[0].name
    return {"suggestion": f"{way} {shell_word(words)}"}


def _is_workspace(folder: Path) -> bool:
    return find_workspace(folder) == Workspace(behind_links(folder))
