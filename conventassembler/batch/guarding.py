"""What stands in the folder of a batch and is not to be replaced: somebody may have made it.

Beside `delivering`, which asks before it moves anything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from conventassembler.batch.journal import Journal
from conventassembler.batch.manifest import NAME, Line, is_manifest
from conventassembler.batch.staging import Staging, file_digest
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """What is known of the files of a folder."""

    staging: Staging
    journal: Journal
    earlier: Mapping[str, Line]
    """What its manifest says of its files, by their names."""
    shown: Callable[[Path], str]

    def documents(self, moving: Iterable[Path]) -> Iterator[Diagnostic]:
        """Yield a finding for each document that would replace one that is not ours."""
        there = [path for path in moving if path.exists() and not self.is_ours(path.name)]
        for path in self._changed(there):
            line = self.earlier.get(path.name)
            file, words = self.shown(path), {"agreement": line.agreement} if line else {}
            code = "C234" if line else "C087"
            yield fault(code, Position(file, 0), file=file, name=path.name, **words)

    def manifest(self) -> Iterator[Diagnostic]:
        """Yield a finding where the manifest is none of ours, or has notes of somebody's."""
        path = self.staging.target / NAME
        if path.exists() and not is_manifest(path):
            file = self.shown(path)
            yield fault("C235", Position(file, 0), file=file, name=path.name)

    def is_ours(self, name: str) -> bool:
        """Tell whether the manifest says that a batch of this agreement made a file."""
        line = self.earlier.get(name)
        return line is not None and line.agreement in ("", self.staging.agreement)

    def _changed(self, paths: list[Path]) -> list[Path]:
        """Return those of `paths` that are not as our runs made them, one that was killed too."""
        made = set(self.journal.files()) if paths else set()
        return [path for path in paths if (path.name, file_digest(path)) not in made]
