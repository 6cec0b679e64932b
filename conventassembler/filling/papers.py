"""The files that are filled, as they were when they were read: their bytes and their trees."""

from pathlib import Path

from conventassembler.frozen import dataclass
from conventassembler.schema.types import Findings
from conventassembler.source import Node, read_typed, read_yaml, unified


@dataclass(frozen=True, slots=True)
class Paper:
    """One file, as it was read."""

    path: Path
    shown: str
    """Its name in messages."""
    text: str
    """With its byte order mark and its ends of line."""
    tree: Node

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.text.encode("utf-8")


def open_paper(path: Path, shown: str) -> tuple[Paper | None, Findings]:
    """Return the file as it is, or None with why it cannot be read to its end."""
    text, found = read_typed(path, shown)
    if text is None:
        return None, found
    tree, broken = read_yaml(unified(text), shown)
    paper = None if tree is None else Paper(path, shown, text, tree)
    return paper, (*found, *broken)
