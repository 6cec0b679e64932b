"""The clause library as frozen records: families of variants, models, references."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from typing import Final

from conventassembler.agreement.manner import Manner
from conventassembler.agreement.model import Argument, Entry, Group, Party
from conventassembler.diagnostics import Position
from conventassembler.french.numerals import Digits
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema.types import ValueType
from conventassembler.source import Node, fold
from conventassembler.values import Blank, Origin, Text


@dataclass(frozen=True, slots=True)
class Parameter:
    """A typed parameter of a variant."""

    name: str
    """As Jinja names it: `preavis_en_mois`."""
    key: str
    """As the front matter writes it: « préavis en mois »."""
    type: ValueType
    position: Position
    required: bool = True
    """False where there is a default, or « facultatif: oui » (the value is then None)."""
    default: object = None
    label: str = ""
    help: str = ""
    written_default: Node | None = None
    """The default as the front matter writes it."""
    replaces: tuple[Text, ...] = ()
    """Keys that it had in the past, which `upgrade` renames in agreements."""
    role: str = ""
    """What it is in the life of the act: one of `schema.roles.ROLES`, or nothing."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One clause text: front matter and body."""

    id: str
    """`duree/tacite`."""
    family: str
    file: str
    title: Text
    """Heading that the clause gives its article."""
    choose_when: str
    parameters: Mapping[str, Parameter]
    """By Jinja name."""
    requires: tuple[Text, ...]
    """Families or variants that must stand beside it."""
    excludes: tuple[Text, ...]
    basis: tuple[str, ...]
    """Legal basis, as written."""
    reviewed: date | None
    body: str
    body_line: int
    """Line of the file on which the body begins."""
    examples: tuple[Argument, ...] = ()
    """Values of the worked example; a default stands for those not given."""
    replaces: tuple[Text, ...] = ()
    """Ids that it had in the past, which `upgrade` renames in agreements."""
    blob: str = ""
    """What Git names the content of its file; empty for one that is in no file."""
    renewal: str = ""
    """How it renews the act: one of `schema.roles.RENEWALS`, or nothing."""

    def parameter(self, key: str) -> Parameter | None:
        """Return the parameter that `key` means, matched as keys are, or None."""
        return _parameter(self, key)

    def given(self, values: Iterable[Argument]) -> dict[str, Argument]:
        """Return `values` by the name of their parameter, without those of none."""
        pairs = ((self.parameter(value.key), value) for value in values)
        return {parameter.name: value for parameter, value in pairs if parameter}


@recalled
def _parameter(variant: Variant, key: str) -> Parameter | None:
    wanted = fold(key)
    found = (item for item in variant.parameters.values() if fold(item.key) == wanted)
    return next(found, None)


ARTICLE: Final = "article"
"""Heading scheme of the top-level clauses."""


@dataclass(frozen=True, slots=True)
class HeadingScheme:
    """How one kind of heading looks and is numbered."""

    name: str
    """`article`, `axe`, `sous-titre`."""
    level: int
    number: str
    """« ARTICLE {n} », « Axe {n} », « {parent}.{n} », or empty: no number."""
    separator: str = ""
    first: str = ""
    """What replaces {n} for the first one: « 1er »; empty: the profile's for an article, else 1."""
    capitals: bool = False
    restart: bool = True
    """Whether numbers start anew under each heading of the level above."""
    key: str = ""
    """The name as the model writes it: « sous-titre »."""
    digits: Digits = "arabes"
    run_in: str = ""
    """What parts it from the text that goes on behind it on its line; empty: a line of its own."""


ANNEXES: Final = HeadingScheme("annexe", 1, "ANNEXE {n}", " – ", capitals=True, key="annexe")
"""How annexes are headed where a model does not say."""


@dataclass(frozen=True, slots=True)
class PartTitle:
    """The heading of a part of the act, without number."""

    text: Text
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What `new` writes in an agreement of a model; a build inherits nothing of it.

    Entries are read, since they are completed with all the parameters of their clauses; the rest
    is written again as it was typed.
    """

    title: Text | Blank | None = None
    subtitles: tuple[Text | Blank, ...] = ()
    title_order: Node | None = None
    parties: tuple[tuple[Text, Node], ...] = ()
    """Keys and what the model says of each, in order."""
    recitals: Node | None = None
    preamble: tuple[Entry, ...] = ()
    clauses: tuple[Entry, ...] = ()
    annexes: tuple[Entry, ...] = ()
    signature: Node | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of preamble, clauses and annexes."""
        return (*self.preamble, *self.clauses, *self.annexes)


PARTS: Final = (
    *("titre", "visas", "parties", "préambule", "formule", "clauses", "signature"),
    "annexes",
)
"""The parts of an act, which a model puts in order."""


TERM_END: Final = " : "
"""What stands between a term and its definition where a model does not say."""


GROUP_CLAUSE: Final = Text("parties/groupe", Origin("group_clause"))
PARTNER_CLAUSE: Final = Text("parties/partenaire", Origin("partner_clause"))
"""What presents groups and partners in the acts of a model that does not say it."""


@dataclass(frozen=True, slots=True)
class Model:
    """The outline of an instrument: looks and order are data, inherited at build."""

    id: str
    file: str
    position: Position
    act: Text
    """Instrument: « protocole »; its forms are French's affair."""
    order: tuple[Text, ...]
    """Of `PARTS`."""
    manner: Manner
    """The profile and the usages of its acts, where it names any."""
    headings: Mapping[str, HeadingScheme]
    """By name; `article` is that of the top-level clauses."""
    party_clause: Text
    """Variant that writes each party's block, with the parameter `partie`."""
    formula: Text | None
    proposal: Proposal
    requires: tuple[Text, ...]
    choose_when: str = ""
    extends: Text | None = None
    """The model that it takes from, as typed."""
    bases: tuple[str, ...] = ()
    """Files of the models that it takes from, the nearest first."""
    annexes: HeadingScheme = ANNEXES
    preamble_title: PartTitle | None = None
    bullets: tuple[str, ...] = ()
    """Marks of the levels of bulleted lists; empty: those of the house template."""
    term_end: str = TERM_END
    contents: bool = False
    """Whether a table of contents follows the title."""
    title_parties: bool = True
    """Whether the title says « entre ... et ... »."""
    group_clause: Text = GROUP_CLAUSE
    """Variant that presents a group of parties, with the parameter `groupe`."""
    partner_clause: Text = PARTNER_CLAUSE
    """Variant that presents someone in whose presence the act is made, with `partie`."""

    def shows(self, part: str) -> bool:
        """Tell whether an act of this model has the part, « visas » or « préambule »."""
        return fold(part) in {fold(name) for name in self.order}

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts in order; annexes that it does not place come last."""
        last = PARTS[-1]
        return tuple(map(str, self.order)) if self.shows(last) else (*map(str, self.order), last)


@dataclass(frozen=True, slots=True)
class CodeReference:
    """A code of law that recitals cite."""

    key: str
    """« CGCT »."""
    title: str
    """« code général des collectivités territoriales »."""
    source: str
    checked: date | None
    file: str = ""


@dataclass(frozen=True, slots=True)
class TextReference:
    """A law, an ordinance, a decree or a European text that recitals cite by its number."""

    nature: str
    """« law », « decree », « eu_regulation »...: the field of a recital that cites it."""
    key: str
    """Its number in form, or its day, year first, where it was given none."""
    day: date | None
    title: str
    """« relative à... », whole."""
    author: str
    """« du Parlement européen et du Conseil »; empty for a French text."""
    is_organic: bool
    source: str
    checked: date | None
    """The day when its title was last read at the source; None while nobody did."""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything under `clauses/`."""

    variants: Mapping[str, Variant]
    models: Mapping[str, Model]
    codes: Mapping[str, CodeReference]
    unread: frozenset[str] = frozenset()
    """Ids of the variants and models whose files are too faulty to be read: not unknown ones."""
    specimens: tuple[Party, ...] = ()
    """The parties of worked examples."""
    texts: Mapping[tuple[str, str], TextReference] = field(default_factory=dict)
    """By nature and number: ("law", "82-213")."""
    specimen_groups: tuple[Group, ...] = ()
    """The groups that worked examples name."""

    def code(self, typed: str) -> CodeReference | None:
        """Return the code of that key or title, as keys are matched; None where there is none."""
        wanted = fold(typed)
        found = (
            code for code in self.codes.values() if wanted in map(fold, (code.key, code.title))
        )
        return self.codes.get(typed) or next(found, None)

    def variants_of(self, family: str) -> tuple[Variant, ...]:
        """Return the variants of a family, in alphabetical order."""
        found = [item for item in self.variants.values() if item.family == family]
        return tuple(sorted(found, key=lambda item: item.id))

    @property
    def families(self) -> tuple[str, ...]:
        """The families, in alphabetical order."""
        return tuple(sorted({variant.family for variant in self.variants.values()}))
