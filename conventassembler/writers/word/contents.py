"""The table of contents: a field that Word can make anew, with its lines as they stand now.

Each line leads to its heading. Page numbers, which only a word processor knows, are there where
they are known (`Issue.pages`): every line has one, or none has.
"""

from conventassembler.draft.model import Contents, ContentsEntry
from conventassembler.draft.plain import text_of
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.fields import closing, field, link, opening
from conventassembler.writers.word.inlines import Look, runs
from conventassembler.writers.word.markup import el, text_run
from conventassembler.writers.word.paragraphs import made
from conventassembler.writers.word.styles import of_level

WITHOUT_PAGES = "\\n "
"""What a table made anew is told where none of its lines has a page."""
_GALLERY = "Table of Contents"


def contents(block: Contents, context: Context) -> list[str]:
    """Return the table of contents, or nothing when it has no line."""
    entries = [entry for entry in block.entries if text_of(entry.inlines)]
    if not entries:
        return []
    pages = [context.headings.page(bookmark_name(entry.target)) for entry in entries]
    paged = "" not in pages
    lines = [
        _line(entry, context, page if paged else "")
        for entry, page in zip(entries, pages, strict=True)
    ]
    lines[0] = opening(_instruction(entries, paged=paged)) + lines[0]
    lines[-1] += closing()
    properties = _leader(context) if paged else ""
    paragraphs = [
        made(of_level(names.CONTENTS, entry.level), line, context, properties)
        for entry, line in zip(entries, lines, strict=True)
    ]
    gallery = el("docPartObj", el("docPartGallery", val=_GALLERY), el("docPartUnique"))
    return [el("sdt", el("sdtPr", gallery), el("sdtContent", *paragraphs))]


def _instruction(entries: list[ContentsEntry], *, paged: bool) -> str:
    """Return what makes it anew: headings and what else has an outline level."""
    deepest = min(max(1, *(entry.level for entry in entries)), len(names.CONTENTS))
    return f'TOC \\o "1-{deepest}" {"" if paged else WITHOUT_PAGES}\\h \\z \\u'


def _line(entry: ContentsEntry, context: Context, page: str) -> str:
    """Return what a line says, as a link to its heading where the draft has it."""
    anchor = bookmark_name(entry.target)
    text = runs(entry.inlines, context, (entry.target,), Look(copied=True))
    if page:
        text += text_run("\t") + field(f"PAGEREF {anchor} \\h", text_run(page))
    if not context.headings.is_there(entry.target):
        return text
    return link(anchor, text, text_of(entry.inlines))


def _leader(context: Context) -> str:
    """Return the stop at the end of the line that dots lead to.

    No indent keeps headings away from it: LibreOffice does not print what stands behind one.
    """
    return el("tabs", el("tab", val="right", leader="dot", pos=context.width))
