"""The tribunaux administratifs: their names, and which department is whose.

The table is `data/courts.toml`, from the code de justice administrative, R. 221-1 and R. 221-3.
"""

import re
from collections.abc import Mapping
from functools import cache

from conventassembler.french.folding import fold
from conventassembler.french.grammar import APOSTROPHE, Gender, Pieces
from conventassembler.french.nouns import Noun
from conventassembler.french.places import department, departments, of_place
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

NOUN = Noun("tribunal administratif", Gender.MASCULINE)
_DESIGNATION = Pattern(
    rf"^(?:(?:le |au |du )?tribunal administratif|(?:le |au |du )?TA)\s+"
    rf"(?:de la (?!r[ée]union)|de |d['{APOSTROPHE}])?",
    re.IGNORECASE,
)
_POSTCODE = Pattern(r"(?<![0-9])(?<!BP )(?<!CS )(?<!CP )(?<!TSA )([0-9]{5})(?= +[^\W\d_])")
"""Before the name of a place (NF Z 10-011), and no number of a postal box."""
_CORSICA = {"200": "2A", "201": "2A", "202": "2B", "206": "2B"}


@dataclass(frozen=True, slots=True)
class Court:
    """One tribunal administratif."""

    name: str
    """What follows « tribunal administratif de »: Dijon, Guadeloupe, La Réunion."""
    areas: tuple[str, ...]
    """Codes of its departments and territories."""
    of: str = ""
    """What comes before the name, where it is not as before the name of a commune."""
    seat: str = ""
    """The commune where it sits, where it bears another name."""

    @property
    def after(self) -> Pieces:
        """What follows « tribunal administratif »: « de Dijon », « d'Amiens »."""
        return (" ", self.of, self.name) if self.of else (" ", *of_place(self.name))

    @property
    def pieces(self) -> Pieces:
        """Its whole name: tribunal administratif de Dijon, de la Guadeloupe, de La Réunion."""
        return NOUN.text, *self.after


def courts() -> tuple[Court, ...]:
    """Return all courts, in the order of the code."""
    return tuple(_courts().values())


def court(name: str) -> Court | None:
    """Return the court of that name, alone or after « tribunal administratif de », else None."""
    return _courts().get(fold(_DESIGNATION.sub("", name.strip())))


def seated_at(commune: str) -> Court | None:
    """Return the court that sits there and bears another name: Guadeloupe for Basse-Terre."""
    typed = fold(_DESIGNATION.sub("", commune.strip()))
    return next((one for one in courts() if one.seat and fold(one.seat) == typed), None)


def court_of(area: str) -> Court | None:
    """Return the court of a department or territory, by its code: 21, 2A, 974, 988."""
    return next((one for one in courts() if area in one.areas), None)


def area(name: str) -> str | None:
    """Return the code of a department or of a territory overseas, named or given by its code."""
    known = department(name)
    if known is not None:
        return known.code
    codes = {*(one.code for one in departments()), *_territories().values()}
    return name.upper() if name.upper() in codes else _territories().get(fold(name))


def area_of_address(line: str) -> str | None:
    """Return the code of the department or territory whose postcode stands in a line, else None.

    The first two figures are those of the department, CEDEX codes too; three overseas; 200, 201
    and 202, 206 tell the two of Corsica. A few communes are served from a neighbouring
    department: only the agreement can tell.
    """
    codes = _POSTCODE.findall(line)
    if not codes:
        return None
    code = codes[-1]
    known = {one.code for one in departments()} | set(_territories().values())
    found = (code, code[:3], _CORSICA.get(code[:3], ""), code[:2])
    return next((one for one in found if one in known), None)


_NAMED = Pattern(
    rf"\btribun(?:al|aux)\s++administratifs?\s++"
    rf"(?:d[eu]s?\s++|d['{APOSTROPHE}])(?:la\s++(?!R)|l['{APOSTROPHE}])?"
    rf"([A-ZÀ-Ý][\w'{APOSTROPHE}-]*+(?>(?: [\w'{APOSTROPHE}-]++){{0,6}}))"
)


def courts_named(text: str) -> tuple[str, ...]:
    """Return the names behind « tribunal administratif de » in a text: as many words as make one.

    A name of no court comes with its first word alone, hyphens included: « Nanterre ».
    """
    found = []
    for one in _NAMED.finditer(text):
        words = one[1].split(" ")
        ends = (" ".join(words[:count]) for count in range(len(words), 0, -1))
        found.append(next((name for name in ends if court(name)), words[0]))
    return tuple(found)


@cache
def _courts() -> Mapping[str, Court]:
    rows = table("courts")["courts"]
    return {fold(row["name"]): _court(row) for row in rows}


def _court(row: Mapping[str, object]) -> Court:
    departments_, territories = row.get("departments", ()), row.get("territories", {})
    assert isinstance(departments_, list | tuple)
    assert isinstance(territories, dict)
    return Court(
        str(row["name"]),
        (*departments_, *territories),
        str(row.get("of", "")),
        str(row.get("seat", "")),
    )


@cache
def _territories() -> Mapping[str, str]:
    """Return the codes of the territories overseas that are no departments, by name."""
    rows = table("courts")["courts"]
    pairs = (pair for row in rows for pair in row.get("territories", {}).items())
    return {fold(name): code for code, name in pairs}
