"""The rows of the table: an agreement of the same model for each of many territories.

All of them are invented. Equal numbers give equal rows, on every computer. What tells them apart is
in roman figures, which nobody takes for a value that was mistyped: there are 16 000 of them.
"""

from collections.abc import Iterator, Mapping

from conventassembler.french.numerals import write_numeral

AGREEMENT = "plaine-dijonnaise"
"""The agreement of this repository that every row is a variant of."""
NAME = "#nom"
"""The column that names the files of a row."""
_OWN = "competences_intercommunales"
_FIRST = ("Camille", "Dominique", "Claude", "Maxime")
_PLANTS = ("Aubépine", "Bruyère", "Clématite", "Digitale", "Épervière", "Fougère", "Gentiane")


def row(number: int) -> Mapping[str, str]:
    """Return row `number`, from 0: what each column says."""
    place = f"{_PLANTS[number % 7]} {write_numeral(number // 7 + 1, 'romains')}"
    person = f"{_FIRST[number % 4]} NOM-{write_numeral(number // 4 + 1, 'romains')}"
    territory = f"la Plaine de {place}"
    return {
        NAME: name(number),
        "communauté.nom": territory,
        "communauté.ci-après": territory,
        "communauté.adresse": f"{number % 90 + 1} rue Ampère;BP {number % 80 + 10};"
        f"21{number % 10}10 {place.upper()}",
        "communauté.représentant.nom": person,
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
