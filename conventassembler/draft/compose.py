"""A resolved agreement becomes a draft: the parts in the model's order, French applied once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.context import shared_context
from conventassembler.draft.filters import filters
from conventassembler.draft.front import banner, formula, title, title_line
from conventassembler.draft.model import Block, Draft
from conventassembler.draft.recitals import recital_blocks
from conventassembler.draft.render import Pen
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.signatures import signature
from conventassembler.draft.typeset import typeset_block
from conventassembler.french import typography
from conventassembler.source import identifier
from conventassembler.values import fragment

Blocks = tuple[Block, ...]
Part = Callable[[Resolved, Pen], Blocks]

PARTS: Mapping[str, Part] = {
    "titre": lambda resolved, _: (*banner(resolved), title(resolved)),
    "visas": lambda resolved, _: recital_blocks(resolved),
    "parties": lambda _, pen: pen.parties(),
    "preambule": lambda resolved, pen: pen.instances(resolved.preamble),
    "formule": lambda resolved, _: formula(resolved),
    "clauses": lambda resolved, pen: pen.instances(resolved.clauses),
    "signature": lambda resolved, _: signature(resolved),
}
"""The parts of an act, by the names that a model's `ordre` uses."""


def compose(resolved: Resolved) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """Return the draft of an agreement that has no errors, and what was found composing it."""
    pen = Pen(resolved, shared_context(resolved), filters(resolved.profile))
    blocks = [
        block for name in resolved.model.order for block in PARTS[identifier(name)](resolved, pen)
    ]
    set_in_type = partial(typography.edits, profile=resolved.profile)
    # Words all in capitals have their accents in every profile (*Guide de légistique*, annex).
    accented = replace(resolved.profile, accented_capitals=True)
    in_capitals = partial(typography.edits, profile=accented)
    finished = tuple(typeset_block(block, set_in_type, in_capitals) for block in blocks)
    in_full, short = (
        typography.correct(text, resolved.profile)
        for text in (title_line(resolved), str(fragment(resolved.agreement.title)))
    )
    draft = Draft(resolved.agreement.name, in_full, short, finished)
    return draft, tuple(pen.findings)
