"""Draft -> Word file; with `review/`, the only room that knows docx, docxtpl and lxml."""

from conventassembler.writers.word.issue import Issue, Status
from conventassembler.writers.word.logos import Logo
from conventassembler.writers.word.pictures import read_picture
from conventassembler.writers.word.writer import (
    DEFAULT,
    SHIPPED,
    default_template,
    shipped_template,
    write_word,
)

__all__ = [
    "DEFAULT",
    "SHIPPED",
    "Issue",
    "Logo",
    "Status",
    "default_template",
    "read_picture",
    "shipped_template",
    "write_word",
]
