"""What the modules of the body share while one file is written."""

from dataclasses import dataclass

from conventassembler.writers.word import styles as names
from conventassembler.writers.word.bookmarks import Bookmarks
from conventassembler.writers.word.comments import Comments
from conventassembler.writers.word.controls import Controls
from conventassembler.writers.word.headings import HeadingNumbers
from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.notes import Notes
from conventassembler.writers.word.numbering import Numbering
from conventassembler.writers.word.styles import Lists, Styles


@dataclass(frozen=True, slots=True)
class Context:
    """The template's styles and width, and the counters of the file being written."""

    styles: Styles
    numbering: Numbering
    headings: HeadingNumbers
    bookmarks: Bookmarks
    controls: Controls
    notes: Notes
    width: int
    """Width of the text on the page, or in the cell, in twentieths of a point."""
    issue: Issue
    comments: Comments | None = None
    """What is said in the margin, where it is asked for."""
    lists: Lists = names.TEXT_LISTS
    """The styles of lists: those of the text, or of cells."""
