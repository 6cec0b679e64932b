"""Which style of the house template each part of a draft takes: styles are named, never described.

A template is looked up by the names that Word shows, since they are what its owner sees; their ids
change when LibreOffice saves the file, and so may the case of the names.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import SORTS
from conventassembler.draft.model import Role, RowRole
from conventassembler.frozen import dataclass
from conventassembler.nearness import close_matches
from conventassembler.writers.word.markup import el
from conventassembler.writers.word.xml import Element, tag

TITLE: Final = "Titre de l'acte"
SUBTITLE: Final = "Sous-titre de l'acte"
HEADINGS: Final = ("heading 1", "heading 2", "heading 3", "heading 4")
ANNEX: Final = "Titre d'annexe"
PART: Final = "Titre de partie"
CONTENTS: Final = ("toc 1", "toc 2", "toc 3")


@dataclass(frozen=True, slots=True)
class Lists:
    """The styles of lists, a name for each level."""

    bullets: tuple[str, ...]
    ordered: tuple[str, ...]
    continuations: tuple[str, ...]


def _lists(bullets: str, ordered: str, continuations: str) -> Lists:
    names = (tuple(f"{name} {n}" for n in (1, 2, 3)) for name in (bullets, ordered, continuations))
    return Lists(*names)


TEXT_LISTS: Final = _lists("Liste à puces", "Liste numérotée", "Suite de liste")
CELL_LISTS: Final = _lists("Puces de cellule", "Numéros de cellule", "Suite de cellule")
HEADER_CELL: Final = "Cellule d'en-tête"
TOTALS: Final[Mapping[RowRole, str]] = MappingProxyType(
    {"subtotal": "Cellule de sous-total", "total": "Cellule de total"}
)
TERM: Final = "Intitulé de fiche"
RECORD_CELL: Final = "Texte de fiche"
LEAD: Final = "Mention du signataire"
CAPACITY: Final = "Signataire"
NAME: Final = "Nom du signataire"
INTERVAL: Final = "Intervalle"
"""The constant empty paragraph around tables and at the end."""
TABLE: Final = "Tableau de l'acte"
RECORD: Final = "Fiche de l'acte"
GRID: Final = "Grille de signature"
AWAITED: Final = "Mentions à compléter"
"""The values still to be given, above the title: no words of the act."""
NOTE: Final = "footnote text"
CALL: Final = "footnote reference"
RUN_IN: Final = "Titre dans le texte"
CAPITALS: Final = "Capitales"
BLANK: Final = "À compléter"
REFERENCE: Final = "Renvoi"

ROLES: Final[Mapping[Role, str]] = MappingProxyType(
    {
        "banner": "Bandeau",
        "band": "Titre de fiche",
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

_LISTS: Final = tuple(
    name
    for lists in (TEXT_LISTS, CELL_LISTS)
    for name in (*lists.bullets, *lists.ordered, *lists.continuations)
)
_PARAGRAPHS: Final = (
    *(TITLE, SUBTITLE, *ROLES.values(), *HEADINGS, ANNEX, PART, *CONTENTS, *_LISTS),
    *(
        HEADER_CELL,
        *TOTALS.values(),
        TERM,
        RECORD_CELL,
        LEAD,
        CAPACITY,
        NAME,
        INTERVAL,
        AWAITED,
        NOTE,
    ),
)
REQUIRED: Final[tuple[tuple[str, str], ...]] = (
    *(("paragraph", name) for name in _PARAGRAPHS),
    *(("table", name) for name in (TABLE, RECORD, GRID)),
    *(("character", name) for name in (CAPITALS, BLANK, REFERENCE, RUN_IN, CALL)),
)
"""Kind and name of every style that a house template must have."""


SORT: Final[Mapping[str, str]] = MappingProxyType(
    dict(zip(("paragraph", "character", "table", "numbering"), SORTS, strict=True))
)
"""What Word calls each kind of style."""


def of_level(names: tuple[str, ...], level: int) -> str:
    """Return the style of `level`, from 1; the deepest style serves what lies deeper."""
    return names[min(max(level, 1), len(names)) - 1]


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """The styles of one template: the id of each name. Those of one file are equal to no others."""

    ids: Mapping[str, str]
    numbering: Mapping[str, str]
    """Id of the numbering that a paragraph style carries, for those that carry one."""
    fills: Mapping[str, str]
    """The ground that a paragraph style has, which the cells of its paragraphs take whole."""
    said: Mapping[str, str]
    """The element by which a paragraph takes each style."""

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
    ids = {name: _value(style, "styleId") for name, style in found.items()}
    styles = Styles(
        MappingProxyType(ids),
        MappingProxyType({name: _numbering(style) for name, style in found.items()}),
        MappingProxyType({name: _fill(style) for name, style in found.items()}),
        MappingProxyType({name: el("pStyle", val=one) for name, one in ids.items()}),
    )
    kinds = {_name(style): _kind(style) for style in root.iter(tag("style"))}
    missing = [(kind, name) for kind, name in REQUIRED if name not in found]
    return styles, tuple(_missing(kind, name, kinds, template) for kind, name in missing)


def _missing(kind: str, name: str, kinds: Mapping[str, str], template: str) -> Diagnostic:
    """Return the finding that a style is not there, or is one of another kind."""
    names = list(kinds)
    for other, its_kind in kinds.items():
        if other.casefold() == name.casefold():
            sorts = {"style_kind": SORT[kind], "other_kind": SORT.get(its_kind, its_kind)}
            return fault("C615", Position(template, 0), style=name, **sorts)
    near = [other for other in close_matches(name, names, count=2, cutoff=0.8) if other != name]
    hint = {"suggestion": near[0]} if near else {}
    return fault("C601", Position(template, 0), style=name, **hint)


def _kind(style: Element) -> str:
    return _value(style, "type")


def _name(style: Element) -> str:
    element = style.find(tag("name"))
    return "" if element is None else _value(element, "val")


def _numbering(style: Element) -> str:
    element = style.find("/".join(tag(name) for name in ("pPr", "numPr", "numId")))
    return "" if element is None else _value(element, "val")


def _fill(style: Element) -> str:
    """Return the colour of the ground in hexadecimal digits, or nothing: « auto » is none."""
    element = style.find(f"{tag('pPr')}/{tag('shd')}")
    fill = "" if element is None else _value(element, "fill")
    return fill if re.fullmatch("[0-9A-Fa-f]{6}", fill) else ""


def _value(element: Element, name: str) -> str:
    return element.get(tag(name), "")
