"""The command `schema`: what an editor must know of the files of a workspace."""

import json
from pathlib import Path

import click

from conventassembler.build import stock
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk, give
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Position, fault
from conventassembler.editors.files import known_in, write_schemas
from conventassembler.editors.schemas import KINDS, schema_of
from conventassembler.schema import nearest
from conventassembler.source import fold

_FRENCH = {
    "convention": "agreement",
    "partie": "party",
    "données": "data",
    "modèle": "model",
    "réglages": "settings",
}
"""The kinds as a clerk calls them."""


@click.command("schema", help=text("schema"), short_help=text("schema-short"))
@click.argument("kind", default=KINDS[0])
@click.option("--write", is_flag=True, help=text("schema-write"))
@WORKSPACE
@LANGUAGE
def schema_command(kind: str, *, write: bool, workspace: Path | None, lang: str | None) -> None:
    """Print one schema, or write them all; the faults of the library are left to `check`."""
    desk = Desk(workspace, lang)
    chosen = _chosen(kind, desk)
    shared = stock(desk.space)
    if not write:
        schema = schema_of(chosen, known_in(desk.space, shared.library, shared.registry))
        give(json.dumps(schema, ensure_ascii=False, indent=2))
        return
    files, changed, refused = write_schemas(desk.space, shared.library, shared.registry)
    if refused:
        raise SystemExit(desk.tell(refused))
    for path in files:
        desk.say("written" if path in changed else "unchanged", file=desk.space.shown(path))
    desk.say("schema-next")


def _chosen(typed: str, desk: Desk) -> str:
    """Return the kind that was typed; another word is misuse."""
    kinds = {fold(name): name for name in KINDS} | {fold(name): _FRENCH[name] for name in _FRENCH}
    if fold(typed) in kinds:
        return kinds[fold(typed)]
    known = (*_FRENCH, *KINDS)
    words = {"name": typed, "known": ", ".join(known), **nearest(typed, known)}
    desk.tell((fault("C040", Position(f"schema {typed}", 0), **words),))
    raise SystemExit(2)
