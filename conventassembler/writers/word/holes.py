"""What a stretch of the body leaves open: numbers and names that are counted through the file.

A stretch is written without knowing what stands above it; what it asked for is kept in order, and
`arranging` gives each its number once all stretches of the file are there.
"""

from dataclasses import field
from functools import lru_cache
from typing import Final, NamedTuple

from conventassembler.draft.model import Enumeration, ListItem
from conventassembler.frozen import dataclass
from conventassembler.writers.word.markup import hole

Keys = tuple[str, ...]
"""What identifies a bookmark: the id of a block, then a part of the block."""
BOOKMARK: Final = "b"
NAME: Final = "m"
CONTROL: Final = "s"
ITEM: Final = "l"
NOTE: Final = "n"
COMMENT: Final = "c"


class Mark(NamedTuple):
    """A bookmark, and what made what it stands around when a value did."""

    keys: Keys
    value: tuple[str, str] | None
    """Key path and formatter."""


class Item(NamedTuple):
    """A numbered item of a list."""

    level: int
    ordinal: int
    enumeration: Enumeration
    is_in_cell: bool


class Asked(NamedTuple):
    """What one stretch asked for."""

    marks: tuple[Mark, ...]
    controls: tuple[Keys, ...]
    items: tuple[Item, ...]
    comments: int
    """How many there are."""


@dataclass(frozen=True, slots=True, eq=False)
class Fill:
    """What the holes of a form are filled with."""

    values: tuple[str | int, ...]
    """In the order of the form."""


@dataclass(slots=True)
class Holes:
    """What one stretch asked for, in the order in which it did."""

    marks: list[Mark] = field(default_factory=list)
    controls: list[Keys] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """The notes that it calls, as text."""
    comments: list[tuple[str, ...]] = field(default_factory=list)
    """What each comment says, a paragraph each."""

    def around(self, content: str, keys: Keys, value: tuple[str, str] | None = None) -> str:
        """Return `content` between the two ends of the bookmark for `keys`.

        `value` is the key path and the formatter of what made it, when a value did.
        """
        self.marks.append(Mark(keys, value))
        start, end = _ends(len(self.marks))
        return f"{start}{content}{end}"

    def control(self, keys: Keys) -> str:
        """Return the number of the content control around the value whose bookmark has `keys`."""
        self.controls.append(keys)
        return hole(CONTROL, len(self.controls))

    def item(self, item: ListItem, *, is_in_cell: bool) -> str:
        """Return the number of the list of a numbered `item`."""
        self.items.append(Item(item.level, item.ordinal, item.enumeration, is_in_cell))
        return hole(ITEM, len(self.items))

    def note(self) -> str:
        """Return the number of the next note; `notes` takes up its text."""
        return hole(NOTE, len(self.notes) + 1)

    def comment(self, words: tuple[str, ...]) -> str:
        """Return the number of a comment that says `words`."""
        self.comments.append(words)
        return hole(COMMENT, len(self.comments))

    def asked(self) -> Asked:
        """Return all that was asked for, in its order."""
        marks, controls, items = tuple(self.marks), tuple(self.controls), tuple(self.items)
        return Asked(marks, controls, items, len(self.comments))


@lru_cache(maxsize=1024)
def _ends(count: int) -> tuple[str, str]:
    """Return the two ends of the bookmark of a stretch with that number."""
    number = hole(BOOKMARK, count)
    start = f'<w:bookmarkStart w:id="{number}" w:name="{hole(NAME, count)}"/>'
    return start, f'<w:bookmarkEnd w:id="{number}"/>'
