"""How the headings of a model look and are numbered: the records of its file, to schemes."""

from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.french.numerals import DIGITS, Digits
from conventassembler.library.model import ANNEXES, ARTICLE, HeadingScheme, PartTitle
from conventassembler.patterns import Pattern
from conventassembler.schema.pick import items, pick, place, text
from conventassembler.source import identifier
from conventassembler.values import Integer, Record, Text, key_positions

RUN_IN = ". – "
"""What parts a heading from the text that goes on behind it, where a model does not say."""
_HOLDER = Pattern(r"\{[^{}]*\}")
_NUMBER, _PARENT = "{n}", "{parent}"


def schemes(record: Record) -> dict[str, HeadingScheme]:
    """Return the schemes of a model by their ids: the articles', then the others."""
    return {identifier(key): _scheme(key, item) for key, item in _headings(record)}


def annexes(record: Record) -> HeadingScheme:
    """Return how annexes are headed: as the model says, and for the rest as they usually are."""
    said = pick(record, "annexes", Record)
    if said is None:
        return ANNEXES
    capitals = pick(said, "capitals", bool)
    return HeadingScheme(
        name=ANNEXES.name,
        level=ANNEXES.level,
        number=str(text(said, "number") or ANNEXES.number),
        separator=str(text(said, "separator") or ANNEXES.separator),
        first=str(text(said, "first") or ""),
        capitals=ANNEXES.capitals if capitals is None else capitals,
        key=ANNEXES.key,
        digits=_digits(said),
    )


def preamble_title(record: Record) -> PartTitle | None:
    """Return the heading above the preamble, where the model gives it one."""
    said = pick(record, "preamble_title", Record)
    words = text(said, "title") if said else None
    if said is None or words is None:
        return None
    return PartTitle(words, capitals=bool(pick(said, "capitals", bool)))


def faults(record: Record) -> Iterator[Diagnostic]:
    """Yield what is wrong with the headings of a model, and with its bullets."""
    for key, heading in _headings(record):
        level = _level(key, heading)
        yield from _of_number(heading, top=level == 1)
        if "end" in key_positions(heading) and not pick(heading, "run_in", bool):
            yield fault("C478", key_positions(heading)["end"], value=str(text(heading, "end")))
    if said := pick(record, "annexes", Record):
        yield from _of_number(said, top=True)
    for mark in items(record, "bullets", Text):
        if len(mark) != 1 or not mark.isprintable() or mark.isspace():
            yield fault("C444", mark.origin.position or place(record), value=mark)


def _of_number(heading: Record, *, top: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with `numéro`; at the `top` level, nothing has a number above it."""
    number = text(heading, "number")
    if number is None:
        return
    where = number.origin.position or place(heading)
    holders = _HOLDER.findall(number)
    count = holders.count(_NUMBER)
    unknown = [one for one in holders if one not in (_NUMBER, _PARENT)]
    if unknown or number.count("{") != len(holders):
        yield fault("C445", where, value=number)
    elif count != 1:
        yield fault("C433" if count else "C427", where, value=number)
    elif holders not in ([_NUMBER], [_PARENT, _NUMBER]):
        yield fault("C445", where, value=number)
    elif top and _PARENT in holders:
        yield fault("C453", where, value=number)


def _headings(record: Record) -> Iterator[tuple[str, Record]]:
    """Yield the heading schemes by their keys: the articles', then the others."""
    if articles := pick(record, "articles", Record):
        yield ARTICLE, articles
    for key, value in items(record, "headings", tuple):
        if isinstance(value, Record):
            yield key, value


def _level(key: str, record: Record) -> int:
    usual = 1 if key == ARTICLE else 2
    return int(pick(record, "level", Integer) or usual)


def _scheme(key: str, record: Record) -> HeadingScheme:
    restart, end = pick(record, "restart", bool), text(record, "end")
    number = str(text(record, "number") or "")
    # Articles are counted through an act, unless they repeat the number of what they stand under.
    usual = key != ARTICLE or _PARENT in number
    return HeadingScheme(
        name=identifier(key),
        level=_level(key, record),
        number=number,
        separator=str(text(record, "separator") or ""),
        first=str(text(record, "first") or ""),
        capitals=bool(pick(record, "capitals", bool)),
        restart=usual if restart is None else restart,
        key=str(key),
        digits=_digits(record),
        run_in=str(end or RUN_IN) if pick(record, "run_in", bool) else "",
    )


def _digits(record: Record) -> Digits:
    said = text(record, "digits")
    return next((one for one in DIGITS if one == said), DIGITS[0])
