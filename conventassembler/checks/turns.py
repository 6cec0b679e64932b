"""C788 to C790: words of the law used of a contract, words that point to nothing, poor turns."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.scans import LINES, Near
from conventassembler.diagnostics import Diagnostic
from conventassembler.french.dates import MONTHS
from conventassembler.french.folding import fold
from conventassembler.french.signs import Signed, signed
from conventassembler.french.tables import table
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

_ACTS = "accord|avenant|bail|charte|contrat|convention|entente|marché|pacte|protocole|transaction"
_PROVISIONS = Pattern(
    rf"\bdispositions (?:(?:du présent|de la présente|de ce|de cette|dudit|de ladite) (?:{_ACTS})"
    r"|des présentes)\b",
    re.IGNORECASE,
)
_CITED = Pattern(
    r"\b(?P<noun>loi|code|décret|ordonnance|arrêté|délibération|convention|règlement|circulaire"
    r"|directive|protocole|accord|contrat|charte|schéma|avenant)s?(?: [^,;.:()]{1,60})??"
    r"[ ,]{1,2}(?P<said>précité|susvisé|susmentionné)e?s?\b",
    re.IGNORECASE,
)
_MONTHS = tuple(one.title() for one in MONTHS)
_CAPITAL_BEHIND = Pattern(r"\d(?:er)? [A-Z]")
_MONTH = Pattern(rf"\b\d{{1,2}}(?:er)? (?:{'|'.join(_MONTHS)}) \d{{4}}\b")
_PLACE = Pattern(
    r"\b(?:rue|place|avenue|boulevard|quai|square|pont|cours|impasse|allée|cité|caserne|école"
    r"|collège|lycée|salle|stade|esplanade|rond-point|association)\b[^,.;]{0,30}$",
    re.IGNORECASE,
)

REACH = 8
"""Words of a turn behind its first one, at most."""

_SAID_TO_DISPOSE = LINES.pattern(_PROVISIONS, "disposition")
_SAID_BEFORE = LINES.pattern(_CITED, "précité", "susvisé", "susmentionné")


def stipulations(reading: Reading) -> Iterator[Diagnostic]:
    """Find « les dispositions de la présente convention »: laws dispose, contracts stipulate."""
    for passage, found in reading.found(_SAID_TO_DISPOSE):
        yield reading.tell("C788", passage, *found.span(), words=found.group())


def cited_before(reading: Reading) -> Iterator[Diagnostic]:
    """Find « la loi précitée » where no law stands above, « susvisée » where no recital cites one.

    Bad: « l'arrêté susvisé » in an act whose recitals name no arrêté.
    """
    for rank, passage, found in _said_before(reading):
        above: Iterable[Passage]
        if fold(found["said"]).startswith("susvise"):
            above, before = (one for _, one in reading.recitals), ""
        else:
            above, before = islice(reading.passages, rank), fold(passage.text[: found.start()])
        earlier = chain((before,), (one.folded for one in above))
        noun = fold(found["noun"])
        if not any(noun in text and noun in _words(text) for text in earlier):
            told = {"said": found.group(), "noun": found["noun"].lower()}
            yield reading.tell("C789", passage, *found.span(), **told)


def _said_before(reading: Reading) -> Iterator[tuple[int, Passage, re.Match[str]]]:
    for rank, passage, found in reading.ranked(_SAID_BEFORE):
        yield from ((rank, passage, one) for one in found)


@kept
def _words(folded: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w+", folded))


def turns_of_phrase(reading: Reading) -> Iterator[Diagnostic]:
    """Find the turns that a reader stumbles over or that may be read in two ways: « et/ou »."""
    for passage, (found, better) in reading.found(_TURNS):
        if not passage.is_recital:
            words = {"turn": found.group(), "better": better}
            yield reading.tell("C790", passage, *found.span(), **words)


def _turns(text: str) -> tuple[tuple[re.Match[str], str], ...]:
    """Return the turns of a line, each with what is better said."""
    rows = table("turns")["turns"]
    said = (rows[rank] for rank in _signed().found(text))
    return tuple(
        (found, row["better"]) for row in said for found in _pattern(row["turn"]).finditer(text)
    )


def _months(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_MONTH.finditer(text)) if _CAPITAL_BEHIND.search(text) else ()


_MONTHS_IN_CAPITALS = LINES.scan(_months, Pattern("|".join(_MONTHS)))


def months_in_capitals(reading: Reading) -> Iterator[Diagnostic]:
    """Find « 6 Janvier 2026 »: a month has no capital. Names of streets and of schools are left."""
    for passage, found in reading.found(_MONTHS_IN_CAPITALS):
        if not _PLACE.search(passage.text[: found.start()]):
            words = {"turn": found.group(), "better": found.group().lower()}
            yield reading.tell("C790", passage, *found.span(), **words)


def _may_be(word: str) -> bool:
    return _signed().in_word(word)


@cache
def _signed() -> Signed:
    return signed(row["turn"] for row in table("turns")["turns"])


@cache
def _pattern(turn: str) -> Pattern:
    return Pattern(rf"(?<![\w-]){turn}(?![\w-])", re.IGNORECASE)


_TURNS = LINES.scan(_turns, _may_be, near=Near(REACH, REACH, _turns))
