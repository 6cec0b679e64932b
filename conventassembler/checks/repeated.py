"""C786: a paragraph that stands in one act twice."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from conventassembler.checks.passages import Passage, Reading
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Heading, ListItem, Paragraph
from conventassembler.french.folding import fold

_FEWEST = 15
"""Words below which a sentence may well come back: « Le comité se réunit une fois par an. »"""
_ALIKE = 0.96
_ENDS = 4
"""Words at the beginning or at the end that two paragraphs share if they are nearly the same."""


def paragraphs_said_once(reading: Reading) -> Iterator[Diagnostic]:
    """Find the paragraph of fifteen words and more that an act says twice, or nearly so.

    Case, accents, marks and spaces make no difference. Tables, recitals and the presentation of the
    parties, which repeat themselves by nature, are not read.
    """
    seen: dict[tuple[str, ...], list[tuple[list[str], str]]] = {}
    heading = ""
    for passage in reading.passages:
        if isinstance(passage.block, Heading):
            heading = passage.text.strip()
        words = _words(passage)
        if len(words) < _FEWEST:
            continue
        keys = (("<", *words[:_ENDS]), (">", *words[-_ENDS:]))
        near = [one for key in keys for one in seen.get(key, ())]
        first = next((where for other, where in near if _alike(other, words)), None)
        if first is not None:
            yield reading.tell("C786", passage, 0, len(passage.text), first=first or "–")
        for key in keys:
            seen.setdefault(key, []).append((words, heading))


def _words(passage: Passage) -> list[str]:
    block = passage.block
    role = getattr(block, "role", "body")
    if not isinstance(block, Paragraph | ListItem) or role not in ("body", "continuation"):
        return []
    return re.findall(r"\w+", fold(passage.text))


def _alike(one: list[str], other: list[str]) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    # What differs by one number or one name says something else: « l'axe 1 », « l'axe 2 ».
    return shorter == longer - 1 and SequenceMatcher(None, one, other).ratio() >= _ALIKE
