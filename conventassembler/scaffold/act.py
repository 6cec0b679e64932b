"""What the files of one agreement to fill are made of."""

from collections.abc import Mapping
from dataclasses import field

from conventassembler.frozen import dataclass
from conventassembler.library.model import Library, Variant
from conventassembler.library.sharing import SharedFile

Idle = frozenset[tuple[str, str]]
"""Defaults that no text shows while the others stand: clauses, each with the key."""


@dataclass(frozen=True, slots=True)
class ActToFill:
    """An agreement to fill, as its entries and its files of values need it."""

    name: str
    library: Library
    parties: Mapping[str, str]
    """Keys of the parties, by id."""
    files: Mapping[str, SharedFile] = field(default_factory=dict)
    """The files of values, by the name that entries type."""
    idle: Idle = frozenset()

    def idle_of(self, *variants: Variant) -> frozenset[str]:
        """Return the keys of clauses whose defaults no text shows."""
        ids = {variant.id for variant in variants}
        return frozenset(key for id_, key in self.idle if id_ in ids)
