"""C760 and C761: what a draft or a web page left in the words of an act."""

import re
from collections.abc import Iterator
from operator import itemgetter

from conventassembler.checks.passages import Reading
from conventassembler.checks.phrases import phrase_of_value
from conventassembler.checks.scans import LINES, VALUES
from conventassembler.checks.whereabouts import Stretch, whereabouts
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.french.dates import MONTHS
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.values import RichText

_DOING = r"compléter|préciser|définir|renseigner|confirmer|déterminer|fixer|insérer|vérifier"
_TO_DO = rf"à\s(?:{_DOING})"
_LEFT = Pattern(
    rf"\[[^\[\]\N{{OBJECT REPLACEMENT CHARACTER}}]{{1,80}}\]"
    rf"|\({_TO_DO}\)|^{_TO_DO}\.?$"
    r"|\.{4,}|…[….]+|\b(?:d[eu]|des|l[ae]|à|au|en|par|n°) …(?![….])|\.{2,} ?/ ?\.{2,}"
    r"|(?:\.\s){3,}\.|_{3,}|(?:-\s?){5,}"
    r"|\?{2,}|\b(?:\d{2}|xx)/xx/(?:x{2,4}|\d{2,4})\b|\bxx/xx\b|\b20xx\b|\bj{2}/m{2}/a{2,4}\b"
    r"|\bray(?:er|ez) l(?:a|es) mentions? inutiles?\b"
    r"|\b(?:paragraphe|article|alinéa|phrase|mention|clause)s? à (?:supprimer|adapter)\b"
    rf"|(?<=\bn° )xx\b|\bn° (?:\w{{1,20}}[/.-]){{1,4}}x{{2,}}(?![^\W\d_])(?:[/.-]\w+)*"
    rf"|\bxx(?:er)? (?:{'|'.join(MONTHS)})\b(?: \d{{4}}\b)?|\bxx/\d\d/(?:x{{2,4}}|\d{{2,4}})\b"
    r"|\bxx ?(?:€|euros?\b)|\b(?:todo|tbd|fixme)\b|\blorem ipsum\b|(?<![\w-])x{3,}(?![\w-])",
    re.IGNORECASE,
)
_BOLD = Pattern(r"(?<!\w)_{2,}[/.-]_{2,}")
"""« __/__/2026 », of which Markdown makes a stroke in bold."""
_GAP = Pattern(
    r"\b(?:le|la|les|une?) (?:du|des|de la|de l')(?!\w)|\b(?:du|des|de la|de|n°)(?=\s?[.;,]?$)"
)
"""Where a word is missing from a recital: « Vu le du code », « la délibération du »."""
_ROMAN = Pattern(r"X{3,4}")
_NUMBERED = Pattern(r"(?:chapitre|titre|livre|article|annexe|partie|section|tome|n°)\s*$", re.I)
_WORK = Pattern(
    r"\b(?:revue|film|livre|roman|pièce|spectacle|chanson|album|exposition|groupe|journal)"
    r"(?: \w+)?\s«\s*\Z",
    re.IGNORECASE,
)
_MARKUP = Pattern(
    r"</?(?:b|i|u|p|br|hr|em|strong|span|div|font|sup|sub|ul|ol|li|a|table|tr|td|th|h[1-6])"
    r"(?:\s[^<>]{0,200})?/?>|&(?:[a-z]{2,8}|#\d{1,5});",
    re.IGNORECASE,
)


_TAGS = LINES.pattern(_MARKUP, "<", "&")
_CROSSES = r"(?<![^\W\d_])xx/|[/.-]xx|20xx|(?<![\w-])x{3,}(?![\w-])"
"""Those that stand for figures: « Louis XXII » has none."""
_SIGNS = (
    "[", "…", "..", "__", "--", "??", "jj/", "todo", "tbd", "xme", "lorem",
    *("compléter", "préciser", "définir", "renseigner", "confirmer", "déterminer", "fixer"),
    *("insérer", "vérifier", "inutile", "supprimer", "adapter"),
    Pattern(rf"\A[.-]|\Axx\b|{_CROSSES}", re.IGNORECASE),
)  # fmt: skip
"""What a word of it has, all that is looked for; dots and dashes may stand apart."""
_MARKS = Pattern(
    rf"\[|…|\(à|\Aà|\.\s?\.|__|-\s?-|\?\?|{_CROSSES}|\bxx\b|jj/|todo|tbd|xme|lorem"
    r"|inutile|à supprimer|à adapter"
)
"""What a line of it has: a sign that is no word of its own comes with others."""


def marks_left(reading: Reading) -> Iterator[Diagnostic]:
    """Find the marks that stand for what is still to be written: dots, brackets, « XXX ».

    Bad: « le montant est de ........ € », « [nom du référent] », « le xx/xx/2026 ». Good: the value
    `à compléter`, which the file shows, lists and never forgets. Left alone: brackets in a
    quotation, the Roman numeral of « titre XXX », « la revue « XXX » », and the dots that the tool
    sets for a hand. In a recital, a word that is missing is told too: « Vu le du code ».
    """
    gaps = ((rank, one, _gaps(one.text)) for rank, one in reading.recitals)
    told = (*reading.ranked(_LEFT_OVER), *gaps)
    for _, passage, marks in sorted(told, key=itemgetter(0)):
        for found in marks:
            if reading.is_typed(passage, found.start()):
                yield reading.tell("C760", passage, *found.span(), words=found.group().strip())


@kept
def _gaps(text: str) -> tuple[re.Match[str], ...]:
    return tuple(one for one in _GAP.finditer(text) if not _is_meant(text, one))


def _left_over(text: str) -> tuple[re.Match[str], ...]:
    found = _LEFT.finditer(text) if _MARKS.search(text.lower()) else ()
    return tuple(one for one in found if not _is_meant(text, one))


def _is_meant(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    if found.group().startswith("[") and before.count("«") > before.count("»"):
        return True  # a cut or an insertion in a quotation
    return bool(_ROMAN.fullmatch(found.group()) and (_NUMBERED.search(before) or _is_work(found)))


def _is_work(found: re.Match[str]) -> bool:
    """Tell whether « XXX » is all the title of a work: « la revue « XXX » »."""
    text = found.string
    is_whole = text[found.end() :].lstrip().startswith("»")
    return is_whole and bool(_WORK.search(text[: found.start()]))


_LEFT_OVER = LINES.scan(_left_over, *_SIGNS)


def blanks_taken_for_bold(reading: Reading) -> Iterator[Diagnostic]:
    """Find « le __/__/2026 » in a text as it was typed: printed, nothing is left of it."""
    typed = reading.typed.values() if reading.in_values(_BOLDS) else ()
    values = (one for one in typed if isinstance(one, RichText))
    for text in (*reading.own_texts, *values):
        place = text.origin.position
        for rank, found in enumerate(_BOLD.finditer(text) if place and "__" in text else ()):
            at = whereabouts(Stretch(str(text), place or Position("")), found.group(), 0, rank)
            yield fault("C760", at, words=found.group())


_BOLDS = VALUES.pattern(_BOLD, "__")


def marks_alone(reading: Reading) -> Iterator[Diagnostic]:
    """Find a value that is nothing but a word for « à compléter », or that has these words in it.

    Bad: `lieu: "?"`; « à voir », « en cours », « idem », « à compléter par la mairie » for a name,
    a number or an address, where they are no words of the act. In a cell of a table, « " », « - »
    and « idem », by which people repeat what stands above or have nothing to say.
    """
    for value, found in reading.in_values(_ALONE):
        place = value.origin.position
        if place and (_is_mark(found, place) or _NAMED.search(value.origin.path)):
            yield fault("C760", place, words=value.strip())


def _is_mark(found: re.Match[str], place: Position) -> bool:
    return bool(found["mark"] or (place.cell and found["ditto"]))


_DITTO = r"[\"“”«»〃]+|'{2}|[-–—]+|/{1,2}|\.|idem|id"
_GIVEN = r"désignation|nomination|recrutement|élection|création|attribution|immatriculation"
"""What a party or an office waits for."""
_TO_FILL = r"compl[ée]ter|remplir"
"""With « à », no words of a name, of a number or of a place, whatever stands around them."""
_UNKNOWN = rf"{_DOING}|voir|venir|demander|suivre|pourvoir|désigner|nommer"
_ALONE = VALUES.pattern(
    Pattern(
        rf"\A\s*+(?:(?P<mark>\?)|à\s(?:{_UNKNOWN})|en\s(?:cours|attente)|n[ée]ant|inconnue?"
        rf"|(?P<ditto>{_DITTO}|en\s(?:cours|attente)\s(?:de\s|d['’])(?:{_GIVEN}))"
        r"|sans\sobjet|n[/.][acd]|(?:poste\s|siège\s)?vacante?|pas\sencore(?:\sconnue?)?)\s*+\.?\s*+\Z"
        rf"|\b[àa]\s+(?:{_TO_FILL})\b",
        re.IGNORECASE,
    ),
    Pattern(
        rf"\A(?:\?|{_UNKNOWN}|{_DITTO}|(?:d['’])?(?:{_GIVEN})"
        r"|cours|attente|n[ée]ant|inconnue?|objet|n[/.][acd]|vacante?|encore)\.?\Z"
        rf"|\b(?:{_TO_FILL})\b",
        re.IGNORECASE,
    ),
)
_CROSSED = Pattern(r"(?<![^\W\d_])x{2,}(?![^\W\d_])|…|\.{3}|_{2,}(?![^\W_])|\?", re.IGNORECASE)
_CROSSED_OUT = VALUES.pattern(_CROSSED, "xx", "…", "...", "__", "?")
_NUMBERS = Pattern(r"\.(?:numbers?|numero)(?:\[\d+\])?$")


def numbers_crossed_out(reading: Reading) -> Iterator[Diagnostic]:
    """Find the number of which a part is still to be given: « 2026/XX/3 », « 2026-… »."""
    for value, found in reading.in_values(_CROSSED_OUT):
        if value.origin.position and _NUMBERS.search(value.origin.path):
            quoted = phrase_of_value(reading.lines, value.origin.path)
            yield fault("C760", value.origin.position, words=found.group(), **quoted)


_NAMED = Pattern(
    r"\.(?:name|number|numbers|address|place|nom|numero|adresse|lieu)(?:_\w+)?(?:\[\d+\])?$"
)
"""Key paths of names, numbers and places."""


def markup_left(reading: Reading) -> Iterator[Diagnostic]:
    """Find the tags and the entities of web pages, which are printed as they stand.

    Bad: `titre: "Objet <b>principal</b>"`, « Dijon&nbsp;Métropole ». Good: the words alone; the
    tool sets the spaces.
    """
    for passage, found in reading.found(_TAGS):
        yield reading.tell("C761", passage, *found.span(), words=found.group())
