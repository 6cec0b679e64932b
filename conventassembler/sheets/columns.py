"""A filling -> the columns of its sheet: the name of each, what helps to fill it, an example."""

from collections.abc import Iterable, Iterator

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.answers import offered
from conventassembler.filling.headers import ASIDE, column_of
from conventassembler.filling.optional import may_be_left_out
from conventassembler.filling.places import settled
from conventassembler.filling.rows import overlap
from conventassembler.filling.saying import said_at
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema import SettledType
from conventassembler.schema.types import Findings, ValueType
from conventassembler.tables.model import EXAMPLE

NAMES = "#nom"
"""The column that names the convention of a row, where no name of a party does."""
_NAME = Pattern(r"parties\.\w+\.name")
_EXAMPLES = (
    (Pattern(r"(?:^|\.)(?:address|adresse)$"), "2, rue du Parc ; 21999 EXEMPLEVILLE"),
    (Pattern(r"\.authority\.number$"), "2026-31"),
    (Pattern(r"\.representative\.office$"), "maire"),
    (Pattern(r"\.representative\.name$"), "Camille EXEMPLE"),
    (Pattern(r"^signature\.place$"), "Exempleville"),
)
"""What the row of the example says of texts, by the keys that lead to them."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column that is to be filled."""

    header: str
    """What `fill --from` and `batch --data` read it by."""
    help: tuple[str, ...]
    """What is awaited, in sentences."""
    type: ValueType | None = None
    """None for a column of names."""
    choices: tuple[str, ...] = ()
    """The words among which a value is chosen."""
    own: str = ""
    """What the agreement says where a cell is empty; empty where it would say « à compléter »."""
    names: bool = False
    """Whether it names the rows."""
    always: bool = False
    """Whether each row is to say something: where it names the row, or cannot be left blank."""
    optional: bool = False
    """Whether the act says nothing of it where a cell is empty."""
    example: str = ""
    """What the row of the example says, of a column of text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be filled."""

    agreement: str
    """The name of the agreement."""
    columns: tuple[SheetColumn, ...]


def sheet_of(name: str, filling: Filling, shown: str) -> tuple[Sheet | None, Findings]:
    """Return the sheet of an agreement, or None with why there is none.

    `shown` is the agreement in messages. A blank group of keys, which no cell can give, is told
    (C091).
    """
    named, wrong = columns_of(filling)
    if wrong:
        return None, wrong
    found = tuple(_groups(filling))
    if not named:
        return None, (*found, fault("C090", Position(shown, 0), file=shown))
    return Sheet(name, tuple(_columns(filling, named))), found


def columns_of(filling: Filling) -> tuple[tuple[tuple[str, Place], ...], Findings]:
    """Return the columns of the sheet of an agreement, or what is wrong with their names.

    They are those that the agreement has names for, then its blanks.
    """
    labelled, wrong = _labelled(filling)
    places = [place for _, place in labelled]
    blanks = [place for place in filling.blanks if not (place.shared or place.is_group)]
    blanks = [one for one in blanks if not any(overlap(one, other) for other in places)]
    return (*labelled, *((filling.columns.name_of(place), place) for place in blanks)), wrong


def _labelled(filling: Filling) -> tuple[list[tuple[str, Place]], Findings]:
    """Return the columns that the agreement names, and what is wrong with them."""
    found: list[Diagnostic] = []
    columns: list[tuple[str, Place]] = []
    for label in filling.labels:
        place, unknown = filling.columns.named(label.text, label.position)
        other = next((text for text, one in columns if place and overlap(one, place)), "")
        if place is None:
            found += (unknown,) if unknown else ()
        elif other:
            found.append(fault("C057", label.position, header=label.text, other=other))
        elif not (place.shared or label.text.startswith(ASIDE)):
            columns.append((label.text, place))
    return columns, tuple(found)


def _groups(filling: Filling) -> Iterator[Diagnostic]:
    for place in filling.blanks:
        if place.is_group and not place.shared:
            yield fault("C091", place.node.position, way=column_of(place))


def _columns(filling: Filling, named: Iterable[tuple[str, Place]]) -> Iterator[SheetColumn]:
    """Yield the columns, first the one that names the rows where no value does."""
    named = tuple(named)
    telling = next((header for header, one in named if _NAME.fullmatch(one.path)), "")
    if not telling:
        words = ("Le nom du fichier de la convention, différent à chaque ligne.",)
        yield SheetColumn(NAMES, words, names=True, always=True, example=EXAMPLE)
    for header, place in named:
        yield column_for(filling, header, place, names=header == telling)


def column_for(filling: Filling, header: str, place: Place, *, names: bool) -> SheetColumn:
    """Return the column of a value; `names` tells whether it names the rows."""
    own = "" if place.blank else " ; ".join(said_at(place))
    example = own or made_up(place)
    example = f"{EXAMPLE} {own}".rstrip() if names else example
    label = place.label.rstrip(" .")
    about = f"{label}." if label and label != header else ""
    words = (about, place.help, place.hint)
    optional = place.blank and may_be_left_out(place) and not names
    cannot_wait = place.blank and (isinstance(place.type, SettledType) or place.decides)
    return SheetColumn(
        header,
        tuple(one for one in words if one),
        settled(place.type),
        () if place.is_list else offered(place, filling.parties),
        own,
        names,
        names or (cannot_wait and not optional),
        optional,
        example,
    )


def made_up(place: Place) -> str:
    """Return what the example says of a text that the agreement does not give; mostly nothing."""
    return next((text for keys, text in _EXAMPLES if keys.search(place.path)), "")
