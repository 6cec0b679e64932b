"""Draft + house template -> the bytes of a Word file; the whole writer on one screen."""

from collections.abc import Sequence
from importlib import resources
from typing import Final

from lxml.etree import XMLSyntaxError

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Draft
from conventassembler.writers.word.awaited import list_of_awaited
from conventassembler.writers.word.body import body
from conventassembler.writers.word.bookmarks import Bookmarks
from conventassembler.writers.word.comments import Comments
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.controls import Controls
from conventassembler.writers.word.fallbacks import complete
from conventassembler.writers.word.finish import faults_of, finished
from conventassembler.writers.word.headings import HeadingNumbers, headings_of
from conventassembler.writers.word.imprint import imprint
from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.logos import Logo, place_logos
from conventassembler.writers.word.manifest import manifest
from conventassembler.writers.word.notes import Notes
from conventassembler.writers.word.numbering import Numbering
from conventassembler.writers.word.parts import DOCUMENT, NUMBERING, STYLES, Parts
from conventassembler.writers.word.properties import say_status
from conventassembler.writers.word.sections import Sections, number_lines, section_of
from conventassembler.writers.word.shell import Shell, compile_shell, fill
from conventassembler.writers.word.slot import find_slot, slot_faults
from conventassembler.writers.word.styles import Styles, read_styles
from conventassembler.writers.word.watermark import watermark
from conventassembler.writers.word.xml import Element, integer, legal, parse, tag

DEFAULT: Final = "maison"
SHIPPED: Final = (DEFAULT, "classique")
"""The house templates that come with the tool."""
DEFAULT_TEMPLATE: Final = f"{DEFAULT}.docx"

_PLAIN: Final = Issue()
Written = tuple[bytes, tuple[Diagnostic, ...]]


def default_template() -> bytes:
    """Return the house template of acts that ask for no other."""
    return shipped_template(DEFAULT)


def shipped_template(name: str) -> bytes:
    """Return the house template `name`, one of `SHIPPED`."""
    return (resources.files("conventassembler") / "templates" / f"{name}.docx").read_bytes()


def write_word(
    draft: Draft,
    template: bytes,
    issue: Issue = _PLAIN,
    *,
    template_name: str = DEFAULT_TEMPLATE,
    logos: Sequence[Logo] = (),
) -> Written:
    """Return `draft` as a Word file in the looks of `template`, and what is wrong with `template`.

    `logos` stand at its head. The same arguments always give the same bytes. The file is verified,
    and empty when there is an error; findings are placed in `template_name`, those of the writer
    in the file.
    """
    shell, found = compile_shell(template, template_name)
    if shell is None:
        return b"", found
    members, found = fill(shell, _values(draft, issue), template_name)
    if members is None:
        return b"", found
    parts = Parts(members)
    complete(parts.tree(STYLES))
    styles, found = read_styles(parts.tree(STYLES), template_name)
    if found:
        return b"", found
    where = Position(template_name, 0)
    if found := _lacking(parts, shell, styles, where):
        return b"", found
    try:
        place_logos(parts, logos)
        _assemble(draft, parts, styles, issue)
    except XMLSyntaxError:  # a part of the template that is read only where something joins it
        return b"", faults_of(members, where)
    return finished(parts.members(), members, draft, issue, where)


def _lacking(parts: Parts, shell: Shell, styles: Styles, where: Position) -> tuple[Diagnostic, ...]:
    """Return what forbids to put a body into the template: it has no place, no list a number."""
    unnumbered = Numbering(parts.tree(NUMBERING), styles).missing()
    found = [fault("C606", where, style=style) for style in unnumbered]
    misplaced = slot_faults(parse(shell.members[DOCUMENT]), where)
    if not misplaced and find_slot(parts.tree(DOCUMENT)) is None:
        misplaced = (fault("C605", where),)  # a condition leaves it out
    found += misplaced
    return tuple(found)


def _values(draft: Draft, issue: Issue) -> dict[str, str]:
    """Return what the tags of a template may ask for."""
    return {
        "langue": legal(draft.language),
        "mention": legal(issue.mention),
        "nom": legal(draft.name),
        "titre": legal(draft.title),
        "titre_court": legal(draft.short_title),
    }


def _assemble(draft: Draft, parts: Parts, styles: Styles, issue: Issue) -> None:
    """Write `draft` into `parts`."""
    document = parts.tree(DOCUMENT)
    headings = HeadingNumbers(
        headings_of(draft.blocks), parts.tree(NUMBERING), parts.tree(STYLES), styles
    )
    numbering = Numbering(parts.tree(NUMBERING), styles)
    slot = find_slot(document)
    assert slot is not None  # else the template was refused
    numbering.mark(draft.bullets)
    sections = Sections(section_of(slot))
    _go_out(parts, issue)
    notes = Notes(parts, styles)
    marks = _bookmarks(document), _controls(document)
    comments = Comments(parts, draft, issue.day, issue.accepted) if issue.annotated else None
    context = Context(styles, numbering, headings, *marks, notes, sections.width(), issue, comments)
    above = list_of_awaited(draft, context)
    for element in (*above, *body(draft.blocks, context, sections)):
        slot.addprevious(element)
    _remove(slot)
    imprint(parts, draft.name, manifest(draft, context.bookmarks))


def _go_out(parts: Parts, issue: Issue) -> None:
    """Mark the file as `issue` asks, in the template's own sections: the body takes them up."""
    say_status(parts, issue)
    if issue.status != "final":
        watermark(parts)
    if issue.line_numbers:
        number_lines(parts.tree(DOCUMENT))


def _remove(element: Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _bookmarks(document: Element) -> Bookmarks:
    """Return bookmarks that clash with none of the template's own."""
    starts = list(document.iter(tag("bookmarkStart")))
    numbers = [integer(start, "id", 0) for start in starts]
    return Bookmarks((start.get(tag("name"), "") for start in starts), 1 + max(numbers, default=0))


def _controls(document: Element) -> Controls:
    """Return content controls whose numbers the template's own have not."""
    found = (properties.find(tag("id")) for properties in document.iter(tag("sdtPr")))
    return Controls(one.get(tag("val"), "") for one in found if one is not None)
