"""`données` in a model: which values of its clauses `new` writes in a file that they share.

A party stays in the entry, which says whom its clause speaks of, and so does what the model gives
under `valeurs`. Of the rest, the file holds what two of its clauses have and declare alike; and all
of it where one clause alone names the file, as that of a long list.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from conventassembler.agreement.model import Entry
from conventassembler.frozen import dataclass
from conventassembler.library.model import Library, Model, Parameter, Variant
from conventassembler.schema import Field, ListType, PartyType, RecordType
from conventassembler.schema.types import ValueType
from conventassembler.source import fold, plain

_Reader = tuple[Variant, frozenset[str]]
"""A clause that names a file, and the names of the parameters that the model gives it."""


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file of values that agreements of one model begin with."""

    readers: tuple[Variant, ...]
    """Those that name it, in the order of the act."""
    parameters: Mapping[str, Parameter]
    """Those that it holds, by folded key."""

    def holds(self, parameter: Parameter) -> bool:
        """Tell whether a parameter of one of its clauses has its value there."""
        return fold(parameter.key) in self.parameters


def shared_files(model: Model, library: Library) -> dict[str, SharedFile]:
    """Return the files that the entries of a model name, by name, in the order of the act."""
    readers: dict[str, list[_Reader]] = {}
    for entry in all_entries(_shown(model)):
        variant = library.variants.get(str(entry.clause))
        if entry.data is not None and variant is not None:
            given = frozenset(variant.given(entry.values))
            readers.setdefault(str(entry.data), []).append((variant, given))
    return {name: _file(those) for name, those in readers.items()}


def all_entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries and those below them."""
    for entry in entries:
        yield entry
        yield from all_entries(entry.entries)


def _shown(model: Model) -> tuple[Entry, ...]:
    """Return the entries that an act of the model has."""
    proposal = model.proposal
    preamble = proposal.preamble if model.shows("préambule") else ()
    return (*preamble, *proposal.clauses, *proposal.annexes)


def _file(readers: list[_Reader]) -> SharedFile:
    asked: dict[str, list[Parameter]] = {}
    for variant, given in readers:
        for name, parameter in variant.parameters.items():
            if name not in given and not isinstance(parameter.type, PartyType):
                asked.setdefault(fold(parameter.key), []).append(parameter)
    least = min(2, len(readers))
    return SharedFile(
        tuple({variant.id: variant for variant, _ in readers}.values()),
        {
            key: replace(those[0], required=any(one.required for one in those))
            for key, those in asked.items()
            if len(those) >= least and all(_shape(one) == _shape(those[0]) for one in those)
        },
    )


def _shape(one: Parameter | Field) -> object:
    """Return what two parameters have in common where one value does for both: not their words."""
    return fold(one.key), _of_type(one.type), plain(one.written_default)


def _of_type(type_: ValueType) -> object:
    bounds = [getattr(type_, name, None) for name in ("min", "max", "choices")]
    items = _of_type(type_.items) if isinstance(type_, ListType) else None
    fields = type_.fields if isinstance(type_, RecordType) else ()
    return type_.name, bounds, items, [(_shape(field), field.required) for field in fields]
