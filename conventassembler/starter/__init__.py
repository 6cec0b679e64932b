"""A new workspace: the starter library, its models, one example agreement, and the guides.

An installed package holds those files beside this one (`pyproject.toml` puts them into the wheel);
in a checkout they are the repository's own, so that the tree never has two copies of a clause.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.windows import as_windows, here, unnameable
from conventassembler.workspace import Workspace, find_workspace, taken, write_files

LIBRARY = "clauses"
FOLDERS = (LIBRARY, "docs/fr")
"""The library, and the guides with their pictures."""
EXAMPLE = (
    "LICENSE-CLAUSES",
    "agreements/longvic.yaml",
    "agreements/parties/departement-cote-d-or.yaml",
)
"""The example, the records that it takes up, and the licence of them all."""
PAGES = (
    "docs/agreements.md",
    "docs/batch.md",
    "docs/checks.md",
    "docs/clauses.md",
    "docs/commands.md",
    "docs/editors.md",
    "docs/preview.md",
    "docs/images/preview-wide.png",
    "docs/images/preview-narrow.png",
)
"""The pages to which the guides lead, and the pictures of these."""
OWN = {
    "LISEZMOI.md": "LISEZMOI.md",
    "conventassembler.toml": "conventassembler.toml",
    ".gitignore": "gitignore",
    "Menu.cmd": "Menu.cmd",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
}
"""Files of a workspace alone, and their names in this package."""
ENDINGS = (".md", ".yaml", ".png", ".svg")
"""What those folders hold; editors leave other files beside them."""


@dataclass(frozen=True, slots=True)
class Started:
    """What `start` did."""

    files: tuple[Path, ...]
    """What it wrote; none where something stood against it."""
    kept: tuple[Path, ...]
    """What was there already, and stays as it was."""
    findings: tuple[Diagnostic, ...]


def start(folder: Path) -> Started:
    """Make a workspace in `folder`, which need not exist: all its files or none.

    Nothing is ever overwritten: a folder that holds clauses or agreements is refused (C010), any
    other file that is there already is kept. A file that cannot be written is told (C006).
    """
    try:
        return _started(folder)
    except OSError as problem:  # a name too long, a folder that is closed
        place, reason = Position(folder.as_posix(), 0), problem.strerror
        return Started((), (), (fault("C006", place, file=folder, folder=folder, reason=reason),))


def _started(folder: Path) -> Started:
    if refused := _no_place(folder):
        return Started((), (), refused)
    files = {folder / name: data for name, data in starter_files().items()}
    kept = tuple(path for path in files if taken(path))
    missing = {path: data for path, data in files.items() if path not in kept}
    folders = _folders_to_make(missing)
    _, refused = write_files(missing, Workspace(Path()))  # findings name files as typed
    if refused:
        _unmake(folders)
    return Started(() if refused else tuple(missing), kept, refused)


def _no_place(folder: Path) -> tuple[Diagnostic, ...]:
    """Return what forbids a workspace in `folder`."""
    place = Position(folder.as_posix(), 0)
    if here() and (wrong := next(unnameable(as_windows(folder)), None)):
        return (fault("C070", place, part=wrong),)
    if folder.exists() and not folder.is_dir():
        return (fault("C012", place),)
    held = [name for name in (LIBRARY, "agreements") if taken(folder / name)]
    if held:
        return (fault("C010", place, name=held[0]),)
    around = find_workspace(folder)
    return (fault("C013", place, folder=around.root),) if around else ()


def starter_files() -> Mapping[str, bytes]:
    """Return the files of a new workspace by their paths in it, with forward slashes."""
    here, shipped = resources.files(__name__), _shipped()
    files = {name: here.joinpath(own).read_bytes() for name, own in OWN.items()}
    # cmd.exe loses its place in a file whose lines end as elsewhere, whatever git made of it
    files["Menu.cmd"] = files["Menu.cmd"].replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    files |= {name: _in(shipped, name).read_bytes() for name in (*EXAMPLE, *PAGES)}
    for folder in FOLDERS:
        files |= _held(_in(shipped, folder), folder)
    return files


def _shipped() -> Traversable:
    """Return the folder that holds the library and the example."""
    here = resources.files(__name__)
    return here if here.joinpath(LIBRARY).is_dir() else Path(__file__).parents[2]


def _in(folder: Traversable, path: str) -> Traversable:
    return folder.joinpath(*path.split("/"))


def _held(folder: Traversable, path: str) -> dict[str, bytes]:
    """Return the files of a folder, at any depth, by their paths, but for what is hidden."""
    files: dict[str, bytes] = {}
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        inner = f"{path}/{item.name}"
        if item.name.startswith("."):
            continue
        if item.is_dir():
            files |= _held(item, inner)
        elif item.name.endswith(ENDINGS):
            files[inner] = item.read_bytes()
    return files


def _folders_to_make(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders that do not exist yet, each after those that hold it."""
    folders = {parent for path in files for parent in path.parents if not parent.exists()}
    return tuple(sorted(folders, key=lambda folder: len(folder.parts)))


def _unmake(folders: tuple[Path, ...]) -> None:
    """Take away the folders that a writing left empty: the next try must find none of them."""
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()
