"""What an act is called, and how it agrees: le protocole, la convention, l'avenant."""

from dataclasses import dataclass

from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import Agreement, Gender, Pieces
from conventassembler.french.inflection import agree
from conventassembler.french.nouns import Noun
from conventassembler.french.tables import table


@dataclass(frozen=True, slots=True)
class Instrument:
    """An act by its name: « protocole », « convention territoriale globale »."""

    noun: Noun

    @property
    def agreement(self) -> Agreement:
        """What its participles agree with: conclu, conclue."""
        return self.noun.agreement


def instrument(text: str) -> Instrument | None:
    """Return the act of that name; its first word tells the gender, None where it is unknown."""
    gender = _gender("instruments", text)
    return None if gender is None else Instrument(Noun(text, gender))


def near_instruments(text: str) -> tuple[str, ...]:
    """Return the names of acts that look like the first word of `text`."""
    return near(_first_word(text), table("instruments")["instruments"])


def the_present(noun: Noun) -> Pieces:
    """Return the act as it speaks of itself: le présent protocole, la présente convention."""
    article = "la " if noun.gender is Gender.FEMININE else "le "
    return article, agree("présent", noun.agreement), " ", noun.text


def of_the_present(noun: Noun) -> Pieces:
    """Return the act after « de »: du présent protocole, de la présente convention."""
    article = "de la " if noun.gender is Gender.FEMININE else "du "
    return article, agree("présent", noun.agreement), " ", noun.text


def to_the_present(noun: Noun) -> Pieces:
    """Return the act after « à »: au présent protocole, à la présente convention."""
    article = "à la " if noun.gender is Gender.FEMININE else "au "
    return article, agree("présent", noun.agreement), " ", noun.text


def deciding_act(text: str) -> Noun | None:
    """Return the act by which a body decides (délibération, arrêté), None where it is unknown."""
    gender = _gender("deciding_acts", text)
    return None if gender is None else Noun(text, gender)


def near_deciding_acts(text: str) -> tuple[str, ...]:
    """Return the names of deciding acts that look like the first word of `text`."""
    return near(_first_word(text), table("instruments")["deciding_acts"])


def _gender(key: str, text: str) -> Gender | None:
    names: dict[str, str] = table("instruments")[key]
    word = fold(_first_word(text))
    return next((Gender(gender) for name, gender in names.items() if fold(name) == word), None)


def _first_word(text: str) -> str:
    # « convention-cadre » is a convention.
    words = text.replace("-", " ").split()
    return words[0] if words else ""
