"""The one table of the keys that people write: English field name, French keys.

The first French key is the one that messages propose and that the JSON Schema describes; the
English name is accepted too. Keys are matched by their fold: without case, accents, spaces,
hyphens or apostrophes. Where one French word means two things, the row says of which record.
"""

from collections.abc import Mapping
from types import MappingProxyType

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "format": ("format",),
        # agreement
        "model": ("modèle",),
        "banner": ("bandeau",),
        "title": ("titre",),
        "title_order": ("entre",),
        "parties": ("parties",),
        "together": ("ensemble",),
        "recitals": ("visas",),
        "preamble": ("préambule",),
        "clauses": ("clauses",),
        "signature": ("signature",),
        # party
        "record": ("fiche",),
        "kind": ("nature",),
        "name": ("nom",),
        "short_name": ("ci-après",),
        "acronym": ("sigle",),
        "gender": ("genre",),
        "address": ("adresse",),
        "representative": ("représentant", "représentante"),
        "authority": ("habilitation",),
        "attached_to": ("rattaché à", "rattachée à"),
        # representative
        "office": ("fonction",),
        "civility": ("civilité",),
        "of": ("organe",),
        # authority
        "act": ("acte",),
        "organ": ("organe",),
        "number": ("numéro",),
        "dates": ("dates", "date"),
        "executory": ("exécutoire le",),
        # recitals
        "code": ("code",),
        "articles": ("articles",),
        "law": ("loi",),
        "date": ("date",),
        "law.title": ("intitulé",),
        "authority_of": ("habilitation de",),
        "text": ("texte",),
        # entries
        "clause": ("clause",),
        "anchor": ("repère",),
        "heading": ("intitulé",),
        "entries": ("clauses",),
        "values": ("valeurs", "with"),
        # signature
        "place": ("lieu",),
        "originals": ("originaux",),
        "rows": ("disposition",),
        # model
        "extends": ("reprend",),
        "order": ("ordre",),
        "profile": ("profil",),
        "headings": ("intitulés",),
        "party_clause": ("présentation des parties",),
        "formula": ("formule",),
        "requires": ("exige",),
        "level": ("niveau",),
        "separator": ("séparateur",),
        "first": ("premier",),
        "capitals": ("capitales",),
        "restart": ("recommence",),
        # references
        "codes": ("codes",),
        "source": ("source",),
        "checked": ("vérifié le",),
        # clause variant
        "choose_when": ("choisir quand",),
        "parameters": ("paramètres",),
        "excludes": ("exclut",),
        "basis": ("base légale",),
        "reviewed": ("relu le",),
        "example": ("exemple",),
        "replaces": ("remplace",),
        # parameter
        "type": ("type",),
        "min": ("min", "minimum"),
        "max": ("max", "maximum"),
        "default": ("défaut",),
        "label": ("libellé",),
        "help": ("aide",),
        "optional": ("facultatif",),
        "choices": ("choix",),
        "items": ("éléments",),
        "fields": ("champs",),
    }
)


def keys_of(row: str) -> tuple[str, ...]:
    """Return the keys accepted for a row of the table, the canonical French one first."""
    return (*KEYS[row], row.rpartition(".")[2])
