"""Which program this is: what any of it changes, changes what it makes.

Its own files are read, whether it was installed or is worked on; of the libraries beside it, the
names that installers give them, which say their versions.
"""

import os
import sys
import zlib
from functools import cache
from typing import Final

from conventassembler.caching.contents import digest_of, digest_of_tree, tree

_PACKAGE: Final = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_ENDINGS: Final = (".dist-info", ".egg-info")


@cache
def program() -> str:
    """Return the digest of this program.

    Raises:
        UnreadableError: some of its own files cannot be read.
    """
    python = (sys.version, sys.implementation.cache_tag or "", zlib.ZLIB_RUNTIME_VERSION)
    return digest_of((*python, *_libraries(), digest_of_tree(tree(_PACKAGE))))


def _libraries() -> list[str]:
    """Return the libraries that this Python finds, with their versions."""
    found: set[str] = set()
    for folder in sys.path:
        if os.path.isdir(folder):
            found.update(name for name in os.listdir(folder) if name.endswith(_ENDINGS))
    return sorted(found)
