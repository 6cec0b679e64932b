"""C707, C792: values that begin or end with what the text puts around them anyway."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, pairwise

from conventassembler.agreement.model import Authority, Representative
from conventassembler.agreement.recitals import DecisionRecital, DocumentRecital, OrderRecital
from conventassembler.checks.passages import Reading
from conventassembler.checks.phrases import phrase, phrase_of_value
from conventassembler.checks.scans import LINES, Near
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft import model
from conventassembler.draft.instances import Instance
from conventassembler.draft.people import Person
from conventassembler.draft.places import place_of
from conventassembler.french.folding import fold
from conventassembler.french.kinds import Kind, kind, kinds
from conventassembler.french.offices import leading_office
from conventassembler.patterns import Pattern
from conventassembler.values import Record, Text

_SIGN = r"(?:n\s*[°ºo]|num[ée]ro)\s*"
_ACT = r"(?:d[ée]lib[ée]ration|d[ée]cision|arr[êe]t[ée]|avenant)"
_NUMBER = Pattern(rf"\s*(?:(?:{_ACT}\s+|d[ée]lib\.?\s*)?{_SIGN}|{_ACT}\s+(?=\S*\d))", re.IGNORECASE)
"""With the act that has it: « délibération n° 2026-13 », but not « délibération du 12 mai »."""
_BEHIND_NAME = Pattern(
    r"(?P<name>[^,(–—]*\S)\s*(?P<words>(?:,|[–—-]\s|\()\s*(?:l[ea]\s+)?(?P<said>[^,()]+)\)?)\s*",
    re.IGNORECASE,
)
_SHORT = Pattern(r"\s*ci[- ]apr[èe]s\b(?:,?\s+(?:dé(?:nomm|sign)é\w*))?", re.IGNORECASE)
_BEFORE_NAME = Pattern(r"(.*)\b(l[ea])\s*$", re.IGNORECASE)
_LEAD = Pattern(r"\s*(?:vu|considérant)\s")
"""In small letters: with its capital, the word is taken for the one that leads the recital."""
_PLACE = Pattern(r"\s*(?:fait\s+)?à\s+", re.IGNORECASE)
_ARTICLE = Pattern(r"(?:l[ea]\s+|l['’]\s*)", re.IGNORECASE)
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
_LONG = 60
"""Characters of a value up to which a remedy says it again."""


_MARKS = ";:,."
_MARK = Pattern(r"\s*([;:,.])")


def doubled_marks(reading: Reading) -> Iterator[Diagnostic]:
    """Find the marks that a value ends with and that the text puts after it too.

    Bad: an item `"la médiathèque ;"` of a list prints « la médiathèque ;. » where it comes last.
    """
    yield from reading.once(_doubled_marks)


def _doubled_marks(reading: Reading) -> tuple[Diagnostic, ...]:
    return tuple(_with_marks_after(reading)) if reading.once(_may_double) else ()


def _may_double(reading: Reading) -> bool:
    """Tell whether a mark comes just behind another in any line; long ones may have any."""
    return bool(reading.by_line(_TWO_MARKS)) or reading.has_long_lines


_TWICE = Pattern(r"[;:,.]\s*[;:,.]")
_TWO_MARKS = LINES.pattern(_TWICE, Pattern(r"[;:,.]{2}|\A[;:,.]"), near=Near(1, 0, _TWICE))


def _with_marks_after(reading: Reading) -> Iterator[Diagnostic]:
    typed = {value.origin.path: value for value in _typed(reading.instances)}
    told: set[str] = set()
    for inlines in reading.lines:
        ends = accumulate(len(one.text) for one in inlines)
        for (one, after), end in zip(pairwise(inlines), ends, strict=False):
            path = one.value.path if isinstance(one, model.Text) and one.value else ""
            value = typed.get(path)
            mark = _doubled_mark(one.text, after.text)
            if value is not None and mark and path not in told:
                told.add(path)
                yield from _finding(value, mark, phrase(inlines, end - 1, end + 1))


def _doubled_mark(text: str, after: str) -> str:
    """Return the mark at the end of `text` that one of `after` makes too many, or nothing.

    A full stop may end an abbreviation: « etc. ; ».
    """
    last, following = text.rstrip()[-1:], _MARK.match(after)
    if last not in _MARKS or not last or not following or text.endswith("..."):
        return ""
    return "" if last == "." and following[1] != "." else last


def _typed(instances: Iterable[Instance]) -> Iterator[Text]:
    """Yield the texts typed under `valeurs`, however deep."""
    for instance in instances:
        yield from _texts(tuple(instance.arguments.values()))


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Record):
        yield from _texts(tuple(value[name] for name in value))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def quotes_of_short_names(reading: Reading) -> Iterator[Diagnostic]:
    """Find the quotes typed with a `ci-après`, around which the act sets its own.

    Bad: `ci-après: "« la Commune »"`. Good: `ci-après: "la Commune"`.
    """
    for party in (*reading.resolved.agreement.parties, *reading.resolved.agreement.partners):
        value = party.short_name
        if isinstance(value, Text) and (alone := _QUOTE.sub("", value).strip()) != value.strip():
            place = place_of(value, party.position)
            quoted = phrase_of_value(reading.lines, value.origin.path)
            yield fault("C792", place, line=f'ci-après: "{alone}"', **quoted)


def doubled_words(reading: Reading) -> Iterator[Diagnostic]:
    """Find what would be printed twice, and quotes that were left in a name.

    Bad: `numéro: "n° 2026-014"` prints « n° n° 2026-014 »; `nom: "commune de Longvic"` prints « la
    commune de commune de Longvic »; `lieu: "à Longvic"` prints « Fait à à Longvic ».
    """
    told: set[str] = set()
    for value, words, alone in _doubled(reading):
        if value.origin.path not in told:  # a CCAS bears the name that its commune has typed
            told.add(value.origin.path)
            quoted = phrase_of_value(reading.lines, value.origin.path)
            yield from _finding(value, words, quoted.get("phrase", ""), alone)


Told = tuple[tuple[Text, str, str], ...]
"""Values, each with the words of it that are too many, and what is to stand there alone."""


def _doubled(reading: Reading) -> Iterator[tuple[Text, str, str]]:
    for person in reading.resolved.people.values():
        yield from _of_party(person)
    signature = reading.resolved.agreement.signature
    if signature:
        yield from _begins(signature.place, _PLACE)
    for recital in reading.resolved.agreement.recitals:
        for number in _numbers_of(recital):
            yield from _begins(number, _NUMBER)
        yield from _begins(getattr(recital, "text", None), _LEAD)
    for instance in reading.instances:
        if instance.id in reading.resolved.numbers:
            yield from _begins(instance.entry.title, _HEADING)


def _of_party(person: Person) -> Iterator[tuple[Text, str, str]]:
    party = person.party
    if isinstance(party.name, Text):
        yield from _kind_in(party.name, person)
    if isinstance(party.short_name, Text):
        yield from _begins(party.short_name, _SHORT)
    for signs in party.representatives:
        if article := _BEFORE_NAME.fullmatch(signs.civility or ""):
            yield from _told(signs.civility, article[2], article[1])
        yield from _office_in(signs.name)
    for authority in (party.authority, *map(_delegation, party.representatives)):
        yield from _begins(authority.number, _NUMBER) if authority else ()


def _office_in(name: object) -> Told:
    """Find an office behind the name of a person: the act says that of its `fonction`."""
    found = _BEHIND_NAME.fullmatch(name) if isinstance(name, Text) else None
    is_office = found is not None and leading_office(found["said"]) is not None
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
    return ((value, words.strip(), alone.strip()),) if isinstance(value, Text) else ()


def _finding(value: Text, words: str, quoted: str, alone: str = "") -> Iterator[Diagnostic]:
    """Yield the finding, unless nobody typed the value."""
    if value.origin.position is not None:
        said = {"value": str(value), "words": words} | ({"phrase": quoted} if quoted else {})
        said |= {"alone": alone} if 0 < len(alone) <= _LONG else {}
        yield fault("C707", place_of(value, value.origin.position), **said)
