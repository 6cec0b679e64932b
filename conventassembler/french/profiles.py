"""Where authorities disagree, a profile says which one is followed.

A profile is data (`data/profiles.toml`); it holds only keys that some rule reads.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from conventassembler.french.folding import fold
from conventassembler.french.tables import table


@dataclass(frozen=True, slots=True)
class Profile:
    """The choices of one house style."""

    name: str
    durations: str
    """« lettres » trois ans, « chiffres » 3 ans, « lettres et chiffres » trois (3) ans."""
    reformed_spelling: bool
    """Numbers in words under the 1990 rectifications: deux-cent-mille."""
    accented_capitals: bool
    """Whether É is restored on the capitals of a closed list of words (État)."""
    colon_space: str
    high_space: str
    """Before ; ! ?"""
    quote_space: str
    """Inside « »."""
    group_space: str
    """Between groups of three digits."""
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


def profile(name: str = "collectivite") -> Profile | None:
    """Return the profile of that name, None where there is none."""
    wanted = fold(name)
    return next((one for key, one in profiles().items() if fold(key) == wanted), None)


def default_profile() -> Profile:
    """Return the profile of local public bodies, used where nothing else is said."""
    return profiles()["collectivite"]
