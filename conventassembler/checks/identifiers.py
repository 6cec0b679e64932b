"""C754 to C758: numbers that name, held against each other, and those that texts quote."""

from collections.abc import Iterator, Mapping, Sequence

from conventassembler.checks.asked import ENTRIES, of_each_entry
from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import VALUES
from conventassembler.checks.typed import values_of
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.places import place_of, place_of_contradiction
from conventassembler.french.folding import fold
from conventassembler.french.identifiers import (
    SCHEMES,
    SPECIMENS,
    Fault,
    country_of,
    quoted,
)
from conventassembler.keeping import recalled
from conventassembler.values import Blank, Identifier, Record, Text, value_of

_SIREN = 9
"""Characters of a SIRET that are the SIREN of who has it."""
_NUMBERS = ("numero", "identifiant", "reference", "id")
"""Fields of a record that tell it from the others of its list."""
_NOWHERE = Position("")


def accounts_of_one_country(reading: Reading) -> Iterator[Diagnostic]:
    """Find the BIC that is of another country than the IBAN beside it.

    Territories overseas have codes of their own in a BIC, and are France in an IBAN.
    """
    for _, values in reading.asked(_GROUPS):
        found = {one.kind: one for one in values.values() if isinstance(one, Identifier)}
        iban, bic = found.get("iban"), found.get("bic")
        if iban and bic and country_of(iban) != country_of(bic):
            words = {"iban": country_of(iban), "bic": country_of(bic)}
            yield fault("C754", place_of(bic, reading.resolved.agreement.position), **words)


def no_specimen(reading: Reading) -> Iterator[Diagnostic]:
    """Find the IBAN of the examples that banks and manuals print: no money ever reaches it."""
    values = (one for _, group in reading.asked(_GROUPS) for one in group.values())
    for value in values:
        if isinstance(value, Identifier) and value.kind == "iban" and str(value) in SPECIMENS:
            place = place_of(value, reading.resolved.agreement.position)
            yield fault("C755", place, iban=value.grouped)


def numbers_in_texts(reading: Reading) -> Iterator[Diagnostic]:
    """Find the IBAN, SIRET or SIREN in the words of a text whose check digits are not right.

    A number is read behind its name, « SIRET : 123... »; a French IBAN, wherever it stands.
    """
    for text, (scheme, value) in reading.in_values(_MISQUOTED):
        if not isinstance(text, Identifier):
            place = place_of(text, reading.resolved.agreement.position)
            yield fault("C756", place, value=value, scheme=SCHEMES[scheme].name)


def _misquoted(text: str) -> tuple[tuple[str, str], ...]:
    """Return the numbers quoted in a text whose check digits are not right, with their schemes."""
    found = quoted(text)
    return tuple(one for one in found if isinstance(SCHEMES[one[0]].read(one[1]), Fault))


_MISQUOTED = VALUES.scan(_misquoted, "siret", "siren", "iban", "fr")


def one_number_each(reading: Reading) -> Iterator[Diagnostic]:
    """Find two parties that would be one legal person: one SIRET, or one SIREN.

    Services of the State share its number.
    """
    seen: dict[str, tuple[str, Identifier]] = {}
    for person in reading.resolved.people.values():
        if person.kind.organ == "" and not person.kind.deliberates:
            continue
        party = person.party
        number = party.siret if isinstance(party.siret, Identifier) else party.siren
        if not isinstance(number, Identifier):
            continue
        other, first = seen.setdefault(str(number)[:_SIREN], (party.key, number))
        if other != party.key:
            words = {"party": party.key, "other": other, "value": number.grouped}
            place = place_of_contradiction((number, first), party.position)
            yield fault("C757", place, scheme=SCHEMES[number.kind].name, **words)


@of_each_entry
def one_meaning_each(entry: Instance) -> Iterator[Diagnostic]:
    """Find the number that two records of one list share, and are not the same for that.

    Bad: « SST n° 2 » in one line, and another service of that number in the next.
    """
    for value in entry.arguments.values():
        if isinstance(value, tuple | Record):
            yield from _all_twice(value)


@recalled
def _all_twice(value: object) -> Sequence[Diagnostic]:
    return list(_twice(value))


def _twice(value: object) -> Iterator[Diagnostic]:
    """Yield the numbers said of two records of a list, and of the lists in them."""
    if isinstance(value, Record):
        for name in value:
            yield from _twice(value_of(value, name))
    if not isinstance(value, tuple):
        return
    seen: dict[str, Record] = {}
    for record in value:
        yield from _twice(record)
        number = _number(record) if isinstance(record, Record) else None
        if number is None or not isinstance(record, Record):
            continue
        first = seen.setdefault(fold(str(number)), record)
        if first is not record and _said(first) != _said(record):
            place = place_of(number, place_of(record, place_of(first, _NOWHERE)))
            line = place_of(_number(first), _NOWHERE).line
            words = {"number": number, "first": _said(record), "second": _said(first)}
            yield fault("C758", place, line=line, **words)


def _number(record: Record) -> object | None:
    found = (value_of(record, name) for name in _NUMBERS if name in record)
    return next((one for one in found if one is not None and not isinstance(one, Blank)), None)


def _said(record: Record) -> str:
    """Return the first text of a record that is not its number: what is numbered."""
    texts = (value_of(record, name) for name in record if name not in _NUMBERS)
    return next((str(one) for one in texts if isinstance(one, Text)), "")


def _groups(entry: Instance) -> Sequence[Mapping[str, object]]:
    """Return the values that stand side by side, in a clause and in each record, if any names."""
    if not any(isinstance(one, Identifier) for one in values_of(entry.arguments).texts):
        return ()
    values = entry.arguments.values()
    return [entry.arguments, *(record for value in values for record in _records(value))]


_GROUPS = ENTRIES.ask(_groups)


def _records(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, Record):
        inner = {name: value_of(value, name) for name in value}
        yield inner
        for one in inner.values():
            yield from _records(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _records(one)
