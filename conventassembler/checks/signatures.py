"""C723, C730, C731: what was typed of a signature and stands in no line, or suits only a hand."""

import re
from collections.abc import Iterator

from conventassembler.checks.passages import Reading
from conventassembler.checks.phrases import phrase
from conventassembler.checks.runs import runs
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Block
from conventassembler.draft.places import place_of
from conventassembler.draft.plain import text_of
from conventassembler.patterns import Pattern
from conventassembler.schema.keys import keys_of

_COUNT = r"en\s{1,3}(?:[\w-]{1,30}\s{1,3}|d[’']){1,3}"
_OF_A_HAND = Pattern(
    rf"\b(?:fait|établi|dressé|signé|rédigé)e?s?\s{{1,3}}{_COUNT}exemplaires?(?:\s{{1,3}}originaux)?\b"
    rf"|\b(?:{_COUNT})?exemplaires?\s{{1,3}}origina(?:l|ux)\b|\b{_COUNT}originaux\b"
    r"|\bparaph(?:e|é|er|era|ent|eront|ant)e?s?\b",
    re.IGNORECASE,
)
"""« établi en deux exemplaires », « en autant d'originaux », « paraphée »: what paper alone has.

What is handed over « en deux exemplaires » may be a report, and a « parapheur » is a program.
"""


def leads_said(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `lieu`, the `date` and the `originaux` of an act that says « Fait à » nowhere.

    Without the general line, `par place` still says where and when, and nothing how many originals.
    """
    signed = reading.resolved.agreement.signature
    if signed is None or signed.general_lead:
        return
    values: dict[str, object] = {"originals": None if signed.electronic else signed.originals}
    if signed.electronic or not signed.per_place:
        values |= {"place": signed.place, "date": signed.date}
    for name, value in values.items():
        if value is not None:
            yield fault("C723", place_of(value, signed.position), key=keys_of(name)[0])


def suits_a_hand(reading: Reading) -> Iterator[Diagnostic]:
    """Find what an act signed electronically leaves out: originals, initials, a day for each.

    Bad: `mode: électronique` with `originaux: 2`. Good: `mode: électronique` without it, since each
    party has its copy (code civil, art. 1375, last paragraph).
    """
    signed = reading.resolved.agreement.signature
    if signed is None or not signed.electronic:
        return
    asked = {"originals": signed.originals is not None, "initials": signed.initials}
    for name, is_asked in (asked | {"per_place": signed.per_place}).items():
        if is_asked:
            position = signed.key_positions.get(name, signed.position)
            yield fault("C731", position, key=keys_of(name)[0])


def words_of_a_hand(reading: Reading) -> Iterator[Diagnostic]:
    """Find the words of a clause that an act signed electronically belies.

    Bad: « Fait en deux exemplaires originaux, paraphés à chaque page. » Good: the same between
    `{% if not acte.signature_electronique %}` and `{% endif %}`.
    """
    if not reading.resolved.is_electronic:
        return
    told: dict[tuple[Position, str], str] = {}
    for block in reading.draft.blocks:
        made_from = block.provenance
        if made_from.file:
            place = Position(made_from.file, made_from.line, 1)
            for words, quoted in _said(block):
                told.setdefault((place, words), quoted)
    yield from (fault("C730", at, words=words, phrase=told[at, words]) for at, words in told)


def _said(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the words, each with the phrase that it stands in."""
    for line in runs((block,)):
        for found in _OF_A_HAND.finditer(text_of(line)):
            yield found.group(), phrase(line, *found.span())
