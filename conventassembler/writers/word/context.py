"""What the modules of the body share while one stretch of it is written."""

from conventassembler.frozen import dataclass
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.asking import Asking
from conventassembler.writers.word.holes import Holes
from conventassembler.writers.word.styles import Lists, Styles


@dataclass(frozen=True, slots=True)
class Context:
    """The template's styles and width, and what the stretch being written asks for."""

    styles: Styles
    headings: Asking
    holes: Holes
    width: int
    """Width of the text on the page, or in the cell, in twentieths of a point."""
    called: str = ""
    """Id of the style of what calls comments; empty where there are none in the margin."""
    lists: Lists = names.TEXT_LISTS
    """The styles of lists: those of the text, or of cells."""
