"""A compiled clause and its values -> blocks of the draft.

The clause is run, what it says becomes plain data, and of that blocks are made (`growing`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import field

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause.casts import blocks_with
from conventassembler.draft.clause.events import FaultError, diagnose, run
from conventassembler.draft.clause.growing import Problem, grown, problems_of
from conventassembler.draft.clause.program import CompiledClause
from conventassembler.draft.clause.reads import witnesses
from conventassembler.draft.clause.said import (
    Said,
    SaidRich,
    Told,
    said_again,
    said_by_itself,
)
from conventassembler.draft.clause.sandbox import is_missing, is_nothing
from conventassembler.draft.clause.shown import Filters, pieces_again
from conventassembler.draft.model import Block, Provenance
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import Memory
from conventassembler.library.model import TERM_END
from conventassembler.values import Fragment, RichText


def render_clause(
    clause: CompiledClause,
    context: Mapping[str, object],
    *,
    instance: str,
    provenance: Provenance,
    filters: Filters,
    term_end: str = TERM_END,
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of one use of a clause, and what is wrong with its values.

    `instance` begins every id; `provenance` is every block's, with the block's own line. A
    definition in running text follows its term behind `term_end`. No block comes back when an
    expression cannot be computed.
    """
    read = witnesses(clause, context)
    seen = (filters, instance, provenance, term_end, *read)
    if read and (known := _rendered.of(seen)) is not None:
        return known, ()
    blocks, found = _render(_Taking(clause, context, filters), instance, provenance, term_end)
    if read and not found:  # what is wrong may name anything of the act: it is found anew in each
        _rendered.keep(seen, blocks)
    return blocks, found


_rendered: Memory[tuple[Block, ...]] = Memory()


def _render(
    taking: "_Taking", instance: str, provenance: Provenance, term_end: str
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    clause, said = taking.clause, taking.said
    try:
        run(clause, taking.context, taking.filters, taking)
    except FaultError as stop:
        return (), (*taking.told(problems_of(clause, instance, said)), stop.diagnostic)
    casts, problems = grown(clause, instance, provenance, term_end, tuple(said))
    return blocks_with(casts, *taking.words), taking.told(problems)


@dataclass(slots=True)
class _Taking:
    """What a clause says with the values of one act, and what is wrong with these."""

    clause: CompiledClause
    context: Mapping[str, object]
    filters: Filters
    said: list[Said] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """What is said apart from it."""
    faults: list[Problem] = field(default_factory=list)
    """Each with the rank of what was said behind it."""
    typed: list[tuple[int, Position]] = field(default_factory=list)
    """For each text in Markdown, its rank in all that was said, and where it was typed."""

    last: int = 0

    def show(self, tag: int, value: object) -> Said | None:
        """Return what a tag says of a value, None where it says nothing."""
        self.last = tag
        if type(value) is Fragment:
            return self._say(tag, value.pieces, said_again(value.pieces))
        if type(value) is str:  # as most are that a filter makes
            return self._say(tag, (value,), said_by_itself(value))
        if isinstance(value, RichText):
            self.typed.append((len(self.said), value.origin.position or self._position(tag)))
            return SaidRich(tag, str(value), value.origin.path)
        return self._value(tag, value)

    def turn(self, tag: int, element: object) -> str:
        """Return the id of the record that a loop turns to, empty where it has none.

        Then its index names it.
        """
        self.last = tag
        for name in ("id", "repere"):
            if isinstance(element, Mapping):
                found = element.get(name)
            else:
                found = getattr(element, name, None)
            if isinstance(found, str) and found.strip():
                return "-".join(found.replace("/", " ").split())
        return ""

    def told(self, problems: Sequence[Problem]) -> tuple[Diagnostic, ...]:
        """Return what is wrong, in the order in which it was said."""
        if not (problems or self.faults):
            return ()
        placed = [(*self.typed[text], one) for text, one in problems]
        found = [*self.faults, *((rank, replace(one, position=at)) for rank, at, one in placed)]
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))

    def _tell(self, finding: Diagnostic) -> None:
        self.faults.append((len(self.said), finding))

    def _value(self, tag: int, value: object) -> Said | None:
        if is_nothing(value):
            return None
        if value is None:
            self._tell(fault("C355", self._position(tag), tag=self.clause.tags[tag].text))
            return None
        try:
            if is_missing(value):
                str(value)  # raises what says the name
            pieces = pieces_again(value, self.filters)
        except Exception as error:  # whatever a form of a party raises is told at the tag
            self._tell(diagnose(error, self.clause, tag, self.context))
            return None
        return self._say(tag, pieces, said_again(pieces))

    def _say(self, tag: int, pieces: tuple[str, ...], told: Told) -> Said:
        said, words = told
        if not (words or any(pieces)):
            self._missing(tag)
        self.words += words
        return tag, said

    def _missing(self, tag: int) -> None:
        """Tell a tag that asks a party for what it has not: its sentence would have a hole."""
        place = self.clause.tags[tag]
        name, _, form = place.expression.partition(".")
        party = getattr(self.context.get(name), "id", "")
        if party and form.isidentifier():
            place_, words = self._position(tag), {"tag": place.text, "form": form}
            self._tell(fault("C447", place_, party=party, **words))

    def _position(self, tag: int) -> Position:
        place = self.clause.tags[tag]
        return Position(self.clause.file, place.line, place.column)
