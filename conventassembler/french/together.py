"""The name that an act gives its parties together, « les Parties », and what each of them is."""

from conventassembler.french.folding import near
from conventassembler.french.grammar import Agreement, Gender, Number, Pieces
from conventassembler.french.inflection import Sort, UnknownWordError, agree
from conventassembler.french.nouns import Noun
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass

USUAL = "les parties"
"""What acts say that declare no name."""


@dataclass(frozen=True, slots=True)
class Together:
    """A name for all parties, and the same for one of them."""

    all: Noun
    one: Noun


def together(text: str) -> Together | None:
    """Return the nouns of « les Parties », « les Partenaires publics »; None where unknown.

    The name is plural and has its article; its first word is of a table, which tells the gender
    and the singular, and what follows agrees with it. Capitals stay as they are typed.
    """
    article, _, words = text.strip().partition(" ")
    head, _, rest = words.strip().partition(" ")
    row = _rows().get(head.lower())
    if article.lower() != "les" or row is None:
        return None
    single, gender = row
    one = single.capitalize() if head[0].isupper() else single
    try:
        qualified = [agree(word, Agreement(gender), Sort.PARTICIPLE) for word in rest.split()]
    except UnknownWordError:
        return None
    return Together(
        Noun(words.strip(), gender, Number.PLURAL), Noun(" ".join((one, *qualified)), gender)
    )


def near_together(text: str) -> tuple[str, ...]:
    """Return the names that look like `text`, best first."""
    head = text.strip().split(" ")[-1]
    return tuple(f"les {noun.capitalize()}" for noun in near(head, _rows()))


def each(noun: Noun) -> Pieces:
    """Return one noun for all in turn: « chaque partie »."""
    return "chaque ", noun.text


def _rows() -> dict[str, tuple[str, Gender]]:
    return {plural: (one, Gender(gender)) for one, plural, gender in table("together")["nouns"]}
