"""The fields of the library's files: front matters, models, references."""

from dataclasses import replace

from conventassembler.agreement.forms import AGREEMENT
from conventassembler.agreement.manner import PROFILE, USAGES
from conventassembler.schema import (
    FORMAT,
    DateType,
    IntegerType,
    ListType,
    MapType,
    RawType,
    RecordType,
    SettledType,
    TextType,
    YesNoType,
    declare,
)

TEXT = SettledType(TextType())
NAMES = SettledType(ListType(TEXT, single=True))
_VERBATIM = SettledType(TextType(strip=False))

FRONT_MATTER = RecordType(
    (
        declare("title", TEXT, required=True),
        declare("choose_when", TEXT, required=True),
        declare("parameters", RawType()),
        declare("requires", NAMES),
        declare("excludes", NAMES),
        declare("basis", NAMES),
        declare("reviewed", DateType()),
        declare("example", MapType(RawType())),
        declare("replaces", NAMES),
    ),
    blank=False,
)

HEADING = RecordType(
    (
        declare("level", SettledType(IntegerType(1, 6))),
        declare("number", _VERBATIM),
        declare("separator", _VERBATIM),
        declare("first", TEXT),
        declare("capitals", SettledType(YesNoType())),
        declare("restart", SettledType(YesNoType())),
    ),
    blank=False,
)
_PROPOSED = ("title", "title_order", "parties", "recitals", "preamble", "clauses", "signature")
PROPOSALS = tuple(
    replace(item, required=item.name == "clauses")
    for item in AGREEMENT.fields
    if item.name in _PROPOSED
)
"""Keys of an agreement that a model proposes, written as an agreement writes them."""

MODEL = RecordType(
    (
        FORMAT,
        declare("extends", TEXT),
        declare("choose_when", TEXT),
        declare("act", TEXT, required=True),
        declare("order", SettledType(ListType(TEXT, min=1)), required=True),
        declare("profile", PROFILE),
        declare("usages", USAGES),
        declare("articles", HEADING, required=True),
        declare("headings", MapType(HEADING)),
        declare("party_clause", TEXT, required=True),
        declare("formula", TEXT),
        *PROPOSALS,
        declare("requires", NAMES),
    ),
    blank=False,
)

CODE = RecordType(
    (
        declare("title", TEXT, required=True),
        declare("source", TEXT, required=True),
        declare("checked", DateType()),
    ),
    blank=False,
)
SPECIMENS = RecordType(
    (FORMAT, replace(PROPOSALS[_PROPOSED.index("parties")], required=True)), blank=False
)
STATUTE = RecordType(
    (
        declare("title", TEXT, required=True),
        declare("date", SettledType(DateType()), required=True),
        declare("author", TEXT),
        declare("organic", SettledType(YesNoType())),
        declare("source", TEXT),
        declare("checked", DateType()),
    ),
    blank=False,
)
STATUTES = {
    "laws": "law",
    "ordinances": "ordinance",
    "decrees": "decree",
    "eu_regulations": "eu_regulation",
    "eu_directives": "eu_directive",
}
"""The lists of texts by number, and the field of a recital that cites each."""
REFERENCES = RecordType(
    (
        FORMAT,
        declare("codes", MapType(CODE)),
        *(declare(name, MapType(STATUTE)) for name in STATUTES),
    ),
    blank=False,
)
