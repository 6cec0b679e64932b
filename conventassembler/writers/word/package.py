"""A Word file as a package: its members read within bounds, and written with equal bytes always.

A zip file records dates, an order and a system for its members; all three are fixed here, so that
equal members make equal files, whatever the day, the folder and the machine. For the same reason
they are not deflated by the zlib of Python: from 3.14 on Windows, and on some Linux, that is
zlib-ng, which makes other bytes. libdeflate comes with its own wheel and is twice as fast.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from struct import Struct
from typing import Final

import deflate

from conventassembler.frozen import dataclass

CONTENT_TYPES: Final = "[Content_Types].xml"
_MEMBERS: Final = 2_000
_SIZE: Final = 64 * 1024 * 1024
_LEVEL: Final = 5
"""Of twelve: on our acts a fifth faster than the usual 6, for files that are 2 % larger."""
_VERSION: Final = 20
"""Of the format: one that knows folders and deflation."""
_FIRST_DAY: Final = 1 << 5 | 1
"""1 January 1980, as MS-DOS writes days."""
_READABLE: Final = 0o600 << 16
_UTF_8: Final = 0x800
_LOCAL: Final = Struct("<4s5H3I2H")
_CENTRAL: Final = Struct("<4s2B5H3I5H2I")
_END: Final = Struct("<4s4H2IH")
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a compression that zipfile does not know
    RuntimeError,  # an encrypted member
    OSError,
    ValueError,
)


class PackageError(ValueError):
    """The bytes are not a package that can be read."""


def read_members(data: bytes) -> dict[str, bytes]:
    """Return the members of the package `data` by name.

    Raises:
        PackageError: it is not a zip file, is damaged, encrypted, or unreasonably large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except PackageError:
        raise
    except _UNREADABLE as error:
        raise PackageError(str(error)) from error


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > _MEMBERS or sum(entry.file_size for entry in entries) > _SIZE:
        raise PackageError(f"more than {_MEMBERS} members or {_SIZE} bytes")
    if len({entry.filename for entry in entries}) < len(entries):
        raise PackageError("two members have one name")
    return {entry.filename: archive.read(entry) for entry in entries}


@dataclass(frozen=True, slots=True)
class Packed:
    """A member as it stands in a package."""

    deflated: bytes
    size: int
    checksum: int


def packed(data: bytes) -> Packed:
    """Return the member `data`, deflated."""
    deflated = bytes(deflate.deflate_compress(data, _LEVEL))
    return Packed(deflated, len(data), deflate.crc32(data))


def write_members(members: Mapping[str, bytes]) -> bytes:
    """Return the package that holds `members`, the table of content types first."""
    return write_packed({name: packed(data) for name, data in members.items()})


def write_packed(members: Mapping[str, Packed]) -> bytes:
    """Return the same of members that are deflated already (APPNOTE.TXT of PKWARE, 4.3)."""
    made: list[bytes] = []
    table: list[bytes] = []
    place = 0
    for name in sorted(members, key=lambda name: (name != CONTENT_TYPES, name)):
        bare, flags = _name(name)
        held = _held(members[name], len(bare), flags)
        entry = _LOCAL.pack(b"PK\3\4", *held) + bare
        looks = (0, 0, 0, _READABLE, place)
        table.append(_CENTRAL.pack(b"PK\1\2", _VERSION, 0, *held, *looks) + bare)
        made += (entry, members[name].deflated)
        place += len(entry) + len(members[name].deflated)
    size, count = sum(map(len, table)), len(table)
    return b"".join((*made, *table, _END.pack(b"PK\5\6", 0, 0, count, count, size, place, 0)))


def _name(name: str) -> tuple[bytes, int]:
    """Return a name as bytes, and the flag that says they are UTF-8 where they are not ASCII."""
    return (name.encode("ascii"), 0) if name.isascii() else (name.encode("utf-8"), _UTF_8)


def _held(member: Packed, name: int, flags: int) -> tuple[int, ...]:
    """Return what both headers of a member say of it."""
    sizes = (member.checksum, len(member.deflated), member.size)
    return (_VERSION, flags, zipfile.ZIP_DEFLATED, 0, _FIRST_DAY, *sizes, name, 0)
