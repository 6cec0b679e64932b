"""Documents and earlier agreements as recitals cite them, by their names and what is told of them.

« la convention d'objectifs et de gestion, conclue entre A et B, signée le 8 février 2024 »; « la
délibération ..., jointe en annexe 6 ».
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from conventassembler.french.folding import fold
from conventassembler.french.grammar import ARTICLES, NBSP, Agreement, Gender, Pieces
from conventassembler.french.inflection import Sort, agree
from conventassembler.french.instruments import instrument
from conventassembler.french.lists import enumerate_with
from conventassembler.french.nouns import Noun, du, parse_definite
from conventassembler.french.recited import AFTER_DE, Cited, numbered, spaced
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Amendment:
    """An avenant to an earlier agreement; what is empty is left out."""

    number: str = ""
    day: str = ""
    purpose: str = ""
    """« prorogeant d'un an ... »"""


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of a document: between whom, and when it was signed and approved."""

    between: Sequence[Pieces] = ()
    signed: str = ""
    approved: str = ""
    approver: Pieces = ()
    """After « par »: ("le ", "conseil municipal")."""
    amendments: Sequence[Amendment] = ()


def document(noun: Noun, story: Story) -> Cited:
    """Return a document or an earlier agreement, and what is told of it, agreeing with its name.

    « convention ..., conclue entre A et B, signée le 27 décembre 2021 et modifiée par son
    avenant n° 1 du 28 décembre 2023 ».
    """
    told: list[Pieces] = []
    if story.between:
        sides = enumerate_with(story.between)
        told.append((agree("conclu", noun.agreement), " entre ", *sides))
    if story.signed:
        told.append((agree("signé", noun.agreement), " le ", story.signed))
    if story.approved or story.approver:
        told.append(_approved(noun, story))
    if story.amendments:
        told.append((agree("modifié", noun.agreement), " par ", *_amended(story.amendments)))
    return Cited(noun, (", ", *enumerate_with(told)) if told else ())


def annexed(agreement: Agreement, annex: Pieces = ("annexe",)) -> Pieces:
    """Return « , jointe en annexe », « , joint en annexe 6 », of a text annexed to the act."""
    return (f", {agree('joint', agreement, Sort.PARTICIPLE)} en ", *annex)


def numbered_annex(number: str) -> Pieces:
    """Return « annexe 6 »."""
    return f"annexe{NBSP}", number


def annex_number(text: str) -> str:
    """Return the number of an annex: « Annexe 6 » is 6, a number alone comes back as it is."""
    match = re.fullmatch(r"annexe\s+(?:n\s*[°ºo]\s*)?(?P<number>\S.*)", text.strip(), re.IGNORECASE)
    return match["number"] if match else text


def named(text: str, gender: Gender | None = None) -> Noun | None:
    """Return a document by its name, None where its gender or its article is not known.

    « le schéma ... » and « la charte ... » tell both; « l'accord-cadre ... » and a name without
    article are told by their first word, if a table has it, else by `gender`.
    """
    noun = parse_definite(text, gender or _gender_of(text))
    return noun if noun is None or has_article(text) else replace(noun, article=True)


def has_article(text: str) -> bool:
    """Tell whether a name begins with its article."""
    return text.lower().startswith(ARTICLES)


def issuer(text: str) -> Pieces | None:
    """Return who decided, after « de »: « la commission » gives « de la commission ».

    Words that begin with « de » are taken as they are; None for a name without article.
    """
    if text.lower().startswith(AFTER_DE):
        return (text,)
    noun = parse_definite(text, Gender.MASCULINE) if has_article(text) else None
    return None if noun is None else du(noun)


def _approved(noun: Noun, story: Story) -> Pieces:
    day = (" le ", story.approved) if story.approved else ()
    by = (" par ", *story.approver) if story.approver else ()
    return agree("approuvé", noun.agreement), *day, *by


def _amended(amendments: Sequence[Amendment]) -> Pieces:
    """Return « son avenant n° 1 du ... », « ses avenants n° 1 du ... et n° 2 du ... »."""
    if len(amendments) == 1:
        return "son avenant", *spaced(*_amendment(amendments[0]))
    if all(one.number and not one.day and not one.purpose for one in amendments):
        return "ses avenants ", *numbered([one.number for one in amendments])
    return "ses avenants ", *enumerate_with([_amendment(one) for one in amendments])


def _amendment(one: Amendment) -> Pieces:
    parts: list[Pieces] = []
    if one.number:
        parts.append(numbered((one.number,)))
    if one.day:
        parts.append(("du ", one.day))
    if one.purpose:
        parts.append((one.purpose,))
    return tuple(piece for part in parts for piece in (" ", *part))[1:]


def _gender_of(text: str) -> Gender | None:
    """Return the gender of the first word of a name, article or not, where a table has it."""
    bare = text
    for article in ARTICLES:
        if text.lower().startswith(article):
            bare = text[len(article) :]
    if known := instrument(bare):
        return known.agreement.gender
    words = bare.replace("-", " ").split()
    return _documents().get(fold(words[0])) if words else None


@cache
def _documents() -> dict[str, Gender]:
    return {fold(word): Gender(gender) for word, gender in table("recitals")["documents"].items()}
