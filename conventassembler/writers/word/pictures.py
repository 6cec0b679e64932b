"""What a picture is, by its own bytes: its format and its size, whatever its name says."""

import struct
from typing import Final, Literal

from conventassembler.frozen import dataclass

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_NO_SIZE: Final = {0xC4, 0xC8, 0xCC}
"""Markers among those of frames that begin none (ITU-T T.81, table B.1)."""
_BARE: Final = {0x01, *range(0xD0, 0xD9)}
"""Markers that no length follows."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that Word can show."""

    data: bytes
    format: Literal["png", "jpeg"]
    width: int
    """In dots, as the height."""
    height: int


def read_picture(data: bytes) -> Picture | None:
    """Return the picture that `data` is, or None where it is none in PNG or JPEG."""
    try:
        if data.startswith(_PNG) and data[12:16] == b"IHDR":
            width, height = struct.unpack(">II", data[16:24])
            return _sound(Picture(data, "png", width, height))
        if data.startswith(_JPEG):
            width, height = _jpeg_size(data)
            return _sound(Picture(data, "jpeg", width, height))
    except (struct.error, IndexError):
        return None
    return None


def _sound(picture: Picture) -> Picture | None:
    return picture if picture.width and picture.height else None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Return the width and the height that the first frame says.

    Raises:
        IndexError: there is no frame.
        struct.error: it is cut short.
    """
    place = 2
    while True:
        while data[place] == 0xFF:
            place += 1
        marker = data[place]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = struct.unpack(">HH", data[place + 4 : place + 8])
            return width, height
        place += 1
        if marker not in _BARE:
            (length,) = struct.unpack(">H", data[place : place + 2])
            place += length
