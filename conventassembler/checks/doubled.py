"""C707: values that begin with the words that the text puts before them anyway."""

import re
from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.instances import walk
from conventassembler.draft.model import Draft
from conventassembler.draft.people import Person
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved
from conventassembler.french.folding import fold
from conventassembler.values import Text

_NUMBER = re.compile(r"\s*(?:n\s*[°ºo]|num[ée]ro)\s*", re.IGNORECASE)
_PLACE = re.compile(r"\s*(?:fait\s+)?à\s+", re.IGNORECASE)
_HEADING = re.compile(r"\s*article\s+\d", re.IGNORECASE)
_QUOTES = '"“”«»'


def doubled_words(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """Find what would be printed twice, and quotes that were left in a name.

    Bad: `numéro: "n° 2026-014"` prints « n° n° 2026-014 »; `nom: "commune de Longvic"` prints « la
    commune de commune de Longvic »; `lieu: "à Longvic"` prints « Fait à à Longvic ».
    """
    for person in resolved.people.values():
        yield from _of_party(person)
    signature = resolved.agreement.signature
    if signature:
        yield from _begins(signature.place, _PLACE)
    for instance in walk(resolved.clauses):
        if instance.id in resolved.numbers:
            yield from _begins(instance.entry.title, _HEADING)


def _of_party(person: Person) -> Iterator[Diagnostic]:
    name = person.party.name
    if isinstance(name, Text):
        kinds = (person.kind.noun.text, str(person.party.kind))
        if person.kind.join != "own" and any(fold(name).startswith(fold(k) + " ") for k in kinds):
            yield from _told(name, name.split(" ", 1)[0])
        yield from (_told(name, mark)[0] for mark in name if mark in _QUOTES)
    if person.party.authority:
        yield from _begins(person.party.authority.number, _NUMBER)


def _begins(value: object, words: re.Pattern[str]) -> tuple[Diagnostic, ...]:
    found = words.match(value) if isinstance(value, Text) else None
    return _told(value, found[0].strip()) if found else ()


def _told(value: object, words: str) -> tuple[Diagnostic, ...]:
    origin = getattr(value, "origin", None)
    if origin is None or origin.position is None:
        return ()
    return (fault("C707", place_of(value, origin.position), value=value, words=words),)
