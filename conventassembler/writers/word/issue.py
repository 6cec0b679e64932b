"""How a file goes out: its status, and what is asked for it on top of the text of the draft."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from conventassembler.french.dates import write_date
from conventassembler.french.grammar import NBSP
from conventassembler.frozen import dataclass

Status = Literal["brouillon", "relecture", "final"]

_NAMES: Final[Mapping[Status, str]] = MappingProxyType(
    {"brouillon": "projet", "relecture": "projet soumis à relecture", "final": ""}
)


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
    accepted: tuple[str, ...] = ()
    """Findings of the checks that the act accepts, each with its reason, for its reviewers."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """Page of each heading by the name of its bookmark, for the table of contents; empty: that
    table has no pages."""

    @property
    def mention(self) -> str:
        """What the foot of each page says: « Projet – version 3 – 15 novembre 2026 ».

        A final act without a version says nothing: a day alone could be taken for that of the
        signature.
        """
        version = f"version{NBSP}{self.version}" if self.version else ""
        day = write_date(self.day) if self.day else ""
        if self.status == "final" and not version:
            return ""
        words = " – ".join(filter(None, (_NAMES[self.status], version, day)))
        return words[:1].upper() + words[1:]
