"""The options of `build` for what goes out, and the order that they make together."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

import click

from conventassembler.cli.desk import PATH
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.office import Kind
from conventassembler.sending import PLAIN, SENT, Order
from conventassembler.workspace import Workspace
from conventassembler.writers.word import Issue, Status

_MOST: Final = 40
"""Signs of a version: more would not stand at the foot of a page beside the rest."""
_WORD: Final = re.compile(r"version\s+(?=\S)", re.IGNORECASE)
"""What the foot of the page says by itself."""
_EXAMPLE: Final = "2026-11-15"


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


_OPTIONS: Final = (
    click.option("--status", type=click.Choice(get_args(Status)), help=text("send-status")),
    click.option("--final", is_flag=True, help=text("send-final")),
    click.option("--version", metavar="TEXT", help=text("send-version")),
    click.option("--date", metavar="AAAA-MM-JJ", help=text("send-date")),
    click.option("--to", type=PATH, metavar="DIR", help=text("send-to")),
    click.option("--annotate", is_flag=True, help=text("send-annotate")),
    click.option("--line-numbers", is_flag=True, help=text("send-lines")),
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


def asked(options: dict[str, Any]) -> Asked:
    """Return the options that click gives to a command, with their types."""
    return Asked(**options)


def order_of(asked: Asked, space: Workspace) -> tuple[Order, tuple[Diagnostic, ...]]:
    """Return what a run is to make, and what is typed wrongly: then there is nothing to make."""
    if not asked.any:
        return PLAIN, ()
    day = _day(asked.date)
    folder = (asked.to or space.root / SENT).resolve()
    found = (*_contradictions(asked), *_unfit(asked, day), *_misplaced(asked.to, folder, space))
    version = _WORD.sub("", (asked.version or "").strip())
    issue = Issue(asked.going_out, version, day, asked.line_numbers, asked.annotate)
    kinds = tuple(kind for kind, wanted in asked.wanted.items() if wanted)
    return Order(issue, folder, kinds, asked.pages), found


def _contradictions(asked: Asked) -> Iterator[Diagnostic]:
    if asked.final and asked.status not in (None, "final"):
        yield fault("C022", Position("--final"), status=asked.status)
    if asked.pdf and asked.pdfa:
        yield fault("C024", Position("--pdfa"))
    if asked.annotate and asked.going_out == "final":
        yield fault("C029", Position("--annotate"))


def _unfit(asked: Asked, day: date | None) -> Iterator[Diagnostic]:
    """Yield what cannot stand at the foot of a page."""
    if asked.date is not None and day is None:
        yield fault("C023", Position("--date"), typed=asked.date, example=_turned(asked.date))
    version = asked.version
    if version is not None and (
        not version.strip() or not version.isprintable() or len(version) > _MOST
    ):
        yield fault("C027", Position("--version"), typed=version, most=_MOST)


def _misplaced(to: Path | None, folder: Path, space: Workspace) -> Iterator[Diagnostic]:
    if to is None:
        return
    output = space.output.resolve()
    if folder.is_relative_to(output):
        yield fault("C025", Position("--to"), folder=space.shown(output))
    elif folder.is_file():
        yield fault("C026", Position("--to"), folder=space.shown(folder))


def _day(typed: str | None) -> date | None:
    """Return the day that `typed` writes, 2026-11-15, or None."""
    return _of(*typed.split("-")) if typed and re.fullmatch(r"\d{4}-\d\d-\d\d", typed) else None


def _turned(typed: str) -> str:
    """Return the date that was most likely meant: 15/11/2026 is 2026-11-15."""
    match = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", typed.strip())
    day = _of(match[3], match[2], match[1]) if match else None
    return day.isoformat() if day else _EXAMPLE


def _of(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
