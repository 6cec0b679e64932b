"""What is in a folder, and where a path leads: nothing is read but names."""

import os
from contextlib import suppress
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault


def is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder; not so, where its own folder is closed."""
    try:
        return path.is_dir()
    except OSError:
        return False


def taken(path: Path) -> bool:
    """Tell whether something has that name: a link that leads nowhere has it too."""
    return path.exists() or path.is_symlink()


def folders_of(folder: Path) -> tuple[Path, ...]:
    """Return the folders of `folder`, in order; none where it cannot be listed."""
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
        return (fault("C008", Position(shown, 0), file=shown, reason=reason),)
    return ()


def reached(path: Path) -> str:
    r"""Return how `path` is reached from the current folder; itself where no way leads there.

    On Windows that folder may be of a drive, `Z:`, that stands for a share: what is found behind
    it is `\\serveur\partage`, to which no way leads from `Z:` until it is looked behind too.
    """
    with suppress(ValueError):
        return os.path.relpath(path)
    with suppress(ValueError):
        return os.path.relpath(behind_links(path), behind_links(Path.cwd()))
    return str(path)


def behind_links(path: Path) -> Path:
    """Return the place that `path` leads to; where its links go round, one of them."""
    return Path(os.path.realpath(path))  # Path.resolve raises there
