"""What a person says of a place -> what the file is to hold, read by the very type of the place.

Days are taken as people type them, choices by their number too; all else is for the types to say.
"""

from collections.abc import Mapping, Sequence

from conventassembler.agreement.forms import GENDER
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling.bare import item, unquoted
from conventassembler.filling.places import Place, settled
from conventassembler.french.dates import FIRST_YEAR, read_date, read_dates
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema import (
    ChoiceType,
    DatesType,
    DateType,
    ListType,
    PartyType,
    RichTextType,
    ScalarType,
    YesNoType,
)
from conventassembler.schema.blanks import is_blank_value, typed_blank
from conventassembler.schema.days import is_short, meant
from conventassembler.schema.texts import OfficeType
from conventassembler.schema.types import Findings, ValueType
from conventassembler.source import MappingNode, Node, Pair, Scalar, SequenceNode, cleaned, fold
from conventassembler.source.replacing import Value
from conventassembler.values import Blank

_NUMBER = Pattern(r"(\d{1,3})[.)]?")
_FIGURES = Pattern(r"\d{1,2}([/. -])\d{1,2}\1\d{4}")
"""A day in figures, whether there is such a day or not."""
_WORDS = Pattern(r"\d{1,2}(?:er)?\s+([^\W\d]+)\s+(\d{4})")
"""A day with the word of its month."""
_EXAMPLE = "31/12/2027"
"""A day as people type it."""
_SHORT = {"o": "oui", "n": "non"}
_GENDERS = {
    **dict.fromkeys(("m", "h", "monsieur", "homme"), "masculin"),
    **dict.fromkeys(("f", "mme", "madame", "femme"), "féminin"),
}
"""How people say the gender of a person, beside its words."""
_AND = Pattern(r"\s*[,;]\s*|\s+et\s+")
OUT_OF_FORM, NO_DAY = "C212", "C213"
"""The findings that a day is typed in another form, which is read all the same, and is none."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, and where."""

    text: str
    position: Position
    """That of the answer, or of the cell of a sheet."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the file is to hold, None where it cannot, with why."""

    value: Value | None
    findings: Findings = ()


def offered(place: Place, parties: Sequence[str]) -> tuple[str, ...]:
    """Return the words among which the value of `place` is chosen; empty where it is no choice."""
    return _offered(settled(place.type), parties)


def _offered(type_: ValueType, parties: Sequence[str]) -> tuple[str, ...]:
    inner = settled(type_.items) if isinstance(type_, ListType) else type_
    if isinstance(inner, PartyType):
        return tuple(parties)
    return inner.offered if isinstance(inner, ScalarType) else ()


def read_group(place: Place, answers: Mapping[str, Value]) -> Findings:
    """Return what is wrong with the answers for the keys of a group, taken together."""
    at = place.node.position
    pairs = (Pair(_typed(key, at), node_of(value, at)) for key, value in answers.items())
    return place.type.read(MappingNode(tuple(pairs), at), place.path, _label(place))[1]


def _typed(text: str, at: Position) -> Scalar:
    return Scalar(text, at, "quoted", at)


def node_of(value: Value, at: Position) -> Node:
    """Return what is read of a value once a file holds it."""
    if isinstance(value, str):
        return _typed(value, at)
    return SequenceNode(tuple(_typed(item, at) for item in value), at)


def takes_lines(place: Place) -> bool:
    """Tell whether an answer may have several lines: items of a list, or a text in Markdown."""
    return place.is_list or isinstance(settled(place.type), RichTextType)


def read_answer(
    place: Place, said: Said, parties: Sequence[str] = (), *, by_rank: bool = True
) -> Answer:
    """Return what the file is to hold for what was said, or why it cannot.

    `parties` are the keys of those whom a value may name. A choice may be said `by_rank` where
    its number is shown.
    """
    type_ = settled(place.type)
    choices = _offered(type_, parties)
    if isinstance(type_, ListType):
        return _several(place, said, type_, choices, by_rank=by_rank)
    lines = [cleaned(line).rstrip() for line in said.text.split("\n")]
    words = "\n".join(lines).strip("\n")
    value = unquoted(words if isinstance(type_, RichTextType) else words.strip())
    return _one(place.type, _chosen(value, type_, choices, by_rank=by_rank), said, place, choices)


def _several(
    place: Place, said: Said, type_: ListType, choices: tuple[str, ...], *, by_rank: bool
) -> Answer:
    """Return the items of a list, one a line."""
    lines = [item(cleaned(line).strip()) for line in said.text.split("\n")]
    lines = [line for line in lines if line]
    if len(lines) == 1 and is_blank_value(lines[0]):
        return _all_awaited(place, lines[0], said)
    inner = settled(type_.items)
    answers = [
        _one(type_.items, _chosen(line, inner, choices, by_rank=by_rank), said, place, choices)
        for line in lines
    ]
    found = tuple(one for answer in answers for one in answer.findings)
    values = tuple(str(answer.value) for answer in answers if answer.value is not None)
    if found or not values:
        return Answer(None, found)
    found = type_.bounds(len(values), said.position, _label(place))
    return Answer(None if found else values, found)


def _all_awaited(place: Place, line: str, said: Said) -> Answer:
    """Return the blank that stands for all of a list, where it may be one."""
    read, found = place.type.read(_node(line, said), place.path, _label(place))
    blank = read[0] if isinstance(read, tuple) and read else read
    return Answer(typed_blank(blank) if isinstance(blank, Blank) else None, found)


def _one(
    type_: ValueType, value: str, said: Said, place: Place, choices: tuple[str, ...]
) -> Answer:
    """Return one value as it is typed in a file."""
    read, found = type_.read(_node(value, said), place.path, _label(place))
    first = read[0] if isinstance(read, tuple) and read else read  # days are read as several
    if isinstance(first, Blank):
        return Answer(typed_blank(first))
    inner = settled(type_)
    if found and isinstance(inner, DateType | DatesType):
        return _said_day(inner, value, found)
    if isinstance(inner, PartyType) and choices and fold(value) not in map(fold, choices):
        return Answer(None, _no_party(value, said, place, choices) or found)
    if found or not choices or isinstance(inner, OfficeType):
        return Answer(None if found else value, found)
    named = {fold(choice): choice for choice in choices}
    return Answer(named.get(fold(value), value))


def _said_day(type_: DateType | DatesType, value: str, found: Findings) -> Answer:
    """Return the day or days that are meant, as people say them, or why they are none."""
    days = _days(value) if isinstance(type_, DatesType) else (_suggested(found[0], value),)
    if days and all(days):
        return Answer(days if len(days) > 1 else days[0])
    return Answer(None, tuple(_as_answered(one, value) for one in found))


def _as_answered(finding: Diagnostic, value: str) -> Diagnostic:
    """Return a finding about a day, told of what was said and not of the form that files have."""
    if finding.code not in (OUT_OF_FORM, NO_DAY):
        return finding
    words = {**finding.arguments, "value": value, "example": _EXAMPLE}
    if is_short(value):
        day = meant(value)
        turned = dict.fromkeys(("example", "suggestion"), f"{day:%d/%m/%Y}") if day else {}
        return fault(OUT_OF_FORM, finding.position, **words | turned)
    worded = _WORDS.fullmatch(value)
    known = _FIGURES.fullmatch(value) or (worded and read_date(f"1 {worded[1]} {worded[2]}"))
    return fault(NO_DAY if known else finding.code, finding.position, **words)


def _no_party(value: str, said: Said, place: Place, choices: tuple[str, ...]) -> Findings:
    _, found = ChoiceType(choices).read(_node(value, said), place.path, _label(place))
    return found


def _chosen(value: str, type_: ValueType, choices: tuple[str, ...], *, by_rank: bool) -> str:
    """Return the choice that a number or a letter means, else what was said."""
    shown = by_rank or choices == GENDER.choices  # people are « 1 » or « 2 » in many a register
    number = _NUMBER.fullmatch(value) if shown else None
    if choices and number and 1 <= int(number[1]) <= len(choices):
        return choices[int(number[1]) - 1]
    if choices == GENDER.choices:
        return _GENDERS.get(fold(value.rstrip(".")), value)
    if isinstance(type_, YesNoType):
        return _SHORT.get(value.lower(), value)
    return value


def _days(value: str) -> tuple[str, ...]:
    """Return several days, in the form of files, that a text says; none where one is none."""
    parts = tuple(_day(part) for part in _AND.split(value))
    days = read_dates(value) or ()
    full = all(day.year >= FIRST_YEAR for day in days)
    return parts if all(parts) else tuple(day.isoformat() for day in days if full)


def _day(text: str) -> str:
    place = Position("")
    value, found = DateType().read(Scalar(text, place, "quoted", place), "", "")
    return _suggested(found[0], text) if value is None else text


def _suggested(finding: Diagnostic, text: str) -> str:
    """Return the day in the form of files that `text` says in another; nothing where it is none."""
    told = finding.code == OUT_OF_FORM and not is_short(text)
    return finding.arguments.get("suggestion", "") if told else ""


def _node(value: str, said: Said) -> Scalar:
    return Scalar(value, said.position, "quoted", said.position)


def _label(place: Place) -> str:
    return place.label or (place.keys[-1] if place.keys else "")
