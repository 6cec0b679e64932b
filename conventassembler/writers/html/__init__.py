"""A draft as a page that is read in a browser, while it is being written.

It shows the words of the act as they will read, with its numbers; what it will look like on paper
is the house template's affair. What is to be said beside the text stands in its `Margin`.
"""

from conventassembler.writers.html.article import write_html
from conventassembler.writers.html.margin import Margin, Remark
from conventassembler.writers.html.page import (
    SCRIPT,
    STYLE,
    Convention,
    Lack,
    Listed,
    page,
)

__all__ = [
    "SCRIPT",
    "STYLE",
    "Convention",
    "Lack",
    "Listed",
    "Margin",
    "Remark",
    "page",
    "write_html",
]
