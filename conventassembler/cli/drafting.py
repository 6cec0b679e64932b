"""The command `new`: an agreement to fill."""

from pathlib import Path

import click

from conventassembler.build import Findings, draft_one, stock
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Position, fault, has_errors
from conventassembler.library import Library
from conventassembler.scaffold import new_agreement
from conventassembler.schema import nearest
from conventassembler.workspace import write_files

BLANK = "C701"
"""The finding that a value is still to be given."""


@click.command("new", help=text("new"))
@click.argument("model")
@click.argument("file")
@WORKSPACE
@LANGUAGE
def new_command(model: str, file: str, workspace: Path | None, lang: str | None) -> None:
    """Write an agreement of a model, and tell what is left to do."""
    desk = Desk(workspace, lang)
    path, refused = desk.space.new_agreement(file)
    shared = stock(desk.space)
    refused += _no_model(model, shared.library)
    if path is None or refused:
        desk.tell(refused)
        raise SystemExit(2)
    if has_errors(shared.findings):
        desk.tell(shared.findings)
        raise SystemExit(1)
    outline = shared.library.models[model]
    written = new_agreement(path.stem, outline, shared.library, shared.registry)
    _, unwritten = write_files({path: written.encode("utf-8")}, desk.space)
    if unwritten:
        desk.tell(unwritten)
        raise SystemExit(1)
    desk.say("created", file=desk.space.shown(path))
    _, found = draft_one(desk.space, path.stem, shared)
    blanks = [finding for finding in found if finding.code == BLANK]
    name = f'"{path.stem}"' if " " in path.stem else path.stem
    desk.say("to-fill", count=len(blanks), name=name)
    if others := tuple(finding for finding in found if finding.code != BLANK):
        desk.tell(others)


def _no_model(name: str, library: Library) -> Findings:
    if name in library.models or name in library.unread:
        return ()
    known = ", ".join(library.models) or "–"
    place = Position("clauses/models")
    return (fault("C414", place, name=name, known=known, **nearest(name, library.models)),)
