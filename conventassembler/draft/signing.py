"""Who signs for a party: each person's office in the gender of its holder, and in whose place."""

import re

from conventassembler.agreement.model import Party, Representative
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of, place_of_contradiction
from conventassembler.french.grammar import Gender
from conventassembler.french.nouns import Noun
from conventassembler.french.offices import (
    Office,
    complement,
    leading_office,
    near_offices,
    own_gender,
    split_office,
    title,
)
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.source import fold
from conventassembler.values import Blank, Fragment, Text, fragment, piece

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """A representative whose office and gender are known."""

    representative: Representative
    office: Office | None
    """None while the office is a blank."""
    gender: Gender
    complement: str = ""
    """« chargée des solidarités », agreed with the holder, as a text piece."""
    principal: "Signing | None" = None
    """In whose place it signs."""

    @property
    def noun(self) -> Noun:
        """The office agreed with its holder, as a text piece that knows its key."""
        typed = self.representative.office
        if self.office is None or isinstance(typed, Blank):
            return Noun(piece(typed), self.gender)
        text = piece(typed, title(self.office, self.gender), "fonction")
        return Noun(text, self.gender)


@recalled
def signings(party: Party) -> tuple[tuple[Signing, ...], Findings]:
    """Return who signs for the party, in the order typed, with what is missing or unknown."""
    if not party.representatives:
        return (), (fault("C457", party.position, party=party.key),)
    read = [_signing(person) for person in party.representatives]
    found = tuple(finding for _, some in read for finding in some)
    return tuple(signs for signs, _ in read if signs is not None), found


def _signing(person: Representative) -> tuple[Signing | None, Findings]:
    gender, doubtful = _gender(person)
    principal, unknown = _principal(person)
    found = (*doubtful, *unknown, *_capacities(person))
    if isinstance(person.office, Blank):
        return Signing(person, None, gender, principal=principal), found
    known = split_office(str(person.office))
    if known is None:
        return None, (_unknown_office(person.office, person), *found)
    office, rest = known
    words = piece(person.office, complement(rest, gender), "fonction") if rest else ""
    return Signing(person, office, gender, words, principal), found


def _principal(person: Representative) -> tuple[Signing | None, Findings]:
    """Return in whose place a person signs, read as a representative is."""
    told = person.signs_for
    if told is None:
        return None, ()
    return _signing(Representative(told.office, told.position, told.gender))


def _capacities(person: Representative) -> Findings:
    """Return a finding for each capacity that does not begin with an office."""
    return tuple(
        _unknown_office(text, person)
        for text in person.capacities
        if isinstance(text, Text) and leading_office(text) is None
    )


def _unknown_office(text: object, person: Representative) -> Diagnostic:
    leading = leading_office(str(text))
    whole = (leading[0].masculine,) if leading else ()
    # What follows « de » is the party's; anything else is a slip in the name of the office.
    of_a_place = leading is not None and re.match(r"(?:d[eu]s?\s|d['’])", leading[1])
    best = whole if of_a_place else near_offices(str(text)) or whole
    near = {"suggestion": best[0]} if best else {}
    return fault("C451", place_of(text, person.position), office=text, **near)


_CIVILITIES = {
    "m": Gender.MASCULINE,
    "monsieur": Gender.MASCULINE,
    "mme": Gender.FEMININE,
    "madame": Gender.FEMININE,
}


def _gender(person: Representative) -> tuple[Gender, Findings]:
    """Return the holder's gender: as typed, else as the office's form tells it."""
    typed = person.gender
    if isinstance(typed, Blank) or (isinstance(person.office, Blank) and typed is None):
        return Gender.MASCULINE, ()
    told = own_gender(str(person.office))
    if typed is not None:
        return Gender(typed), (*_contradiction(person, told), *_civility(person, Gender(typed)))
    if told is None and split_office(str(person.office)):
        place = place_of(person.office, person.position)
        return Gender.MASCULINE, (fault("C452", place, office=person.office),)
    return told or Gender.MASCULINE, ()


def _contradiction(person: Representative, told: Gender | None) -> Findings:
    """Return the finding that a feminine office is said to be held by a man.

    The masculine form of a woman's office is no contradiction: it is put into the feminine.
    """
    if told is not Gender.FEMININE or person.gender != Gender.MASCULINE:
        return ()
    if isinstance(person.gender, Text) and person.gender.origin.position is None:
        return ()  # it stands in for one that could not be read, and that is told already
    place = place_of(person.gender, person.position)
    return (fault("C466", place, office=person.office, gender=person.gender),)


def _civility(person: Representative, gender: Gender) -> Findings:
    """Return the finding that « M. » is said of a woman, or « Mme » of a man."""
    told = civility_gender(person.civility)
    if told in (None, gender) or person.civility is None:
        return ()
    place = place_of_contradiction((person.civility, person.gender), person.position)
    return (fault("C468", place, civility=person.civility, gender=gender.value),)


def civility_gender(civility: Text | None) -> Gender | None:
    """Return whom a civility is said of, None where there is none or it is another title."""
    return _CIVILITIES.get(fold((civility or "").rstrip(". ")))


def full_name(civility: Text | None, name: Text | Blank | None) -> Fragment:
    """Return « Mme Hélène PHILIPPE », without the civility where none was typed."""
    if name is None:
        return fragment()
    words = () if civility is None else (civility, "\N{NO-BREAK SPACE}")
    return fragment(*words, name)
