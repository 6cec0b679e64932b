"""The draft: a composed convention as frozen blocks that know nothing of Word.

The twin, the Word file, the checks and every comparison of two states read these and nothing else.
"""

from typing import Literal

from conventassembler.draft.heading_numbers import HeadingNumber
from conventassembler.draft.inlines import (
    Blank,
    Field,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Reference,
    Text,
    ValueMark,
)
from conventassembler.draft.source_texts import Source
from conventassembler.frozen import dataclass
from conventassembler.keeping import Hashed, hashed_once

__all__ = [
    "VERSION",
    "Blank",
    "Block",
    "Cell",
    "Contents",
    "ContentsEntry",
    "Draft",
    "Enumeration",
    "Field",
    "Footnote",
    "Heading",
    "HeadingNumber",
    "HeadingRank",
    "Inline",
    "Inlines",
    "LineBreak",
    "ListItem",
    "NewPage",
    "Paragraph",
    "PartyName",
    "Provenance",
    "Reference",
    "Role",
    "Row",
    "RowRole",
    "Signatory",
    "SignatureGrid",
    "Source",
    "Table",
    "Text",
    "Title",
    "ValueMark",
]

VERSION = 3
"""Version of the JSON form; it changes when an old reader could not read a new draft."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Provenance(Hashed):
    """What made a block."""

    variant: str = ""
    """Clause variant, `duree/tacite`; empty for what the tool composes itself."""
    file: str = ""
    line: int = 0
    """Line of the clause or agreement file, from 1; 0 where there is none."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Title(Hashed):
    """The title of the act, one tuple of inlines a line; the first names the instrument."""

    id: str
    lines: tuple[Inlines, ...]
    provenance: Provenance = Provenance()


HeadingRank = Literal["clause", "annex", "part"]
"""Of the articles and what is below them, of an annex, or of another part: « Sommaire »."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Heading(Hashed):
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
    rank: HeadingRank = "clause"
    run_in: str = ""
    """What parts it from the paragraph that goes on behind it on the same line, « . – »; empty for
    a heading on a line of its own. The block after a heading with it is always a paragraph."""
    number: HeadingNumber | None = None
    """How its label is counted; None where nothing counts it."""


Role = Literal[
    "banner",
    "band",
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
list item above it; `band` is the line across the top of a record; `party-lead` is « ENTRE : »;
`signature-lead` is « Fait à ..., le ... »."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Paragraph(Hashed):
    """A paragraph of running text."""

    id: str
    inlines: Inlines
    role: Role = "body"
    level: int = 1
    """List level of a continuation; 1 elsewhere."""
    provenance: Provenance = Provenance()


Enumeration = Literal["1.", "1)", "1°", "a)", "A.", "I."]
"""How the first item of an ordered list is numbered; the others follow it."""


@hashed_once
@dataclass(frozen=True, slots=True)
class ListItem(Hashed):
    """One item; the items of a list follow each other, those of a deeper level between them."""

    id: str
    inlines: Inlines
    level: int = 1
    kind: Literal["bullet", "ordered"] = "bullet"
    ordinal: int = 1
    """Its number from 1 among the items of its list: 1 starts a list anew."""
    provenance: Provenance = Provenance()
    enumeration: Enumeration = "1."
    """How its number is written; a bullet has none."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Cell(Hashed):
    """A table cell; it holds blocks, most often one paragraph of role `cell`."""

    blocks: tuple["Block", ...]
    span: int = 1
    """How many columns it takes."""


RowRole = Literal["", "subtotal", "total"]


@hashed_once
@dataclass(frozen=True, slots=True)
class Row(Hashed):
    """A table row; its id comes from its record, so that it can be followed."""

    id: str
    cells: tuple[Cell, ...]
    role: RowRole = ""
    """Whether it adds up rows above it."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Table(Hashed):
    """A table: a grid under a header row, or a record, whose first column names what stands beside.

    A record (a « fiche ») has two columns; its header is a band across both, or none.
    """

    id: str
    alignments: tuple[Literal["left", "center", "right"], ...]
    header: Row | None
    rows: tuple[Row, ...]
    provenance: Provenance = Provenance()
    kind: Literal["grid", "record"] = "grid"
    widths: tuple[int, ...] = ()
    """Shares of the width that the columns take, in hundredths; empty: as their words ask."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Signatory(Hashed):
    """One place to sign: the capacity, and the name where it is given."""

    id: str
    party: str
    """Key of the party in the agreement."""
    capacity: Inlines
    """« La Maire de Longvic »."""
    name: Inlines = ()
    lead: Inlines = ()
    """« Fait à Dijon, le ... », where each signs on a day of their own; it stands first."""
    zone: Inlines = ()
    """« Signature électronique », over the room kept for one; it stands last."""


@hashed_once
@dataclass(frozen=True, slots=True)
class SignatureGrid(Hashed):
    """The places to sign, row by row; it never splits over two pages."""

    id: str
    rows: tuple[tuple[Signatory, ...], ...]
    provenance: Provenance = Provenance()
    electronic: bool = False
    """Whether its places are the zones of electronic signatures, and not room for a hand."""


@hashed_once
@dataclass(frozen=True, slots=True)
class NewPage(Hashed):
    """What follows stands on a new page."""

    id: str
    orientation: Literal["portrait", "landscape"] = "portrait"
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of a table of contents."""

    target: str
    """Id of the heading."""
    level: int
    inlines: Inlines
    """The whole heading: label, separator and text, without notes."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Contents(Hashed):
    """A table of contents: the headings of the act in order, without their pages."""

    id: str
    entries: tuple[ContentsEntry, ...]
    provenance: Provenance = Provenance()


Block = Title | Heading | Paragraph | ListItem | Table | SignatureGrid | NewPage | Contents


@dataclass(frozen=True, slots=True)
class PartyName:
    """What the act calls a party."""

    id: str
    said: str
    """« le Département »."""


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
    bullets: tuple[str, ...] = ()
    """The marks of the levels of bulleted lists; empty: those of the house template."""
    sources: tuple[Source, ...] = ()
    """The clause texts of its blocks, in the order in which they first speak."""
    parties: tuple[PartyName, ...] = ()
    """The parties and the partners, in the agreement's order."""
    waiting: tuple[Blank, ...] = ()
    """What is still to be given and stands nowhere in the text, which hangs on it: a gender."""
