"""`constats acceptés`: findings that an agreement accepts, each with its reason."""

from collections.abc import Iterator
from typing import ClassVar

from conventassembler.diagnostics import CODES, Code, Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema import ListType, RecordType, SettledType, TextType, declare, nearest
from conventassembler.schema.pick import items, place, text
from conventassembler.schema.types import JsonSchema, Reading, ScalarType
from conventassembler.source import Scalar
from conventassembler.values import Origin, Record, Text


@dataclass(frozen=True, slots=True)
class FindingType(ScalarType):
    """The code of a finding that may be accepted: « C721 »."""

    name: ClassVar[str] = "constat"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:  # noqa: ARG002
        """Return the code in capitals."""
        faults = tuple(unaccepted(node.text, node.position))
        return (None, faults) if faults else (Text(code_named(node.text), origin), ())

    def json_schema(self) -> JsonSchema:
        """Return the enumeration of the codes that may be accepted."""
        return {"enum": [row.code for row in CODES.values() if row.can_be_accepted]}


_TEXT = SettledType(TextType())
ACCEPTANCE = RecordType(
    (
        declare("finding", SettledType(FindingType()), "Code du constat : C721.", required=True),
        declare("about", _TEXT, "Mots que cite le constat, s'il n'est pas accepté partout."),
        declare("reason", _TEXT, "Pourquoi il est accepté.", required=True),
    ),
    title="acceptance",
    blank=False,
)
"""A finding that stands, and why."""
ACCEPTANCES = SettledType(ListType(ACCEPTANCE))


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One finding that an agreement accepts."""

    code: str
    reason: str
    position: Position
    about: str = ""
    """Words that the finding quotes; empty for every finding of that code."""


def acceptances(record: Record) -> tuple[Acceptance, ...]:
    """Return what the key `constats acceptés` of a record says; faulty items say nothing."""
    return _read(items(record, "accepted", Record))


@recalled
def _read(records: tuple[Record, ...]) -> tuple[Acceptance, ...]:
    return tuple(_each(records))


def _each(records: tuple[Record, ...]) -> Iterator[Acceptance]:
    for one in records:
        code, reason = text(one, "finding"), text(one, "reason")
        if code is not None and reason is not None:
            yield Acceptance(str(code), str(reason), place(one), str(text(one, "about") or ""))


def code_named(written: str) -> str:
    """Return a code as the table has it, of one that may be typed in small letters."""
    return written.strip().upper()


def unaccepted(written: str, position: Position) -> Iterator[Diagnostic]:
    """Yield why the code `written` can neither be accepted nor be given another level."""
    name = code_named(written)
    row: Code | None = CODES.get(name)
    if row is None:
        yield fault("C726", position, name=written.strip(), **nearest(name, CODES))
    elif not row.can_be_accepted:
        yield fault("C727", position, name=name)
