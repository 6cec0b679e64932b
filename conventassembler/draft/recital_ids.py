"""What names a recital in the ids of blocks: its code, number, party or day, never its words."""

from functools import singledispatch

from conventassembler.agreement.recitals import (
    AuthorityRecital,
    CodeRecital,
    ConstitutionRecital,
    DecisionRecital,
    DocumentRecital,
    OrderRecital,
    Recital,
    StatuteRecital,
    TextRecital,
    WhereasRecital,
)
from conventassembler.library.text_numbers import number_or_day
from conventassembler.schema.keys import KEYS
from conventassembler.source import identifier
from conventassembler.values import Blank


@singledispatch
def name_of(recital: Recital) -> str:
    """Return the name, which two recitals may share: `loi_82_213`, `arrete_2001_10_03`."""
    raise TypeError(recital)


@name_of.register
def _code(recital: CodeRecital) -> str:
    return f"code_{identifier(recital.code)}"


@name_of.register
def _constitution(_: ConstitutionRecital) -> str:
    return "constitution"


@name_of.register
def _statute(recital: StatuteRecital) -> str:
    number = recital.number
    if isinstance(number, Blank):
        return _french(recital.nature)
    known = number_or_day(recital.nature, number) or number
    return f"{_french(recital.nature)}_{identifier(known)}"


@name_of.register
def _order(recital: OrderRecital) -> str:
    return "_".join((_french(recital.nature), *_dated(recital.date)))


@name_of.register
def _document(recital: DocumentRecital) -> str:
    return "_".join((_french(recital.nature), *_dated(recital.signed)))


@name_of.register
def _decision(recital: DecisionRecital) -> str:
    party = () if recital.party is None else (str(recital.party),)
    return "_".join((identifier(recital.act), *party, *_dated(*recital.dates)))


@name_of.register
def _authority(recital: AuthorityRecital) -> str:
    return f"habilitation_{recital.party}"


@name_of.register
def _whereas(_: WhereasRecital) -> str:
    return "considerant"


@name_of.register
def _text(_: TextRecital) -> str:
    return "texte"


def _french(nature: str) -> str:
    return identifier(KEYS[nature][0])


def _dated(*days: object) -> tuple[str, ...]:
    known = (day for day in days if day is not None and not isinstance(day, Blank))
    return tuple(identifier(str(day)) for day in known)
