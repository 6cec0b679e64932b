"""Which style of the house template each part of a draft takes: styles are named, never described.

A template is looked up by the names that Word shows, since they are what its owner sees; their ids
change when LibreOffice saves the file, and so may the case of the names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Role
from conventassembler.writers.word.xml import Element, tag

TITLE: Final = "Titre de l'acte"
SUBTITLE: Final = "Sous-titre de l'acte"
HEADINGS: Final = ("heading 1", "heading 2", "heading 3", "heading 4")
BULLETS: Final = ("Liste à puces 1", "Liste à puces 2", "Liste à puces 3")
ORDERED: Final = ("Liste numérotée 1", "Liste numérotée 2", "Liste numérotée 3")
CONTINUATIONS: Final = ("Suite de liste 1", "Suite de liste 2", "Suite de liste 3")
HEADER_CELL: Final = "Cellule d'en-tête"
CAPACITY: Final = "Signataire"
NAME: Final = "Nom du signataire"
INTERVAL: Final = "Intervalle"
"""The constant empty paragraph around tables and at the end."""
TABLE: Final = "Tableau de l'acte"
GRID: Final = "Grille de signature"
CAPITALS: Final = "Capitales"
BLANK: Final = "À compléter"
REFERENCE: Final = "Renvoi"

ROLES: Final[Mapping[Role, str]] = MappingProxyType(
    {
        "banner": "Bandeau",
        "band": "Bandeau",
        "body": "Corps",
        "recital": "Visa",
        "party-lead": "Entre",
        "party": "Partie",
        "formula": "Formule",
        "cell": "Cellule",
        "signature-lead": "Fait à",
    }
)
"""Style of a paragraph by its role; a continuation takes the one of its level instead."""

_PARAGRAPHS: Final = (
    *(TITLE, SUBTITLE, *ROLES.values(), *HEADINGS, *BULLETS, *ORDERED, *CONTINUATIONS),
    *(HEADER_CELL, CAPACITY, NAME, INTERVAL),
)
REQUIRED: Final[tuple[tuple[str, str], ...]] = (
    *(("paragraph", name) for name in _PARAGRAPHS),
    *(("table", name) for name in (TABLE, GRID)),
    *(("character", name) for name in (CAPITALS, BLANK, REFERENCE)),
)
"""Kind and name of every style that a house template must have."""


def of_level(names: tuple[str, ...], level: int) -> str:
    """Return the style of `level`, from 1; the deepest style serves what lies deeper."""
    return names[min(max(level, 1), len(names)) - 1]


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one template: the id of each name."""

    ids: Mapping[str, str]
    numbering: Mapping[str, str]
    """Id of the numbering that a paragraph style carries, for those that carry one."""

    def __getitem__(self, name: str) -> str:
        return self.ids[name]


def read_styles(root: Element, template: str) -> tuple[Styles, tuple[Diagnostic, ...]]:
    """Return the styles under `root`, the root of `word/styles.xml`, and what is missing there.

    `template` is the file that findings are placed in.
    """
    known = {(_kind(style), _name(style).casefold()): style for style in root.iter(tag("style"))}
    found = {
        name: known[kind, name.casefold()]
        for kind, name in REQUIRED
        if (kind, name.casefold()) in known
    }
    styles = Styles(
        MappingProxyType({name: _value(style, "styleId") for name, style in found.items()}),
        MappingProxyType({name: _numbering(style) for name, style in found.items()}),
    )
    names = [_name(style) for style in root.iter(tag("style"))]
    missing = [name for _, name in REQUIRED if name not in found]
    return styles, tuple(_missing(name, names, template) for name in missing)


def _missing(name: str, names: list[str], template: str) -> Diagnostic:
    near = [other for other in get_close_matches(name, names, n=2, cutoff=0.8) if other != name]
    hint = {"suggestion": near[0]} if near else {}
    return fault("C601", Position(template), style=name, **hint)


def _kind(style: Element) -> str:
    return _value(style, "type")


def _name(style: Element) -> str:
    element = style.find(tag("name"))
    return "" if element is None else _value(element, "val")


def _numbering(style: Element) -> str:
    path = "/".join(tag(name) for name in ("pPr", "numPr", "numId"))
    element = style.find(path)
    return "" if element is None else _value(element, "val")


def _value(element: Element, name: str) -> str:
    return element.get(tag(name), "")
