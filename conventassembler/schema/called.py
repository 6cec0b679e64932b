"""What clerks call a key or a choice that has another name here: « homme » for « masculin ».

No spelling leads from one to the other, so `near` cannot tell; a key is never read under these
names, it is only proposed.
"""

from collections.abc import Iterable

from conventassembler.french.numbers import cardinal
from conventassembler.patterns import Pattern
from conventassembler.schema.near import nearest
from conventassembler.source import fold

_CALLED = {
    "masculin": ("homme", "m", "h", "monsieur", "un homme"),
    "féminin": ("femme", "f", "mme", "madame", "une femme"),
    "une": ("d'une part", "1", "première", "première part"),
    "autre": ("d'autre part", "2", "deuxième", "seconde part"),
    "délégation": ("délégation de signature", "par délégation", "pouvoir"),
    "signe pour": ("par délégation", "par délégation de", "délégation", "au nom de", "pour"),
    "numéro": ("n°", "nº", "num", "no"),
    "nature": ("forme", "statut"),
    "fonction": ("poste", "rôle", "en qualité de"),
    "ensemble": ("nom collectif", "ci-après ensemble"),
    "lieu d'exécution": ("lieu", "territoire", "département"),
    "document": ("schéma", "contrat", "charte", "plan", "pacte", "programme", "projet", "accord"),
    "acte antérieur": ("convention", "protocole", "avenant", "convention antérieure"),
    "arrêté": ("arrêté préfectoral", "arrêté ministériel", "arrêté municipal", "arrêté du maire"),
    "règlement européen": ("règlement", "règlement ue", "rgpd"),
    "directive européenne": ("directive", "directive ue"),
    "code": ("cgct", "casf", "css", "csp", "article", "articles"),
    "manuscrite": ("papier", "à la main", "main", "manuelle"),
    "électronique": ("numérique", "dématérialisée", "en ligne"),
    "texte": ("vu", "visa", "autre"),
}


_FIGURES = Pattern(r"^[0-9]{1,2}(?= )")
"""A number at the head, which choices have in words: « 2 fois par an »."""


def likely(written: str, known: Iterable[str]) -> dict[str, str]:
    """Return the `suggestion` argument of a finding: a known name that is near, or so called."""
    names = {fold(name): name for name in known}
    for name, others in _CALLED.items():
        if fold(name) in names and fold(written) in map(fold, others):
            return {"suggestion": name}
    in_words = _FIGURES.sub(lambda match: cardinal(int(match[0]), feminine=True), written)
    return nearest(in_words, names.values())
