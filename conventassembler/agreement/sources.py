"""What an agreement is read from: its tree, and those of the files of values in its folder.

On the disk they are read when they are asked for; whoever has the trees already hands them over.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path
from unicodedata import normalize

from conventassembler.filenames import visible
from conventassembler.frozen import dataclass
from conventassembler.schema import read_tree
from conventassembler.schema.types import Findings
from conventassembler.source import Node

Tree = tuple[Node | None, Findings]
"""The tree of a file, None where it cannot be read to its end; and its faults."""


@dataclass(frozen=True, slots=True)
class Source:
    """One agreement, as it is read."""

    name: str
    """That of the act, which its files take."""
    file: str
    """As messages show it: `agreements/longvic.yaml`."""
    tree: Tree
    data: Mapping[str, Callable[[], Tree]] = field(default_factory=dict)
    """The files of values of its folder, by name."""

    @property
    def folder(self) -> str:
        """Where its files of values stand, as messages show it."""
        return self.file.rpartition(".")[0]


def source_at(path: Path, shown: str) -> Source:
    """Return what the agreement in `path` is read from; `shown` names it in findings."""
    root = shown.removesuffix(path.suffix)
    own = sorted(visible(path.with_suffix(""), "*.yaml"))
    names = {normalize("NFC", one.name): one for one in own}
    data = {name: partial(read_tree, one, f"{root}/{name}") for name, one in names.items()}
    return Source(path.stem, shown, read_tree(path, shown), data)
