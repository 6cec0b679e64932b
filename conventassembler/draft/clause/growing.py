"""What a clause says -> blocks of the draft, without its words: a pure function, remembered."""

from collections.abc import Iterable
from dataclasses import field
from functools import lru_cache, partial
from typing import NamedTuple

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause.casts import Cast, cast_of
from conventassembler.draft.clause.finish import blocks_of
from conventassembler.draft.clause.growth import Grower, Growth
from conventassembler.draft.clause.program import CompiledClause
from conventassembler.draft.clause.pruning import living, node_of
from conventassembler.draft.clause.said import Said, SaidRich, SaidValue, is_apart, said_inlines
from conventassembler.draft.clause.units import operations_of, units_of
from conventassembler.draft.model import Footnote, Provenance, ValueMark
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import kept

Problem = tuple[int, Diagnostic]
"""What is wrong with a text in Markdown, by its rank among them; it has no place yet."""
_NOWHERE = Position("")
Casts = tuple[Cast, ...]


class _Unit(NamedTuple):
    """What was said between two cuts, and its blocks."""

    said: tuple[Said, ...]
    blocks: Casts
    problems: tuple[Problem, ...]
    texts: int
    """How many texts in Markdown were said."""
    words: int
    """How many words were said apart."""
    begins_with_list: bool
    ends_with_list: bool


class _Put(NamedTuple):
    """A unit at its place in a clause."""

    unit: _Unit
    before: int
    """How many words were said apart before it."""


@kept
def grown(
    clause: CompiledClause,
    instance: str,
    provenance: Provenance,
    term_end: str,
    said: tuple[Said, ...],
) -> tuple[Casts, tuple[Problem, ...]]:
    """Return the blocks of what a clause said, and what is wrong with its texts in Markdown.

    `instance` begins every id; `provenance` and `term_end` are those of `render_clause`.
    """
    placed: list[_Put] = []
    problems: list[Problem] = []
    texts = words = 0
    grow = partial(_unit, clause, instance, provenance, term_end)
    for unit in map(grow, units_of(clause, said)):
        if unit.problems:
            problems += ((texts + rank, problem) for rank, problem in unit.problems)
        if placed and placed[-1].unit.ends_with_list and unit.begins_with_list:
            last, before = placed.pop()
            placed.append(_Put(grow((*last.said, *unit.said)), before))  # which may be one list
        elif unit.blocks:
            placed.append(_Put(unit, words))
        texts += unit.texts
        words += unit.words
    casts = [block.behind(before) for unit, before in placed for block in unit.blocks]
    return tuple(casts), tuple(problems)


@kept
def _unit(
    clause: CompiledClause,
    instance: str,
    provenance: Provenance,
    term_end: str,
    said: tuple[Said, ...],
) -> _Unit:
    growing = _grow(clause, instance, said)
    root = growing.grower.root
    alive = [node_of(one).kind == "list" for one in living(root)] or [False]
    blocks = tuple(map(cast_of, blocks_of(root, provenance, term_end)))
    problems = tuple(growing.problems)
    return _Unit(said, blocks, problems, growing.texts, growing.words, alive[0], alive[-1])


def problems_of(clause: CompiledClause, instance: str, said: Iterable[Said]) -> tuple[Problem, ...]:
    """Return what is wrong with the texts in Markdown of a clause that did not come to its end."""
    whole = (one for unit in units_of(clause, said) for one in unit)
    return tuple(_grow(clause, instance, whole).problems)


def _grow(clause: CompiledClause, instance: str, said: Iterable[Said]) -> "_Growing":
    growing = _Growing(clause, Grower(instance, clause.nodes))
    growing.take(said)
    return growing


@dataclass(slots=True)
class _Growing:
    clause: CompiledClause
    grower: Grower
    problems: list[Problem] = field(default_factory=list)
    texts: int = 0
    """How many texts in Markdown were taken."""
    words: int = 0
    """How many words that were said apart have got their place."""

    def take(self, said: Iterable[Said]) -> None:
        """Take all that was said, in order."""
        for one in said:
            if isinstance(one, int):
                self.grower.run(operations_of(self.clause, one))
            elif isinstance(one, tuple):
                self._value(one)
            elif isinstance(one, str):
                self.grower.turn(one)
            else:
                self.problems += ((self.texts, problem) for problem in self._rich(one))
                self.texts += 1

    def _value(self, said: SaidValue) -> None:
        tag, pieces = said
        expression = self.clause.tags[tag].expression
        strong, emphasis = self.grower.style
        inlines = self.grower.top.inlines
        for piece in pieces:
            # What a value made bears its key: no expression has made it.
            made_by = "" if type(piece) is tuple else expression
            rank, self.words = self.words, self.words + is_apart(piece)
            inlines += said_inlines(piece, made_by, rank, strong=strong, emphasis=emphasis)

    def _rich(self, said: SaidRich) -> list[Diagnostic]:
        """Put a rich text in: as blocks where it is alone in its paragraph, else as inlines.

        Return what is wrong with it.
        """
        compiled, faults = _compiled(said.text)
        # Where the lines of a YAML value begin is not known here: the value is shown, not the line.
        found = [replace(one, position=_NOWHERE) for one in faults]
        if compiled is None:
            return found
        if any(node.kind in ("record", "page") or node.widths for node in compiled.nodes):
            lines = map(str.strip, said.text.splitlines())
            typed = next(line for line in lines if line.startswith(":::"))
            return [*found, fault("C364", _NOWHERE, typed=typed)]
        code = self._put_in(self._grown(compiled, said))
        tag = self.clause.tags[said.tag].text
        return [*found, fault(code, _NOWHERE, tag=tag)] if code else found

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

    def _grown(self, compiled: CompiledClause, said: SaidRich) -> list[Growth]:
        top = self.grower.top
        line = top.node.line if top.node else 0
        nodes = tuple(replace(node, line=line) for node in compiled.nodes)
        # The notes of two texts in one paragraph need ids of their own.
        is_alone = top.node and top.node.alone
        prefix = top.id if is_alone else f"{top.id}/{said.tag}{self.grower.keys}"
        inner = Grower(prefix, nodes, ValueMark(said.path), styles=[*self.grower.styles])
        for run in compiled.runs:
            inner.run(run)
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
    from conventassembler.draft.clause.compiling import compile_clause  # noqa: PLC0415 -- see below

    # Few acts have a text of their own; the others go without the compiler.
    return compile_clause(text, "", tags=False)
