"""What the clauses of an act take from its data files, and what no clause takes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Final

from conventassembler.agreement.model import Argument, DataFile, Entry
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of, suggestion
from conventassembler.frozen import dataclass
from conventassembler.library.model import Parameter, Variant
from conventassembler.schema.former import told_former
from conventassembler.schema.hints import awaited
from conventassembler.source import fold, identifier

Readers = tuple[tuple[str, Variant | None], ...]
"""Names of files, each with a clause that takes values of it; None for a clause that is not known,
whose keys are not either."""
NO_FILES: Final[Mapping[str, DataFile]] = {}
"""Those of an act that has none: one object, by which such acts are recalled."""


def file_of(entry: Entry, files: Mapping[str, DataFile]) -> DataFile | None:
    """Return the file from which an entry takes values, None where it names none that is."""
    return files.get(str(entry.data)) if entry.data is not None else None


@dataclass(slots=True)
class DataValues:
    """The data files that one clause reads, and what is wrong with their keys."""

    files: Mapping[str, DataFile] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def given(self, entry: Entry, variant: Variant | None) -> Iterator[tuple[str, Argument]]:
        """Yield what the file of an entry gives its clause, by name of the parameter."""
        file = file_of(entry, self.files)
        if entry.clause is None and entry.data is not None:
            place = place_of(entry.data, entry.position)
            self.findings.append(fault("C404", place, key=entry.data))
        if file is None or entry.clause is None:
            return
        if variant is not None:
            named = ((self._name(one, variant, file), one) for one in file.values)
            yield from ((name, one) for name, one in named if name)

    def _name(self, argument: Argument, variant: Variant, file: DataFile) -> str:
        """Return the parameter that a key of the file means for a clause; none is no fault."""
        if known := variant.parameter(argument.key):
            return known.name
        parameters = variant.parameters.values()
        former = told_former(parameters, argument.key, argument.key_position)
        now = former.arguments["name"] if former else ""
        if former is None or any(fold(one.key) == fold(now) for one in file.values):
            return ""
        self.findings.append(former)
        return identifier(now)

    def lacking(self, parameter: Parameter, entry: Entry) -> Iterator[Diagnostic]:
        """Yield the finding that nothing gives a value that the clause of an entry needs.

        A file that cannot be read may hold it: that fault is enough.
        """
        place, file = place_of(entry.clause, entry.position), file_of(entry, self.files)
        label = parameter.label or parameter.key
        words = {"key": parameter.key, "clause": entry.clause}
        if file is not None:
            yield fault(
                "C507", place, **words, file=file.file, about=awaited(label, parameter.type)
            )
        elif entry.data is None:
            yield fault("C407", place, **words, label=label)


def unused(
    files: Mapping[str, DataFile], readers: Iterable[tuple[str, Variant | None]]
) -> Iterator[Diagnostic]:
    """Yield a finding for each key of a file that no clause takes of those that read it."""
    variants: dict[str, list[Variant | None]] = {}
    for name, variant in readers:
        variants.setdefault(name, []).append(variant)
    for name, some in variants.items():
        if None not in some:
            yield from _unused(files[name], [one for one in some if one])


def _unused(file: DataFile, readers: list[Variant]) -> Iterator[Diagnostic]:
    """Yield a finding for each key of a file that none of the clauses that read it has."""
    parameters = {one.name: one for variant in readers for one in variant.parameters.values()}
    known = {fold(one.key): one.key for one in parameters.values()}
    given = {fold(value.key) for value in file.values}
    for one in parameters.values():
        if fold(one.key) not in given:
            known |= {fold(old): one.key for old in one.replaces}
    free = tuple(dict.fromkeys(key for folded, key in known.items() if folded not in given))
    for value in file.values:
        if fold(value.key) not in known:
            clauses = ", ".join(dict.fromkeys(variant.id for variant in readers))
            words = {"key": value.key, "clauses": clauses, "known": ", ".join(free) or "–"}
            near = suggestion(value.key, free)
            yield fault("C518", value.key_position, **words, **near)
