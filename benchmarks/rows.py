"""The rows of the table: an agreement of the same model for each of many territories.

All of them are invented. Equal numbers give equal rows, on every computer.
"""

from collections.abc import Iterator, Mapping

AGREEMENT = "plaine-dijonnaise"
"""The agreement of this repository that every row is a variant of."""
NAME = "#nom"
"""The column that names the files of a row."""
_OWN = "competences_intercommunales"
_FEMININE = ("Camille", "Dominique", "Claude", "Maxime")
_LETTERS = ("Aubépine", "Bruyère", "Clématite", "Digitale", "Épervière", "Fougère", "Gentiane")


def row(number: int) -> Mapping[str, str]:
    """Return row `number`, from 0: what each column says."""
    territory = f"la Plaine de {_LETTERS[number % 7]} {roman(number // 7 + 1)}"
    town = f"{_LETTERS[number % 7].upper()} {roman(number // 7 + 1)}"
    return {
        NAME: name(number),
        "communauté.nom": territory,
        "communauté.ci-après": territory,
        "communauté.adresse": f"{number % 90 + 1} rue Ampère;BP {number % 80 + 10};"
        f"21{number % 10}10 {town}",
        "communauté.représentant.nom": f"{_FEMININE[number % 4]} NOM-{roman(number + 1)}",
        "communauté.représentant.genre": ("masculin", "féminin")[number % 2],
        f"{_OWN}.titre": territory[0].upper() + territory[1:],
        f"{_OWN}.habitants": f"{20 + number % 60} {number * 37 % 1000:03}",
        f"{_OWN}.création": f"0{number % 9 + 1}/01/20{10 + number % 10}",
        f"{_OWN}.liste arrêtée au": f"01/0{number % 9 + 1}/2021",
    }


def name(number: int) -> str:
    """Return what the files of row `number` are called, without their ending."""
    return f"territoire-{number:05}"


def rows(count: int) -> Iterator[Mapping[str, str]]:
    """Yield the first `count` rows."""
    return map(row, range(count))


def table(count: int) -> bytes:
    """Return the first `count` rows as the CSV file that a French Excel writes."""
    lines = [";".join(map(_cell, row(0)))]
    lines += (";".join(map(_cell, one.values())) for one in rows(count))
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _cell(text: str) -> str:
    return f'"{text}"' if ";" in text else text


def roman(number: int) -> str:
    """Return `number` in roman figures: names without an Arabic one, which no check stops at."""
    signs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"))
    signs += ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text
