"""Kinds of legal persons: what a commune, a department, a CCAS is called, and who decides in it.

A party is a kind and a name: « commune » and « Longvic ». From both come its long name, the name
of its deliberating organ, and the capacity in which its representative signs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import Gender, Pieces
from conventassembler.french.nouns import Noun, capitalised, du, le, parse_definite
from conventassembler.french.offices import Office, holder
from conventassembler.french.places import of_department, of_place, of_region
from conventassembler.french.tables import table


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of legal person, from `data/kinds.toml`."""

    id: str
    noun: Noun
    """« centre communal d'action sociale »."""
    short: str
    """Its usual short name, with the article: « le CCAS »."""
    join: str
    """How its name follows: « place » (de Longvic), « department », « region », « own » (the name
    as typed, with its own preposition, or with the article that « de » is put before), « none »
    (the State)."""
    head: str
    """What its elected offices belong to: « place » (maire de Longvic), « department » (préfet de
    la Côte-d'Or), « organ » (président du conseil départemental), « body » (présidente du CCAS)."""
    acronym: str = ""
    organ: str = ""
    """Its deliberating organ: « conseil municipal »; empty where it has none."""
    organ_of: str = "body"
    """What that organ is named after: « place » (conseil municipal de Longvic), or « body »."""
    executive: str = ""
    """The office that represents it: « maire »."""
    public: bool = True
    """Whether it is a legal person of public law."""


def kind(text: str) -> Kind | None:
    """Return the kind of that name, acronym or alias (« ville »), None where it is unknown."""
    return _kinds().get(fold(text))


def near_kinds(text: str) -> tuple[str, ...]:
    """Return the names of kinds that look like `text`, best first."""
    known = _kinds().values()
    return near(text, (name for one in known for name in (one.noun.text, one.acronym) if name))


def kinds() -> tuple[Kind, ...]:
    """Return all kinds, in the order of the table."""
    return tuple(dict.fromkeys(_kinds().values()))


def short_noun(kind: Kind) -> Noun:
    """Return the usual short name as a noun: la Commune, le CCAS, l'État."""
    noun = parse_definite(kind.short, kind.noun.gender)
    assert noun is not None, kind.short  # the table says so, and a test holds it
    return noun


def named(kind: Kind, name: str) -> tuple[Noun, Pieces]:
    """Return the long name as the noun that determiners agree with, and what follows it.

    (« commune », " ", "de ", « Longvic »); a name that says its kind itself stands alone:
    « Dijon Métropole », without article; « Métropole de Lyon », with one.
    """
    own, kind_words = fold(name), fold(kind.noun.text)
    if kind.join == "own" and kind_words in own:
        has_article = own.startswith(kind_words)
        return Noun(name, kind.noun.gender, article=has_article), ()
    return kind.noun, _joined_name(kind.join, name)


def long_name(kind: Kind, name: str) -> Pieces:
    """Return the long name: commune de Longvic, département de la Côte-d'Or, Dijon Métropole."""
    noun, rest = named(kind, name)
    return noun.text, *rest


def organ_noun(kind: Kind, organ: str | None = None) -> Noun | None:
    """Return the organ, the kind's own when not given; None where its gender is unknown."""
    text = organ or kind.organ
    gender = table("kinds")["organs"].get(fold(text.split(" ", 1)[0])) if text else None
    return None if gender is None else Noun(text, Gender(gender))


def organ_name(kind: Kind, name: str, organ: str | None = None) -> Pieces | None:
    """Return an organ with the name of its legal person; None where the kind has none.

    « conseil municipal de Longvic », « conseil d'administration du centre communal d'action
    sociale de Longvic »; an organ other than the kind's own follows the organ that it comes
    from: « commission permanente du conseil départemental de la Côte-d'Or ».
    """
    text = organ or kind.organ
    return None if not text else (text, *_after_organ(kind, name, text))


def of_organ(kind: Kind, name: str, organ: str | None = None) -> Pieces | None:
    """Return the organ after « de », contracted: du conseil municipal de Longvic.

    None where the kind has no organ, or the gender of the one given is unknown.
    """
    noun = organ_noun(kind, organ)
    return None if noun is None else (*du(noun), *_after_organ(kind, name, noun.text))


def representative(
    kind: Kind,
    name: str,
    office: Office,
    gender: Gender,
    *,
    acronym: str | None = None,
    organ: str | None = None,
) -> Pieces:
    """Return the office with what it belongs to: la maire de Longvic, la présidente du CCAS.

    « le président du conseil départemental de la Côte-d'Or » where the kind's head is its organ.
    It agrees with its holder (*Guide de légistique*, 4th edition, 3.3.1: signatures and party
    blocks). `acronym` replaces the kind's usual one, `organ` the kind's own organ.
    """
    is_head = office.elected or kind.join == "none"
    head = "organ" if organ and office.elected else kind.head if is_head else "body"
    article_and_title = (*le(holder(office, gender)), " ")
    if head in _JOINS:
        return *article_and_title, *_joined_name(head, name)[1:]
    if head == "organ" and (after := of_organ(kind, name, organ)):
        return *article_and_title, *after
    return *article_and_title, *_of_body(kind, name, acronym)


def capacity(
    kind: Kind,
    name: str,
    office: Office,
    gender: Gender,
    *,
    acronym: str | None = None,
    organ: str | None = None,
) -> Pieces:
    """Return the capacity printed over a signature: La Maire de Longvic, capitals on both."""
    article, title, *rest = representative(kind, name, office, gender, acronym=acronym, organ=organ)
    return *capitalised((article,)), *capitalised((title,)), *rest


_ARTICLES = ("le ", "la ", "les ", "l'", "l’")
_JOINS: Mapping[str, Callable[[str], Pieces | None]] = {
    "place": of_place,
    "department": lambda name: of_department(name) or of_region(name),
    "region": of_region,
}


def _joined_name(join: str, name: str) -> Pieces:
    if join == "none" or not name:
        return ()
    if join == "own":
        # « la Plaine Dijonnaise » is typed with its article; « La Domitienne » is a name whole.
        return " ", *(of_place(name) if name.startswith(_ARTICLES) else (name,))
    # A name of no table (a blank, a mistake that is reported elsewhere) reads as a place.
    return " ", *(_JOINS[join](name) or of_place(name))


def _after_organ(kind: Kind, name: str, text: str) -> Pieces:
    own = fold(text) == fold(kind.organ)
    if own and kind.organ_of == "place":
        return _joined_name(kind.join, name)
    if not own and kind.organ_of == "place" and (parent := of_organ(kind, name)):
        return " ", *parent
    noun, rest = named(kind, name)
    return " ", *du(noun), *rest


def _of_body(kind: Kind, name: str, acronym: str | None) -> Pieces:
    noun, rest = named(kind, name)
    short = acronym or kind.acronym
    if short and noun is kind.noun:
        noun = Noun(short, noun.gender)
    return *du(noun), *rest


@cache
def _kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for identifier, row in table("kinds")["kinds"].items():
        one = _kind(identifier, row)
        for name in (one.noun.text, one.acronym, *row.get("also", ())):
            if name:
                found.setdefault(fold(name), one)
    return found


def _kind(identifier: str, row: Mapping[str, Any]) -> Kind:
    noun = Noun(row["noun"], Gender(row["gender"]))
    rest = {key: value for key, value in row.items() if key not in ("noun", "gender", "also")}
    return Kind(id=identifier, noun=noun, **rest)
