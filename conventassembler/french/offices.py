"""Offices in both genders: le maire, la maire; le président, la présidente."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import Agreement, Gender
from conventassembler.french.inflection import Sort, agree
from conventassembler.french.kinds import kinds
from conventassembler.french.nouns import Noun
from conventassembler.french.ordinals import ordinal
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass, replace
from conventassembler.nearness import close_matches
from conventassembler.patterns import Pattern

_IN_FIGURES = Pattern(
    r"(?P<one>1) ?(?:er|(?P<une>e?re)) |(?P<two>2) ?nd(?P<de>e?) |(?P<rank>[1-9]\d?) ?i?(?:e|eme) "
)
"""The rank at the head of a folded office: « 1er », « 2eme », « 2nd », « 15e »."""
_OF_SERVICE = Pattern(r"(?:du |des |de la |de l['’]|d['’]|de )(?P<noun>[\w-]+)")
_OF_A_NAME = Pattern(r"\b(?:de |d['’])[A-ZÀ-Ý]")
_OF_A_BODY = Pattern(r"\b(?:du |des |de la |de l['’])(?P<noun>[\w-]+)")
_ALIKE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds."""

    masculine: str
    feminine: str
    elected: bool = True
    """Whether it belongs to the deliberating organ (président) or to the body (directeur)."""
    of_prefecture: bool = False
    """Whether it is held in the prefecture, where the State is represented by it."""


def office(text: str) -> Office | None:
    """Return the office named by either of its forms, None where it is unknown.

    Source for the feminine forms: *Femme, j'écris ton nom* (CNRS, 1999), followed by the
    circular of 21 November 2017.
    """
    return _offices().get(_in_letters(text))


def split_office(text: str) -> tuple[Office, str] | None:
    """Return the office at the head of `text` and its complement, empty where there is none.

    « vice-présidente chargée des solidarités » is an office with « chargée des solidarités »;
    None where no office is known, or where what follows is no complement (« maire Dupont »).
    « délégué » is of the complement where that goes on, so that the body is named before it:
    « le vice-président du conseil régional délégué à l'emploi ». The service that somebody heads
    is of the office, and the body follows it: « la directrice du pôle culture de la commune ».
    """
    if (heading := _of_a_service(text)) is not None:
        return heading, ""
    found = [one for one in _heads(text) if not one[1] or _is_complement(one[1])]
    short = (one for one in found if not one[1] or not _ends_in_a_participle(text, one[1]))
    return next(short, found[0] if found else None)


def leading_office(text: str) -> tuple[Office, str] | None:
    """Return the longest office that `text` begins with, and whatever follows it."""
    return next(_heads(text), None)


def complement(text: str, gender: Gender) -> str:
    """Return a complement that agrees with the holder: « chargée des solidarités ».

    Its first word agrees where it is a participle of the table; the others stay as typed.
    """
    first, gap, rest = text.partition(" ")
    known = _participle(first)
    return f"{agree(known, Agreement(gender), Sort.PARTICIPLE)}{gap}{rest}" if known else text


def near_offices(text: str) -> tuple[str, ...]:
    """Return the offices, in either form, that look like `text` word for word.

    « proviseure adjointe » is no slip for « troisième adjointe », who is somebody else.
    """
    known = _offices().values()
    found = near(text, (form for one in known for form in (one.masculine, one.feminine)))
    return tuple(one for one in found if _is_alike(text, one))


def title(office: Office, gender: Gender) -> str:
    """Return the office in the gender of its holder."""
    return office.feminine if gender is Gender.FEMININE else office.masculine


def holder(office: Office, gender: Gender) -> Noun:
    """Return the office as a noun that agrees with its holder: la maire, son adjointe."""
    return Noun(title(office, gender), gender)


def own_gender(text: str) -> Gender | None:
    """Return the gender that the form itself tells: « présidente » féminin, « maire » None.

    A complement tells it where the office does not: « maire chargée de l'intérim ».
    """
    found = leading_office(text)
    if found is None:
        return None
    known, rest = found
    form = text[: len(text) - len(rest)].strip()
    if fold(known.masculine) != fold(known.feminine):
        is_hers = _in_letters(form) == fold(known.feminine)
        return Gender.FEMININE if is_hers else Gender.MASCULINE
    first = rest.partition(" ")[0]
    is_feminine = fold(first) == f"{fold(_participle(first))}e"
    return Gender.FEMININE if is_feminine else None


def _in_letters(text: str) -> str:
    """Return a folded office whose rank is in letters: « 2ème adjoint » → « deuxieme adjoint »."""
    folded = fold(text)
    found = _IN_FIGURES.match(folded) if folded[:1].isdigit() else None
    return f"{_rank(found)} {folded[found.end() :]}" if found else folded


def _rank(found: re.Match[str]) -> str:
    if found["two"]:
        return "seconde" if found["de"] else "second"
    number = int(found["one"] or found["rank"])
    return fold(ordinal(number, feminine=bool(found["une"])))


def _of_a_service(text: str) -> Office | None:
    """Return « directeur du pôle culture » as an office, where no legal person is named in it."""
    known, rest = leading_office(text) or (None, "")
    service = _OF_SERVICE.match(rest)
    if known is None or fold(known.masculine) not in table("offices")["heading"] or not service:
        return None
    if fold(service["noun"]) not in table("offices")["services"]:
        return None
    if _names_a_body(rest[service.end() :]):
        return None
    return replace(
        known, masculine=f"{known.masculine} {rest}", feminine=f"{known.feminine} {rest}"
    )


def _names_a_body(text: str) -> bool:
    """Tell whether words name a place or a legal person: « de Longvic », « de la Commune »."""
    named = (fold(found["noun"]) for found in _OF_A_BODY.finditer(text))
    return bool(_OF_A_NAME.search(text)) or any(one in _bodies() for one in named)


@cache
def _bodies() -> frozenset[str]:
    """Return the words by which names of legal persons begin: « commune », « ccas »."""
    names = (name for one in kinds() for name in (one.noun.text, one.acronym) if name)
    return frozenset(("ville", *(fold(name).split(" ")[0] for name in names)))


def _is_alike(text: str, other: str) -> bool:
    """Tell whether two offices have the same words, but for slips."""
    typed, known = fold(text).split(), fold(other).split()
    if len(typed) != len(known):
        return False
    pairs = zip(typed, known, strict=True)
    return all(close_matches(one, (two,), cutoff=_ALIKE) for one, two in pairs)


def _ends_in_a_participle(text: str, rest: str) -> bool:
    """Tell whether the words before `rest` end in a participle, as « vice-président délégué »."""
    return bool(_participle(text.removesuffix(rest).split()[-1]))


def _heads(text: str) -> Iterator[tuple[Office, str]]:
    """Yield the offices that `text` begins with, the longest first, each with what follows it."""
    words = text.split(" ")
    for count in range(min(len(words), _most_words()), 0, -1):
        if known := office(" ".join(words[:count])):
            yield known, " ".join(words[count:])


def _is_complement(text: str) -> bool:
    first = text.partition(" ")[0]
    return bool(_participle(first)) or fold(first) in table("offices")["complements_invariable"]


def _participle(word: str) -> str:
    """Return the masculine of a participle that may follow an office, or nothing."""
    known = table("offices")["complements_agreeing"]
    return next((one for one in known if fold(word) in (fold(one), f"{fold(one)}e")), "")


@cache
def _most_words() -> int:
    """Return the most words of an office, each typed with a space too many behind it."""
    return 2 * max(len(form.split()) for form in _offices())


@cache
def _offices() -> dict[str, Office]:
    found: dict[str, Office] = {}
    for row in table("offices")["offices"]:
        served = row.get("of_prefecture", False)
        one = Office(row["m"], row["f"], row.get("elected", False), served)
        for form in (one.masculine, one.feminine, *row.get("also", ())):
            found.setdefault(fold(form), one)
    for rank in table("offices")["ranks"]:
        for name in table("offices")["ranked"]:
            one = found[fold(name)]
            ranked = Office(f"{rank} {one.masculine}", f"{rank} {one.feminine}", one.elected)
            found |= {fold(ranked.masculine): ranked, fold(ranked.feminine): ranked}
    return found
