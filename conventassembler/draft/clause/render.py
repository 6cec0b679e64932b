"""A compiled clause and its values -> blocks of the draft.

The clause is run, what it says becomes plain data, and of that blocks are made (`growing`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause.events import FaultError, Turn, Value, diagnose, events
from conventassembler.draft.clause.growing import Problem, grown, problems_of
from conventassembler.draft.clause.program import CompiledClause
from conventassembler.draft.clause.said import Said, SaidRich, said_of
from conventassembler.draft.clause.sandbox import is_missing, is_nothing
from conventassembler.draft.clause.shown import Filters, pieces_of
from conventassembler.draft.model import Block, Provenance
from conventassembler.frozen import dataclass
from conventassembler.library.model import TERM_END
from conventassembler.values import RichText


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
    run = _Run(clause, context, filters)
    try:
        for event in events(clause, context, filters):
            run.take(event)
    except FaultError as stop:
        problems = problems_of(clause, instance, run.said)
        return (), (*run.told(problems), stop.diagnostic)
    blocks, problems = grown(clause, instance, provenance, term_end, tuple(run.said))
    return blocks, run.told(problems)


@dataclass(slots=True)
class _Run:
    """What a clause says with the values of one act, and what is wrong with these."""

    clause: CompiledClause
    context: Mapping[str, object]
    filters: Filters
    said: list[Said] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    """Each with the rank of what was said behind it."""
    typed: list[tuple[int, Position]] = field(default_factory=list)
    """For each text in Markdown, its rank in all that was said, and where it was typed."""

    def take(self, event: int | Value | Turn) -> None:
        """Take one event."""
        if isinstance(event, int):
            self.said.append(event)
        elif isinstance(event, Turn):
            self.said.append(_key_of(event.element))
        elif isinstance(event.value, RichText):
            self._rich(event.tag, event.value)
        else:
            self._value(event.tag, event.value)

    def told(self, problems: Iterable[Problem]) -> tuple[Diagnostic, ...]:
        """Return what is wrong, in the order in which it was said."""
        placed = [(*self.typed[text], one) for text, one in problems]
        found = [*self.faults, *((rank, replace(one, position=at)) for rank, at, one in placed)]
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))

    def _tell(self, finding: Diagnostic) -> None:
        self.faults.append((len(self.said), finding))

    def _rich(self, tag: int, text: RichText) -> None:
        self.typed.append((len(self.said), text.origin.position or self._position(tag)))
        self.said.append(SaidRich(tag, str(text), text.origin.path))

    def _value(self, tag: int, value: object) -> None:
        if is_nothing(value):
            return
        if value is None:
            self._tell(fault("C355", self._position(tag), tag=self.clause.tags[tag].text))
            return
        try:
            if is_missing(value):
                str(value)  # raises what says the name
            pieces = pieces_of(value, self.filters)
        except Exception as error:  # whatever a form of a party raises is told at the tag
            self._tell(diagnose(error, self.clause, tag, self.context))
            return
        if not any(pieces):
            self._hole(tag)
        self.said.append((tag, said_of(pieces)))

    def _hole(self, tag: int) -> None:
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


def _key_of(element: object) -> str:
    """Return the id of a record, empty where it has none: then its index names it."""
    for name in ("id", "repere"):
        found = element.get(name) if isinstance(element, Mapping) else getattr(element, name, None)
        if isinstance(found, str) and found.strip():
            return "-".join(found.replace("/", " ").split())
    return ""
