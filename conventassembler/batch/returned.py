"""Under which name the refused rows go to the folder, so that nobody's corrections are lost.

Beside `refused`. The file of an earlier run is replaced where it is as it was written, for the same
table, or where it is the very table of this run. Else it has rows that somebody corrects, or those
of another table: it stays.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from conventassembler.batch.refused import BOOK, FILE
from conventassembler.batch.staging import Staging, digest, file_digest
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.workspace import Workspace

_WRITTEN: Final = "refusees.txt"
"""In the folder of the batch: the hash of each such file, and its table."""
_KEPT: Final = 50
"""Files that are remembered."""


def name_of(staging: Staging, table: Path, name: str, data: bytes) -> tuple[str, str]:
    """Return the name that the refused rows of `table` take, and that of the file that stays.

    `name` is the one that they would have, `data` what they are; it is remembered as ours. The
    second is empty where no file has to stay.
    """
    known = _written(staging.folder)
    stays = ""
    for chosen in _names(name):
        there = staging.target / chosen
        if not there.exists() or _same(there, table) or known.get(file_digest(there)) == str(table):
            _remember(staging.folder, known | {digest(data): str(table)})
            return chosen, stays
        stays = stays or chosen
    return name, ""


def stays(workspace: Workspace, folder: Path, other: str, new: str) -> Diagnostic:
    """Return the finding that the file `other` stays, and the refused rows are in `new`."""
    file = workspace.shown(folder / other)
    return fault("C098", Position(file, 0), file=file, new=workspace.shown(folder / new))


def left_over(workspace: Workspace, folder: Path) -> Iterator[Diagnostic]:
    """Yield that files of refused rows stay from earlier runs, where none is refused now."""
    for name in (FILE, BOOK):
        if (folder / name).exists():
            file = workspace.shown(folder / name)
            yield fault("C097", Position(file, 0), file=file)


def _names(name: str) -> Iterator[str]:
    """Yield « lignes-refusees.csv », then « lignes-refusees-2.csv »."""
    yield name
    path = Path(name)
    yield from (f"{path.stem}-{rank}{path.suffix}" for rank in range(2, 1000))


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return False


def _written(folder: Path) -> dict[str | None, str]:
    with suppress(OSError, ValueError):
        lines = (folder / _WRITTEN).read_text(encoding="utf-8").splitlines()
        return {line[:64]: line[65:] for line in lines}
    return {}


def _remember(folder: Path, known: dict[str | None, str]) -> None:
    """Keep the last of what was written; where that is refused, a file more stays than need be."""
    lines = [f"{one} {table}" for one, table in known.items()][-_KEPT:]
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _WRITTEN).write_text("\n".join(lines), encoding="utf-8")
