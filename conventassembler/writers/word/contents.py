"""The table of contents: a field that Word can make anew, with its lines as they stand now.

Each line leads to its heading. Page numbers, which only a word processor knows, are there where
they are known (`Issue.pages`): every line has one, or none has.
"""

from copy import deepcopy

from conventassembler.draft.model import Contents, ContentsEntry
from conventassembler.draft.plain import text_of
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.fields import closing, field, link, opening
from conventassembler.writers.word.inlines import Look, runs
from conventassembler.writers.word.paragraphs import made
from conventassembler.writers.word.styles import of_level
from conventassembler.writers.word.xml import Element, text_run, w

WITHOUT_PAGES = "\\n "
"""What a table made anew is told where none of its lines has a page."""
_GALLERY = "Table of Contents"


def contents(block: Contents, context: Context) -> list[Element]:
    """Return the table of contents, or nothing when it has no line."""
    entries = [entry for entry in block.entries if text_of(entry.inlines)]
    if not entries:
        return []
    paged = all(bookmark_name(entry.target) in context.issue.pages for entry in entries)
    lines = [_line(entry, context, paged=paged) for entry in entries]
    lines[0][:0] = opening(_instruction(entries, paged=paged))
    lines[-1].append(closing())
    properties = [_leader(context)] if paged else []
    paragraphs = [
        made(of_level(names.CONTENTS, entry.level), line, context, deepcopy(properties))
        for entry, line in zip(entries, lines, strict=True)
    ]
    gallery = w("docPartObj", w("docPartGallery", val=_GALLERY), w("docPartUnique"))
    return [w("sdt", w("sdtPr", gallery), w("sdtContent", *paragraphs))]


def _instruction(entries: list[ContentsEntry], *, paged: bool) -> str:
    """Return what makes it anew: headings and what else has an outline level."""
    deepest = min(max(1, *(entry.level for entry in entries)), len(names.CONTENTS))
    return f'TOC \\o "1-{deepest}" {"" if paged else WITHOUT_PAGES}\\h \\z \\u'


def _line(entry: ContentsEntry, context: Context, *, paged: bool) -> list[Element]:
    """Return what a line says, as a link to its heading where the draft has it."""
    anchor = bookmark_name(entry.target)
    text = runs(entry.inlines, context, entry.target, Look(copied=True))
    if paged:
        page = text_run(str(context.issue.pages[anchor]))
        text += [text_run("\t"), *field(f"PAGEREF {anchor} \\h", [page])]
    if entry.target not in context.headings:
        return text
    return [link(anchor, text, text_of(entry.inlines))]


def _leader(context: Context) -> Element:
    """Return the stop at the end of the line that dots lead to.

    No indent keeps headings away from it: LibreOffice does not print what stands behind one.
    """
    return w("tabs", w("tab", val="right", leader="dot", pos=context.width))
