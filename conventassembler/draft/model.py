"""The draft: a composed convention as frozen blocks that know nothing of Word.

The twin, the Word file, the checks and every comparison of two states read these and nothing else.
"""

from dataclasses import dataclass
from typing import Literal

from conventassembler.values import blank_text

VERSION = 1
"""Version of the JSON form; it changes when an old reader could not read a new draft."""


@dataclass(frozen=True, slots=True)
class ValueMark:
    """What made a stretch of text, when a value did."""

    path: str = ""
    """Key path of the value; empty for a derived text."""
    formatter: str = ""
    """Formatter that wrote it; its reader reads it back."""
    expression: str = ""
    """For a derived text, the expression of the clause that made it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one style, and from one value or none."""

    text: str
    strong: bool = False
    emphasis: bool = False
    value: ValueMark | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a numbered heading; `text` is what it reads now, « article 5 »."""

    target: str
    """Id of the heading block."""
    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A value still to be given, shown as « [à compléter] »."""

    path: str
    label: str = ""
    """What is awaited, in French."""
    hint: str = ""
    """The precision that the clerk typed after « à compléter : »."""
    strong: bool = False
    emphasis: bool = False

    @property
    def text(self) -> str:
        """What readers see in its place."""
        return blank_text(self.hint)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break inside a block, as in an address."""

    text: Literal["\n"] = "\n"


Inline = Text | Reference | Blank | LineBreak
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a block."""

    variant: str = ""
    """Clause variant, `duree/tacite`; empty for what the tool composes itself."""
    file: str = ""
    line: int = 0
    """Line of the clause or agreement file, from 1; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the act, one tuple of inlines a line; the first names the instrument."""

    id: str
    lines: tuple[Inlines, ...]
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, in natural case: capitals are a matter of style."""

    id: str
    level: int
    """1 for an article, deeper below it."""
    label: str
    """« Article 3 », « Axe 2 »; empty for a heading without a number."""
    separator: str
    """Between label and text, « \\N{NO-BREAK SPACE}: »; empty without a label."""
    inlines: Inlines
    capitals: bool = False
    provenance: Provenance = Provenance()


Role = Literal[
    "banner",
    "body",
    "recital",
    "party-lead",
    "party",
    "formula",
    "continuation",
    "cell",
    "signature-lead",
]
"""What a paragraph is for; a writer has one style for each. A `continuation` goes on with the
list item above it; `party-lead` is « ENTRE : »; `signature-lead` is « Fait à ..., le ... »."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    id: str
    inlines: Inlines
    role: Role = "body"
    level: int = 1
    """List level of a continuation; 1 elsewhere."""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; the items of a list follow each other, those of a deeper level between them."""

    id: str
    inlines: Inlines
    level: int = 1
    kind: Literal["bullet", "ordered"] = "bullet"
    ordinal: int = 1
    """Its number from 1 among the items of its list: 1 starts a list anew."""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; it holds blocks, most often one paragraph of role `cell`."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; its id comes from its record, so that it can be followed."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row."""

    id: str
    alignments: tuple[Literal["left", "center", "right"], ...]
    header: Row
    rows: tuple[Row, ...]
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Signatory:
    """One place to sign: the capacity, and the name where it is given."""

    id: str
    party: str
    """Key of the party in the agreement."""
    capacity: Inlines
    """« La Maire de Longvic »."""
    name: Inlines = ()


@dataclass(frozen=True, slots=True)
class SignatureGrid:
    """The places to sign, row by row; it never splits over two pages."""

    id: str
    rows: tuple[tuple[Signatory, ...], ...]
    provenance: Provenance = Provenance()


Block = Title | Heading | Paragraph | ListItem | Table | SignatureGrid


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole composed convention."""

    name: str
    """Name of the agreement, which is its file's without `.yaml`."""
    title: str
    """The act's title on one line, for the file's properties and the page header."""
    short_title: str
    """The instrument alone, « Protocole territorial de partenariat »."""
    blocks: tuple[Block, ...]
    language: str = "fr-FR"
