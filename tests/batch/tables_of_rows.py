"""Rows and tables for the tests of batches, and the same values typed in an agreement."""

import shutil
from collections.abc import Mapping

from conventassembler.build import assemble, build
from conventassembler.diagnostics import has_errors
from conventassembler.filling import fill_from, read_filling
from conventassembler.making import Stock
from conventassembler.tables import Row, Table
from conventassembler.tables.model import Cell, cell_position
from conventassembler.workspace import Workspace

FILE = "liste.csv"
NAME = "#nom"


def a_row(values: Mapping[str, str], number: int = 2) -> Row:
    """Return a row of a table of texts; a text that is empty is no cell."""
    cells = {
        name: Cell(text, cell_position(FILE, number, column))
        for column, (name, text) in enumerate(values.items(), 1)
        if text
    }
    return Row(number, cells)


def a_table(*names: str, rows: tuple[Row, ...] = ()) -> Table:
    """Return a table with these columns."""
    headers = (Cell(name, cell_position(FILE, 1, rank)) for rank, name in enumerate(names, 1))
    return Table(FILE, tuple(headers), rows)


def typed(space: Workspace, shared: Stock, agreement: str, name: str, row: Row) -> None:
    """Type the values of a row in a copy of an agreement, under `name`."""
    own, copy = space.agreement(agreement), space.agreement(name)
    shutil.copyfile(own, copy)
    if own.with_suffix("").is_dir():
        shutil.copytree(own.with_suffix(""), copy.with_suffix(""), dirs_exist_ok=True)
    filling, _ = read_filling(space, name, shared.library, shared.registry)
    assert filling is not None
    done = fill_from(filling, row, replace=True, aside=(NAME,))
    assert not has_errors(done.findings), done.findings
    for path, data in done.files.items():
        path.write_bytes(data)


def untyped(space: Workspace, name: str) -> None:
    """Take such a copy away again."""
    space.agreement(name).unlink()
    shutil.rmtree(space.agreement(name).with_suffix(""), ignore_errors=True)


def built(space: Workspace, name: str) -> dict[str, bytes]:
    """Return the files of an agreement, as `build` writes them; none where it refuses."""
    done = build(space, assemble(space, (name,)))
    return {path.name: path.read_bytes() for path in done.files}
