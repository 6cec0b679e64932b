"""The command `init`: a workspace to begin with."""

from pathlib import Path

import click

from conventassembler.cli.desk import LANGUAGE, PATH, current_folder, refuse
from conventassembler.cli.language import spoken
from conventassembler.cli.page import STEP
from conventassembler.cli.shell import shell_word
from conventassembler.cli.texts import text
from conventassembler.editors.renewing import renew_schemas
from conventassembler.starter import start
from conventassembler.workspace import Workspace, behind_links

NEXT = ("conventassembler list", "conventassembler build")
"""What a newcomer types first: what there is, then the example's documents."""
ILL_CHOSEN = {"C010", "C012", "C013", "C070"}
"""The findings that the folder is no place for a workspace: misuse, where a full disk is none."""


@click.command("init", help=text("init"), short_help=text("init-short"))
@click.argument("folder", metavar="DIR", type=PATH)
@LANGUAGE
def init_command(folder: Path, lang: str | None) -> None:
    """Make a workspace, and tell what to type next."""
    language = lang or spoken()
    here = current_folder(language)
    started = start(folder)
    refuse(started.findings, language)
    if started.findings:
        raise SystemExit(2 if ILL_CHOSEN & {finding.code for finding in started.findings} else 1)
    renew_schemas(Workspace(behind_links(folder)), always=True)
    click.echo(text("init-made", language).format(folder=folder))
    for path in started.kept:
        click.echo(text("init-kept", language).format(file=path.name))
    click.echo(text("init-next", language))
    for line in (*_change_to(folder, here), *NEXT):
        click.echo(STEP + line)
    click.echo(text("init-menu", language))


def _change_to(folder: Path, here: Path) -> tuple[str, ...]:
    if behind_links(folder) == behind_links(here):
        return ()
    name = str(folder)
    return (f"cd {shell_word(f'./{name}' if name.startswith('-') else name)}",)
