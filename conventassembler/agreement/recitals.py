"""The recitals of an agreement, as frozen records: what each cites, as it was typed.

A field that was not written is None or empty; what the references know of a text fills it in when
the agreement meets the library.
"""

from conventassembler.diagnostics import Position
from conventassembler.frozen import dataclass
from conventassembler.values import Blank, Date, Text

TextOrBlank = Text | Blank
DateOrBlank = Date | Blank


@dataclass(frozen=True, slots=True)
class CodeRecital:
    """« Vu le code ..., notamment ses articles ... »."""

    position: Position
    code: Text
    """Key of the references: « CGCT »."""
    articles: tuple[TextOrBlank, ...] = ()


@dataclass(frozen=True, slots=True)
class ConstitutionRecital:
    """« Vu la Constitution, notamment son article 72 »."""

    position: Position
    articles: tuple[TextOrBlank, ...] = ()


@dataclass(frozen=True, slots=True)
class StatuteRecital:
    """A text told by its number: law, ordinance, decree, European regulation or directive."""

    position: Position
    nature: str
    """The field that told it: « law », « ordinance », « decree », « eu_regulation »..."""
    number: TextOrBlank
    """Its number; its day, year first, for a text that was given none."""
    date: DateOrBlank | None = None
    title: TextOrBlank | None = None
    author: TextOrBlank | None = None
    """« du Parlement européen et du Conseil »."""
    is_organic: bool = False
    is_modified: bool = False
    articles: tuple[TextOrBlank, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderRecital:
    """A text told by its object: arrêté, circular, instruction."""

    position: Position
    nature: str
    """« executive_order », « circular » or « instruction »."""
    title: TextOrBlank
    """« relatif à... »"""
    author: TextOrBlank | None = None
    """« préfectoral », « du ministre chargé de la famille »."""
    numbers: tuple[TextOrBlank, ...] = ()
    date: DateOrBlank | None = None
    is_modified: bool = False
    articles: tuple[TextOrBlank, ...] = ()
    annexed: TextOrBlank | None = None
    """« oui », or the number of the annex."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """An avenant to an earlier agreement."""

    number: TextOrBlank | None = None
    date: DateOrBlank | None = None
    purpose: TextOrBlank | None = None


@dataclass(frozen=True, slots=True)
class DocumentRecital:
    """A text told by its name: treaty, framework document, earlier agreement."""

    position: Position
    nature: str
    """« treaty », « document » or « earlier_act »."""
    name: TextOrBlank
    """With its article: « le schéma départemental des services aux familles »."""
    gender: Text | None = None
    between: tuple[TextOrBlank, ...] = ()
    """Keys of parties, or names with their articles."""
    signed: DateOrBlank | None = None
    approved: DateOrBlank | None = None
    approved_by: TextOrBlank | None = None
    amendments: tuple[Amendment, ...] = ()
    articles: tuple[TextOrBlank, ...] = ()
    annexed: TextOrBlank | None = None


@dataclass(frozen=True, slots=True)
class DecisionRecital:
    """A deliberation, or a decision, by what it is about."""

    position: Position
    act: Text
    """« délibération » or « décision »."""
    title: TextOrBlank
    """« relative à... »"""
    party: Text | None = None
    """Id of the party whose organ decided."""
    organ: TextOrBlank | None = None
    """An organ of that party; with its article where there is no party."""
    numbers: tuple[TextOrBlank, ...] = ()
    dates: tuple[DateOrBlank, ...] = ()
    executory: DateOrBlank | None = None
    annexed: TextOrBlank | None = None


@dataclass(frozen=True, slots=True)
class AuthorityRecital:
    """« Vu la délibération ... », made from a party's authority."""

    position: Position
    party: Text
    """Id of the party."""


@dataclass(frozen=True, slots=True)
class WhereasRecital:
    """« Considérant que ... »."""

    position: Position
    text: TextOrBlank


@dataclass(frozen=True, slots=True)
class TextRecital:
    """« Vu ... » in free words."""

    position: Position
    text: TextOrBlank
    rank: Text | None = None
    """The key of the kind of text that it stands among, where acts rank their recitals."""


Recital = (
    CodeRecital
    | ConstitutionRecital
    | StatuteRecital
    | OrderRecital
    | DocumentRecital
    | DecisionRecital
    | AuthorityRecital
    | WhereasRecital
    | TextRecital
)
