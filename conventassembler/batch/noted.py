"""Whether somebody has typed in the manifest of a folder: it is written anew by each batch.

Beside `manifest`. What each one said when it was written is remembered by its hash, as cells and
not as bytes: a spreadsheet may sort the lines, and saves them in another encoding.
"""

import hashlib
from contextlib import suppress
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
_ROW: Final = Pattern(r"\d*;.*;.*;(?:[0-9a-f]{64})?;\d*;(?:C\d{3}(?: C\d{3})*)?;[^;\d]+(?:;[^;]*)?")
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
            return all(map(_ROW.fullmatch, _lines(path)[1:]))
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
    return hashlib.sha256("\n".join(sorted(_lines(path)[1:])).encode("utf-8")).hexdigest()


def _lines(path: Path) -> list[str]:
    """Return what the lines of a manifest say, those without a word left out.

    Signs that one-byte encodings do not have are a question mark, as Excel makes of them.
    """
    lines = (";".join(normalize("NFC", cell.strip()) for cell in cells) for cells in said_in(path))
    said = (one.rstrip(";").encode("cp1252", "replace").decode("cp1252") for one in lines)
    return [one for one in said if one]
