"""C708 to C711, C718: what was typed and stands nowhere in the act, or stands there by mistake."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from conventassembler import values
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of
from conventassembler.keeping import kept
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
    in_order = sorted(shown)
    for instance in reading.instances:
        body = instance.variant.body if instance.variant else ""
        of_file = reading.resolved.agreement.data.get(str(instance.entry.data))
        for argument in (*instance.entry.values, *(of_file.values if of_file else ())):
            parameter = instance.variant.parameter(argument.key) if instance.variant else None
            if parameter is None or isinstance(parameter.type, PartyType):
                continue  # what a text says of a party is the party's own
            value = instance.arguments.get(parameter.name)
            name = parameter.name
            if isinstance(value, values.Blank) or name in derived or name in _decided(body):
                continue
            path = argument.path or f"{instance.entry.path}.with.{parameter.name}"
            if path not in shown and not _has_below(in_order, path):
                words = {"key": argument.key, "clause": instance.entry.clause}
                yield fault("C710", argument.key_position, **words)


def _has_below(paths: Sequence[str], above: str) -> bool:
    """Tell whether one of `paths`, in their order, is of something in the value `above`."""
    for start in (f"{above}.", f"{above}["):
        at = bisect_left(paths, start)
        if at < len(paths) and paths[at].startswith(start):
            return True
    return False


@kept
def _decided(body: str) -> frozenset[str]:
    """Return the names in the statements of a clause."""
    return frozenset(word for tag in _STATEMENT.findall(body) for word in _WORD.findall(tag))


def tags_in_texts(reading: Reading) -> Iterator[Diagnostic]:
    """Find the braces in texts of the agreement, which are printed: only clauses have tags."""
    for instance in reading.instances:
        text = instance.entry.text
        found = _BRACES.search(text) if isinstance(text, str) else None
        if found:
            yield fault("C711", place_of(text, instance.entry.position), braces=found[0])


def _shown(reading: Reading) -> frozenset[str]:
    """Return the key paths that the draft shows."""
    return frozenset().union(*(one.paths for one in reading.said))


def _derived(reading: Reading) -> frozenset[str]:
    """Return the names in what the draft derives."""
    return frozenset().union(*(one.names for one in reading.said))
