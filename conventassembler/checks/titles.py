"""C742, C751: titles and headings that promise what the text does not hold."""

import re
from collections.abc import Iterator

from conventassembler.checks.passages import Reading
from conventassembler.checks.sections import says, sections
from conventassembler.checks.term import term_in_days
from conventassembler.checks.topics import topics
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.model import Draft
from conventassembler.draft.places import place_of
from conventassembler.draft.plain import plain_text
from conventassembler.draft.resolve import Resolved
from conventassembler.french.folding import fold
from conventassembler.patterns import Pattern
from conventassembler.values import Text

_RENEWABLE = Pattern(r"\b(?:renouvelable|reconductible)s?\b|\brenouvellement\b", re.IGNORECASE)
_FORMER_ACT = Pattern(
    r"renouvellement (?:de la|du|de l['’]|d['’]une?|de) ?(?:\w+ )??(?:convention|protocole|pacte"
    r"|contrat|charte|accord|partenariat|bail|marché|adhésion|agrément|label|entente)",
    re.IGNORECASE,
)
"""What such an act does itself: it renews another."""
_RENEWAL = Pattern(r"renouvel|reconduc|reconduit|prorog")
_OF_YEARS = Pattern(r"\b(?:pluri|bi|tri|quadri)annuel(?:le)?s?\b", re.IGNORECASE)
_A_SENTENCE = 4
"""Words under which a text is no sentence: « Néant. », « Sans objet. »."""
_TWO_YEARS = 700
"""Days under which an act is not of several years, a few weeks allowed."""


def title_keeps_its_word(reading: Reading) -> Iterator[Diagnostic]:
    """Find the title that promises a renewal or several years, of which the text knows nothing.

    Bad: « Convention pluriannuelle » that is made for one civil year; « Protocole renouvelable »
    without any word on renewal.
    """
    act = reading.resolved.agreement
    for text in (act.title, act.banner, *act.subtitles):
        if not isinstance(text, Text):
            continue
        place = place_of(text, act.position)
        found = None if _FORMER_ACT.search(text) else _RENEWABLE.search(text)
        if found and not _RENEWAL.search(_said(reading.resolved, reading.draft)):
            yield fault("C742", place, word=found.group())
        found = _OF_YEARS.search(text)
        if found and (days := term_in_days(reading)) and days < _TWO_YEARS:
            yield fault("C742", place, word=found.group())


def _said(resolved: Resolved, draft: Draft) -> str:
    """Return the words of the act, folded, without the lines of its title, which only promise."""
    act = resolved.agreement
    of_title = 1 + len(act.subtitles) + (act.banner is not None)
    return fold("\n".join(plain_text(draft).splitlines()[of_title:]))


def headings_keep_their_word(reading: Reading) -> Iterator[Diagnostic]:
    """Find the article whose heading is about one thing and whose text is about another.

    Bad: « Durée » above a text that speaks of the steering committee alone. A text still to be
    given, and an annex that exists outside the act, say nothing yet.
    """
    for section in reading.once(sections):
        if not section.whole or sum(len(line.split()) for line in section.lines) < _A_SENTENCE:
            continue
        for topic in section.topics:
            if not says(section, topic):
                said = topics()[topic]["said"]
                yield fault("C751", section.position, title=section.title, topic=said)
