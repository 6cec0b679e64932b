"""The type of the height of a picture: « 20 mm », « 2,5 cm »."""

import re
from decimal import Decimal
from typing import ClassVar

from conventassembler.diagnostics import fault
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema.numbers import BoundedType
from conventassembler.schema.types import JsonSchema, Reading
from conventassembler.source import Scalar
from conventassembler.values import Integer, Origin

_HEIGHT = Pattern(r"(?P<number>[0-9]{1,4}(?:[.,][0-9]{1,2})?)\s*(?P<unit>mm|cm)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeightType(BoundedType):
    """A height in millimetres, or in centimetres where it says so."""

    name: ClassVar[str] = "hauteur"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return an `Integer`, the height in millimetres."""
        match = _HEIGHT.fullmatch(node.text.strip())
        if match is None:
            return None, (fault("C201", node.position, label=label, value=node.text.strip()),)
        factor = 10 if (match["unit"] or "").lower() == "cm" else 1
        value = round(Decimal(match["number"].replace(",", ".")) * factor)
        found = self.bounded(value, node, label)
        return (None if found else Integer(value, origin)), found

    def json_schema(self) -> JsonSchema:
        """Return the schema of a text, or of a number of millimetres."""
        return {"type": ["string", "number"]}
