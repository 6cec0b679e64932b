"""C154: an address whose lines a slash parts, as on an envelope."""

from collections.abc import Iterator
from pathlib import PurePath

from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import VALUES
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.patterns import Pattern

_IS_ADDRESS = Pattern(r"\.(?:address|adresse)[^.\[]*(?:\[\d+\])?$")
"""Key paths of addresses: those of parties, and of clauses that ask for one."""
_CODE = r"(?:F-? ?)?\d{2} ?\d{3}(?:\s+[^\W\d_]|\s*$)"
_LINES = Pattern(rf"(?:\s|(?<=[^\W\d_]))/+\s*(?={_CODE})")
"""A slash behind a space or a letter, a postal code behind it: « bâtiment A / B » has none."""
_SLASH = Pattern(rf"\s+/\s+|\s*{_LINES.pattern}")
_LINE = Pattern(rf"{_CODE}|[^\s,]+\s+[^\W_]")
"""How a line begins: with two words. « B » in « bâtiment A / B, 2 rue Neuve » begins none."""


def slash_in_address(reading: Reading) -> Iterator[Diagnostic]:
    """Find the slash between the lines of an address, which the act would print.

    Bad: `adresse: "2 rue du Lavoir / 21490 RUFFEY"`, and the same in one cell of a table. Good:
    each line an item of its own; in a cell, a semicolon or Alt+Enter between them, and in a text
    with separators, quotation marks around them all.
    """
    for value, lines in reading.in_values(_SLASHED):
        place = value.origin.position
        if place and _IS_ADDRESS.search(value.origin.path):
            yield fault("C154", place, words=value, **_typed(lines, place))


def _typed(lines: tuple[str, ...], place: Position) -> dict[str, str]:
    """Return what the remedy quotes: the lines as the file takes them."""
    from conventassembler.tables.reading import TEXTS, TREES  # noqa: PLC0415 -- rarely a slash

    ending = PurePath(place.file).suffix.lower()
    if not place.cell or ending in TREES:
        quoted = ", ".join(f'"{one}"' for one in lines)
        return {"items": f"[{quoted}]"}
    cell = " ; ".join(lines)
    doubled = cell.replace('"', '""')
    return {"cell": cell, "quoted": f'"{doubled}"'} if ending in TEXTS else {"cell": cell}


def _slashed(value: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines that slashes part in a value, where they do."""
    if not _LINES.search(value):
        return ()
    first, *parts = (" ".join(one.split()) for one in _SLASH.split(value))
    lines = [first]
    for part in parts:
        begins = _LINE.match(part) and not lines[-1].isdecimal()  # « 12 / 14 rue Neuve »
        lines[len(lines) - (not begins) :] = [part if begins else f"{lines[-1]} / {part}"]
    return (tuple(lines),)


_SLASHED = VALUES.scan(_slashed, "/")
