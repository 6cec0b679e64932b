"""Text for a terminal: wrapped to its width, indented, without colour."""

from shutil import get_terminal_size
from textwrap import wrap

from conventassembler.french.lines import bound
from conventassembler.patterns import Pattern

WIDEST = 100
"""Columns beyond which a line is tiring to read."""
NARROWEST = 40
STEP = "    "
HANG = "  "
_WORD = r'(?:"[^"]*"|[^\s;,»)\u00a0]+)'
_COMMAND = Pattern(rf"\bconventassembler(?: {_WORD})+")
"""A command in a text, to its end or to a mark behind it: it is copied, and so never cut in two."""
_HELD = "\ue000"
"""What stands for a space of a command while lines are made."""


def width() -> int:
    """Return the width to write in: the terminal's within bounds, 80 columns in a pipe."""
    return max(NARROWEST, min(get_terminal_size().columns, WIDEST))


class Page:
    """Lines that are added from top to bottom."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.lines: list[str] = []

    def write(self, words: str, depth: int = 0) -> None:
        """Add a paragraph, indented by `depth` steps."""
        self._wrapped(words, STEP * depth, STEP * depth)

    def item(self, words: str, depth: int = 0) -> None:
        """Add an item, the lines below its first one further in."""
        self._wrapped(words, STEP * depth, STEP * depth + HANG)

    def _wrapped(self, words: str, first: str, others: str) -> None:
        """Wrap; a name longer than the width stays whole, so that it can be copied."""
        held = _COMMAND.sub(lambda found: found[0].replace(" ", _HELD), bound(words))
        lines = wrap(
            held,
            max(self.columns, len(others) + NARROWEST),
            initial_indent=first,
            subsequent_indent=others,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.lines += [line.replace(_HELD, " ") for line in lines]

    def gap(self) -> None:
        """Add an empty line, unless the page begins or has one already."""
        if self.lines and self.lines[-1]:
            self.lines.append("")
