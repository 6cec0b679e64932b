"""Draft -> Word file; with `review/`, the only room that knows docx, docxtpl and lxml."""

from conventassembler.writers.word.issue import Issue, Status
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
    "Status",
    "default_template",
    "shipped_template",
    "write_word",
]
