"""A compiled clause: a Jinja template whose data are numbers of operations, and their tables.

Plain data, so that it can be kept in a cache: a fresh process renders it without Markdown.
"""

from dataclasses import field
from typing import Literal

from conventassembler.draft.model import Enumeration
from conventassembler.frozen import dataclass
from conventassembler.keeping import Hashed, hashed_once

BLOCK = ("\ue000", "\ue001")
VALUE = ("\ue002", "\ue003")
COMMENT = ("\ue004", "\ue005")
"""The template's own delimiters: characters that no source may hold."""
SHOW, TURN, KEEP = "__show", "__turn", "__keep"
"""Functions that the template calls: with a value, at each turn of a loop, with what is set."""

Alignment = Literal["left", "center", "right"]
BlockKind = Literal[
    "paragraph",
    "heading",
    "list",
    "item",
    "table",
    "header",
    "row",
    "cell",
    "definition",
    "term",
    "record",
    "band",
    "page",
]
"""A `definition` is a term and the blocks that say what it is; a `record` (a « fiche ») holds a
`band` or none, then definitions; a `page` is where a new one begins."""
DEEPEST_LIST = 9
"""Word has nine list levels."""

Verb = Literal["open", "close", "text", "break", "style", "unstyle", "loop", "endloop"]
Operation = tuple[Verb, int | str]
"""What the renderer does: open or close a node, add text, begin or end a style or a loop."""

NodeKind = BlockKind | Literal["note"]
"""The kinds of blocks, and notes, which stand in a text."""


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


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a name that the clause does not make itself."""

    name: str
    attributes: tuple[str, ...]
    """What is asked of it: `("representant", "le")` for `commune.representant.le`."""
    line: int
    column: int
    quoted: str = ""
    """The same between quotes, where a text is wanted: `ref("duree")` for `ref(duree)`."""


@dataclass(frozen=True, slots=True)
class ReferenceUse:
    """One `ref("...")` whose target is written in the clause."""

    target: str
    line: int
    column: int
    form: str = ""
    """What is asked of it: « titre » of `ref("duree").titre`."""


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
