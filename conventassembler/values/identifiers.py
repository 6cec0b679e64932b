"""Numbers that name: SIREN, SIRET, IBAN, BIC, telephone; and the name of a court."""

from typing import Self

from conventassembler.french.identifiers import SCHEMES
from conventassembler.french.phones import write_phone
from conventassembler.values.pieces import Fragment, piece
from conventassembler.values.scalars import Origin, Text

PHONE = "téléphone"
"""The kind of a telephone number; the others are those of `SCHEMES`."""


class Identifier(Text):
    """An identifier without spaces, which every text shows in groups."""

    kind: str

    def __new__(cls, value: str, origin: Origin, kind: str) -> Self:
        self = super().__new__(cls, value, origin)
        self.kind = kind
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        return str(self), self.origin, self.kind

    @property
    def grouped(self) -> str:
        """The identifier as readers expect it: 123 456 782 00010."""
        return write_phone(self) if self.kind == PHONE else SCHEMES[self.kind].write(self)

    def __fragment__(self) -> Fragment:
        """Return what is shown of it."""
        return Fragment((piece(self, self.grouped, self.kind),))


class CourtName(Text):
    """The name of a tribunal administratif, as the table of courts writes it: « Dijon »."""
