"""The fields of the library's files: front matters, models, references."""

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
PROPOSED = RecordType(
    (declare("clause", TEXT, required=True), declare("values", MapType(TextType()))),
    blank=False,
    shorthand="clause",
)
"""A clause that a model proposes."""

MODEL = RecordType(
    (
        FORMAT,
        declare("act", TEXT, required=True),
        declare("order", SettledType(ListType(TEXT, min=1)), required=True),
        declare("profile", TEXT),
        declare("articles", HEADING, required=True),
        declare("headings", MapType(HEADING)),
        declare("party_clause", TEXT, required=True),
        declare("formula", TEXT),
        declare("preamble", SettledType(ListType(PROPOSED))),
        declare("clauses", SettledType(ListType(PROPOSED)), required=True),
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
REFERENCES = RecordType((FORMAT, declare("codes", MapType(CODE), required=True)), blank=False)
