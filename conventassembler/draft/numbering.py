"""Numbers of headings, and the nouns by which references name them.

Numbers are computed from the tree of instances alone, before any text is composed, so that a
reference forward is as right as one backward. A number fixed by hand (« 5 bis ») is kept.
"""

import re
from collections.abc import Mapping
from dataclasses import field

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import HeadingNumber
from conventassembler.draft.places import place_of
from conventassembler.draft.slots import Slot
from conventassembler.french.divisions import division
from conventassembler.french.nouns import Noun
from conventassembler.french.numerals import read_numeral, write_numeral
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.library.model import ARTICLE, HeadingScheme
from conventassembler.patterns import Pattern
from conventassembler.source import identifier
from conventassembler.values import Text

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

_ENDING = Pattern(r"[\s.,;:)–—-]*")
"""What may stand behind a number and be no part of it; « 1° » is one."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of one heading."""

    label: str
    """In natural case, « Article 3 », « 2.3.1 »."""
    noun: Noun
    """What references say, « article 3 »."""
    number: str
    """What the numbers below it begin with: « 3 », though the heading say « 1er » of the first."""
    count: HeadingNumber
    """How it is counted."""
    ending: str = ""
    """A mark behind the number, as in « 1.1. », which references leave out."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The `numéro` of a scheme: a name, what holds the number, what follows."""

    name: str
    """« Article »; empty for « {parent}.{n} »."""
    held: str
    """« {n} », « {parent}.{n} »."""
    ending: str

    def number(self, parent: str, text: str) -> str:
        """Return the number `text` behind that of the heading above; without one, alone."""
        return self._below(parent).replace("{n}", text).replace("{parent}", parent)

    def counted(self, parent: str) -> str:
        """Return the whole pattern, without a place for the number above where there is none."""
        return _with_number(self.name, self._below(parent))

    def _below(self, parent: str) -> str:
        held = self.held if parent else self.held.replace("{parent}", "")
        return held if parent else re.sub(r"\A[^\w{]+", "", held)

    def own(self, parent: str, typed: str) -> str:
        """Return a number typed by hand without what the heading above gives: 3 of « 2.3 »."""
        lead = self.number(parent, "\0").partition("\0")[0]
        return typed.removeprefix(lead) or typed


@dataclass(slots=True)
class _Count:
    """The counters of one parent's headings."""

    last: dict[str, int] = field(default_factory=dict)
    taken: dict[str, Position] = field(default_factory=dict)
    """Where each number, name and all, was first given."""


@dataclass(slots=True)
class _Numbering:
    """Numbers the headings of one act, from the top down."""

    first_article: str
    found: dict[str, Numbered] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    running: dict[str, _Count] = field(default_factory=dict)
    """Counters of the schemes that never start anew."""

    def row(self, row: tuple[Slot, ...], parent: str = "") -> None:
        """Number one row of siblings, then what is below each; `parent` is the number above."""
        count = _Count()
        for one in row:
            scheme = one.scheme
            number = parent
            if scheme and (scheme.number or one.fixed):
                own = count if scheme.restart else self._running(scheme)
                numbered = self._numbered(one, scheme, own, parent)
                self.found[one.id] = numbered
                number = numbered.number
            self.row(one.below, number)

    def _running(self, scheme: HeadingScheme) -> _Count:
        return self.running.setdefault(scheme.name, _Count())

    def _numbered(self, one: Slot, scheme: HeadingScheme, count: _Count, parent: str) -> Numbered:
        pattern = _pattern(scheme)
        text, value = _next(one.fixed, scheme, count, pattern, parent)
        number = pattern.number(parent, text)
        place = place_of(one.fixed, one.position)
        key = f"{identifier(pattern.name)} {pattern.number(parent, _same(text))}"
        first = count.taken.setdefault(key, place)
        is_numbered = one.fixed is not None or "{n}" in str(scheme.number)
        if first is not place and is_numbered:
            self.problems.append(fault("C413", place, number=number, first=first.line))
        shown = pattern.number(parent, self._first(scheme) or text) if value == 1 else number
        said = _with_number(pattern.name, shown)
        counted = pattern.counted(parent) if value is not None else said
        through = not scheme.restart
        held = HeadingNumber(scheme.name, counted, said, scheme.digits, value, through)
        noun = division(pattern.name, said)
        return Numbered(said[:1].upper() + said[1:], noun, number, held, pattern.ending)

    def _first(self, scheme: HeadingScheme) -> str:
        """Return what the first heading of a scheme has for its number."""
        return (scheme.name == ARTICLE and self.first_article) or scheme.first


@recalled
def number(
    row: tuple[Slot, ...], first_article: str = ""
) -> tuple[Mapping[str, Numbered], tuple[Diagnostic, ...]]:
    """Return the number of each numbered heading by instance id, and the numbers taken twice.

    `first_article` is the number of the first article, « 1er »; empty where its scheme says it.
    """
    numbering = _Numbering(first_article)
    numbering.row(row)
    return numbering.found, tuple(numbering.problems)


@recalled
def _pattern(scheme: HeadingScheme) -> _Pattern:
    """Return the words around the number, in natural case: capitals are a style.

    A reference has the case of the heading, « l'Article 5 » under « Article {n} »: a field that a
    word processor recomputes from the heading could show nothing else. « ARTICLE {n} » in capitals
    is referred to as « l'article 5 ».
    """
    words = scheme.number or "{n}"
    words = words.lower() if scheme.capitals else words[:1].upper() + words[1:]
    name, brace, rest = words.partition("{")
    held, closing, ending = rest.rpartition("}")
    if not _ENDING.fullmatch(ending):
        return _Pattern(name.strip(), f"{brace}{rest}", "")
    return _Pattern(name.strip(), f"{brace}{held}{closing}", ending)


def _next(
    fixed: Text | None, scheme: HeadingScheme, count: _Count, pattern: _Pattern, parent: str
) -> tuple[str, int | None]:
    """Return the number of a heading in its row as it is written, and what it counts for."""
    if fixed is None:
        value: int | None = count.last.get(scheme.name, 0) + 1
    else:
        value = read_numeral(pattern.own(parent, str(fixed)), scheme.digits)
    if value is not None:
        count.last[scheme.name] = value
    if value is None or (fixed and scheme.digits == "arabes"):
        # No line ends inside « 5 bis ».
        return pattern.own(parent, str(fixed)).replace(" ", NO_BREAK_SPACE), value
    return write_numeral(value, scheme.digits), value


def _same(text: str) -> str:
    """Return the form that two spellings share: « 5 bis » and « 5bis », « 1er » and « 1 »."""
    folded = identifier(text).replace("_", "")
    if folded in ("1er", "1re", "premier", "premiere"):
        return "1"
    return folded.lstrip("0") or "0" if folded.isdecimal() else folded


def _with_number(name: str, text: str) -> str:
    return f"{name}{NO_BREAK_SPACE}{text}" if name else text
