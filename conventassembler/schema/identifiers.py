"""The types whose values name somebody: SIREN, SIRET, IBAN, BIC, telephone, court."""

from typing import ClassVar

from conventassembler.diagnostics import fault
from conventassembler.french.courts import court, courts, seated_at
from conventassembler.french.identifiers import SCHEMES, Fault
from conventassembler.french.phones import read_phone, write_phone
from conventassembler.frozen import dataclass
from conventassembler.schema.near import nearest
from conventassembler.schema.types import JsonSchema, Reading, ScalarType, either_blank
from conventassembler.source import Scalar
from conventassembler.values import PHONE, CourtName, Identifier, Origin

_ANY_SCALAR = ["string", "number"]
_CODES = {Fault.FORM: "C222", Fault.LENGTH: "C223", Fault.KEY: "C224"}


@dataclass(frozen=True, slots=True)
class IdentifierType(ScalarType):
    """An identifier with check digits, typed with or without spaces."""

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return an `Identifier`, or the finding that says what is wrong with it."""
        scheme = SCHEMES[self.name]
        read = scheme.read(node.text)
        if not isinstance(read, Fault):
            return Identifier(read, origin, self.name), ()
        words = {
            "label": label,
            "value": node.text.strip(),
            "name": scheme.name,
            "example": scheme.example,
            "count": sum(char.isalnum() for char in node.text),
        }
        return None, (fault(_CODES[read], node.position, **words),)

    def json_schema(self) -> JsonSchema:
        """Return the schema of a number, or of groups of letters and figures."""
        return either_blank({"type": _ANY_SCALAR, "pattern": "^[0-9A-Za-z][0-9A-Za-z .-]*$"})

    def show(self, value: object) -> str:
        """Return the identifier in groups."""
        return SCHEMES[self.name].write(str(value))

    def read_back(self, text: str) -> object:
        """Return the identifier that `text` writes, None for another text."""
        read = SCHEMES[self.name].read(text)
        return None if isinstance(read, Fault) else read


class SirenType(IdentifierType):
    """The number of a legal person: nine figures."""

    name: ClassVar[str] = "siren"


class SiretType(IdentifierType):
    """The number of an establishment: the SIREN and five figures."""

    name: ClassVar[str] = "siret"


class IbanType(IdentifierType):
    """The number of a bank account."""

    name: ClassVar[str] = "iban"


class BicType(IdentifierType):
    """The code of a bank."""

    name: ClassVar[str] = "bic"


@dataclass(frozen=True, slots=True)
class PhoneType(ScalarType):
    """A telephone number."""

    name: ClassVar[str] = PHONE

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return an `Identifier`."""
        number = read_phone(node.text)
        if number is None:
            return None, (fault("C225", node.position, label=label, value=node.text.strip()),)
        return Identifier(number, origin, PHONE), ()

    def json_schema(self) -> JsonSchema:
        """Return the schema of figures, with spaces and a plus sign."""
        return either_blank({"type": _ANY_SCALAR, "pattern": "^[+0-9][0-9 ().-]+$"})

    def show(self, value: object) -> str:
        """Return the number in groups."""
        return write_phone(str(value))

    def read_back(self, text: str) -> object:
        """Return the number that `text` writes."""
        return read_phone(text)


@dataclass(frozen=True, slots=True)
class CourtType(ScalarType):
    """A tribunal administratif, by its town."""

    name: ClassVar[str] = "tribunal"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:  # noqa: ARG002
        """Return a `CourtName`; that it is the court of the act is checked where that is known."""
        known = court(node.text)
        if known is not None:
            return CourtName(known.name, origin), ()
        value = node.text.strip()
        return None, (fault("C475", node.position, value=value, **_meant(value)),)

    def json_schema(self) -> JsonSchema:
        """Return the names of the courts, which may follow « tribunal administratif de »."""
        names = [one.name for one in courts()]
        written = {"type": "string", "pattern": "[Tt]ribunal|^TA "}
        return either_blank({"anyOf": [{"enum": names}, written]})

    def show(self, value: object) -> str:
        """Return « tribunal administratif de Dijon »."""
        known = court(str(value))
        return "".join(known.pieces) if known else str(value)

    def read_back(self, text: str) -> object:
        """Return the name of the court that `text` names."""
        known = court(text)
        return known.name if known else None


def _meant(name: str) -> dict[str, str]:
    """Return the suggestion of the court that sits in that commune, or that has a near name."""
    if seated := seated_at(name):
        return {"suggestion": seated.name}
    return nearest(name, (one.name for one in courts()))
