"""What the row of the example says in each column, as it is written and as a person types it."""

from dataclasses import replace
from datetime import date

from conventassembler.filling import Filling, Place
from conventassembler.sheets.columns import SheetColumn, column_for, made_up
from conventassembler.sheets.kinds import TEXT, Value, cells_of
from conventassembler.tables.model import percentage


def shown(column: SheetColumn) -> Value:
    """Return what the example says in a column; an empty text where it says nothing."""
    cells = cells_of(column.type)
    if cells.format != TEXT:
        return cells.example
    return column.example or next(iter(column.choices), "") or cells.example


def samples(filling: Filling, header: str, place: Place) -> tuple[str, ...]:
    """Return what the example may say of a value, as a person would type it.

    A workbook may be older than what the agreement says now. Nothing comes back where the value is
    chosen from a list: many rows choose alike.
    """
    column = column_for(filling, header, place, names=False)
    said = (shown(column), shown(replace(column, example=made_up(place))))
    percent = "%" in cells_of(column.type).format
    typed = dict.fromkeys(_typed(one, percent=percent) for one in said)
    return () if column.choices else tuple(filter(None, typed))


def _typed(value: Value, *, percent: bool) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, str):
        return value
    return percentage(f"{value}") if percent else f"{value:.12g}".replace(".", ",")
