"""The values of a clause: what an entry and its file of values give, typed by its parameters.

Called by `choose` for each entry. What an entry gives its clause hangs on nothing but both, on the
parties that there are and, for few clauses, on the court of the act: rows share it.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from conventassembler.agreement import unknown_parties
from conventassembler.agreement.model import Argument, DataFile, Entry
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.data import NO_FILES, DataValues
from conventassembler.draft.places import place_of, suggestion
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.library.model import Parameter, Variant
from conventassembler.schema import CourtType
from conventassembler.schema.former import told_former
from conventassembler.schema.types import Reading
from conventassembler.source import Node, identifier
from conventassembler.values import Blank, CourtName, PartyId

Findings = tuple[Diagnostic, ...]
_NOTHING: Final[Mapping[str, object]] = {}
"""The values of an entry that has no clause."""


@dataclass(frozen=True, slots=True)
class ActValues:
    """What clauses may name of the act that they stand in."""

    parties: Mapping[str, str] = field(default_factory=dict)
    """Keys of the parties, by id."""
    court: CourtName | Blank | None = None
    """The court that the law gives the act."""
    misplaced: bool = False
    """Whether a place of performance is unknown: its fault is told, and no other follows."""
    alone: "ActValues | None" = None
    """The same without the court; None where it has none."""

    @property
    def without_court(self) -> "ActValues":
        """What clauses may name that do not ask for the court."""
        return self.alone or self


@recalled
def act_values(
    parties: Mapping[str, str], court: CourtName | Blank | None, misplaced: bool
) -> ActValues:
    """Return what clauses may name of an act: one object for all acts that have the same."""
    return ActValues(parties, court, misplaced, _alone(parties))


@recalled
def _alone(parties: Mapping[str, str]) -> ActValues:
    return ActValues(parties, None, misplaced=True)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The values of one clause."""

    values: Mapping[str, object]
    """By Jinja name of the parameter."""
    findings: Findings
    """What is wrong with them, or lacking."""
    of_file: Findings
    """What is wrong with the keys of the file of values."""
    asks_court: bool
    """Whether something of it hangs on the court of the act."""


def arguments(
    act: ActValues, entry: Entry, variant: Variant | None, file: DataFile | None
) -> Arguments:
    """Return the typed values of a variant's parameters; `file` is that which the entry names.

    Those of an entry without clause are none.
    """
    alone = _arguments(act.without_court, entry, variant, file)
    return _arguments(act, entry, variant, file) if alone.asks_court else alone


@recalled
def _arguments(
    act: ActValues, entry: Entry, variant: Variant | None, file: DataFile | None
) -> Arguments:
    data = DataValues({file.name: file} if file else NO_FILES)
    reader = _Reader(act, data)
    values = reader.values(entry, variant)
    findings, of_file = tuple(reader.findings), tuple(data.findings)
    return Arguments(values, findings, of_file, reader.asks_court)


@dataclass(slots=True)
class _Reader:
    """Types the values of one clause, collecting what is wrong on the way."""

    act: ActValues
    data: DataValues
    findings: list[Diagnostic] = field(default_factory=list)
    asks_court: bool = False

    def tell(self, code: str, position: Position, **arguments: object) -> None:
        """Keep one finding."""
        self.findings.append(fault(code, position, **arguments))

    def values(self, entry: Entry, variant: Variant | None) -> Mapping[str, object]:
        """Return the typed values of the variant's parameters, the missing ones told."""
        shared = dict(self.data.given(entry, variant))
        if variant is None:
            for argument in entry.values if entry.clause is None else ():
                self.tell("C404", argument.key_position, key=argument.key)
            return _NOTHING
        given: dict[str, Argument] = {}
        meant = _meant(variant, *[argument.key for argument in entry.values])
        for argument, known in zip(entry.values, meant, strict=True):
            name = known.name if known else self._unknown_argument(argument, variant)
            given.setdefault(name, argument)
        return {
            name: self._value(parameter, given.get(name) or shared.get(name), entry)
            for name, parameter in variant.parameters.items()
        }

    def _unknown_argument(self, argument: Argument, variant: Variant) -> str:
        """Tell a key that no parameter has; return the parameter that once had it, or nothing."""
        parameters = variant.parameters.values()
        if former := told_former(parameters, argument.key, argument.key_position):
            self.findings.append(former)
            return identifier(former.arguments["name"])
        keys = [parameter.key for parameter in parameters]
        self.tell(
            "C406",
            argument.key_position,
            key=argument.key,
            clause=variant.id,
            known=", ".join(keys) or "–",
            **suggestion(argument.key, keys),
        )
        return ""

    def _value(self, parameter: Parameter, argument: Argument | None, entry: Entry) -> object:
        """Return one parameter's value: typed, or its default, or None with a finding."""
        if argument is not None:
            path = argument.path or f"{entry.path}.with.{parameter.name}"
            value, findings = _read(parameter, argument.node, path, self.act.parties)
            self.findings.extend(self._of_court(item) for item in findings)
            return value
        default = parameter.default
        absent = isinstance(default, PartyId) and str(default) not in self.act.parties
        if parameter.required or absent:
            self.findings.extend(self.data.lacking(parameter, entry))
        elif isinstance(parameter.type, CourtType) and parameter.default is None:
            return self._court(entry)
        return parameter.default

    def _court(self, entry: Entry) -> CourtName | Blank | None:
        """Return the court of the act for a parameter that is given none."""
        self.asks_court = True
        if self.act.court is None and not self.act.misplaced:
            self.tell("C477", place_of(entry.clause, entry.position), clause=entry.clause)
        return self.act.court

    def _of_court(self, item: Diagnostic) -> Diagnostic:
        """Return what is found of a value; of a court that is none, with the one of the act."""
        if item.code != "C475":
            return item
        self.asks_court = True
        if not isinstance(self.act.court, CourtName):
            return item
        return fault("C476", item.position, **item.arguments, court=self.act.court)


@recalled
def _meant(variant: Variant, *keys: str) -> tuple[Parameter | None, ...]:
    """Return which parameter each of the keys of an entry is, whatever stands behind them."""
    return tuple(map(variant.parameter, keys))


@recalled
def _read(parameter: Parameter, node: Node, path: str, parties: Mapping[str, str]) -> Reading:
    """Return the value of a parameter, and what is wrong with it, with the parties it names."""
    value, found = parameter.type.read(node, path, parameter.key)
    return value, (*found, *unknown_parties(value, parties))
