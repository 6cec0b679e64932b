"""The text that a tree is read from, and the places in it as people count them."""

from conventassembler.diagnostics import Position
from conventassembler.frozen import dataclass
from conventassembler.source.events import Mark


@dataclass(frozen=True, slots=True)
class Page:
    """A text, with the name of its file and the line on which it begins there."""

    text: str
    file: str
    first_line: int

    def place(self, mark: Mark) -> Position:
        """Return the place of `mark` in the file."""
        return Position(self.file, self.first_line + mark.line, mark.column + 1)

    def place_of(self, mark: Mark, offset: int) -> Position:
        """Return the place that is `offset` characters after `mark`."""
        passed = self.text[mark.at : mark.at + offset]
        if "\n" not in passed:
            return Position(self.file, self.first_line + mark.line, mark.column + 1 + offset)
        line = self.first_line + mark.line + passed.count("\n")
        return Position(self.file, line, offset - passed.rindex("\n"))
