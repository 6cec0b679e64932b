"""What an act is called, and how it agrees: le protocole, la convention, l'avenant."""

from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import Agreement, Gender
from conventassembler.french.inflection import agree
from conventassembler.french.nouns import Noun
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept


@dataclass(frozen=True, slots=True)
class Instrument:
    """An act by its name: « protocole », « convention territoriale globale »."""

    noun: Noun

    @property
    def agreement(self) -> Agreement:
        """What its participles agree with: conclu, conclue."""
        return self.noun.agreement


@kept
def instrument(text: str) -> Instrument | None:
    """Return the act of that name; its first word tells the gender, None where it is unknown."""
    gender = _gender("instruments", text)
    return None if gender is None else Instrument(Noun(text, gender))


def near_instruments(text: str) -> tuple[str, ...]:
    """Return the names of acts that look like the first word of `text`."""
    return near(_first_word(text), table("instruments")["instruments"])


def present(noun: Noun) -> Noun:
    """Return the act as it speaks of itself: (le) présent avenant, (la) présente convention."""
    return Noun(f"{agree('présent', noun.agreement)} {noun.text}", noun.gender, elides=False)


def deciding_act(text: str) -> Noun | None:
    """Return the act by which a body decides (délibération, arrêté), None where it is unknown."""
    gender = _gender("deciding_acts", text)
    return None if gender is None else Noun(text, gender)


def near_deciding_acts(text: str) -> tuple[str, ...]:
    """Return the names of deciding acts that look like the first word of `text`."""
    return near(_first_word(text), table("instruments")["deciding_acts"])


@kept
def _gender(key: str, text: str) -> Gender | None:
    names: dict[str, str] = table("instruments")[key]
    word = fold(_first_word(text))
    return next((Gender(gender) for name, gender in names.items() if fold(name) == word), None)


def _first_word(text: str) -> str:
    # « convention-cadre » is a convention.
    words = text.replace("-", " ").split()
    return words[0] if words else ""
