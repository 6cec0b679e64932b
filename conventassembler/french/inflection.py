"""Participles and adjectives of a closed table, put in the gender and number they agree with."""

from functools import cache

from conventassembler.french.folding import near
from conventassembler.french.grammar import Agreement, Gender, Number
from conventassembler.french.tables import table

Forms = tuple[str, str, str, str]
"""Masculine, feminine, masculine plural, feminine plural."""


class UnknownWordError(Exception):
    """A word that the table of agreement does not know."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        super().__init__(word)
        self.word = word
        self.near = near


def agree(word: str, agreement: Agreement) -> str:
    """Return `word` in the form that agrees: représenté, représentée, représentés, représentées.

    Any of its forms may be given; so may an adverb before it (« dûment habilité ») and a capital
    at its head. Raises `UnknownWordError` for a word of no table: nothing is guessed.
    """
    adverbs, _, last = word.rpartition(" ")
    forms = _table().get(last.lower())
    if forms is None or not _are_adverbs(adverbs):
        raise UnknownWordError(word, near(last, (row[0] for row in _table().values())))
    form = forms[_column(agreement)]
    if last[:1].isupper():
        form = form[0].upper() + form[1:]
    return f"{adverbs} {form}" if adverbs else form


def _column(agreement: Agreement) -> int:
    plural = 2 if agreement.number is Number.PLURAL else 0
    return plural + (1 if agreement.gender is Gender.FEMININE else 0)


def _are_adverbs(words: str) -> bool:
    return all(word.lower() in table("inflection")["adverbs"] for word in words.split())


@cache
def _table() -> dict[str, Forms]:
    data = table("inflection")
    rows = [_regular(word) for word in data["regular"]]
    rows += [(row[0], row[1], row[2], row[3]) for row in data["irregular"]]
    return {form: row for row in rows for form in reversed(row)}


def _regular(word: str) -> Forms:
    """Feminine with -e, plurals with -s; a masculine in -s or -x is its own plural."""
    feminine = word if word.endswith("e") else f"{word}e"
    plural = word if word.endswith(("s", "x")) else f"{word}s"
    return word, feminine, plural, f"{feminine}s"
