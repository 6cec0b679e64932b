"""Entries become instances: each finds its variant, its id, its heading and its typed values."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from conventassembler.agreement.forms import PREAMBLE, PRESENTATIONS
from conventassembler.agreement.model import Agreement, DataFile, Entry
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.arguments import ActValues, act_values, arguments
from conventassembler.draft.courts import proposed_court, unknown_places
from conventassembler.draft.data import NO_FILES, Readers, file_of, unused
from conventassembler.draft.headings import Where, below, says_nothing, scheme_of, start
from conventassembler.draft.instances import Instance, slots
from conventassembler.draft.places import place_of, suggestion
from conventassembler.draft.slots import Part, Slot, taken_twice
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import kept, recalled
from conventassembler.library.former import former_variants
from conventassembler.library.model import Library, Model, Variant
from conventassembler.source import identifier
from conventassembler.values import Text

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The instances of an agreement, part by part."""

    preamble: tuple[Instance, ...]
    clauses: tuple[Instance, ...]
    annexes: tuple[Instance, ...]

    @property
    def numbered(self) -> tuple[Slot, ...]:
        """The slots of those that are numbered in one row."""
        return slots((*self.clauses, *self.annexes))

    @property
    def all(self) -> tuple[Instance, ...]:
        """The instances at the top of each part, in the order of the file."""
        return (*self.preamble, *self.clauses, *self.annexes)


@dataclass(frozen=True, slots=True)
class _Grown:
    """What an entry becomes, with all that stands below it."""

    instance: Instance
    findings: Findings
    of_files: Findings
    """What is wrong with the keys of files of values."""
    readers: Readers
    asks_court: bool
    """Whether something of it hangs on the court of the act."""


@dataclass(slots=True)
class Chooser:
    """Makes the instances of one agreement, collecting what is wrong on the way."""

    library: Library
    model: Model
    act: ActValues = field(default_factory=ActValues)
    """What its clauses may name."""
    files: Mapping[str, DataFile] = field(default_factory=lambda: NO_FILES)
    """Its files of values, by name."""
    findings: list[Diagnostic] = field(default_factory=list)
    of_files: list[Diagnostic] = field(default_factory=list)
    readers: list[tuple[str, Variant | None]] = field(default_factory=list)
    asks_court: bool = False

    def tell(self, code: str, position: Position, **arguments: object) -> None:
        """Keep one finding."""
        self.findings.append(fault(code, position, **arguments))

    def instances(
        self, entries: Iterable[Entry], where: Where, parent: str
    ) -> tuple[Instance, ...]:
        """Return the instances of one row of entries, and of those below them."""
        made = [
            self._taken(self._grown(entry, where, f"{parent}.{index}"))
            for index, entry in enumerate(entries, 1)
        ]
        return _together(*made)

    def _grown(self, entry: Entry, where: Where, place: str) -> _Grown:
        """Return what an entry becomes; the court of the act is shown to those who ask for it."""
        files = self.files if self.files and _reads_files(entry) else NO_FILES
        facts = (entry, where, place)
        found = _grow(self.library, self.model, self.act.without_court, files, *facts)
        if not found.asks_court:
            return found
        return _grow(self.library, self.model, self.act, files, *facts)

    def _taken(self, grown: _Grown) -> Instance:
        """Return the instance of an entry, with all that was found in it kept."""
        self.findings += grown.findings
        self.of_files += grown.of_files
        self.readers += grown.readers
        self.asks_court = self.asks_court or grown.asks_court
        return grown.instance

    def instance(self, entry: Entry, where: Where, place: str) -> Instance:
        """Return the instance of an entry that stands at `place`, `clauses.3`."""
        variant = self._variant(entry, where.part)
        scheme, found = scheme_of(entry, variant, where, self.model)
        if says_nothing(entry) and scheme is not self.model.annexes:
            self.tell("C412", entry.position)
        id_ = _id(entry, variant, place, where.part)
        self.findings += found
        level = scheme.level if scheme else where.above
        values = self._arguments(entry, variant)
        children = self.instances(entry.entries, below(where, scheme), id_)
        return Instance(id_, entry, level, variant, scheme, values, children, where.part)

    def _arguments(self, entry: Entry, variant: Variant | None) -> Mapping[str, object]:
        """Return the typed values of the variant's parameters, what is wrong with them told."""
        file = file_of(entry, self.files)
        typed = arguments(self.act, entry, variant, file)
        self.findings += typed.findings
        self.of_files += typed.of_file
        self.asks_court = self.asks_court or typed.asks_court
        if entry.clause is not None and file is not None:
            self.readers.append((file.name, variant))
        return typed.values

    def _variant(self, entry: Entry, part: Part) -> Variant | None:
        """Return the variant that the entry names, or None with a finding."""
        usual = PREAMBLE if part == "preamble" else ""
        return None if entry.clause is None else self.variant(entry, usual)

    def variant(self, entry: Entry, usual: str = "") -> Variant | None:
        """Return the variant of that name, or None with a finding.

        `usual` is the family of one that is named without its own.
        """
        name = str(entry.clause)
        if usual and "/" not in name:
            name = f"{usual}/{name}"
        if name in self.library.variants or name in self.library.unread:
            return self.library.variants.get(name)
        place = place_of(entry.clause, entry.position)
        if now := former_variants(self.library).get(name):
            self.tell("C438", place, former=name, name=now)
            return self.library.variants[now]
        family, _, choice = name.partition("/")
        siblings = [item.id.partition("/")[2] for item in self.library.variants_of(family)]
        if not siblings:
            known = self.library.families
            whole = [id_ for id_ in self.library.variants if id_.endswith(f"/{family}")]
            near = {"suggestion": whole[0]} if len(whole) == 1 else suggestion(family, known)
            self.tell("C401", place, family=family, known=", ".join(known), **near)
        elif not choice:
            self.tell("C403", place, family=family, known=", ".join(siblings))
        else:
            near = suggestion(choice, siblings)
            self.tell(
                "C402", place, family=family, variant=choice, known=", ".join(siblings), **near
            )
        return None


@recalled
def _grow(  # noqa: PLR0917 -- what is recalled is looked up by its place
    library: Library,
    model: Model,
    act: ActValues,
    files: Mapping[str, DataFile],
    entry: Entry,
    where: Where,
    place: str,
) -> _Grown:
    """Return what an entry becomes: one object in all acts in which nothing of it differs."""
    chooser = Chooser(library, model, act, files)
    instance = chooser.instance(entry, where, place)
    found, of_files = tuple(chooser.findings), tuple(chooser.of_files)
    return _Grown(instance, found, of_files, tuple(chooser.readers), chooser.asks_court)


@recalled
def _reads_files(entry: Entry) -> bool:
    """Tell whether an entry, or one below it, names a file of values."""
    return entry.data is not None or any(map(_reads_files, entry.entries))


def _id(entry: Entry, variant: Variant | None, place: str, part: Part) -> str:
    """Return the id of an entry's instance: its anchor, else its family, else its place."""
    if entry.anchor:
        return identifier(entry.anchor)
    return place if variant is None else _name_of(variant, part)


@recalled
def _together(*instances: Instance) -> tuple[Instance, ...]:
    return instances


def _name_of(variant: Variant, part: Part) -> str:
    """Return what names a use of a variant: its family, or in a preamble the variant itself."""
    if part != "preamble":
        return identifier(variant.family)
    return ".".join(identifier(part) for part in variant.id.split("/"))


def choose(
    agreement: Agreement, library: Library, model: Model
) -> tuple[Chosen, tuple[Diagnostic, ...]]:
    """Return the instances of an agreement, and what is wrong with them."""
    court, parties = proposed_court(agreement), _named(tuple(agreement.named.items()))
    misplaced = any(unknown_places(agreement))
    chooser = Chooser(library, model, act_values(parties, court, misplaced), agreement.data)
    above = 1 if model.preamble_title else 0
    chosen = Chosen(
        chooser.instances(agreement.preamble, start("preamble", above), PREAMBLE),
        chooser.instances(agreement.clauses, start("clauses"), "clauses"),
        chooser.instances(agreement.annexes, start("annexes"), "annexes"),
    )
    twice = taken_twice(slots(chosen.all))
    of_files = (*chooser.of_files, *unused(agreement.data, chooser.readers))
    return chosen, (*chooser.findings, *twice, *of_files)


@kept
def _named(parties: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return the keys of the parties by id: one object for all acts whose parties are so named."""
    return dict(parties)


def presented(
    agreement: Agreement, library: Library, model: Model
) -> tuple[Model, tuple[Diagnostic, ...]]:
    """Return the model with the clause by which the agreement presents its parties, if it says."""
    typed = agreement.party_clause
    return (model, ()) if typed is None else _presented(typed, agreement.position, library, model)


@recalled
def _presented(
    typed: Text, position: Position, library: Library, model: Model
) -> tuple[Model, tuple[Diagnostic, ...]]:
    chooser = Chooser(library, model)
    entry = Entry(place_of(typed, position), clause=typed)
    variant = chooser.variant(entry, PRESENTATIONS)
    if variant is not None and variant.family != PRESENTATIONS:
        known = ", ".join(one.id for one in library.variants_of(PRESENTATIONS))
        chooser.tell("C446", entry.position, clause=variant.id, known=known)
        variant = None
    chosen = Text(variant.id, typed.origin) if variant else model.party_clause
    return replace(model, party_clause=chosen), tuple(chooser.findings)
