"""Names of streets, halls and associations that end with the noun by which acts call a party.

Beside `short_names`: « rue de la Ville », « les Amis de la Métropole » name no party.
"""

from typing import Final

from conventassembler.checks.passages import Passage
from conventassembler.french.folding import fold
from conventassembler.french.offices import office
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

_BEFORE: Final = 60
"""Characters before a noun in which the word that it follows is looked for."""
_WORD_BEFORE = Pattern(r"(?P<mark>[^\w\s'-]|^)?\s*(?P<word>[\w-]+) $")
_HEAD = Pattern(r"(?P<mark>[^\w\s'-]|^)?\s*(?P<word>[\w-]+) (?:des? |du |d'|de l'|de la )[\w-]+ $")
"""« Maison des associations », behind which « de la Ville » ends the name."""
_LINKED = Pattern(r"(?P<mark>)(?P<word>[\w-]+) (?:pour |dans |avec )$")
_STREETS = frozenset((
    "rue", "place", "placette", "avenue", "boulevard", "quai", "chemin", "route", "impasse",
    "allee", "allees", "cours", "square", "passage", "esplanade", "faubourg", "rond-point",
    "sentier", "sente", "promenade", "pont", "porte", "hameau", "lieu-dit", "residence",
    "lotissement", "galerie", "villa", "cite", "clos", "venelle", "traverse", "montee", "ruelle",
    "voie", "parvis", "terrasse", "cour", "carrefour", "levee", "rocade",
))  # fmt: skip
_HEADS = frozenset((
    "maison", "hotel", "cite", "palais", "theatre", "musee", "halle", "halles", "amis", "amies",
    "ami", "union", "comite", "festival", "fete", "club", "collectif", "banque", "agence",
    "observatoire", "office", "echo", "radio", "journal", "ballet", "choeur", "opera",
    "orchestre", "harmonie", "centre", "espace", "ecole", "universite", "academie", "ligue",
    "federation", "mutuelle", "tour", "gazette", "prix", "jeunes", "anciens", "maisons",
    "mouvement", "alliance", "atelier", "ateliers", "cafe", "cinema", "ensemble", "agir",
))  # fmt: skip
"""What a name begins with, at the head of a line too."""
_OF_BODIES = frozenset((
    "conseil", "services", "service", "bureau", "assemblee", "budget", "elus", "commission",
    "president", "presidents", "directeurs", "agents", "representants", "direction", "pole",
    "participation", "subvention", "commune", "ville", "departement", "region", "metropole",
    "communaute", "collectivite", "association", "societe", "fondation", "syndicat", "etat",
))  # fmt: skip
"""What every such body has, with a capital or without."""


_NAMES = Pattern(
    r"\.(?:name|address|place|capacit\w+|nom|adresse|lieu|titulaire|denomination)"
    r"(?:_\w+)?(?:\[\d+\])?$"
)
"""Key paths of names, addresses and places, of which parties bear the words by chance."""
_HALL = "hôtel de "


def ends_a_name(passage: Passage, at: int, noun: int) -> bool:
    """Tell whether the noun that a preposition or an article leads at `at` ends a longer name.

    Behind the word for a street, in quotes, behind a word with a capital amid the sentence; but
    « le Président de la Région » speaks of the Region.
    """
    text = passage.text
    before = text[max(0, at - _BEFORE) : at]
    is_name = _is_in_quotes(text, at) or _is_name(before, text[at : at + 1])
    return is_name or is_of_a_name(passage, noun)


def is_of_a_name(passage: Passage, at: int) -> bool:
    """Tell whether a value that is a name, an address or a place says the word there.

    So does a town hall, « hôtel de Ville de Longvic ».
    """
    before = passage.text[max(0, at - len(_HALL)) : at]
    return before.lower() == _HALL or _NAMES.search(passage.path(at)) is not None


def _is_in_quotes(text: str, at: int) -> bool:
    return text.rfind("«", 0, at) > text.rfind("»", 0, at)


@kept
def _is_name(before: str, link: str) -> bool:
    """Tell whether words go on as a name with a link: « d » for « de la » and « du »."""
    heads = (_WORD_BEFORE, _HEAD) if link == "d" else (_WORD_BEFORE, _LINKED) if link == "l" else ()
    return any(_is_head(one, before, link) for one in heads)


def _is_head(pattern: Pattern, before: str, link: str) -> bool:
    found = pattern.search(before)
    if found is None:
        return False
    word = fold(found["word"])
    if word in _STREETS and link == "d" and pattern is _WORD_BEFORE:
        return True
    if not found["word"][0].isupper() or word in _OF_BODIES or office(word):
        return False
    return found["mark"] is None or word in _HEADS
