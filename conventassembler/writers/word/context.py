"""What the modules of the body share while one file is written."""

from dataclasses import dataclass

from conventassembler.writers.word.bookmarks import Bookmarks
from conventassembler.writers.word.numbering import Numbering
from conventassembler.writers.word.styles import Styles


@dataclass(frozen=True, slots=True)
class Context:
    """The template's styles and width, and the counters of the file being written."""

    styles: Styles
    numbering: Numbering
    bookmarks: Bookmarks
    width: int
    """Width of the text on the page, in twentieths of a point."""
