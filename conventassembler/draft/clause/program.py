"""A compiled clause: a Jinja template whose data are numbers of operations, and their tables.

Plain data, so that it can be kept in a cache: a fresh process renders it without Markdown.
"""

from dataclasses import field
from typing import Literal

from conventassembler.draft.clause.blocks import Alignment, BlockKind
from conventassembler.draft.clause.names import ReferenceUse, Use
from conventassembler.draft.model import Enumeration
from conventassembler.frozen import dataclass
from conventassembler.keeping import Hashed, hashed_once

Verb = Literal["open", "close", "text", "break", "style", "unstyle", "loop", "endloop"]
Operation = tuple[Verb, int | str]
"""What the renderer does: open or close a node, add text, begin or end a style or a loop."""

NodeKind = BlockKind | Literal["note"]
"""The kinds of blocks (`blocks.Kind`) but the root, and notes, which stand in a text."""


@dataclass(frozen=True, slots=True)
class Node:
    """A block of the clause as it is written; it may be rendered many times, or never."""

    kind: NodeKind
    ordinal: int
    """Its place among the blocks of the clause, from 1: what its ids are made of."""
    line: int
    """Line of the file."""
    level: int = 0
    ordered: bool = False
    alignments: tuple[Alignment, ...] = ()
    enumeration: Enumeration = "1."
    widths: tuple[int, ...] = ()
    alone: bool = False
    """Whether it is a paragraph that holds one value and nothing else."""


@dataclass(frozen=True, slots=True)
class Place:
    """A tag, for messages and for what it derives."""

    line: int
    column: int
    text: str
    """As messages quote it."""
    expression: str
    """What stands between its braces."""


@hashed_once
@dataclass(frozen=True, slots=True)
class CompiledClause(Hashed):
    """A clause ready to be rendered."""

    file: str
    template: str
    runs: tuple[tuple[Operation, ...], ...]
    """Operations in order; the template names a run by its number."""
    nodes: tuple[Node, ...]
    tags: tuple[Place, ...]
    lines: tuple[int, ...]
    """For each line of the template, the tag that it writes."""
    uses: tuple[Use, ...] = ()
    """Every use of a name that the clause does not make itself."""
    references: tuple[ReferenceUse, ...] = ()
    filters: tuple[str, ...] = field(default=())
    """Names of the filters that it uses."""
    tested: tuple[str, ...] = ()
    """Targets that it asks `existe` about, and so may refer to in vain."""
    code: bytes = field(default=b"", repr=False, compare=False)
    """What Jinja and Python made of the template, as Python keeps it of its own files."""
