"""Numbers in words and ordinals in figures.

Traditional spelling, or that of the 1990 rectifications: hyphens between all the words of a
number; million and milliard, nouns, keep their spaces in both.
"""

from functools import cache

from conventassembler.french.folding import fold

LARGEST = 999_999_999_999

_UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante")


def cardinal(number: int, *, feminine: bool = False, reformed: bool = False) -> str:
    """Return the number in words: deux cent mille, quatre-vingts, vingt et une.

    « cent » and « vingt » take an s when multiplied and last (before million and milliard too,
    which are nouns), « mille » never does. `feminine` puts the last « un » in the feminine.
    Sources: Grevisse, *Le Bon Usage*, « numéraux cardinaux » ; rectifications in the Journal
    officiel (documents administratifs) of 6 December 1990. Raises ValueError out of
    0..`LARGEST`.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(number)
    words = [*_nouns(number, reformed), *_below_million(number % 1_000_000, number, reformed)]
    text = " ".join(words)
    return f"{text}e" if feminine and text.endswith("un") else text


def read_cardinal(text: str) -> int | None:
    """Return the number that `text` writes, in either spelling and gender; None for any other."""
    words = fold(text).split()
    number = _value(words)
    if number is None or number > LARGEST:
        return None
    spellings = (
        cardinal(number, feminine=feminine, reformed=reformed)
        for feminine in (False, True)
        for reformed in (False, True)
    )
    return number if fold(text) in map(fold, spellings) else None


def ordinal_short(number: int, *, feminine: bool = False) -> str:
    """Return the ordinal in figures: 1er, 1re, 2e (never 2ème).

    Source: Lexique of the Imprimerie nationale, « abréviations des ordinaux ».
    """
    if number == 1:
        return "1re" if feminine else "1er"
    return f"{number}e"


def _nouns(number: int, reformed: bool) -> list[str]:
    """Return the words of the milliards and of the millions."""
    words: list[str] = []
    for size, noun in ((1_000_000_000, "milliard"), (1_000_000, "million")):
        count = number // size % 1000
        if count:
            plural = "s" if count > 1 else ""
            words += [_hyphenated(_below_thousand(count), reformed), f"{noun}{plural}"]
    return words


def _below_million(rest: int, number: int, reformed: bool) -> list[str]:
    if not rest:
        return [] if number else [_UNITS[0]]
    thousands, units = divmod(rest, 1000)
    words: list[str] = []
    if thousands > 1:
        words.append(_invariable(_below_thousand(thousands)))
    if thousands:
        words.append("mille")
    if units:
        words.append(_below_thousand(units))
    return [_hyphenated(" ".join(words), reformed)]


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    cent = "cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent"
    if rest:
        return f"{cent} {_below_hundred(rest)}"
    return f"{cent}s" if hundreds > 1 else cent


def _below_hundred(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    if number < 70:
        ten, unit = divmod(number, 10)
        return _with_unit(_TENS[ten], unit)
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_UNITS[number - 60]}"
    return "quatre-vingts" if number == 80 else f"quatre-vingt-{_UNITS[number - 80]}"


def _with_unit(ten: str, unit: int) -> str:
    if unit == 1:
        return f"{ten} et un"
    return f"{ten}-{_UNITS[unit]}" if unit else ten


def _invariable(words: str) -> str:
    """Take the s of cents and vingts away before « mille »."""
    return words.removesuffix("s") if words.endswith(("cents", "vingts")) else words


def _hyphenated(words: str, reformed: bool) -> str:
    return words.replace(" ", "-") if reformed else words


@cache
def _word_values() -> dict[str, int]:
    simple = {fold(word): value for value, word in enumerate(_UNITS) if "-" not in word}
    tens = {word: 10 * index for index, word in enumerate(_TENS) if word}
    return {**simple, **tens, "une": 1}


def _value(words: list[str]) -> int | None:
    """Add up the words; what is not well written is found out by writing it again."""
    total = group = 0
    for word in words:
        base = word if word in _word_values() else word.removesuffix("s")
        if base in ("milliard", "million"):
            total += group * (1_000_000_000 if base == "milliard" else 1_000_000)
            group = 0
        elif base == "mille":
            group = max(group, 1) * 1000
        elif base == "cent":
            group = group - group % 100 + max(group % 100, 1) * 100
        elif base == "vingt" and group % 100 == 4:
            group += 76
        elif base in _word_values():
            group += _word_values()[base]
        elif word != "et":
            return None
    return total + group if words else None
