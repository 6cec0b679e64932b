"""C707, C792: values that begin or end with the words that the text puts around them anyway."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from conventassembler.agreement.model import Authority, Representative
from conventassembler.agreement.recitals import (
    DecisionRecital,
    DocumentRecital,
    OrderRecital,
    StatuteRecital,
)
from conventassembler.checks import copied
from conventassembler.checks.doubled_marks import finding
from conventassembler.checks.passages import Reading
from conventassembler.checks.phrases import phrase_of_value
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.people import Person
from conventassembler.draft.places import place_of, typed_again
from conventassembler.french.folding import fold
from conventassembler.french.kinds import Kind, kind, kinds
from conventassembler.french.offices import leading_office
from conventassembler.patterns import Pattern
from conventassembler.values import Text

_SIGN = r"(?:n\s*[°ºo]|num[ée]ro)\s*"
_ACT = r"(?:d[ée]lib[ée]ration|d[ée]cision|arr[êe]t[ée]|avenant)"
_NUMBER = Pattern(
    rf"\s*(?:(?:{_ACT}\s+|d[ée]lib\.?\s*)?{_SIGN}|(?:{_ACT}|d[ée]lib\.)\s+(?=\S*\d)"
    rf"|(?-i:(?=\w[a-zà-ÿ])){_ACT}[–-](?=\S*\d))",
    re.IGNORECASE,
)
"""With the act that has it: « délibération n° 2026-13 », but not « délibération du 12 mai ».
« délibération-3 » too; « DECISION-2026-13 » is what a register calls it."""
_BEHIND_NAME = Pattern(
    r"(?P<name>[^,(–—]*\S)\s*(?P<words>(?:,|[–—-]\s|\()\s*(?:l[ea]\s+)?(?P<said>[^,()]+)\)?)\s*",
    re.IGNORECASE,
)
_AFTER = r"ci[- ]apr[èeé]s\b"
_CALLED = r"(?:(?:dé(?:nomm|sign)|appel)ée?s?|dite?s?|sous\s+le\s+nom\s+de)\b"
_NAMED = rf"(?:{_AFTER}(?:,?\s+{_CALLED})?|{_CALLED}(?:\s+{_AFTER})?)"
_SHORT = Pattern(
    rf"\s*(?:d['’](?:une|autre)\s+part\b,?\s*{_NAMED}?|{_NAMED})\s*(?::\s*)?(?=\S)", re.IGNORECASE
)
_IN_BRACKETS = Pattern(r"\s*\((?P<alone>[^()]+)\)\s*")
_BEFORE_NAME = Pattern(r"(.*)\b(l[ea])\s*$", re.IGNORECASE)
_LEAD = Pattern(r"\s*(?:vu|considérant)\s")
"""In small letters: with its capital, the word is taken for the one that leads the recital."""
_STATUTES = {
    "law": Pattern(r"\s*loi\s+", re.IGNORECASE),
    "ordinance": Pattern(r"\s*ordonnance\s+", re.IGNORECASE),
    "decree": Pattern(r"\s*décret\s+", re.IGNORECASE),
}
"""What a recital says of a text before its number: « loi n° 2021-1109 du 24 août 2021 … »."""
_PLACE = Pattern(r"\s*(?:(?:fait|signée?)\s+)?[àa]\s+", re.IGNORECASE)
_ARTICLE = Pattern(r"(?:entre\s+)?(?:l[ea]\s+|l['’]\s*)", re.IGNORECASE)
_RANK = Pattern(r"\d{1,2}\s?(?:[eè]re?|[eè]?me|e|er)\s+")
"""« 1ère adjointe »."""
_CONTRACTED = ("le ", "Le ", "La ", "L'", "L’")
"""Articles that a name cannot keep: « de » contracts with « le », a capital stands amid sentences.
« la » and « l' » are printed as they are, before a kind that the name says itself."""
_QUOTE = Pattern(r"\s*[\"“”«»]\s*")
_HEADING = Pattern(r"\s*(?:article|annexe)\s+\d+(?:er)?(?:\s*[:.–—-])?", re.IGNORECASE)
_OF = r"(?:de\s+la\s|de\s+l['’]|de\s|du\s|des\s|d['’])\s*"
_OF_NAME = Pattern(_OF, re.IGNORECASE)
_WITH_ARTICLE = {"du": "Le ", "des": "Les ", "dela": "La ", "del'": "L'", "del’": "L’"}
"""What the name of a place begins with that « de » is contracted with, or stands before."""
_ABBREVIATED = {
    "commune": ("Cne", "Cne."),
    "département": ("Dépt", "Dépt.", "Dpt", "Dpt."),
    "communauté de communes": ("CC", "CdC"),
    "communauté d’agglomération": ("CA",),
    "communauté urbaine": ("CU",),
}
"""How registers shorten the kinds of which they list many."""


def quotes_of_short_names(reading: Reading) -> Iterator[Diagnostic]:
    """Find the quotes typed with a `ci-après`, around which the act sets its own.

    Bad: `ci-après: "« la Commune »"`. Good: `ci-après: "la Commune"`.
    """
    for party in (*reading.resolved.agreement.parties, *reading.resolved.agreement.partners):
        value = party.short_name
        if isinstance(value, Text) and _QUOTE.search(value):
            alone = " ".join(_QUOTE.sub(" ", _SHORT.sub("", value, count=1)).split())
            place = place_of(value, party.position)
            quoted = phrase_of_value(reading.lines, value.origin.path)
            yield fault("C792", place, **typed_again("ci-après", alone, place), **quoted)


def doubled_words(reading: Reading) -> Iterator[Diagnostic]:
    """Find what would be printed twice, and quotes that were left in a name.

    Bad: `numéro: "n° 2026-014"` prints « n° n° 2026-014 »; `nom: "commune de Longvic"` prints « la
    commune de commune de Longvic »; `lieu: "à Longvic"` prints « Fait à à Longvic ».
    """
    told: set[str] = set()
    for value, words, alone in (*_doubled(reading), *copied.at_seams(reading)):
        if value.origin.path not in told:  # a CCAS bears the name that its commune has typed
            told.add(value.origin.path)
            quoted = phrase_of_value(reading.lines, value.origin.path)
            yield from finding(value, words, quoted.get("phrase", ""), alone)


Told = tuple[copied.Told, ...]


def _doubled(reading: Reading) -> Iterator[copied.Told]:
    for person in reading.resolved.people.values():
        yield from _of_party(person)
    signature = reading.resolved.agreement.signature
    if signature:
        yield from _begins(signature.place, _PLACE)
        yield from copied.in_signature(signature.place)
    for recital in reading.resolved.agreement.recitals:
        for number in _numbers_of(recital):
            yield from _of_number(number)
        yield from _begins(getattr(recital, "text", None), _LEAD)
        if isinstance(recital, StatuteRecital) and recital.nature in _STATUTES:
            yield from _begins(recital.title, _STATUTES[recital.nature])
    for instance in reading.instances:
        if instance.id in reading.resolved.numbers:
            yield from _begins(instance.entry.title, _HEADING)


def _of_party(person: Person) -> Iterator[copied.Told]:
    party = person.party
    if isinstance(party.name, Text):
        for name, words, alone in _kind_in(party.name, person):
            of_place = person.kind.join == "place"
            further = copied.in_place_name(alone) if of_place else copied.in_name(alone)
            yield name, words, further[1] if further else alone
    if isinstance(party.short_name, Text):
        yield from _short_name(party.short_name)
    for signs in party.representatives:
        if article := _BEFORE_NAME.fullmatch(signs.civility or ""):
            yield from _told(signs.civility, article[2], article[1])
        yield from _office_in(signs.name)
    for authority in (party.authority, *map(_delegation, party.representatives)):
        yield from _of_number(authority.number) if authority else ()
    yield from copied.of_party(party, of_place=person.kind.join == "place")


def _of_number(number: object) -> Iterator[copied.Told]:
    yield from _begins(number, _NUMBER)
    yield from copied.of_number(number)


def _short_name(name: Text) -> Told:
    if found := _IN_BRACKETS.fullmatch(name):
        return _told(name, "()", found["alone"])
    found = _SHORT.match(name)
    return _told(name, found[0], _QUOTE.sub("", name[found.end() :])) if found else ()


def _office_in(name: object) -> Told:
    """Find an office behind the name of a person: the act says that of its `fonction`."""
    found = _BEHIND_NAME.fullmatch(name) if isinstance(name, Text) else None
    is_office = found is not None and leading_office(_RANK.sub("", found["said"])) is not None
    return _told(name, found["words"], found["name"]) if found and is_office else ()


def _delegation(signs: Representative) -> Authority | None:
    return signs.signs_for.authority if signs.signs_for else None


def _kind_in(name: Text, person: Person) -> Told:
    """Find the kind in a name that the tool puts its kind before, or the kind of another party.

    « Ville de Longvic » is so told of a commune, with its article or without; the commune of
    Ville-d'Avray has its hyphens, that of La Ville-aux-Clercs too.
    """
    short = _ABBREVIATED.get(person.kind.noun.text, ())
    own = (person.kind.noun.text, str(person.party.kind), *short)
    article = _ARTICLE.match(name)
    lead = article[0] if article else ""
    rest = name[len(lead) :]
    said = any(fold(rest).startswith(fold(noun) + " ") for noun in own)
    if person.kind.join in ("own", "alone"):
        noun = _first_of(short, rest) if said else ""
        many = noun or (said and lead.startswith(_CONTRACTED))
        return _told(name, lead + noun, rest[len(noun) :]) if many else ()
    noun = _first_of(own, rest) if said else ""
    if not noun and fold(rest).startswith(_folded_kinds()) and (found := _any_kind().match(rest)):
        noun = found[1]
    return _told(name, *_without(lead + noun, name, kind(noun) or person.kind)) if noun else ()


def _first_of(nouns: Iterable[str], name: str) -> str:
    """Return the words of `name` that are one of the nouns; nothing where none is."""
    return next(filter(None, (_noun_in(name, one) for one in nouns)), "")


def _noun_in(name: str, noun: str) -> str:
    """Return the words of `name` that are the noun, however they are typed; a hyphen joins none."""
    words = re.match(rf"\S+(?:\s+\S+){{{len(noun.split()) - 1}}}", name)
    return words[0] if words and fold(words[0]) == fold(noun) else ""


def _without(typed: str, name: str, known: Kind) -> tuple[str, str]:
    """Return what is too many at the beginning of a name, and the name alone.

    « Ville de Longvic » is « Longvic », « commune du Havre » is « Le Havre »; the département « de
    la Drôme » is « Drôme ».
    """
    rest = name[len(typed) :].lstrip()
    found = _OF_NAME.match(rest)
    if found is None:
        return typed, rest
    alone = rest[found.end() :]
    if known.join == "place":
        alone = _WITH_ARTICLE.get("".join(found[0].lower().split()), "") + alone
    return name[: len(name) - len(rest) + found.end()], alone


def _nouns() -> tuple[str, ...]:
    return ("mairie", *sorted({one.called for one in kinds()}, key=len, reverse=True))


@cache
def _folded_kinds() -> tuple[str, ...]:
    return tuple(map(fold, _nouns()))


@cache
def _any_kind() -> Pattern:
    words = "|".join(re.escape(noun).replace("’", "['’]") for noun in _nouns())
    return Pattern(rf"({words})\s+{_OF}", re.IGNORECASE)


def _numbers_of(recital: object) -> Iterator[object]:
    """Yield the numbers that are printed behind « n° », but those of laws, which are read."""
    if isinstance(recital, OrderRecital | DecisionRecital):
        yield from recital.numbers
    elif isinstance(recital, DocumentRecital):
        yield from (avenant.number for avenant in recital.amendments)


def _begins(value: object, words: Pattern) -> Told:
    if not isinstance(value, Text) or not (found := words.match(value)):
        return ()
    return _told(value, found[0], value[found.end() :])


def _told(value: object, words: str, alone: str) -> Told:
    return (
        ((value, words.strip(), alone.strip().removeprefix(": ")),)
        if isinstance(value, Text)
        else ()
    )
