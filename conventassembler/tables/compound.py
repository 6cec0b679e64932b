"""The streams of a compound file, in which Excel 97 keeps its workbooks: a disk in a file.

A table says for each sector of the disk which one comes behind it; small streams have a disk of
their own, of small sectors, which is a stream itself.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
"""From here on a number is no sector: the end of a stream, a free one."""
_ENTRY = 128
_ROOT = 5
_SMALL = 4096
"""Bytes below which a stream lies among the small ones."""


def streams(data: bytes) -> Mapping[str, bytes]:
    """Return the streams of a compound file by their names; none of any other file.

    Of a file that is damaged, those that can still be reached.
    """
    if data[: len(_MAGIC)] != _MAGIC or len(data) < 512:
        return {}
    size = 1 << min(max(struct.unpack_from("<H", data, 30)[0], 9), 12)
    first, small = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 60)[0]
    sectors = [data[start : start + size] for start in range(size, len(data), size)]
    follow = _numbers(sectors[one] for one in _table(data, sectors) if one < len(sectors))
    entries = _entries(_chain(sectors, follow, first))
    lesser = _numbers([_chain(sectors, follow, small)])
    root = next((_chain(sectors, follow, at) for _, kind, at, _ in entries if kind == _ROOT), b"")
    minor = [root[start : start + 64] for start in range(0, len(root), 64)]
    return {
        name: (_chain(sectors, follow, at) if count >= _SMALL else _chain(minor, lesser, at))[
            :count
        ]
        for name, kind, at, count in entries
        if kind != _ROOT
    }


def _table(data: bytes, sectors: Sequence[bytes]) -> list[int]:
    """Return the numbers of the sectors that hold the table: the first 109 stand in the header."""
    found = list(struct.unpack_from("<109I", data, 76))
    more, seen = struct.unpack_from("<I", data, 68)[0], set[int]()
    while more < len(sectors) and more not in seen:
        seen.add(more)
        *held, more = _numbers([sectors[more]]) or [_LAST]
        found += held
    return found


def _numbers(parts: Iterable[bytes]) -> list[int]:
    whole = b"".join(parts)
    return list(struct.unpack(f"<{len(whole) // 4}I", whole[: len(whole) // 4 * 4]))


def _chain(sectors: Sequence[bytes], follow: Sequence[int], first: int) -> bytes:
    """Return a stream from its first sector on; one that bites its tail ends there."""
    found: dict[int, bytes] = {}
    while first < min(len(sectors), len(follow)) and first not in found:
        found[first] = sectors[first]
        first = follow[first]
    return b"".join(found.values())


def _entries(folder: bytes) -> list[tuple[str, int, int, int]]:
    """Return what a folder lists: name, kind, first sector, how many bytes."""
    entries = (folder[at : at + _ENTRY] for at in range(0, len(folder) - _ENTRY + 1, _ENTRY))
    return [(_name(one), one[66], *struct.unpack_from("<II", one, 116)) for one in entries]


def _name(entry: bytes) -> str:
    size = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(min(size, 64) - 2, 0)].decode("utf-16-le", "replace")
