"""Every clause of the library at the least and at the most that its parameters take: still French.

An agreement is written for each clause, with values made from the declarations of its parameters.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from project import REPOSITORY

from conventassembler.build import draft_one, stock
from conventassembler.diagnostics import has_errors
from conventassembler.draft.model import Draft, ListItem, Paragraph, Table
from conventassembler.draft.plain import text_of, units
from conventassembler.library.model import Variant
from conventassembler.making import Stock
from conventassembler.schema.lists import ListType
from conventassembler.schema.numbers import IntegerType
from conventassembler.schema.records import RecordType
from conventassembler.schema.texts import ChoiceType, PartyType
from conventassembler.schema.types import ValueType
from conventassembler.workspace import Workspace

HEAD = """\
format: 1
modèle: protocole-territorial
titre: "Protocole"
parties:
  département: {fiche: departement-cote-d-or, habilitation: à compléter}
  commune: {nature: commune, nom: "Longvic", représentant: à compléter, habilitation: à compléter}
  centre: {nature: CCAS, nom: "Longvic", représentant: à compléter, habilitation: à compléter}
"""
DEFECTS = re.compile(
    r"""
    (?i: \b(?:de|le|la|que) \s une?\b )      # « de un an », « le un »
  | (?i: \b(?:les|des|aux) \s une?\b )       # « tous les un jour »
  | (?i: \bune? \s (?:ans|jours|semaines|places)\b )
  | (?i: \b(de|du|des|le|la|les|et|ou|par|pour) \s \1\b )
  | \s\s | \s[,.] | ,\s*[,.;:] | :\s*[.;,] | \(\s*\) | «\s*»
  | \bNone\b | \{ | \[\]
    """,
    re.VERBOSE,
)


@cache
def shared() -> Stock:
    return stock(Workspace(REPOSITORY))


def value(type_: ValueType, name: str, *, most: bool) -> object:
    """Return what an agreement types for the least or the most that `type_` takes, as JSON."""
    match type_:
        case IntegerType(min=low, max=high):
            bound = high if most else low
            return bound if bound is not None else (1000 if most else 1)
        case ListType(items=items, min=low, max=high):
            count = min(3, high or 3) if most else low or 0
            return [value(items, f"{name} {rank}", most=most) for rank in range(count)]
        case RecordType(fields=fields):
            wanted = [item for item in fields if most or item.required]
            return {item.key: value(item.type, item.key, most=most) for item in wanted}
        case ChoiceType(choices=choices):
            return choices[-1 if most else 0]
        case PartyType():
            return _party(name)
    return SAMPLES[type_.name][most]


SAMPLES = {
    "texte": ("la Coordination", "les habitants de la Commune"),
    "oui-non": ("non", "oui"),
    "date": ("2026-01-01", "2026-12-31"),
    "durée": ("1 an", "100 ans"),
    "montant": ("1", "1000000"),
    "pourcentage": ("1", "100"),
    "tribunal": ("Dijon", "Polynésie française"),
    "texte riche": ("Les parties en conviennent.", "Les parties *en* conviennent."),
    "fonction": ("maire", "directrice générale des services"),
    "iban": ("FR14 2004 1010 0505 0001 3M02 606", "FR14 2004 1010 0505 0001 3M02 606"),
    "bic": ("BDFEFRPP", "BDFEFRPPCCT"),
}
"""The least and the most of the types without bounds."""


def _party(name: str) -> str:
    parties = ("département", "commune", "centre")
    rank = int(name[-1]) if name[-1:].isdigit() else 0
    return next((party for party in parties if party in name), parties[rank])


def rendered(variant: Variant, folder: Path, *, most: bool) -> Draft:
    """Return the draft of an agreement that has that clause alone."""
    values = {
        item.key: value(item.type, item.key, most=most) for item in variant.parameters.values()
    }
    lines = "".join(f"      {key}: {_typed(item)}\n" for key, item in values.items())
    entry = f"  - clause: {variant.id}\n" + (f"    valeurs:\n{lines}" if lines else "")
    entry += "".join(f"  - {_simplest(str(family))}\n" for family in variant.requires)
    of_preamble = variant.family == "preambule"
    clauses = f"préambule:\n{entry}clauses: []\n" if of_preamble else f"clauses:\n{entry}"
    path = folder / "agreements" / "essai.yaml"
    path.parent.mkdir()
    path.write_text(HEAD + clauses + _referred(variant), encoding="utf-8")
    draft, found = draft_one(Workspace(folder), "essai", shared())
    assert not has_errors(found), [one for one in found if one.severity is one.severity.ERROR]
    assert draft
    return draft


def _simplest(family: str) -> str:
    """Return the variant of a family that asks for the fewest values."""
    variants = shared().library.variants_of(family)
    return min(variants, key=lambda one: len(one.parameters)).id


def _referred(variant: Variant) -> str:
    """Return an annex for each article or annex that the clause refers to whatever there is."""
    clause = shared().compiled[variant.id]
    here = {variant.family, *clause.tested, *map(str, variant.requires)}
    targets = {use.target for use in clause.references} - here
    lines = "".join(
        f"  - {{repère: {name}, titre: {name}, à joindre: oui}}\n" for name in sorted(targets)
    )
    return f"annexes:\n{lines}" if lines else ""


def _typed(item: object) -> str:
    """Return a value as YAML of one line."""
    if isinstance(item, list):
        return f"[{', '.join(map(_typed, item))}]"
    if isinstance(item, dict):
        return f"{{{', '.join(f'{key}: {_typed(inner)}' for key, inner in item.items())}}}"
    return f'"{item}"'


CLAUSES = sorted((REPOSITORY / "clauses").glob("*/*.md"))


@pytest.mark.parametrize("most", [False, True], ids=["least", "most"])
@pytest.mark.parametrize("path", CLAUSES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_clause_is_french_at_its_bounds(path: Path, most: bool, tmp_path: Path) -> None:
    variant = shared().library.variants[f"{path.parent.name}/{path.stem}"]

    blocks = rendered(variant, tmp_path, most=most).blocks

    told = [(line, found[0]) for line in units(blocks) if (found := DEFECTS.search(line))]
    assert told == []
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Paragraph) and block.role == "body":
            announces = text_of(block.inlines).rstrip().endswith(":")
            assert not announces or isinstance(below, ListItem | Table), block


@pytest.mark.parametrize(
    "line",
    [
        "une durée de un an",
        "Tous les un jour, elle se réunit",
        "moins de une semaine",
        "un  mot",
        "les publics suivants\u00a0: .",
        "à l'usage de de la Commune",
        "ceux, .",
    ],
)
def test_the_defects_are_seen(line: str) -> None:
    assert DEFECTS.search(line)


def test_some_clause_counts_one_thing(tmp_path: Path) -> None:
    variant = shared().library.variants["duree/tacite"]

    text = "\n".join(units(rendered(variant, tmp_path, most=False).blocks))

    assert "pour une durée d’un an" in text
    assert "un préavis d’un mois" in text
