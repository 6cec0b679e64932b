"""The one set of types: what agreement fields and clause parameters are read, shown and checked by.

Nodes of a file come in, values that know their key path go out, with every fault beside them.
"""

from conventassembler.schema.days import DatesType, DateType
from conventassembler.schema.document import FORMAT, read_document, read_record, read_tree
from conventassembler.schema.fields import Field, declare
from conventassembler.schema.heights import HeightType
from conventassembler.schema.identifiers import (
    BicType,
    CourtType,
    IbanType,
    PhoneType,
    SirenType,
    SiretType,
)
from conventassembler.schema.keys import KEYS, keys_of
from conventassembler.schema.lists import LaterType, ListType, MapType, RawType, SettledType
from conventassembler.schema.near import nearest
from conventassembler.schema.numbers import AmountType, DurationType, IntegerType, PercentageType
from conventassembler.schema.records import RecordType
from conventassembler.schema.texts import (
    ChoiceType,
    OfficeType,
    PartyType,
    RichTextType,
    SeatType,
    TextType,
    YesNoType,
)
from conventassembler.schema.types import Findings, Reading, ScalarType, ValueType, read_value
from conventassembler.schema.unions import UnionType

__all__ = [
    "FORMAT",
    "KEYS",
    "AmountType",
    "BicType",
    "ChoiceType",
    "CourtType",
    "DateType",
    "DatesType",
    "DurationType",
    "Field",
    "Findings",
    "HeightType",
    "IbanType",
    "IntegerType",
    "LaterType",
    "ListType",
    "MapType",
    "OfficeType",
    "PartyType",
    "PercentageType",
    "PhoneType",
    "RawType",
    "Reading",
    "RecordType",
    "RichTextType",
    "ScalarType",
    "SeatType",
    "SettledType",
    "SirenType",
    "SiretType",
    "TextType",
    "UnionType",
    "ValueType",
    "YesNoType",
    "declare",
    "keys_of",
    "nearest",
    "read_document",
    "read_record",
    "read_tree",
    "read_value",
]
