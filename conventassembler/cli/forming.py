"""The command `forms`: what clauses may say of a party or an office, for a drafter's eye."""

from pathlib import Path

import click

from conventassembler.build import stock
from conventassembler.cli.completing import completing, named
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.page import STEP
from conventassembler.cli.texts import text
from conventassembler.paradigm import Paradigm, paradigms


@click.command("forms", help=text("forms"), short_help=text("forms-short"))
@click.argument("party", shell_complete=completing(named))
@WORKSPACE
@LANGUAGE
def forms_command(party: str, workspace: Path | None, lang: str | None) -> None:
    """Print the forms, a table for each party; what is wrong with one comes after."""
    desk = Desk(workspace, lang)
    made, found = paradigms(desk.space, party, stock(desk.space))
    click.echo("\n\n".join(_table(one) for one in made), nl=bool(made))
    code = desk.tell(found) if found else 0
    raise SystemExit(2 if found and not made else code)


def _table(one: Paradigm) -> str:
    """Return a party's forms: the tag on the left, what it gives on the right."""
    room = max(len(tag) for tag, _ in one.rows)
    return "\n".join([one.name, *(f"{STEP}{tag:<{room}}  {words}" for tag, words in one.rows)])
