"""The types whose values are days: date, dates. ISO only, so that 04/05 is never misread."""

import re
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from conventassembler.diagnostics import fault
from conventassembler.french import dates
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema.shapes import wrong_shape
from conventassembler.schema.types import Findings, JsonSchema, Reading, ScalarType, either_blank
from conventassembler.source import MappingNode, Node, Scalar, SequenceNode
from conventassembler.values import BlankKind, Date, Origin

_ISO = Pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FIGURES = Pattern(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = Pattern(r"([0-9]{4})[/. -]([0-9]{1,2})[/. -]([0-9]{1,2})")


_LED = Pattern(r"(?:le\s+)?(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+|dimanche\s+)?", re.IGNORECASE)
"""What leads a day in running text: « le vendredi 18 décembre 2026 »."""


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def meant(text: str) -> date | None:
    """Return the day that a text in another form most likely means (French order, French words).

    Of a year in two figures, « 31 janvier 27 », it is that of this century.
    """
    day = _said(text)
    return day and dates.with_full_year(day)


def is_short(text: str) -> bool:
    """Tell whether the year of a day is typed in fewer than four figures: « 31 janvier 27 »."""
    day = _said(text)
    return day is not None and day.year < dates.FIRST_YEAR


def _said(text: str) -> date | None:
    """Return the day that a text says to the letter: « 31 janvier 27 » is of the year 27."""
    if match := _FIGURES.fullmatch(text):
        return _day(match[3], match[2], match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(match[1], match[2], match[3])
    return dates.read_date(_LED.sub("", text, count=1))


@dataclass(frozen=True, slots=True)
class DateType(ScalarType):
    """One day: year, month, day."""

    name: ClassVar[str] = "date"
    awaits: ClassVar[BlankKind] = "date"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return a `Date`."""
        text = node.text.strip()
        match = _ISO.fullmatch(text)
        day = _day(*match.groups()) if match else None
        if day and day.year >= dates.FIRST_YEAR:
            return Date(day, origin), ()
        turned = _day(match[1], match[3], match[2]) if match and not day else meant(text)
        turned = turned and dates.with_full_year(turned)
        extra = {"suggestion": turned.isoformat()} if turned else {}
        code = "C213" if match and not day else "C212"
        return None, (fault(code, node.position, label=label, value=text, **extra),)

    def json_schema(self) -> JsonSchema:
        """Return the schema of an ISO date."""
        return either_blank({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})

    def show(self, value: object) -> str:
        """Return « 1er juin 2025 »."""
        return dates.write_date(value) if isinstance(value, date) else str(value)

    def read_back(self, text: str) -> object:
        """Return the day that `text` writes."""
        return dates.read_date(text)


@dataclass(frozen=True, slots=True)
class DatesType:
    """The days of one act: one date, or a list of dates."""

    name: ClassVar[str] = "dates"

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return a tuple of `Date` and blanks, or None with faults."""
        if isinstance(node, SequenceNode) and node.items:
            return self._read_all(node.items, path, label)
        if isinstance(node, SequenceNode):
            return None, (fault("C107", node.position, label=label),)
        if isinstance(node, MappingNode):
            return None, wrong_shape(node, label, "C104")
        value, found = DateType().read(node, path, label)
        return (None if value is None else (value,)), found

    def _read_all(self, items: Iterable[Node], path: str, label: str) -> Reading:
        readings = [
            DateType().read(item, f"{path}[{index}]", label) for index, item in enumerate(items, 1)
        ]
        found: Findings = tuple(item for _, some in readings for item in some)
        values = tuple(value for value, _ in readings if value is not None)
        return (values or None), found

    def json_schema(self) -> JsonSchema:
        """Return the schema of one date or several."""
        one = DateType().json_schema()
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}

    def show(self, value: object) -> str:
        """Return « 15 et 16 décembre 2025 »."""
        days = [day for day in value if isinstance(day, date)] if isinstance(value, tuple) else []
        return dates.write_dates(days)

    def read_back(self, text: str) -> object:
        """Return the days that `text` writes."""
        return dates.read_dates(text)
