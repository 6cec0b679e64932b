"""C774 and C775: acronyms that are never developed, or that are spelt in two ways."""

import re
from collections import Counter
from collections.abc import Iterator

from conventassembler.checks.passages import Passage, Reading
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Heading, Title
from conventassembler.french.folding import fold
from conventassembler.french.tables import table
from conventassembler.values import Identifier

_ACRONYM = re.compile(r"(?<![\w@.-])[A-Z][A-Za-z]{1,6}(?![\w@-])")
_SHORT = 3
"""Letters up to which two acronyms are alike by chance."""
_IN_BRACKETS = re.compile(r"\(\s?«?\s?([A-Z][A-Za-z]{2,6})\s?»?\s?[),;]")


def acronyms_developed(reading: Reading) -> Iterator[Diagnostic]:
    """Find the acronym that the act never develops, of those whose words the tool knows.

    Bad: « conformément au RGPD » and nothing else. Good: « le règlement général sur la protection
    des données (RGPD) » the first time, « le RGPD » then. Those that everybody knows (TVA, SIRET)
    and the names of bodies are in no table, and are left alone.
    """
    known: dict[str, str] = table("acronyms")["acronyms"]
    act = fold(" ".join(one.text for one in reading.passages))
    told = {name for name, words in known.items() if _is_developed(name, words, act)}
    for passage in reading.passages:
        if isinstance(passage.block, Title):
            continue
        for found in _ACRONYM.finditer(passage.text):
            name = found.group().upper()
            if name in known and name not in told and not passage.is_derived(found.start()):
                told.add(name)
                words = {"acronym": found.group(), "words": known[name]}
                yield reading.tell("C774", passage, *found.span(), **words)


def _is_developed(name: str, words: str, act: str) -> bool:
    """Tell whether an act says what an acronym stands for, or puts it behind other words of it."""
    return fold(words) in act or f"({name.lower()}" in act


def acronyms_spelt_alike(reading: Reading) -> Iterator[Diagnostic]:
    """Find the acronym that an act spells in two ways: « CTG » and « Ctg ».

    It is told where it is spelt as it is less often. Only what stands in brackets behind its words
    somewhere in the act is an acronym for sure: « DIJON » on an envelope is the name of Dijon.
    Two letters exchanged are told too, « ASLH » for « ALSH », unless each is developed.
    """
    names = {
        found[1].upper()
        for passage in reading.passages
        for found in _IN_BRACKETS.finditer(passage.text)
        if any(mark.isupper() for mark in found[1][1:]) or found[1].upper() in _known()
    }
    used = [one for one in _used(reading) if one[1].group().upper() in names]
    spelt = Counter(found.group() for _, found in used)
    for passage, found in used:
        ways = [way for way in spelt if way.upper() == found.group().upper()]
        best = max(ways, key=lambda way: spelt[way])
        if best != found.group():
            words = {"acronym": found.group(), "usual": best}
            yield reading.tell("C775", passage, *found.span(), **words)
    yield from _letters_exchanged(reading, names)


def _letters_exchanged(reading: Reading, names: set[str]) -> Iterator[Diagnostic]:
    """Find what has the letters of an acronym of the act in another order, and is none."""
    letters = {tuple(sorted(name)): name for name in names | _known() if len(name) > _SHORT}
    used = [one for one in _used(reading) if one[1].group().isupper()]
    spelt = {found.group() for _, found in used}
    for passage, found in used:
        word = found.group()
        meant = letters.get(tuple(sorted(word)), word)
        if meant != word and meant in spelt and word not in names | _known():
            yield reading.tell("C775", passage, *found.span(), acronym=word, usual=meant)


def _known() -> set[str]:
    return set(table("acronyms")["acronyms"])


def _used(reading: Reading) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in reading.passages:
        if isinstance(passage.block, Heading) and passage.block.capitals:
            continue
        for found in _ACRONYM.finditer(passage.text):
            if not isinstance(reading.value(passage, found.start()), Identifier):
                yield passage, found
