"""The articles of a finished draft, each with its text and with what its heading announces."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Position
from conventassembler.draft.lines import lines
from conventassembler.draft.model import Blank, Block, Heading, Paragraph, SignatureGrid
from conventassembler.draft.places import place_of
from conventassembler.draft.plain import text_of
from conventassembler.french.folding import fold
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept

_AND = re.compile(r" et | [–-] |[,:;/]")
_OPENING = re.compile(
    r"\A(?:l[ae]s?\s+|l\s+)?(?:(?:modalites|conditions|regles|clauses?)\s+(?=d))?"
    r"(?:d[eu]s?\s+|d\s+)?(?:l[ae]s?\s+|l\s+)?"
)
"""What may stand before the word that tells what a heading is about."""
_OF_THE_ACT = re.compile(
    r"\s+(?:d[eu]|des|entre)(?: l[ae]s?| l)?(?: presente?s?)?"
    r" (?:convention|protocole|acte|accord|contrat|pacte|charte|partenariat|parties)\b.*"
)
"""What may stand behind it: « de la présente convention »."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading that announces a topic, of an entry or inside a clause, with what stands below."""

    position: Position
    """Where the heading was typed; the entry for that of the library, the clause for one in it."""
    title: str
    lines: tuple[str, ...]
    """The words below its heading, line by line."""
    topics: tuple[str, ...]
    """What its heading announces, as the table of topics calls it: « duree »."""
    whole: bool
    """Whether nothing in it is still to be given."""

    @property
    def text(self) -> str:
        """The words below its heading, with plain spaces."""
        return re.sub(r"[^\S\n]+", " ", "\n".join(self.lines))


def topics() -> Mapping[str, Any]:
    """Return the table of topics: what a heading is about, and the words that tell it."""
    found: Mapping[str, Any] = table("topics")["topics"]
    return found


@kept
def topics_of(title: str) -> tuple[str, ...]:
    """Return the topics that a heading announces, none for a heading of its own.

    « Durée et renouvellement » announces two; « Les objectifs partagés », none.
    """
    folded = (fold(part) for part in _AND.split(" ".join(title.split())))
    parts = [_OF_THE_ACT.sub("", _OPENING.sub("", part)) for part in folded]
    return tuple(
        name
        for name, row in topics().items()
        if any(re.fullmatch(one, part) for one in row["headings"] for part in parts)
    )


def says(section: Section, topic: str) -> bool:
    """Tell whether the text of a section has a word of the topic."""
    # Most often one line tells it, and lines come back in other acts.
    return any(_says(line, topic) for line in section.lines) or _has_word(section.text, topic)


@kept
def _says(line: str, topic: str) -> bool:
    return _has_word(line, topic)


def _has_word(text: str, topic: str) -> bool:
    said = fold(text)
    return any(re.search(rf"(?<!\w)(?:{one})", said) for one in topics()[topic]["words"])


def sections(reading: Reading) -> Sequence[Section]:
    """Return what stands below each heading that announces a topic, in the order of the text."""
    return tuple(_sections(reading))


def _sections(reading: Reading) -> Iterator[Section]:
    draft = reading.draft
    for start, block in enumerate(draft.blocks):
        if not isinstance(block, Heading) or block.rank == "part":
            continue
        title = text_of(block.inlines)
        if announced := topics_of(title):
            below = _below(draft.blocks, start)
            inlines = tuple(lines(below))
            waits = any(isinstance(one, Blank) for line in inlines for one in line)
            said = tuple(map(text_of, inlines))
            yield Section(_place(block, reading), title, said, announced, not waits)


def _place(heading: Heading, reading: Reading) -> Position:
    instance = next((one for one in reading.instances if one.id == heading.id), None)
    if instance is not None:
        return place_of(instance.entry.title, instance.entry.position)
    made = heading.provenance
    return Position(made.file or reading.resolved.agreement.file, max(1, made.line))


def _below(blocks: tuple[Block, ...], start: int) -> tuple[Block, ...]:
    """Return the blocks below a heading, those of deeper headings too."""
    heading = blocks[start]
    assert isinstance(heading, Heading)
    end = start + 1
    while end < len(blocks):
        block = blocks[end]
        if _ends(block, heading):
            break
        end += 1
    return blocks[start + 1 : end]


def _ends(block: Block, heading: Heading) -> bool:
    """Tell whether what stands below a heading ends before `block`: a heading, or the signature."""
    if isinstance(block, Heading):
        return block.level <= heading.level or block.rank != heading.rank
    is_lead = isinstance(block, Paragraph) and block.role == "signature-lead"
    return is_lead or isinstance(block, SignatureGrid)
