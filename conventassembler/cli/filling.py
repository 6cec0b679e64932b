"""The command `fill`: an agreement filled by questions, or from a row of a table."""

from pathlib import Path

import click

from conventassembler.agreement import load_parties
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.dialogue import Dialogue
from conventassembler.cli.texts import text
from conventassembler.library import load_library


@click.command("fill", help=text("fill"), short_help=text("fill-short"))
@click.argument("file", metavar="FILE")
@WORKSPACE
@LANGUAGE
def fill_command(file: str, *, workspace: Path | None, lang: str | None) -> None:
    """Ask for what is blank."""
    desk = Desk(workspace, lang)
    (name,) = desk.choose((file,))
    library, _ = load_library(desk.space.clauses, desk.space.root)
    registry, _ = load_parties(desk.space.registry, desk.space.root)
    raise SystemExit(Dialogue(desk, name, library, registry).run())
