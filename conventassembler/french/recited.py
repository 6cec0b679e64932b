"""Texts as recitals cite them: laws and decrees, arrêtés, circulars, European texts.

Each comes as the noun that it is and what follows that noun, so that its articles can be put
behind the whole (« la loi ..., notamment son article 13 ») or before it (« l'article 13 de la
loi ... »).
"""

import re
from collections.abc import Sequence
from datetime import date

from conventassembler.french import european
from conventassembler.french.citations import articles_of, articles_phrase, write_law_number
from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import NBSP, Agreement, Gender, Pieces
from conventassembler.french.inflection import agree
from conventassembler.french.lists import enumerate_with
from conventassembler.french.nouns import Noun, du, le
from conventassembler.french.profiles import Profile, default_profile
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

AFTER_DE = ("du ", "des ", "de ", "d'", "d’")
_DAY = Pattern(r"\d{4}-\d{2}-\d{2}")
_IS_EUROPEAN = Pattern(r"\((?:UE|CEE?)\)|\d+/\d")
_NOUN_FIRST = Pattern(
    r"\s*(?:l['’]|l[ea]s?\s|une?\s|(?:schéma|plan|statut|\w+(?:tion|sion|ment|isme|age))s?\b)",
    re.IGNORECASE,
)
_RELATING = ("relatif", "relative", "relatifs", "relatives")


@dataclass(frozen=True, slots=True)
class Cited:
    """A text, as the noun that it is and what follows it: « loi », « n° 82-213 du 2 mars... »."""

    noun: Noun
    tail: Pieces = ()


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
    return Cited(noun, (*told, *spaced(*author), *_dated(noun, day, title, is_modified)))


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
    return Cited(noun, (*spaced(*author), *told, *_dated(noun, day, title, is_modified)))


def author(text: str, agreement: Agreement) -> str | None:
    """Return from whom an arrêté comes, agreeing with its noun; None where it cannot be read.

    An adjective of the table (« préfectoral », « préfectorale »), or words that begin with « du »,
    « de », « des », « d' », which come back as the same object.
    """
    if text.lower().startswith(AFTER_DE):
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


def follows(title: str) -> bool:
    """Tell whether an object can follow the name of its text: « relatif à », « portant », « sur ».

    « décret ... création d'un label » is no French; a participle, a preposition or an adjective
    of relation must come first (Guide de légistique, 3.1.3). What is not known to be a noun passes.
    """
    return not _NOUN_FIRST.match(title)


def disagreeing(title: str, agreement: Agreement) -> str | None:
    """Return « relative » for a title that says « relatif » of a law, None where nothing is wrong.

    Source: Grevisse, *Le Bon Usage*, agreement of the adjective.
    """
    word = title.split(" ", 1)[0]
    if fold(word) not in _RELATING:
        return None
    right = agree("relatif", agreement)
    return None if fold(word) == right else right


def _dated(noun: Noun, day: str, title: str, is_modified: bool) -> Pieces:
    dated = (" du ", day) if day else ()
    modified = (" ", agree("modifié", noun.agreement)) if is_modified else ()
    return *dated, *modified, *spaced(title)


def spaced(*words: str) -> Pieces:
    """Return words behind a space, and nothing where there are none."""
    return (" ", *words) if any(words) else ()
