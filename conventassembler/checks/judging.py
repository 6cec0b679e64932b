"""What becomes of findings once they are found: the level of the house, the reasons to accept.

The last step of the checks of an agreement; a finding is never taken away without a word of the
house (`ignoré`), and one that is accepted stays to be seen, with its reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from conventassembler.agreement.acceptances import Acceptance
from conventassembler.agreement.model import Agreement
from conventassembler.diagnostics import CODES, Diagnostic, Severity, fault
from conventassembler.diagnostics.wording import message
from conventassembler.french.folding import fold
from conventassembler.french.grammar import NBSP

Findings = tuple[Diagnostic, ...]
Levels = Mapping[str, Severity | None]
"""By code; None: it is not told."""


def leveled(findings: Iterable[Diagnostic], levels: Levels) -> Findings:
    """Return the findings as grave as the house takes them for; those that it ignores are gone."""
    told = (one for one in findings if levels.get(one.code, one.severity) is not None)
    return tuple(_leveled(one, levels.get(one.code)) for one in told)


def _leveled(finding: Diagnostic, level: Severity | None) -> Diagnostic:
    return finding if finding.level is level else replace(finding, level=level)


def accept(agreement: Agreement, findings: Sequence[Diagnostic], *, whole: bool) -> Findings:
    """Return the findings, those that the agreement accepts with its reason.

    Where the checks ran as a `whole`, an acceptance that nothing calls for any more is told: left
    there, it would hide what is found later.
    """
    judged = tuple(_judged(one, agreement.accepted) for one in findings)
    return (*judged, *(_idle(agreement.accepted, findings) if whole else ()))


def _judged(finding: Diagnostic, acceptances: Sequence[Acceptance]) -> Diagnostic:
    reason = next((one.reason for one in acceptances if accepts(one, finding)), "")
    return finding if finding.accepted == reason else replace(finding, accepted=reason)


def accepts(acceptance: Acceptance, finding: Diagnostic) -> bool:
    """Tell whether `acceptance` is said of `finding`: of its code, and of words that it quotes."""
    if acceptance.code != finding.code:
        return False
    words = rf"(?<!\w){re.escape(fold(acceptance.about))}(?!\w)"
    return not acceptance.about or any(
        re.search(words, fold(quoted)) for quoted in finding.arguments.values()
    )


def remarks(accepted: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return what a reviewer reads of findings that are accepted, a paragraph each; in French."""
    told = [f"{one.code} {message(one, 'fr')} – accepté{NBSP}: {one.accepted}" for one in accepted]
    return ("Constats acceptés", *told) if told else ()


def _idle(
    acceptances: Sequence[Acceptance], findings: Sequence[Diagnostic]
) -> Iterator[Diagnostic]:
    for one in acceptances:
        if not (CODES[one.code].of_batches or any(accepts(one, finding) for finding in findings)):
            about = f" ({one.about})" if one.about else ""
            yield fault("C728", one.position, name=one.code, about=about)
