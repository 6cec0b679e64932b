"""Findings in the formats that other programs read: one function a format, from findings to text.

`check --format` and `build --format` print what they return, alone, on the standard output.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from conventassembler.cli.reports.github import to_github
from conventassembler.cli.reports.gitlab import to_gitlab
from conventassembler.cli.reports.objects import to_json
from conventassembler.cli.reports.sarif import to_sarif
from conventassembler.cli.reports.told import Told

__all__ = ["FORMATS", "TEXT", "Report", "Told"]

Report = Callable[[Sequence[Told], str], str]
"""From findings and the language of the messages, what is printed."""
TEXT = "text"
"""The name of what people read, which is no report."""
FORMATS: Mapping[str, Report] = MappingProxyType(
    {"json": to_json, "sarif": to_sarif, "github": to_github, "gitlab": to_gitlab}
)
