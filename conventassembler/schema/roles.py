"""What a value is in the life of an act: the roles that a front matter may give a parameter.

A rule that compares days cannot know that « début » of one clause and « premier jour » of another
are one thing: the drafter of the clause says it, once. Checks read roles, never the names of
parameters.
"""

from collections.abc import Mapping
from types import MappingProxyType

EFFECT = "prise d'effet"
END = "fin"
YEAR = "année"
RETROACTIVE = "effet antérieur"
NOTICE = "préavis"
TERM = "durée"

ROLES: Mapping[str, str] = MappingProxyType(
    {
        EFFECT: "date",
        END: "date",
        YEAR: "entier",
        RETROACTIVE: "oui-non",
        TERM: "durée",
        "durée en années": "entier",
        "durée en mois": "entier",
        NOTICE: "durée",
        "préavis en mois": "entier",
        "préavis en jours": "entier",
    }
)
"""The roles, each with the type of the parameter that may have it.

`année` is the civil year that the act is made for; `effet antérieur` decides whether the clause
says that the act takes in what was done before its signature.
"""

TACIT = "tacite"
RENEWALS = (TACIT, "tacite limitée", "expresse", "exclue")
"""How a clause renews the act: without limit, so many times, by a new decision, or never."""
