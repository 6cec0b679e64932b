"""Texts as recitals cite them: laws and decrees, arrêtés, European texts, documents, agreements.

Each comes as the noun that it is and what follows that noun, so that its articles can be put
behind the whole (« la loi ..., notamment son article 13 ») or before it (« l'article 13 de la
loi ... »).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from conventassembler.french import european
from conventassembler.french.citations import articles_of, articles_phrase, write_law_number
from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import NBSP, Agreement, Gender, Pieces
from conventassembler.french.inflection import agree
from conventassembler.french.instruments import instrument
from conventassembler.french.lists import enumerate_with
from conventassembler.french.nouns import Noun, du, le, parse_definite
from conventassembler.french.profiles import Profile, default_profile
from conventassembler.french.tables import table

_AFTER_DE = ("du ", "des ", "de ", "d'", "d’")
_ARTICLES = ("le ", "la ", "les ", "l'", "l’")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_IS_EUROPEAN = re.compile(r"\((?:UE|CEE?)\)|\d+/\d")
_RELATING = ("relatif", "relative", "relatifs", "relatives")


@dataclass(frozen=True, slots=True)
class Cited:
    """A text, as the noun that it is and what follows it: « loi », « n° 82-213 du 2 mars... »."""

    noun: Noun
    tail: Pieces = ()


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


def noun_of(nature: str) -> Noun:
    """Return the noun of a nature of text: `law` is a « loi »."""
    text, gender = table("recitals")["nouns"][nature]
    return Noun(text, Gender(gender))


def write_number(nature: str, text: str) -> str | None:
    """Return the number of a text as texts of its nature are numbered, None when it is none."""
    if nature == "eu_regulation":
        return european.write_regulation_number(text)
    if nature == "eu_directive":
        return european.write_directive_number(text)
    return write_law_number(text)


def read_day(text: str) -> date | None:
    """Return the day by which a text without number is told, `1901-07-01`, None for a number."""
    try:
        return date.fromisoformat(text.strip()) if _DAY.fullmatch(text.strip()) else None
    except ValueError:
        return None


def with_articles(
    cited: Cited, articles: Sequence[str] = (), profile: Profile | None = None
) -> Pieces:
    """Return a text with its article and those of its articles that are cited, as profiles ask.

    « le code ..., notamment ses articles L. 1 et L. 2 », « les articles L. 1 et L. 2 du code ... ».
    Source: *Guide de légistique*, 4th edition, 3.1.5 (after the title); usage (before it).
    """
    chosen = profile or default_profile()
    if articles and chosen.recital_articles == "avant":
        return *articles_of(articles), " ", *du(cited.noun), *cited.tail
    phrase = articles_phrase(articles, chosen.recital_notably)
    return *le(cited.noun), *cited.tail, *phrase


def statute(
    noun: Noun,
    number: str = "",
    day: str = "",
    title: str = "",
    *,
    author: Pieces = (),
    is_modified: bool = False,
) -> Cited:
    """Return a text by its number, date and whole title; what is empty is left out.

    « loi n° 78-17 du 6 janvier 1978 modifiée relative à ... »; `author` stands before the date:
    « règlement (UE) 2016/679 du Parlement européen et du Conseil du 27 avril 2016 relatif à ... ».
    """
    sign = " " if _IS_EUROPEAN.match(number) else f" n°{NBSP}"
    told = (sign, number) if number else ()
    return Cited(noun, (*told, *_spaced(*author), *_dated(noun, day, title, is_modified)))


def order(
    noun: Noun,
    numbers: Sequence[str] = (),
    day: str = "",
    title: str = "",
    *,
    author: Pieces = (),
    is_modified: bool = False,
) -> Cited:
    """Return an arrêté or a circular: « arrêté préfectoral n° 12 du 25 novembre 2019 portant... ».

    `author` is « préfectoral », already agreeing, or begins with « de »: « du ministre chargé... ».
    """
    told = (" ", *numbered(numbers)) if numbers else ()
    return Cited(noun, (*_spaced(*author), *told, *_dated(noun, day, title, is_modified)))


def author(text: str, agreement: Agreement) -> str | None:
    """Return from whom an arrêté comes, agreeing with its noun; None where it cannot be read.

    An adjective of the table (« préfectoral », « préfectorale »), or words that begin with « du »,
    « de », « des », « d' », which come back as the same object.
    """
    if text.lower().startswith(_AFTER_DE):
        return text
    for forms in table("recitals")["authors"]["forms"]:
        if fold(text) in map(fold, forms):
            form: str = forms[agreement.gender is Gender.FEMININE]
            return text if text == form else form
    return None


def near_authors(text: str) -> tuple[str, ...]:
    """Return the adjectives that look like `text`, best first."""
    return near(text, (form for forms in table("recitals")["authors"]["forms"] for form in forms))


def numbered(numbers: Sequence[str]) -> Pieces:
    """Return « n° 12 », « nos 12 et 13 ». Source: *Guide de légistique*, 4th edition, annex."""
    sign = "nos" if len(numbers) > 1 else "n°"
    return f"{sign}{NBSP}", *enumerate_with([(number,) for number in numbers])


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


def annexed(agreement: Agreement, number: str = "") -> Pieces:
    """Return « , jointe en annexe », « , joint en annexe 6 », of a text annexed to the act."""
    words = f", {agree('joint', agreement)} en annexe"
    return (f"{words}{NBSP}", number) if number else (words,)


def annex_number(text: str) -> str:
    """Return the number of an annex: « Annexe 6 » is 6, a number alone comes back as it is."""
    match = re.fullmatch(r"annexe\s+(?:n\s*[°ºo]\s*)?(?P<number>\S.*)", text.strip(), re.IGNORECASE)
    return match["number"] if match else text


def named(text: str, gender: Gender | None = None) -> Noun | None:
    """Return a document by its name, None where its gender or its article is not known.

    « le schéma ... » and « la charte ... » tell both; « l'accord-cadre ... » and a name without
    article are told by their first word, if a table has it, else by `gender`.
    """
    has_article = text.lower().startswith(_ARTICLES)
    noun = parse_definite(text, gender or _gender_of(text))
    return noun if noun is None or has_article else replace(noun, article=True)


def has_article(text: str) -> bool:
    """Tell whether a name begins with its article."""
    return text.lower().startswith(_ARTICLES)


def issuer(text: str) -> Pieces | None:
    """Return who decided, after « de »: « la commission » gives « de la commission ».

    Words that begin with « de » are taken as they are; None for a name without article.
    """
    if text.lower().startswith(_AFTER_DE):
        return (text,)
    noun = parse_definite(text, Gender.MASCULINE) if has_article(text) else None
    return None if noun is None else du(noun)


def disagreeing(title: str, agreement: Agreement) -> str | None:
    """Return « relative » for a title that says « relatif » of a law, None where nothing is wrong.

    Source: Grevisse, *Le Bon Usage*, agreement of the adjective.
    """
    word = title.split(" ", 1)[0]
    if fold(word) not in _RELATING:
        return None
    right = agree("relatif", agreement)
    return None if fold(word) == right else right


def _approved(noun: Noun, story: Story) -> Pieces:
    day = (" le ", story.approved) if story.approved else ()
    by = (" par ", *story.approver) if story.approver else ()
    return agree("approuvé", noun.agreement), *day, *by


def _amended(amendments: Sequence[Amendment]) -> Pieces:
    """Return « son avenant n° 1 du ... », « ses avenants n° 1 du ... et n° 2 du ... »."""
    if len(amendments) == 1:
        return "son avenant", *_spaced(*_amendment(amendments[0]))
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


def _dated(noun: Noun, day: str, title: str, is_modified: bool) -> Pieces:
    dated = (" du ", day) if day else ()
    modified = (" ", agree("modifié", noun.agreement)) if is_modified else ()
    return *dated, *modified, *_spaced(title)


def _spaced(*words: str) -> Pieces:
    return (" ", *words) if any(words) else ()


def _gender_of(text: str) -> Gender | None:
    """Return the gender of the first word of a name, article or not, where a table has it."""
    bare = text
    for article in _ARTICLES:
        if text.lower().startswith(article):
            bare = text[len(article) :]
    if known := instrument(bare):
        return known.agreement.gender
    words = bare.replace("-", " ").split()
    return _documents().get(fold(words[0])) if words else None


@cache
def _documents() -> dict[str, Gender]:
    return {fold(word): Gender(gender) for word, gender in table("recitals")["documents"].items()}
