"""The options of `build` for what goes out, and the order that they make together."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from conventassembler.cli.desk import PATH
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.french import dates
from conventassembler.frozen import dataclass
from conventassembler.office import Kind
from conventassembler.patterns import Pattern
from conventassembler.sending import PLAIN, SENT, Order
from conventassembler.source import fold
from conventassembler.windows import as_windows, here, unnameable
from conventassembler.workspace import Workspace, behind_links
from conventassembler.writers.word import Issue, Status

_MOST: Final = 40
"""Signs of a version: more would not stand at the foot of a page beside the rest."""
_WORD: Final = Pattern(r"version(\s+|$)", re.IGNORECASE)
"""What the foot of the page says by itself, at the beginning of what is typed."""
_SPACES: Final = Pattern(r"[ \u00a0\u202f]+")
_EXAMPLE: Final = "2026-11-15"
_FRENCH_ORDER: Final = Pattern(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})")
_YEAR_FIRST: Final = Pattern(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})")
_STATUSES: Final = {"projet": "brouillon", "draft": "brouillon", "definitif": "final"}
"""What a status is called elsewhere, on the act itself for the first."""


if TYPE_CHECKING:
    _Choice = click.Choice[str]
else:
    _Choice = click.Choice  # no generic before click 8.2


class _StatusChoice(_Choice):
    """A status, whatever its case and accents; « projet », which the act is marked with, too."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the status that is meant."""
        typed = fold(str(value))
        return super().convert(_STATUSES.get(typed, typed), param, ctx)


@dataclass(frozen=True, slots=True)
class Asked:
    """The options as they were typed."""

    status: Status | None
    final: bool
    version: str | None
    date: str | None
    to: Path | None
    annotate: bool
    line_numbers: bool
    pages: bool
    pdf: bool
    pdfa: bool
    odt: bool

    @property
    def any(self) -> bool:
        """Whether something goes out: `build` alone writes in `output/`."""
        named = (self.status, self.version, self.date, self.to)
        return any(one is not None for one in named) or any(
            (self.final, self.annotate, self.line_numbers, self.pages, *self.wanted.values())
        )

    @property
    def wanted(self) -> dict[Kind, bool]:
        """What LibreOffice is to make."""
        return {"pdf": self.pdf, "pdfa": self.pdfa, "odt": self.odt}

    @property
    def going_out(self) -> Status:
        """The status that was asked for."""
        return "final" if self.final else self.status or "brouillon"


_STATUS: Final = (
    click.option("--status", type=_StatusChoice(get_args(Status)), help=text("send-status")),
    click.option("--final", is_flag=True, help=text("send-final")),
    click.option("--version", metavar="TEXT", help=text("send-version")),
    click.option("--date", metavar="YYYY-MM-DD", help=text("send-date")),
)
_LOOKS: Final = (
    click.option("--annotate", is_flag=True, help=text("send-annotate")),
    click.option("--line-numbers", is_flag=True, help=text("send-lines")),
)
_OPTIONS: Final = (
    *_STATUS,
    click.option("--to", type=PATH, metavar="DIR", help=text("send-to")),
    *_LOOKS,
    click.option("--pages", is_flag=True, help=text("send-pages")),
    click.option("--pdf", is_flag=True, help=text("send-pdf")),
    click.option("--pdfa", is_flag=True, help=text("send-pdfa")),
    click.option("--odt", is_flag=True, help=text("send-odt")),
)


def sending_options(command: Callable[..., None]) -> Callable[..., None]:
    """Return `command` with the options that fill an `Asked`, in the order of its help."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def batch_options(command: Callable[..., None]) -> Callable[..., None]:
    """Return `command` with those of the options that are of each document of a batch."""
    for option in reversed((*_STATUS, *_LOOKS)):
        command = option(command)
    return command


def asked(options: dict[str, Any]) -> Asked:
    """Return the options that click gives to a command, with their types."""
    return Asked(**options)


def order_of(asked: Asked, space: Workspace) -> tuple[Order, tuple[Diagnostic, ...]]:
    """Return what a run is to make, and what is typed wrongly: then there is nothing to make."""
    if not asked.any:
        return PLAIN, ()
    day = _day(asked.date)
    folder = behind_links(asked.to or space.root / SENT)
    found = (
        *_contradictions(asked),
        *_unfit(asked, day),
        *_likely_slips(asked, space),
        *_misplaced(asked.to, folder, space),
    )
    issue = Issue(asked.going_out, _version(asked), day, asked.line_numbers, asked.annotate)
    kinds = tuple(kind for kind, wanted in asked.wanted.items() if wanted)
    return Order(issue, folder, kinds, asked.pages), found


def _contradictions(asked: Asked) -> Iterator[Diagnostic]:
    if asked.final and asked.status not in (None, "final"):
        yield fault("C022", Position("--final", 0), status=asked.status)
    if asked.pdf and asked.pdfa:
        yield fault("C024", Position("--pdfa", 0))
    if asked.annotate and asked.going_out == "final":
        yield fault("C029", Position("--annotate", 0))


def _likely_slips(asked: Asked, space: Workspace) -> Iterator[Diagnostic]:
    """Yield what would be taken for something else than was meant."""
    version = _version(asked)
    if version in space.names():
        yield fault("C031", Position("--version", 0), name=version)
    if asked.date and not version and asked.going_out == "final":
        yield fault("C030", Position("--date", 0))


def _unfit(asked: Asked, day: date | None) -> Iterator[Diagnostic]:
    """Yield what cannot stand at the foot of a page."""
    if asked.date is not None and day is None:
        yield fault("C023", Position("--date", 0), typed=asked.date, example=_turned(asked.date))
    version = _version(asked)
    if asked.version is not None and not (version.isprintable() and 0 < len(version) <= _MOST):
        yield fault("C027", Position("--version", 0), typed=asked.version, most=_MOST)


def _version(asked: Asked) -> str:
    """Return the version without its name, as « 3 bis » from « Version 3 bis » of a Word file."""
    typed = _SPACES.sub(" ", asked.version or "").strip()
    return typed[match.end() :] if (match := _WORD.match(typed)) else typed


def _misplaced(to: Path | None, folder: Path, space: Workspace) -> Iterator[Diagnostic]:
    if to is None:
        return
    kept = (space.output, space.agreements, space.clauses, space.templates)
    taken = [one for one in map(behind_links, kept) if folder.is_relative_to(one)]
    if here() and (wrong := next(unnameable(as_windows(to)), None)):
        yield fault("C070", Position("--to", 0), part=wrong)
    elif _is_file(folder):
        yield fault("C026", Position("--to", 0), folder=space.shown(folder))
    elif taken or folder == behind_links(space.root):
        where = taken[0] if taken else folder
        yield fault("C025", Position("--to", 0), folder=space.shown(where))


def _is_file(path: Path) -> bool:
    """Tell whether `path` is a file; what no one may ask about is told when it is written."""
    with suppress(OSError):
        return path.is_file()
    return False


def _day(typed: str | None) -> date | None:
    """Return the day that `typed` writes, 2026-11-15, or None."""
    day = _of(*typed.split("-")) if typed and re.fullmatch(r"\d{4}-\d\d-\d\d", typed) else None
    return day if day and day.year >= dates.FIRST_YEAR else None


def _turned(typed: str) -> str:
    """Return the date that was most likely meant: of 15/11/2026, 2026-11-5 or its words."""
    text = typed.strip()
    match = _FRENCH_ORDER.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    day = _of(match["year"], match["month"], match["day"]) if match else dates.read_date(text)
    day = day and dates.with_full_year(day)
    return day.isoformat() if day else _EXAMPLE


def _of(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
