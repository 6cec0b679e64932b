"""The types whose values are words: text, rich text, choice, yes or no, party, office."""

from collections.abc import Iterable
from typing import ClassVar

from conventassembler.diagnostics import fault
from conventassembler.frozen import dataclass
from conventassembler.schema.called import likely
from conventassembler.schema.shapes import cut_at_colon, wrong_shape
from conventassembler.schema.spellings import spelled
from conventassembler.schema.types import Findings, JsonSchema, Reading, ScalarType, either_blank
from conventassembler.source import (
    MappingNode,
    Node,
    Scalar,
    SequenceNode,
    fold,
    identifier,
)
from conventassembler.values import BlankKind, Origin, PartyId, RichText, Text

_ANY_SCALAR = ["string", "number", "boolean"]


def _alone(node: Scalar, label: str) -> Findings:
    """Return the finding that a guillemet has no other; a paragraph may open one anew."""
    opened, closed = node.text.count("«"), node.text.count("»")
    goes_on = "\n" in node.text.strip() and 0 < closed <= opened
    if opened == closed or goes_on:
        return ()
    return (fault("C228", node.position, label=label, mark="«" if opened > closed else "»"),)


@dataclass(frozen=True, slots=True)
class TextType(ScalarType):
    """One line of text."""

    name: ClassVar[str] = "texte"
    min: int | None = None
    """Fewest characters."""
    max: int | None = None
    strip: bool = True
    """False where spaces at the ends count, as in « : » between a number and its title."""

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return a `Text`; several lines are refused, as nothing says how to join them."""
        text = node.text.strip() if self.strip else node.text
        if "\n" in text:
            return None, (fault("C214", node.position, label=label),)
        if self.min is not None and len(text) < self.min:
            place = node.position
            return None, (fault("C202", place, label=label, count=len(text), min=self.min),)
        if self.max is not None and len(text) > self.max:
            place = node.position
            return None, (fault("C203", place, label=label, count=len(text), max=self.max),)
        return Text(text, origin), _alone(node, label) if self.strip else ()

    def json_schema(self) -> JsonSchema:
        """Return the schema of a text, which an editor may take for a number (`12`)."""
        bounds = {"minLength": self.min, "maxLength": self.max}
        schema: JsonSchema = {"type": _ANY_SCALAR}
        return either_blank(schema | {key: n for key, n in bounds.items() if n is not None})


@dataclass(frozen=True, slots=True)
class RichTextType(ScalarType):
    """Text in Markdown."""

    name: ClassVar[str] = "texte riche"

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return the value, a blank, or None with faults.

        Lines with dashes or colons, typed below the key without its bar, are read as keys or lists.
        """
        lines = isinstance(node, SequenceNode | MappingNode) and not node.flow
        if lines and not cut_at_colon(node):
            return None, wrong_shape(node, label, "C104", f"{label}: |")
        return super(RichTextType, self).read(node, path, label)  # noqa: UP008 -- slots

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return a `RichText`, its lines kept."""
        return RichText(node.text.strip("\n").rstrip(), origin), _alone(node, label)

    def json_schema(self) -> JsonSchema:
        """Return the schema of a text."""
        return {"type": _ANY_SCALAR}


@dataclass(frozen=True, slots=True)
class ChoiceType(ScalarType):
    """One of a few words, matched as keys are."""

    name: ClassVar[str] = "choix"
    awaits: ClassVar[BlankKind] = "choice"
    choices: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The choices as they were declared."""
        return self.choices

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return the choice as it was declared."""
        by_fold = {fold(choice): choice for choice in self.choices}
        if choice := by_fold.get(fold(node.text)):
            return Text(choice, origin), ()
        known, near = ", ".join(self.choices), likely(node.text, self.choices)
        place = node.position
        return None, (fault("C206", place, label=label, value=node.text, known=known, **near),)

    def json_schema(self) -> JsonSchema:
        """Return the enumeration of the choices, and their other spellings."""
        figures = [int(one) for one in self.choices if one.isdecimal()]
        return either_blank({"enum": [*self.choices, *figures]}, _spelled(self.choices))

    def read_back(self, text: str) -> object:
        """Return the choice that `text` is."""
        return text if text in self.choices else None


def _spelled(names: Iterable[str]) -> JsonSchema:
    return {"type": "string", "pattern": spelled(names)}


_BOOLEAN = {"not": {"type": ["string", "number", "array", "object", "null"]}}
"""What an editor makes of `yes` in YAML 1.1; said so that none proposes it."""
_YES_NO = {"oui": True, "yes": True, "non": False, "no": False}


@dataclass(frozen=True, slots=True)
class YesNoType(ScalarType):
    """« oui » or « non »."""

    name: ClassVar[str] = "oui-non"
    awaits: ClassVar[BlankKind] = "choice"

    @property
    def offered(self) -> tuple[str, ...]:
        """« oui » and « non »."""
        return ("oui", "non")

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:  # noqa: ARG002
        """Return a bool: it decides, and is never written."""
        answer = _YES_NO.get(fold(node.text))
        if answer is None:
            return None, (fault("C207", node.position, label=label, value=node.text),)
        return answer, ()

    def json_schema(self) -> JsonSchema:
        """Return the enumeration, and its other spellings."""
        said = {"enum": ["oui", "non"]}
        return either_blank(said, _spelled(_YES_NO), _BOOLEAN)

    def show(self, value: object) -> str:
        """Return « oui » or « non »."""
        return "oui" if value else "non"

    def read_back(self, text: str) -> object:
        """Return the bool that `text` says."""
        return _YES_NO.get(fold(text))


@dataclass(frozen=True, slots=True)
class PartyType(ScalarType):
    """A party of the agreement, by its key."""

    name: ClassVar[str] = "partie"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:  # noqa: ARG002
        """Return a `PartyId`; that the party exists is checked where parties are known."""
        return PartyId(identifier(node.text), origin, node.text.strip()), ()

    def json_schema(self) -> JsonSchema:
        """Return the schema of a key."""
        return either_blank({"type": "string"})


@dataclass(frozen=True, slots=True)
class SeatType(PartyType):
    """A party in a place to sign, or the one of its representatives that holds the office.

    « caf », « caf/directrice »: the id is that of the party, the key what was typed.
    """

    name: ClassVar[str] = "place"

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:  # noqa: ARG002
        """Return a `PartyId`; who sits there is checked where parties are known."""
        party = node.text.partition("/")[0]
        return PartyId(identifier(party), origin, node.text.strip()), ()


@dataclass(frozen=True, slots=True)
class OfficeType(TextType):
    """An office, « maire » or « présidente », checked against French where it is used."""

    name: ClassVar[str] = "fonction"
