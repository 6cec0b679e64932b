"""TOML text to the same tree of nodes as YAML, for the settings of a workspace.

Each line is read alone, so that every fault is told with its place: `tomllib` stops at the first
and keeps no place. A value stands on the line of its key, as all settings do.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.source.folding import identifier
from conventassembler.source.nodes import MappingNode, Node, Pair, Scalar, SequenceNode

_NAME = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_BEFORE_VALUE = Pattern(rf"\s*{_NAME}(?:\s*\.\s*{_NAME})*\s*=\s*")
_BAD_KEY = Pattern(r"""\s*(?P<key>[^\s"'=\[\]#][^"'=\[\]#]*?)\s*=""")
_WIDEST = 300
"""Characters of a line that are read: what goes on is a comment, or no setting."""
_EXAMPLE = 'profil = "collectivite"'
_BARE_KEY = Pattern(r"[A-Za-z0-9_-]+(?:\s*\.\s*[A-Za-z0-9_-]+)*")
_BAD_VALUE = Pattern(r"""\s*[^="'#]+=\s*(?P<value>[^\s"'\[{#][^"'#]*?)\s*(?:#.*)?$""")
_BAD_HEADER = Pattern(r"""\s*\[\s*(?P<key>[^"'\[\]#]+?)\s*\]""")


@dataclass(frozen=True, slots=True)
class _Said:
    """One key with its value, or an empty table: the keys that lead to it, from the outermost."""

    path: tuple[Scalar, ...]
    value: Node | None = None
    item: int = 0
    """Rank of the item that it belongs to, `[[logos]]`, from 1; 0 for what is in no list."""


def read_toml(text: str, file: str) -> tuple[MappingNode, tuple[Diagnostic, ...]]:
    """Return the tree of a TOML text, and every line that cannot be read.

    `true` and `false` become « oui » and « non », as YAML files have them; other values stay the
    text that was typed.
    """
    said: list[_Said] = []
    found: list[Diagnostic] = []
    table: tuple[Scalar, ...] = ()
    item, items = 0, 0
    for number, whole in enumerate(text.split("\n"), 1):
        line = whole[:_WIDEST]
        start = Position(file, number, len(line) - len(line.lstrip()) + 1)
        try:
            content = tomllib.loads(line)
        except (tomllib.TOMLDecodeError, RecursionError):
            found.append(_unread(line, start))
            continue
        if line.lstrip().startswith("["):
            table, many = _keys(content, start)
            items += many
            item = items if many else 0
            said.append(_Said(table, item=item))
        elif match := _BEFORE_VALUE.match(line):
            inside = _flat(content, table, start, _at(start, match.end()))
            said += (replace(one, item=item) for one in inside)
    return MappingNode(_grouped(said), Position(file)), tuple(found)


def _unread(line: str, start: Position) -> Diagnostic:
    """Return the finding about a line that is no TOML: what clerks forget most is told by name."""
    for pattern in (_BAD_HEADER, _BAD_KEY):
        match = pattern.match(line)
        if match and not _BARE_KEY.fullmatch(match["key"]):
            bare = identifier(match["key"]).replace("_", "-")
            return fault("C020", _at(start, match.start("key")), key=match["key"], bare=bare)
    if match := _BAD_VALUE.match(line):
        value = match["value"]
        bare = value.strip("«»“”‹›„\N{NO-BREAK SPACE} ")
        return fault("C021", _at(start, match.start("value")), value=value, quoted=f'"{bare}"')
    return fault("C019", start, line=line.strip(), example=_EXAMPLE)


def _at(start: Position, column: int) -> Position:
    return Position(start.file, start.line, column + 1)


def _keys(content: Mapping[str, object], place: Position) -> tuple[tuple[Scalar, ...], bool]:
    """Return the names of a table's head, `[usages]`, and whether it is one of many."""
    found: list[Scalar] = []
    inside: object = content
    while isinstance(inside, dict) and inside:
        ((name, inside),) = inside.items()
        found.append(_scalar(name, place))
    return tuple(found), isinstance(inside, list)


def _flat(
    content: Mapping[str, object], path: tuple[Scalar, ...], key: Position, value: Position
) -> Iterator[_Said]:
    """Yield the keys of one line, those of `a.b = 1` and `a = {b = 1}` by their whole path."""
    for name, inside in content.items():
        inner = (*path, _scalar(name, key))
        if isinstance(inside, dict):
            yield _Said(inner)
            yield from _flat(inside, inner, key, value)
        else:
            yield _Said(inner, _node(inside, value))


def _node(value: object, place: Position) -> Node:
    if isinstance(value, list):
        return SequenceNode(tuple(_node(item, place) for item in value), place)
    if isinstance(value, bool):
        return _scalar("oui" if value else "non", place)
    return _scalar(str(value), place)


def _scalar(text: str, place: Position) -> Scalar:
    return Scalar(text, place, "quoted", place)


def _grouped(said: Sequence[_Said]) -> tuple[Pair, ...]:
    """Return what was said as pairs, the lines of one table together where it was first named."""
    pairs: list[Pair] = []
    tables: dict[str, list[_Said]] = {}
    for one in said:
        if one.value is not None and len(one.path) == 1:
            pairs.append(Pair(one.path[0], one.value))
            continue
        tables.setdefault(one.path[0].text, []).append(one)
    for within in tables.values():
        pairs.append(Pair(within[0].path[0], _inside(within)))
    return tuple(sorted(pairs, key=lambda pair: pair.key.position))


def _inside(within: Sequence[_Said]) -> Node:
    """Return what was said under one name: a mapping, or a list of them under `[[logos]]`."""
    items: dict[int, list[_Said]] = {}
    for one in within:
        items.setdefault(one.item, []).append(one)
    nodes = [_mapping(item) for item in items.values()]
    return SequenceNode(tuple(nodes), nodes[0].position) if any(items) else nodes[0]


def _mapping(said: Sequence[_Said]) -> MappingNode:
    inner = [_Said(one.path[1:], one.value) for one in said if len(one.path) > 1]
    return MappingNode(_grouped(inner), said[0].path[0].position)
