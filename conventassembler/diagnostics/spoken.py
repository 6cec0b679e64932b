"""Words that findings quote and that are ours: told in the user's language.

They stand here, and not where they are found out, since the catalogues are made from this room.
"""

from typing import Final

from conventassembler.diagnostics.codes.definition import N_

SPOKEN: Final = (
    *("story", "trouble", "file_format", "trace", "lack"),
    *("style_kind", "other_kind"),
    *("work", "who", "loss"),
)
"""The arguments of findings that hold them."""

PARTS: Final = (
    *(N_("the text"), N_("the notes"), N_("the properties"), N_("the styles")),
    N_("a part that no page shows"),
    *(N_("the header"), N_("the header of page 1"), N_("the header of even pages")),
    *(N_("the footer"), N_("the footer of page 1"), N_("the footer of even pages")),
)
"""What a part of a Word file is called."""
TEXT, NOTES, PROPERTIES, SHEET, SHOWN_NOWHERE = PARTS[:5]

TROUBLES: Final = (
    N_("stands there a second time"),
    N_("stands in a table"),
    N_("stands in a text box, a frame or a control"),
    N_("stands amid other words"),
    N_("stands elsewhere than in the text"),
    N_("is typed without its “p”"),
)
"""What may be wrong with the place of the act's text."""
TWICE, IN_TABLE, IN_BOX, AMID, ELSEWHERE, WITHOUT_P = TROUBLES

FORMATS: Final = (
    N_("a Word document with a password"),
    N_("a document of an old Word (.doc)"),
    N_("a text of LibreOffice (.odt)"),
    N_("a rich text (.rtf)"),
    N_("a PDF file"),
    N_("a template of Word (.dotx)"),
    N_("a Word document with macros (.docm)"),
)
"""What a file may be that is no Word document."""
PASSWORD, OLD, OPEN_DOCUMENT, RICH_TEXT, PDF, WORD_TEMPLATE, MACROS = FORMATS

MARKS: Final = (
    N_("an insertion to accept or to refuse"),
    N_("a deletion to accept or to refuse"),
    N_("a move to accept or to refuse"),
    N_("a change of looks to accept or to refuse"),
    N_("a comment"),
)
"""What a review leaves in a file."""
INSERTED, DELETED, MOVED, RESTYLED, COMMENT = MARKS

LACKS: Final = (
    N_("in which language its text is"),
    N_("the number of the page"),
    N_("that this style is one of headings (outline level)"),
)
"""What a template should say."""
LANGUAGE, PAGE_NUMBER, OUTLINE = LACKS

SORTS: Final = (N_("paragraph"), N_("character"), N_("table"), N_("list"))
"""The kinds of styles, as Word names them."""

LOGOS: Final = (
    N_("is no picture in PNG or JPEG"),
    N_("is larger than 5 MB"),
    N_("is outside the workspace"),
)
"""What may be wrong with the file of a logo."""
NO_PICTURE, TOO_LARGE, OUTSIDE = LOGOS

WORKS: Final = {
    "fill": N_("fills"),
    "upgrade": N_("renames words of"),
    "new": N_("makes"),
    "build": N_("builds"),
    "batch": N_("makes the batch of"),
}
"""What somebody does with an agreement, by the word that a lock has for it."""

LOSSES: Final = (
    N_("processes end while they make them, perhaps for want of memory"),
    N_("no worker is left"),
    N_("the scheduler is lost"),
)
"""Why rows of a batch stay unmade."""
DYING, NO_WORKER, NO_SCHEDULER = LOSSES

SOMEBODY: Final = N_("somebody")
"""Who has a file, where its lock does not tell."""
NO_PROGRAM: Final = N_("no program of this computer opens it")
"""Why a document stays closed."""
READ_ONLY: Final = N_("it is set read-only")
"""Why a file is not written."""

TABLES: Final = (
    N_("it is no workbook of Excel or LibreOffice, or a password locks it"),
    N_("it has no sheet of that name"),
    N_("a quotation mark is never closed, or a cell is too long"),
    N_("what its name ends in is that of no table"),
    N_("it is too large: a cell stands far from the others, or there are more than a million"),
)
"""Why a file cannot be read as a table."""
NO_WORKBOOK, NO_SHEET, UNCLOSED, NO_TABLE, TOO_WIDE = TABLES

WORDS: Final = (
    *(*PARTS, *TROUBLES, *FORMATS, *MARKS, *LACKS, *SORTS, *LOGOS, *WORKS.values()),
    *LOSSES,
    *(SOMEBODY, NO_PROGRAM, READ_ONLY, *TABLES),
)
