"""The house template made ready for acts: all of their files but what differs from act to act.

Reading the template, marking its headers, placing logos: done once for all acts that go out alike.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from lxml.etree import XMLSyntaxError

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Draft
from conventassembler.frozen import dataclass
from conventassembler.writers.word.comments import Margin, open_margin
from conventassembler.writers.word.fallbacks import complete
from conventassembler.writers.word.finish import faults_of
from conventassembler.writers.word.forms import can_be_put, mark
from conventassembler.writers.word.frame import Frame, ensure_section, frame_of
from conventassembler.writers.word.headings import first_list
from conventassembler.writers.word.issue import Issue, Status
from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.logos import Logo, place_logos
from conventassembler.writers.word.notes import first_note
from conventassembler.writers.word.numbering import Numbering
from conventassembler.writers.word.parts import DOCUMENT, NUMBERING, STYLES, Parts
from conventassembler.writers.word.properties import say_status
from conventassembler.writers.word.sections import number_lines
from conventassembler.writers.word.shell import Shell, fill
from conventassembler.writers.word.slot import find_slot, slot_faults
from conventassembler.writers.word.styles import Styles, read_styles
from conventassembler.writers.word.watermark import watermark
from conventassembler.writers.word.xml import Element, integer, parse, tag

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Going:
    """How a file goes out, as far as its template shows it, and what the template is given."""

    values: tuple[tuple[str, str], ...]
    """What the tags say, or the marks of what is put there later."""
    status: Status
    version: str
    line_numbers: bool
    annotated: bool


@dataclass(frozen=True, slots=True, eq=False)
class Kit:
    """A template ready for acts that go out alike."""

    styles: Styles
    frame: Frame
    members: Mapping[str, bytes]
    """All but the document; where marks stand, a value is still to be put."""
    typed: frozenset[str]
    """The members that are as Jinja wrote them."""
    names: frozenset[str]
    """Of the template's own bookmarks, which no other may have; and the numbers of its controls."""
    controls: frozenset[str]
    first_mark: int
    first_list: int
    first_note: int
    margin: Margin | None
    """Where comments go, if the file has any."""


def values_of(draft: Draft, issue: Issue) -> dict[str, str]:
    """Return what the tags of a template may ask for."""
    return {
        "langue": legal(draft.language),
        "mention": legal(issue.mention),
        "nom": legal(draft.name),
        "titre": legal(draft.title),
        "titre_court": legal(draft.short_title),
    }


def going(shell: Shell, values: Mapping[str, str], issue: Issue) -> Going:
    """Return how a file goes out whose tags say `values`; what differs by act is marked in it."""
    given = {
        name: mark(name) if name in _BY_ACT - shell.computed and can_be_put(text) else text
        for name, text in values.items()
    }
    said = tuple(given.items())
    return Going(said, issue.status, issue.version, issue.line_numbers, issue.annotated)


_BY_ACT = frozenset(("nom", "titre", "titre_court"))


@lru_cache(maxsize=8)
def kit_of(
    shell: Shell, file: str, how: Going, logos: tuple[Logo, ...]
) -> tuple[Kit | None, Findings]:
    """Return the template ready for acts that go out as `how` says, or None and what forbids it.

    Findings are placed in `file`.
    """
    members, found = fill(shell, dict(how.values), file)
    if members is None:
        return None, found
    parts = Parts(members)
    complete(parts.tree(STYLES))
    styles, found = read_styles(parts.tree(STYLES), file)
    where = Position(file, 0)
    found = found or _lacking(parts, shell, styles, where)
    if found:
        return None, found
    try:
        return _kit(parts, styles, how, logos), ()
    except XMLSyntaxError:  # a part of the template that is read only where something joins it
        return None, faults_of(members, where)


def _lacking(parts: Parts, shell: Shell, styles: Styles, where: Position) -> Findings:
    """Return what forbids to put a body into the template: it has no place, no list a number."""
    unnumbered = Numbering(parts.tree(NUMBERING), styles).missing()
    found = [fault("C606", where, style=style) for style in unnumbered]
    misplaced = slot_faults(parse(shell.members[DOCUMENT]), where)
    if not misplaced and find_slot(parts.tree(DOCUMENT)) is None:
        misplaced = (fault("C605", where),)  # a condition leaves it out
    found += misplaced
    return tuple(found)


def _kit(parts: Parts, styles: Styles, how: Going, logos: Sequence[Logo]) -> Kit:
    place_logos(parts, logos)
    numbering, document = parts.tree(NUMBERING), parts.tree(DOCUMENT)
    ensure_section(document)
    _go_out(parts, how)
    note, margin = first_note(parts), open_margin(parts) if how.annotated else None
    frame = frame_of(document)
    members = {name: data for name, data in parts.members().items() if name != DOCUMENT}
    starts = list(document.iter(tag("bookmarkStart")))
    return Kit(
        styles,
        frame,
        MappingProxyType(members),
        frozenset(name for name in members if not parts.is_parsed(name)),
        frozenset(start.get(tag("name"), "") for start in starts),
        frozenset(_controls(document)),
        1 + max((integer(start, "id", 0) for start in starts), default=0),
        first_list(numbering),
        note,
        margin,
    )


def _go_out(parts: Parts, how: Going) -> None:
    """Mark the file as it is asked, in the template's own sections: the body takes them up."""
    say_status(parts, Issue(how.status, how.version))
    if how.status != "final":
        watermark(parts)
    if how.line_numbers:
        number_lines(parts.tree(DOCUMENT))


def _controls(document: Element) -> list[str]:
    found = (properties.find(tag("id")) for properties in document.iter(tag("sdtPr")))
    return [one.get(tag("val"), "") for one in found if one is not None]
