"""Words that a value keeps of the sentence that it was copied from: part of C707.

Before `doubled`, which tells them. What is looked for hangs on plain texts, and is remembered.
"""

import re
from collections.abc import Callable, Iterator

from conventassembler.agreement.model import Party
from conventassembler.checks.passages import Reading
from conventassembler.checks.seams import WORD, Seam
from conventassembler.french.offices import leading_office, office
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.values import RichText, Text

Told = tuple[Text, str, str]
"""A value, the words of it that are too many, and what is to stand there alone."""
Cut = tuple[str, str]
"""The words of a text that are too many, and the text without them."""

_SEAT = Pattern(
    r"(?:(?:adresse|siège(?:\s+social)?)\s*:|(?:dont\s+l(?:e\s+siège|['’]adresse)"
    r"|ayant\s+(?:son|leur)\s+siège|avec\s+siège)(?:\s+social)?(?:\s+est)?\b"
    r"|(?:domicili|situ)[ée]+(?:s?\b|\(e\))|établi(?:e?s?\b|\(e\))|sis(?:es?)?\b|demeurant\b)\s*",
    re.IGNORECASE,
)
"""Before an address; several may stand there: « dont le siège est situé »."""
_BEHIND = Pattern(
    r"\b(?:(?:représent|habilit|autoris)[ée]+s?\s+(?:par|à|aux)\b|d[ûu]ment\s+\w+[ée]+s?\b"
    r"|ci[- ]apr[èeé]s\b|agissant\b|(?:en|ès)\s+(?:sa\s+|leur\s+)?qualités?\b"
    r"|t[ée]l(?:éphone)?[\s.:]*(?=[+(]?\d)|(?:courriel|e-?mail|mél)\s*:|sire[nt]\b(?=\D{0,5}\d{3})"
    r"|[\w.+-]{1,64}@[\w-])",
    re.IGNORECASE,
)
"""What a presentation goes on with behind a name or an address."""
_SEPARATORS = " \u00a0,;:(–—-"
_FIGURES = Pattern(r"[\s,(]\(?(?=\d)")
"""In the name of a place, which has none: « Longvic (21) », « Longvic, 1 rue Haute »."""
_BEFORE_PERSON = Pattern(
    r"(?P<by>(?:représent[ée]+s?\s+)?par\s+)?(?P<article>l[ea]\s+|s(?:on|a)\s+|l['’]\s*)?",
    re.IGNORECASE,
)
_CIVILITY = Pattern(r"(?:M|Mr|Mme|Mlle)\.?\s+|(?:Monsieur|Madame)\s+", re.IGNORECASE)
_IN_OFFICE = Pattern(r"(?<!\s)\s+en\s+exercice\s*$", re.IGNORECASE)
_TOWN_HALL = Pattern(r"(?:en\s+|à\s+la\s+)?mairie\s+(?:de\s+|d['’]\s*)", re.IGNORECASE)
_IN_OFFICES = Pattern(r"en\s+(?=(?:(?:sous-)?préfecture|mairie)\b)", re.IGNORECASE)
_CONTRACTED = Pattern(r"(?P<words>aux?)\s+(?P<name>\S.*)")
_ARTICLE = Pattern(r"(?:l[ea]\s+|l['’]\s*)", re.IGNORECASE)
_OF = Pattern(r"\s*(?:de\s+|du\s+|d['’]\s*)", re.IGNORECASE)
_INDEXED = Pattern(
    r"(?P<name>.*\S)\s*(?P<words>\((?P<article>l(?:es?|a|['’]))\s*\))\s*", re.IGNORECASE
)
"""A name as registers sort it: « Essarts (Les) »."""
_DAY_BEHIND = Pattern(
    r",?(?<!\s)\s+(?:le(?:\s+[\d_….].*)?|en\s+\w+\s+(?:exemplaires?|originaux).*)$"
)
_DAY_OF_ACT = Pattern(
    r"(?:^|(?<=[\s,(]))(?:(?:en\s+date\s+)?du\s+\d|rendue?\s+exécutoire\b|exécutoire\b)",
    re.IGNORECASE,
)


def of_party(party: Party, *, of_place: bool) -> Iterator[Told]:
    """Yield what the name, the address and the representatives of a party keep.

    `of_place` tells that its name is that of a place: « Longvic », « Côte-d'Or ».
    """
    for line in party.address:
        yield from _cut(line, in_address)
    yield from _cut(party.name, in_place_name if of_place else in_name)
    for signs in party.representatives:
        yield from _cut(signs.name, in_person)
        yield from _cut(signs.office, in_office)


def of_number(number: object) -> Iterator[Told]:
    """Yield what the number of an act keeps."""
    return _cut(number, in_number)


def in_signature(place: object) -> Iterator[Told]:
    """Yield what the place of the signature keeps."""
    return _cut(place, in_place_to_sign)


def _cut(value: object, find: Callable[[str], Cut | None]) -> Iterator[Told]:
    found = find(str(value)) if isinstance(value, Text) else None
    if found and isinstance(value, Text):
        yield value, found[0].strip(), found[1].strip()


@kept
def in_address(line: str) -> Cut | None:
    """Find « domiciliée » before an address, a representative or a telephone behind it."""
    at = 0
    while found := _SEAT.match(line, at):
        at = found.end()
    if at:
        return line[:at], line[at:]
    return _behind(line)


@kept
def in_name(name: str) -> Cut | None:
    """Find « représentée par son maire » behind a name, and the like."""
    return _behind(name)


@kept
def in_place_name(name: str) -> Cut | None:
    """Find the same in the name of a place, and what only others have: figures, an office."""
    if found := _INDEXED.fullmatch(name):
        article = found["article"].capitalize()
        return found["words"], f"{article}{' ' if article.isalpha() else ''}{found['name']}"
    known = leading_office(_ARTICLE.sub("", name))
    if known and (of := _OF.match(known[1])):
        alone = known[1][of.end() :]
        return name.removesuffix(alone), alone
    figures = _FIGURES.search(name)
    if (cut := _behind(name)) or not figures or not figures.start():
        return cut
    at = figures.start()
    return name[at:].strip(_SEPARATORS), name[:at].rstrip(_SEPARATORS)


@kept
def in_person(name: str) -> Cut | None:
    """Find the office before the name of a person, and what a presentation says behind it."""
    lead = _BEFORE_PERSON.match(name)
    rest = name[lead.end() :] if lead else name
    person = _behind_office(rest)
    is_said = lead is not None and bool(lead["by"] or (lead["article"] and person))
    if is_said or len(person.split()) > 1:
        alone = _CIVILITY.sub("", person or rest, count=1)
        return name.removesuffix(alone), alone
    return _behind(name)


def _behind_office(words: str) -> str:
    """Return what stands behind an office, « maire, Anne Martin »; nothing where none is said."""
    head, comma, tail = words.partition(",")
    if comma and office(head):
        return tail.strip()
    known = leading_office(words)
    return known[1].lstrip(_SEPARATORS) if known else ""


@kept
def in_office(said: str) -> Cut | None:
    """Find « en exercice », which an act adds where it has no name."""
    found = _IN_OFFICE.search(said)
    return (found[0], said[: found.start()]) if found else None


@kept
def in_number(number: str) -> Cut | None:
    """Find the day behind the number of an act: « 2026-13 du 12 mai », « rendue exécutoire »."""
    found = _DAY_OF_ACT.search(number)
    return (number[found.start() :], number[: found.start()].rstrip(_SEPARATORS)) if found else None


@kept
def in_place_to_sign(place: str) -> Cut | None:
    """Find the town hall, the article or the day of « Fait à Longvic, le ... »."""
    if found := _CONTRACTED.fullmatch(place):
        article = "Le" if found["words"] == "au" else "Les"
        return found["words"], f"{article} {found['name']}"
    if found := _TOWN_HALL.match(place):
        return found[0], place[found.end() :]
    if found := _IN_OFFICES.match(place):
        return found[0], f"la {place[found.end() :]}"
    if found := _DAY_BEHIND.search(place):
        return found[0].strip(_SEPARATORS), place[: found.start()]
    return None


def _behind(text: str) -> Cut | None:
    found = _BEHIND.search(text)
    if not found or not found.start():
        return (text, "") if found else None
    return text[found.start() :], text[: found.start()].rstrip(_SEPARATORS)


def at_seams(reading: Reading) -> Iterator[tuple[Text, str, str]]:
    """Yield the values that say again the words of the text before them, or behind them."""
    for rank in reading.whole.with_seams:
        for seam in reading.said[rank].seams:
            value = reading.typed.get(seam.path)
            if value is not None and not isinstance(value, RichText):
                yield value, *_at_seam(str(value), seam)


def _at_seam(value: str, seam: Seam) -> Cut:
    words = list(WORD.finditer(value))
    if seam.first:
        end = words[min(seam.first, len(words)) - 1].end()
        end += len("(e)") if value.startswith("(e)", end) else 0
        return value[:end], value[end:].lstrip(f"'’.{_SEPARATORS}")
    first = words[min(seam.kept, len(words) - 1)].start()
    return value[first:], value[:first].rstrip(_SEPARATORS)
