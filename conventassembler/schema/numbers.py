"""The types whose values are numbers: integer, amount, percentage, duration."""

import re
from decimal import Decimal
from typing import ClassVar

from conventassembler.diagnostics import fault
from conventassembler.french import amounts, durations, numbers
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema.counted import SPACES, WHOLE, meant
from conventassembler.schema.types import Findings, JsonSchema, Reading, ScalarType, either_blank
from conventassembler.source import Scalar
from conventassembler.values import Amount, Duration, Integer, Origin, Percentage

_INTEGER = Pattern(rf"[-\u2212]?{WHOLE}")
_AMOUNT = Pattern(rf"(?P<number>[-\u2212]?{WHOLE}(?:[.,][0-9]{{1,2}})?)[{SPACES}]*(?:€|euros?)?")
_PERCENTAGE = Pattern(rf"(?P<number>[-\u2212]?{WHOLE}(?:[.,][0-9]{{1,4}})?)[{SPACES}]*%?")
_DURATION = Pattern(
    rf"(?P<count>{WHOLE})[{SPACES}]*(?P<unit>ans?|années?|mois|semaines?|jours?)", re.IGNORECASE
)
_UNITS = {"an": "an", "ann": "an", "moi": "mois", "sem": "semaine", "jou": "jour"}


def _plain(number: str) -> str:
    """Return figures that Python reads: no spaces, a point, a true minus."""
    return re.sub(f"[{SPACES}]", "", number).replace(",", ".").replace("\u2212", "-")


def _lasting(text: str) -> dict[str, str]:
    """Return the duration of which the number is in words: « deux mois »."""
    words, _, unit = text.strip().lower().rpartition(" ")
    count = numbers.read_cardinal(words) if words else None
    known = count is not None and _DURATION.fullmatch(f"{count} {unit}")
    return {"suggestion": f"{count} {unit}"} if known else {}


def _priced(text: str) -> dict[str, str]:
    """Return the amount of which thousands are parted by points, or that is in words."""
    plain = re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "", text)
    match = _AMOUNT.fullmatch(plain) if plain != text else None
    value = Decimal(_plain(match["number"])) if match else amounts.read_amount_in_words(text)
    figures = amounts.write_amount(value) if value is not None else ""
    return {"suggestion": re.sub(f"[{SPACES}]", " ", figures)} if figures else {}


@dataclass(frozen=True, slots=True)
class BoundedType(ScalarType):
    """A number between two bounds, both included."""

    name: ClassVar[str]
    min: int | None = None
    max: int | None = None

    def bounded(self, value: Decimal | int, node: Scalar, label: str) -> Findings:
        """Return the finding that `value` is out of bounds."""
        words = {"label": label, "value": node.text}
        if self.min is not None and value < self.min:
            return (fault("C204", node.position, **words, min=self.min),)
        if self.max is not None and value > self.max:
            return (fault("C205", node.position, **words, max=self.max),)
        return ()

    def limits(self) -> JsonSchema:
        """Return the bounds in the words of JSON Schema."""
        bounds = {"minimum": self.min, "maximum": self.max}
        return {key: bound for key, bound in bounds.items() if bound is not None}


@dataclass(frozen=True, slots=True)
class IntegerType(BoundedType):
    """A whole number in figures."""

    name: ClassVar[str] = "entier"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return an `Integer`; thousands may be parted by spaces."""
        text = node.text.strip()
        if not _INTEGER.fullmatch(text):
            near = meant(text, label)
            return None, (fault("C201", node.position, label=label, value=text, **near),)
        value = int(_plain(text))
        found = self.bounded(value, node, label)
        return (None if found else Integer(value, origin)), found

    def json_schema(self) -> JsonSchema:
        """Return the schema of a whole number, or of figures between quotes."""
        grouped = {"type": "string", "pattern": rf"^\s*{_INTEGER.pattern}\s*$"}
        return either_blank({"type": "integer"} | self.limits(), grouped)

    def read_back(self, text: str) -> object:
        """Return the number that `text` writes in figures."""
        return int(_plain(text)) if _INTEGER.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class AmountType(BoundedType):
    """An amount in euros, cents after a comma or a point; or a round one: 7,5 millions d'euros."""

    name: ClassVar[str] = "montant"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return an `Amount`."""
        text = node.text.strip()
        match = _AMOUNT.fullmatch(text)
        value = Decimal(_plain(match["number"])) if match else amounts.read_millions(text)
        if value is None:
            near = _priced(text)
            return None, (fault("C208", node.position, label=label, value=node.text, **near),)
        found = self.bounded(value, node, label)
        return (None if found else Amount(value, origin)), found

    def json_schema(self) -> JsonSchema:
        """Return the schema of a number, of figures with spaces and €, or of a round amount."""
        figures = _AMOUNT.pattern.replace("?P<number>", "?:")
        round_ = rf"[0-9]+(?:,[0-9]+)?[{SPACES}]*(?:milli(?:on|ard)s?\b.*|Md?€)"
        written = {"type": "string", "pattern": rf"^\s*(?:{figures}|{round_})\s*$"}
        return either_blank({"type": "number"} | self.limits(), written)

    def show(self, value: object) -> str:
        """Return « 200 000 € »."""
        return amounts.write_amount(Decimal(str(value)))

    def read_back(self, text: str) -> object:
        """Return the amount that `text` writes."""
        return amounts.read_amount(text)


@dataclass(frozen=True, slots=True)
class PercentageType(BoundedType):
    """A percentage, with or without its sign."""

    name: ClassVar[str] = "pourcentage"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return a `Percentage`."""
        match = _PERCENTAGE.fullmatch(node.text.strip())
        if not match:
            return None, (fault("C209", node.position, label=label, value=node.text),)
        value = Decimal(_plain(match["number"]))
        found = self.bounded(value, node, label)
        return (None if found else Percentage(value, origin)), found

    def json_schema(self) -> JsonSchema:
        """Return the schema of a number, or of figures with a % sign."""
        pattern = _PERCENTAGE.pattern.replace("?P<number>", "?:")
        written = {"type": "string", "pattern": rf"^\s*{pattern}\s*$"}
        return either_blank({"type": "number"} | self.limits(), written)

    def show(self, value: object) -> str:
        """Return « 20 % »."""
        return amounts.write_percentage(Decimal(str(value)))

    def read_back(self, text: str) -> object:
        """Return the percentage that `text` writes."""
        return amounts.read_percentage(text)


@dataclass(frozen=True, slots=True)
class DurationType(ScalarType):
    """A length of time: « 3 ans », « 18 mois », « 2 semaines », « 15 jours »."""

    name: ClassVar[str] = "durée"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return a `Duration` in the unit that was typed: twelve months are not one year."""
        match = _DURATION.fullmatch(node.text.strip())
        if not match:
            near = _lasting(node.text)
            return None, (fault("C210", node.position, label=label, value=node.text, **near),)
        unit = _UNITS[match["unit"].lower()[:3].removesuffix("s")]
        return Duration(int(_plain(match["count"])), unit, origin), ()

    def json_schema(self) -> JsonSchema:
        """Return the schema of figures and a unit."""
        unit = "[Aa][Nn][Ss]?|[Aa][Nn][Nn][EeÉé][Ee][Ss]?|[Mm][Oo][Ii][Ss]"
        unit += "|[Ss][Ee][Mm][Aa][Ii][Nn][Ee][Ss]?|[Jj][Oo][Uu][Rr][Ss]?"
        written = rf"^\s*{WHOLE}[{SPACES}]*(?:{unit})\s*$"
        return either_blank({"type": "string", "pattern": written})

    def show(self, value: object) -> str:
        """Return « trois ans »."""
        if not isinstance(value, Duration):
            return str(value)
        writers = {
            "an": durations.in_years,
            "mois": durations.in_months,
            "semaine": durations.in_weeks,
            "jour": durations.in_days,
        }
        return writers[value.unit](value.count)

    def read_back(self, text: str) -> object:
        """Return (count, unit) of a duration in words or figures."""
        readers = {
            "an": durations.read_years,
            "mois": durations.read_months,
            "semaine": durations.read_weeks,
            "jour": durations.read_days,
        }
        for unit, reader in readers.items():
            if (count := reader(text)) is not None:
                return count, unit
        return None
