"""Where each line of an act stands: its articles, its annexes, the parts that have no number.

The draft is cut at its headings and at the roles of its paragraphs, whatever the outline: recitals
before the parties or behind them, a preamble with or without a title, sub-articles, annexes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass

from conventassembler.draft.model import (
    Block,
    Contents,
    Draft,
    Footnote,
    Heading,
    NewPage,
    Paragraph,
    SignatureGrid,
    Title,
)
from conventassembler.draft.plain import text_of, units

SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
PREAMBLE = "préambule"
ROLES = {
    "banner": "titre",
    "recital": "visas",
    "party-lead": "parties",
    "party": "parties",
    "signature-lead": "signature",
}
"""The part that a paragraph of each role stands in; a body, or the formula, where the last did."""
FRONT = {"titre", "visas", "parties", "sommaire"}
"""The parts behind which running text belongs to the preamble, not to them."""


def plain(text: str) -> str:
    """Return the words of a text, without regard to the typography of spaces and apostrophes."""
    return re.sub(r"\s+", " ", text.translate(SPACES))


def articles(draft: Draft) -> dict[str, str]:
    """Return the titles of the articles by their numbers, in order."""
    return _titles(block for block in draft.blocks if _is_article(block, draft))


def annexes(draft: Draft) -> dict[str, str]:
    """Return the titles of the annexes by their numbers, in order."""
    return _titles(
        block
        for block in draft.blocks
        if isinstance(block, Heading) and block.rank == "annex" and block.level == 1
    )


def places(draft: Draft) -> dict[str, str]:
    """Return the words of each place of an act, in reading order.

    A place is the number of an article or of what is below it (« 1 », « 1.1 »), « annexe 2 », a
    part without number by its name (« titre », « visas », « préambule »...) or by its heading in
    small letters, « signature ville » for where a party signs, « notes » for the notes at the foot
    of the pages. Words stand in every place that holds them: those of 1.1 in 1 too.
    """
    walk = _Walk(draft)
    for group in _groups(draft.blocks):
        walk.take(group)
    return {place: plain(" ".join(lines)) for place, lines in walk.found.items()}


@dataclass(slots=True)
class _Walk:
    draft: Draft
    found: dict[str, list[str]] = field(default_factory=dict)
    part: str = "titre"
    """The part that the walk is in; an article, an annex and what is below them are headings."""
    above: list[tuple[int, str]] = field(default_factory=list)
    """The headings that are open, with their levels."""

    def take(self, group: tuple[Block, ...]) -> None:
        """Put the words of a block, or of a run-in heading with its paragraph, in their places."""
        block = group[0]
        self._move(block)
        names = [self.part] if self.part else []
        names += [name for _, name in self.above]
        for name in dict.fromkeys(names):
            self.found.setdefault(name, []).extend(units(group))
        for note in _notes(group):
            for name in ("notes", *names):
                self.found.setdefault(name, []).append(text_of(note.inlines))
        if isinstance(block, SignatureGrid):
            self._sign(block)

    def _move(self, block: Block) -> None:
        """Leave the places that a block ends, and enter those that it begins."""
        match block:
            case Title():
                self._enter("titre")
            case Contents():
                self._enter("sommaire")
            case SignatureGrid():
                self._enter("signature")
            case Heading():
                self._head(block)
            case Paragraph() if block.role in ROLES:
                self._enter(ROLES[block.role])
            case NewPage() | Paragraph(role="formula"):
                pass
            case _ if self.part in FRONT and not self.above:
                self._enter(PREAMBLE)

    def _enter(self, part: str) -> None:
        self.part, self.above = part, []

    def _head(self, heading: Heading) -> None:
        name = text_of(heading.inlines).casefold()
        if heading.rank == "annex" and heading.level == 1:
            self._open("", heading, f"annexe {_number(heading)}")
        elif _is_article(heading, self.draft):
            self._open("", heading, _number(heading))
        elif heading.rank == "part" and heading.id.startswith("acte/"):
            self._enter(PREAMBLE if heading.id == "acte/preambule" else plain(name))
        elif heading.rank == "part" or (heading.level == 1 and self.part and not heading.label):
            self._open(PREAMBLE, heading, name)
        else:
            part = "" if heading.label else self.part
            self._open(part, heading, self._below(heading) or name)

    def _open(self, part: str, heading: Heading, name: str) -> None:
        self.part = part
        self.above = [one for one in self.above if one[0] < heading.level]
        self.above.append((heading.level, plain(name)))

    def _below(self, heading: Heading) -> str:
        """Return the number of a heading that goes on from the one above it: « 1.1 »."""
        number = _number(heading)
        higher = [name for level, name in self.above if level < heading.level]
        return number if higher and number.startswith(f"{higher[-1]}.") else ""

    def _sign(self, grid: SignatureGrid) -> None:
        for place in (one for row in grid.rows for one in row):
            said = [text_of(part) for part in (place.lead, place.capacity, place.name)]
            self.found.setdefault(f"signature {place.party}", []).extend(filter(None, said))


def _groups(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield each block, a run-in heading with the paragraph that goes on behind it."""
    heading: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading) and block.run_in:
            heading = block
            continue
        yield (block,) if heading is None else (heading, block)
        heading = None


def _notes(value: object) -> Iterator[Footnote]:
    """Yield the notes in a block, however deep."""
    if isinstance(value, Footnote):
        yield value
    elif isinstance(value, tuple):
        yield from (note for item in value for note in _notes(item))
    elif is_dataclass(value):
        yield from (note for one in fields(value) for note in _notes(getattr(value, one.name)))


def _is_article(block: Block, draft: Draft) -> bool:
    """Tell whether a block is the heading of an article: by its label, else by its level."""
    if not isinstance(block, Heading) or block.rank != "clause":
        return False
    if _says_article(block):
        return True
    labelled = any(isinstance(one, Heading) and _says_article(one) for one in draft.blocks)
    return block.level == 1 and bool(block.label) and not labelled


def _says_article(heading: Heading) -> bool:
    return heading.rank == "clause" and heading.label.casefold().startswith("article")


def _number(heading: Heading) -> str:
    """Return the number of a label, without the words before it: « Article 1er », « 1.1. »."""
    label = plain(heading.label)
    return re.sub(r"^(?:article|annexe) ", "", label, flags=re.IGNORECASE).rstrip(".")


def _titles(headings: Iterable[Block]) -> dict[str, str]:
    return {
        _number(one): plain(text_of(one.inlines)) for one in headings if isinstance(one, Heading)
    }
