"""A clause's parameters, each as a line to fill under `valeurs`."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from conventassembler.scaffold.layout import Items, Line, Value, live_first, scalar
from conventassembler.scaffold.nodes import typed
from conventassembler.schema import ChoiceType, ListType, PartyType, RecordType, YesNoType
from conventassembler.schema.blanks import BLANK, is_blank
from conventassembler.schema.hints import hint
from conventassembler.schema.types import ValueType
from conventassembler.source import Node, Scalar, SequenceNode, fold, identifier

MOST = 20
"""Blank items of a list, whatever its least number: more would help nobody to fill it."""
OPTIONAL, PROPOSED, UNSURE = "facultatif", "valeur proposée", "à vérifier"


class Declared(Protocol):
    """A parameter, or a field of a record."""

    @property
    def name(self) -> str:
        """Its name in code."""

    @property
    def key(self) -> str:
        """What an agreement types."""

    @property
    def type(self) -> ValueType:
        """What it holds."""

    @property
    def required(self) -> bool:
        """Whether the text cannot do without."""

    @property
    def label(self) -> str:
        """What it is, for people."""

    @property
    def help(self) -> str:
        """More about it."""

    @property
    def written_default(self) -> Node | None:
        """Its default as typed."""


def values(
    declared: Iterable[Declared],
    given: Mapping[str, Node],
    parties: Mapping[str, str],
    idle: Collection[str] = (),
) -> tuple[Line, ...]:
    """Return a line for each parameter: what is given, its default, or a blank of its shape.

    `given` are a model's values by parameter name, `parties` the keys of the parties by id; `idle`
    are keys whose defaults no text shows.
    """
    return tuple(_line(item, given.get(item.name), parties, item.key in idle) for item in declared)


def _line(
    item: Declared, given: Node | None, parties: Mapping[str, str], idle: bool = False
) -> Line:
    lost = given is None and _names_no_party(item, parties)
    node = None if lost else given or item.written_default
    if node is not None and not _empty(node):
        off = idle and given is None
        about = _about(item, proposed=not is_blank(node), off=off)
        return Line(item.key, typed(node), about, off)
    # Where the act lacks the party that would do by itself, one is to be named.
    value, off = _to_fill(item, parties), not (item.required or lost)
    if value in parties.values() and fold(item.label or item.key) == fold(item.key):
        return Line(item.key, value, (), off)  # « commune: commune » says it all
    return Line(item.key, value, _about(item, off=off), off)


def _names_no_party(item: Declared, parties: Mapping[str, str]) -> bool:
    """Tell whether the default is a party, and none of the act's."""
    node = item.written_default
    if not isinstance(item.type, PartyType) or not isinstance(node, Scalar):
        return False
    return not is_blank(node) and identifier(node.text) not in parties


def _empty(node: Node) -> bool:
    return isinstance(node, SequenceNode) and not node.items


def _to_fill(item: Declared, parties: Mapping[str, str]) -> Value:
    if isinstance(item.type, PartyType) and identifier(item.key) in parties:
        return parties[identifier(item.key)]
    return blank(item.type, parties)


def blank(type_: ValueType, parties: Mapping[str, str]) -> Value:
    """Return what stands for a value of `type_` until it is known, in the shape of the value.

    What decides the wording cannot be left open: the first choice, and « non ».
    """
    if isinstance(type_, ListType):
        return Items((blank(type_.items, parties),) * min(MOST, max(1, type_.min or 0)))
    if isinstance(type_, RecordType):
        return live_first(values(type_.fields, {}, parties)) if type_.fields else "{}"
    if isinstance(type_, ChoiceType):
        return scalar(type_.choices[0])
    return "non" if isinstance(type_, YesNoType) else BLANK


def _about(item: Declared, *, proposed: bool = False, off: bool = False) -> tuple[str, ...]:
    """Return what is said of a value above its line."""
    decided = isinstance(item.type, ChoiceType | YesNoType)
    standing = OPTIONAL if off else PROPOSED if proposed else UNSURE if decided else ""
    notes = [hint(item.type), standing]
    brackets = " ; ".join(note for note in notes if note)
    label = item.label or item.key
    words = f"{label} ({brackets})." if brackets else f"{label}."
    return (" ".join(part for part in (words, item.help) if part),)
