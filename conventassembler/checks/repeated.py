"""C786: a paragraph that stands in one act twice."""

from collections.abc import Iterator

from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.scans import LINES
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Block, Heading, ListItem, Paragraph
from conventassembler.french.folding import fold
from conventassembler.frozen import dataclass
from conventassembler.nearness import likeness
from conventassembler.patterns import Pattern

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
    seen: dict[str, list[tuple[_Long, Passage]]] = {}
    for passage, long in reading.found(_PARAGRAPHS):
        if not _is_prose(passage.block):
            continue
        near = [one for key in long.ends if key in seen for one in seen[key]]
        first = next((one for other, one in near if _alike(other.words, long.words)), None)
        if first is not None:
            heading = _heading(reading, first)
            yield reading.tell("C786", passage, 0, len(passage.text), first=heading or "–")
        for key in long.ends:
            seen.setdefault(key, []).append((long, passage))


def _heading(reading: Reading, passage: Passage) -> str:
    """Return the last heading above a passage."""
    above = reversed(reading.passages[: passage.rank])
    return next((one.text.strip() for one in above if isinstance(one.block, Heading)), "")


@dataclass(frozen=True, slots=True)
class _Long:
    """A line that is long enough to be a paragraph."""

    folded: str
    ends: tuple[str, str]
    """Its first words and its last, by which it is looked for."""

    @property
    def words(self) -> list[str]:
        return _WORD.findall(self.folded)


def _long(text: str) -> tuple[_Long, ...]:
    folded = fold(text)
    if len(folded) < 2 * _FEWEST - 1:
        return ()
    words = _WORD.findall(folded)
    ends = (f"< {' '.join(words[:_ENDS])}", f"> {' '.join(words[-_ENDS:])}")
    return (_Long(folded, ends),) if len(words) >= _FEWEST else ()


_WORD = Pattern(r"\w+")
_PARAGRAPHS = LINES.scan(_long)


def _is_prose(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.role in ("body", "continuation")
    return isinstance(block, ListItem)


def _alike(one: list[str], other: list[str]) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    # What differs by one number or one name says something else: « l'axe 1 », « l'axe 2 ».
    return shorter == longer - 1 and likeness(one, other) >= _ALIKE
