"""Kinds of legal persons: what a commune, a department, a CCAS is called, and who decides in it.

A party is a kind and a name: « commune » and « Longvic »; `bodies` makes phrases of both.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import Gender, Number
from conventassembler.french.nouns import Noun, capitalised, le, parse_definite
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.nearness import likeness

_SAME_WORD: Final = 0.87
_OF_THE_NAME: Final = ("noun", "gender", "number", "also", "known_as", "checked")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of legal person: a row of `data/kinds.toml`, or what one party says of itself."""

    id: str
    noun: Noun
    """« centre communal d'action sociale »."""
    short: str
    """Its usual short name, with the article: « le CCAS »."""
    join: str
    """How its name follows: « place » (de Longvic), « department », « region », « territory » (any
    of the three), « own » (the name as typed, with its own preposition, or with the article that
    « de » is put before), « alone » (the name is called without its kind), « none » (the State)."""
    head: str
    """What its elected offices belong to: « place » (maire de Longvic), « prefecture » (préfet de
    la Côte-d'Or, préfet de la région Grand Est), « academy » (recteur de l'académie de Dijon),
    « organ » (président du conseil départemental), « body » (présidente du CCAS)."""
    acronym: str = ""
    organ: str = ""
    """Its deliberating organ: « conseil municipal »; empty where it has none."""
    organ_of: str = "body"
    """What that organ is named after: « place » (conseil municipal de Longvic), or « body »."""
    executive: str = ""
    """The office that represents it: « maire »."""
    public: bool = True
    """Whether it is a legal person of public law."""
    executory: bool = True
    """Whether a rule of law says when the acts of its organ become executory; a decision of an
    association, a foundation or a company binds it as soon as it is taken."""
    chair: str = ""
    """The organ that its executive heads where that is not the deliberating one: « conseil
    exécutif », of Corsica."""
    deliberates: bool = True
    """Whether its representative signs under an act of its organ; the prefect needs none."""
    legal_person: bool = True
    """Whether it can be a party itself: a service of the State has no legal personality."""
    elided: bool | None = None
    """Whether « de » elides before the name of this party, where the name alone does not tell."""
    called: str = ""
    """The name under which it is typed: its noun, but « ville de Paris » for that one city."""
    source: str = ""
    """Where organ and executive come from, for people."""

    @property
    def speaks_for_itself(self) -> bool:
        """Whether its name says nothing of the place, which its representative then does."""
        return self.join == "none"


def free_kind(text: str, gender: Gender, number: Number = Number.SINGULAR) -> Kind:
    """Return the kind of no table that a party describes itself: « société », féminin.

    It has no organ and no executive of its own, and is called by its noun: « la Société ».
    """
    noun = Noun(text, gender, number)
    article, word = le(noun)
    return Kind("", noun, article + "".join(capitalised((word,))), "own", "body", public=False)


def kind(text: str) -> Kind | None:
    """Return the kind of that name, acronym or alias (« ville »), None where it is unknown."""
    return _kinds().get(fold(text))


def near_kinds(text: str) -> tuple[str, ...]:
    """Return the names of kinds that look like `text`, best first."""
    known = _kinds().values()
    return near(text, (name for one in known for name in (one.called, one.acronym) if name))


def is_misspelt(text: str) -> bool:
    """Tell whether `text` is so near to a kind of the table that no kind of its own is meant."""
    best = near_kinds(text)[:1]
    return any(likeness(fold(text), fold(one)) > _SAME_WORD for one in best)


def kinds() -> tuple[Kind, ...]:
    """Return all kinds, in the order of the table."""
    return tuple(dict.fromkeys(_kinds().values()))


def short_noun(kind: Kind) -> Noun:
    """Return the usual short name as a noun: la Commune, le CCAS, l'État."""
    noun = parse_definite(kind.short, kind.noun.gender)
    assert noun is not None, kind.short  # the table says so, and a test holds it
    return noun


@cache
def _kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for identifier, row in table("kinds")["kinds"].items():
        one = _kind(identifier, row)
        names = (one.noun.text, one.acronym, *row.get("also", ()))
        for name in row.get("known_as", names):
            if name:
                found.setdefault(fold(name), one)
    return found


def _kind(identifier: str, row: Mapping[str, Any]) -> Kind:
    noun = Noun(row["noun"], Gender(row["gender"]), Number(row.get("number", "singulier")))
    rest = {key: row[key] for key in row if key not in _OF_THE_NAME}
    called = next(iter(row.get("known_as", ())), noun.text)
    return Kind(id=identifier, noun=noun, called=called, **rest)
