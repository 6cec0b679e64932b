"""What is known of an act: what it was made of, what was made, and what was found.

Kept as JSON, so that it can be nothing but words.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any, Final

from conventassembler.caching import store
from conventassembler.caching.contents import digest_of
from conventassembler.diagnostics import CODES, Diagnostic, Position, Severity
from conventassembler.frozen import dataclass
from conventassembler.workspace import Workspace

Findings = tuple[Diagnostic, ...]
_KIND: Final = "acts"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one act."""

    program: str
    inputs: Mapping[str, str]
    beside: Mapping[str, str]
    """The logos that the settings name."""
    shared: Findings
    """What was found in what all acts are made of."""
    found: Findings
    """What was found in the act itself."""
    sent: Findings = ()
    """What was found while its files were made."""
    outputs: Mapping[str, str] = field(default_factory=dict)
    """Its files, by path from the root; none where it was only checked."""


def read_record(workspace: Workspace, name: str) -> Record | None:
    """Return what is known of an act, or None."""
    data = store.read(_KIND, _key(workspace, name))
    if data is None:
        return None
    try:
        return _record(json.loads(data))
    except (ValueError, TypeError, KeyError):
        return None


def write_record(workspace: Workspace, name: str, record: Record) -> None:
    """Keep what is known of an act."""
    told = {
        "program": record.program,
        "inputs": dict(record.inputs),
        "beside": dict(record.beside),
        "outputs": dict(record.outputs),
        "shared": _told(record.shared),
        "found": _told(record.found),
        "sent": _told(record.sent),
    }
    data = json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")
    store.write(_KIND, _key(workspace, name), data)


def _key(workspace: Workspace, name: str) -> str:
    return digest_of((str(workspace.root), name))


def _record(told: dict[str, Any]) -> Record:
    contents = [dict(told[key]) for key in ("inputs", "beside", "outputs")]
    shared, found, sent = (tuple(map(_finding, told[key])) for key in ("shared", "found", "sent"))
    return Record(told["program"], contents[0], contents[1], shared, found, sent, contents[2])


def _told(findings: Iterable[Diagnostic]) -> list[list[Any]]:
    return [
        [
            one.code,
            [one.position.file, one.position.line, one.position.column, one.position.cell],
            dict(one.arguments),
            one.level.name if one.level else None,
            one.accepted,
        ]
        for one in findings
    ]


def _finding(told: list[Any]) -> Diagnostic:
    code, place, arguments, level, accepted = told
    _ = CODES[code]
    grave = Severity[level] if level else None
    return Diagnostic(code, Position(*place), MappingProxyType(arguments), grave, accepted)
