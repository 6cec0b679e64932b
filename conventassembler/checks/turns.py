"""C788 to C790: words of the law used of a contract, words that point to nothing, poor turns."""

import re
from collections.abc import Iterator
from functools import cache

from conventassembler.checks.passages import Passage, Reading
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Paragraph
from conventassembler.french.dates import MONTHS
from conventassembler.french.folding import fold
from conventassembler.french.tables import table

_ACTS = "accord|avenant|bail|charte|contrat|convention|entente|marché|pacte|protocole|transaction"
_PROVISIONS = re.compile(
    rf"\bdispositions (?:(?:du présent|de la présente|de ce|de cette|dudit|de ladite) (?:{_ACTS})"
    r"|des présentes)\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?P<noun>loi|code|décret|ordonnance|arrêté|délibération|convention|règlement|circulaire"
    r"|directive|protocole|accord|contrat|charte|schéma|avenant)s?(?: [^,;.:()]{1,60})??"
    r"[ ,]{1,2}(?P<said>précité|susvisé|susmentionné)e?s?\b",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b\d{{1,2}}(?:er)? (?:{'|'.join(one.title() for one in MONTHS)}) \d{{4}}\b")
_PLACE = re.compile(
    r"\b(?:rue|place|avenue|boulevard|quai|square|pont|cours|impasse|allée|cité|caserne|école"
    r"|collège|lycée|salle|stade|esplanade|rond-point|association)\b[^,.;]{0,30}$",
    re.IGNORECASE,
)


def stipulations(reading: Reading) -> Iterator[Diagnostic]:
    """Find « les dispositions de la présente convention »: laws dispose, contracts stipulate."""
    for passage in reading.passages:
        for found in _PROVISIONS.finditer(passage.text):
            yield reading.tell("C788", passage, *found.span(), words=found.group())


def cited_before(reading: Reading) -> Iterator[Diagnostic]:
    """Find « la loi précitée » where no law stands above, « susvisée » where no recital cites one.

    Bad: « l'arrêté susvisé » in an act whose recitals name no arrêté.
    """
    passages = reading.passages
    for rank, passage in enumerate(passages):
        for found in _CITED.finditer(passage.text):
            earlier = [one.text for one in passages[:rank]] + [passage.text[: found.start()]]
            if fold(found["said"]).startswith("susvise"):
                earlier = [one.text for one in passages if _is_recital(one)]
            noun = fold(found["noun"])
            if noun not in _words(" ".join(earlier)):
                told = {"said": found.group(), "noun": found["noun"].lower()}
                yield reading.tell("C789", passage, *found.span(), **told)


def _is_recital(passage: Passage) -> bool:
    return isinstance(passage.block, Paragraph) and passage.block.role == "recital"


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"\w+", fold(text))}


def turns_of_phrase(reading: Reading) -> Iterator[Diagnostic]:
    """Find the turns that a reader stumbles over or that may be read in two ways: « et/ou »."""
    for passage in reading.passages:
        if _is_recital(passage):
            continue
        for row in table("turns")["turns"] if _any_turn().search(passage.text) else ():
            for found in _pattern(row["turn"]).finditer(passage.text):
                words = {"turn": found.group(), "better": row["better"]}
                yield reading.tell("C790", passage, *found.span(), **words)


def months_in_capitals(reading: Reading) -> Iterator[Diagnostic]:
    """Find « 6 Janvier 2026 »: a month has no capital. Names of streets and of schools are left."""
    for passage in reading.passages:
        for found in _MONTH.finditer(passage.text):
            if not _PLACE.search(passage.text[: found.start()]):
                words = {"turn": found.group(), "better": found.group().lower()}
                yield reading.tell("C790", passage, *found.span(), **words)


@cache
def _any_turn() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['turn']})" for row in table("turns")["turns"]), re.I)


@cache
def _pattern(turn: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){turn}(?![\w-])", re.IGNORECASE)
