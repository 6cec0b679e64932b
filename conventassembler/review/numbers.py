"""Word file -> the numbers that its paragraphs show, counted from its lists.

Written apart from the writer on purpose, as `word_reader` is: it knows nothing but what the file
says (ISO/IEC 29500-1, 17.9), so that it reads a file that came back as well.
"""

import re
from collections.abc import Mapping
from dataclasses import field

from conventassembler.french.numerals import write_numeral
from conventassembler.frozen import dataclass
from conventassembler.writers.word.xml import Element, integer, tag

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class _Level:
    text: str
    form: str
    start: int
    capitals: bool


@dataclass(slots=True)
class _List:
    """What the instances of one definition share."""

    levels: dict[int, _Level]
    counters: dict[int, int] = field(default_factory=dict)


class Numbers:
    """Counts the paragraphs of a document, which are to be handed in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        roots = () if numbering is None else numbering
        self._lists = {
            one.get(tag("abstractNumId")): _List(_levels(one))
            for one in roots
            if one.tag == tag("abstractNum")
        }
        self._instances = {one.get(tag("numId")): one for one in roots if one.tag == tag("num")}
        self._styles = {
            one.get(tag("styleId")): one
            for one in (() if styles is None else styles.iter(tag("style")))
        }
        self._begun: set[tuple[str | None, int]] = set()

    def of(self, paragraph: Element) -> str:
        """Return the number of the next paragraph, without a mark or a space behind it.

        In natural case: one in capitals begins with one. A bullet is none.
        """
        number, level = self._asked(paragraph)
        instance = self._instances.get(number)
        if instance is None:
            return ""
        definition = instance.find(tag("abstractNumId"))
        found = self._lists.get("" if definition is None else definition.get(tag("val")))
        if found is None or level not in found.levels:
            return ""
        self._count(found, level, instance)
        return _shown(found, level)

    def is_list_item(self, paragraph: Element) -> bool:
        """Tell whether its style names it an item of a list, whose marker is no text."""
        style = self._styles.get(_style(paragraph))
        name = "" if style is None else _value(style.find(tag("name")))
        return bool(re.match("(Liste|Puces|Numéros) ", name))

    def _count(self, found: _List, level: int, instance: Element) -> None:
        for one in range(level):
            found.counters.setdefault(one, found.levels[one].start if one in found.levels else 1)
        start = self._override(instance, level)
        before = found.counters.get(level, found.levels[level].start - 1)
        found.counters[level] = before + 1 if start is None else start
        for deeper in [one for one in found.counters if one > level]:
            del found.counters[deeper]

    def _override(self, instance: Element, level: int) -> int | None:
        """Return the number that an instance starts `level` with, the first time it is used."""
        key = (instance.get(tag("numId")), level)
        first = key not in self._begun
        self._begun.add(key)
        for one in instance.findall(tag("lvlOverride")) if first else ():
            start = one.find(tag("startOverride"))
            if integer(one, "ilvl", -1) == level and start is not None:
                return integer(start, "val", 1)
        return None

    def _asked(self, paragraph: Element) -> tuple[str, int]:
        """Return the instance and the level that a paragraph has, by itself or by its style."""
        own = paragraph.find(f"{tag('pPr')}/{tag('numPr')}")
        if own is not None and own.find(tag("numId")) is not None:
            return _value(own.find(tag("numId"))), integer(own.find(tag("ilvl")), "val", 0)
        return self._of_style(_style(paragraph))

    def _of_style(self, style: str) -> tuple[str, int]:
        """Return what a style has; one may name a level of the list of the one it is based on."""
        seen: set[str] = set()
        level: Element | None = None
        while (found := self._styles.get(style)) is not None and style not in seen:
            seen.add(style)
            asked = found.find(f"{tag('pPr')}/{tag('numPr')}")
            if asked is not None:
                level = asked.find(tag("ilvl")) if level is None else level
                if asked.find(tag("numId")) is not None:
                    return _value(asked.find(tag("numId"))), integer(level, "val", 0)
            style = _value(found.find(tag("basedOn")))
        return "", 0


def _levels(definition: Element) -> dict[int, _Level]:
    return {
        integer(one, "ilvl", 0): _Level(
            _value(one.find(tag("lvlText"))),
            _value(one.find(tag("numFmt"))),
            integer(one.find(tag("start")), "val", 1),
            one.find(f"{tag('rPr')}/{tag('caps')}") is not None,
        )
        for one in definition.findall(tag("lvl"))
    }


def _shown(found: _List, level: int) -> str:
    own = found.levels[level]
    if own.form in ("bullet", "none"):
        return ""
    forms: Mapping[int, str] = {one: found.levels[one].form for one in found.levels}

    def numeral(match: re.Match[str]) -> str:
        above = int(match[1]) - 1
        return _numeral(found.counters.get(above, 1), forms.get(above, "decimal"))

    text = re.sub("%([1-9])", numeral, own.text)
    return text[:1].upper() + text[1:] if own.capitals else text


def _numeral(number: int, form: str) -> str:
    match form:
        case "upperRoman" | "lowerRoman":
            text = write_numeral(number, "romains")
        case "upperLetter" | "lowerLetter":
            text = write_numeral((number - 1) % _LETTERS + 1, "lettres")
            text *= (number - 1) // _LETTERS + 1
        case _:
            text = str(number)
    return text.lower() if form.startswith("lower") else text


def _style(paragraph: Element) -> str:
    return _value(paragraph.find(f"{tag('pPr')}/{tag('pStyle')}"))


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(tag("val"), "")
