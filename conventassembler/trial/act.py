"""The act of a trial: an agreement of one clause, and a library that holds nothing else.

What the clause refers to stands in it as headings without text, so that each number is a real one.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from conventassembler.agreement.model import Agreement, Argument, Entry, Group, Party
from conventassembler.diagnostics import Position
from conventassembler.draft.clause import CompiledClause
from conventassembler.draft.model import Block, Paragraph
from conventassembler.frozen import dataclass
from conventassembler.library.model import Library, Model, Variant
from conventassembler.source import identifier
from conventassembler.trial.choice import stands_in_a_preamble, writes_a_party
from conventassembler.values import Origin, RichText, Text


@dataclass(frozen=True, slots=True)
class Stage:
    """Where in an act the clause is tried."""

    variant: Variant
    model: Model
    of_party: bool
    """Whether it writes the block of a party."""
    heading: bool
    """Whether it is an article, with a heading and a number."""

    @property
    def name(self) -> str:
        """The id that the clause has as an article: what it would refer to itself by."""
        return identifier(self.variant.family)

    def library(self, whole: Library) -> Library:
        """Return the library of the clause alone: no fault of another one can reach it.

        Its neighbours are left out: a trial is no choice that they could forbid.
        """
        alone = replace(self.variant, requires=(), excludes=())
        part = Text("clauses" if self.heading else "préambule", Origin("order"))
        outline = replace(self.model, order=(part,))
        return replace(
            whole,
            variants={alone.id: alone},
            models={outline.id: outline},
            codes={},
            texts={},
            unread=frozenset(),
        )

    def agreement(
        self,
        values: Sequence[Argument],
        parties: Sequence[Party],
        others: Collection[str],
        groups: Sequence[Group] = (),
    ) -> Agreement:
        """Return the act between `parties`, with a heading for each of the `others`.

        What the model proposes as an annex is one.
        """
        place = Position(self.variant.file)
        clause = Text(self.variant.id, Origin("clause"))
        entry = (Entry(place, clause, values=tuple(values), path=f"clauses[{self.name}]"),)
        annexes = {identifier(_named(entry)) for entry in self.model.proposal.annexes}
        headings = tuple(_heading(name, place) for name in others)
        joined = tuple(one for one in headings if identifier(str(one.anchor)) in annexes)
        headings = tuple(one for one in headings if one not in joined)
        return Agreement(
            name=self.variant.id,
            file=f"try {self.variant.id}",
            position=place,
            model=Text(self.model.id, Origin("model")),
            title=self.variant.title,
            parties=tuple(parties),
            groups=tuple(groups),
            preamble=() if self.heading else entry,
            clauses=(*entry, *headings) if self.heading else headings,
            annexes=joined,
        )

    def shown(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Return the blocks of the clause among those of the act, its heading with them."""
        blocks = [one for one in blocks if not one.id.startswith("acte/")]
        if self.of_party:
            return tuple(map(_of_party, blocks))
        if not self.heading:
            return tuple(blocks)
        below = f"{self.name}/"
        return tuple(one for one in blocks if one.id == self.name or one.id.startswith(below))


def _heading(name: str, place: Position) -> Entry:
    origin = Origin("title")
    return Entry(
        place, title=Text(name, origin), anchor=Text(name, origin), text=RichText(name, origin)
    )


def _named(entry: Entry) -> str:
    """Return what names an entry: its anchor, else the family of its clause."""
    return str(entry.anchor or entry.clause or "").partition("/")[0]


def _of_party(block: Block) -> Block:
    """Return a paragraph in the looks that the party blocks of an act have."""
    if isinstance(block, Paragraph) and block.role == "body":
        return replace(block, role="party")
    return block


def stage(library: Library, variant: Variant, model: Model) -> Stage:
    """Return where the variant is tried: as an article, in a preamble, as the block of a party."""
    of_party = writes_a_party(library, variant)
    return Stage(variant, model, of_party, not of_party and not stands_in_a_preamble(variant))


def referred(clause: CompiledClause, own: str, families: Iterable[str]) -> tuple[str, ...]:
    """Return the names that the clause refers to, or asks about, its `own` excepted.

    A family is named as its folder is.
    """
    folders = {identifier(family): family for family in families}
    targets = (*(use.target for use in clause.references), *clause.tested)
    names = (name for name in dict.fromkeys(map(identifier, targets)) if name != own)
    return tuple(folders.get(name, name) for name in names)
