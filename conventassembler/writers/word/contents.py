"""The table of contents: a field that Word can make anew, with its lines as they stand now.

It has no page numbers, which only a word processor knows; each line leads to its heading.
"""

from conventassembler.draft.model import Contents, ContentsEntry
from conventassembler.draft.plain import text_of
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.fields import closing, opening
from conventassembler.writers.word.inlines import Look, runs
from conventassembler.writers.word.paragraphs import made
from conventassembler.writers.word.styles import of_level
from conventassembler.writers.word.xml import Element, legal, w

_GALLERY = "Table of Contents"
_LONGEST = 250
"""Characters of what a link says of itself, to screen readers of a PDF; Word takes 255."""


def contents(block: Contents, context: Context) -> list[Element]:
    """Return the table of contents, or nothing when it has no line."""
    entries = [entry for entry in block.entries if text_of(entry.inlines)]
    if not entries:
        return []
    lines = [[_link(entry, context)] for entry in entries]
    lines[0][:0] = opening(_instruction(entries))
    lines[-1].append(closing())
    paragraphs = [
        made(of_level(names.CONTENTS, entry.level), line, context)
        for entry, line in zip(entries, lines, strict=True)
    ]
    gallery = w("docPartObj", w("docPartGallery", val=_GALLERY), w("docPartUnique"))
    return [w("sdt", w("sdtPr", gallery), w("sdtContent", *paragraphs))]


def _instruction(entries: list[ContentsEntry]) -> str:
    """Return what makes it anew: headings and what else has an outline level, without pages."""
    deepest = min(max(1, *(entry.level for entry in entries)), len(names.CONTENTS))
    return f'TOC \\o "1-{deepest}" \\n \\h \\z \\u'


def _link(entry: ContentsEntry, context: Context) -> Element:
    text = runs(entry.inlines, context, entry.target, Look(copied=True))
    said = legal(text_of(entry.inlines))[:_LONGEST]
    return w("hyperlink", *text, anchor=bookmark_name(entry.target), tooltip=said, history=1)
