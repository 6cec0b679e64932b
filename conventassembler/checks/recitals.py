"""C712 to C714: recitals held against the references, and against the usual order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from conventassembler.agreement.recitals import Recital, StatuteRecital
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of
from conventassembler.draft.recital_words import words
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.standing import standings
from conventassembler.draft.statutes import statute
from conventassembler.french.dates import write_date
from conventassembler.french.folding import fold
from conventassembler.french.grammar import joined
from conventassembler.french.ranking import Move, Standing, is_of_the_guide, to_move
from conventassembler.keeping import kept
from conventassembler.library.model import TextReference
from conventassembler.schema.keys import KEYS
from conventassembler.values import Date, Text

_SHOWN = 50
"""Characters of a recital that a message quotes."""


def titles_of_texts(reading: Reading) -> Iterator[Diagnostic]:
    """Find the date or the title that is not that of the text in the references.

    Bad: `loi: "82-213"` with `date: 1982-03-03`. Only one of the two can be right, and a jurist has
    read that of the references.
    """
    for recital in reading.resolved.agreement.recitals:
        if isinstance(recital, StatuteRecital):
            known = statute(recital, reading.resolved.library).known
            if known is not None:
                yield from _contradicted(recital, known)


def _contradicted(recital: StatuteRecital, known: TextReference) -> Iterator[Diagnostic]:
    words = {"text": f"{KEYS[recital.nature][0]} {known.key}", "file": known.file}
    day, title = recital.date, recital.title
    if isinstance(day, Date) and known.day and day != known.day:
        told = {"typed": write_date(day), "known": write_date(known.day), "key": "date"}
        yield fault("C712", place_of(day, recital.position), **words, **told)
    if isinstance(title, Text) and fold(title).rstrip(" .;,") != fold(known.title):
        told = {"typed": title, "known": known.title, "key": "intitulé"}
        yield fault("C712", place_of(title, recital.position), **words, **told)


def order_of_recitals(reading: Reading) -> Iterator[Diagnostic]:
    """Find the recital that stands elsewhere than the *Guide de légistique* (3.1.5) would put it.

    Advice only: conventions are not bound by the guide, and the order has no effect. Words of one's
    own say nothing of their rank, unless `rang` does, and are left where they stand.
    """
    if reading.resolved.profile.recital_order == "rang":
        return
    recitals = reading.resolved.agreement.recitals
    ranked = [
        (recital, place)
        for recital, place in zip(recitals, standings(recitals, reading.resolved), strict=True)
        if place.rank != "text"
    ]
    for move in _moves(tuple([place for _, place in ranked])):
        code = "C713" if move.is_before else "C714"
        yield _advice(reading.resolved, code, ranked[move.moved][0], ranked[move.other][0])


@kept
def _moves(places: tuple[Standing, ...]) -> Sequence[Move]:
    return tuple(to_move(_dated(places)))


def _dated(places: Iterable[Standing]) -> list[Standing]:
    """Return the places as far as the guide tells them: behind decrees, the rank alone.

    A text without day keeps to the one before it, since nothing tells more.
    """
    dated: list[Standing] = []
    for place in places:
        before = [one.day for one in dated if one.rank == place.rank]
        day = place.day if is_of_the_guide(place.rank) else date.min
        dated.append(replace(place, party=0, day=day or (before[-1] if before else date.min)))
    return dated


def _advice(resolved: Resolved, code: str, recital: Recital, other: Recital) -> Diagnostic:
    said = {"recital": _short(recital, resolved), "other": _short(other, resolved)}
    return fault(code, recital.position, **said, line=other.position.line)


def _short(recital: Recital, resolved: Resolved) -> str:
    text = joined(words(recital, resolved))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]}…"
