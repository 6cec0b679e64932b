"""What spreadsheets make of percentages that are typed or pasted into their cells.

Below `rows`. A sheet keeps 20 % as 0.2, and shows it as its format says.
"""

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.patterns import Pattern
from conventassembler.schema import PercentageType
from conventassembler.schema.types import Findings
from conventassembler.source import Scalar
from conventassembler.tables import Cell
from conventassembler.values import Origin, Percentage

MARK = " ?"
"""Behind a number in the file of refused rows that may be such a fraction: all there is text."""
_ALL = 100
_MARKED = Pattern(r"(?P<number>-?[01](?:[.,]\d+)?)\s?\?")


def maybe_fraction(cell: Cell) -> Diagnostic | None:
    """Return that a number may be the fraction as which a percentage is kept: 0.2 for 20 %.

    One that comes back as it was marked, among rows that were refused, still may.
    """
    marked = _MARKED.fullmatch(cell.text)
    text = marked["number"] if marked else cell.text
    value = float(text.replace(",", ".")) if cell.number or marked else 0
    if not 0 < abs(value) <= 1:
        return None
    example = f"{value * 100:.6g} %".replace(".", ",")
    return fault("C058", cell.position, value=text, example=example)


def one_sign(text: str) -> str:
    """Return « 20 % » of « 20 %% », as LibreOffice keeps it.

    It types a sign of its own behind the first figure in a cell of percentages.
    """
    return text.removesuffix("%") if text.endswith("%%") else text


def beyond(type_: PercentageType, text: str, cell: Cell) -> Findings:
    """Return that a percentage is above 100 where nothing declares how much it may be.

    A 20 that is pasted into cells of percentages becomes 2000 % there.
    """
    if type_.max is not None:
        return ()
    at = cell.position
    value, _ = type_.parse(Scalar(text, at, "quoted", at), Origin(""), "")
    above = isinstance(value, Percentage) and value > _ALL
    return (fault("C239", at, value=text),) if above else ()
