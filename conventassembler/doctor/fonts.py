"""Which fonts a house template asks for, and which of them this computer has.

A font is known by the name that its file gives it (OpenType, table `name`), on every system.
"""

import os
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from struct import error, unpack_from
from typing import Final

ALIKE: Final[Mapping[str, str]] = {
    "Arial": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Courier New": "Liberation Mono",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
}
"""Fonts that take the same room, which LibreOffice uses instead: the pages stay the same."""
_ENDINGS: Final = {".ttf", ".otf", ".ttc", ".otc"}
_FAMILY: Final = 1
_TYPOGRAPHIC_FAMILY: Final = 16
_LARGEST: Final = 1 << 16
"""Bytes that the names of a font take at most."""
_MOST: Final = 5000
"""Files that are looked at."""


def asked_for(template: bytes) -> tuple[str, ...]:
    """Return the fonts that the styles of a house template name, in alphabetical order."""
    try:
        with zipfile.ZipFile(BytesIO(template)) as members:
            styles = members.read("word/styles.xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, OSError):
        return ()
    return tuple(sorted(set(re.findall(r'w:ascii="([^"]+)"', styles))))


def font_folders(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> tuple[Path, ...]:
    """Return where the fonts of a computer are; `platform` is a `sys.platform`."""
    home = environment.get("USERPROFILE" if platform == "win32" else "HOME", "")
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        own = Path(local, "Microsoft", "Windows", "Fonts")
        return (Path(environment.get("WINDIR", r"C:\Windows"), "Fonts"), own)
    if platform == "darwin":
        tops = ("/System/Library", "/Library", f"{home}/Library")
        return tuple(Path(top, "Fonts") for top in tops)
    own_folders = (f"{home}/.local/share/fonts", f"{home}/.fonts")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), *map(Path, own_folders))


def installed(folders: tuple[Path, ...]) -> frozenset[str]:
    """Return the names of the font families in `folders` and below; damaged files have none."""
    names: set[str] = set()
    for _, path in zip(range(_MOST), _files(folders), strict=False):
        with suppress(OSError, error, UnicodeDecodeError):
            names |= set(_families(path))
    return frozenset(names)


def _files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        for top, _, names in os.walk(folder):
            yield from (Path(top, name) for name in names if Path(name).suffix.lower() in _ENDINGS)


def _families(path: Path) -> Iterator[str]:
    """Yield the family names of a font file; of a collection, of its first font."""
    with path.open("rb") as file:
        head = file.read(12)
        start = 0
        if head[:4] == b"ttcf":
            (start,) = unpack_from(">I", file.read(4))
            file.seek(start)
            head = file.read(12)
        (count,) = unpack_from(">H", head, 4)
        tables = file.read(16 * count)
        for number in range(count):
            tag, _, offset, length = unpack_from(">4sIII", tables, 16 * number)
            if tag == b"name":
                file.seek(offset)
                yield from _names(file.read(min(length, _LARGEST)))


def _names(table: bytes) -> Iterator[str]:
    """Yield the names of the family in the table `name`."""
    _, count, strings = unpack_from(">HHH", table)
    for number in range(count):
        platform, _, _, id_, length, offset = unpack_from(">HHHHHH", table, 6 + 12 * number)
        if id_ in (_FAMILY, _TYPOGRAPHIC_FAMILY):
            data = table[strings + offset : strings + offset + length]
            yield data.decode("mac-roman" if platform == 1 else "utf-16-be")
