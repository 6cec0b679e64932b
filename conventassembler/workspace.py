"""Where things are: the workspace's folders, its agreements, and writing files, all or none.

A workspace is a folder that holds `clauses/` and `agreements/`. Nothing is read here but names.
"""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from unicodedata import normalize

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filenames import is_nameable, same
from conventassembler.modelines import EDITORS
from conventassembler.windows import is_open_elsewhere, within_reach

SETTINGS = "conventassembler.toml"
"""The file of the settings, at the root of a workspace."""


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
        """The agreements; below it, `parties/` is the registry, `NAME/` the values of `NAME`."""
        return self.root / "agreements"

    @property
    def registry(self) -> Path:
        """The party registry."""
        return self.agreements / "parties"

    @property
    def output(self) -> Path:
        """Where builds go."""
        return self.root / "output"

    @property
    def templates(self) -> Path:
        """The house templates of the workspace itself, where it has any."""
        return self.root / "templates"

    @property
    def editors(self) -> Path:
        """What is made for editors: the schemas of the workspace's files."""
        return self.root / EDITORS

    @property
    def settings(self) -> Path:
        """How the house writes its acts, where it says so."""
        return self.root / SETTINGS

    def names(self) -> tuple[str, ...]:
        """Return the names of the agreements, in alphabetical order; hidden files have none."""
        return tuple(sorted(path.stem for path in visible(self.agreements, "*.yaml")))

    def closed(self) -> tuple[Diagnostic, ...]:
        """Return a finding for each folder whose files nothing can list or open."""
        folders = (
            *(self.agreements, self.registry, *self._own_folders()),
            *(self.clauses, *_folders(self.clauses)),
        )
        return tuple(found for path in folders for found in closed(path, self.shown(path)))

    def misnamed(self) -> tuple[Diagnostic, ...]:
        """Return a finding for each file that nothing reads because of how its name ends."""
        own = self._own_folders()
        folders = (self.agreements, self.registry, *own, *(self.clauses / name for name in _READ))
        wrong = {path: ".yaml" for folder in folders for path in _ending(folder, *_NOT_YAML)}
        wrong |= dict.fromkeys(_ending(self.clauses, "*/*.md.txt"), ".md")
        wrong |= dict.fromkeys(_ending(self.root, f"{SETTINGS}.txt"), ".toml")
        found = sorted(wrong.items())
        return tuple(_renamed(path, right, self.shown(path)) for path, right in found)

    def _own_folders(self) -> tuple[Path, ...]:
        """Return the folders of agreements, which hold their files of values."""
        folders = (self.agreements / name for name in self.names())
        return tuple(folder for folder in folders if is_folder(folder) and folder != self.registry)

    def agreement(self, name: str) -> Path:
        """Return the file of the agreement `name`."""
        return self.agreements / f"{name}.yaml"

    def new_agreement(self, file: str) -> tuple[Path | None, tuple[Diagnostic, ...]]:
        """Return where a new agreement goes, or None with why it cannot go there.

        `file` is a name, `genlis`, or a path, `agreements/genlis.yaml`.
        """
        typed = Path(file)
        name = normalize("NFC", _TYPED_ENDING.sub("", typed.name))
        path = self.agreement(name)
        if not is_nameable(name):
            return None, (fault("C016", Position(file), name=name),)
        if typed.name != file and not self._is_among_agreements(typed):
            return None, (fault("C015", Position(file), name=name),)
        if there := self.standing((path,)):
            return None, there
        return path, ()

    def standing(self, paths: Iterable[Path]) -> tuple[Diagnostic, ...]:
        """Return a finding for each file that is there already, whatever the case of its name."""
        return tuple(fault("C014", Position(self.shown(path))) for path in paths if _stands(path))

    def _is_among_agreements(self, typed: Path) -> bool:
        """Tell whether a path, from the current folder or from the root, leads to `agreements`."""
        folders = (behind_links(path.parent) for path in (typed.absolute(), self.root / typed))
        return behind_links(self.agreements) in folders

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


_TYPED_ENDING = re.compile(r"\.(ya?ml|docx|md)$", re.IGNORECASE)
"""Of an agreement, or of what is built of it."""
_NOT_YAML = ("*.yml", "*.yaml.txt", "*.yml.txt")
"""What text editors make of `.yaml`."""
_READ = ("models", "references", "exemples")
"""The folders of the clause library that hold YAML files."""


def visible(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield the files of `folder` that a person put there, and not what hides behind a point."""
    paths = (path for path in folder.glob(pattern) if not path.name.startswith("."))
    return (path for path in paths if _is_file(path))


def _is_file(path: Path) -> bool:
    """Tell whether `path` is a file; what no one may ask about counts, and is told when opened."""
    try:
        return path.is_file()
    except OSError:
        return True


def is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder; not so, where its own folder is closed."""
    try:
        return path.is_dir()
    except OSError:
        return False


def taken(path: Path) -> bool:
    """Tell whether something has that name: a link that leads nowhere has it too."""
    return path.exists() or path.is_symlink()


def _stands(path: Path) -> bool:
    there = visible(path.parent, "*.yaml")
    return taken(path) or same(path.stem) in (same(one.stem) for one in there)


def _folders(folder: Path) -> tuple[Path, ...]:
    with suppress(OSError):
        return tuple(sorted(path for path in folder.iterdir() if is_folder(path)))
    return ()


def closed(folder: Path, shown: str) -> tuple[Diagnostic, ...]:
    """Return a finding where `folder` exists and cannot be listed, or its files not be opened."""
    try:
        with os.scandir(folder):
            os.stat(os.path.join(folder, "."))  # noqa: PTH116, PTH118 -- a Path drops the point
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        return (fault("C008", Position(shown), file=shown, reason=reason),)
    return ()


def _ending(folder: Path, *patterns: str) -> Iterator[Path]:
    return (path for pattern in patterns for path in visible(folder, pattern))


def _renamed(path: Path, right: str, shown: str) -> Diagnostic:
    stem, dot, ending = path.name.partition(".")
    return fault("C009", Position(shown), ending=dot + ending, name=stem + right)


def find_workspace(start: Path) -> Workspace | None:
    """Return the workspace that `start` is in, found by walking up, or None."""
    folder = behind_links(start)
    for candidate in (folder, *folder.parents):
        if is_folder(candidate / "clauses") and is_folder(candidate / "agreements"):
            return Workspace(candidate)
    return None


def write_files(
    files: Mapping[Path, bytes], workspace: Workspace
) -> tuple[frozenset[Path], tuple[Diagnostic, ...]]:
    """Write all of `files` or none of them, and return those that changed.

    A file whose bytes are the same is left alone; of one that changes, the rights are kept, and a
    link goes on leading to it.

    Each file is written under a temporary name and moved into place. Where a move is refused (on
    Windows, by a file that is open in Word), the files already moved are put back.
    """
    places: dict[Path, Path] = {}
    done: dict[Path, bytes | None] = {}
    path = workspace.output
    try:
        for path, data in files.items():
            if _bytes(path) != data:
                places[path] = behind_links(path)
        for path, place in places.items():
            _prepare(place, files[path])
        for path, place in places.items():
            before = _bytes(place)
            if before != files[path]:  # else two links led to one file
                _temporary(place).replace(place)
                done[place] = before
    except OSError as problem:
        _restore(done)
        return frozenset(), (_refused(path, problem, workspace),)
    finally:
        for place in places.values():
            with suppress(OSError):
                _temporary(place).unlink(missing_ok=True)
    return frozenset(places), ()


def behind_links(path: Path) -> Path:
    """Return the place that `path` leads to; where its links go round, one of them."""
    return Path(os.path.realpath(path))  # Path.resolve raises there


def _prepare(place: Path, data: bytes) -> None:
    """Write beside `place` what is to be moved there, with the rights of what is there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    _temporary(place).write_bytes(data)
    if place.exists():
        shutil.copymode(place, _temporary(place))


def _refused(path: Path, problem: OSError, workspace: Workspace) -> Diagnostic:
    """Return the finding that `path` cannot be written, with the folder to look at."""
    shown = workspace.shown(path)
    if is_open_elsewhere(problem, path):
        return fault("C068", Position(shown, 0), file=shown, name=path.name)
    folder = next((item for item in path.parents if is_folder(item)), path.parent)
    reason = problem.strerror or type(problem).__name__
    return fault("C006", Position(shown), file=shown, folder=folder, reason=reason)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _temporary(path: Path) -> Path:
    """Return a name that another run at the same time does not write under."""
    return within_reach(path.with_name(f".{path.name}.{os.getpid()}.tmp"))


def _restore(done: Mapping[Path, bytes | None]) -> None:
    for path, before in done.items():
        with suppress(OSError):
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)
