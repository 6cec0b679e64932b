"""What a batch left in its folder, as a table for people: « bordereau.csv », a line for each file.

Below `running`. It stands beside the documents, in UTF-8 with a mark and with semicolons, as French
Excel opens it. It is read back for the names of files that earlier runs made: those of rows that
the table has no more stay in the folder, and in the manifest.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from conventassembler.filenames import same
from conventassembler.frozen import dataclass
from conventassembler.windows import within_reach

NAME: Final = "bordereau.csv"
_COLUMNS: Final = 7
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

    @property
    def facts(self) -> tuple[str, ...]:
        """What the columns before the state say."""
        return (self.row, self.name, self.file, self.digest, self.blanks, self.codes)


def write_manifest(path: Path, lines: Iterable[Line], words: Mapping[str, str]) -> None:
    """Write `lines` to `path`.

    `words` has the names of the columns, « row » to « state », and of the states, by ours.

    Raises:
        OSError: it cannot be written.
    """
    place = within_reach(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        columns = ("row", "name", "file", "digest", "blanks", "codes", "state")
        writer.writerow([words[column] for column in columns])
        for line in lines:
            writer.writerow([*line.facts, words[line.state]])


def rows_by_name(folder: Path) -> dict[str, str]:
    """Return the rows whose documents are in a folder, by the names of these as systems match them.

    Rows of other tables are left out.
    """
    lines = earlier_lines(folder / NAME)
    return {same(one.name): one.row for one in lines if one.row and (folder / one.file).exists()}


def earlier_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of an earlier manifest that name a file; none where it cannot be read."""
    with (
        suppress(OSError, ValueError, csv.Error),
        within_reach(path).open(encoding="utf-8-sig", newline="") as file,
    ):
        reader = csv.reader(file, delimiter=";")
        next(reader, None)
        for facts in reader:
            if len(facts) == _COLUMNS and facts[2]:
                row, name, named, digest, blanks, codes, _ = facts
                yield Line(row, name, named, digest, blanks, codes, "earlier")
