"""The tree with its tags -> a compiled clause.

The template holds no word of the clause, only numbers of runs of operations, so that nothing can
be taken for Jinja; each value is handed to a function, so that nothing is computed ahead. Each
tag ends its line, so that a line of the template is one tag's.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import cast

from conventassembler.draft.clause.blocks import Block, Break, Hold, Inline, Note, Styled
from conventassembler.draft.clause.program import (
    BLOCK,
    KEEP,
    SHOW,
    TURN,
    VALUE,
    Node,
    NodeKind,
    Operation,
    Place,
)
from conventassembler.draft.clause.tags import Tag
from conventassembler.frozen import dataclass


@dataclass(slots=True)
class Emission:
    """A template under construction."""

    tags: Mapping[int, Tag]
    source_lines: tuple[int, ...]
    """For each line of the tree, its line of the file."""
    parts: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    runs: list[tuple[Operation, ...]] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    run: list[Operation] = field(default_factory=list)

    @property
    def template(self) -> str:
        """The Jinja source."""
        return "".join(self.parts)

    def finish(self) -> None:
        """Write the operations that no tag follows."""
        if self.run:
            self.parts.append(str(len(self.runs)))
            self.runs.append(tuple(self.run))
            self.run.clear()

    def block(self, block: Block) -> None:
        """Write a block and all it holds."""
        if block.kind == "root":
            self._children(block)
            return
        number = len(self.nodes)
        self.nodes.append(self._node(block))
        self.run.append(("open", number))
        self._inlines(block.inlines)
        self._children(block)
        self.run.append(("close", number))

    def _children(self, block: Block) -> None:
        for child in block.children:
            if isinstance(child, Hold):
                self._tag(child.index)
            else:
                self.block(child)

    def _node(self, block: Block) -> Node:
        return Node(
            cast(NodeKind, block.kind),
            len(self.nodes) + 1,
            self.source_lines[block.start],
            block.level,
            block.ordered,
            block.alignments,
            block.enumeration,
            block.widths,
            alone=block.kind == "paragraph" and self._is_one_value(block.inlines),
        )

    def _is_one_value(self, inlines: tuple[Inline, ...]) -> bool:
        seen = [item for item in inlines if not (isinstance(item, str) and item.isspace())]
        return (
            len(seen) == 1
            and isinstance(seen[0], Hold)
            and self.tags[seen[0].index].kind == "value"
        )

    def _inlines(self, inlines: tuple[Inline, ...]) -> None:
        for inline in inlines:
            if isinstance(inline, str):
                self.run.append(("text", inline))
            elif isinstance(inline, Break):
                self.run.append(("break", 0))
            elif isinstance(inline, Styled):
                self.run.append(("style", inline.style))
                self._inlines(inline.children)
                self.run.append(("unstyle", inline.style))
            elif isinstance(inline, Note):
                self._note(inline)
            else:
                self._tag(inline.index)

    def _note(self, note: Note) -> None:
        number = len(self.nodes)
        self.nodes.append(Node("note", number + 1, self.source_lines[note.line]))
        self.run.append(("open", number))
        self._inlines(note.children)
        self.run.append(("close", number))

    def _tag(self, index: int) -> None:
        tag = self.tags[index]
        if tag.word == "for":
            self.run.append(("loop", 0))
        self.finish()
        if tag.kind == "value":
            self._write(index, VALUE, f"{SHOW}({index}, ({tag.inner}))")
        elif tag.word == "set":
            self._write(index, BLOCK, _kept(tag, index))
        else:
            self._write(index, BLOCK, tag.inner)
        if tag.word == "for":
            self._write(index, VALUE, f"{TURN}({index}, {_element(tag)})")
        elif tag.word == "endfor":
            self.run.append(("endloop", 0))

    def _write(self, index: int, delimiters: tuple[str, str], inner: str) -> None:
        begin, end = delimiters
        text = f"{begin} {inner} \n{end}"
        self.parts.append(text)
        self.lines.extend([index] * text.count("\n"))


def _kept(tag: Tag, index: int) -> str:
    """Return a `set` whose value passes through `KEEP`, which bounds its size."""
    equals = next(token for token in tag.tokens if token.text == "=").offset - tag.start
    target, value = tag.text[2:equals], tag.text[equals + 1 : -2]
    return f"{target.strip()} = {KEEP}({index}, ({value.strip()}))"


def _element(tag: Tag) -> str:
    """Return the name of what a loop goes over; `none` for a loop over several names."""
    if len(tag.tokens) > 2 and tag.tokens[2].text == "in":
        return tag.tokens[1].text
    return "none"


def place_of(tag: Tag, line: int, column: int) -> Place:
    """Return what the renderer needs to know of a tag."""
    return Place(line, column, tag.quoted, tag.inner)
