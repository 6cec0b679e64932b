"""Where authorities disagree, a profile says which one is followed.

A profile is data (`data/profiles.toml`); it holds only keys that some rule reads, each with its
source. A house may keep a profile and change one usage of it.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any

from conventassembler.french.folding import fold
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.keeping import Hashed, hashed_once, kept


@hashed_once
@dataclass(frozen=True, slots=True)
class Profile(Hashed):
    """The choices of one house style."""

    name: str
    durations: str
    """« lettres » trois ans, « chiffres » 3 ans, « lettres et chiffres » trois (3) ans."""
    reformed_spelling: bool
    """Numbers in words under the 1990 rectifications: deux-cent-mille."""
    accented_capitals: bool
    """Whether É is restored on the first letter of a closed list of words (État)."""
    colon_space: str
    high_space: str
    """Before ; ! ?"""
    quote_space: str
    """Inside « »."""
    group_space: str
    """Between groups of three digits."""
    first_article: str
    """« 1er » or « 1 »: the number of the first article, in its heading and in references."""
    recital_mark: str
    """After each recital but the last, with its space."""
    recital_last_mark: str
    recital_order: str
    """« saisie » as typed, « rang » by rank (`french.ranking`)."""
    recital_lead: str
    """Before each recital: « Vu », « VU »; nothing where a heading says it."""
    recital_heading: str
    """On a line of its own above them, « VU » or « Vu et considérant : »; empty for none."""
    recital_articles: str
    """« après » le code, notamment ses articles...; « avant » les articles... du code."""
    recital_notably: str
    """« notamment », « et notamment », or « sans »: how articles follow the text they are of."""


@cache
def profiles() -> Mapping[str, Profile]:
    """Return all profiles by name; each starts from the one that it names as `base`."""
    found: dict[str, Profile] = {}
    for name, settings in table("profiles").items():
        found[name] = _profile(name, settings, found.get(settings.get("base", "")))
    return found


def _profile(name: str, settings: Mapping[str, Any], base: Profile | None) -> Profile:
    values: dict[str, Any] = {}
    if base is not None:
        values = {field.name: getattr(base, field.name) for field in fields(Profile)}
    own = {key: value for key, value in settings.items() if key not in ("base", "source")}
    return Profile(**{**values, **own, "name": name})


_SPACES = {False: "\N{NO-BREAK SPACE}", True: "\N{NARROW NO-BREAK SPACE}"}
_MARKS = {"point": ".", "virgule": ",", "point-virgule": "\N{NO-BREAK SPACE};"}
MARKS = tuple(_MARKS)
"""How usages name the marks that may end a recital."""
_OTHER_WORDS = ("narrow_spaces", "recitals_headed")
"""Usages that are no key of a profile."""
HEADING = "VU"
"""The word above recitals that have it once for all."""
ORDERS = ("saisie", "rang")
PLACES_OF_ARTICLES = ("après", "avant")
NOTABLY = ("notamment", "et notamment", "sans")
DURATIONS = ("lettres", "chiffres", "lettres et chiffres")
FIRST_ARTICLES = ("1er", "1")


def adapted(base: Profile, usages: Mapping[str, Any]) -> Profile:
    """Return the profile with some usages changed, by the names of its keys.

    `narrow_spaces` stands for the two spaces that the Imprimerie nationale makes narrow: before
    ; ! ? and between groups of digits, `recitals_headed` for a heading « VU ». Marks are said in
    words (`MARKS`).
    """
    changed = {key: value for key, value in usages.items() if key not in _OTHER_WORDS}
    for key in ("recital_mark", "recital_last_mark"):
        if key in changed:
            changed[key] = _MARKS[changed[key]]
    if (narrow := usages.get("narrow_spaces")) is not None:
        changed |= {"high_space": _SPACES[narrow], "group_space": _SPACES[narrow]}
    if (headed := usages.get("recitals_headed")) is not None:
        changed["recital_heading"] = HEADING if headed else ""
    return _same(replace(base, **changed)) if changed else base


@kept
def _same(profile: Profile) -> Profile:
    """Return one object for all equal profiles, which are told to be equal at a glance."""
    return profile


def profile(name: str = "collectivite") -> Profile | None:
    """Return the profile of that name, None where there is none."""
    wanted = fold(name)
    return next((one for key, one in profiles().items() if fold(key) == wanted), None)


def default_profile() -> Profile:
    """Return the profile of local public bodies, used where nothing else is said."""
    return profiles()["collectivite"]
