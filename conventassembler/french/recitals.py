"""Recitals: what « Vu » is followed by, for a code, a law, the act that authorises a signature.

Every slot is a string handed through, so that a blank reads like any other value: « la
délibération du conseil municipal de Longvic du [à compléter] autorisant ... ».
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conventassembler.french.citations import articles_phrase
from conventassembler.french.grammar import NBSP, Gender, Pieces, joined
from conventassembler.french.inflection import agree
from conventassembler.french.nouns import Noun, le
from conventassembler.french.profiles import Profile, default_profile

LEAD = "Vu"

LAW = Noun("loi", Gender.FEMININE)
ORDINANCE = Noun("ordonnance", Gender.FEMININE)
DECREE = Noun("décret", Gender.MASCULINE)
ORDER = Noun("arrêté", Gender.MASCULINE)

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
    number: str | None = None
    executory: str | None = None
    """The date from which it is executory, written."""


def code(title: str, articles: Sequence[str] = ()) -> Pieces:
    """Return a code with its articles: le code ..., notamment ses articles L. 1111-1 et L. 1111-9.

    The title is a code's, hence masculine and in lower case. Source: *Guide de légistique*, 4th
    edition, 3.1.5: the articles after the title.
    """
    return "le ", title, *articles_phrase(articles)


def law(
    number: str, day: str, title: str, *, nature: Noun = LAW, is_modified: bool = False
) -> Pieces:
    """Return a text by its number, date and whole title: la loi n° 82-213 du 2 mars 1982 ...

    `is_modified` puts « modifiée » between the date and the title. Source: *Guide de légistique*,
    4th edition, 3.1.5.
    """
    modified = (" ", agree("modifié", nature.agreement)) if is_modified else ()
    return *le(nature), f" n°{NBSP}", number, " du ", day, *modified, " ", title


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
    le 8 décembre 2025 »; a number or an executory date that is None is left out with its comma.
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
    if act.number is not None:
        pieces += (f", n°{NBSP}", act.number)
    if act.executory is not None:
        pieces += (f", {agree('rendu', act.act.agreement)} exécutoire le ", act.executory)
    return tuple(pieces)
