"""The workbook that a clerk fills: a column for each value that the conventions differ by.

After `filling`, which knows the values and what a column may be called; `batch --template` writes
it. What it says is French: it goes to whoever fills the table. `book.py` alone knows XlsxWriter.
"""

from conventassembler.sheets.columns import Sheet, columns_of, sheet_of
from conventassembler.sheets.samples import samples

__all__ = ["Sheet", "columns_of", "samples", "sheet_of"]
