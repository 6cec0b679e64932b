"""C704 and C706: the clauses that the model wants, and what a clause may not say."""

import re
from collections.abc import Iterator

from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.people import Person
from conventassembler.keeping import kept, recalled
from conventassembler.library.model import Variant
from conventassembler.patterns import Pattern
from conventassembler.source import identifier
from conventassembler.values import Blank, Text


def wanted_clauses(reading: Reading) -> Iterator[Diagnostic]:
    """Find the family of the model's `exige` from which the agreement has no clause.

    A text of the agreement's own with that family's name as its `repère` is as good as a variant.
    """
    chosen = {item.variant.family for item in reading.instances if item.variant}
    agreement = reading.resolved.agreement
    place = agreement.key_positions.get("clauses", agreement.position)
    for family in reading.resolved.model.requires:
        if str(family) in chosen or identifier(family) in reading.resolved.ids:
            continue
        known = ", ".join(item.id for item in reading.resolved.library.variants_of(family)) or "–"
        said = {"family": family, "known": known, "line": f"repère: {family}"}
        yield fault("C704", place, model=reading.resolved.model.id, **said)


def no_party_in_a_variant(reading: Reading) -> Iterator[Diagnostic]:
    """Find the clause of the library that names a party of this agreement in its own words.

    Bad: « La Commune met à disposition... » in a variant: renamed, the party keeps its old name
    there, and the clause fits no other agreement. Good: a parameter of type « partie ».
    """
    names = sorted({name for person in reading.resolved.people.values() for name in _names(person)})
    chosen = {item.variant.id: item.variant for item in reading.instances if item.variant}
    variants = chosen.values()
    known = _vocabulary(*variants)
    said = [(name, _WORD.findall(name)) for name in names]
    names = [name for name, parts in said if parts and known.issuperset(parts)]
    for variant in variants if names else ():
        words = _words(variant.body)
        for name in names:
            if found := _search(name, words):
                before = variant.body[: found.start()]
                line = variant.body_line + before.count("\n")
                column = found.start() - (before.rfind("\n") + 1) + 1
                yield fault("C706", Position(variant.file, line, column), name=name)


@recalled
def _vocabulary(*variants: Variant) -> frozenset[str]:
    """Return the words of all clauses: a name that has another one stands in none of them."""
    return frozenset(word for one in variants for word in _WORD.findall(one.body))


_WORD = Pattern(r"\w+")


def _search(name: str, words: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) if name in words else None


def _names(person: Person) -> Iterator[str]:
    """Yield what a drafter could type in place of the party's forms."""
    if isinstance(person.party.name, Text):
        yield _words(str(person.party.name))
    short = str(person.forms["nom"])
    if short[:1].isupper() and not isinstance(person.party.short_name, Blank):
        yield _words(short)


@kept
def _words(text: str) -> str:
    """Return `text` with one kind of apostrophe; nothing else moves."""
    return text.replace("’", "'")
