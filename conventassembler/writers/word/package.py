"""A Word file as a package: its members read within bounds, and written with equal bytes always.

A zip file records dates, an order and a system for its members; all three are fixed here, so that
equal members make equal files, whatever the day, the folder and the machine.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

CONTENT_TYPES: Final = "[Content_Types].xml"
_MEMBERS: Final = 2_000
_SIZE: Final = 64 * 1024 * 1024
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
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


def write_members(members: Mapping[str, bytes]) -> bytes:
    """Return the package that holds `members`, the table of content types first."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members, key=lambda name: (name != CONTENT_TYPES, name)):
            archive.writestr(_entry(name), members[name], compresslevel=6)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0o600 << 16
    return entry
