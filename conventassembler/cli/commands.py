"""The commands `build`, `check` and `schema`."""

import json
from pathlib import Path

import click

from conventassembler import __version__
from conventassembler.agreement import agreement_schema
from conventassembler.build import Assembled, Findings, assemble, build, severity
from conventassembler.cli.show import count, reader, render
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Position, Severity, fault
from conventassembler.diagnostics.wording import LANGUAGES, language_of
from conventassembler.workspace import Workspace, find_workspace

_NAMES = click.argument("names", metavar="[NAME]...", nargs=-1)
_WORKSPACE = click.option(
    "--workspace", type=click.Path(path_type=Path), help=text("workspace"), metavar="DIR"
)
_LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), help=text("language"))
_FINAL = click.option("--final", is_flag=True, help=text("final"))
_STRICT = click.option("--strict", is_flag=True, help=text("strict"))


@click.group(help=text("program"), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s", help=text("version"))
def cli() -> None:
    """Gather the commands."""


@cli.command("build", help=text("build"))
@_NAMES
@_WORKSPACE
@_LANGUAGE
@_FINAL
@_STRICT
def build_command(
    names: tuple[str, ...], workspace: Path | None, lang: str | None, final: bool, strict: bool
) -> None:
    """Assemble, then write when nothing stands against it."""
    desk = _Desk(workspace, lang, final=final, strict=strict)
    assembled = desk.assemble(names)
    code = desk.tell(assembled.findings)
    if code:
        desk.say("kept")
        raise SystemExit(code)
    built = build(desk.space, assembled)
    code = desk.tell(built.findings) if built.findings else code
    if desk.stopped:
        desk.say("kept")
    for path in built.files:
        name = "written" if path in built.changed else "unchanged"
        desk.say(name, file=desk.space.shown(path))
    raise SystemExit(code)


@cli.command("check", help=text("check"))
@_NAMES
@_WORKSPACE
@_LANGUAGE
@_FINAL
@_STRICT
def check_command(
    names: tuple[str, ...], workspace: Path | None, lang: str | None, final: bool, strict: bool
) -> None:
    """Assemble, tell, write nothing."""
    desk = _Desk(workspace, lang, final=final, strict=strict)
    raise SystemExit(desk.tell(desk.assemble(names).findings))


@cli.command("schema", help=text("schema"))
def schema_command() -> None:
    """Print the JSON Schema of agreement files."""
    click.echo(json.dumps(agreement_schema(), ensure_ascii=False, indent=2))


class _Desk:
    """One run of a command: its workspace, its language, and what it has told so far."""

    def __init__(
        self, workspace: Path | None, language: str | None, *, final: bool, strict: bool
    ) -> None:
        self.language = language or language_of()
        self.final = final
        self.strict = strict
        self.stopped = False
        self.advice: set[str] = set()
        self.space = self._open(workspace)
        self.lines = reader(self.space.root)

    def _open(self, folder: Path | None) -> Workspace:
        start = folder or Path.cwd()
        space = find_workspace(start)
        if space is None or (folder and space.root != folder.resolve()):
            lost = fault("C001", Position(start.as_posix()), folder=start)
            told = render(lost, Severity.ERROR, self.language, lambda _: ())
            click.echo("\n".join(told), err=True)
            raise SystemExit(2)
        return space

    def assemble(self, names: tuple[str, ...]) -> Assembled:
        """Return what was assembled; names that mean nothing are misuse."""
        chosen, unknown = self.space.choose(names)
        if unknown:
            self.tell(unknown)
            raise SystemExit(2)
        if not chosen:
            self.say("no-agreement")
        return assemble(self.space, chosen)

    def tell(self, findings: Findings) -> int:
        """Print findings and their count; return the exit code that they call for."""
        graves = [severity(finding, final=self.final) for finding in findings]
        for finding, grave in zip(findings, graves, strict=True):
            *told, remedy = render(finding, grave, self.language, self.lines)
            # The same advice once is enough: ten blanks have one remedy.
            told += [] if remedy in self.advice else [remedy]
            self.advice.add(remedy)
            click.echo("\n".join(told) + "\n", err=True)
        if findings:
            click.echo(count(graves, self.language), err=True)
        else:
            self.say("good")
        self.stopped = self.stopped or Severity.ERROR in graves
        return int(self.stopped or (self.strict and Severity.WARNING in graves))

    def say(self, name: str, **arguments: object) -> None:
        """Print one of the command line's own texts."""
        click.echo(text(name, self.language).format(**arguments))
