"""Who signs for a party: the office in the gender of its holder, and the capacity to sign."""

from dataclasses import dataclass

from conventassembler.agreement.model import Party, Representative
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.forms import Form, Forms, noun_table, phrase_table
from conventassembler.draft.places import place_of
from conventassembler.french import kinds, nouns
from conventassembler.french.grammar import Agreement, Gender
from conventassembler.french.kinds import Kind
from conventassembler.french.nouns import Noun
from conventassembler.french.offices import Office, near_offices, office, own_gender, title
from conventassembler.source import fold
from conventassembler.values import Blank, Fragment, Shown, Text, fragment, piece

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """A representative whose office and gender are known."""

    representative: Representative
    office: Office | None
    """None while the office is a blank."""
    gender: Gender

    @property
    def noun(self) -> Noun:
        """The office agreed with its holder, as a text piece that knows its key."""
        typed = self.representative.office
        if self.office is None or isinstance(typed, Blank):
            return Noun(piece(typed), self.gender)
        text = piece(typed, title(self.office, self.gender), "fonction")
        return Noun(text, self.gender)


def signing(party: Party) -> tuple[Signing | None, Findings]:
    """Return who signs for the party, or None with what is missing or unknown."""
    person = party.representative
    if person is None:
        return None, (fault("C457", party.position, party=party.key),)
    gender, doubtful = _gender(person)
    if isinstance(person.office, Blank):
        return Signing(person, None, gender), doubtful
    known = office(str(person.office))
    if known is None:
        near = {"suggestion": best[0]} if (best := near_offices(str(person.office))) else {}
        place = place_of(person.office, person.position)
        return None, (fault("C451", place, office=person.office, **near), *doubtful)
    return Signing(person, known, gender), doubtful


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
    if told is None and office(str(person.office)):
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
    told = _CIVILITIES.get(fold((person.civility or "").rstrip(". ")))
    if told in (None, gender) or person.civility is None:
        return ()
    place = place_of(person.civility, person.position)
    return (fault("C468", place, civility=person.civility, gender=gender.value),)


def capacity(party: Party, sort: Kind, signs: Signing) -> Fragment:
    """Return the capacity over a signature: « La Maire de Longvic »."""
    if signs.office is None:
        return fragment(*nouns.capitalised(nouns.le(signs.noun)))
    article, words, *rest = kinds.capacity(
        sort,
        piece(party.name),
        signs.office,
        signs.gender,
        acronym=party.acronym,
        organ=signs.representative.of,
    )
    return fragment(article, _as_value(words, signs), *rest)


def representative_forms(party: Party, sort: Kind, signs: Signing) -> Forms:
    """Return the forms of the representative: « la maire », « sa maire », its capacity."""
    noun = signs.noun
    person = signs.representative
    belonging = _belonging(party, sort, signs)[2:]
    table: dict[str, Form] = {
        **noun_table(noun),
        **phrase_table(noun, belonging, "_qualite"),
        "fonction": lambda: fragment(noun.text),
        "son": lambda: fragment(*nouns.possessive(noun)),
        "Son": lambda: fragment(*nouns.capitalised(nouns.possessive(noun))),
        "qualite": lambda: fragment(noun.text, *belonging),
        "designation": lambda: _designation(noun, belonging, sort),
        "en_exercice": lambda: person.name is None,
        "civilite_nom": lambda: full_name(person),
    }
    return Forms(table, "fonction", Agreement(signs.gender))


def _designation(noun: Noun, belonging: tuple[str, ...], sort: Kind) -> Fragment:
    """Return who represents the party: « sa maire », but « le préfet de la Côte-d'Or ».

    The State's name says nothing of the place: its representative does.
    """
    words = (*nouns.le(noun), *belonging) if sort.join == "none" else nouns.possessive(noun)
    return fragment(*words)


def full_name(person: Representative) -> Fragment:
    """Return « Mme Hélène PHILIPPE », without the civility where none was typed."""
    if person.name is None:
        return fragment()
    civility = () if person.civility is None else (person.civility, "\N{NO-BREAK SPACE}")
    return fragment(*civility, person.name)


def _belonging(party: Party, sort: Kind, signs: Signing) -> tuple[str, ...]:
    """Return article, title and what the office belongs to."""
    name = piece(party.name)
    if signs.office is None:
        return (*nouns.le(signs.noun),)
    return kinds.representative(
        sort,
        name,
        signs.office,
        signs.gender,
        acronym=party.acronym,
        organ=signs.representative.of,
    )


def _as_value(text: str, signs: Signing) -> str:
    """Return a title changed in case as the value that it still is."""
    typed = signs.representative.office
    return piece(typed) if isinstance(typed, Blank) else Shown(text, typed.origin, "fonction")
