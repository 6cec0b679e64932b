"""Where things are: the workspace's folders, its agreements, and writing to `output/`.

A workspace is a folder that holds `clauses/` and `agreements/`. Nothing is read here but names.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of one workspace."""

    root: Path

    @property
    def clauses(self) -> Path:
        """The clause library."""
        return self.root / "clauses"

    @property
    def agreements(self) -> Path:
        """The agreements; `parties/` below it is the party registry."""
        return self.root / "agreements"

    @property
    def registry(self) -> Path:
        """The party registry."""
        return self.agreements / "parties"

    @property
    def output(self) -> Path:
        """Where builds go."""
        return self.root / "output"

    def names(self) -> tuple[str, ...]:
        """Return the names of the agreements, in alphabetical order; hidden files have none."""
        return tuple(sorted(path.stem for path in _visible(self.agreements, "*.yaml")))

    def misnamed(self) -> tuple[Diagnostic, ...]:
        """Return a finding for each file that nothing reads because of how its name ends."""
        folders = (self.agreements, self.registry, *(self.clauses / name for name in _READ))
        wrong = {path: ".yaml" for folder in folders for path in _ending(folder, *_NOT_YAML)}
        wrong |= dict.fromkeys(_ending(self.clauses, "*/*.md.txt"), ".md")
        found = sorted(wrong.items())
        return tuple(_renamed(path, right, self.shown(path)) for path, right in found)

    def agreement(self, name: str) -> Path:
        """Return the file of the agreement `name`."""
        return self.agreements / f"{name}.yaml"

    def new_agreement(self, file: str) -> tuple[Path | None, tuple[Diagnostic, ...]]:
        """Return where a new agreement goes, or None with why it cannot go there.

        `file` is a name, `genlis`, or a path, `agreements/genlis.yaml`.
        """
        typed = Path(file)
        name = typed.name.removesuffix(".yaml").removesuffix(".yml")
        path = self.agreement(name)
        if not _NAMEABLE.fullmatch(name) or name.casefold() in _DEVICES:
            return None, (fault("C016", Position(file), name=name),)
        if typed.name != file and typed.absolute().parent.resolve() != self.agreements.resolve():
            return None, (fault("C015", Position(file), name=name),)
        if name.casefold() in {known.casefold() for known in self.names()}:
            return None, (fault("C014", Position(self.shown(path))),)
        return path, ()

    def shown(self, path: Path) -> str:
        """Return `path` as messages show it: from the root, with forward slashes."""
        if path.is_relative_to(self.root):
            return path.relative_to(self.root).as_posix()
        return path.as_posix()

    def choose(self, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """Return the agreements that `names` mean, all of them when there are no names.

        A name may be typed as the file: `agreements/longvic.yaml`.
        """
        known = self.names()
        bare = (Path(name).name for name in names)
        wanted = tuple(dict.fromkeys(name.removesuffix(".yaml") for name in bare))
        unknown = tuple(self._unknown(name, known) for name in wanted if name not in known)
        return (wanted or known), unknown and (*unknown, *self.misnamed())

    def _unknown(self, name: str, known: tuple[str, ...]) -> Diagnostic:
        by_case = {item.casefold(): item for item in known}
        near = get_close_matches(name.casefold(), by_case, n=1)
        extra = {"suggestion": by_case[near[0]]} if near else {}
        place = Position(self.shown(self.agreement(name)))
        return fault("C004", place, name=name, known=", ".join(known) or "–", **extra)


_SIGN = r'[^\\/:*?"<>|\x00-\x1f]'
_NAMEABLE = re.compile(rf"(?![.\s]){_SIGN}+(?<![.\s])")
"""What Windows takes as a name, too: a workspace is shared."""
_PORTS = (f"{port}{n}" for port in ("com", "lpt") for n in range(10))
_DEVICES = {"con", "prn", "aux", "nul", *_PORTS}
_NOT_YAML = ("*.yml", "*.yaml.txt", "*.yml.txt")
"""What text editors make of `.yaml`."""
_READ = ("models", "references", "exemples")
"""The folders of the clause library that hold YAML files."""


def _visible(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield the files of `folder` that a person put there, and not what hides behind a point."""
    paths = (path for path in folder.glob(pattern) if not path.name.startswith("."))
    return (path for path in paths if path.is_file())


def _ending(folder: Path, *patterns: str) -> Iterator[Path]:
    return (path for pattern in patterns for path in _visible(folder, pattern))


def _renamed(path: Path, right: str, shown: str) -> Diagnostic:
    stem, dot, ending = path.name.partition(".")
    return fault("C009", Position(shown), ending=dot + ending, name=stem + right)


def find_workspace(start: Path) -> Workspace | None:
    """Return the workspace that `start` is in, found by walking up, or None."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / "clauses").is_dir() and (candidate / "agreements").is_dir():
            return Workspace(candidate)
    return None


def write_files(
    files: Mapping[Path, bytes], workspace: Workspace
) -> tuple[frozenset[Path], tuple[Diagnostic, ...]]:
    """Write all of `files` or none of them, and return those that changed.

    A file whose bytes are the same is left alone.

    Each file is written under a temporary name and moved into place. Where a move is refused (on
    Windows, by a file that is open in Word), the files already moved are put back.
    """
    changed = {path: data for path, data in files.items() if _bytes(path) != data}
    done: dict[Path, bytes | None] = {}
    try:
        for path, data in changed.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _temporary(path).write_bytes(data)
        for path in changed:
            before = _bytes(path)
            _temporary(path).replace(path)
            done[path] = before
    except OSError as problem:
        _restore(done)
        refused = next((path for path in changed if path not in done), workspace.output)
        place = Position(workspace.shown(refused))
        reason = problem.strerror or type(problem).__name__
        return frozenset(), (fault("C006", place, file=workspace.shown(refused), reason=reason),)
    finally:
        for path in changed:
            with suppress(OSError):
                _temporary(path).unlink(missing_ok=True)
    return frozenset(changed), ()


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.tmp")


def _restore(done: Mapping[Path, bytes | None]) -> None:
    for path, before in done.items():
        with suppress(OSError):
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)
