"""C780 to C782: figures of a text that belie each other, wherever somebody typed them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, takewhile

from conventassembler.checks.columns import text as said
from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.scans import LINES, Near, Scan
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import ListItem, Paragraph, Table
from conventassembler.french.folding import fold
from conventassembler.french.numbers import read_cardinal
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_PERCENT = Pattern(r"(?<![\d,])(\d{1,3}(?:,\d{1,3})?)\s?%")
_NAMED = Pattern(rf"[^%:]{{1,80}}:\s?{_PERCENT.pattern}[^%]*")
"""« à la signature : 50 % ; »."""
_THE_REST = Pattern(r"\b(?:soldes?|restes?|surplus|reliquat|restante?s?|complément)\b", re.I)
_RATES = Pattern(r"\btaux\b", re.IGNORECASE)
"""What is asked of several things, each by itself, and is no share of one."""
_AMOUNT = Pattern(
    r"(?<![\d,])(\d{1,3}(?:\s\d{3})+(?:,\d{1,2})?|\d{1,12}(?:,\d{1,2})?)\s?(?:€|euros?\b)"
)
_SHARED = Pattern(
    r"(?:répart|échelonn|versé|versement|ventil|tranche|clé\b|clef\b|quote-part|en \w+ fois)", re.I
)
_SIGNS = (
    *("répart", "échelonn", "versé", "versement", "ventil", "tranche", "quote-part", "fois"),
    Pattern(r"cl(?:é|ef)\b", re.IGNORECASE),
)
"""What speaks of shares has one of them."""
_SPLIT = Pattern(r"(?:répart|ventil|décompos|se compose|échelonn)", re.IGNORECASE)
_WORDS = r"(?P<words>(?:[a-zéû]{1,20}[ -]){0,11}?[a-zéû]{1,20})"
_FIGURES = r"(?P<figures>\d[\d ]*(?:,\d{1,2})?)"
_TAXES = r"(?: ?(?:TTC|HT|net))?"
_BOTH = (
    Pattern(
        rf"\b{_WORDS} euros?{_TAXES} \(\s?{_FIGURES}\s?(?:€|euros?)?{_TAXES}\s?\)", re.IGNORECASE
    ),
    Pattern(
        rf"\b{_FIGURES} ?(?:€|euros?){_TAXES} \(\s?{_WORDS} euros?{_TAXES}\s?\)", re.IGNORECASE
    ),
    Pattern(
        rf"\b{_WORDS} \(\s?(?P<figures>\d{{1,3}})\s?\) (?:ans?|années?|mois|semaines?|jours?"
        r"|exemplaires?|originaux|fois|pages?)\b",
        re.IGNORECASE,
    ),
)
_FIGURES_BEHIND = Pattern(r"\(\s?\d")
_BETWEEN = (_FIGURES_BEHIND, Pattern(r"(?:€|euros?|TTC|HT|net) \(", re.IGNORECASE), _FIGURES_BEHIND)
"""What stands between the two numbers of each way."""
_NO_PARTS = Pattern(r"\bdont\b|\bsoit\b|\btaxes\b|\b(?:HT|TTC)\b|\btotal|\bau total\b")
"""What says that the amounts behind a « dont » are not all parts of one whole."""
_NO_WHOLE = Pattern(
    r"\bpar (?:ans?|année|mois|trimestre|semestre|exercice|jour|heure)\b|/ ?(?:ans?|mois)\b"
    r"|(?:€|euros?) (?:par|pour chaque) (?!l[ea]s?\b|l'|une?\b|(?-i:[A-Z]))|\bchacune?s?\b"
    r"|\bannuel|\bmensuel|\blimite|\bplafon|\bmaxim|\bminim",
    re.IGNORECASE,
)
"""What says that an amount is one of several alike, or a bound, and no sum to be shared."""
_TOTAL = Pattern(r"\btota(?:l|ux)\b|\bensemble\b", re.IGNORECASE)
_AT_ONCE = Pattern(rf"(?:environ |au moins |au plus )?{_AMOUNT.pattern}")
_FARTHEST = 25
"""How far from 100 a sum may be that somebody took for it."""
_LONGEST = 12
"""Words of a number: « neuf cent quatre-vingt-dix-neuf mille neuf cent... »."""


def shares_of_a_hundred(reading: Reading) -> Iterator[Diagnostic]:
    """Find the shares of a list or of a column that should make 100 % and do not.

    A list: each of its items begins with a percentage, or has one behind a colon, and the words
    above speak of a sharing or of payments. A column: all its cells are percentages under
    « Répartition », « Part », « Clé ». What rounding alone explains is left, as are rates, and a
    list of which the next paragraph pays the rest.
    """
    for _above, items, below in _lists_below(reading, _ABOVE_SHARES):
        if len(items) <= 1:
            continue
        found = [_share(one.text.strip()) for one in items]
        if all(found) and not (below and _THE_REST.search(below.text)):
            figures = [one[1] for one in found if one]
            if (total := _not_a_hundred(figures)) is not None:
                yield _of_hundred(reading, items[0], figures, total)
    for passage, figures in _columns(reading):
        if (total := _not_a_hundred(figures)) is not None:
            yield _of_hundred(reading, passage, figures, total)


def _shared(text: str) -> tuple[str, ...]:
    """Return a line if it speaks of shares of one whole."""
    return (text,) if _SHARED.search(text) and not _RATES.search(text) else ()


_ABOVE_SHARES = LINES.scan(_shared, *_SIGNS)


def _share(item: str) -> re.Match[str] | None:
    return _PERCENT.match(item) or _NAMED.fullmatch(item)


def _not_a_hundred(figures: Sequence[str]) -> Decimal | None:
    """Return the sum of percentages that is not 100, even where each of them was rounded."""
    values = [Decimal(one.replace(",", ".")) for one in figures]
    places = max((len(one.partition(",")[2]) for one in figures), default=0)
    total = sum(values, Decimal())
    rounding = Decimal(len(values)) / 2 / 10**places
    is_exact = places == 0 and all(one % 5 == 0 for one in values)
    wrong = abs(total - 100)
    is_slip = 0 < wrong <= _FARTHEST  # « 80 % des enfants », « 60 % des familles » are no shares
    return total if is_slip and (is_exact or wrong > rounding) else None


def _of_hundred(
    reading: Reading, passage: Passage, figures: Sequence[str], total: Decimal
) -> Diagnostic:
    words = {"shares": " + ".join(f"{one} %" for one in figures), "total": _figure(total)}
    return reading.tell("C780", passage, 0, len(passage.text), **words)


def _figure(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


_List = tuple[Passage, list[Passage], Passage | None]
"""A list: the line above it, its items of the first level, the line below."""


def _lists_below(reading: Reading, scan: Scan[str]) -> Iterator[_List]:
    """Yield the lists of the act right below a line in which `scan` found something."""
    for rank, above, _ in reading.ranked(scan):
        if isinstance(above.block, ListItem):
            continue
        behind = islice(reading.passages, rank + 1, None)
        items = list(takewhile(lambda one: isinstance(one.block, ListItem), behind))
        tops = [one for one in items if getattr(one.block, "level", 0) == 1]
        if tops:
            below = reading.passages[rank + 1 + len(items) : rank + 2 + len(items)]
            yield above, tops, below[0] if below else None


def _columns(reading: Reading) -> Iterator[tuple[Passage, list[str]]]:
    blocks = zip(reading.draft.blocks, reading.said, strict=True)
    tables = [(one, of.passages) for one, of in blocks if type(one) is Table and of.passages]
    for table, (passage, *_) in {id(one[0]): one for one in reversed(tables)}.values():
        if table.header is None:
            continue
        for rank, head in enumerate(table.header.cells):
            if not _SHARED_OUT.search(said(head)):
                continue
            rows = [row for row in table.rows if not row.role and rank < len(row.cells)]
            cells = [said(row.cells[rank]) for row in rows]
            found = [_PERCENT.fullmatch(cell) for cell in cells]
            if len(cells) > 1 and all(found):
                yield passage, [one[1] for one in found if one]


_SHARED_OUT = Pattern(r"répartition|clef?\b|quote-part", re.IGNORECASE)


def words_and_figures(reading: Reading) -> Iterator[Diagnostic]:
    """Find the number in words that its figures belie: « dix mille euros (12 000 €) ».

    So for a length of time and a number of copies: « trois (4) exemplaires ». « deux fois mille
    euros (2 000 €) » is left to the reader.
    """
    for passage, one in reading.found(_BELIED):
        told = {"words": one.words, "figures": one.figures, "number": _thousands(one.number)}
        yield reading.tell("C781", passage, *one.span, **told)


@dataclass(frozen=True, slots=True)
class _Belied:
    """A number in words, and figures beside it that are another."""

    words: str
    number: int
    figures: str
    span: tuple[int, int]


def _belied(text: str) -> tuple[_Belied, ...]:
    ways = (way for needed, way in zip(_BETWEEN, _BOTH, strict=True) if needed.search(text))
    both = [found for way in ways for found in way.finditer(text)]
    return tuple(one for found in both for one in _differing(found))


def _differing(found: re.Match[str]) -> Iterator[_Belied]:
    words, number = _number_at_the_end(found["words"])
    ahead = found["words"].rindex(words)
    is_whole = not found["words"][:ahead].lower().endswith("fois ")
    if number is not None and number != _value(found["figures"]) and is_whole:
        start = min(found.start("words") + ahead, found.start("figures"))
        yield _Belied(words, number, found["figures"].strip(), (start, found.end()))


def _may_be_belied(text: str) -> bool:
    return any(needed.search(text) for needed in _BETWEEN)


_BELIED = LINES.scan(_belied, "(", near=Near(1, 1, _may_be_belied))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def _number_at_the_end(words: str) -> tuple[str, int | None]:
    """Return the longest number in words that `words` end with: « la somme de dix mille »."""
    parts = words.split(" ")[-_LONGEST:]
    for start in range(len(parts)):
        text = " ".join(parts[start:])
        number = read_cardinal(fold(text)) if text else None
        number = read_cardinal(text) if number is None else number
        if number is not None:
            return text, number
    return words, None


def parts_of_a_whole(reading: Reading) -> Iterator[Diagnostic]:
    """Find the parts that do not make their whole.

    In one sentence: « 24 000 €, dont 20 000 € ... et 12 000 € ... », which exceed it. Over a list:
    « 24 000 €, répartis comme suit : », of which each item says one amount. Amounts « par an »,
    annual ones and bounds are no wholes.
    """
    for passage, (whole, total) in reading.found(_EXCEEDED):
        yield _of_whole(reading, passage, whole, total)
    for above, items, _below in _lists_below(reading, _ABOVE_PARTS):
        said = (above.text, *(one.text for one in items))
        is_sum = not any(map(_NO_WHOLE.search, said)) and not any(map(_TOTAL.search, said[1:]))
        amounts = [_amounts(one.text) for one in items]
        yield from _split_wrongly(reading, above, amounts) if is_sum else ()


def _exceeded(text: str) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return the amount before a « dont », and the parts behind it that are more."""
    before, _, after = text.partition(" dont ")
    if not _AT_ONCE.match(after) or _NO_PARTS.search(after):
        return ()
    ahead, behind = re.split(r"[.;]\s", before)[-1], re.split(r"[.;]\s", after)[0]
    amounts, parts = _amounts(ahead), _amounts(behind)
    total = sum(parts, Decimal())
    is_sum = amounts and len(parts) > 1 and not _NO_WHOLE.search(f"{ahead} {behind}")
    return ((amounts[-1], total),) if is_sum and total > amounts[-1] else ()


def _announcing_parts(text: str) -> tuple[str, ...]:
    """Return a line if it says that the list below it shares something out."""
    return (text,) if text.rstrip().endswith(":") and _SPLIT.search(text) else ()


_EXCEEDED = LINES.scan(_exceeded, "dont")
_ABOVE_PARTS = LINES.scan(_announcing_parts, "répart", "ventil", "décompos", "compose", "échelonn")


def _split_wrongly(
    reading: Reading, above: Passage, items: list[list[Decimal]]
) -> Iterator[Diagnostic]:
    """Yield the finding that a list of amounts, one an item, is not the one amount above it."""
    whole = _amounts(above.text)
    total = sum((one for item in items for one in item), Decimal())
    is_clear = len(whole) == 1 and len(items) > 1 and all(len(item) == 1 for item in items)
    if is_clear and isinstance(above.block, Paragraph) and total != whole[0]:
        yield _of_whole(reading, above, whole[0], total)


def _of_whole(reading: Reading, passage: Passage, whole: Decimal, total: Decimal) -> Diagnostic:
    found = next(one for one in _AMOUNT.finditer(passage.text) if _value(one[1]) == whole)
    words = {"whole": _money(whole), "total": _money(total)}
    return reading.tell("C782", passage, *found.span(), **words)


def _amounts(text: str) -> list[Decimal]:
    return [_value(found[1]) for found in _AMOUNT.finditer(text)]


def _value(text: str) -> Decimal:
    return Decimal(text.replace(" ", "").replace(",", "."))


def _money(value: Decimal) -> str:
    digits = f"{value:,.2f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return f"{digits.removesuffix(',00')}\N{NO-BREAK SPACE}€"
