"""No-break spaces between what a line must not part: a number and what it counts or numbers."""

import re
from collections.abc import Iterable
from itertools import groupby

from conventassembler.french.citations import SUFFIXES
from conventassembler.french.dates import MONTHS
from conventassembler.french.grammar import NBSP
from conventassembler.french.profiles import Profile
from conventassembler.french.rewriting import SPACE, Rule, any_of, becomes, bound, in_every_case
from conventassembler.french.tables import table
from conventassembler.patterns import Pattern

_TELEPHONE = rf"0(?<!\d0)(?<!\d[{SPACE}]0)\d(?:[{SPACE}]\d\d){{4}}(?![{SPACE}]?\d)"


def binding_rules(profile: Profile) -> tuple[Rule, ...]:
    """Return the rules, in order; groups of digits are spaced as the profile says."""
    return (*_reference_rules(), *_quantity_rules(profile), *_people_and_places_rules())


def _reference_rules() -> tuple[Rule, ...]:
    """« n° 5 », « article 5 », « L. 1111-9 », « 5 bis », « 2e alinéa », « 1° » of a list."""
    data = table("typography")
    numbered, suffixes = _behind(in_every_case(data["numbered"])), any_of(SUFFIXES)
    cited = rf"\b(?:[LRDA]\.|LO|[Aa]rticles?){NBSP}\*?\d+(?:-\d+)*"
    behind = tuple(word + NBSP for word in ("L.", "R.", "D.", "A.", "LO", "rticle", "rticles"))
    return (
        Rule(Pattern(r"(?<=\b[nN][°º])[ ]*(?=(?!s\b)\w|\[)"), becomes(NBSP), ("°", "º")),
        Rule(Pattern(r"\b(?:nos|Nos) (?=\d)"), bound, ("os ",), figures=True),
        Rule(
            Pattern(rf" (?=[\dIVXLRDA])(?=\d|[IVX]+\b|[LRDA]\.|LO\b)(?:{numbered})"), becomes(NBSP)
        ),
        Rule(Pattern(r"\b[LRDA]\. (?=\*?\d)|\bLO (?=\d)"), bound, (". ", "O "), figures=True),
        Rule(Pattern(rf"{cited} (?=(?:{suffixes})\b)"), bound, behind, figures=True),
        Rule(
            Pattern(r"\b\d+(?:er|e) (?=alinéas?\b)"),
            bound,
            ("e al", "r al"),
            figures=True,
            goes_on=frozenset(("alinéa", "alinéas")),
        ),
        Rule(Pattern(r"(?:^|(?<=\n))\d+° (?=\S)"), bound, ("° ",), figures=True),
    )


def _behind(words: Iterable[str]) -> str:
    """Return the pattern of a place behind one of `words` and a space: one look for each length."""
    alike = groupby(sorted(words, key=len), key=len)
    return "|".join(rf"(?<=(?<!\w)(?:{any_of(of_one_length)}) )" for _, of_one_length in alike)


def _quantity_rules(profile: Profile) -> tuple[Rule, ...]:
    """« 200 000 € », « 3 ans », « trois (3) ans », « 12 h 30 », « 1er juin 2025 »."""
    units, months = any_of(table("typography")["units"]), any_of(MONTHS)
    number = rf"\d(?<![\d,.]\d)\d{{0,2}}(?>(?:[{SPACE}]\d{{3}}){{1,9}})"
    groups = rf"{number}(?=(?:,\d+)?[{SPACE}](?:{units}|€)(?!\w))"
    return (
        Rule(Pattern(groups), lambda match: _respaced(match, profile.group_space), figures=True),
        Rule(
            Pattern(rf"[\d(](?:(?<=\d)|(?<=\()\d+\)) (?=(?:{units})(?![\w'’]))"),
            bound,
            figures=True,
        ),
        Rule(Pattern(r"\d[ \u00a0]h (?=\d)"), bound, ("h ",), figures=True),
        Rule(
            Pattern(rf"\b(?:\d{{1,2}}|1er) (?=(?:{months})\b)"),
            bound,
            MONTHS,
            figures=True,
            goes_on=frozenset(MONTHS),
        ),
        Rule(
            Pattern(rf"\b(?:\d{{1,2}}|1er)[ \u00a0](?:{months}) (?=\d{{4}}\b)"),
            bound,
            MONTHS,
            figures=True,
            goes_on=frozenset(MONTHS),
        ),
    )


def _people_and_places_rules() -> tuple[Rule, ...]:
    """« M. Dupont », « J.-P. Martin », lines of an address, telephone numbers."""
    civilities, capital = table("typography")["civilities"], "A-ZÀ-ÖØ-Þ"
    titles = any_of(civilities)
    parted, joined = (tuple(title + space for title in civilities) for space in (" ", NBSP))
    return (
        Rule(Pattern(rf"\b(?:{titles}) (?=[{capital}])"), bound, parted),
        # One initial is certain behind a civility only: « la variante A. Le conseil ».
        Rule(Pattern(rf"\b(?:{titles}){NBSP}[{capital}]\. (?=[{capital}])"), bound, joined),
        Rule(Pattern(rf"(?<![\w.])[{capital}]\.-[{capital}]\. (?=[{capital}])"), bound, (".-",)),
        # Lines of an address (NF Z 10-011): « BP 77 », « CS 13501 », « 21604 LONGVIC ».
        Rule(Pattern(r"\b(?:BP|CS|CP|TSA) (?=\d)"), bound, ("P ", "S ", "A "), figures=True),
        Rule(Pattern(rf"\d(?<!\w\d)\d{{4}} (?=[{capital}]{{2}})"), bound, figures=True),
        Rule(Pattern(_TELEPHONE), lambda match: _respaced(match, NBSP), ("0",), figures=True),
    )


def _respaced(match: re.Match[str], space: str) -> str:
    return re.sub(rf"[{SPACE}]", space, match.group())
