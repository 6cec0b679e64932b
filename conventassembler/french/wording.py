"""The rules of typography that look at words: marks, ligatures, accents, citations, elisions."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from conventassembler.french.citations import write_article
from conventassembler.french.grammar import APOSTROPHE
from conventassembler.french.profiles import Profile
from conventassembler.french.rewriting import (
    SPACE,
    Rule,
    any_of,
    becomes,
    beside_spaces,
    in_every_case,
    whole_words,
)
from conventassembler.french.tables import table
from conventassembler.french.tape import Rewrite
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

_TICKS = "'`´‘ʼʹ′＇"
"""What keyboards and old files have in place of the apostrophe."""
_GAP = rf"[{SPACE}]"


def word_rules(profile: Profile) -> tuple[Rule, ...]:
    """Return the rules, in order."""
    return (
        Rule(Pattern(r"(?<=\S) {2,}(?=\S)"), becomes(" "), ("  ",)),
        *_ellipsis_rules(),
        *_dash_rules(),
        *_apostrophe_rules(),
        *_letter_rules(profile),
        *_citation_rules(),
        Rule(
            _before_one(table("typography")["counted"]),
            lambda match: f"{match['d']}{APOSTROPHE}",
            tuple(space + one for space in SPACE for one in ("un", "Un", "UN", "uN")),
            goes_on=frozenset(("un", "une", *table("typography")["counted"])),
        ),
    )


def _ellipsis_rules() -> tuple[Rule, ...]:
    """« … » of one character, none beside « etc. », no comma before it.

    A row of points is a line to write on, and stays.
    """
    return (
        Rule(Pattern(r"(?<!\.)\.\.\.(?!\.)"), becomes("…"), ("...",)),
        Rule(Pattern(rf"(?<=[\w»”)]){_GAP}?,{_GAP}?…"), becomes("…"), ("…",)),
        Rule(Pattern(r"(?<=…)\.(?!\.)"), becomes(""), ("….",)),
        Rule(Pattern(rf"(?<=\betc)[.,]?(?:{_GAP}?(?:…|\.{{2,}}))+\.?"), becomes("."), ("etc",)),
        Rule(Pattern(r"(?<=\betc)\.{2,}"), becomes("."), ("etc..",)),
    )


def _dash_rules() -> tuple[Rule, ...]:
    """A hyphen between spaces is a dash, years that follow one another have a hyphen alone.

    Between two other figures nothing is certain: a range, a number, a difference.
    """
    years = r"\b(?P<from>(?:19|20)\d\d)[ \u00a0][-–—][ \u00a0](?P<to>(?:19|20)\d\d)\b(?![-/])"
    dashes = beside_spaces("-–—")
    return (
        Rule(Pattern(rf"(?<![-/]){years}"), _years, dashes, figures=True),
        Rule(Pattern(r"(?<=[^\s\d]) -(?= \S)|(?<=\d) -(?= [^\s\d])"), becomes(" –"), (" - ",)),
        Rule(Pattern(r"(?<=\S) --(?= \S)"), becomes(" –"), (" -- ",)),
        Rule(Pattern(r"(?<=\S) ---(?= \S)"), becomes(" —"), (" --- ",)),
        Rule(Pattern("\N{HYPHEN}"), becomes("-"), ("\N{HYPHEN}",)),
    )


def _years(match: re.Match[str]) -> str | None:
    return f"{match['from']}-{match['to']}" if match["from"] < match["to"] else None


def _apostrophe_rules() -> tuple[Rule, ...]:
    elided = rf"(?i:\b(?:{any_of(table('typography')['elided'])}))"
    apart = (*_TICKS, *beside_spaces("’"))
    return (
        Rule(Pattern(r"'(?<=[^\W\d_]')(?=[\w«“])"), becomes(APOSTROPHE), ("'",)),
        # The other signs are apostrophes where a word elides, and there alone.
        Rule(Pattern(rf"(?P<word>{elided})[{_TICKS}](?=[^\W\d_])"), _joined, tuple(_TICKS)),
        Rule(Pattern(rf"(?P<word>{elided})[{_TICKS}’]{_GAP}+(?=[^\W\d_])"), _joined, apart),
        Rule(Pattern(rf"\b(?P<word>[Aa]ujourd)[{_TICKS}’]{_GAP}+(?=hui\b)"), _joined, ("jourd",)),
    )


def _joined(match: re.Match[str]) -> str:
    return match["word"] + APOSTROPHE


def _letter_rules(profile: Profile) -> tuple[Rule, ...]:
    """« œ » and accents of capitals; a person's name stays as it is written."""
    data = table("typography")
    words: dict[str, str] = {**data["ligatures"], **data["accented_uppercase"]}
    words |= {word.capitalize(): form.capitalize() for word, form in data["ligatures"].items()}
    words |= {word.upper(): form.upper() for word, form in data["ligatures"].items()}
    if not profile.accented_capitals:
        bare = Rule(_ACCENTED, _bare, tuple("ÀÂÄÉÈÊËÎÏÔÖÙÛÜ"))
        return (*_spelling(words), bare)
    words |= data["accented_capitals"]
    after = data["after_a"]
    behind = frozenset(word for words in after for word in words.split()[1:])
    preposition = Rule(_preposition(after), becomes("À"), beside_spaces("A"), goes_on=behind)
    return (*_spelling(words), preposition)


_PERSON = Pattern(
    rf"\b(?:M\.|MM\.|Mme|Mmes|Mlle|Me|Dr|Pr|Monsieur|Madame){_GAP}"
    rf"(?:[A-ZÀ-Þ](?:[^\W\d_]|[’'-])*\.?{_GAP}){{0,3}}$"
)


_ACCENTED = Pattern(rf"(?<!\w)(?:[ÀÂÄÉÈÊËÎÏÔÖÙÛÜ](?=[a-zß-öø-ÿœ])|À(?={_GAP}(?![A-ZÀ-Þ]{{2}})))")


def _bare(match: re.Match[str]) -> str | None:
    """Return the capital at the head of a word without its accent: Etat, A compter de."""
    named = _PERSON.search(match.string[max(0, match.start() - 80) : match.start()])
    return None if named else unicodedata.normalize("NFD", match.group())[0]


def _spelling(words: Mapping[str, str]) -> Iterator[Rule]:
    """Yield the rules that spell `words`: those in small letters, which have « oe », the others."""
    small = [word for word in words if word.islower()]
    yield Rule(whole_words(small), _spelt(words), ("oe",))
    capitalised = [word for word in words if not word.islower()]
    heads = frozenset(_HEAD.findall("\n".join(capitalised)))
    yield Rule(whole_words(capitalised), _spelt(words), heads=heads)


_HEAD = Pattern(r"^\w+", re.MULTILINE)


def _spelt(words: Mapping[str, str]) -> Rewrite:
    def rewrite(match: re.Match[str]) -> str | None:
        before = match.string[max(0, match.start() - 80) : match.start()]
        named = match.group()[0].isupper() and _PERSON.search(before)
        return None if named else words[match.group()]

    return rewrite


def _preposition(words: Sequence[str]) -> Pattern:
    """Return « A » at the head of a sentence, before words that only the preposition has."""
    # any space, as a class of few, which so many words would have compiled over and over
    after = any_of(words).replace("'", "['’]").replace(r"\ ", r"[^\S\n]")
    return Pattern(rf"(?:^|(?<=[.!?:;–\n«][ \u00a0\u202f])|(?<=\n)|(?<=«))A(?={_GAP}(?:{after})\b)")


_ACTED = any_of(in_every_case(table("typography")["enacted"]))
_ORGANIC = r"(?:(?<=L)O|(?<=L)\.[ ]?O\.?|)"
"""What may follow the letter of an article: « LO 1112-1 », « L.O. 1112-1 »."""
_LETTER = rf"[LRD]{_ORGANIC}"


def _citation_rules() -> tuple[Rule, ...]:
    """« L. 1111-9 », « n° 82-213 », « nos 65315 et 66075 »."""
    return (
        Rule(Pattern(r"\bn[°º]s(?=[ \u00a0]?\d)"), becomes("nos"), ("°s", "ºs"), figures=True),
        Rule(Pattern(r"(?<=\b[nN])º(?=[ \u00a0]?[\w\[])"), becomes("°"), ("º",)),
        Rule(_CITATION, _cited, tuple("LRD"), figures=True),
        Rule(
            _SHORT_CITATION,
            _cited,
            (*beside_spaces(["rticle"]), *beside_spaces(["rticles"])),
            figures=True,
        ),
        Rule(
            _ACT_NUMBER,
            lambda match: f"{match['head']}{match['year']}-{match['rank']}",
            ("n°", "N°"),
            figures=True,
        ),
    )


_written = kept(write_article)


def _cited(match: re.Match[str]) -> str | None:
    return _written(match.group())


_CITATION = Pattern(
    # Two parts at least, so that a bus line or a road (D 905) is not taken for an article.
    rf"[LRD](?<!\w[LRD]){_ORGANIC}\.?[ \u00a0]?\*?\d{{3,4}}"
    r"(?:-\d+|[ \u00a0][-‐‑–][ \u00a0]\d+(?!\d*-))+(?![\w°])"
)
_SHORT_CITATION = Pattern(
    rf"(?<=rticle[ \u00a0]){_LETTER}\.?[ \u00a0]?\*?\d+(?![\w°-])"
    rf"|(?<=rticles[ \u00a0]){_LETTER}\.?[ \u00a0]?\*?\d+(?![\w°-])"
)
_ACT_NUMBER = Pattern(
    rf"(?P<head>\b(?:{_ACTED})[ \u00a0][nN]°[ \u00a0]?)"
    r"(?P<year>\d{4}|\d\d)[ \u00a0]?[-–—‐‑][ \u00a0]?(?P<rank>\d+)\b"
)


def _before_one(counted: Sequence[str]) -> Pattern:
    """Return where « de » elides: before « un » or « une » and the one thing that is counted.

    A clause writes « de {{ annees | en_annees }} » for any number. « de un à trois ans » has no
    such thing behind « un » and stays, as the numeral there does not elide.
    """
    gap = rf"{_GAP}+"
    return Pattern(rf"\b(?P<d>d)e{gap}(?=une?{gap}(?:{any_of(counted)})(?!\w))", re.IGNORECASE)
