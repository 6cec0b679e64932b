"""The stages of an agreement that was read: what they make of it, in memory.

Between `build`, which reads and writes, and the rooms of the stages. A process that makes rows of a
batch knows this much of a build, and loads no more.
"""

from dataclasses import field, replace

from conventassembler.abreast import Steps, done
from conventassembler.agreement import Registry
from conventassembler.agreement.manner import Manner
from conventassembler.agreement.model import Agreement
from conventassembler.checks import checking
from conventassembler.checks.judging import accept, leveled
from conventassembler.diagnostics import Diagnostic, has_errors
from conventassembler.draft.compiled import Compiled
from conventassembler.draft.compose import composing
from conventassembler.draft.model import Draft
from conventassembler.draft.resolve import Resolved, resolve
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.library import Library
from conventassembler.logos import OwnedLogo, logos_of
from conventassembler.settings import Settings
from conventassembler.stationery import Stationery
from conventassembler.writers.word import Logo

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """What all agreements of a workspace share, read and compiled once."""

    library: Library
    compiled: Compiled
    registry: Registry
    findings: Findings
    settings: Settings = field(default_factory=Settings)
    logos: tuple[OwnedLogo, ...] = ()
    """All that the settings name."""

    @property
    def house(self) -> Manner:
        """What the settings say of how acts are written."""
        return self.settings.manner


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the stages made of one agreement."""

    draft: Draft | None
    stationery: Stationery | None
    findings: Findings
    resolved: Resolved | None = None
    """What the draft was composed of; None where its model cannot be used."""


def prepared(
    agreement: Agreement, paper: Stationery | None, found: Findings, shared: Stock
) -> Prepared:
    """Return what the stages make of an agreement that was read; nothing is read any more.

    `paper` is its template, `found` what was found so far.
    """
    return done(preparing(agreement, paper, found, shared))


def preparing(
    agreement: Agreement, paper: Stationery | None, found: Findings, shared: Stock
) -> Steps[Prepared]:
    """Return what `prepared` returns, stage by stage and rule by rule."""
    if paper is not None:
        paper = _bearing(paper, *logos_of(agreement.parties, shared.logos))
    resolved, choices = resolve(agreement, shared.library, shared.compiled, shared.house)
    yield
    draft, found = yield from _drafting(resolved, (*found, *choices), shared)
    whole = draft is not None and not has_errors(found)
    judged = accept(agreement, leveled(found, shared.settings.levels), whole=whole)
    return Prepared(draft, paper, judged, resolved)


@recalled
def _bearing(paper: Stationery, *logos: Logo) -> Stationery:
    """Return a template with the logos of an act on it: one object for all acts that bear them."""
    return replace(paper, logos=logos)


def drafted(
    resolved: Resolved | None, found: Findings, shared: Stock
) -> tuple[Draft | None, Findings]:
    """Return the draft of what was resolved, None where there are errors; and all findings."""
    return done(_drafting(resolved, found, shared))


def _drafting(
    resolved: Resolved | None, found: Findings, shared: Stock
) -> Steps[tuple[Draft | None, Findings]]:
    if resolved is None or has_errors((*shared.findings, *found)):
        return None, found
    draft, composed = yield from composing(resolved)
    yield
    checked = yield from checking(resolved, draft, whole=not has_errors(composed))
    return draft, (*found, *composed, *checked)
