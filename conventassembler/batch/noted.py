"""Whether somebody has typed in the manifest of a folder: it is written anew by each batch.

Beside `manifest`. What each one said when it was written is remembered by its hash, as cells and
not as bytes: a spreadsheet may sort the lines, and saves them in another encoding.
"""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final
from unicodedata import normalize

from conventassembler.batch.manifest import NAME, is_manifest, said_in
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.windows import within_reach

MEMORY: Final = "bordereaux.txt"
"""Beside the folders of all batches, which may share a folder of documents and its manifest."""
_KEPT: Final = 500
"""Manifests that are remembered."""
_ROW: Final = Pattern(r"\d*;.*;.*;[0-9a-f]*;\d*;(?:C\d{3}(?: C\d{3})*)?;[^;\d]+(?:;[^;]*)?")
"""What a line of a manifest looks like, where nothing is remembered of it."""


@dataclass(frozen=True, slots=True)
class Manifests:
    """The manifests of a workspace, as they were written."""

    memory: Path
    root: Path
    """The workspace: folders are remembered as seen from there."""

    def is_as_written(self, folder: Path) -> bool:
        """Tell whether the manifest of a folder says what a batch wrote, and nothing else."""
        path = folder / NAME
        if not is_manifest(path):
            return False
        place, known = self._place(folder), self._known()
        hashes = {hashed for hashed, there in known if there == place}
        if not hashes:
            return all(map(_ROW.fullmatch, _lines(path)))
        return _hash(path) in hashes

    def remember(self, written: Path, folder: Path) -> None:
        """Remember what was `written` as the manifest of a folder, before it goes there.

        Where the disk refuses that, notes may be looked for in vain; nothing else is lost.
        """
        with suppress(OSError):
            known = dict.fromkeys((*self._known(), (_hash(written), self._place(folder))))
            lines = [f"{hashed} {place}" for hashed, place in known][-_KEPT:]
            within_reach(self.memory).write_text("\n".join(lines), encoding="utf-8")

    def _known(self) -> tuple[tuple[str, str], ...]:
        with suppress(OSError, ValueError):
            lines = within_reach(self.memory).read_text(encoding="utf-8").splitlines()
            return tuple((line[:64], line[65:]) for line in lines)
        return ()

    def _place(self, folder: Path) -> str:
        inside = folder.is_relative_to(self.root)
        return (folder.relative_to(self.root) if inside else folder).as_posix()


def _hash(path: Path) -> str:
    """Return a hash of the lines below the names, the same in whatever order they stand."""
    each = (hashlib.sha256(line.encode("utf-8")).digest() for line in _lines(path))
    return f"{sum(int.from_bytes(one, 'big') for one in each) % 2**256:064x}"


def _lines(path: Path) -> Iterator[str]:
    """Yield what the lines below the names say, those without a word left out.

    Signs that one-byte encodings do not have are a question mark, as Excel makes of them.
    """
    for cells in islice(said_in(path), 1, None):
        said = ";".join(normalize("NFC", cell.strip()) for cell in cells).rstrip(";")
        if said:
            yield said.encode("cp1252", "replace").decode("cp1252")
