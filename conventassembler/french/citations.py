"""Articles of codes as they are cited: « L. 1111-9 », « R. 221-3 », « LO 1112-1 », « 1103 »."""

import re
from collections.abc import Sequence

from conventassembler.french.grammar import APOSTROPHE, NBSP, Pieces
from conventassembler.french.lists import enumerate_with

_DASH = r"\s*[-‐‑–—]\s*"
_ARTICLE = (
    r"(?P<prefix>L\.?\s*O|[LRDA])?\s*(?P<star>\*)?\s*\.?\s*(?P<star_after>\*)?\s*"
    rf"(?P<number>(?:1er|\d+)(?:{_DASH}\d+)*)(?:\s+(?P<suffix>bis|ter|quater|quinquies))?"
)
_ONE = re.compile(_ARTICLE, re.IGNORECASE)
_LAW = re.compile(
    r"(?:(?:la\s+)?loi\s+)?(?:(?:n\s*[°ºo]|num[ée]ro)\s*)?"
    rf"(?P<year>\d{{2,4}}){_DASH}(?P<rank>\d+)",
    re.IGNORECASE,
)
_LEADS = {
    "notamment": (f", notamment son article{NBSP}", ", notamment ses articles "),
    "et notamment": (f" et notamment son article{NBSP}", " et notamment ses articles "),
    "sans": (f", article{NBSP}", ", articles "),
}
_RANGE = re.compile(r"\s+[àa]\s+", re.IGNORECASE)


def write_article(text: str) -> str | None:
    """Return the article as it is cited, None when it cannot be read.

    A letter, a point, a no-break space, the number: `L1111-9`, `L.1111-9`, `L 1111-9` and
    « L121 – 1 » all read; LO takes no point; an article without letter (code civil) keeps its
    number. A range repeats its letter: « L. 227-1 à L. 227-3 »; « L. 227-1 à 3 » is refused,
    because it does not say where it ends. A text already in form comes back as the same object.
    Source: *Guide de légistique*, 4th edition, annex; usage of Légifrance.
    """
    ends = _RANGE.split(text.strip())
    written = [_write_one(end) for end in ends]
    if len(ends) > 2 or None in written or not _is_consistent(written):
        return None
    result = " à ".join(one for one in written if one is not None)
    return text if result == text else result


def write_law_number(text: str) -> str | None:
    """Return the number of a law as it is cited after « n° », None when it cannot be read.

    A year, a hyphen, a rank: `82-213`, `n° 82-213`, `loi n° 82-213` and « 82 – 213 » all read;
    `2015-991` keeps its four figures, `1982-213` loses two. A text already in form comes back as
    the same object. Source: *Guide de légistique*, 4th edition, 3.1.5; numbering of the Journal
    officiel.
    """
    match = _LAW.fullmatch(text.strip())
    if match is None:
        return None
    result = f"{_year(match['year'])}-{match['rank']}"
    return text if result == text else result


def _year(year: str) -> str:
    """Return the year as numbers of laws have it: two figures from 1945 to 1999, else four."""
    if len(year) == 4 and "1945" <= year <= "1999":
        return year[2:]
    return f"20{year}" if len(year) == 2 and year < "45" else year


def is_range(article: str) -> bool:
    """Tell whether a citation spans several articles."""
    return _RANGE.search(article) is not None


def articles_phrase(articles: Sequence[str], notably: str = "notamment") -> Pieces:
    """Return « , notamment ses articles ... » after a text's title; nothing for no article.

    Singular for one article, plural for several or for a range; « et notamment » and no word at
    all (« sans ») are for the profiles that want them.
    The articles, already written, come back as the same objects. Source: *Guide de légistique*,
    4th edition, 3.1.5 and 3.3.2 (never « et notamment »).
    """
    if not articles:
        return ()
    one, several = _LEADS[notably]
    return several if _are_several(articles) else one, *_listed(articles)


def articles_of(articles: Sequence[str]) -> Pieces:
    """Return « les articles L. 1 et L. 2 », « l'article 13 », before the text that they are of."""
    lead = "les articles " if _are_several(articles) else f"l{APOSTROPHE}article{NBSP}"
    return lead, *_listed(articles)


def _are_several(articles: Sequence[str]) -> bool:
    return len(articles) > 1 or is_range(articles[0])


def _listed(articles: Sequence[str]) -> Pieces:
    return enumerate_with([(article,) for article in articles])


def _write_one(text: str) -> str | None:
    match = _ONE.fullmatch(text.strip())
    if match is None:
        return None
    letters = re.sub(r"[.\s]", "", match["prefix"] or "").upper()
    star = "*" if match["star"] or match["star_after"] else ""
    if star and not letters:
        return None
    number = re.sub(_DASH, "-", match["number"])
    suffix = f"{NBSP}{match['suffix'].lower()}" if match["suffix"] else ""
    if not letters:
        return f"{number}{suffix}"
    point = "" if letters == "LO" else "."
    return f"{letters}{point}{NBSP}{star}{number}{suffix}"


def _is_consistent(written: Sequence[str | None]) -> bool:
    """A range must not lose its letter on the way."""
    letters = {re.sub(r"[^A-Z]", "", one or "") for one in written}
    return len(letters) == 1
