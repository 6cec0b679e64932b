"""A resolved agreement becomes a draft: the parts in the model's order, French applied once."""

from collections.abc import Callable, Iterator, Mapping

from conventassembler.abreast import Steps, done
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.annexes import annexes
from conventassembler.draft.contents import with_contents
from conventassembler.draft.context import shared_context
from conventassembler.draft.filters import filters
from conventassembler.draft.front import banner, formula, preamble, title, title_line
from conventassembler.draft.model import Block, Draft, NewPage, PartyName, Title
from conventassembler.draft.pages import new_pages
from conventassembler.draft.recitals import recital_blocks
from conventassembler.draft.render import Pen
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.signatures import signature
from conventassembler.draft.spoken import sources
from conventassembler.draft.typeset import Rules, typeset_block
from conventassembler.draft.waiting import waiting
from conventassembler.french import typography
from conventassembler.french.profiles import Profile
from conventassembler.frozen import replace
from conventassembler.keeping import kept, recalled_of_each
from conventassembler.source import identifier
from conventassembler.values import fragment

Blocks = tuple[Block, ...]
Part = Callable[[Resolved, Pen], Blocks]

PARTS: Mapping[str, Part] = {
    "titre": lambda resolved, _: (*banner(resolved), title(resolved)),
    "visas": lambda resolved, _: recital_blocks(resolved),
    "parties": lambda _, pen: pen.parties(),
    "preambule": lambda resolved, pen: preamble(resolved, pen.instances(resolved.preamble)),
    "formule": lambda resolved, _: formula(resolved),
    "clauses": lambda resolved, pen: pen.instances(resolved.clauses),
    "signature": lambda resolved, _: signature(resolved),
    "annexes": annexes,
}
"""The parts of an act, by the names that a model's `ordre` uses."""


def compose(resolved: Resolved) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """Return the draft of an agreement that has no errors, and what was found composing it."""
    return done(composing(resolved))


def composing(resolved: Resolved) -> Steps[tuple[Draft, tuple[Diagnostic, ...]]]:
    """Return what `compose` returns, clause by clause."""
    pen = Pen(resolved, shared_context(resolved), filters(resolved.profile))
    parts = yield from _parts(resolved, pen)
    blocks = new_pages(parts)
    finished = _in_type(blocks, *_rules(resolved.profile))
    yield
    if resolved.contents:
        finished = with_contents(finished, capitals=resolved.model.annexes.capitals)
    own = next((one for one in blocks if isinstance(one, Title)), None) or title(resolved)
    in_full, short = (
        _corrected(text, resolved.profile)
        for text in (title_line(own, resolved), str(fragment(resolved.agreement.title)))
    )
    draft = Draft(
        resolved.agreement.name,
        in_full,
        short,
        finished,
        bullets=resolved.model.bullets,
        sources=sources(finished, resolved.library.variants, resolved.profile),
        parties=tuple(_called(resolved)),
        waiting=tuple(waiting(resolved.agreement.parties)),
    )
    return draft, tuple(pen.findings)


_in_type = recalled_of_each(typeset_block)


@kept
def _rules(profile: Profile) -> tuple[Rules, Rules]:
    # Words all in capitals have their accents in every profile (*Guide de légistique*, annex).
    accented = replace(profile, accented_capitals=True)
    return typography.editor(profile), typography.editor(accented)


_corrected = kept(typography.correct)


def _called(resolved: Resolved) -> Iterator[PartyName]:
    """Yield what the act calls each party and partner."""
    for person in (*resolved.people.values(), *resolved.partners.values()):
        said = str(fragment(person.forms["le"]))
        yield PartyName(person.id, _corrected(said, resolved.profile))


def _parts(resolved: Resolved, pen: Pen) -> Steps[list[Block]]:
    """Return the blocks of each part in order; what follows the annexes begins a page."""
    made: list[Block] = []
    after_annexes = False
    for name in map(identifier, resolved.model.parts):
        blocks = PARTS[name](resolved, pen)
        if blocks and after_annexes:
            made.append(NewPage("acte/suite"))
        after_annexes = bool(blocks) and name == "annexes"
        made += blocks
        yield
    return made
