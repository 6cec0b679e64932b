"""C736 to C741: when an act takes effect and ends, how long it lasts, and how it goes on.

What a value is, its `rôle` says in the front matter of the clause; no rule reads the name of a
parameter.
"""

import re
from collections.abc import Iterator
from datetime import date

from conventassembler.checks.asked import ENTRIES, of_each_entry
from conventassembler.checks.days import signing_day
from conventassembler.checks.passages import Reading
from conventassembler.checks.sections import plain, sections
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import Heading
from conventassembler.draft.places import place_of, place_of_contradiction
from conventassembler.draft.resolve import Resolved
from conventassembler.french.dates import write_date
from conventassembler.french.folding import fold
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.schema import roles
from conventassembler.values import Blank, Date, Duration, Integer

_DAYS = {"an": 365, "mois": 30, "semaine": 7, "jour": 1}
"""Days of a unit, as far as a notice is held against a term."""
_UNITS = {
    "durée en années": "an",
    "durée en mois": "mois",
    "préavis en mois": "mois",
    "préavis en jours": "jour",
}


@dataclass(frozen=True, slots=True)
class Played:
    """A value that has a role, with the clause that it stands in."""

    instance: Instance
    value: object

    @property
    def place(self) -> Position:
        """Where it was typed; the entry for a default."""
        return place_of(self.value, self.instance.entry.position)

    def place_beside(self, *others: object) -> Position:
        """Return where to correct it or the `others`, which it contradicts."""
        return place_of_contradiction((self.value, *others), self.place)


def played(reading: Reading, *wanted: str) -> Iterator[Played]:
    """Yield the values of the act that have one of the roles `wanted`, in the order of the file."""
    return (one for _, (role, one) in reading.asked(_PLAYED) if role in wanted)


def _played(entry: Instance) -> Iterator[tuple[str, Played]]:
    """Yield the values of an entry that have a role, each with it."""
    for parameter in entry.variant.parameters.values() if entry.variant else ():
        value = entry.arguments.get(parameter.name) if parameter.role else None
        if value is not None and not isinstance(value, Blank):
            yield parameter.role, Played(entry, value)


_PLAYED = ENTRIES.ask(_played)


def effect_in_time(reading: Reading) -> Iterator[Diagnostic]:
    """Find the effect that comes before the act was authorised, or before it is signed.

    An act of the administration does not apply to the past (principle of non-retroactivity). A
    clause that says what becomes of the time before is left alone: its role `effet antérieur`.
    """
    signed = signing_day(reading.resolved.agreement)
    latest = max(_authorised(reading.resolved), default=None)
    for one in played(reading, roles.EFFECT):
        if not isinstance(one.value, Date) or _looks_back(one.instance):
            continue
        effect = write_date(one.value)
        if latest and one.value < latest[0]:
            words = {"effect": effect, "party": latest[1], "day": write_date(latest[0])}
            yield fault("C736", one.place_beside(latest[0]), **words)
        elif signed and one.value < signed:
            place = one.place_beside(signed)
            yield fault("C737", place, effect=effect, signed=write_date(signed))


def _authorised(resolved: Resolved) -> Iterator[tuple[Date, str]]:
    for party in resolved.agreement.parties:
        days = party.authority.dates if party.authority else ()
        known = [day for day in days if isinstance(day, Date)]
        if known:
            yield max(known), party.key


def _looks_back(instance: Instance) -> bool:
    parameters = instance.variant.parameters.values() if instance.variant else ()
    named = [one.name for one in parameters if one.role == roles.RETROACTIVE]
    return any(instance.arguments.get(name) is True for name in named)


def ends_after_it_begins(reading: Reading) -> Iterator[Diagnostic]:
    """Find the act whose last day, or whose civil year, comes before it begins or is signed."""
    signed = signing_day(reading.resolved.agreement)
    begins = [one for one in played(reading, roles.EFFECT) if isinstance(one.value, Date)]
    for one in played(reading, roles.END, roles.YEAR):
        end = date(one.value, 12, 31) if isinstance(one.value, Integer) else one.value
        if not isinstance(end, date):
            continue
        starts = [each.value for each in begins if each.instance is one.instance]
        first = next(
            (day for day in (*starts, signed) if isinstance(day, date) and end < day), None
        )
        if first is not None:
            place = one.place_beside(first)
            yield fault("C738", place, end=write_date(end), start=write_date(first))


def notice_within_the_term(reading: Reading) -> Iterator[Diagnostic]:
    """Find the notice that is as long as the act, or longer: nobody could give it in time."""
    term = min(_terms(reading), key=lambda one: one[0], default=None)
    for one in played(reading, roles.NOTICE, "préavis en mois", "préavis en jours"):
        notice = _length(one)
        if term and notice and notice[0] >= term[0]:
            place = one.place_beside(*term[2])
            yield fault("C739", place, notice=notice[1], term=term[1])


def term_in_days(reading: Reading) -> int | None:
    """Return how long the act lasts, in days; a civil year is one; None where nothing tells it."""
    years = [366 for _ in played(reading, roles.YEAR)]
    return min((*years, *(days for days, *_ in _terms(reading))), default=None)


def _terms(reading: Reading) -> Iterator[tuple[int, str, tuple[object, ...]]]:
    """Yield how long the act lasts, in days and as it was typed, and the values that say it."""
    for one in played(reading, roles.TERM, "durée en années", "durée en mois"):
        if length := _length(one):
            yield *length, (one.value,)
    starts = {one.instance.id: one.value for one in played(reading, roles.EFFECT)}
    for one in played(reading, roles.END):
        start = starts.get(one.instance.id)
        if isinstance(start, Date) and isinstance(one.value, Date) and start < one.value:
            days = (one.value.plain - start.plain).days + 1
            yield days, f"{write_date(start)} – {write_date(one.value)}", (start, one.value)


def _length(one: Played) -> tuple[int, str] | None:
    """Return a length of time in days and as readers say it; None where it is none."""
    if isinstance(one.value, Duration):
        return one.value.count * _DAYS[one.value.unit], str(one.value)
    variant = one.instance.variant
    role = next(
        item.role
        for item in (variant.parameters.values() if variant else ())
        if one.instance.arguments.get(item.name) is one.value
    )
    if not isinstance(one.value, Integer) or role not in _UNITS:
        return None
    told = Duration(int(one.value), _UNITS[role], one.value.origin)
    return told.count * _DAYS[told.unit], str(told)


@of_each_entry
def renewal_has_an_end(entry: Instance) -> Iterator[Diagnostic]:
    """Find the clause that renews the act tacitly as often as nobody gives notice.

    Its front matter says so: `reconduction: tacite`. Nothing forbids it between public bodies, but
    an act without end is never looked at again, and money in it may call for competition.
    """
    if entry.variant and entry.variant.renewal == roles.TACIT:
        place = place_of(entry.entry.clause, entry.entry.position)
        yield fault("C740", place, clause=entry.variant.id)


_TERM = Pattern(
    r"\b(?:pour|d['’])\s*une\s+durée\s+(?:initiale\s+|totale\s+|ferme\s+)?(?:de|d['’])\s*"
    r"[^.,;:()]{1,40}?\b(?:ans?|années?|mois|semaines?|jours?)\b",
    re.IGNORECASE,
)
_START = Pattern(
    r"à compter|à partir|\bdès\b|\bdepuis\b|\beffet\b|entr\w{1,6} en vigueur"
    r"|\bdu\b[^.;]{1,40}\bau\b|jusqu|au titre de|pour l['’]année|\bexpire|\bachève"
    r"|prend\w{0,4} fin|\bcommenc|\bdébut"
    r"|signature|notification|\bcourt\b|\b\d{4}\b",
    re.IGNORECASE,
)


_OF_EFFECT = Pattern(r"\bvigueur\b|\beffets?\b|\bdebut\b|\bcommencement\b|\bdemarrage\b")
"""Headings, folded, below which an act says from when it holds."""
_HOLDS = Pattern(
    r"\b(?:convention|protocole|pacte|contrat|charte|accord|acte|entente|elle|il)s?\b[^.;]{0,40}?"
    r"(?:\bentr\w{1,6} en vigueur|\bpren\w{1,4} effet|\bs['’]appliqu\w{1,6} (?:dès|à compter)"
    r"|\best exécutoire|\bcour\w{1,3} (?:dès|à compter|à partir))",
    re.IGNORECASE,
)
_OF_AN_END = Pattern(r"résili|dénonc|avenant|modifi|renouvel|recondu|retrait", re.IGNORECASE)


def term_has_a_start(reading: Reading) -> Iterator[Diagnostic]:
    """Find the article that says how long the act lasts, and not from when.

    Bad: « La convention est conclue pour une durée de trois ans. » Good: the same with « à compter
    de sa signature par la dernière des parties », or an article « Entrée en vigueur ».
    """
    terms = [one for one in reading.once(sections) if "duree" in one.topics]
    found = [(one, term) for one in terms if (term := _without_start(one.lines))]
    for section, term in found if found and not _starts_elsewhere(reading) else ():
        yield fault("C741", section.position, words=term)


@kept
def _without_start(lines: tuple[str, ...]) -> str:
    """Return the words that say how long an act lasts, in lines that say no start."""
    text = plain(lines)
    found = _TERM.search(text)
    return re.sub(r"\s+", " ", found.group()) if found and not _START.search(text) else ""


def _starts_elsewhere(reading: Reading) -> bool:
    """Tell whether any line of the act says from when it holds, wherever it stands."""
    said = list(zip(reading.draft.blocks, reading.said, strict=True))
    of_effect = False
    for block, words in said:
        if isinstance(block, Heading):
            of_effect = _is_of_effect(words.title)
        elif any(map(_holds, words.lines)) or (of_effect and any(map(_START.search, words.lines))):
            return True
    return False


@kept
def _is_of_effect(heading: str) -> bool:
    folded = fold(heading)
    return _OF_EFFECT.search(folded) is not None and "duree" not in folded


@kept
def _holds(line: str) -> bool:
    """Tell whether a sentence of a line says from when an act holds."""
    sentences = re.split(r"[.;]\s", re.sub(r"\s+", " ", line))
    return any(_HOLDS.search(one) and not _OF_AN_END.search(one) for one in sentences)
