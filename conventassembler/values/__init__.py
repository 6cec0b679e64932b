"""Values that remember the key they were typed under; every later stage leans on them.

A clause says `{{ annees | en_annees }}`; the draft must know that the words « trois ans » were
made by the key `clauses[duree].with.annees`. So scalars are subclasses of the plain types that
carry an `Origin`, and a formatter returns a `Fragment`, a sequence of text pieces of which those
that come from a value say so. Arithmetic or joining loses the origin: the result is then a plain
object, and the draft marks it as derived.
"""

from conventassembler.values.blanks import (
    Blank,
    BlankKind,
    BlankUsedError,
    ClauseError,
    blank_text,
)
from conventassembler.values.identifiers import PHONE, CourtName, Identifier
from conventassembler.values.pieces import (
    PAGES_TO_COUNT,
    Fragment,
    Gap,
    Link,
    PageCount,
    Shown,
    fragment,
    piece,
)
from conventassembler.values.scalars import (
    Amount,
    Date,
    Duration,
    Integer,
    Origin,
    PartyId,
    Percentage,
    PlainPercentage,
    Record,
    RichText,
    Text,
    key_positions,
    origin_of,
    value_of,
)

__all__ = [
    "PAGES_TO_COUNT",
    "PHONE",
    "Amount",
    "Blank",
    "BlankKind",
    "BlankUsedError",
    "ClauseError",
    "CourtName",
    "Date",
    "Duration",
    "Fragment",
    "Gap",
    "Identifier",
    "Integer",
    "Link",
    "Origin",
    "PageCount",
    "PartyId",
    "Percentage",
    "PlainPercentage",
    "Record",
    "RichText",
    "Shown",
    "Text",
    "blank_text",
    "fragment",
    "key_positions",
    "origin_of",
    "piece",
    "value_of",
]
