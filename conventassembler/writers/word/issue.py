"""How a file goes out: its status, and what is asked for it on top of the text of the draft."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["brouillon", "relecture", "final"]


@dataclass(frozen=True, slots=True)
class Issue:
    """What one run asks of the files that it makes; nothing of it changes a word of the act."""

    status: Status = "brouillon"
    """A `brouillon` lists its blanks on page 1; it and a `relecture` are marked « PROJET »."""
    version: str = ""
    """As the user names it, « 3 »; empty where there is none."""
    day: date | None = None
    """The day that the user gives it; never that of the clock."""
    line_numbers: bool = False
    """Whether the lines are numbered in the margin, for a review on paper."""
    annotated: bool = False
    """Whether comments tell each clause's variant and basis."""
