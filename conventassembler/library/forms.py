"""The fields of the library's files: front matters, models, references."""

from dataclasses import replace

from conventassembler.agreement.forms import AGREEMENT, ANNEXES, YES_NO
from conventassembler.agreement.manner import PROFILE, USAGES
from conventassembler.french.numerals import DIGITS
from conventassembler.frozen import dataclass
from conventassembler.schema import (
    FORMAT,
    ChoiceType,
    DateType,
    IntegerType,
    ListType,
    MapType,
    RawType,
    RecordType,
    SettledType,
    TextType,
    declare,
)
from conventassembler.schema.keys import keys_of
from conventassembler.schema.roles import RENEWALS
from conventassembler.schema.types import Reading
from conventassembler.source import MappingNode, Node, Pair, Scalar, SequenceNode

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
        declare("renewal", SettledType(ChoiceType(RENEWALS))),
    ),
    blank=False,
)

HEADING = RecordType(
    (
        declare("level", SettledType(IntegerType(1, 6))),
        declare("number", _VERBATIM),
        declare("separator", _VERBATIM),
        declare("first", TEXT),
        declare("capitals", YES_NO),
        declare("restart", YES_NO),
        declare("digits", SettledType(ChoiceType(DIGITS))),
        declare("run_in", YES_NO),
        declare("end", _VERBATIM),
    ),
    blank=False,
)
_OF_ANNEXES = ("number", "separator", "first", "capitals", "digits")


@dataclass(frozen=True, slots=True)
class _AnnexesType(RecordType):
    """How a model heads annexes, and those that it proposes; a list alone is what it proposes."""

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return a `Record`, of a list too."""
        if isinstance(node, SequenceNode):
            place = node.position
            key = Scalar(keys_of("entries")[0], place, "plain", place)
            node = MappingNode((Pair(key, node),), node.position)
        return RecordType.read(self, node, path, label)


ANNEX_OUTLINE = _AnnexesType(
    (
        *(item for item in HEADING.fields if item.name in _OF_ANNEXES),
        declare("entries", ANNEXES),
    ),
    blank=False,
)
PART_TITLE = RecordType(
    (
        declare("title", TEXT, required=True),
        declare("capitals", YES_NO),
    ),
    blank=False,
    shorthand="title",
)
_PROPOSED = (
    *("title", "subtitles", "title_order", "parties", "recitals", "preamble", "clauses"),
    "signature",
)
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
        declare("group_clause", TEXT),
        declare("partner_clause", TEXT),
        declare("formula", TEXT),
        declare("preamble_title", PART_TITLE),
        declare("annexes", ANNEX_OUTLINE),
        declare("bullets", SettledType(ListType(_VERBATIM, min=1))),
        declare("term_end", _VERBATIM),
        declare("contents", YES_NO),
        declare("title_parties", YES_NO),
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
    (
        FORMAT,
        replace(PROPOSALS[_PROPOSED.index("parties")], required=True),
        next(item for item in AGREEMENT.fields if item.name == "groups"),
    ),
    blank=False,
)
STATUTE = RecordType(
    (
        declare("title", TEXT, required=True),
        declare("date", SettledType(DateType()), required=True),
        declare("author", TEXT),
        declare("organic", YES_NO),
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
