"""Drafts -> the files that go out: Word files, and what LibreOffice makes of them.

It stands between the writer and `build`: what a run asks for is an `Order`, and everything that
needs LibreOffice, the pages first, is done here, on bytes; nothing is written on the disk.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.draft.model import Draft
from conventassembler.draft.page_count import with_page_count
from conventassembler.office import Kind, Pages, convert, find_office, page_counts
from conventassembler.writers.word import Issue

Findings = tuple[Diagnostic, ...]
Files = tuple[dict[str, bytes], Findings]
"""By the names that they are to have."""
Write = Callable[[str, Draft, Issue], tuple[bytes, Findings]]
"""Makes the Word file of the agreement of that name."""

SENT: Final = "envoi"
"""The folder of a workspace where what goes out is put, unless the user names another."""
ENDINGS: Final[Mapping[Kind, str]] = MappingProxyType({"pdf": "pdf", "pdfa": "pdf", "odt": "odt"})
_PASSES: Final = 3
"""How often pages are counted: saying them may move them, hardly ever twice."""


@dataclass(frozen=True, slots=True)
class Order:
    """What one run asks for."""

    issue: Issue = field(default_factory=Issue)
    folder: Path | None = None
    """Where files that go out are put; None: `output/`, with the twins, as `build` alone."""
    kinds: tuple[Kind, ...] = ()
    """What LibreOffice is to make of each Word file."""
    pages: bool = False
    """Whether tables of contents and counts of pages say their numbers."""


PLAIN: Final = Order()
"""What `build` alone asks for."""


def send(drafts: Mapping[str, Draft], order: Order, write: Write) -> Files:
    """Return the files of `drafts` by file name, `longvic.docx`, and what was found.

    With an error among the findings, the files are not all there.
    """
    office = find_office() if order.pages or order.kinds else None
    words, found = _counted(drafts, order, write, office)
    files = dict(words)
    for kind in order.kinds:
        if has_errors(found):
            break
        made, told = convert(office, words, kind)
        found += told
        files |= {f"{Path(name).stem}.{ENDINGS[kind]}": data for name, data in made.items()}
    return files, found


def _counted(drafts: Mapping[str, Draft], order: Order, write: Write, office: Path | None) -> Files:
    """Return the Word files of `drafts`, with their numbers of pages if these are asked for.

    They are written and counted until they say what was counted.
    """
    pages: Mapping[str, Pages] = {}
    words, found = _written(drafts, order, write, pages)
    for _ in range(_PASSES if order.pages else 0):
        if has_errors(found):
            return words, found
        counted, told = page_counts(office, words)
        if told or counted == pages:
            return words, (*found, *told)
        pages = counted
        words, found = _written(drafts, order, write, pages)
    unsettled = (fault("C028", Position(name)) for name in words) if order.pages else ()
    return words, (*found, *unsettled)


def _written(
    drafts: Mapping[str, Draft], order: Order, write: Write, pages: Mapping[str, Pages]
) -> Files:
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for name, draft in drafts.items():
        known = pages.get(file := f"{name}.docx")
        said = with_page_count(draft, known.count) if known else draft
        issue = replace(order.issue, pages=known.of) if known else order.issue
        files[file], told = write(name, said, issue)
        found += told
    return files, tuple(found)
