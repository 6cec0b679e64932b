"""`batch --template`: the workbook that a clerk fills, written beside the agreements."""

from pathlib import Path
from typing import Final

import click

from conventassembler.batch.foreseen import foreseen
from conventassembler.build import stock
from conventassembler.cli.desk import Desk
from conventassembler.cli.page import STEP
from conventassembler.diagnostics import Position, fault, has_errors
from conventassembler.filling import read_filling
from conventassembler.making import Findings
from conventassembler.sheets import Sheet, columns_of, sheet_of
from conventassembler.workspace import write_files

UNNAMED: Final = Path("-")
"""What the option says where no file is named."""
_ENDING: Final = ".xlsx"


def write_sheet(desk: Desk, name: str, file: Path) -> int:
    """Write the workbook of the agreement `name`; return the exit code.

    A file that is there is never replaced: somebody may have filled it.
    """
    (name,) = desk.choose((name,))
    path = sheet_path(desk.space.root, name) if file == UNNAMED else file.absolute()
    if path.suffix.lower() != _ENDING:
        named = f"{path.stem}{_ENDING}"
        raise click.UsageError(desk.text("sheet-ending").format(file=file, example=named))
    if wrong := _unfit(desk, path):
        return desk.tell(wrong)
    sheet, found = _sheet(desk, name)
    if sheet is None or desk.stops(found):
        return desk.tell(found)
    from conventassembler.sheets.book import workbook  # noqa: PLC0415 -- other batches need none

    reached = desk.reached(path)
    command = desk.typed("batch", name, "--data", reached)
    _, refused = write_files({path: workbook(sheet, command)}, desk.space)
    if refused:
        return desk.tell(refused)
    if found:
        desk.tell(found)
    desk.say("written", file=desk.space.shown(path))
    desk.say("sheet-columns", count=len(sheet.columns))
    click.echo(f"{STEP}{command}", err=desk.form != "text")
    return 0


def sheet_path(root: Path, name: str) -> Path:
    """Return where a workbook goes in `root`, its name typed with its ending or without."""
    return root / f"{name.removesuffix(_ENDING)}{_ENDING}"


def _unfit(desk: Desk, path: Path) -> Findings:
    """Return why nothing can be written there."""
    shown = desk.space.shown(path)
    place = Position(shown, 0)
    if path.exists():
        return (fault("C094", place, file=shown, name=path.name),)
    return ()


def _sheet(desk: Desk, name: str) -> tuple[Sheet | None, Findings]:
    shared = stock(desk.space)
    filling, found = read_filling(desk.space, name, shared.library, shared.registry)
    if filling is None or has_errors(found):
        return None, found
    sheet, found = sheet_of(name, filling, desk.space.shown(desk.space.agreement(name)))
    if sheet is None:
        return None, found
    columns, _ = columns_of(filling)
    return sheet, (*found, *foreseen(desk.space, name, filling, columns, shared))
