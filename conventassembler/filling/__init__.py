"""Filling an agreement: its places, what may be typed in each, and the files with it typed.

Between the library, which says what each clause asks for, and the command line, which asks. Nothing
is printed here; a value is written where the blank stood, and no other byte of the file moves.
"""

from conventassembler.filling.answers import Answer, Said, read_answer, read_group
from conventassembler.filling.papers import Paper, open_paper
from conventassembler.filling.places import Place
from conventassembler.filling.reading import Filling, read_filling
from conventassembler.filling.rows import FromRow, fill_from
from conventassembler.filling.writing import changed_meanwhile, filled

__all__ = [
    "Answer",
    "Filling",
    "FromRow",
    "Paper",
    "Place",
    "Said",
    "changed_meanwhile",
    "fill_from",
    "filled",
    "open_paper",
    "read_answer",
    "read_filling",
    "read_group",
]
