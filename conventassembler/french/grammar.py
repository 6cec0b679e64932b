"""Gender, number, and the way a group of nouns agrees; the words every other module shares."""

from enum import StrEnum
from typing import NamedTuple

Pieces = tuple[str, ...]
"""A phrase in parts: joined, it is the text; apart, each part can be traced to its value."""

NBSP = "\u00a0"
"""No-break space."""
APOSTROPHE = "\u2019"
"""Typographic apostrophe."""
ARTICLES = ("le ", "la ", "les ", "l'", "l’")
"""The definite articles that a name may be typed with."""


class Gender(StrEnum):
    """Grammatical gender, under the names that a clerk types."""

    MASCULINE = "masculin"
    FEMININE = "féminin"


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "singulier"
    PLURAL = "pluriel"


class Agreement(NamedTuple):
    """What a participle or an adjective agrees with: what is remembered of words is asked by it."""

    gender: Gender
    number: Number = Number.SINGULAR

    def plus(self, other: "Agreement") -> "Agreement":
        """Return the agreement of both together: plural, feminine only when both are.

        Source: Grevisse, *Le Bon Usage*, agreement of the adjective with several nouns of
        different genders (masculine plural).
        """
        both_feminine = self.gender is other.gender is Gender.FEMININE
        return Agreement(Gender.FEMININE if both_feminine else Gender.MASCULINE, Number.PLURAL)


def joined(pieces: Pieces) -> str:
    """Return the text of a phrase."""
    return "".join(pieces)
