"""Draft -> Word file; with `review/`, the only room that knows docx, docxtpl and lxml."""

from conventassembler.writers.word.issue import Issue, Status
from conventassembler.writers.word.writer import default_template, write_word

__all__ = ["Issue", "Status", "default_template", "write_word"]
