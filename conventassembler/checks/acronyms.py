"""C774 and C775: acronyms that are never developed, or that are spelt in two ways."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.scans import LINES
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Heading, Title
from conventassembler.french.folding import fold
from conventassembler.french.tables import table
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.values import Identifier

_ACRONYM = Pattern(r"[A-Z](?<![\w@.-].)[A-Za-z]{1,6}+(?![\w@-])")
_SHORT = 3
"""Letters up to which two acronyms are alike by chance."""
_IN_BRACKETS = Pattern(r"\(\s?«?\s?([A-Z][A-Za-z]{2,6})\s?»?\s?[),;]")


def acronyms_developed(reading: Reading) -> Iterator[Diagnostic]:
    """Find the acronym that the act never develops, of those whose words the tool knows.

    Bad: « conformément au RGPD » and nothing else. Good: « le règlement général sur la protection
    des données (RGPD) » the first time, « le RGPD » then. Those that everybody knows (TVA, SIRET)
    and the names of bodies are in no table, and are left alone.
    """
    known = _known()
    told: set[str] = set()
    # What most acts do: its words, then the acronym in brackets. No other way needs be looked for.
    developed = {name for _, name in reading.found(_DEVELOPED)}
    for passage, found in reading.found(_KNOWN_ACRONYMS):
        name = found.upper
        if isinstance(passage.block, Title) or name in told or passage.is_derived(found.start):
            continue
        told.add(name)
        if name not in developed and not _is_developed(name, known[name], reading.folded):
            words = {"acronym": found.word, "words": known[name]}
            yield reading.tell("C774", passage, *found.span, **words)


def _known_acronyms(text: str) -> tuple["_Spelt", ...]:
    known = _known()
    return tuple([one for one in _spelt(text) if one.upper in known])


_KNOWN_ACRONYMS = LINES.scan(_known_acronyms, _known_acronyms)


def _is_developed(name: str, words: str, act: str) -> bool:
    """Tell whether an act says what an acronym stands for, or puts it behind other words of it."""
    return fold(words) in act or f"({name.lower()}" in act


def acronyms_spelt_alike(reading: Reading) -> Iterator[Diagnostic]:
    """Find the acronym that an act spells in two ways: « CTG » and « Ctg ».

    It is told where it is spelt as it is less often. Only what stands in brackets behind its words
    somewhere in the act is an acronym for sure: « DIJON » on an envelope is the name of Dijon.
    Two letters exchanged are told too, « ASLH » for « ALSH », unless each is developed.
    """
    names = {name for _, name in reading.found(_DEVELOPED)}
    ways_of: dict[str, list[str]] = {}
    for way in reading.told(_SPELT) if names else ():
        ways_of.setdefault(way.upper(), []).append(way)
    varied = {name for name in names if len(ways_of.get(name, ())) > 1}
    used = [one for one in _used(reading, varied) if _is_word(reading, *one)]
    spelt = Counter(one.word for _, one in used)
    for passage, found in used:
        ways = [way for way in spelt if way.upper() == found.upper]
        best = max(ways, key=lambda way: spelt[way])
        if best != found.word:
            words = {"acronym": found.word, "usual": best}
            yield reading.tell("C775", passage, *found.span, **words)
    yield from _letters_exchanged(reading, names)


def _letters_exchanged(reading: Reading, names: set[str]) -> Iterator[Diagnostic]:
    """Find what has the letters of an acronym of the act in another order, and is none."""
    own = {_letters(name): name for name in sorted(names) if len(name) > _SHORT}
    letters = {**_known_letters(), **own}
    said = [one for one in reading.told(_SPELT) if len(one) > _SHORT and one.isupper()]
    meant = {word: letters.get(_letters(word), word) for word in said}
    exchanged = {one for one in said if meant[one] != one and one not in {*names, *_known()}}
    if not exchanged:
        return
    used = list(_used(reading, {*exchanged, *(meant[one] for one in exchanged)}, capitals=True))
    for passage, one in used:
        if one.word not in exchanged or not _is_word(reading, passage, one):
            continue
        right = meant[one.word]
        if any(each.word == right and _is_word(reading, other, each) for other, each in used):
            yield reading.tell("C775", passage, *one.span, acronym=one.word, usual=right)


def _used(
    reading: Reading, names: Set[str], *, capitals: bool = False
) -> Iterator[tuple[Passage, "_Spelt"]]:
    """Yield the words that are spelt as one of the acronyms `names`, in letters of any case."""
    for passage in reading.passages if names else ():
        for one in _spelt(passage.text):
            if one.upper in names and not (capitals and one.word != one.upper):
                yield passage, one


@cache
def _known_letters() -> Mapping[str, str]:
    return {_letters(name): name for name in sorted(_known()) if len(name) > _SHORT}


def _known() -> Mapping[str, str]:
    known: Mapping[str, str] = table("acronyms")["acronyms"]
    return known


class _Spelt(NamedTuple):
    """A word that is spelt as an acronym may be."""

    start: int
    word: str
    upper: str
    """The same in capitals."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.start + len(self.word)


@kept
def _letters(word: str) -> str:
    return "".join(sorted(word))


def _spelt(text: str) -> Sequence[_Spelt]:
    return [_Spelt(one.start(), one[0], one[0].upper()) for one in _ACRONYM.finditer(text)]


def _long_enough(word: str) -> Sequence[str]:
    """Return what a word may be another way of spelling of: what stands in brackets is as long."""
    return [one.word for one in _spelt(word) if len(one.word) >= _SHORT]


def _developed(text: str) -> tuple[str, ...]:
    """Return the acronyms in brackets, in capitals, which are some for sure."""
    found = [one[1] for one in _IN_BRACKETS.finditer(text)]
    capitals = [any(mark.isupper() for mark in one[1:]) for one in found]
    said = [one.upper() for one in found]
    ways = zip(said, capitals, strict=True)
    known = [one for one, sure in ways if sure or one in _known()]
    return tuple(one for one in known if one not in _ARTICLES)


_ARTICLES = frozenset(("LA", "LE", "LES"))
"""« ESSARTS (LES) », as registers sort names."""


_DEVELOPED = LINES.scan(_developed, "(")
_SPELT = LINES.words(_long_enough)


def _is_word(reading: Reading, passage: Passage, one: _Spelt) -> bool:
    """Tell whether a word is no identifier, and in no heading that has capitals anyway."""
    if isinstance(passage.block, Heading) and passage.block.capitals:
        return False
    return not isinstance(reading.value(passage, one.start), Identifier)
