"""Agreement and library together: which variant, which values, which number, which party.

`resolve` settles every choice and composes no text; what it cannot settle it tells, all at once.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Final, Protocol

from conventassembler.agreement.manner import Manner
from conventassembler.agreement.model import Agreement
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.choose import choose, presented
from conventassembler.draft.cited import authorities
from conventassembler.draft.compiled import Compiled, compile_texts, with_texts
from conventassembler.draft.courts import unknown_places
from conventassembler.draft.forms import Forms
from conventassembler.draft.groups import Grouped, gather, same_names, unnamed, unpresentable
from conventassembler.draft.instances import Instance, slots, walk
from conventassembler.draft.manners import chosen_profile, first_article
from conventassembler.draft.neighbours import neighbours
from conventassembler.draft.numbering import Numbered, number
from conventassembler.draft.others import undecided
from conventassembler.draft.people import Person, introduce, introduce_partners, namesakes
from conventassembler.draft.places import place_of, suggestion
from conventassembler.draft.recital_faults import recital_faults
from conventassembler.draft.references import lost_references
from conventassembler.draft.sources import names_parties, unshown
from conventassembler.draft.together import untold
from conventassembler.french.folding import fold
from conventassembler.french.instruments import Instrument, instrument, near_instruments
from conventassembler.french.profiles import Profile
from conventassembler.frozen import dataclass
from conventassembler.keeping import next_act
from conventassembler.library.model import Library, Model

Findings = tuple[Diagnostic, ...]
_UNSAID: Final = Manner()
"""What a house says that says nothing."""


class Named(Protocol):
    """A party, a partner or a group: whom clauses speak of by forms."""

    @property
    def forms(self) -> Forms:
        """Its forms by name."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An agreement with every choice settled and no text composed."""

    agreement: Agreement
    library: Library
    model: Model
    profile: Profile
    act: Instrument
    people: Mapping[str, Person]
    """The parties by id, in the agreement's order."""
    preamble: tuple[Instance, ...]
    clauses: tuple[Instance, ...]
    annexes: tuple[Instance, ...]
    numbers: Mapping[str, Numbered]
    """The numbered headings by instance id."""
    compiled: Compiled
    """The clauses of the library, and this agreement's own texts by instance id."""
    partners: Mapping[str, Person] = field(default_factory=dict)
    """Those whom the act names and who do not sign, by id."""
    groups: Mapping[str, Grouped] = field(default_factory=dict)
    """The groups of parties, by id."""

    @property
    def named(self) -> Mapping[str, "Named"]:
        """All whom a value may name, by id."""
        return {**self.people, **self.partners, **self.groups}

    @property
    def instances(self) -> tuple[Instance, ...]:
        """All instances, in the order of the file."""
        return walk((*self.preamble, *self.clauses, *self.annexes))

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the clauses and the annexes that stand in the agreement."""
        return frozenset(instance.id for instance in walk((*self.clauses, *self.annexes)))

    @property
    def title_parties(self) -> bool:
        """Whether the title says between whom the act is."""
        return names_parties(self.agreement, self.model)

    @property
    def is_electronic(self) -> bool:
        """Whether the act is signed electronically; one without places to sign is not."""
        signed = self.agreement.signature
        return signed is not None and signed.electronic

    @property
    def contents(self) -> bool:
        """Whether a table of contents follows the title."""
        own = self.agreement.contents
        return self.model.contents if own is None else own


def resolve(
    agreement: Agreement, library: Library, compiled: Compiled, house: Manner | None = None
) -> tuple[Resolved | None, Findings]:
    """Return the agreement resolved, or None when its model cannot be used, with all findings.

    `house` is what the settings of the workspace say of how acts are written.
    """
    next_act()
    model = library.models.get(str(agreement.model))
    if model is None:
        known = str(agreement.model) in library.unread
        return None, () if known else (_no_model(agreement, library),)
    model, unpresented = presented(agreement, library, model)
    act, found = _act(model)
    chosen = chosen_profile(agreement.manner, model.manner, house or _UNSAID)
    people, about_people = introduce(agreement, _cited(agreement, model))
    partners, about_partners = introduce_partners(agreement)
    groups = gather(agreement, people)
    parts, choices = choose(agreement, library, model)
    numbered, row = parts.numbered, slots(parts.all)
    numbers, taken = number(numbered, first_article(agreement.manner, model, chosen))
    texts, faults = compile_texts(walk(parts.all))
    bodies = with_texts(compiled, texts)
    findings = (
        *found,
        *unpresented,
        *about_people,
        *about_partners,
        *namesakes((*people.values(), *partners.values())),
        *same_names(groups.values(), {**people, **partners}),
        *unnamed(agreement, people),
        *unpresentable(agreement, model, library),
        *undecided(agreement),
        *untold(agreement),
        *choices,
        *taken,
        *faults,
        *neighbours(numbered),
        *recital_faults(agreement, library),
        *unshown(agreement, model),
        *unknown_places(agreement),
        *lost_references(agreement.file, model, row, numbers, compiled),
    )
    if act is None:
        return None, findings
    return (
        Resolved(
            agreement,
            library,
            model,
            chosen,
            act,
            people,
            parts.preamble,
            parts.clauses,
            parts.annexes,
            numbers,
            bodies,
            partners,
            groups,
        ),
        findings,
    )


def _cited(agreement: Agreement, model: Model) -> frozenset[str]:
    """Return the ids of the parties whose authority a recital cites above their presentation.

    « susvisée » says that it was cited before: recitals below the parties do not count.
    """
    order = [fold(part) for part in model.order]
    if "visas" not in order or "parties" in order[: order.index("visas")]:
        return frozenset()
    return authorities(agreement)


def _no_model(agreement: Agreement, library: Library) -> Diagnostic:
    known = ", ".join(library.models)
    near = suggestion(str(agreement.model), library.models)
    place = place_of(agreement.model, agreement.position)
    return fault("C414", place, name=agreement.model, known=known, **near)


def _act(model: Model) -> tuple[Instrument | None, Findings]:
    """Return the instrument that a model names, or why there is none."""
    if act := instrument(str(model.act)):
        return act, ()
    near = {"suggestion": best[0]} if (best := near_instruments(str(model.act))) else {}
    return None, (fault("C461", place_of(model.act, model.position), name=model.act, **near),)
