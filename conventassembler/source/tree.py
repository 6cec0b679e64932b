"""The events of a YAML text to our tree, in one pass.

The tree is ours because a composed document would already have expanded aliases, typed scalars
and lost the places; events are taken as they come, so that reading stops at the first bound passed.
"""

from collections.abc import Iterator
from dataclasses import field, replace

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.source import characters, dashes, traps
from conventassembler.source.events import Event, Mark
from conventassembler.source.folding import fold
from conventassembler.source.nodes import (
    MappingNode,
    Node,
    Pair,
    RefusedNode,
    Scalar,
    SequenceNode,
    placed,
)
from conventassembler.source.page import Page
from conventassembler.source.scalars import FINDINGS, ScalarReader, near, short

DEPTH = 20
"""Levels of nesting; an agreement has about seven."""


class Stop(Exception):  # noqa: N818 -- not an error: the rest of the file is left unread
    """What follows is not read."""


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come; a mapping's nodes are keys and values in turn."""

    position: Position
    mapping: bool
    flow: bool
    nodes: list[Node] = field(default_factory=list)


class Tree:
    """The tree under construction."""

    def __init__(self, page: Page) -> None:
        self.root: Node | None = None
        self.found: list[Diagnostic] = []
        self._page = page
        self._lines = page.text.split("\n")
        self._open: list[_Open] = []
        self._scalars = ScalarReader(page, self.found)

    def take(self, event: Event) -> None:
        """Take the next event.

        Raises:
            Stop: the file is hopeless.
        """
        if len(self.found) >= FINDINGS:
            self.root = None
            raise Stop
        if event.anchor or event.tagged:
            self._properties(event)
        match event.kind:
            case "scalar":
                self._add(self._scalars.read(event))
            case "mapping" | "sequence":
                self._enter(event)
            case "end":
                self._leave()
            case "document":
                self._document(event)
            case "alias":
                self._refuse("C121", event, name=event.value)
                self._add(RefusedNode(self._page.place(event.start)))

    def _document(self, event: Event) -> None:
        if self.root is not None:
            self.found.append(fault("C123", self._end_of_document(event.start)))
            self.root = None
            raise Stop

    def _end_of_document(self, mark: Mark) -> Position:
        """Return the line that parts two documents: « --- », or « ... » above."""
        above = self._page.text[: mark.at].rstrip().rpartition("\n")
        if above[2].rstrip() == "...":
            line = self._page.first_line + above[0].count("\n") + 1
            return Position(self._page.file, line, 1)
        return self._page.place(mark)

    def _properties(self, event: Event) -> None:
        if event.anchor:
            self._refuse("C120", event, name=event.anchor)
        if event.tagged:
            words = self._page.text[event.start.at :].split(maxsplit=1)
            self._refuse("C122", event, tag=words[0])

    def _enter(self, event: Event) -> None:
        if len(self._open) == DEPTH:
            self._refuse("C126", event, limit=DEPTH)
            self.root = None
            raise Stop
        mapping = event.kind == "mapping"
        self._open.append(_Open(self._page.place(event.start), mapping, event.flow))

    def _leave(self) -> None:
        done = self._open.pop()
        if done.mapping and done.flow and traps.tag(done.nodes):
            self.found.append(fault("C139", done.position))
            self._add(RefusedNode(done.position))
        elif done.mapping:
            self._add(self._group(done))
        else:
            self._tell_parted(done)
            self._add(SequenceNode(tuple(done.nodes), done.position, done.flow))

    def _group(self, done: _Open) -> Node:
        """Return the mapping; where it was meant for a list, a node whose fault is told."""
        nodes, faults = dashes.undashed(done.nodes)
        self.found += faults
        if faults and not nodes:
            return RefusedNode(done.position)
        return MappingNode(tuple(self._pairs(nodes)), done.position, done.flow)

    def _tell_parted(self, done: _Open) -> None:
        for one, other in traps.parted(done.nodes) if done.flow else ():
            words = {"first": short(one.text), "second": short(other.text)}
            meant = near(f'"{one.text}, {other.text}"')
            self.found.append(fault("C138", one.position, **words, **meant))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _pairs(self, nodes: list[Node]) -> Iterator[Pair]:
        first: dict[str, Scalar] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                if not isinstance(key, RefusedNode):
                    self.found.append(fault("C125", key.position))
            elif key.text == "<<" and key.style == "plain":
                self.found.append(fault("C124", key.position))
            elif key.text[:1] in characters.HARD_SPACES and key.text:
                self.found.append(fault("C128", key.position))
            elif earlier := first.get(_same(key)):
                line = earlier.position.line
                self.found.append(fault("C101", key.position, key=key.text, line=line))
            else:
                first[_same(key)] = key
                self._tell_value_cut(key, value)
                yield Pair(key, placed(value, key))

    def _tell_value_cut(self, key: Scalar, value: Node) -> None:
        """Tell that all of a value is taken for a comment: `key: #2 rue du Port`."""
        first_line = self._page.first_line
        if not (isinstance(value, Scalar) and value.empty) or key.end.line < first_line:
            return
        line = self._lines[key.end.line - first_line]
        if cut := traps.cut_value(line, key.end.column - 1):
            place = replace(key.end, column=cut[0] + 1)
            self.found.append(fault("C135", place, words=short(cut[1])))

    def _refuse(self, code: str, event: Event, **arguments: object) -> None:
        self.found.append(fault(code, self._page.place(event.start), **arguments))


def _same(key: Scalar) -> str:
    return fold(key.text) or key.text
