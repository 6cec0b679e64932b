"""Entries become instances: each finds its variant, its id, its heading and its typed values."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from conventassembler.agreement.forms import PREAMBLE, PRESENTATIONS
from conventassembler.agreement.model import Agreement, DataFile, Entry
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.arguments import ActValues, arguments
from conventassembler.draft.courts import proposed_court, unknown_places
from conventassembler.draft.data import DataValues
from conventassembler.draft.headings import Where, below, says_nothing, scheme_of, start
from conventassembler.draft.instances import Instance, Part
from conventassembler.draft.places import place_of, suggestion
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept, recalled
from conventassembler.library.former import former_variants
from conventassembler.library.model import HeadingScheme, Library, Model, Variant
from conventassembler.source import identifier
from conventassembler.values import Blank, CourtName, Text


@dataclass(frozen=True, slots=True)
class Chosen:
    """The instances of an agreement, part by part."""

    preamble: tuple[Instance, ...]
    clauses: tuple[Instance, ...]
    annexes: tuple[Instance, ...]

    @property
    def numbered(self) -> tuple[Instance, ...]:
        """Those that are numbered in one row."""
        return _row(self.clauses, self.annexes)

    @property
    def all(self) -> tuple[Instance, ...]:
        """The instances at the top of each part, in the order of the file."""
        return (*self.preamble, *self.clauses, *self.annexes)


@recalled
def _row(clauses: tuple[Instance, ...], annexes: tuple[Instance, ...]) -> tuple[Instance, ...]:
    return (*clauses, *annexes)


@dataclass(slots=True)
class Chooser:
    """Makes the instances of one agreement, collecting what is wrong on the way."""

    library: Library
    model: Model
    act: ActValues = field(default_factory=ActValues)
    """What its clauses may name."""
    data: DataValues = field(default_factory=DataValues)
    findings: list[Diagnostic] = field(default_factory=list)
    taken: dict[str, Position] = field(default_factory=dict)

    def tell(self, code: str, position: Position, **arguments: object) -> None:
        """Keep one finding."""
        self.findings.append(fault(code, position, **arguments))

    def instances(
        self, entries: Iterable[Entry], where: Where, parent: str
    ) -> tuple[Instance, ...]:
        """Return the instances of one row of entries, and of those below them."""
        made = [
            self._instance(entry, where, f"{parent}.{index}")
            for index, entry in enumerate(entries, 1)
        ]
        return _together(*made)

    def _instance(self, entry: Entry, where: Where, place: str) -> Instance:
        variant = self._variant(entry, where.part)
        scheme, found = scheme_of(entry, variant, where, self.model)
        if says_nothing(entry) and scheme is not self.model.annexes:
            self.tell("C412", entry.position)
        id_ = self._claim(entry, variant, place, where.part)
        self.findings += found
        level = scheme.level if scheme else where.above
        values = self._arguments(entry, variant)
        children = self.instances(entry.entries, below(where, scheme), id_)
        return _made(id_, entry, level, variant, scheme, values, children, where.part)

    def _arguments(self, entry: Entry, variant: Variant | None) -> Mapping[str, object]:
        """Return the typed values of the variant's parameters, what is wrong with them told."""
        typed = arguments(self.act, entry, variant, self.data.of(entry))
        self.findings += typed.findings
        self.data.read(entry, variant, typed.of_file)
        return typed.values

    def _claim(self, entry: Entry, variant: Variant | None, place: str, part: Part) -> str:
        """Return the instance's id: its anchor, else its family, else its place."""
        if entry.anchor:
            wanted = identifier(entry.anchor)
        elif variant is None:
            wanted = place
        else:
            wanted = _name_of(variant, part)
        first = self.taken.setdefault(wanted, entry.position)
        if first is not entry.position:
            self.tell("C405", place_of(entry.anchor, entry.position), id=wanted, first=first.line)
        return wanted

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
def _made(  # noqa: PLR0917 -- what is recalled is looked up by its place
    id_: str,
    entry: Entry,
    level: int,
    variant: Variant | None,
    scheme: HeadingScheme | None,
    values: Mapping[str, object],
    children: tuple[Instance, ...],
    part: Part,
) -> Instance:
    """Return an instance: one object in all acts in which nothing of it differs."""
    return Instance(id_, entry, level, variant, scheme, values, children, part)


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
    rows = (agreement.preamble, agreement.clauses, agreement.annexes)
    return _chosen(library, model, parties, court, misplaced, *rows, *agreement.data.values())


@kept
def _named(parties: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return the keys of the parties by id: one object for all acts whose parties are so named."""
    return dict(parties)


@recalled
def _chosen(  # noqa: PLR0917 -- what is recalled is looked up by its place
    library: Library,
    model: Model,
    parties: Mapping[str, str],
    court: CourtName | Blank | None,
    misplaced: bool,
    preamble: tuple[Entry, ...],
    clauses: tuple[Entry, ...],
    annexes: tuple[Entry, ...],
    *files: DataFile,
) -> tuple[Chosen, tuple[Diagnostic, ...]]:
    data = DataValues({file.name: file for file in files})
    chooser = Chooser(library, model, ActValues(parties, court, misplaced), data)
    above = 1 if model.preamble_title else 0
    chosen = Chosen(
        chooser.instances(preamble, start("preamble", above), PREAMBLE),
        chooser.instances(clauses, start("clauses"), "clauses"),
        chooser.instances(annexes, start("annexes"), "annexes"),
    )
    return chosen, (*chooser.findings, *data.told())


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
