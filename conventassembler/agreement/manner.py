"""How an act is written: a profile, and the usages that differ from it.

An agreement, a model and the settings of a workspace say it with the same two keys.
"""

from dataclasses import field
from types import MappingProxyType
from typing import ClassVar

from conventassembler.diagnostics import fault
from conventassembler.french.profiles import (
    DURATIONS,
    FIRST_ARTICLES,
    MARKS,
    NOTABLY,
    ORDERS,
    PLACES_OF_ARTICLES,
    profile,
    profiles,
)
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema import (
    ChoiceType,
    RecordType,
    ScalarType,
    SettledType,
    TextType,
    YesNoType,
    declare,
    nearest,
)
from conventassembler.schema.pick import pick, text
from conventassembler.schema.spellings import spelled
from conventassembler.schema.types import JsonSchema, Reading, either_blank
from conventassembler.source import Scalar
from conventassembler.values import Origin, Record, Text, value_of


@dataclass(frozen=True, slots=True)
class ProfileType(ScalarType):
    """The name of a profile, matched as keys are."""

    name: ClassVar[str] = "profil"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:  # noqa: ARG002
        """Return the name as the profile bears it."""
        if known := profile(node.text):
            return Text(known.name, origin), ()
        names, near = ", ".join(profiles()), nearest(node.text, profiles())
        return None, (fault("C462", node.position, name=node.text.strip(), known=names, **near),)

    def json_schema(self) -> JsonSchema:
        """Return the enumeration of the profiles, and their other spellings."""
        written = {"type": "string", "pattern": spelled(profiles())}
        return either_blank({"enum": list(profiles())}, written)


_YES_NO = SettledType(YesNoType())
_MARK = SettledType(ChoiceType(MARKS))

PROFILE = SettledType(ProfileType())
TEMPLATE = SettledType(TextType())
"""The name of a house template; which ones there are, only the workspace knows."""
USAGES = RecordType(
    (
        declare("durations", SettledType(ChoiceType(DURATIONS)), "Durées : trois ans, 3 ans..."),
        declare("reformed_spelling", _YES_NO, "Deux-cents plutôt que deux cents."),
        declare("accented_capitals", _YES_NO, "État plutôt que Etat."),
        declare("narrow_spaces", _YES_NO, "Espaces fines devant ; ! ? et dans les nombres."),
        declare(
            "first_article",
            SettledType(ChoiceType(FIRST_ARTICLES)),
            "Article 1er ou Article 1, dans l'intitulé et dans les renvois.",
        ),
        declare("recital_mark", _MARK, "Signe à la fin de chaque visa."),
        declare("recital_last_mark", _MARK, "Signe à la fin du dernier visa."),
        declare(
            "recital_order",
            SettledType(ChoiceType(ORDERS)),
            "Visas dans l'ordre de la saisie, ou rangés.",
        ),
        declare("recitals_headed", _YES_NO, "Un seul « VU » au-dessus des visas."),
        declare(
            "recital_articles",
            SettledType(ChoiceType(PLACES_OF_ARTICLES)),
            "Articles après le titre de leur texte, ou avant.",
        ),
        declare(
            "recital_notably",
            SettledType(ChoiceType(NOTABLY)),
            "Mot devant les articles qui suivent un titre.",
        ),
    ),
    blank=False,
)
"""One usage a key, named in code as the key of the profile that it changes."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What one file says of how acts are written."""

    profile: Text | None = None
    usages: MappingProxyType[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """By the names of the profile's keys, `narrow_spaces` for those of two."""


def manner(record: Record) -> Manner:
    """Return what the keys `profil` and `usages` of a record say; faulty ones say nothing."""
    return _manner(text(record, "profile"), pick(record, "usages", Record))


@recalled
def _manner(profile: Text | None, usages: Record | None) -> Manner:
    said = {} if usages is None else {name: value_of(usages, name) for name in usages}
    known = {name: value for name, value in said.items() if value is not None}
    return Manner(profile, MappingProxyType(known))
