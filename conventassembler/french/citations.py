"""Articles of codes as they are cited: « L. 1111-9 », « R. 221-3 », « LO 1112-1 », « 1103 »."""

import re
from collections.abc import Sequence

from conventassembler.french.grammar import APOSTROPHE, NBSP, Pieces
from conventassembler.french.lists import enumerate_with
from conventassembler.patterns import Pattern

_DASH = r"\s*[-‐‑–—]\s*"
SUFFIXES = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies",
    "undecies", "duodecies", "terdecies",
)  # fmt: skip
_SUFFIX = rf"(?:{'|'.join(SUFFIXES)})"
_LETTER = r"(?(prefix)(?<=[a-z])|(?:(?<=[a-z])|(?!\s+(?:[IVX]+|ET|OU|AL)\b)))\s+(?-i:[A-Z]{1,2})\b"
"""« 1609 nonies C », « 1650 A », « 150 VB » of the code général des impôts; « I » is a part."""
_ONE = Pattern(
    r"(?P<prefix>L\.?\s*O|[LRDA])?\s*(?P<star>\*)?\s*\.?\s*(?P<star_after>\*)?\s*"
    rf"(?P<number>(?:1er|\d+)(?:{_DASH}\d+)*)"
    rf"(?P<suffix>\s+{_SUFFIX})?(?P<letter>{_LETTER})?(?P<again>\s+{_SUFFIX})?"
    r"(?:\s*\((?P<part>[^()]+)\)|\s*,\s*(?P<tail>(?:al\.|alin[ée]a)\s*\d+))?",
    re.IGNORECASE,
)
_PART = Pattern(
    r"(?:al\.|alin[ée]as?)\s*(?P<rank>\d+(?:(?:,\s*|\s+(?:et|à)\s+)\d+)*)"
    r"|(?P<ordinal>\d+)\s*(?:er|e|[èe]me)\s+alin[ée]a"
    rf"|(?P<item>(?:[IVX]+(?:\s+{_SUFFIX})?|\d+\s*°)(?:(?:,\s*|\s+(?:et|à)\s+)"
    rf"(?:[IVX]+(?:\s+{_SUFFIX})?|\d+\s*°))*)"
)
_LAW = Pattern(
    r"(?:(?:la\s+)?loi\s+)?(?:(?:n\s*[°ºo]|num[ée]ro)\s*)?"
    rf"(?P<year>\d{{2,4}}){_DASH}(?P<rank>\d+)",
    re.IGNORECASE,
)
_LEADS = {
    "notamment": (f", notamment son article{NBSP}", ", notamment ses articles "),
    "et notamment": (f" et notamment son article{NBSP}", " et notamment ses articles "),
    "sans": (f", article{NBSP}", ", articles "),
}
_RANGE = Pattern(r"(?<!\s)\s++[àaÀ]\s++(?![^(]*\))")
_SPACES = Pattern(r"(\s)\s++")
_NEXT = Pattern(
    r"(?<!\s)\s*+(?:;|,|\bet\b)\s*+(?=(?:L\.?\s*O|[LRDA])?[.\s*]*\d)(?![^(]*\))", re.IGNORECASE
)
"""Between two articles of one list; what stands between brackets belongs to its article."""


def split_articles(text: str) -> tuple[str, ...]:
    """Return the articles of a list typed as one text: « L. 1111-1, L. 1111-9 et L. 3211-1 ».

    One article comes back as the same object, and so does what is no list of articles; « L. 1, 2
    et 3 » is none, as it does not say whether the letter goes for all.
    """
    parts = tuple(part.strip() for part in _NEXT.split(text))
    letters = {part[:1].isalpha() for part in parts}
    is_list = len(parts) > 1 and len(letters) == 1 and all(map(write_article, parts))
    return parts if is_list else (text,)


def write_article(text: str) -> str | None:
    """Return the article as it is cited, None when it cannot be read.

    A letter, a point, a no-break space, the number: `L1111-9`, `L.1111-9`, `L 1111-9` and
    « L121 – 1 » all read; LO takes no point; an article without letter (code civil) keeps its
    number. « bis », « nonies C » or « A » and a part (« alinéa 2 », « I ») follow, the part in
    brackets. A range repeats its letter and its number: « L. 227-1 à 3 » says « L. 227-1 à
    L. 227-3 », where only the last part of the number grows. A text already in form comes back as
    the same object.
    Source: *Guide de légistique*, 4th edition, annex; usage of Légifrance.
    """
    ends = _RANGE.split(_SPACES.sub(r"\1", text.strip()))
    if len(ends) > 2:
        return None
    if len(ends) == 2:
        ends[1] = _completed(ends[0], ends[1])
    written = [_write_one(end) for end in ends]
    if None in written or not _is_consistent(written):
        return None
    result = " à ".join(one for one in written if one is not None)
    return text if result == text else result


def article_in(text: str) -> str | None:
    """Return the one article that `text` holds beside other words: « art. L. 227-1 »."""
    bare = re.sub(r"^(?:l['’]|les\s+)?art(?:icle)?s?\.?\s+", "", text.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"\s+(?:et\s+suivants?|et\s+s\.|et\s+ss\.)$", "", bare, flags=re.IGNORECASE)
    return None if bare == text.strip() else write_article(bare)


def law_number_in(text: str) -> str | None:
    """Return the number that `text` holds beside other words: « 82-213 du 2 mars 1982 »."""
    found = re.search(rf"\b\d{{2,4}}{_DASH}\d{{1,4}}\b", text)
    return write_law_number(found[0]) if found else None


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


def _completed(first: str, last: str) -> str:
    """Return the last article of a range with the letter and the parts that it leaves unsaid."""
    start, end = _ONE.fullmatch(first.strip()), re.fullmatch(rf"\d+(?:{_DASH}\d+)*", last.strip())
    if start is None or end is None or not start["prefix"]:
        return last
    before, after = (re.split(_DASH, part) for part in (start["number"], last.strip()))
    whole = [*before[:-1], *after] if len(after) == 1 else after
    grows = whole[:-1] == before[:-1] and int(whole[-1]) > int(before[-1])
    return first[: start.start("number")] + "-".join(whole) if grows else last


def _write_one(text: str) -> str | None:
    match = _ONE.fullmatch(text.strip())
    if match is None:
        return None
    letters = re.sub(r"[.\s]", "", match["prefix"] or "").upper()
    star = "*" if match["star"] or match["star_after"] else ""
    part = _write_part(match["part"] or match["tail"])
    if (star and not letters) or part is None:
        return None
    suffixes = [match["suffix"], match["letter"], match["again"]]
    after = "".join(f"{NBSP}{_low(one.strip())}" for one in suffixes if one)
    number = re.sub(_DASH, "-", match["number"]) + after + part
    if not letters:
        return number
    point = "" if letters == "LO" else "."
    return f"{letters}{point}{NBSP}{star}{number}"


def _low(suffix: str) -> str:
    return suffix.lower() if suffix.lower() in SUFFIXES else suffix


def _write_part(text: str | None) -> str | None:
    """Return « (alinéa 2) », « (I et II) », nothing for no part, None for what is none."""
    if text is None:
        return ""
    match = _PART.fullmatch(text.strip())
    if match is None:
        return None
    if match["rank"]:
        plural = "s" if len(re.findall(r"\d+", match["rank"])) > 1 else ""
        return f" (alinéa{plural}{NBSP}{match['rank']})"
    if ordinal := match["ordinal"]:
        return f" ({ordinal}{'er' if ordinal == '1' else 'e'}{NBSP}alinéa)"
    items = re.sub(rf"\s+(?={_SUFFIX}\b)", NBSP, match["item"])
    return " (" + re.sub(r"(?<=\d)\s+(?=°)", "", items) + ")"


def _is_consistent(written: Sequence[str | None]) -> bool:
    """A range must not lose its letter on the way."""
    letters = {re.match(r"[A-Z]*", one or "")[0] for one in written}  # type: ignore[index]
    return len(letters) == 1
