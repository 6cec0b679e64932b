"""Colours of what is told on a terminal; in a file or another program there are none.

Nothing is said by colour alone: it only leads the eye from a fault to what to do about it.
"""

import os
from collections.abc import Sequence
from typing import Final

import click

from conventassembler.diagnostics import Severity

_HEADS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_REMEDY, _CARET = "green", "red"


def coloured(lines: Sequence[str], severity: Severity) -> str:
    """Return the lines of one finding: its head, its caret and what to do stand out."""
    head, *others = lines
    return "\n".join([click.style(head, fg=_HEADS[severity]), *map(_shade, others)])


def wanted() -> bool | None:
    """Return what click is to do with colours: none with NO_COLOR, else as the terminal can."""
    return False if os.environ.get("NO_COLOR") else None


def _shade(line: str) -> str:
    if line.strip() == "^":
        return click.style(line, fg=_CARET)
    return click.style(line, fg=_REMEDY) if line.lstrip().startswith("→") else line
