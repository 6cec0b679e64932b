"""A compiled clause and its values -> blocks of the draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause.compiling import compile_clause
from conventassembler.draft.clause.events import FaultError, Run, Turn, Value, diagnose, events
from conventassembler.draft.clause.finish import blocks_of
from conventassembler.draft.clause.growth import Grower, Growth
from conventassembler.draft.clause.program import CompiledClause
from conventassembler.draft.clause.sandbox import is_missing, is_nothing
from conventassembler.draft.clause.shown import Filters, inlines_of, pieces_of
from conventassembler.draft.model import Block, Footnote, Provenance, ValueMark
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
    rendering = _Rendering(clause, context, filters, Grower(instance, clause.nodes))
    try:
        for event in events(clause, context, filters):
            rendering.take(event)
    except FaultError as stop:
        return (), (*rendering.faults, stop.diagnostic)
    return blocks_of(rendering.grower.root, provenance, term_end), tuple(rendering.faults)


@dataclass(slots=True)
class _Rendering:
    clause: CompiledClause
    context: Mapping[str, object]
    filters: Filters
    grower: Grower
    faults: list[Diagnostic] = field(default_factory=list)

    def take(self, event: Run | Value | Turn) -> None:
        """Take one event."""
        if isinstance(event, Run):
            for verb, argument in event.operations:
                self.grower.do(verb, argument)
        elif isinstance(event, Turn):
            self.grower.turn(event.element)
        elif isinstance(event.value, RichText):
            self._rich(event.tag, event.value)
        else:
            self._value(event.tag, event.value)

    def _value(self, tag: int, value: object) -> None:
        place = self.clause.tags[tag]
        if is_nothing(value):
            return
        if value is None:
            self.faults.append(fault("C355", self._position(tag), tag=place.text))
            return
        try:
            if is_missing(value):
                str(value)  # raises what says the name
            pieces = pieces_of(value, self.filters)
        except Exception as error:  # whatever a form of a party raises is told at the tag
            self.faults.append(diagnose(error, self.clause, tag, self.context))
            return
        if not any(pieces):
            self._hole(tag)
        for piece in pieces:
            self.grower.top.inlines += inlines_of(piece, place.expression, **self.grower.style)

    def _hole(self, tag: int) -> None:
        """Tell a tag that asks a party for what it has not: its sentence would have a hole."""
        place = self.clause.tags[tag]
        name, _, form = place.expression.partition(".")
        party = getattr(self.context.get(name), "id", "")
        if party and form.isidentifier():
            place_, words = self._position(tag), {"tag": place.text, "form": form}
            self.faults.append(fault("C447", place_, party=party, **words))

    def _position(self, tag: int) -> Position:
        place = self.clause.tags[tag]
        return Position(self.clause.file, place.line, place.column)

    def _rich(self, tag: int, text: RichText) -> None:
        """Put a rich text in: as blocks where it is alone in its paragraph, else as inlines."""
        place = self.clause.tags[tag]
        position = text.origin.position or self._position(tag)
        compiled, faults = _compiled(str(text))
        # Where the lines of a YAML value begin is not known here: the value is shown, not the line.
        self.faults.extend(replace(found, position=position) for found in faults)
        if compiled is None:
            return
        if any(node.kind in ("record", "page") or node.widths for node in compiled.nodes):
            lines = map(str.strip, text.splitlines())
            typed = next(line for line in lines if line.startswith(":::"))
            self.faults.append(fault("C364", position, typed=typed))
        elif code := self._put_in(self._grown(compiled, text, tag)):
            self.faults.append(fault(code, position, tag=place.text))

    def _put_in(self, grown: list[Growth]) -> str:
        """Put blocks in place of the paragraph at hand, or their text in it.

        Return the code of what forbids it, or an empty text.
        """
        top = self.grower.top
        if [child.node and child.node.kind for child in grown] == ["paragraph"]:
            top.inlines += grown[0].inlines
            has_note = any(isinstance(inline, Footnote) for inline in grown[0].inlines)
            return self._refused_note() if has_note else ""
        if top.node and top.node.alone and self._may_hold(grown):
            self.grower.stack[-2].children[-1:] = [*grown, top]
            return ""
        return "C356" if grown else ""

    def _refused_note(self) -> str:
        """Return what forbids a note at the place at hand; empty where one may stand."""
        kinds = {growth.node.kind for growth in self.grower.stack if growth.node}
        if "note" in kinds:
            return "C349"
        return "C348" if kinds & {"heading", "term", "band"} else ""

    def _grown(self, compiled: CompiledClause, text: RichText, tag: int) -> list[Growth]:
        top = self.grower.top
        line = top.node.line if top.node else 0
        nodes = tuple(replace(node, line=line) for node in compiled.nodes)
        # The notes of two texts in one paragraph need ids of their own.
        is_alone = top.node and top.node.alone
        prefix = top.id if is_alone else f"{top.id}/{tag}{self.grower.keys}"
        inner = Grower(prefix, nodes, ValueMark(text.origin.path), styles=[*self.grower.styles])
        for run in compiled.runs:
            for verb, argument in run:
                inner.do(verb, argument)
        return inner.root.children

    def _may_hold(self, grown: list[Growth]) -> bool:
        """Tell whether the place of the paragraph takes these blocks: an item takes no heading."""
        around = self.grower.stack[-2].node
        kinds = {child.node.kind for child in grown if child.node}
        is_record = any(one.node and one.node.kind == "record" for one in self.grower.stack)
        refused = {"heading", "definition"} | ({"table"} if is_record else set())
        return around is None or not kinds & refused


@lru_cache(maxsize=256)
def _compiled(text: str) -> tuple[CompiledClause | None, tuple[Diagnostic, ...]]:
    return compile_clause(text, "", tags=False)
