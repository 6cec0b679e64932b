"""C749, C750, C759: who signs beside the parties, one person in two places, originals for all."""

import re
from collections.abc import Iterator

from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved
from conventassembler.french.folding import fold
from conventassembler.french.kinds import kinds
from conventassembler.french.offices import leading_office
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.values import Blank, Integer, Text

_ARTICLE = Pattern(r"^(?:le|la|l['’])\s*", re.IGNORECASE)
_BINDS = ("maire", "président", "préfet")
"""Offices whose holder binds a legal person: who signs so, makes it a party."""
_NO_PERSON = Pattern(
    r"(?:du|de la|de l|des|d un|d une) (?:tribunal|cour|chambre regionale des comptes|commission"
    r"|jury|groupe|assemblee generale|conference|observatoire"
    r"|conseil (?:de developpement|citoyen|de quartier|de la vie|des jeunes|consultatif"
    r"|economique|scientifique|des sages|social|technique)"
    r"|comite (?:de pilotage|de suivi|technique|scientifique|consultatif|social))\b"
)
"""Bodies without a will in law: who heads them signs as a witness."""


def others_bind_nobody(reading: Reading) -> Iterator[Diagnostic]:
    """Find who signs as the head of a legal person that is no party.

    Bad: `qualité: "la maire de Genlis"` in an act to which Genlis is no party: the signature binds
    nobody, or binds who did not decide; so with a mayor among whose `qualités` is « président du
    CCAS ». A minister's delegate or a witness is left alone, and so is who heads what is no legal
    person: a court, a committee, a conseil de développement.
    """
    signature = reading.resolved.agreement.signature
    capacities = [(one.capacity, one.position) for one in (signature.others if signature else ())]
    for party in reading.resolved.agreement.parties:
        for person in party.representatives:
            held = (one for one in person.capacities if isinstance(one, Text))
            capacities += [(one, person.position) for one in held if _attached(one)]
    for capacity, position in capacities:
        known = leading_office(_ARTICLE.sub("", capacity)) if isinstance(capacity, Text) else None
        if (
            known
            and known[0].masculine in _BINDS
            and known[1]
            and not _NO_PERSON.match(fold(known[1]))
            and not _of_party(known[1], reading.resolved)
        ):
            yield fault("C749", place_of(capacity, position), capacity=capacity)


def _of_party(rest: str, resolved: Resolved) -> bool:
    """Tell whether « du CCAS de Longvic » says the kind or the name of a party."""
    said = f" {fold(rest)} "
    if attached := _attached(rest):  # it bears the name of a commune, and is none
        return any(person.kind.id in attached for person in resolved.people.values())
    for person in resolved.people.values():
        names = (str(person.party.name), person.kind.organ, person.kind.noun.text)
        if any(name and f" {fold(name)} " in said for name in names):
            return True
    return False


def _attached(words: str) -> set[str]:
    """Return the kinds named that are persons of their own beside the commune: « CCAS »."""
    said = f" {fold(words)} "
    own = [one for one in kinds() if one.join == "place" and one.head == "body"]
    names = {one.id: (one.noun.text, one.acronym) for one in own}
    return {
        id_ for id_, said_as in names.items() if any(f" {fold(n)} " in said for n in said_as if n)
    }


@dataclass(frozen=True, slots=True)
class _Held:
    """A person as one place of the file says it."""

    name: Text
    gender: str
    position: Position
    key: str

    @property
    def typed(self) -> Position:
        """Where it was typed, which is the cell of its name where a table gave that alone."""
        named = place_of(self.name, self.position)
        return named if named.cell and not self.position.cell else self.position


def one_gender_each(reading: Reading) -> Iterator[Diagnostic]:
    """Find the person, known by the whole name, who is a man here and a woman there.

    Where a mayor presides over the CCAS, `comme` takes name and gender from one place.
    """
    seen: dict[str, _Held] = {}
    for one in _persons(reading.resolved):
        first = seen.setdefault(fold(one.name), one)
        if first.gender != one.gender:
            line = {} if first.typed.cell else {"line": first.typed.line}
            place = next((at for at in (one.typed, first.typed) if at.cell), one.position)
            yield fault("C750", place, name=one.name, **line, party=first.key)


def _persons(resolved: Resolved) -> Iterator[_Held]:
    for person in resolved.people.values():
        for one in person.capacities:
            typed = one.signs.representative
            if isinstance(typed.name, Text) and not isinstance(typed.gender, Blank):
                place = place_of(typed.gender or typed.office, typed.position)
                yield _Held(typed.name, one.signs.gender.value, place, person.party.key)


def originals_for_all(reading: Reading) -> Iterator[Diagnostic]:
    """Find the act that is made in fewer originals than it has parties.

    Each party with an interest of its own has its original, unless they hand the only one to a
    third person (code civil, art. 1375). A body attached to a party may share that party's.
    """
    signature = reading.resolved.agreement.signature
    originals = signature.originals if signature else None
    own = [one for one in reading.resolved.agreement.parties if one.attached_to is None]
    if not isinstance(originals, Integer) or not signature or signature.electronic:
        return
    if originals < len(own):
        place = place_of(originals, signature.position)
        count = len(reading.resolved.agreement.parties)
        yield fault("C759", place, originals=int(originals), parties=count)
