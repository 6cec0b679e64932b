"""C762, C764 to C766, C777, C797, C799: values of an agreement in a shape that prints nonsense."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from conventassembler.agreement.model import (
    Agreement,
    OtherSignatory,
    Representative,
    TextOrBlank,
)
from conventassembler.checks.asked import of_each_entry
from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import VALUES
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.places import place_of
from conventassembler.french.folding import fold
from conventassembler.french.offices import leading_office
from conventassembler.keeping import recalled
from conventassembler.patterns import Pattern
from conventassembler.values import Record, RichText, Text

_TITLE = r"(?:M|Mr|Mme|Mlle|MM|Mmes)\.?|Monsieur|Madame|Mademoiselle"
_NAMED = Pattern(rf"(?P<words>{_TITLE})\s+\S", re.IGNORECASE)
_CIVILITIES = {"mr": "M.", "mr.": "M.", "mme.": "Mme", "melle": "Mme", "mlle": "Mme"} | {
    "mademoiselle": "Madame", "m": "M.", "mister": "M.", "monsieur.": "Monsieur",
    **dict.fromkeys(("f", "femme", "féminin"), "Mme"), "h": "M.", "homme": "M.", "masculin": "M.",
}  # fmt: skip
_WRITTEN = ("M.", "Mme", "Monsieur", "Madame")
_WITH_OFFICE = Pattern(
    r"(?:Mme|(?P<his>M|Mr|Monsieur)|Madame)\.?\s+l(?:[ea]\s+|['’])\S", re.IGNORECASE
)
_ARTICLE = Pattern(r"l[ea]\s+|l['’]\s*", re.IGNORECASE)
_SEVERAL = Pattern(
    r"\s*(?P<first>[^\W\d_][^/&+;]*?)(?:\s*[/&+;]\s*|\s+et\s+)"
    r"(?P<second>(?!d[eu]s?\s|d['’]|l[ea]s?\s|l['’])[^\W\d_][^/&+;]*?)\s*"
)
"""« Anne Martin et Jean Dupont », but not « Anne de X et de Y »."""
_NAME_OF_PLACE = (
    r"[^\W\d_a-zà-öø-ÿ][\w'’-]*(?:\s(?:(?:de|du|des|la|le|les|sur|sous|en|lès)\b|[dl]['’]"
    r"|[^\W\d_a-zà-öø-ÿ])[\w'’-]*)*"
)
_TWO_NAMES = Pattern(
    rf"\s*(?P<first>{_NAME_OF_PLACE})(?:\s*[,/]\s*|\s+(?:et|&)\s+)(?P<second>{_NAME_OF_PLACE})"
    rf"(?:(?:\s*[,/]\s*|\s+(?:et|&)\s+){_NAME_OF_PLACE})*\s*"
)
"""« Norges, Bourg », « Arnay et Bourg »; not « Direction de l'économie, de l'emploi »."""
_FIGURES = Pattern(r"[^\w]*\d[\d\W]*")
_LONGEST_NAME = 200
_BULLET = Pattern(r"(?P<mark>[-–—•*·▪►➢➤‣◦✓]+)\s+\S|(?P<rank>\d{1,2}\s?[.)°])\s+\S")


def names_without_civility(reading: Reading) -> Iterator[Diagnostic]:
    """Find « Mme » in the `nom` of a person, and the `civilité` that no French act writes.

    Bad: `nom: "Mme Anne MARTIN"`, `civilité: Mr`, `civilité: Madame la maire`. Good:
    `civilité: Mme` and `nom: "Anne MARTIN"`; « M. » for a man.
    """
    for person in _persons(reading.resolved.agreement):
        if isinstance(person.name, Text) and (found := _NAMED.match(person.name)):
            place = place_of(person.name, person.position)
            yield fault("C762", place, words=found["words"], **_alone(person.name, found, place))
        if isinstance(person.name, Text) and (both := _two_persons(person.name)):
            place = place_of(person.name, person.position)
            yield fault("C797", place, first=both["first"], second=both["second"])
        if person.civility and (right := _right_civility(person.civility)):
            place = place_of(person.civility, person.position)
            yield fault("C766", place, civility=person.civility, right=right)


def names_of_letters(reading: Reading) -> Iterator[Diagnostic]:
    """Find the number where a name is asked for: the telephone of a mairie for its maire.

    Bad: `nom: "03 80 00 00 00"`, `adresse: "217 103 554 00012"`. Good: `nom: "Anne MARTIN"`.
    """
    agreement = reading.resolved.agreement
    parties = (*agreement.parties, *agreement.partners)
    named: list[tuple[str, TextOrBlank | None, Position]] = [
        *(("nom", one.name, one.position) for one in (*parties, *_persons(agreement))),
        *(("adresse", one.address[0], one.position) for one in parties if len(one.address) == 1),
    ]
    if signed := agreement.signature:
        named.append(("lieu", signed.place, signed.position))
    for key, value, around in named:
        if isinstance(value, Text) and _FIGURES.fullmatch(value):
            yield fault("C799", place_of(value, around), value=value, key=key)


def _persons(agreement: Agreement) -> Sequence[Representative | OtherSignatory]:
    """Return all whom an act names as persons."""
    parties = (*agreement.parties, *agreement.partners)
    others = agreement.signature.others if agreement.signature else ()
    return (*(one for party in parties for one in party.representatives), *others)


def _two_persons(name: str) -> re.Match[str] | None:
    return _SEVERAL.fullmatch(name) if len(name) < _LONGEST_NAME else None


def _alone(name: Text, found: re.Match[str], place: Position) -> dict[str, str]:
    """Return what stands behind the civility in a cell; an office, wherever it stands."""
    rest = str(name[found.end() - 1 :])
    if leading_office(_ARTICLE.sub("", rest)) and _ARTICLE.match(rest):
        return {"office": rest}
    return {"alone": rest} if place.cell else {}


def _right_civility(civility: str) -> str:
    """Return what an act writes instead; nothing where `civility` is right, or unknown."""
    if found := _WITH_OFFICE.match(civility):
        return "M." if found["his"] else "Mme"
    first, _, more = civility.partition(" ")
    known = first.capitalize()
    if known in _WRITTEN and (first != known or more not in ("", "la", "le")):  # of these, C707
        return known
    return _CIVILITIES.get(civility.lower(), "")


@of_each_entry
def items_said_once(entry: Instance) -> Iterator[Diagnostic]:
    """Find the item that one list of values says twice, whatever its case and accents."""
    for value in entry.arguments.values():
        if isinstance(value, tuple | Record | Mapping):
            yield from _repeated(value)


@recalled
def _repeated(value: object) -> Sequence[Diagnostic]:
    return [one for texts in _lists_in(value) for one in _said_again(texts)]


def _said_again(texts: tuple[Text, ...]) -> Iterator[Diagnostic]:
    """Yield a finding for each item that says what one before it says."""
    seen: dict[str, Text] = {}
    for text in texts:
        first = seen.setdefault(fold(text), text)
        if first is not text and text.origin.position and first.origin.position:
            place = first.origin.position
            line = {} if place.cell else {"line": place.line}
            yield fault("C764", text.origin.position, value=text, **line)


@of_each_entry
def one_name_each(entry: Instance) -> Iterator[Diagnostic]:
    """Find two names in one item of a list of names, which a clause counts as one.

    Bad: « Norges, Bourg ; Mont » in a cell: « deux communes ». Good: « Norges ; Bourg ; Mont ».
    """
    for value in entry.arguments.values():
        if isinstance(value, tuple | Record | Mapping):
            yield from _joined(value)


@recalled
def _joined(value: object) -> Sequence[Diagnostic]:
    lists = [texts for texts in _lists_in(value) if all(one[:1].isupper() for one in texts)]
    return [
        fault(
            "C777", text.origin.position, value=text, first=found["first"], second=found["second"]
        )
        for texts in lists
        for text in texts
        if (found := _TWO_NAMES.fullmatch(text)) and text.origin.position
    ]


def items_without_marks(reading: Reading) -> Iterator[Diagnostic]:
    """Find the bullet or the number typed at the head of an item, or of a title that has its own.

    Bad: `- "– les familles"`, `titre: "1. Objet"`. Good: the words: the act sets the dashes and the
    numbers.
    """
    if not reading.in_values(_BULLETED):
        return
    lists = (one for instance in reading.instances for one in _lists(instance))
    texts = [text for one in lists for text in one]
    titles = [one.entry.title for one in reading.instances if one.id in reading.resolved.numbers]
    for text in (*texts, *(one for one in titles if isinstance(one, Text))):
        found = None if isinstance(text, RichText) else _BULLET.match(text)
        if found and text.origin.position:
            mark = found["mark"] or found["rank"]
            yield fault("C765", text.origin.position, mark=mark, value=text)


_SIGN = Pattern(r"\A(?:[-–—•*·▪►➢➤‣◦✓]+|\d{0,2}[.)°])\Z")
"""A bullet is a word of its own, as is a number, or the mark behind it."""
_BULLETED = VALUES.scan(lambda text: (_BULLET.match(text) and (text,)) or (), _SIGN)


def _lists(instance: Instance) -> Iterator[tuple[Text, ...]]:
    """Yield the lists of texts typed as values of a clause, however deep."""
    return _lists_in(instance.arguments)


def _lists_in(value: object) -> Iterator[tuple[Text, ...]]:
    if isinstance(value, Mapping):
        inner: Iterable[object] = value.values()
    elif isinstance(value, Record):
        inner = [value[name] for name in value]
    elif isinstance(value, tuple):
        inner = value
        texts = tuple(one for one in value if isinstance(one, Text))
        if texts:
            yield texts
    else:
        return
    for one in inner:
        yield from _lists_in(one)
