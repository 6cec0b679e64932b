"""What stands in the folder of a batch and is not to be replaced: somebody may have worked on it.

Beside `delivering`, which asks before it moves anything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from conventassembler.batch.journal import Journal
from conventassembler.batch.manifest import NAME, Line
from conventassembler.batch.noted import Manifests
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
    manifests: Manifests
    shown: Callable[[Path], str]

    def documents(self, moving: Iterable[Path]) -> Iterator[Diagnostic]:
        """Yield a finding for each document that would replace one that is not as we made it."""
        hashes = {path: file_digest(path) for path in moving if path.exists()}
        strange = {path: one for path, one in hashes.items() if not self._is_as_told(path, one)}
        made = self.journal.files() if strange else ()  # by a run that was killed, too
        known = {one for files in made for one in files.items()}
        for path, hashed in strange.items():
            if (path.name, hashed) not in known:
                yield self._strange(path)

    def _is_as_told(self, path: Path, hashed: str | None) -> bool:
        """Tell whether a document is as the manifest says that we made it."""
        return self.is_ours(path.name) and self.earlier[path.name].digest == hashed

    def _strange(self, path: Path) -> Diagnostic:
        """Return the finding that a document is of somebody else, or changed by hand."""
        file, line = self.shown(path), self.earlier.get(path.name)
        words = {"file": file, "name": path.name}
        if line is None:
            return fault("C087", Position(file, 0), **words)
        if self.is_ours(path.name):
            return fault("C159", Position(file, 0), **words)
        return fault("C234", Position(file, 0), **words, agreement=line.agreement)

    def manifest(self) -> Iterator[Diagnostic]:
        """Yield a finding where the manifest is none of ours, or has notes of somebody's."""
        path = self.staging.target / NAME
        if path.exists() and not self.manifests.is_as_written(self.staging.target):
            file = self.shown(path)
            yield fault("C235", Position(file, 0), file=file, name=path.name)

    def is_ours(self, name: str) -> bool:
        """Tell whether the manifest says that a batch of this agreement made a file."""
        line = self.earlier.get(name)
        return line is not None and line.agreement in ("", self.staging.agreement)
