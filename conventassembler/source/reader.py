"""The events of ruamel's parser to our tree, in one pass.

The tree is ours because a composed document would already have expanded aliases, typed scalars
and lost the places; events are read lazily, so that reading stops at the first bound passed.
"""

import re
from collections.abc import Iterator
from dataclasses import field, replace
from itertools import islice

from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.frozen import dataclass
from conventassembler.source import characters, dashes, traps
from conventassembler.source.events import events
from conventassembler.source.folding import fold
from conventassembler.source.nodes import (
    MappingNode,
    Node,
    Pair,
    RefusedNode,
    Scalar,
    SequenceNode,
    Style,
    placed,
)

DEPTH = 20
"""Levels of nesting; an agreement has about seven."""
FINDINGS = 100
"""After so many in one file, the rest of it is left unread."""

_WIDE = 80
"""Characters of a line that are shown again."""
_STYLES: dict[str | None, Style] = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}


def read_yaml(
    text: str, file: str, first_line: int = 1
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the tree of the YAML `text`, or None when it cannot be read to its end.

    `file` and `first_line` say where the text stands. Findings may come with a tree: anchors,
    aliases, tags, merge keys, a second document, doubled keys, refused characters.
    """
    tree = _Tree(text, file, first_line)
    try:
        for event in events(characters.readable(text)):
            tree.take(event)
    except MarkedYAMLError as error:
        from conventassembler.source.problems import explained  # noqa: PLC0415 -- for faults alone

        tree.found.append(explained(error, text, file, first_line))
        return None, tuple(tree.found)
    except _Stop:
        pass
    except (YAMLError, ValueError, OverflowError) as error:  # an escape out of Unicode
        tree.found.append(fault("C119", Position(file, first_line), problem=_first_line(error)))
        return None, tuple(tree.found)
    if tree.root is None and not has_errors(tree.found):
        tree.found.append(fault("C007", Position(file, first_line)))
    return tree.root, tuple(tree.found)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


class _Stop(Exception):  # noqa: N818 -- not an error: the rest of the file is left unread
    """What follows is not read."""


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come; a mapping's nodes are keys and values in turn."""

    position: Position
    mapping: bool
    flow: bool = False
    nodes: list[Node] = field(default_factory=list)


class _Tree:
    """The tree under construction."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.root: Node | None = None
        self.found: list[Diagnostic] = []
        self._text = text
        self._lines = text.split("\n")
        self._file = file
        self._first_line = first_line
        self._open: list[_Open] = []

    def take(self, event: Event) -> None:
        """Take the next event, or stop where the file is hopeless."""
        if len(self.found) >= FINDINGS:
            self.root = None
            raise _Stop
        if isinstance(event, DocumentStartEvent):
            self._document(event)
        elif isinstance(event, AliasEvent):
            self._refuse("C121", event, name=event.anchor)
            self._add(RefusedNode(self._place(event.start_mark)))
        elif isinstance(event, ScalarEvent):
            self._properties(event)
            self._add(self._scalar(event))
        elif isinstance(event, CollectionStartEvent):
            self._properties(event)
            self._enter(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._leave()

    def _document(self, event: Event) -> None:
        if self.root is not None:
            self.found.append(fault("C123", self._end_of_document(event.start_mark)))
            self.root = None
            raise _Stop

    def _end_of_document(self, mark: StringMark) -> Position:
        """Return the line that parts two documents: « --- », or « ... » above."""
        above = self._text[: mark.index].rstrip().rpartition("\n")
        if above[2].rstrip() == "...":
            return Position(self._file, self._first_line + above[0].count("\n") + 1, 1)
        return self._place(mark)

    def _properties(self, event: NodeEvent) -> None:
        if event.anchor:
            self._refuse("C120", event, name=event.anchor)
        if getattr(event, "tag", None):
            start = event.start_mark.index
            self._refuse("C122", event, tag=self._text[start:].split(maxsplit=1)[0])

    def _enter(self, event: CollectionStartEvent) -> None:
        if len(self._open) == DEPTH:
            self._refuse("C126", event, limit=DEPTH)
            self.root = None
            raise _Stop
        mapping = isinstance(event, MappingStartEvent)
        flow = bool(event.flow_style)
        self._open.append(_Open(self._place(event.start_mark), mapping, flow))

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
            words = {"first": _short(one.text), "second": _short(other.text)}
            near = _near(f'"{one.text}, {other.text}"')
            self.found.append(fault("C138", one.position, **words, **near))

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
        if not (isinstance(value, Scalar) and value.empty) or key.end.line < self._first_line:
            return
        line = self._lines[key.end.line - self._first_line]
        if cut := traps.cut_value(line, key.end.column - 1):
            place = replace(key.end, column=cut[0] + 1)
            self.found.append(fault("C135", place, words=_short(cut[1])))

    def _scalar(self, event: ScalarEvent) -> Node:
        start, end = event.start_mark, event.end_mark
        raw = self._text[start.index : end.index]
        text = self._cleaned(event, raw)
        style = _STYLES.get(event.style, "plain")
        first = _after_header(raw) if style == "block" else 0
        lines = len([line for line in raw[first:].split("\n") if line.strip()])
        scalar = Scalar(text, self._place_of(start, first), style, self._place(end), lines)
        return self._untrapped(scalar, raw, event)

    def _cleaned(self, event: ScalarEvent, raw: str) -> str:
        """Return the value without the characters that are refused, after telling the first."""
        value = event.value.replace("\t", " ") if "\t" in raw else event.value  # told as C141
        if hidden := characters.first_refused(value) is not None:
            bad = characters.first_refused(raw.replace("\t", " "))
            self._tell_character(event, raw, bad)
        return characters.cleaned(value) if hidden or not raw.isascii() else value

    def _untrapped(self, scalar: Scalar, raw: str, event: ScalarEvent) -> Node:
        """Return what was meant by `scalar`, after telling what YAML made of it in silence."""
        start = event.start_mark
        if (tab := traps.tab_inside(raw)) is not None:
            self.found.append(fault("C141", self._place_of(start, tab)))
        if cut := traps.cut_words(self._text, scalar, event.end_mark.index):
            quotable = scalar.style == "plain" and scalar.lines == 1 and '"' not in scalar.text
            self._tell_cut(event.end_mark, *cut, scalar.text if quotable else "")
        if scalar.style != "plain":
            return scalar
        if lines := [*islice(dashes.dashed_lines(raw), FINDINGS)]:
            for offset, line in lines:
                self.found += dashes.bulleted(line, self._place_of(start, offset))
            return RefusedNode(scalar.position)
        if (at := dashes.hyphen_below(raw)) is not None:
            self.found.append(fault("C140", self._place_of(start, at), mark="-"))
        if (words := traps.smart_quoted(scalar.text)) is None:
            return scalar
        quotes = {"opening": scalar.text[0], "closing": scalar.text[-1]}
        self.found.append(fault("C145", scalar.position, **quotes, **_near(f'"{words}"')))
        return replace(scalar, text=words)

    def _tell_cut(self, mark: StringMark, index: int, words: str, before: str) -> None:
        place = self._place_of(mark, index - mark.index)
        near = _near(f'"{before} {words}"') if before and '"' not in words else {}
        self.found.append(fault("C135", place, words=_short(words), **near))

    def _tell_character(self, event: ScalarEvent, raw: str, at: int | None) -> None:
        if at is None:  # written as an escape, "\x07"
            index = characters.first_refused(event.value) or 0
            char, place = event.value[index], self._place(event.start_mark)
        else:
            char, place = raw[at], self._place_of(event.start_mark, at)
        self.found.append(fault("C127", place, character=characters.name_of(char)))

    def _refuse(self, code: str, event: Event, **arguments: object) -> None:
        self.found.append(fault(code, self._place(event.start_mark), **arguments))

    def _place(self, mark: StringMark) -> Position:
        return Position(self._file, self._first_line + mark.line, mark.column + 1)

    def _place_of(self, mark: StringMark, offset: int) -> Position:
        """Return the place that is `offset` characters after `mark`."""
        passed = self._text[mark.index : mark.index + offset]
        if "\n" not in passed:
            return Position(self._file, self._first_line + mark.line, mark.column + 1 + offset)
        line = self._first_line + mark.line + passed.count("\n")
        return Position(self._file, line, offset - passed.rindex("\n"))


def _short(words: str) -> str:
    return words if len(words) <= _WIDE else words[: _WIDE - 1] + "…"


def _near(meant: str) -> dict[str, str]:
    """Return the `suggestion` argument of a finding, where it is not too long to be read."""
    return {"suggestion": meant} if len(meant) <= _WIDE else {}


def _after_header(raw: str) -> int:
    """Return where the words of a block scalar begin, after `|` and the end of its line."""
    words = re.search(r"\n\s*(?=\S)", raw)
    return words.end() if words else 0


def _same(key: Scalar) -> str:
    return fold(key.text) or key.text
