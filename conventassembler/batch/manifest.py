"""What a batch left in its folder, as a table for people: « bordereau.csv », a line for each file.

Below `running`. It stands beside the documents, in UTF-8 with a mark and with semicolons, as French
Excel opens it. It is read back for the names of files that earlier runs made: those of rows that
the table has no more stay in the folder, and in the manifest.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from io import StringIO
from pathlib import Path, PurePath
from typing import Final, Literal

from conventassembler.filenames import same
from conventassembler.frozen import dataclass
from conventassembler.tables.delimited import decoded, held, unheld
from conventassembler.windows import within_reach

NAME: Final = "bordereau.csv"
_FACTS: Final = 7
"""Columns of a line; behind them stands the agreement, which manifests of old do not say."""
_DIGEST: Final = "sha256"
"""The name of one column, in every language."""
COLUMNS: Final = ("row", "name", "file", "digest", "blanks", "codes", "state", "agreement")
State = Literal["written", "unchanged", "refused", "earlier"]


@dataclass(frozen=True, slots=True)
class Line:
    """One file of the folder, or one row that gave none."""

    row: str
    """Its number, as the sheet showed it; empty where it is no row of the table."""
    name: str
    file: str
    digest: str
    """SHA-256 in hexadecimal."""
    blanks: str
    codes: str
    """Those of what was found, each once."""
    state: State
    agreement: str = ""
    """Whose batch made it; empty where that is not known."""

    @property
    def facts(self) -> tuple[str, ...]:
        """What the columns before the state say."""
        return (self.row, self.name, self.file, self.digest, self.blanks, self.codes)


def write_manifest(path: Path, lines: Iterable[Line], words: Mapping[str, str]) -> None:
    """Write `lines` to `path`.

    `words` has the names of the `COLUMNS`, and of the states, by ours.

    Raises:
        OSError: it cannot be written.
    """
    place = within_reach(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([words[column] for column in COLUMNS])
        for line in lines:
            said = (*line.facts, words[line.state], line.agreement)
            writer.writerow(map(held, said))


def is_manifest(path: Path) -> bool:
    """Tell whether the file `path` has the columns of a manifest, and no others."""
    with suppress(OSError, csv.Error):
        head = next(_rows(path), [])
        return len(head) in (_FACTS, _FACTS + 1) and head[3] == _DIGEST
    return False


def rows_by_name(folder: Path) -> dict[str, str]:
    """Return the rows whose documents are in a folder, by the names of these as systems match them.

    Rows of other tables are left out.
    """
    lines = earlier_lines(folder / NAME)
    return {same(one.name): one.row for one in lines if one.row and (folder / one.file).exists()}


def batch_of(root: Path, document: str) -> str:
    """Return the agreement whose batch made a document, by its path or name, its ending or not.

    That is looked up in the manifests of the workspace `root`; empty where none has the document.
    """
    wanted = same(PurePath(document).name)
    for path in sorted((*root.glob(f"*/{NAME}"), *root.glob(f"*/*/{NAME}"))):
        for line in earlier_lines(path):
            if wanted in map(same, (line.name, line.file, PurePath(line.file).stem)):
                return line.agreement or path.parent.name
    return ""


def earlier_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of an earlier manifest that name a file; none where it cannot be read.

    Columns that somebody added behind its own say nothing to us.
    """
    with suppress(OSError, csv.Error):
        rows = _rows(path)
        next(rows, None)
        for facts in rows:
            if len(facts) >= _FACTS and facts[2]:
                row, name, named, digest, blanks, codes, _, *agreement = facts[: _FACTS + 1]
                yield Line(row, name, named, digest, blanks, codes, "earlier", *agreement)


def said_in(path: Path) -> Iterator[list[str]]:
    """Yield the cells of each line, the first with the names; those before what is broken."""
    with suppress(OSError, csv.Error):
        yield from _rows(path)


def _rows(path: Path) -> Iterator[list[str]]:
    """Yield the cells of each line, also where a spreadsheet saved it in another encoding."""
    text = decoded(within_reach(path).read_bytes())
    for cells in csv.reader(StringIO(text, newline=""), delimiter=";"):
        yield [unheld(cell) for cell in cells]
