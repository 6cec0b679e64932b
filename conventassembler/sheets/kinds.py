"""What each type of value asks of its cells: a format, what may be typed, an example."""

from collections.abc import Callable
from datetime import date
from typing import Final

from conventassembler.french.grammar import NBSP
from conventassembler.french.identifiers import SCHEMES
from conventassembler.frozen import dataclass
from conventassembler.schema import (
    AmountType,
    ChoiceType,
    DatesType,
    DateType,
    DurationType,
    IntegerType,
    ListType,
    PercentageType,
    PhoneType,
    RichTextType,
    SirenType,
    SiretType,
    YesNoType,
)
from conventassembler.schema.types import ValueType

TEXT: Final = "@"
"""The format of cells that Excel leaves as they are typed: zeros, dates, fractions."""
_DAY: Final = "dd/mm/yyyy"
_MOST: Final = 999_999_999_999
_FIRST: Final = date(1900, 1, 1)
_LAST: Final = date(9999, 12, 31)
_PERCENT: Final = "0.0###%"
"""As many decimals as are read; one always, since « 0.####% » shows « 20,% »."""
_WHOLE_PERCENT: Final = "0%"

Value = str | float | date


@dataclass(frozen=True, slots=True)
class Rule:
    """What a cell takes: `kind` and `criteria` in the words of a spreadsheet."""

    kind: str
    low: Value
    high: Value
    message: str
    """Why a value is refused, and what to type."""
    stops: bool = True
    """Whether nothing else can be typed; else it is asked whether that is meant."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a column."""

    format: str = TEXT
    how: str = ""
    """How a value is typed."""
    width: int = 24
    """In characters."""
    rule: Rule | None = None
    figures: int = 0
    """How many signs a number has, spaces left aside; 0 where it does not matter."""
    example: Value = ""
    whole: str = ""
    """The format of percentages without decimals, where another shows one."""


def cells_of(type_: ValueType | None) -> Cells:
    """Return the cells of a column of values of `type_`, or of names where it is None."""
    if type_ is None:
        return Cells()
    made = (make(type_) for kind, make in _KINDS.items() if isinstance(type_, kind))
    return next(made, Cells())


def _day(_: ValueType) -> Cells:
    how = "Une date, comme 31/12/2027."
    rule = Rule("date", _FIRST, _LAST, "Tapez une date, comme 31/12/2027.")
    return Cells(_DAY, how, 14, rule, example=date(2027, 12, 31))


def _days(_: ValueType) -> Cells:
    how = "Une date, comme 16/12/2026, ou plusieurs, comme « 15 et 16 décembre 2026 »."
    return Cells(_DAY, how, 18, example=date(2026, 12, 16))


def _whole(type_: ValueType) -> Cells:
    low, high = _bounds(type_)
    message = f"Tapez un nombre entier{_between(type_)}."
    rule = Rule("integer", -_MOST if low is None else low, _MOST if high is None else high, message)
    return Cells("#,##0", f"Un nombre entier{_between(type_)}.", 14, rule, example=low or 2)


def _amount(type_: ValueType) -> Cells:
    low, high = _bounds(type_)
    message = f"Tapez un montant en euros{_between(type_)}, sans texte, comme 1234,50."
    rule = Rule(
        *("decimal", -_MOST if low is None else low, _MOST if high is None else high, message)
    )
    how = f"Un montant en euros{_between(type_)}, comme 1234,50."
    return Cells(f'#,##0.00"{NBSP}€"', how, 18, rule, example=float(max(low or 0, 1000)))


def _percentage(type_: ValueType) -> Cells:
    """Return cells of fractions shown as percentages: a typed 20 becomes 0.2, shown « 20 % »."""
    low, high = _bounds(type_)
    least, most = max(low or 1, 1), 100 if high is None else high
    how = "Un pourcentage, sans le signe : tapez 20 pour 20 %. Collé, 20 devient 2000 %."
    message = (
        "Tapez 20 pour 20 %, sans le signe. Confirmez s'il s'agit bien de moins de "
        f"{least} % ou de plus de {most} %."
    )
    rule = Rule("decimal", least / 100, most / 100, message, stops=False)
    example = max(least, min(20, most)) / 100
    return Cells(_PERCENT, how, 14, rule, example=example, whole=_WHOLE_PERCENT)


def _phone(_: ValueType) -> Cells:
    return Cells(
        how="Un numéro de téléphone, comme 01 23 45 67 89.", width=18, example="01 23 45 67 89"
    )


def _number(type_: ValueType) -> Cells:
    scheme = SCHEMES[type_.name]
    count = sum(map(str.isalnum, scheme.example))
    how = f"Un numéro {scheme.name}, {count} chiffres, comme {scheme.example}."
    return Cells(how=how, width=20, figures=count, example=scheme.example)


def _list(_: ValueType) -> Cells:
    how = "Plusieurs éléments : séparez-les par un point-virgule, ou par Alt + Entrée."
    return Cells(how=how, width=36, example="premier élément ; deuxième élément")


def _paragraphs(_: ValueType) -> Cells:
    return Cells(how="Un texte, sur plusieurs lignes s'il le faut (Alt + Entrée).", width=50)


def _duration(_: ValueType) -> Cells:
    return Cells(width=14, example="3 ans")


def _choice(_: ValueType) -> Cells:
    return Cells(how="Choisissez dans la liste de la cellule.", width=20)


_KINDS: Final[dict[type, Callable[[ValueType], Cells]]] = {
    DateType: _day,
    DatesType: _days,
    IntegerType: _whole,
    AmountType: _amount,
    PercentageType: _percentage,
    PhoneType: _phone,
    SirenType: _number,
    SiretType: _number,
    DurationType: _duration,
    ListType: _list,
    RichTextType: _paragraphs,
    ChoiceType: _choice,
    YesNoType: _choice,
}


def _bounds(type_: ValueType) -> tuple[int | None, int | None]:
    return getattr(type_, "min", None), getattr(type_, "max", None)


def _between(type_: ValueType) -> str:
    """Return « de 1 à 5 », « , 5 au plus », with a space before; nothing without bounds."""
    low, high = _bounds(type_)
    if low is not None and high is not None:
        return f" de {low} à {high}"
    if high is not None:
        return f", {high} au plus"
    return "" if low is None else f", {low} au moins"
