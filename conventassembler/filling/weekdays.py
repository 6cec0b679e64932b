"""The weekday typed with a day: it says whether the day is the one that is meant.

Below `rows`. An act prints no weekday: that of the cell would be lost, and the slip with it.
"""

import re
from datetime import date

from conventassembler.diagnostics import Position, fault
from conventassembler.french.dates import WEEKDAYS
from conventassembler.patterns import Pattern
from conventassembler.schema.types import Findings

_LED = Pattern(rf"\s*(?:le\s+)?(?P<weekday>{'|'.join(WEEKDAYS)})\s+(?P<day>\S.*)", re.IGNORECASE)


def of_another_weekday(text: str, day: str, place: Position) -> Findings:
    """Return that a text which means `day`, in the form of files, says another weekday."""
    found = _LED.fullmatch(text)
    right = WEEKDAYS[date.fromisoformat(day).weekday()] if found else ""
    if found is None or found["weekday"].lower() == right:
        return ()
    words = {"weekday": found["weekday"], "right": right, "day": found["day"].strip()}
    return (fault("C783", place, **words),)
