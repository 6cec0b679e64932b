"""Findings in the formats that other programs read: one function a format, from findings to text.

`check --format` and `build --format` print what they return, alone, on the standard output.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from conventassembler.cli.reports.told import Told

__all__ = ["FORMATS", "TEXT", "Report", "report"]

Report = Callable[[Sequence["Told"], str], str]
"""From findings and the language of the messages, what is printed."""
TEXT = "text"
"""The name of what people read, which is no report."""
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "json": "objects:to_json",
        "sarif": "sarif:to_sarif",
        "github": "github:to_github",
        "gitlab": "gitlab:to_gitlab",
    }
)
"""Module and name of what writes each: a run loads one of them at most."""


def report(name: str) -> Report:
    """Return what writes the format of that name."""
    module, _, function = FORMATS[name].partition(":")
    return cast("Report", getattr(import_module(f"{__name__}.{module}"), function))
