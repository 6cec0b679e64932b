"""What the clauses of an act take from its data files, and what no clause takes."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from conventassembler.agreement.model import Argument, DataFile, Entry
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of, suggestion
from conventassembler.frozen import dataclass
from conventassembler.library.model import Parameter, Variant
from conventassembler.schema.former import told_former
from conventassembler.schema.hints import awaited
from conventassembler.source import fold, identifier


@dataclass(slots=True)
class DataValues:
    """The data files of one act, and the clauses that read each."""

    files: Mapping[str, DataFile] = field(default_factory=dict)
    readers: dict[str, list[Variant | None]] = field(default_factory=dict)
    """By name of the file; None for a clause that is not known, whose keys are not either."""
    findings: list[Diagnostic] = field(default_factory=list)

    def of(self, entry: Entry) -> DataFile | None:
        """Return the file from which an entry takes values, None where it names none that is."""
        return self.files.get(str(entry.data)) if entry.data is not None else None

    def given(self, entry: Entry, variant: Variant | None) -> Iterator[tuple[str, Argument]]:
        """Yield what the file of an entry gives its clause, by name of the parameter."""
        file = self.of(entry)
        if entry.clause is None and entry.data is not None:
            place = place_of(entry.data, entry.position)
            self.findings.append(fault("C404", place, key=entry.data))
        if file is None or entry.clause is None:
            return
        self.readers.setdefault(file.name, []).append(variant)
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
        place, file = place_of(entry.clause, entry.position), self.of(entry)
        label = parameter.label or parameter.key
        words = {"key": parameter.key, "clause": entry.clause}
        if file is not None:
            yield fault(
                "C507", place, **words, file=file.file, about=awaited(label, parameter.type)
            )
        elif entry.data is None:
            yield fault("C407", place, **words, label=label)

    def told(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with the keys of the files, those that no clause takes among them."""
        yield from self.findings
        for name, variants in self.readers.items():
            if None not in variants:
                yield from _unused(self.files[name], [one for one in variants if one])


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
