"""A finding as the formats tell it: with the level of this run, and a name that outlives edits."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Severity
from conventassembler.diagnostics.wording import message, remedy, translator
from conventassembler.frozen import dataclass

_OF_THE_PLACE = frozenset({"line", "phrase"})
"""Arguments that change with what stands around the fault: no part of its name."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding of one run."""

    finding: Diagnostic
    severity: Severity
    """How grave it is in this run."""
    fingerprint: str
    """Stays the same as long as code, arguments and file do, wherever the line moves to."""
    path: str
    """Its file from the current folder, or as messages name it where it lies elsewhere."""

    @property
    def line(self) -> int | None:
        """The line, from 1; None where the place is no line of a file."""
        return self.finding.position.line or None

    @property
    def column(self) -> int | None:
        """The column in characters, from 1; None likewise."""
        return self.finding.position.column if self.line else None

    def message(self, language: str) -> str:
        """Return what is told, with the nearest known name."""
        return message(self.finding, language)

    def advice(self, language: str) -> str:
        """Return what to do, or why the finding is accepted."""
        if reason := self.finding.accepted:
            return translator(language)("reason: {reason}").format(reason=reason)
        return remedy(self.finding, language)


def told(findings: Iterable[tuple[Diagnostic, Severity]], root: Path, here: Path) -> list[Told]:
    """Return findings with all that formats need; `root` is that of the workspace.

    Paths are from the folder `here`, where what reads the report looks for them.
    """
    seen: Counter[str] = Counter()
    return [
        Told(one, grave, _fingerprint(one, seen), _path(one.position.file, root, here))
        for one, grave in findings
    ]


def _fingerprint(finding: Diagnostic, seen: Counter[str]) -> str:
    """Return a hash; the second of two faults that nothing but their lines part has its own."""
    facts = "\0".join((finding.code, finding.position.file, *_facts(finding)))
    seen[facts] += 1
    return sha256(f"{facts}\0{seen[facts]}".encode()).hexdigest()


def _facts(finding: Diagnostic) -> Iterator[str]:
    for name, value in sorted(finding.arguments.items()):
        if name not in _OF_THE_PLACE:
            yield f"{name}={value}"


def _path(file: str, root: Path, here: Path) -> str:
    place = root / file
    if not place.exists() or not place.is_relative_to(here):
        return file
    return Path(os.path.relpath(place, here)).as_posix()
