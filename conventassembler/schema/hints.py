"""How to type a value, in a few French words: for whoever fills an agreement."""

from conventassembler.schema.lists import ListType
from conventassembler.schema.texts import ChoiceType
from conventassembler.schema.types import ValueType

_HOW = {
    "texte riche": "texte de plusieurs lignes, en retrait sous un « | »",
    "entier": "nombre entier",
    "montant": "montant en euros, comme 12 500,50",
    "pourcentage": "pourcentage, comme 5,5 %",
    "durée": "durée, comme 3 ans, 18 mois ou 15 jours",
    "date": "date, comme 2026-12-31",
    "dates": "une date, comme 2026-12-31, ou plusieurs, une par ligne après un tiret",
    "oui-non": "oui ou non",
    "partie": "une des parties de l'acte",
    "fonction": "fonction, comme maire ou présidente",
    "liste": "un élément par ligne, après un tiret",
    "siren": "numéro SIREN, 9 chiffres",
    "siret": "numéro SIRET, 14 chiffres",
    "iban": "IBAN, comme FR14 2004 1010 0505 0001 3M02 606",
    "bic": "BIC, 8 ou 11 caractères",
    "téléphone": "numéro de téléphone, comme 01 23 45 67 89",
    "tribunal": "ville d'un tribunal administratif, comme Dijon",
}


_ASKED = {
    "texte riche": "texte ; une ligne vide sépare deux paragraphes, deux lignes vides le terminent",
    "date": "date, comme 16/12/2026 ou 16 décembre 2026",
    "dates": "date, comme 16/12/2026, ou plusieurs, comme 15 et 16 décembre 2026",
    "liste": "un élément par ligne ; une ligne vide termine la liste",
    "partie": "une des parties de l'acte",
}
"""How a value is typed as the answer to a question, where that is not as in a file."""
_UNITS = {"texte": " caractères", "fonction": " caractères", "liste": " éléments"}


def hint(type_: ValueType) -> str:
    """Return how a value of `type_` is typed; empty for one line of text, which goes by itself."""
    if isinstance(type_, ChoiceType):
        return "au choix : " + ", ".join(f"« {choice} »" for choice in type_.choices)
    words = [_HOW.get(type_.name, ""), _bounds(type_)]
    if isinstance(type_, ListType) and not isinstance(type_.items, ListType):
        words.append(hint(type_.items))
    return " ; ".join(word for word in words if word)


def asked(type_: ValueType) -> str:
    """Return how a value of `type_` is typed as the answer to a question; empty for a choice."""
    if isinstance(type_, ChoiceType):
        return ""
    words = [_ASKED.get(type_.name) or _HOW.get(type_.name, ""), _bounds(type_)]
    if isinstance(type_, ListType) and type_.items.name != "texte":
        words.append("chacun : " + asked(type_.items) if asked(type_.items) else "")
    return " ; ".join(word for word in words if word)


def awaited(label: str, type_: ValueType) -> str:
    """Return what a value is and how it is typed: « Montant (montant en euros) »."""
    return f"{label} ({how})" if (how := hint(type_)) else label


def _bounds(type_: ValueType) -> str:
    low, high = getattr(type_, "min", None), getattr(type_, "max", None)
    if type_.name == "liste" and low == 1:
        low = None  # one blank item stands there: it goes by itself
    unit = _UNITS.get(type_.name, "")
    if low is not None and high is not None:
        return f"de {low} à {high}{unit}"
    if high is not None:
        return f"{high}{unit} au plus"
    return "" if low is None else f"{low}{unit} au moins"
