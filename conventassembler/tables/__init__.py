"""Tables of values: CSV, Excel and LibreOffice sheets, JSON, YAML, read into rows of one shape.

One module knows each format; whoever fills agreements from rows knows none. Rows come one by one,
so that what is made of each can be written before the next is read.
"""

from conventassembler.tables.model import MERGED, Cell, Row, Table
from conventassembler.tables.reading import (
    all_rows,
    chosen_row,
    count_rows,
    read_table,
    true_rows,
    wrong_rows,
)

__all__ = [
    "MERGED",
    "Cell",
    "Row",
    "Table",
    "all_rows",
    "chosen_row",
    "count_rows",
    "read_table",
    "true_rows",
    "wrong_rows",
]
