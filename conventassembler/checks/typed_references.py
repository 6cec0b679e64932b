"""C767, C768, C778, C779 and C791: numbers typed by hand that nothing keeps right."""

import re
from collections.abc import Iterator, Mapping

from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.scans import LINES
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import Heading, Reference, Title
from conventassembler.draft.numbering import Numbered
from conventassembler.french.folding import fold
from conventassembler.french.numbers import read_cardinal
from conventassembler.french.numerals import write_numeral
from conventassembler.keeping import kept, recalled
from conventassembler.patterns import Pattern

_RANK = r"(?:1er|\d{1,2}(?:\s(?:bis|ter|quater))?)(?![\d.,-]*\d)"
"""Beyond two figures, the articles are those of a code, whoever forgot to name it."""
_ARTICLE = Pattern(rf"(?<!\w)articles?\s(?P<rank>{_RANK})(?=(?P<after>.{{0,60}}))", re.IGNORECASE)
_ACRONYMS = r"(?:RGPD|CGCT|CASF|CSS|CRPA|CCP|CGPPP|CG3P|CJA|CPI|CCH|TFUE|CCAG|CCAP|CCTP)"
_OF_THIS = Pattern(
    r"\s(?:du présent|de la présente|des présentes|ci-(?:dessus|dessous|après))\b", re.IGNORECASE
)
_OF_ANOTHER = Pattern(
    r"\s?,?\s?(?:du|de la|de l'|des|de ce|de cette|de son|de sa|dudit|de ladite|d'|de|précité"
    rf"|susvisé|[LRDA]\.|{_ACRONYMS})\b|\s[LRDA]\.|\s?,?\s(?:et|à|ou)\s(?:\d|suivants)|'",
    re.IGNORECASE,
)
_TEXTS = (
    r"(?:lois?|codes?|décrets?|ordonnances?|arrêtés?|règlements?|directives?|constitution|traités?"
    r"|circulaires?|statuts?|délibérations?|rgpd|avenants?|contrats?|marchés?|chartes?|accords?"
    r"|protocoles?|pactes?|bail|déclaration|CGCT|CASF|CSS)\b"
)
_LAW = Pattern(
    rf"\b{_TEXTS}|\bconventions? (?:de|du|d'|des|n°|signée|conclue)|\b(?:son|ses|leurs?) $",
    re.IGNORECASE,
)
_A_TEXT = Pattern(
    rf"\b(?:(?:lois?|codes?|décrets?|ordonnances?|arrêtés?|règlements?|directives?|constitution"
    rf"|traités?|circulaires?|statuts|délibérations?|marchés?|bail|déclaration)\b|{_ACRONYMS}\b)",
    re.IGNORECASE,
)
"""What has many articles, and may be meant by a high number wherever it stands in a paragraph."""
_ROMAN = {fold(write_numeral(number, "romains")): str(number) for number in range(1, 100)}
_LAW_BEHIND = Pattern(rf"[^.;:]{{0,45}}\b(?:du|de la|de l'|des|d'une?) (?:\w+ )?{_TEXTS}", re.I)
_ANNEX = Pattern(
    r"(?<!\w)annexes?\s(?:n°\s?)?(?P<rank>\d{1,2}(?:\s(?:bis|ter|quater))?|[A-Z](?!\w))"
    r"(?P<after>.{0,40})"
)
_JOINED_TO_ANOTHER = Pattern(
    r"\s(?:du|de la|de l'|à la|au|à l'|des)\s?(?!présent)(?:code|loi|décret|arrêté|règlement"
    r"|délibération|ordonnance|directive|circulaire|contrat|marché|avenant)\b",
    re.IGNORECASE,
)
_TOGETHER = Pattern(r"\b(?:les|des|aux|ses|leurs|des)\s(?:\w+\s)?annexes\b|\bannexes\b")
_SPEAKS_FOR_ITSELF = Pattern(
    r"\s*(?:délibérations?|pouvoirs?|arrêtés?|décisions?|statuts|relevé d['’]identité|RIB"
    r"|attestation)\b",
    re.IGNORECASE,
)
"""Documents whose title says what they are joined for."""
_PAGES = Pattern(
    r"\b(?:comporte|compte|comprend|contient|composée?\sde|établie?\s(?:sur|en))\s"
    r"(?P<count>\d{1,3}|[a-zé]+(?:[- ](?:et[- ])?[a-zé]+){0,4})\spages?\b",
    re.IGNORECASE,
)

_ARTICLES = LINES.pattern(_ARTICLE, "article")
_ANNEXES = LINES.pattern(_ANNEX, "annexe")
_ALL_ANNEXES = LINES.pattern(_TOGETHER, "annexes")


def articles_typed(reading: Reading) -> Iterator[Diagnostic]:
    """Find « l'article 5 » typed by hand: C768 where the act has none, C767 where it has.

    Bad: « les modalités de l'article 5 » in a `texte` or a clause: the number stays when an
    article is added above. Good: « les modalités de suivi »; in a clause, `{{ ref("suivi") }}`. The
    articles of a law, a code or another contract are left alone. A paragraph tells each article
    once.
    """
    known = _ranks(reading.resolved.numbers)
    for passage, articles in reading.by_line(_ARTICLES) if known else ():
        told: set[str] = set()
        for found in articles if _may_refer(passage) else ():
            rank = _plain(found["rank"])
            if rank in told or not _of_this_act(passage, found, known):
                continue
            told.add(rank)
            span = found.start(), found.end("rank")
            words = passage.text[span[0] : span[1]]
            yield reading.tell("C767" if rank in known else "C768", passage, *span, words=words)


@recalled
def _ranks(numbers: Mapping[str, Numbered]) -> frozenset[str]:
    """Return the numbers of the articles of the act, in figures whatever their shape."""
    labels = (fold(one.label) for one in numbers.values())
    ranks = (one.removeprefix("article ") for one in labels if one.startswith("article "))
    return frozenset(map(_plain, ranks))


def _plain(rank: str) -> str:
    """Return « 1er », « premier », « I » as « 1 »."""
    first, *rest = fold(rank).split(" ")
    first = "1" if first in ("1er", "premier") else _ROMAN.get(first, first)
    return " ".join((first, *rest))


def _may_refer(passage: Passage) -> bool:
    """Tell whether a line may refer to what stands in the act: no title does, no recital."""
    role = getattr(passage.block, "role", "")
    return not isinstance(passage.block, Title | Heading) and role not in ("banner", "recital")


def _of_this_act(passage: Passage, found: re.Match[str], known: frozenset[str]) -> bool:
    """Tell whether an article is of the act itself, and of no law that the sentence names.

    A number beyond the last article is of the law that its paragraph names, if it names one.
    """
    if passage.is_reference(found.start()):
        return False
    if _OF_THIS.match(found["after"]):
        return True
    if _is_beyond(found["rank"], known) and _A_TEXT.search(passage.text):
        return False
    before = re.split(r"[.;]\s", passage.text[: found.start()])[-1]
    after = found["after"]
    is_of_another = _OF_ANOTHER.match(after) or _LAW_BEHIND.match(after) or _LAW.search(before)
    return not is_of_another


def _is_beyond(rank: str, known: frozenset[str]) -> bool:
    last = max((int(one) for one in known if one.isdecimal()), default=0)
    return int(_plain(rank).split(" ")[0]) > last


def annexes_that_exist(reading: Reading) -> Iterator[Diagnostic]:
    """Find « annexe 3 » typed by hand where the act has two annexes.

    An act that lists no annexes may cite them by their numbers: they are documents joined to it.
    """
    numbers = reading.resolved.numbers
    annexes = [one.id for one in reading.resolved.annexes if one.id in numbers]
    known = [numbers[id_].label for id_ in annexes]
    for passage, found in reading.found(_ANNEXES) if known else ():
        label = f"annexe {found['rank']}"
        if not _may_refer(passage) or fold(label) in map(fold, known):
            continue
        if not _JOINED_TO_ANOTHER.match(found["after"]):
            span = found.start(), found.end("rank")
            yield reading.tell("C778", passage, *span, annex=label, known=", ".join(known))


def annexes_named(reading: Reading) -> Iterator[Diagnostic]:
    """Find the annex that no line of the act speaks of: nothing says what it is joined for.

    « les annexes » speaks of all of them; a title of the annex that stands in a text does as well.
    A délibération, statutes, the number of an account are joined for what they are.
    """
    annexes = [one for one in reading.resolved.annexes if not _speaks_for_itself(one)]
    together = (one for one, _ in reading.by_line(_ALL_ANNEXES))
    if not annexes or any(_may_refer(one) and not _lists_annexes(one) for one in together):
        return
    said = [one for one in reading.passages if _may_refer(one) and not _lists_annexes(one)]
    for annex in annexes:
        outside = [one for one in said if not one.block.id.startswith(annex.id)]
        if not any(_names(one, annex, reading) for one in outside):
            label = getattr(reading.resolved.numbers.get(annex.id), "label", "annexe")
            yield fault("C779", annex.entry.position, annex=label, title=annex.title)


def _speaks_for_itself(annex: Instance) -> bool:
    return _SPEAKS_FOR_ITSELF.match(str(annex.title)) is not None


def _lists_annexes(passage: Passage) -> bool:
    return passage.block.id.startswith("acte/annexes")


def _names(passage: Passage, annex: Instance, reading: Reading) -> bool:
    words = passage.folded
    if fold(str(annex.title)) in words:
        return True
    if any(isinstance(one, Reference) and one.target == annex.id for one in passage.inlines):
        return True
    if _joins(words, fold(str(annex.title)).partition(" ")[0]):
        return True
    numbered = reading.resolved.numbers.get(annex.id)
    label = fold(numbered.label) if numbered else ""
    if not numbered or label not in words:
        return False
    return bool(re.search(rf"\b{re.escape(label)}\b(?! (?:bis|ter))", words))


@kept
def _joins(words: str, noun: str) -> bool:
    """Tell whether a line joins what the title of an annex begins with: « un plan est annexé »."""
    joined = r"\b(?:annex|joint)"
    if len(noun) < _NOUN or ("annex" not in words and "joint" not in words):
        return False
    said = rf"\b{re.escape(noun)}s?\b"
    return re.search(rf"{said}.{{0,60}}{joined}|{joined}.{{0,30}}{said}", words) is not None


_NOUN = 4
"""Letters of a word that says something."""


def pages_counted_by_hand(reading: Reading) -> Iterator[Diagnostic]:
    """Find « comporte 21 pages » typed by hand: the number is wrong after the next change.

    Good: `paraphes: oui` under `signature`, or `{{ acte.nombre_de_pages }}` in a clause: the word
    processor counts.
    """
    for passage, found in reading.found(_COUNTED):
        if not passage.is_recital:
            yield reading.tell("C791", passage, *found.span(), words=found.group())


def _counted(text: str) -> tuple[re.Match[str], ...]:
    """Return the words of a line that count the pages of the act."""
    return tuple(one for one in _PAGES.finditer(text) if _is_of_the_act(text, one))


def _is_of_the_act(text: str, found: re.Match[str]) -> bool:
    before, count = text[: found.start()], found["count"]
    of_act = re.search(r"\b(?:présente?|acte|document)\b[^.;]*$", before, re.IGNORECASE)
    return bool(of_act) and (count.isdecimal() or read_cardinal(count) is not None)


_COUNTED = LINES.scan(_counted, "page")
