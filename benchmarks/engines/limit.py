"""No maker: what the bytes of a finished file of ours cost to deflate and to write, at least.

The members are those of a file that was made, in its order, deflated as strongly as it is; what
stands between them in a zip file is 76 bytes and twice its name for each, written as they are.
"""

import struct
import zipfile
from pathlib import Path

import deflate

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def prepare(words):
    """Return what reads the members of a document, and what deflates and writes them."""
    folder = Path(words["contexts"]).parent / "out" / "conventassembler"

    def take(number):
        with zipfile.ZipFile(folder / f"{words['names'][number]}.docx") as package:
            return [(name.encode("utf-8"), package.read(name)) for name in package.namelist()]

    return take, lambda members, path: path.write_bytes(packed(members))


def packed(members):
    """Return the zip file of `members`, pairs of a name and of bytes."""
    parts, central, size = [], [], 0
    for name, data in members:
        body = deflate.deflate_compress(data, 5)
        numbers = (deflate.crc32(data), len(body), len(data), len(name), 0)
        parts += (_LOCAL.pack(b"PK\3\4", 20, 0, 8, 0, 33, *numbers), name, body)
        central += (_CENTRAL.pack(b"PK\1\2", 20, 20, 0, 8, 0, 33, *numbers, 0, 0, 0, 0, size), name)
        size += _LOCAL.size + len(name) + len(body)
    table = b"".join(central)
    count = len(members)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(table), size, 0)
    return b"".join((*parts, table, end))
