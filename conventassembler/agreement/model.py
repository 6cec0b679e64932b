"""What an agreement file says, as frozen records; still unaware of the library.

Values carry their origin (`values.Text`...), or are `values.Blank` where the clerk wrote
« à compléter ». Texts are as typed: French is applied when the draft is composed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from conventassembler.diagnostics import Position
from conventassembler.source import Node
from conventassembler.values import Blank, Date, Integer, RichText, Text

TextOrBlank = Text | Blank
DateOrBlank = Date | Blank


@dataclass(frozen=True, slots=True)
class Representative:
    """Who signs for a party."""

    office: TextOrBlank
    """The office, masculine or feminine as typed: « maire », « président »."""
    position: Position
    gender: Text | Blank | None = None
    """« masculin » or « féminin »: of the holder."""
    civility: Text | None = None
    name: TextOrBlank | None = None
    """Given name and NAME; None for « en exercice »."""
    of: Text | None = None
    """The organ the office belongs to, « conseil départemental », where the kind's own is not."""


@dataclass(frozen=True, slots=True)
class Authority:
    """The act that allows the representative to sign."""

    act: Text
    """« délibération », « arrêté »."""
    position: Position
    organ: TextOrBlank | None = None
    """Who decided; None for the organ of the party's kind."""
    number: TextOrBlank | None = None
    dates: tuple[DateOrBlank, ...] = ()
    """One day, or the days of one session."""
    executory: DateOrBlank | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One party, the registry's record merged under what the agreement says."""

    id: str
    """The key under `parties:`, as an identifier: `departement`."""
    key: str
    """That key as written: « département »."""
    position: Position
    kind: Text
    """Nature: « commune », « département », « centre communal d'action sociale »..."""
    name: TextOrBlank
    """What the kind is the kind of: « Longvic », « Côte-d'Or »."""
    short_name: TextOrBlank | None = None
    """With its article: « la Commune »; None for the kind's usual one."""
    acronym: Text | None = None
    """« CCAS », shown behind the long name."""
    gender: Text | None = None
    """For a kind that has none of its own."""
    address: tuple[TextOrBlank, ...] = ()
    """Lines of the address."""
    representative: Representative | None = None
    authority: Authority | None = None
    attached_to: Text | None = None
    """Id of the party that it belongs to: « son centre communal d'action sociale »."""
    unnamed: bool = False
    """Whether it was given no name of its own: it then bears that of its owner."""


@dataclass(frozen=True, slots=True)
class CodeRecital:
    """« Vu le code ..., notamment ses articles ... »."""

    position: Position
    code: Text
    """Key of the references: « CGCT »."""
    articles: tuple[TextOrBlank, ...] = ()


@dataclass(frozen=True, slots=True)
class LawRecital:
    """« Vu la loi n° ... du ... relative à ... »."""

    position: Position
    number: TextOrBlank
    date: DateOrBlank
    title: TextOrBlank


@dataclass(frozen=True, slots=True)
class AuthorityRecital:
    """« Vu la délibération ... », made from a party's authority."""

    position: Position
    party: Text
    """Id of the party."""


@dataclass(frozen=True, slots=True)
class TextRecital:
    """« Vu ... » in free words."""

    position: Position
    text: TextOrBlank


Recital = CodeRecital | LawRecital | AuthorityRecital | TextRecital


@dataclass(frozen=True, slots=True)
class Argument:
    """One line of `valeurs:`, typed later by the parameter of the clause."""

    key: str
    """As written."""
    key_position: Position
    node: Node


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry under `clauses:` or `préambule:`: a variant, a text of its own, or a group."""

    position: Position
    clause: Text | None = None
    """« duree/tacite »."""
    title: TextOrBlank | None = None
    """Heading; None for the variant's own."""
    anchor: Text | None = None
    """`repère`: id by which others refer to it."""
    number: Text | None = None
    """A number fixed by hand, « 5 bis »."""
    heading: Text | None = None
    """`intitulé`: name of a heading scheme of the model, « axe »."""
    values: tuple[Argument, ...] = ()
    text: RichText | Blank | None = None
    entries: tuple["Entry", ...] = ()
    path: str = ""
    """Key path: `clauses[duree]`; below a group, `clauses[cooperation].entries[axes]`."""


@dataclass(frozen=True, slots=True)
class Signature:
    """How the act is signed."""

    position: Position
    place: TextOrBlank | None = None
    date: DateOrBlank | None = None
    originals: Integer | Blank | None = None
    rows: tuple[tuple[Text, ...], ...] = ()
    """Ids of the parties, row by row; empty for one row of all parties."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement file, read and typed."""

    name: str
    """The file's name without `.yaml`."""
    file: str
    """Path relative to the workspace, for messages."""
    position: Position
    model: Text
    title: TextOrBlank
    banner: TextOrBlank | None = None
    title_order: tuple[Text, ...] = ()
    """`entre`: ids of the parties in the order of the title; empty for that of `parties`."""
    parties: tuple[Party, ...] = ()
    together: TextOrBlank | None = None
    """`ensemble`: what the act calls its parties together, « les Parties »."""
    recitals: tuple[Recital, ...] = ()
    preamble: tuple[Entry, ...] = ()
    clauses: tuple[Entry, ...] = ()
    signature: Signature | None = None
    key_positions: Mapping[str, Position] = field(default_factory=dict)
    """Place of each top-level key that was written, by field name."""
