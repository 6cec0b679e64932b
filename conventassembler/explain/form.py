"""Explanations as JSON, for other programs: the keys are those of the records."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.explain.model import Explanation

VERSION = 1
"""Version of the form; it changes when an old reader could not read a new answer."""


def to_json(name: str, typed: str, explanations: Iterable[Explanation]) -> dict[str, object]:
    """Return what `explain` answers about the agreement `name`, as JSON values."""
    return {
        "version": VERSION,
        "agreement": name,
        "asked": typed,
        "found": [_plain(one) for one in explanations],
    }


def _plain(value: object) -> object:
    match value:
        case Position():
            return {"file": value.file, "line": value.line or None}
        case Diagnostic():
            arguments = dict(value.arguments)
            return {"code": value.code, "position": _plain(value.position), "arguments": arguments}
        case tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
