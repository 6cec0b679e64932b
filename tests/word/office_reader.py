"""What LibreOffice reads in Word files: their lines, with the numbers that it counts itself.

One run of LibreOffice serves many files. It prints text: a line for each paragraph and each line
break, the number of a heading or an item before its text, and no notes.
"""

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from conventassembler.draft.lines import RunIn, heading_inlines, joined
from conventassembler.draft.model import Block, Heading, ListItem, Paragraph
from conventassembler.draft.plain import text_of

SOFFICE = shutil.which("soffice")
_PRINTED = "txt:Text (encoded):UTF8"


def read_with_office(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Return the lines of each of the Word `files` as LibreOffice prints them, by their names.

    `folder` is an empty folder to work in.
    """
    for name, docx in files.items():
        (folder / f"{name}.docx").write_bytes(docx)
    sources = [str(folder / f"{name}.docx") for name in files]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = ["--headless", "--convert-to", _PRINTED, "--outdir", str(folder / "out")]
    command = [str(SOFFICE), profile, *asked, *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=60 + 10 * len(files))
    return {name: _lines(folder / "out" / f"{name}.txt") for name in files}


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8-sig").split("\n")]


def unread(blocks: Iterable[Block], lines: Iterable[str]) -> list[str]:
    """Return the headings, paragraphs and items of `blocks` that are not among `lines`, in order.

    Spaces and capitals do not count: LibreOffice puts a space behind a number, and prints it as it
    is typed where it shows capitals. An item may have any marker.
    """
    left = [squeezed(line) for line in lines]
    missing: list[str] = []
    for text, is_item in _said(blocks):
        wanted = squeezed(text)
        places = (
            place
            for place, line in enumerate(left)
            if line == wanted or (is_item and line.endswith(wanted))
        )
        place = next(places, None)
        if place is None:
            missing.append(text)
        else:
            del left[: place + 1]
    return missing


def _said(blocks: Iterable[Block]) -> Iterator[tuple[str, bool]]:
    """Yield each printed line, and whether a marker may stand before it."""
    for block in joined(blocks):
        match block:
            case Heading():
                inlines = heading_inlines(block)
            case Paragraph() | ListItem() | RunIn():
                inlines = block.inlines
            case _:
                continue
        first, *rest = text_of(inlines).split("\n")
        yield first, isinstance(block, ListItem)
        yield from ((line, False) for line in rest)


def squeezed(line: str) -> str:
    """Return `line` without its spaces, in small letters."""
    return "".join(line.split()).casefold()
