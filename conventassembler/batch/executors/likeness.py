"""What two computers must have alike so that both make the same bytes of one row.

For `dask`: the version of a program that is worked on says little, and Python and the libraries
write the bytes too.
"""

import re
import sys
from functools import cache
from pathlib import Path
from typing import Final

from conventassembler import __version__
from conventassembler.caching.contents import digest_of, digest_of_tree, tree

_PACKAGE: Final = Path(__file__).parents[2]
_NOT_MADE_OF: Final = "starter/"
"""What an installed program has for new workspaces, and a checkout has elsewhere."""
_SHOWN: Final = 8
"""Signs of the digest: it is shown to people."""


@cache
def likeness() -> str:
    """Return the version of this program and a digest of it: « 1.4.0 (7f2c91aa) ».

    Raises:
        UnreadableError: some of its own files cannot be read.
    """
    own = {name: said for name, said in tree(str(_PACKAGE)).items() if _is_made_of(name)}
    python = map(str, sys.version_info[:2])
    whole = digest_of((*python, *_libraries(), digest_of_tree(own)))
    return f"{__version__} ({whole[:_SHOWN]})"


def _is_made_of(name: str) -> bool:
    return not f"{name}/".startswith(_NOT_MADE_OF)


def _libraries() -> list[str]:
    """Return the libraries that documents are made with, and their versions."""
    from importlib import metadata  # noqa: PLC0415 -- slow to load, and few batches ask

    asked = metadata.requires("conventassembler") or []
    names = [re.split(r"[^\w.-]", one)[0] for one in asked if "extra ==" not in one]
    return [f"{name} {metadata.version(name)}" for name in sorted(names)]
