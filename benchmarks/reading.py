"""The text of a Word file, read with the standard library alone: what every maker is held against.

It reads what is there: a number that Word counts is no text. The files of conventassembler, whose
headings Word counts, are read by its own reader, and by this one in the lines without a number.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as Tree
from zipfile import ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_WORDS = "MentionsACompleter"
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def lines(file: Path | bytes) -> tuple[str, ...]:
    """Return the text of each paragraph of the body of `file` that has any, tables row by row."""
    with ZipFile(BytesIO(file) if isinstance(file, bytes) else file) as package:
        root = Tree.fromstring(package.read("word/document.xml"))
    return tuple(text for one in root.iter(f"{_W}p") if (text := "".join(_words(one))))


def margins(file: Path) -> tuple[str, str]:
    """Return the texts of the header and of the footer of `file`."""
    with ZipFile(file) as package:
        parts = [package.read(f"word/{name}1.xml") for name in ("header", "footer")]
    head, foot = ("".join(_words(Tree.fromstring(part))) for part in parts)
    return head, foot


def differences(expected: tuple[str, ...], found: tuple[str, ...]) -> list[str]:
    """Return what differs, a line for each paragraph; none where all of them are equal."""
    told = [
        f"paragraph {number}: {want!r} is awaited, {have!r} is there"
        for number, (want, have) in enumerate(zip(expected, found, strict=False), 1)
        if want != have
    ]
    if len(expected) != len(found):
        told.append(f"{len(expected)} paragraphs are awaited, {len(found)} are there")
    return told


def _words(paragraph: Tree.Element) -> Iterator[str]:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and style.get(f"{_W}val") == _NO_WORDS:
        return
    for one in paragraph.iter():
        if one.tag == f"{_W}t":
            yield one.text or ""
        elif one.tag in _MARKS:
            yield _MARKS[one.tag]
