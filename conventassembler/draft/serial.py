"""A draft as JSON and back: what signed states, comparisons and caches keep of a convention.

The form is the model's own: an object for each dataclass, with its fields by name; a block or an
inline says its kind under `is`. A field at its default is left out, so to change a default of the
model is to change `VERSION`. Lines are sorted and short, because these files live in git.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft import model
from conventassembler.draft.model import VERSION, Draft
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_KINDS: Final[Mapping[str, type]] = {
    "title": model.Title,
    "heading": model.Heading,
    "paragraph": model.Paragraph,
    "item": model.ListItem,
    "table": model.Table,
    "signatures": model.SignatureGrid,
    "page": model.NewPage,
    "contents": model.Contents,
    "text": model.Text,
    "reference": model.Reference,
    "blank": model.Blank,
    "break": model.LineBreak,
    "note": model.Footnote,
    "field": model.Field,
}
_NAMES: Final[Mapping[type, str]] = {kind: name for name, kind in _KINDS.items()}
_SURROGATE: Final = Pattern("[\ud800-\udfff]")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _File:
    """The whole of a file."""

    version: int
    draft: Draft


def _fields(kind: type[Any]) -> Mapping[str, tuple[Any, object]]:
    """Return the type and the default of each field of a dataclass, by name."""
    hints = get_type_hints(kind, vars(model))
    return {one.name: (hints[one.name], one.default) for one in fields(kind)}


_PARTS: Final = (
    *(model.ValueMark, model.Provenance, model.Cell, model.Row, model.Signatory),
    *(model.ContentsEntry, model.HeadingNumber, model.PartyName, model.Source),
)
_FIELDS: Final = {kind: _fields(kind) for kind in (_File, Draft, *_PARTS, *_KINDS.values())}


def to_json(draft: Draft) -> str:
    """Return `draft` as JSON: the same text for the same draft, ended by a line feed."""
    content = _encoded(_File(VERSION, draft))
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def from_json(text: str, file: str = "") -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    """Return the draft that `to_json` wrote as `text`; `file` is where the text was read.

    None with one diagnostic when the text is not JSON, not a draft, or of another version.
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        return None, (fault("C521", Position(file, error.lineno, error.colno)),)
    except (ValueError, RecursionError):  # a number of thousands of digits, thousands of brackets
        return None, (fault("C521", Position(file)),)
    return _draft(content, Position(file))


def _draft(content: object, position: Position) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    try:
        version = _version(content)
        if version != VERSION:
            return None, (fault("C523", position, version=version, known=VERSION),)
        return _record(_File, content, "").draft, ()
    except _MalformedError as error:
        return None, (fault("C522", position, place=error.place),)
    except RecursionError:
        return None, (fault("C522", position, place="draft.blocks"),)


class _MalformedError(Exception):
    """What was read has not the form of the model; never leaves this module."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def _version(content: object) -> int:
    """Return the version, which is read before anything else of `content`."""
    version = content.get("version") if isinstance(content, dict) else None
    if type(version) is not int:
        raise _MalformedError("version")
    return version


def _encoded(value: object) -> object:
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    if not is_dataclass(value):
        return value
    kind = type(value)
    record: dict[str, object] = {"is": _NAMES[kind]} if kind in _NAMES else {}
    for name, (_, default) in _FIELDS[kind].items():
        if (held := getattr(value, name)) != default:
            record[name] = _encoded(held)
    return record


def _decoded(form: Any, value: object, place: str) -> Any:
    """Return `value` as the type `form` of a field.

    Raises:
        _MalformedError: `value` is of another type.
    """
    origin = get_origin(form)
    if origin is tuple and isinstance(value, list):
        item = get_args(form)[0]
        return tuple(_decoded(item, one, f"{place}[{n}]") for n, one in enumerate(value))
    if origin in {Union, UnionType}:
        return _chosen(get_args(form), value, place)
    if origin is Literal and isinstance(value, str) and value in get_args(form):
        return value
    if is_dataclass(form) and isinstance(form, type):
        return _record(form, value, place)
    if type(value) is form and not (isinstance(value, str) and _SURROGATE.search(value)):
        return value
    raise _MalformedError(place)


def _chosen(forms: tuple[Any, ...], value: object, place: str) -> object:
    """Return `value` as the one type of a union that it says it is."""
    if value is None and NoneType in forms:
        return None
    named = {_NAMES.get(form): form for form in forms if form is not NoneType}
    kind = value.get("is") if isinstance(value, dict) else None
    form = next(iter(named.values())) if set(named) == {None} else named.get(str(kind))
    if form is None:
        raise _MalformedError(place)
    return _decoded(form, value, place)


def _record(kind: type[_T], value: object, place: str) -> _T:
    """Return `value` as the dataclass `kind`; a field without a default must be there."""
    if not isinstance(value, dict):
        raise _MalformedError(place)
    known = _FIELDS[kind]
    for name in value.keys() - known.keys():
        if name != "is" or value[name] != _NAMES.get(kind):
            raise _MalformedError(f"{place}.{name}")
    held = {}
    for name, (form, default) in known.items():
        inner = f"{place}.{name}".removeprefix(".")
        if name in value:
            held[name] = _decoded(form, value[name], inner)
        elif default is MISSING:
            raise _MalformedError(inner)
    return kind(**held)
