"""C769 and C770: an act that calls itself something else than what its model makes it."""

import re
from collections.abc import Iterator

from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import LINES, Near
from conventassembler.checks.starts import matches
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Title
from conventassembler.french.folding import fold
from conventassembler.keeping import kept
from conventassembler.nearness import close_matches
from conventassembler.patterns import Pattern

_NAMES = (
    "accord", "avenant", "bail", "charte", "contrat", "convention", "entente", "marché", "pacte",
    "protocole", "transaction",
)  # fmt: skip
"""The names that an act has and that mean nothing else behind « le présent »."""
_NEAR = 0.85
"""How like the name of the act a word is that was meant for it."""
_PRESENT = Pattern(
    rf"\b(?P<lead>(?:l[ea]|du|au|de la|à la|ce|cette|l'un ou l'autre du) présente?) "
    rf"(?P<name>{'|'.join(_NAMES)})\b(?![- ]cadre)",
    re.IGNORECASE,
)

_NAMED = Pattern(rf"présente? (?:{'|'.join(_NAMES)})\b", re.IGNORECASE)
_BEFORE = (19, 6, 5, 3)
"""How long what leads to « présent » is, « l'un ou l'autre du », « de la », « à la », « la »."""


def _presents(text: str) -> tuple[re.Match[str], ...]:
    found = [one.start() for one in _NAMED.finditer(text)]
    starts = [at - before for at in found for before in _BEFORE if before <= at]
    return tuple(matches(_PRESENT, text, starts))


_PRESENTS = LINES.scan(
    _presents, Pattern(r"\Aprésente?\Z", re.IGNORECASE), near=Near(5, 2, _presents)
)


def _own_name(reading: Reading) -> str:
    return _first_word(str(reading.resolved.act.noun.text))


@kept
def _first_word(name: str) -> str:
    return re.split(r"[\s-]", name, maxsplit=1)[0].lower()


def titled_as_it_is(reading: Reading) -> Iterator[Diagnostic]:
    """Find the title that names another act than the model: « Convention » over a protocole.

    Its lines may name both: « Pacte de solidarité » above « Convention d'appui » is a convention. A
    slip in the name is told as well: « Protcole ».
    """
    own = _own_name(reading)
    titles = [one for one in reading.passages if type(one.block) is Title]
    words = [re.findall(r"\w+", one.text.lower()) for one in titles]
    first = words[0][0] if words and words[0] else ""
    is_meant = _is_near(fold(first), fold(own))
    is_own = any(own in line for line in words)
    if (first in _NAMES or is_meant) and not is_own and fold(first) != fold(own):
        yield reading.tell("C769", titles[0], 0, len(first), name=first, own=own)


@kept
def _is_near(word: str, name: str) -> bool:
    return word == name or bool(close_matches(word, [name], 1, _NEAR))


def called_as_it_is(reading: Reading) -> Iterator[Diagnostic]:
    """Find « la présente convention » typed in an act that is a protocole.

    What a clause writes with `acte.le_present` is always right, and is not read.
    """
    own = fold(_own_name(reading))
    for passage, found in reading.found(_PRESENTS):
        at = found.start("name")
        if fold(found["name"]) != own and not passage.is_derived(at):
            told = {"words": found.group(), "own": reading.resolved.act.noun.text}
            yield reading.tell("C770", passage, *found.span(), **told)
