"""The values of a trial: what is typed goes over the worked example, which goes over defaults."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from conventassembler.agreement.model import Argument, Group, Party
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.frozen import dataclass
from conventassembler.library.model import Parameter, Variant
from conventassembler.patterns import Pattern
from conventassembler.schema.blanks import BLANK
from conventassembler.source import MappingNode, Node, RefusedNode, Scalar, SequenceNode
from conventassembler.values import PartyId, Record

Source = Literal["typed", "example", "default", "absent", "blank"]
_FEWEST = 2
"""Parties of an act; an example that names fewer is given the first of the specimens."""
_UNCLEAR = Pattern(r"""[\[\]{},#:]|^["'&*!|>%@`?-]|^\s|\s$|^$""")
"""What YAML would not read as the text that it is, inside a list or a group."""


@dataclass(frozen=True, slots=True)
class Value:
    """What the trial gives one parameter, and where that comes from."""

    key: str
    """As the front matter writes it."""
    source: Source
    argument: Argument | None
    """As an agreement would say it; None for a default, and for what is left out."""
    shown: Node | None
    """The value as it was typed somewhere; None for what is left out."""


def values_of(
    variant: Variant, typed: Sequence[Argument], specimens: Collection[str]
) -> tuple[Value, ...]:
    """Return the value of each parameter; `specimens` are the ids of the parties at hand."""
    by_name, examples = variant.given(typed), variant.given(variant.examples)
    return tuple(
        _value(parameter, by_name, examples, specimens) for parameter in variant.parameters.values()
    )


def _value(
    parameter: Parameter,
    typed: Mapping[str, Argument],
    examples: Mapping[str, Argument],
    specimens: Collection[str],
) -> Value:
    key, name = parameter.key, parameter.name
    if argument := typed.get(name):
        return Value(key, "typed", argument, argument.node)
    argument = examples.get(name)
    nobody = argument is not None and not specimens and any(_named(_typed(parameter, argument)))
    if argument and not nobody:
        return Value(key, "example", argument, argument.node)
    default = parameter.default
    if parameter.required or nobody or (isinstance(default, PartyId) and default not in specimens):
        place = parameter.position
        blank = Scalar(BLANK, place, "plain", place)
        return Value(key, "blank", Argument(key, place, blank), blank)
    written = parameter.written_default
    return Value(key, "absent" if written is None else "default", None, written)


def arguments(
    variant: Variant, values: Sequence[Value], typed: Sequence[Argument]
) -> tuple[Argument, ...]:
    """Return what an agreement would say under `valeurs`, with what was typed of no parameter."""
    given = (value.argument for value in values if value.argument)
    unknown = (one for one in typed if variant.parameter(one.key) is None)
    return (*given, *unknown)


def lacking(variant: Variant, values: Sequence[Value]) -> tuple[Diagnostic, ...]:
    """Return the finding that names the values that nothing gives, where there are some."""
    blanks = [one.argument for one in values if one.source == "blank" and one.argument]
    shown = variant.given(variant.examples)  # by parties that are nowhere: this is told (C474)
    blanks = [one for one in blanks if not shown.keys() & variant.given((one,)).keys()]
    if not blanks:
        return ()
    keys = ", ".join(argument.key for argument in blanks)
    return (fault("C470", blanks[0].key_position, keys=keys, first=blanks[0].key),)


def parties_for(
    variant: Variant,
    values: Sequence[Value],
    specimens: Sequence[Party],
    groups: Mapping[str, Group],
) -> tuple[tuple[Party, ...], tuple[Group, ...]]:
    """Return the specimens that the values name, in order, and the first ones where they are few.

    All of them where a name is that of none, so that the finding about it can tell which there are;
    beside them the groups that are named, whose members are among them.
    """
    typed = {str(id_) for value in values for id_ in _named(_read(variant, value))}
    chosen_groups = tuple(groups[id_] for id_ in groups if id_ in typed)
    named = typed - groups.keys() | {str(id_) for one in chosen_groups for id_ in one.members}
    if not named <= {party.id for party in specimens}:
        return tuple(specimens), chosen_groups
    others = [party.id for party in specimens if party.id not in named]
    chosen = {*named, *others[: max(0, _FEWEST - len(named))]}
    return tuple(party for party in specimens if party.id in chosen), chosen_groups


def _read(variant: Variant, value: Value) -> object:
    """Return the value typed; its faults are told when the agreement is resolved."""
    parameter = variant.parameter(value.key)
    assert parameter is not None  # the value was made for it
    if value.argument is None:
        return parameter.default
    return _typed(parameter, value.argument)


def _typed(parameter: Parameter, argument: Argument) -> object:
    return parameter.type.read(argument.node, "", parameter.key)[0]


def _named(value: object) -> Iterator[PartyId]:
    """Yield the parties that a value names, however deep."""
    if isinstance(value, PartyId):
        yield value
    elif isinstance(value, Record):
        for name in value:
            yield from _named(value[name])
    elif isinstance(value, tuple):
        for item in value:
            yield from _named(item)


def as_typed(node: Node, *, inside: bool = False) -> str:
    """Return a value as `--with` takes it; but for a text that is all of it, on one line."""
    match node:
        case Scalar():
            text = node.text.rstrip("\n")
            quoted = inside and ("\n" in text or _UNCLEAR.search(text))
            return json.dumps(text, ensure_ascii=False) if quoted else text
        case SequenceNode():
            return f"[{', '.join(as_typed(item, inside=True) for item in node.items)}]"
        case MappingNode():
            pairs = (f"{one.key.text}: {as_typed(one.value, inside=True)}" for one in node.entries)
            return f"{{{', '.join(pairs)}}}"
        case RefusedNode():
            return ""
