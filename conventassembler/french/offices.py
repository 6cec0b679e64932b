"""Offices in both genders: le maire, la maire; le président, la présidente."""

from dataclasses import dataclass
from functools import cache

from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import Gender
from conventassembler.french.nouns import Noun
from conventassembler.french.tables import table


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds."""

    masculine: str
    feminine: str
    elected: bool = True
    """Whether it belongs to the deliberating organ (président) or to the body (directeur)."""


def office(text: str) -> Office | None:
    """Return the office named by either of its forms, None where it is unknown.

    Source for the feminine forms: *Femme, j'écris ton nom* (CNRS, 1999), followed by the
    circular of 21 November 2017.
    """
    return _offices().get(fold(text))


def near_offices(text: str) -> tuple[str, ...]:
    """Return the offices, in either form, that look like `text`."""
    known = _offices().values()
    return near(text, (form for one in known for form in (one.masculine, one.feminine)))


def title(office: Office, gender: Gender) -> str:
    """Return the office in the gender of its holder."""
    return office.feminine if gender is Gender.FEMININE else office.masculine


def holder(office: Office, gender: Gender) -> Noun:
    """Return the office as a noun that agrees with its holder: la maire, son adjointe."""
    return Noun(title(office, gender), gender)


def own_gender(text: str) -> Gender | None:
    """Return the gender that the form itself tells: « présidente » féminin, « maire » None."""
    found = office(text)
    if found is None or fold(found.masculine) == fold(found.feminine):
        return None
    return Gender.FEMININE if fold(text) == fold(found.feminine) else Gender.MASCULINE


@cache
def _offices() -> dict[str, Office]:
    found: dict[str, Office] = {}
    for row in table("offices")["offices"]:
        one = Office(row["m"], row["f"], row.get("elected", False))
        for form in (one.masculine, one.feminine, *row.get("also", ())):
            found.setdefault(fold(form), one)
    return found
