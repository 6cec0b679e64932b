"""C708 to C711, C718: what was typed and stands nowhere in the act, or stands there by mistake."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from conventassembler import values
from conventassembler.agreement.model import DataFile
from conventassembler.checks.asked import of_each_entry
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.places import place_of
from conventassembler.keeping import kept, recalled
from conventassembler.patterns import Pattern
from conventassembler.schema import PartyType

_STATEMENT = Pattern(r"\{%(.*?)%\}", re.DOTALL)
_WORD = Pattern(r"[a-z_][a-z0-9_]*")
_BRACES = Pattern(r"\{[{%].*?[}%]\}", re.DOTALL)


def acronyms_shown(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `sigle` that no text shows: that of a commune whose maire signs, for one.

    One that comes from the registry serves other acts, and is not told.
    """
    shown = reading.once(_shown)
    for person in reading.resolved.people.values():
        acronym = person.party.acronym
        if acronym is None or acronym.origin.path in shown:
            continue
        place = place_of(acronym, person.party.position)
        if place.file == reading.resolved.agreement.file:
            yield fault("C708", place, party=person.party.key, acronym=acronym)


def numbers_shown(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `siret` or the `siren` that no clause shows.

    One that comes from the registry serves other acts, and is not told.
    """
    shown = reading.once(_shown)
    for person in reading.resolved.people.values():
        for key, number in (("siret", person.party.siret), ("siren", person.party.siren)):
            if number is None or number.origin.path in shown:
                continue
            place = place_of(number, person.party.position)
            if place.file == reading.resolved.agreement.file:
                yield fault("C718", place, key=key)


def civilities_shown(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `civilité` of a representative without `nom`: « Madame » alone names nobody."""
    for person in reading.resolved.people.values():
        for signs in person.party.representatives:
            if signs.civility and signs.name is None:
                place = place_of(signs.civility, signs.position)
                yield fault("C709", place, party=person.party.key)


def values_shown(reading: Reading) -> Iterator[Diagnostic]:
    """Find the values that an agreement gives and that no text shows.

    A clause may show a parameter in one of its branches alone. One that decides, or that is named
    in a statement of the clause, is left: what it does is not to be seen in a word.
    """
    shown, derived = reading.once(_shown), reading.once(_derived)
    data = reading.resolved.agreement.data
    given = (_given(one, data.get(str(one.entry.data))) for one in reading.instances)
    unseen = [one for of_clause in given for one in of_clause if one.path not in shown]
    for one in unseen:
        if one.name not in derived and not _shows_in(one.path, shown):
            yield fault("C710", one.position, key=one.key, clause=one.clause)


class _Given(NamedTuple):
    """A value given to a clause, which is to be seen in it."""

    path: str
    name: str
    key: str
    clause: object
    position: Position


@recalled
def _given(instance: Instance, file: DataFile | None) -> tuple[_Given, ...]:
    return tuple(_that_show(instance, file))


def _that_show(instance: Instance, file: DataFile | None) -> Iterator[_Given]:
    """Yield the values that are given to a clause, by its entry or a file, and that it may show."""
    entry, variant = instance.entry, instance.variant
    for argument in (*entry.values, *(file.values if file else ())):
        parameter = variant.parameter(argument.key) if variant else None
        if variant is None or parameter is None or isinstance(parameter.type, PartyType):
            continue  # what a text says of a party is the party's own
        name = parameter.name
        value = instance.arguments.get(name)
        if not isinstance(value, values.Blank) and name not in _decided(variant.body):
            path = argument.path or f"{entry.path}.with.{name}"
            yield _Given(path, name, argument.key, entry.clause, argument.key_position)


def _shows_in(path: str, shown: Iterable[str]) -> bool:
    """Tell whether one of the key paths `shown` is of what stands in the value of `path`."""
    below = (f"{path}.", f"{path}[")
    return any(one.startswith(below) for one in shown)


@kept
def _decided(body: str) -> frozenset[str]:
    """Return the names in the statements of a clause."""
    return frozenset(word for tag in _STATEMENT.findall(body) for word in _WORD.findall(tag))


@of_each_entry
def tags_in_texts(entry: Instance) -> Iterator[Diagnostic]:
    """Find the braces in texts of the agreement, which are printed: only clauses have tags."""
    text = entry.entry.text
    found = _BRACES.search(text) if isinstance(text, str) else None
    if found:
        yield fault("C711", place_of(text, entry.entry.position), braces=found[0])


def _shown(reading: Reading) -> frozenset[str]:
    """Return the key paths that the draft shows."""
    return frozenset().union(*[one.paths for one in reading.said if one.paths])


def _derived(reading: Reading) -> frozenset[str]:
    """Return the names in what the draft derives."""
    return frozenset().union(*{one.names for one in reading.said})
