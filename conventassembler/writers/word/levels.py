"""Levels of a numbering: how their numbers or their bullets are written."""

from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Final

from conventassembler.draft.model import Enumeration
from conventassembler.french.numerals import Digits
from conventassembler.writers.word.xml import Element, integer, tag, w

FORMATS: Final[Mapping[Enumeration, str]] = MappingProxyType(
    {
        "1.": "decimal",
        "1)": "decimal",
        "1°": "decimal",
        "a)": "lowerLetter",
        "A.": "upperLetter",
        "I.": "upperRoman",
    }
)
DIGITS: Final[Mapping[Digits, str]] = MappingProxyType(
    {"arabes": "decimal", "romains": "upperRoman", "lettres": "upperLetter"}
)
_OF_ITS_OWN: Final = ("nsid", "tmpl", "name", "styleLink", "numStyleLink")
"""What a numbering shares with no other."""
_WIDE: Final = 240
"""What « VIII. » takes more than « 8. », in twentieths of a point."""


def with_format(definition: Element, number: int, level: int, enumeration: Enumeration) -> Element:
    """Return a copy of the numbering `definition` with the id `number` and another format.

    Its levels are tied to no style, since those of `definition` are.
    """
    made = deepcopy(definition)
    made.set(tag("abstractNumId"), str(number))
    for child in [one for name in _OF_ITS_OWN for one in made.findall(tag(name))]:
        made.remove(child)
    for style in list(made.iter(tag("pStyle"))):
        _parent(style).remove(style)
    text = f"%{level + 1}{enumeration[-1]}"
    found = _replaced(made, level, FORMATS[enumeration], text)
    if enumeration == "I.":
        _widen(found)
    return made


def set_bullet(definition: Element, level: int, mark: str) -> None:
    """Make `mark` the bullet of `level`, in the letters of the text."""
    style = None if (old := _level(definition, level)) is None else old.find(tag("pStyle"))
    made = _replaced(definition, level, "bullet", mark)
    for look in made.findall(tag("rPr")):
        made.remove(look)
    if style is not None:
        made.insert(2, style)


def _level(definition: Element, level: int) -> Element | None:
    levels = definition.findall(tag("lvl"))
    return next((one for one in levels if one.get(tag("ilvl")) == str(level)), None)


def _replaced(definition: Element, level: int, form: str, text: str) -> Element:
    """Put a level of another format in the place of the one there; its indents stay."""
    old = _level(definition, level)
    parts = () if old is None else [old.findall(tag(name)) for name in ("lvlJc", "pPr", "rPr")]
    kept = [one for part in parts for one in part]
    first = (w("start", val=1), w("numFmt", val=form), w("lvlText", val=text))
    made = w("lvl", *first, *kept, ilvl=level)
    if old is None:
        definition.append(made)
    else:
        definition.replace(old, made)
    return made


def _widen(level: Element) -> None:
    """Give the number more room, to the right of where it stands."""
    indent = level.find(f"{tag('pPr')}/{tag('ind')}")
    if indent is not None:
        for side in ("left", "hanging"):
            indent.set(tag(side), str(integer(indent, side, 0) + _WIDE))


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None  # it was found below another
    return parent
