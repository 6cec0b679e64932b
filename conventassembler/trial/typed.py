"""`--with KEY=VALUE` to values as an agreement writes them: what is typed on the command line.

What was typed stands, for messages, in a file of the name `TYPED`, one `--with` after the other.
"""

from collections.abc import Iterator, Mapping, Sequence

from conventassembler.agreement.model import Argument
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.library.model import Parameter
from conventassembler.schema import DatesType, ListType
from conventassembler.schema.blanks import blank_in
from conventassembler.schema.types import Findings
from conventassembler.source import (
    Node,
    RefusedNode,
    Scalar,
    SequenceNode,
    characters,
    fold,
    read_yaml,
)

TYPED = "--with"
"""Name, in findings, of the file that the command line is."""
_YAML = ("[", "{")
"""What a value begins with that is a list or a group of keys, and not a text."""


def read_typed(
    typed: Sequence[str], parameters: Mapping[str, Parameter]
) -> tuple[tuple[Argument, ...], Findings]:
    """Return the values typed, those of one key together, and what cannot be read.

    A key that is typed twice makes a list where the parameter is one; elsewhere it is a fault.
    """
    readings = [_argument(text, line, parameters) for line, text in _lines(typed)]
    found = [item for _, faults in readings for item in faults]
    by_key: dict[str, list[Argument]] = {}
    for argument, _ in readings:
        if argument is not None:
            by_key.setdefault(fold(argument.key), []).append(argument)
    lists = {fold(item.key) for item in parameters.values() if _is_list(item)}
    values = []
    for key, arguments in by_key.items():
        values.append(_gathered(arguments) if key in lists else arguments[0])
        found += () if key in lists else _doubled(arguments)
    return tuple(values), tuple(found)


def _lines(typed: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each `--with` and the line on which it begins: a value may have several lines."""
    line = 1
    for text in typed:
        yield line, text
        line += text.count("\n") + 1


def _argument(
    text: str, line: int, parameters: Mapping[str, Parameter]
) -> tuple[Argument | None, Findings]:
    key, equals, value = text.partition("=")
    place = Position(TYPED, line, len(key) - len(key.lstrip()) + 1)
    if not equals or not fold(key):
        return None, (fault("C471", place, typed=text),)
    start = Position(TYPED, line, len(key) + 2)
    node, found = _node(value, start)
    known = {fold(item.key): item.key for item in parameters.values()}
    name = known.get(fold(key), key.strip())
    # A value that cannot be read is given all the same: its fault is enough.
    return Argument(name, place, node or RefusedNode(start)), found


def _node(value: str, place: Position) -> tuple[Node | None, Findings]:
    if value.lstrip().startswith(_YAML):
        # Spaces in front put the places of what follows where they are on the command line.
        return read_yaml(" " * (place.column - 1) + value, TYPED, place.line)
    whole = characters.readable(value)
    text = characters.cleaned(whole)
    return Scalar(text, place, "plain", place), _hidden(value, whole, place)


def _hidden(value: str, whole: str, place: Position) -> Findings:
    """Return the finding that a text holds a character that no text may hold."""
    at = characters.first_refused(whole)
    if at is None:
        return ()
    before = value[:at].split("\n")
    column = len(before[-1]) + (place.column if len(before) == 1 else 1)
    there = Position(TYPED, place.line + len(before) - 1, column)
    return (fault("C127", there, character=characters.name_of(value[at])),)


def _is_list(parameter: Parameter) -> bool:
    return isinstance(parameter.type, ListType | DatesType)


def _doubled(arguments: Sequence[Argument]) -> Iterator[Diagnostic]:
    first, *others = arguments
    for other in others:
        line = first.key_position.line
        yield fault("C101", other.key_position, key=other.key, line=line)


def _gathered(arguments: Sequence[Argument]) -> Argument:
    """Return the values of a list as one; a blank that stands alone is the whole list."""
    first = arguments[0]
    if len(arguments) == 1 and blank_in(first.node, "", first.key) is not None:
        return first
    nodes = [one for argument in arguments for one in _items(argument.node)]
    return Argument(first.key, first.key_position, SequenceNode(tuple(nodes), first.node.position))


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, SequenceNode) else (node,)
