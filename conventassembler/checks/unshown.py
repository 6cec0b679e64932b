"""C708 to C711, C718: what was typed and stands nowhere in the act, or stands there by mistake."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from conventassembler import values
from conventassembler.agreement.model import Argument
from conventassembler.checks.asked import ENTRIES, of_each_entry
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.places import is_of_act, place_of
from conventassembler.library.statements import names_that_decide
from conventassembler.patterns import Pattern
from conventassembler.schema import PartyType

_BRACES = Pattern(r"\{[{%].*?[}%]\}", re.DOTALL)


def acronyms_shown(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `sigle` that no text shows: that of a commune whose maire signs, for one.

    One that comes from the registry serves other acts, and is not told.
    """
    shown = reading.whole.paths
    for person in reading.resolved.people.values():
        acronym = person.party.acronym
        if acronym is None or acronym.origin.path in shown:
            continue
        place = place_of(acronym, person.party.position)
        if is_of_act(place, reading.resolved.agreement.file):
            yield fault("C708", place, party=person.party.key, acronym=acronym)


def numbers_shown(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `siret` or the `siren` that no clause shows.

    One that comes from the registry serves other acts, and is not told.
    """
    shown = reading.whole.paths
    for person in reading.resolved.people.values():
        for key, number in (("siret", person.party.siret), ("siren", person.party.siren)):
            if number is None or number.origin.path in shown:
                continue
            place = place_of(number, person.party.position)
            if is_of_act(place, reading.resolved.agreement.file):
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
    for one in reading.once(_unseen):
        if not one.waits:
            yield fault("C710", one.position, key=one.key, clause=one.clause)


def awaited_for_nothing(reading: Reading) -> Mapping[str, str]:
    """Return the values still to be given that no text waits for, by path: the key of each."""
    if reading.lacks_clauses:
        return {}
    return {one.path: one.key for one in reading.once(_unseen) if one.waits}


def _unseen(reading: Reading) -> Sequence["_Given"]:
    """Return what is given to clauses, or awaited, and neither shown nor named in the act."""
    shown, names = reading.whole.paths, reading.whole.names
    unseen = [one for one in _given(reading) if one.path not in shown and one.name not in names]
    return [one for one in unseen if not _shows_in(one.path, shown)]


class _Given(NamedTuple):
    """What is given to a clause, or still to be given, and is to be seen in it."""

    path: str
    name: str
    key: str
    clause: object
    position: Position
    waits: bool


def _given(reading: Reading) -> Sequence[_Given]:
    """Return the values given to clauses that these may show, by their entries and by files."""
    given, data = reading.asked(_OWN), reading.resolved.agreement.data
    if data:
        rank = {id(one): rank for rank, one in enumerate(reading.instances)}
        files = [(entry, data.get(name)) for entry, name in reading.asked(_FILED)]
        more = [(one, said) for one, file in files if file for said in _that_show(one, file.values)]
        given = sorted((*given, *more), key=lambda one: rank[id(one[0])])
    return [one for _, one in given]


def _that_show(instance: Instance, given: Iterable[Argument]) -> Iterator[_Given]:
    """Yield the values that are given to a clause and that it may show."""
    entry, variant = instance.entry, instance.variant
    for argument in given:
        parameter = variant.parameter(argument.key) if variant else None
        if variant is None or parameter is None or isinstance(parameter.type, PartyType):
            continue  # what a text says of a party is the party's own
        name = parameter.name
        value = instance.arguments.get(name)
        if name not in names_that_decide(variant.body):
            path = argument.path or f"{entry.path}.with.{name}"
            waits = isinstance(value, values.Blank)
            yield _Given(path, name, argument.key, entry.clause, argument.key_position, waits)


_OWN = ENTRIES.ask(lambda entry: _that_show(entry, entry.entry.values))
_FILED = ENTRIES.ask(lambda entry: () if entry.entry.data is None else (str(entry.entry.data),))


def _shows_in(path: str, shown: Iterable[str]) -> bool:
    """Tell whether one of the key paths `shown` is of what stands in the value of `path`."""
    below = (f"{path}.", f"{path}[")
    return any(one.startswith(below) for one in shown)


@of_each_entry
def tags_in_texts(entry: Instance) -> Iterator[Diagnostic]:
    """Find the braces in texts of the agreement, which are printed: only clauses have tags."""
    text = entry.entry.text
    found = _BRACES.search(text) if isinstance(text, str) else None
    if found:
        yield fault("C711", place_of(text, entry.entry.position), braces=found[0])
