"""What an agreement file says, as frozen records; still unaware of the library.

Values carry their origin (`values.Text`...), or are `values.Blank` where the clerk wrote
« à compléter ». Texts are as typed: French is applied when the draft is composed.
"""

from collections.abc import Mapping
from dataclasses import field

from conventassembler.agreement.acceptances import Acceptance
from conventassembler.agreement.manner import Manner
from conventassembler.agreement.recitals import Recital
from conventassembler.diagnostics import Position
from conventassembler.frozen import dataclass
from conventassembler.source import Node
from conventassembler.values import Blank, Date, Identifier, Integer, PartyId, RichText, Text

TextOrBlank = Text | Blank
DateOrBlank = Date | Blank


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
class SignsFor:
    """In whose place a representative signs, and how that comes."""

    office: TextOrBlank
    """The office of the person replaced: « président »."""
    position: Position
    manner: Text
    """« délégation », « suppléance » or « intérim »."""
    gender: Text | Blank | None = None
    authority: Authority | None = None
    """The act that delegates."""


@dataclass(frozen=True, slots=True)
class Representative:
    """Who signs for a party."""

    office: TextOrBlank
    """The office, masculine or feminine as typed: « maire », « président », with a complement
    where it has one: « vice-présidente chargée des solidarités »."""
    position: Position
    gender: Text | Blank | None = None
    """« masculin » or « féminin »: of the holder."""
    civility: Text | None = None
    name: TextOrBlank | None = None
    """Given name and NAME; None for « en exercice »."""
    of: Text | None = None
    """The organ the office belongs to, « conseil départemental », where the kind's own is not."""
    capacities: tuple[TextOrBlank, ...] = ()
    """What the person is, in full, instead of what the office and the party make: « préfet de la
    région Bourgogne-Franche-Comté », « préfet de la Côte-d'Or »."""
    same_as: PartyId | None = None
    """Party whose one representative this person is too."""
    signs_for: SignsFor | None = None


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
    representatives: tuple[Representative, ...] = ()
    """Those who sign for it, most often one."""
    authority: Authority | None = None
    attached_to: Text | None = None
    """Id of the party that it belongs to: « son centre communal d'action sociale »."""
    name_alone: bool = False
    """Whether it is called by its name without its kind: les Hospices civils de Lyon."""
    plurality: Text | None = None
    """« pluriel » for a name that is one, « singulier » or None otherwise."""
    elided: bool | None = None
    """Whether « de » elides before its name; None: as the tables say."""
    elided_at: Position | None = None
    """Where that is said, in the agreement or in the record."""
    side: Text | None = None
    """« une » or « autre »; None: as `draft.sides` shares them out."""
    unnamed: bool = False
    """Whether it was given no name of its own: it then bears that of its owner."""
    siret: Identifier | Blank | None = None
    siren: Identifier | Blank | None = None
    record: str = ""
    """Id of the record of the registry that it takes up; empty where it takes up none."""
    present: bool = False
    """Of a partner: whether the act is made in its presence."""


@dataclass(frozen=True, slots=True)
class Group:
    """Parties that the act presents and names together."""

    id: str
    key: str
    position: Position
    name: TextOrBlank
    """With its article: « les Communes »."""
    members: tuple[PartyId, ...] = ()
    in_title: TextOrBlank | None = None
    """`au titre`: « les communes de la métropole »; None for the name."""
    gender: Text | None = None
    """Of a name of which nothing tells it."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One line of `valeurs:`, typed later by the parameter of the clause."""

    key: str
    """As written."""
    key_position: Position
    node: Node
    path: str = ""
    """Key path of the value; empty where the entry that it stands in tells it."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of values that several clauses of one act share."""

    name: str
    """As entries type it: « actions.yaml »."""
    file: str
    """Path relative to the workspace, for messages."""
    values: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of clauses, preamble or annexes: a variant, a text of its own, or a group."""

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
    data: Text | None = None
    """`données`: the file that gives the values that `valeurs` does not."""
    text: RichText | Blank | None = None
    entries: tuple["Entry", ...] = ()
    path: str = ""
    """Key path: `clauses[duree]`; below a group, `clauses[cooperation].entries[axes]`."""
    new_page: bool = False
    """Whether it begins a page; an annex does so without being told."""
    to_join: bool = False
    """`à joindre`: of an annex that exists only outside the act."""
    landscape: bool = False
    """Whether the pages of an annex lie on their side."""
    faulty: bool = False
    """Whether something that it should say could not be read: its fault is told already."""


@dataclass(frozen=True, slots=True)
class OtherSignatory:
    """Someone who signs and is no party."""

    id: str
    key: str
    position: Position
    capacity: TextOrBlank
    """With its article: « la déléguée interministérielle »."""
    gender: Text | None = None
    civility: Text | None = None
    name: TextOrBlank | None = None


Seat = tuple[PartyId, ...]
"""Ids of the parties, or of the other signatory, for which one place to sign stands; their keys
may name an office behind a slash: « caf/directrice »."""


@dataclass(frozen=True, slots=True)
class Signature:
    """How the act is signed."""

    position: Position
    place: TextOrBlank | None = None
    date: DateOrBlank | None = None
    originals: Integer | Blank | None = None
    rows: tuple[tuple[Seat, ...], ...] = ()
    """Places to sign, row by row; empty for one row of all parties."""
    others: tuple[OtherSignatory, ...] = ()
    per_place: bool = False
    """Whether each place says where and when it was signed."""
    general_lead: bool = True
    """Whether « Fait à ..., le ... » stands above the places."""
    initials: bool = False
    """Whether the act says how many pages it has, initialled by those who sign."""
    electronic: bool = False
    """Whether it is signed electronically, and not by hand."""
    key_positions: Mapping[str, Position] = field(default_factory=dict)
    """Place of each key that was written, by field name."""


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
    subtitles: tuple[TextOrBlank, ...] = ()
    """Lines between the title and « entre ... et ... »."""
    title_parties: bool | None = None
    """Whether the title says « entre ... et ... »; None: as its model does."""
    partners: tuple[Party, ...] = ()
    """Those whom the act names and who do not sign."""
    groups: tuple[Group, ...] = ()
    compact: bool = False
    """`présentation compacte`: whether one table presents the parties that are in no group."""
    title_order: tuple[Text, ...] = ()
    """`entre`: ids of the parties in the order of the title; empty for that of `parties`."""
    parties: tuple[Party, ...] = ()
    party_clause: Text | None = None
    """`présentation des parties`: the variant that writes each block; None for the model's own."""
    together: TextOrBlank | None = None
    """`ensemble`: what all parties are called together, with its article: « les Parties »."""
    recitals: tuple[Recital, ...] = ()
    preamble: tuple[Entry, ...] = ()
    clauses: tuple[Entry, ...] = ()
    annexes: tuple[Entry, ...] = ()
    contents: bool | None = None
    """`sommaire`: whether a table of contents follows the title; None: as its model does."""
    signature: Signature | None = None
    data: Mapping[str, DataFile] = field(default_factory=dict)
    """The data files that entries name, by that name."""
    places: tuple[TextOrBlank, ...] = ()
    """`lieu d'exécution`: departments, or territories overseas, as typed."""
    manner: Manner = field(default_factory=Manner)
    """The profile and the usages that the act asks for."""
    accepted: tuple[Acceptance, ...] = ()
    """`constats acceptés`: findings that stand, each with its reason."""
    template: Text | None = None
    """`gabarit`: the house template of its Word file; None: as the house has it."""
    key_positions: Mapping[str, Position] = field(default_factory=dict)
    """Place of each top-level key that was written, by field name."""

    @property
    def named(self) -> Mapping[str, str]:
        """The keys, by id, of all that a value may name: parties, partners and groups."""
        named: tuple[Party | Group, ...] = (*self.parties, *self.partners, *self.groups)
        return {one.id: one.key for one in named}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of preamble, clauses and annexes."""
        return (*self.preamble, *self.clauses, *self.annexes)
