"""Recitals: what « Vu » is followed by for a code and for the act that authorises a signature.

How recitals begin and end is here too; `french.recited` has the other texts.

Every slot is a string handed through, so that a blank reads like any other value: « la
délibération du conseil municipal de Longvic du [à compléter] autorisant ... ».
"""

import re
from collections.abc import Sequence

from conventassembler.french.grammar import Gender, Pieces, joined
from conventassembler.french.inflection import agree
from conventassembler.french.nouns import Noun, le
from conventassembler.french.profiles import Profile, default_profile
from conventassembler.french.recited import Cited, numbered, with_articles
from conventassembler.frozen import dataclass

WHEREAS = "Considérant"

_TITLE_LEADS = (
    *("relatif", "relative", "relatifs", "relatives", "portant", "modifiant", "complétant"),
    *("abrogeant", "ratifiant", "autorisant", "habilitant", "instituant", "créant", "organisant"),
    *("fixant", "tendant", "visant", "favorisant", "renforçant", "pour", "de", "d"),
)
"""What the title of a law may begin with that is no proper name."""
_END_MARKS = (".", ";", ",", "…")


@dataclass(frozen=True, slots=True)
class Authority:
    """The act that allows a person to sign, in phrases ready to be put together."""

    act: Noun
    """« délibération »."""
    issuer: Pieces
    """Who decided, after « de »: ("du ", "conseil municipal", " ", "de ", "Longvic"), or nobody."""
    dates: Pieces
    """When, after « de », from `dates.of_dates`: ("du ", "4 décembre 2025")."""
    numbers: Sequence[str] = ()
    """Its number, or several of one session."""
    executory: str | None = None
    """The date from which it is executory, written."""


def code(title: str, articles: Sequence[str] = (), profile: Profile | None = None) -> Pieces:
    """Return a code with its articles: le code ..., notamment ses articles L. 1111-1 et L. 1111-9.

    The title is a code's, hence masculine and in lower case. Source: *Guide de légistique*, 4th
    edition, 3.1.5: the articles after the title.
    """
    return with_articles(Cited(Noun(title, Gender.MASCULINE)), articles, profile)


def law_title(text: str) -> str:
    """Return the title of a law as it goes on a sentence: « Relative aux ... » loses its capital.

    Only a word that is no proper name does; any other title comes back as the same object.
    """
    word = re.match(r"[^\W\d_]+", text)
    if word is None or word[0] != word[0].capitalize() or word[0].lower() not in _TITLE_LEADS:
        return text
    return text[0].lower() + text[1:]


def cited_act(act: Authority) -> Pieces:
    """Return an act as it is cited in full.

    « la délibération du conseil municipal de Longvic du 4 décembre 2025, n° 12, rendue exécutoire
    le 8 décembre 2025 »; a number or an executory date that is not there is left out,
    with its comma.
    """
    issuer = (" ", *act.issuer) if act.issuer else ()
    dates = (" ", *act.dates) if act.dates else ()
    return *le(act.act), *issuer, *dates, *_asides(act)


def authority(act: Authority, signatory: Pieces, instrument: Pieces) -> Pieces:
    """Return the act that authorises the signature, and what it authorises.

    « la délibération du conseil municipal de Longvic du 4 décembre 2025, n° 12, autorisant la
    maire à signer le présent protocole ».
    """
    joint = ", " if _asides(act) else " "
    return *cited_act(act), joint, "autorisant ", *signatory, " à signer ", *instrument


def decision(act: Authority, title: str = "", annexed: Pieces = ()) -> Pieces:
    """Return an act and its object: « la délibération ... du 26 mars 2020 relative à ... ».

    `annexed`, « , jointe en annexe 6 », stands before the object, whose last noun it would be
    taken to be said of: « autorisant le maire à signer la convention ».
    """
    if not title:
        return *cited_act(act), *annexed
    return *cited_act(act), *annexed, ", " if annexed or _asides(act) else " ", title


def led(pieces: Pieces, lead: str) -> Pieces:
    """Return the recital behind « Vu », or as it is where a heading says it."""
    return (lead, " ", *pieces) if lead else pieces


def terminated(pieces: Pieces, index: int, count: int, profile: Profile | None = None) -> Pieces:
    """Return the recital with its end mark: « ; » after each, another after the last.

    A recital typed with an end mark of its own keeps it: it is a person's choice. Source:
    *Guide de légistique*, 4th edition, 3.1.5 (« ; », then « , » before the formula);
    conventions, where the recitals close a sentence, end with a point.
    """
    chosen = profile or default_profile()
    if joined(pieces).rstrip().endswith(_END_MARKS):
        return pieces
    is_last = index == count - 1
    return *pieces, chosen.recital_last_mark if is_last else chosen.recital_mark


def _asides(act: Authority) -> Pieces:
    pieces: list[str] = []
    if act.numbers:
        sign, *numbers = numbered(act.numbers)
        pieces += (f", {sign}", *numbers)
    if act.executory is not None:
        pieces += (f", {agree('rendu', act.act.agreement)} exécutoire le ", act.executory)
    return tuple(pieces)
