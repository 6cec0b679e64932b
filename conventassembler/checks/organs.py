"""C743 to C745, C794: what authorises to sign, held against the kind of the party."""

from collections.abc import Iterator

from conventassembler.agreement.model import Authority
from conventassembler.agreement.recitals import DecisionRecital
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.people import Person
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved
from conventassembler.french.dates import write_date
from conventassembler.french.folding import fold
from conventassembler.french.kinds import Kind
from conventassembler.french.organs import Organ, is_misplaced, organ_of, organs_of
from conventassembler.values import Blank, Date, Text

_STATE = "décret n° 2004-374 du 29 avril 2004"
_ASSEMBLY_ACTS = ("deliberation", "resolution")
_ACTS_OF_ONE = ("arrete", "decision")
"""What the executive takes, alone or where the assembly delegated it."""


def organ_of_the_kind(reading: Reading) -> Iterator[Diagnostic]:
    """Find the organ that no legal person of that kind has.

    Bad: `organe: commission permanente` of a commune, where that of a département may decide
    (CGCT, L. 3211-2). An organ of no table, and a kind whose statutes decide, are left alone.
    """
    for person, act, place in _acts(reading.resolved):
        if isinstance(act.organ, Text) and (wrong := is_misplaced(person.kind.id, act.organ)):
            usual = person.kind.organ or person.kind.executive or "–"
            known = organs_of(person.kind.id)
            words = {
                "organ": act.organ,
                "kind": person.kind.noun.text,
                "party": person.party.key,
                "usual": usual,
                "source": known[0].source if known else wrong.source,
            }
            yield fault("C743", place_of(act.organ, place), **words)


def act_of_the_organ(reading: Reading) -> Iterator[Diagnostic]:
    """Find the act that its organ does not take: an arrêté of an assembly, a deliberation of one.

    An arrêté without `organe` is that of the executive; so may be a décision, where the assembly
    delegated it (CGCT, art. L. 2122-22); another act is that of the assembly. Who delegates a
    signature is one person, and no assembly.
    """
    for person, act, place in _acts(reading.resolved):
        organ = _deciding(person.kind, act)
        if organ and not (organ.takes(act.act) and _is_spelt(act.act, organ)):
            yield _no_such_act(act, organ, place)
    for person in reading.resolved.people.values():
        for one in person.party.representatives:
            given = one.signs_for.authority if one.signs_for else None
            if given is not None and fold(given.act) in _ASSEMBLY_ACTS and person.kind.executive:
                organ = organ_of(person.kind.id, person.kind.executive)
                if organ is not None and given.organ is None:
                    yield _no_such_act(given, organ, given.position)


def _is_spelt(act: str, organ: Organ) -> bool:
    """Tell whether an act that an organ takes has its accents: « déliberation » has not all."""
    return act.lower() in organ.acts or fold(act) not in map(fold, organ.acts)


def _no_such_act(act: Authority, organ: Organ, place: Position) -> Diagnostic:
    name = str(act.organ) if isinstance(act.organ, Text) else organ.names[0]
    acts = ", ".join(organ.acts)
    words = {"organ": name, "act": act.act, "acts": acts, "source": organ.source}
    return fault("C744", place_of(act.act, place), **words)


def _deciding(kind: Kind, act: Authority) -> Organ | None:
    """Return the organ that took an act: the one typed, else that which such an act is of."""
    of_one = act.organ is None and fold(act.act).startswith(_ACTS_OF_ONE)
    if isinstance(act.organ, Blank) or of_one:
        return None
    name = str(act.organ or kind.organ)
    return organ_of(kind.id, name) if name else None


def state_needs_none(reading: Reading) -> Iterator[Diagnostic]:
    """Find the deliberation that would authorise the representative of the State.

    The prefect and the rector sign by their own powers, or under a delegation of signature.
    """
    for person in reading.resolved.people.values():
        act = person.party.authority
        is_state = not person.kind.deliberates and not person.kind.organ
        if act and is_state and fold(act.act) in _ASSEMBLY_ACTS:
            words = {"party": person.party.key, "act": act.act, "source": _STATE}
            yield fault("C745", act.position, **words)


def executory_by_law(reading: Reading) -> Iterator[Diagnostic]:
    """Find the day from which an act would be executory where no rule of law makes it so.

    That a decision waits to be published and sent to the prefect is said of local authorities and
    their establishments (CGCT, L. 2131-1, L. 3131-1, L. 4141-1), not of an association.
    """
    for party, day in executory_for_nothing(reading.resolved):
        if isinstance(day, Date) and day.origin.position is not None:
            place = day.origin.position
            column = {"header": place.cell} if place.cell else {}
            yield fault("C794", place, party=party, day=write_date(day), **column)


def executory_for_nothing(resolved: Resolved) -> Iterator[tuple[str, Date | Blank]]:
    """Yield such days, typed or awaited, each with the key of its party."""
    for person in resolved.people.values():
        act = person.party.authority
        if act is not None and act.executory is not None and not person.kind.executory:
            yield person.party.key, act.executory


def _acts(resolved: Resolved) -> Iterator[tuple[Person, Authority, Position]]:
    """Yield what authorises each party, then the decisions that recitals cite of one."""
    for person in resolved.people.values():
        if (act := person.party.authority) and (person.kind.organ or act.organ):
            yield person, act, act.position
    for recital in resolved.agreement.recitals:
        if isinstance(recital, DecisionRecital) and recital.party in resolved.people:
            person = resolved.people[str(recital.party)]
            cited = Authority(recital.act, recital.position, recital.organ)
            yield person, cited, recital.position
