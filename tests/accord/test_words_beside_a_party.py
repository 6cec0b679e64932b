"""What a drafter types beside a tag: the rule tells what would be wrong of another party."""

from pathlib import Path

import pytest
from act_of_all_clauses import shared

from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.library import compile_library
from conventassembler.library.model import Library
from conventassembler.library.variants import load_variant

FRONT = """---
titre: Essai
choisir quand: On essaie.
paramètres:
  commune: {type: partie, libellé: Commune}
  pilote: {type: partie, libellé: Pilote}
  membres: {type: liste, éléments: {type: partie}, libellé: Membres}
  lieu: {type: texte, libellé: Lieu}
  instances:
    type: liste
    libellé: Instances
    éléments: {type: fiche, champs: {chef: {type: partie, libellé: Chef}}}
---
"""
LINES = FRONT.count("\n")


def found(body: str, folder: Path) -> list[Diagnostic]:
    path = folder / "essai.md"
    path.write_text(FRONT + body, encoding="utf-8")
    variant, faults = load_variant(path, path.name)
    assert variant
    assert not faults
    _, told = compile_library(Library({variant.id: variant}, {}, {}))
    return [item for item in told if item.code != "C418"]


BAD = [
    # code, body, the words at which it is told, what is written instead
    ("C526", "{{ commune.Le }} conduit l'action.", "conduit", '"conduit" | accorde(commune)'),
    ("C526", "{{ commune }} conduisent.", "conduisent", '"conduit" | accorde(commune)'),
    ("C526", "{{ commune.Le }} s'engage.", "s'engage", '"s\'engage" | accorde(commune)'),
    ("C526", "{{ commune.Le }} ne peut agir.", "ne peut", '"ne peut" | accorde(commune)'),
    (
        "C526",
        "{{ commune.Le }}, tenue ici.",
        "tenue",
        '"tenu" | accorde(commune)',
    ),
    ("C526", "{{ commune.Le }} signataire agit.", "signataire", '"signataire" | accorde(commune)'),
    (
        "C526",
        "{{ commune.Le }}, {{ pilote.le }} et {{ membres | liste }} agissent.",
        "agissent",
        '"agit" | accorde(commune, pilote, membres)',
    ),
    ("C526", "Les lieux que gère {{ commune.le }}.", "gère", '"gère" | accorde(commune)'),
    ("C526", "Les lieux qu'anime {{ commune.le }}.", "anime", '"anime" | accorde(commune)'),
    ("C526", "{{ parties.Le }} signe.", "signe", '"signe" | accorde(parties)'),
    ("C526", "{{ parties.Chaque }} signent.", "signent", '"signe" | accorde(parties.chaque)'),
    ("C526", "{{ commune.Chaque }} signent.", "signent", '"signe" | accorde(commune.chaque)'),
    ("C526", "{{ parties.Le }}, réunies ici.", "réunies", '"réuni" | accorde(parties)'),
    ("C526", "{{ acte.Le }} est conclue ici.", "conclue", '"conclu" | accorde(acte)'),
    (
        "C526",
        "{{ commune.representant.Le }} habilitée à signer.",
        "habilitée",
        '"habilité" | accorde(commune.representant)',
    ),
    (
        "C526",
        '{{ commune.Le }} {{ "crée" | accorde(commune) }} et gère un lieu.',
        "gère",
        '"gère" | accorde(commune)',
    ),
    (
        "C526",
        "Ici.\n\n{% for un in instances %}\n{{ un.chef.Le }} signe.\n\n{% endfor %}",
        "signe",
        '"signe" | accorde(un.chef)',
    ),
    (
        "C526",
        "Ici, ci-après désignée « {{ commune.le }} ».",
        "désignée",
        '"désigné" | accorde(commune.complet)',
    ),
    ("C527", "Le siège de la {{ commune.nom }}.", "de la", "{{ commune.du }}"),
    ("C527", "Le siège de {{ commune.le }}.", "de", "{{ commune.du }}"),
    ("C527", "Un avis du {{ commune.nom_complet }}.", "du", "{{ commune.du_nom_complet }}"),
    ("C527", "La {{ commune.nom }}.", "La", "{{ commune.Le }}"),
    ("C527", "La {{ commune }}.", "La", "{{ commune.Le }}"),
    ("C527", "Remis à l'{{ commune.nom }}.", "à l'", "{{ commune.au }}"),
    ("C527", "Le vœu de la {{ commune.representant.fonction }}.", "de la", "representant.du"),
    ("C527", "L'offre de {{ membres | liste }}.", "de", '{{ membres | liste(forme="du") }}'),
    ("C527", "La part des {{ parties.nom }}.", "des", "{{ parties.du }}"),
    ("C527", "Joint au {{ acte.le }}.", "au", "{{ acte.au }}"),
    ("C527", 'Selon les termes de {{ ref("duree").le }}.', "de", ".du }}"),
    ("C528", "Un lieu, ainsi que {{ commune.le }}.", "que", ""),
    ("C524", 'Ici, {{ "conduit" | accorde(commune) }} :', '{{ "conduit"', ""),
]
GOOD = [
    "L'offre {{ commune.du }} comprend un lieu.",
    "L'action {{ commune.du }} s'appuie sur le lieu.",
    "Une étude, menée avec {{ commune.le }}, complète le bilan.",
    "Le lieu associe {{ commune.le }} et {{ pilote.le }}, en qualité de partenaires.",
    "Le réseau, financé par {{ commune.le }}, agit.",
    "{{ parties.Le }} agissent ; {{ parties.chaque }} signe.",
    "{{ commune.Chaque }} en rend compte, ainsi que {{ commune.chaque }}.",
    "{{ acte.Le }} se renouvelle ; {{ acte.le }} est en vigueur.",
    "Un modèle de {{ acte.nom }} est joint.",
    "{{ lieu | majuscule }} accueille le public de {{ commune.ville }}.",
    "{{ commune.Le }} et {{ lieu }} travaillent ensemble.",
    '{{ commune.Le }} {{ "conduit" | accorde(commune) }} l\'action.',
    '{{ commune.Le }} {{ "est conduit" | accorde(commune) }} à agir.',
    'Les lieux que {{ "conduit" | accorde(commune) }} {{ commune.le }}.',
    '{{ "conduit" | accorde(commune, sorte="verbe") }} ; {{ "il conduit" | accorde(commune) }}.',
    "{# la {{ commune.nom }} conduit #}Rien.",
]


@pytest.mark.parametrize(("code", "body", "at", "instead"), BAD, ids=[row[1] for row in BAD])
def test_a_word_that_cannot_be_right_of_every_party_is_told(
    code: str, body: str, at: str, instead: str, tmp_path: Path
) -> None:
    (item,) = found(body, tmp_path)
    line = (FRONT + body).split("\n")[item.position.line - 1]
    told = " ".join(item.arguments.values())

    assert item.code == code
    assert line[item.position.column - 1 :].startswith(at)
    assert instead in told


@pytest.mark.parametrize("body", GOOD)
def test_what_is_right_of_every_party_is_left_alone(body: str, tmp_path: Path) -> None:
    assert found(body, tmp_path) == []


def test_the_library_has_none() -> None:
    told = {f"C52{number}" for number in range(4, 10)}

    assert [item for item in shared().findings if item.code in told] == []
