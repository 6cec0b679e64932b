"""The command `init`: a workspace to begin with."""

from pathlib import Path

import click

from conventassembler.cli.desk import LANGUAGE
from conventassembler.cli.page import STEP
from conventassembler.cli.show import render
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic, Severity
from conventassembler.diagnostics.wording import language_of
from conventassembler.starter import start

NEXT = ("conventassembler list", "conventassembler build")
"""What a newcomer types first: what there is, then the example's documents."""
ILL_CHOSEN = {"C010", "C012", "C013"}
"""The findings that the folder is no place for a workspace: misuse, where a full disk is none."""


@click.command("init", help=text("init"))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@LANGUAGE
def init_command(folder: Path, lang: str | None) -> None:
    """Make a workspace, and tell what to type next."""
    language = lang or language_of()
    started = start(folder)
    for finding in started.findings:
        _refuse(finding, language)
    if started.findings:
        raise SystemExit(2 if ILL_CHOSEN & {finding.code for finding in started.findings} else 1)
    click.echo(text("init-made", language).format(folder=folder))
    for path in started.kept:
        click.echo(text("init-kept", language).format(file=path.name))
    click.echo(text("init-next", language))
    for line in (*_change_to(folder), *NEXT):
        click.echo(STEP + line)


def _refuse(finding: Diagnostic, language: str) -> None:
    click.echo("\n".join(render(finding, Severity.ERROR, language, lambda _: ())), err=True)


def _change_to(folder: Path) -> tuple[str, ...]:
    if folder.resolve() == Path.cwd():
        return ()
    name = str(folder)
    return (f'cd "{name}"' if " " in name else f"cd {name}",)
