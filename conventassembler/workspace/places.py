"""The folders of a workspace, and its agreements by their names."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filenames import is_beside, is_nameable, same, visible
from conventassembler.frozen import dataclass
from conventassembler.modelines import EDITORS
from conventassembler.nearness import close_matches
from conventassembler.patterns import Pattern
from conventassembler.workspace.folders import (
    behind_links,
    closed,
    folders_of,
    is_folder,
    taken,
)

SETTINGS = "conventassembler.toml"
"""The file of the settings, at the root of a workspace."""
_TYPED_ENDING = Pattern(r"\.(ya?ml|docx|md)$", re.IGNORECASE)
"""Of an agreement, or of what is built of it."""
_NOT_YAML = ("*.yml", "*.yaml.txt", "*.yml.txt")
"""What text editors make of `.yaml`."""
_READ = ("models", "references", "exemples")
"""The folders of the clause library that hold YAML files."""


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
        """Return the names of the agreements, in alphabetical order."""
        return tuple(sorted(path.stem for path in visible(self.agreements, "*.yaml")))

    def closed(self) -> tuple[Diagnostic, ...]:
        """Return a finding for each folder whose files nothing can list or open."""
        folders = (
            *(self.agreements, self.registry, *self._own_folders()),
            *(self.clauses, *folders_of(self.clauses), self.templates),
        )
        return tuple(found for path in folders for found in closed(path, self.shown(path)))

    def amiss(self) -> tuple[Diagnostic, ...]:
        """Return why nothing can be made here now: folders that are closed, or gone (C061)."""
        root = Position(self.root.as_posix(), 0)
        gone = (one.name for one in (self.clauses, self.agreements) if not is_folder(one))
        return self.closed() or tuple(fault("C061", root, name=name) for name in gone)

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
        if not is_nameable(name) or is_beside(path.name):
            return None, (fault("C016", Position(file, 0), name=name),)
        if typed.name != file and not self._is_among_agreements(typed):
            return None, (fault("C015", Position(file, 0), name=name),)
        if there := self.standing((path,)):
            return None, there
        return path, ()

    def standing(self, paths: Iterable[Path]) -> tuple[Diagnostic, ...]:
        """Return a finding for each file that is there already, whatever the case of its name."""
        return tuple(self._there(path) for path in paths if _stands(path))

    def _there(self, path: Path) -> Diagnostic:
        """Return the finding that a file is there, with the name to type of an agreement."""
        name = path.stem if re.fullmatch(r"[\w.-]+", path.stem) else f'"{path.stem}"'
        words = {"name": name} if path == self.agreement(path.stem) else {}
        return fault("C014", Position(self.shown(path), 0), **words)

    def _is_among_agreements(self, typed: Path) -> bool:
        """Tell whether a path, from the current folder or from the root, leads to `agreements`."""
        folders = (behind_links(path.parent) for path in (typed.absolute(), self.root / typed))
        return behind_links(self.agreements) in folders

    def shown(self, path: Path) -> str:
        """Return `path` as messages show it: from the root, with forward slashes."""
        if path.is_absolute() and not path.is_relative_to(self.root):
            behind = behind_links(path)  # a drive of Windows may stand for a share
            path = behind if behind.is_relative_to(self.root) else path
        inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if inside else path).as_posix()

    def choose(self, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """Return the agreements that `names` mean, all of them when there are no names.

        A name may be typed as the file: `agreements/longvic.yaml`.
        """
        known = self.names()
        spelt = {normalize("NFC", name): name for name in known}  # a Mac parts an « é » in two
        meant = (self._meant(name) for name in names)
        wanted = tuple(dict.fromkeys(spelt.get(normalize("NFC", one), one) for one in meant))
        unknown = tuple(self._unknown(name, known) for name in wanted if name not in known)
        return (wanted or known), unknown and (*unknown, *self.misnamed())

    def _meant(self, typed: str) -> str:
        """Return the name that a name or a file means; of a file elsewhere, its path."""
        path = Path(typed)
        bare = path.name.removesuffix(".yaml")
        among = path.parent == Path() or self._is_among_agreements(path)
        return bare if among else (path.parent / bare).as_posix()

    def _unknown(self, name: str, known: tuple[str, ...]) -> Diagnostic:
        by_case = {item.casefold(): item for item in known}
        near = close_matches(name.rpartition("/")[2].casefold(), by_case, count=1)
        extra = {"suggestion": by_case[near[0]]} if near else {}
        place = Position(self.shown(self.agreement(name)), 0)
        return fault("C004", place, name=name, known=", ".join(known) or "–", **extra)


def find_workspace(start: Path) -> Workspace | None:
    """Return the workspace that `start` is in, found by walking up, or None."""
    folder = behind_links(start)
    for candidate in (folder, *folder.parents):
        if is_folder(candidate / "clauses") and is_folder(candidate / "agreements"):
            return Workspace(candidate)
    return None


def _stands(path: Path) -> bool:
    there = visible(path.parent, "*.yaml")
    return taken(path) or same(path.stem) in (same(one.stem) for one in there)


def _ending(folder: Path, *patterns: str) -> Iterator[Path]:
    return (path for pattern in patterns for path in visible(folder, pattern))


def _renamed(path: Path, right: str, shown: str) -> Diagnostic:
    stem, dot, ending = path.name.partition(".")
    return fault("C009", Position(shown, 0), ending=dot + ending, name=stem + right)
