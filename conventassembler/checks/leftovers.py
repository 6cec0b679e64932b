"""C760 and C761: what a draft or a web page left in the words of an act."""

import re
from collections.abc import Iterator

from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.whereabouts import Stretch, whereabouts
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Paragraph
from conventassembler.values import RichText

_TO_DO = r"à\s(?:compléter|préciser|définir|renseigner|confirmer|déterminer|fixer|insérer|vérifier)"
_LEFT = re.compile(
    rf"\[[^\[\]\N{{OBJECT REPLACEMENT CHARACTER}}]{{1,80}}\]"
    rf"|\({_TO_DO}\)|^{_TO_DO}\.?$"
    r"|\.{4,}|…[….]+|\b(?:d[eu]|des|l[ae]|à|au|en|par|n°) …(?![….])|\.{2,} ?/ ?\.{2,}"
    r"|(?:\.\s){3,}\.|_{3,}|(?:-\s?){5,}"
    r"|\?{2,}|\b(?:\d{2}|xx)/xx/(?:x{2,4}|\d{2,4})\b|\bxx/xx\b|\b20xx\b|\bj{2}/m{2}/a{2,4}\b"
    r"|\b(?:todo|tbd|fixme)\b|\blorem ipsum\b|(?<![\w-])x{3,}(?![\w-])",
    re.IGNORECASE,
)
_BOLD = re.compile(r"(?<!\w)_{2,}[/.-]_{2,}")
"""« __/__/2026 », of which Markdown makes a stroke in bold."""
_GAP = re.compile(
    r"\b(?:le|la|les|une?) (?:du|des|de la|de l')(?!\w)|\b(?:du|des|de la|de|n°)(?=\s?[.;,]?$)"
)
"""Where a word is missing from a recital: « Vu le du code », « la délibération du »."""
_ROMAN = re.compile(r"X{3,4}")
_NUMBERED = re.compile(r"(?:chapitre|titre|livre|article|annexe|partie|section|tome|n°)\s*$", re.I)
_MARKUP = re.compile(
    r"</?(?:b|i|u|p|br|hr|em|strong|span|div|font|sup|sub|ul|ol|li|a|table|tr|td|th|h[1-6])"
    r"(?:\s[^<>]{0,200})?/?>|&(?:[a-z]{2,8}|#\d{1,5});",
    re.IGNORECASE,
)


def marks_left(reading: Reading) -> Iterator[Diagnostic]:
    """Find the marks that stand for what is still to be written: dots, brackets, « XXX ».

    Bad: « le montant est de ........ € », « [nom du référent] », « le xx/xx/2026 ». Good: the value
    `à compléter`, which the file shows, lists and never forgets. Left alone: brackets in a
    quotation, the Roman numeral of « titre XXX », and the dots that the tool sets for a hand. In a
    recital, a word that is missing is told too: « Vu le du code », « Vu la délibération du ».
    """
    for passage in reading.passages:
        is_recital = isinstance(passage.block, Paragraph) and passage.block.role == "recital"
        for pattern in (_LEFT, _GAP) if is_recital else (_LEFT,):
            for found in pattern.finditer(passage.text):
                if reading.is_typed(passage, found.start()) and not _is_meant(passage, found):
                    yield reading.tell("C760", passage, *found.span(), words=found.group().strip())


def _is_meant(passage: Passage, found: re.Match[str]) -> bool:
    before = passage.text[: found.start()]
    if found.group().startswith("[") and before.count("«") > before.count("»"):
        return True  # a cut or an insertion in a quotation
    return bool(_ROMAN.fullmatch(found.group()) and _NUMBERED.search(before))


def blanks_taken_for_bold(reading: Reading) -> Iterator[Diagnostic]:
    """Find « le __/__/2026 » in a text as it was typed: printed, nothing is left of it."""
    values = (one for one in reading.typed.values() if isinstance(one, RichText))
    for text in (*reading.own_texts, *values):
        place = text.origin.position
        for rank, found in enumerate(_BOLD.finditer(text) if place else ()):
            at = whereabouts(Stretch(str(text), place or Position("")), found.group(), 0, rank)
            yield fault("C760", at, words=found.group())


def markup_left(reading: Reading) -> Iterator[Diagnostic]:
    """Find the tags and the entities of web pages, which are printed as they stand.

    Bad: `titre: "Objet <b>principal</b>"`, « Dijon&nbsp;Métropole ». Good: the words alone; the
    tool sets the spaces.
    """
    for passage in reading.passages:
        for found in _MARKUP.finditer(passage.text):
            yield reading.tell("C761", passage, *found.span(), words=found.group())
