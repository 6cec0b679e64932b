"""How far a long command is: one line on a terminal, with its rate and what is left; else nothing.

It is written on the error output, over itself, a few times a second.
"""

import sys
import time
from typing import Final

import click

from conventassembler.cli.texts import text

_PAUSE: Final = 0.2
"""Seconds between two states of the line."""
_SURE: Final = 1.0
"""Seconds after which a rate says something."""
_MINUTE: Final = 60
_KEPT: Final = ("made", "known")
"""The states of rows whose files are there afterwards."""


class Progress:
    """The progress line of one command; where nobody looks, it counts and shows nothing."""

    def __init__(self, total: int, language: str, *, shown: bool | None = None) -> None:
        self.total = total
        self.language = language
        self.shown = sys.stderr.isatty() if shown is None else shown
        self.done = 0
        self.kept = 0
        """Rows whose files are kept: that which goes on need not make them."""
        self.worked = 0
        """Rows that were made, and not merely found again: the rate is theirs."""
        self._begun = 0.0
        """When the first was made: what came before is no part of the rate."""
        self._last = time.monotonic()
        self._width = 0

    def step(self, state: str) -> None:
        """Count a row; the line is written anew when it is time."""
        self.done += 1
        self.kept += state in _KEPT
        now = time.monotonic()
        if state != "known":
            self._begun = self._begun or now
            self.worked += 1
        if self.shown and now - self._last >= _PAUSE:
            self._last = now
            self._write(self._line(now - self._begun))

    def close(self) -> None:
        """Take the line away."""
        if self._width:
            self._write("")
            click.echo("\r", err=True, nl=False)
        self._width = 0

    def _line(self, seconds: float) -> str:
        rate = (self.worked - 1) / seconds if self.worked > 1 and seconds > _SURE else 0.0
        left = (self.total - self.done) / rate if rate else 0.0
        words = {"done": self.done, "total": self.total}
        if not rate:
            rows = "batch-progress-row" if self.done == 1 else "batch-progress-rows"
            return text(rows, self.language).format(**words)
        template = text("batch-progress", self.language)
        return template.format(**words, rate=self._decimal(rate), left=self._time(left))

    def _decimal(self, rate: float) -> str:
        said = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
        return said.replace(".", ",") if self.language == "fr" else said

    def _time(self, seconds: float) -> str:
        if seconds < 2 * _MINUTE:
            return text("batch-seconds", self.language).format(count=round(seconds))
        return text("batch-minutes", self.language).format(count=round(seconds / _MINUTE))

    def _write(self, line: str) -> None:
        click.echo("\r" + line.ljust(self._width), err=True, nl=False)
        self._width = len(line)
