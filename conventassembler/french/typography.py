"""The typography of one paragraph, as edits of its text.

Each rule is a pattern and what it becomes; rules run in the order of `_rules`, each on what the
one before it left, and a second run finds nothing to do. Spaces, quotes, apostrophes, ellipses,
ligatures, accents of capitals and forms of citation change, and « de » elides before « un » and
« une » when these count something; nothing else ever does. Sources: *Lexique des règles
typographiques en usage à l'Imprimerie nationale*; *Guide de légistique*, 4th edition, annex; for
the elision Grevisse, *Le Bon Usage*, « Disjonction ». The closed lists of words stand in
`data/typography.toml`.
"""

import re
from collections.abc import Sequence
from functools import cache

from conventassembler.french.citations import write_article
from conventassembler.french.dates import MONTHS
from conventassembler.french.grammar import APOSTROPHE, NBSP
from conventassembler.french.profiles import Profile, default_profile
from conventassembler.french.quotes import pair_quotes
from conventassembler.french.tables import table
from conventassembler.french.tape import Edit, Rewrite, Span, Tape, apply

__all__ = ["Edit", "apply", "correct", "edits"]

Rule = tuple[re.Pattern[str], Rewrite]

_SPACE = " \u00a0\u202f"
_EXEMPT = re.compile(
    r"""
    (?: https?:// | ftp:// | www\. ) [^\s«»<>"]* [^\s«»<>".,;:!?)\]…]   # addresses of pages
  | mailto:\S+
  | [\w.+-]+ @ [\w-]+ (?: \.[\w-]+ )+                                  # e-mail
  | \b \d+ : \d+ (?: :\d+ )* \b                                        # times, ratios
  | \b [A-Za-z]{2} \d{2} (?: [ ]? [A-Za-z0-9]{4} ){3,7} (?: [ ]? [A-Za-z0-9]{1,3} )? \b   # IBAN
    """,
    re.VERBOSE,
)


def edits(
    text: str, profile: Profile | None = None, exempt: Sequence[Span] = ()
) -> tuple[Edit, ...]:
    """Return the corrections that the paragraph needs, sorted and not overlapping.

    `exempt` are the spans of `text` to leave alone (code, for one); page addresses, e-mails,
    times, ratios and IBANs are left alone too.
    """
    own = [match.span() for match in _EXEMPT.finditer(text)]
    tape = Tape(text, (*exempt, *own))
    pair_quotes(tape)
    for pattern, rewrite in _rules(profile or default_profile()):
        tape.rewrite(pattern, rewrite)
    return tape.edits()


def correct(text: str, profile: Profile | None = None) -> str:
    """Return the paragraph corrected, for callers who follow no values through it."""
    return apply(text, edits(text, profile))


@cache
def _rules(profile: Profile) -> tuple[Rule, ...]:
    return (
        *_word_rules(profile),
        *_mark_rules(profile),
        *_binding_rules(profile),
    )


def _word_rules(profile: Profile) -> tuple[Rule, ...]:
    """Ellipses, ligatures, accents of capitals, citations, apostrophes, « d'un an »."""
    data = table("typography")
    words: dict[str, str] = {**data["ligatures"]}
    words |= {word.capitalize(): form.capitalize() for word, form in words.items()}
    words |= {word.upper(): form.upper() for word, form in words.items()}
    if profile.accented_capitals:
        words |= data["accented_capitals"]
    return (
        (re.compile(r"(?<!\.)\.\.\.(?!\.)"), _becomes("…")),
        (_whole_words(words), lambda match: words[match.group()]),
        (_CITATION, lambda match: write_article(match.group())),
        (re.compile(r"(?<=[^\W\d_])'(?=[\w«“])"), _becomes(APOSTROPHE)),
        (_before_one(data["counted"]), lambda match: f"{match['d']}{APOSTROPHE}"),
    )


def _mark_rules(profile: Profile) -> tuple[Rule, ...]:
    """Spaces around punctuation."""
    ends = rf"(?=[{_SPACE}»”)\]]|$)"
    return (
        (re.compile(r"(?<=\S) {2,}(?=\S)"), _becomes(" ")),
        (re.compile(rf"(?<=«)[{_SPACE}]*(?=[^{_SPACE}]|$)"), _becomes(profile.quote_space)),
        (re.compile(rf"[{_SPACE}]+(?=»)|(?<=[^{_SPACE}«])(?=»)"), _becomes(profile.quote_space)),
        (re.compile(rf"[{_SPACE}]+(?=:)"), _becomes(profile.colon_space)),
        (re.compile(rf"[{_SPACE}]+(?=[;!?])"), _becomes(profile.high_space)),
        (re.compile(rf"(?<=[\w»”)\]%€°…’.])(?=:{ends})"), _becomes(profile.colon_space)),
        (re.compile(rf"(?<=[\w»”)\]%€°…’.])(?=[;!?]+{ends})"), _becomes(profile.high_space)),
        (re.compile(rf"[{_SPACE}]+(?=[%€])|(?<=\d)(?=[%€](?!\w))"), _becomes(NBSP)),
    )


def _binding_rules(profile: Profile) -> tuple[Rule, ...]:
    """No-break spaces between a number and what it counts or what it numbers."""
    data = table("typography")
    units = _any_of(data["units"])
    months = _any_of(MONTHS)
    numbered = _any_of(data["numbered"])
    titles = _any_of(data["civilities"])
    groups = (
        rf"(?<![\d,.])\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?=(?:,\d+)?[{_SPACE}](?:{units}|€)(?!\w))"
    )
    return (
        (re.compile(r"(?<=\b[nN][°º])[ ]*(?=\w|\[)"), _becomes(NBSP)),
        (re.compile(r"(?<=\bnos) (?=\d)"), _becomes(NBSP)),
        (re.compile(rf"\b(?:{numbered}) (?=\d|[IVX]+\b|[LRDA]\.|LO\b)"), _bound),
        (re.compile(rf"\b(?:{titles}) (?=[A-ZÀ-ÖØ-Þ])"), _bound),
        (re.compile(r"\b[LRDA]\. (?=\*?\d)|\bLO (?=\d)"), _bound),
        (re.compile(groups), lambda match: _respaced(match, profile.group_space)),
        (re.compile(rf"\d (?=(?:{units})(?![\w'’]))"), _bound),
        (re.compile(r"\d[ \u00a0]h (?=\d)"), _bound),
        (re.compile(rf"\b(?:\d{{1,2}}|1er) (?=(?:{months})\b)"), _bound),
        (re.compile(rf"\b(?:\d{{1,2}}|1er)[ \u00a0](?:{months}) (?=\d{{4}}\b)"), _bound),
        (re.compile(r"^\d+° (?=\S)"), _bound),
        # Lines of an address (NF Z 10-011): « BP 77 », « CS 13501 », « 21604 LONGVIC ».
        (re.compile(r"\b(?:BP|CS|CP|TSA) (?=\d)"), _bound),
        (re.compile(r"\b\d{5} (?=[A-ZÀ-ÖØ-Þ]{2})"), _bound),
    )


_CITATION = re.compile(
    # Two parts at least, so that a bus line or a road (D 905) is not taken for an article.
    r"\b(?:LO|L\.[ ]?O|[LRD])\.?[ \u00a0]?\*?\d{3,4}"
    r"(?:-\d+|[ \u00a0][-‐‑–][ \u00a0]\d+(?!\d*-))+(?![\w°])"
)


def _before_one(counted: Sequence[str]) -> re.Pattern[str]:
    """Return where « de » elides: before « un » or « une » and the one thing that is counted.

    A clause writes « de {{ annees | en_annees }} » for any number. « de un à trois ans » has no
    such thing behind « un » and stays, as the numeral there does not elide.
    """
    gap = rf"[{_SPACE}]+"
    return re.compile(rf"\b(?P<d>d)e{gap}(?=une?{gap}(?:{_any_of(counted)})(?!\w))", re.IGNORECASE)


def _becomes(replacement: str) -> Rewrite:
    return lambda _: replacement


def _bound(match: re.Match[str]) -> str:
    """Return the match with its last space, a plain one, made no-break."""
    return match.group()[:-1] + NBSP


def _respaced(match: re.Match[str], space: str) -> str:
    return re.sub(rf"[{_SPACE}]", space, match.group())


def _whole_words(words: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@/.])(?:{_any_of(words)})(?!\w|@|/|\.\w)")


def _any_of(words: Sequence[str] | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
