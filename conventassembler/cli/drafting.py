"""The command `new`: an agreement to fill."""

from collections.abc import Mapping
from pathlib import Path

import click

from conventassembler.beginning import begin
from conventassembler.build import stock
from conventassembler.cli.completing import completing, models
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.shell import shell_word
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic, Severity, has_errors
from conventassembler.editors.files import write_schemas
from conventassembler.filenames import plain_name
from conventassembler.library.names import named_model
from conventassembler.workspace import write_files

STILL_BLANK = "C701"
"""The finding that a value is still to be given."""
DECIDING_BLANK = "C501"
"""The finding that one still to be given decides what the text says: it goes when it is given."""


@click.command("new", help=text("new"), short_help=text("new-short"))
@click.argument("model", shell_complete=completing(models))
@click.argument("file")
@WORKSPACE
@LANGUAGE
def new_command(model: str, file: str, workspace: Path | None, lang: str | None) -> None:
    """Write an agreement of a model, and tell what is left to do."""
    desk = Desk(workspace, lang)
    path, refused = desk.space.new_agreement(file)
    shared = stock(desk.space)
    id_, unknown = named_model(shared.library, model, desk.space.shown(desk.space.clauses))
    if path is None or refused or unknown:
        desk.tell((*refused, *unknown))
        raise SystemExit(2)
    if has_errors(shared.findings):
        desk.tell(shared.findings)
        raise SystemExit(1)
    begun = begin(desk.space, path, shared.library.models[id_], shared)
    if has_errors(finding for finding in begun.findings if finding.code != DECIDING_BLANK):
        desk.say("refused-model", model=id_)
        desk.tell(begun.findings)
        raise SystemExit(1)
    with desk.holding((path.stem,), "new"):
        _write(begun.files, desk)
    write_schemas(desk.space, shared.library, shared.registry)  # a comfort: no refusal is told
    blanks = [finding for finding in begun.findings if finding.code == STILL_BLANK]
    if not path.stem.isascii() or shell_word(path.stem) != path.stem:
        desk.say("plain-name", name=path.stem, plain=plain_name(path.stem))
    said = "to-fill" if len(begun.files) == 1 else "to-fill-all"
    desk.say(said, count=len(blanks), command=desk.typed("check", path.stem))
    desk.say("to-fill-by-questions", command=desk.typed("fill", path.stem))
    if others := tuple(finding for finding in begun.findings if _grave(finding)):
        desk.tell(others)


def _grave(finding: Diagnostic) -> bool:
    """Tell whether a finding about a file just made is told at once: remarks wait for `check`."""
    return finding.code != STILL_BLANK and finding.severity is not Severity.NOTE


def _write(files: Mapping[Path, bytes], desk: Desk) -> None:
    """Write the files of an agreement, or stop where one of them is there or cannot be written."""
    if there := desk.space.standing(files):
        desk.tell(there)
        raise SystemExit(2)
    _, unwritten = write_files(files, desk.space)
    if unwritten:
        desk.tell(unwritten)
        raise SystemExit(1)
    for path in files:
        desk.say("created", file=desk.space.shown(path))
