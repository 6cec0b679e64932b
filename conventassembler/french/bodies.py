"""How a legal person, its organs and who represents it are named: le maire de Longvic.

From a kind (`kinds`) and a name come the long name, the deliberating organ, and the capacity in
which somebody signs.
"""

from collections.abc import Callable, Mapping

from conventassembler.french.elision import as_said
from conventassembler.french.folding import fold
from conventassembler.french.grammar import ARTICLES, Gender, Number, Pieces
from conventassembler.french.kinds import Kind
from conventassembler.french.nouns import (
    Noun,
    capitalised,
    du,
    le,
    parse_definite,
    possessive,
)
from conventassembler.french.offices import Office, holder
from conventassembler.french.places import after_region, of_department, of_place, of_region
from conventassembler.french.tables import table


def named(kind: Kind, name: str) -> tuple[Noun, Pieces]:
    """Return the long name as the noun that determiners agree with, and what follows it.

    (« commune », " ", "de ", « Longvic »); a name that says its kind itself stands alone:
    « Dijon Métropole », without article; « Métropole de Lyon », with one.
    """
    own, kind_words = fold(name), fold(kind.noun.text)
    if kind.join == "alone":
        return _alone(kind, name), ()
    if kind.join == "own" and kind_words in own:
        has_article = own.startswith(kind_words)
        elided = as_said(name, elided=kind.elided)
        return Noun(name, kind.noun.gender, kind.noun.number, has_article, elided), ()
    return kind.noun, _joined_name(kind, kind.join, name)


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
    is_head = office.elected or kind.head in ("prefecture", "academy")
    head = "organ" if organ and office.elected else kind.head if is_head else "body"
    article_and_title = (*le(holder(office, gender)), " ")
    if kind.head == "prefecture" and office.of_prefecture:
        return *article_and_title, "de la préfecture ", *_joined_name(kind, head, name)[1:]
    if head in _JOINS:
        return *article_and_title, *_joined_name(kind, head, name)[1:]
    if head == "organ" and (after := _of_headed(kind, name, organ, acronym)):
        return *article_and_title, *after
    return *article_and_title, *_of_body(kind, name, acronym)


def of_own_organ(kind: Kind, organ: str, owner: Number = Number.SINGULAR) -> Pieces | None:
    """Return an organ after « de son »: de son conseil d'administration, de sa commission.

    None where the gender of the organ is unknown.
    """
    noun = organ_noun(kind, organ)
    return None if noun is None else ("de ", *possessive(noun, owner))


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


_JOINS: Mapping[str, Callable[[str], Pieces | None]] = {
    "place": lambda _: None,
    "department": lambda name: of_department(name) or of_region(name),
    "region": after_region,
    "territory": lambda name: of_department(name) or of_region(name),
    "prefecture": lambda name: of_department(name) or _of_the_region(name),
    "academy": lambda name: ("de l’académie ", *of_place(name)),
}


def _of_the_region(name: str) -> Pieces | None:
    """Return what a prefect of a region is the prefect of: de la région Grand Est.

    Source: decree n° 2004-374 of 29 April 2004; decrees of appointment.
    """
    after = after_region(name)
    return None if after is None else ("de la région ", *after)


def _alone(kind: Kind, name: str) -> Noun:
    """Return a name called without its kind: les Hospices civils de Lyon, La Poste.

    An article in lower case is a word of the sentence, « Le » and « Les » contract all the same;
    « La » and « L' » with a capital belong to the name.
    """
    gender, number = kind.noun.gender, kind.noun.number
    if not name.startswith(("La ", "L'", "L’")) and name.lower().startswith(ARTICLES):
        noun = parse_definite(name, gender)
        if noun is not None:
            return noun
    elided = as_said(name, elided=kind.elided)
    return Noun(name, gender, number, article=False, elides=elided)


def _joined_name(kind: Kind, join: str, name: str) -> Pieces:
    if join == "none" or not name:
        return ()
    if join == "own":
        # « la Plaine Dijonnaise » is typed with its article; « La Domitienne » is a name whole.
        return " ", *(of_place(name) if name.startswith(ARTICLES) else (name,))
    # A name of no table (a blank, a mistake that is reported elsewhere) reads as a place.
    return " ", *(_JOINS[join](name) or of_place(name, elided=kind.elided))


def _of_headed(kind: Kind, name: str, organ: str | None, acronym: str | None) -> Pieces | None:
    """Return the organ that an office heads, after « de »; the body in it by its acronym."""
    text = organ or kind.chair or kind.organ
    noun = organ_noun(kind, text)
    if noun is None:
        return None
    if kind.organ_of == "place" and text == kind.chair:
        return *du(noun), *_joined_name(kind, kind.join, name)
    if kind.organ_of == "place":
        return *du(noun), *_after_organ(kind, name, text)
    return *du(noun), " ", *_of_body(kind, name, acronym)


def _after_organ(kind: Kind, name: str, text: str) -> Pieces:
    own = fold(text) == fold(kind.organ)
    if own and kind.organ_of == "place":
        join = "department" if kind.join == "region" else kind.join
        return _joined_name(kind, join, name)
    if not own and kind.organ_of == "place" and (parent := of_organ(kind, name)):
        return " ", *parent
    noun, rest = named(kind, name)
    return " ", *du(noun), *rest


def _of_body(kind: Kind, name: str, acronym: str | None) -> Pieces:
    noun, rest = named(kind, name)
    short = acronym or kind.acronym
    if short and noun is kind.noun:
        noun = Noun(short, noun.gender, noun.number)
    return *du(noun), *rest
