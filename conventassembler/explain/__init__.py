"""Why does the act say this? From words of a draft back to the files that made them.

Resolved + Draft + findings -> explanations; `explain` shows them. Nothing is composed here: the
draft remembers what it was made of.
"""

from conventassembler.build import prepare
from conventassembler.diagnostics import Diagnostic, Position, fault, ordered
from conventassembler.draft.model import Block, Heading
from conventassembler.draft.resolve import Resolved
from conventassembler.explain.explaining import explained
from conventassembler.explain.form import to_json
from conventassembler.explain.model import Explanation, Told
from conventassembler.explain.spots import Spot, asked_for, last_of, spots
from conventassembler.frozen import dataclass
from conventassembler.making import Stock
from conventassembler.schema import nearest
from conventassembler.workspace import Workspace

__all__ = ["Answer", "Explanation", "Told", "explain", "to_json"]

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question."""

    explanations: tuple[Explanation, ...]
    """One for each stretch of the act that was meant; none where there is none."""
    findings: Findings
    """Why there is none."""
    misused: bool = False
    """Whether nothing of the act has that name, where the act itself is well."""


def explain(workspace: Workspace, name: str, typed: str, shared: Stock) -> Answer:
    """Return what made the part of the agreement `name` that `typed` names or quotes.

    Where errors keep the text from being composed, they are returned, and C042; where nothing is
    so named, C041.
    """
    prepared = prepare(workspace, name, shared)
    findings = ordered((*shared.findings, *prepared.findings))
    resolved, draft = prepared.resolved, prepared.draft
    if resolved is None or draft is None:
        place = Position(workspace.shown(workspace.agreement(name)), 0)
        return Answer((), (*findings, fault("C042", place, name=name)))
    found = asked_for(typed, resolved, draft)
    if not found:
        unknown = _unknown(typed, name, spots(resolved, draft), resolved)
        return Answer((), (unknown,), misused=True)
    return Answer(tuple(explained(spot, resolved, draft, findings) for spot in found), ())


def _unknown(typed: str, name: str, found: tuple[Spot, ...], resolved: Resolved) -> Diagnostic:
    heads = (next(filter(_is_heading, one.blocks), None) for one in found)
    labels = [head.label for head in heads if isinstance(head, Heading) and head.label]
    known = ", ".join(dict.fromkeys(labels)) or "–"
    last = last_of(typed, found)
    words = [word for one in found for word in one.names if word]
    near = {"last": last} if last else nearest(typed, words)
    place = Position(resolved.agreement.file, 0)
    return fault("C041", place, name=name, typed=typed, known=known, **near)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Heading)
