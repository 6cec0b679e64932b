"""Drafts -> the files that go out: Word files, and what LibreOffice makes of them.

It stands between the writer and `build`: what a run asks for is an `Order`, and everything that
needs LibreOffice, the pages first, is done here, on bytes; nothing is written on the disk.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.draft.model import Draft
from conventassembler.draft.page_count import awaits_pages, with_page_count
from conventassembler.frozen import dataclass
from conventassembler.office import Kind, Pages
from conventassembler.patterns import Pattern
from conventassembler.writers.word import Issue, Status

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
_STATUSES: Final[Mapping[Status, str]] = MappingProxyType(
    {"brouillon": "projet", "relecture": "relecture", "final": "final"}
)
_UNNAMEABLE: Final = Pattern(r"[^\w.]+")


def sent_name(file: str, issue: Issue) -> str:
    """Return the name under which `file` goes out: `longvic-relecture-v2-2026-12-01.docx`.

    It tells one sending from the next; signs that no computer takes in names become hyphens.
    """
    path = PurePath(file)
    version = _UNNAMEABLE.sub("-", issue.version).strip("-.")
    day = issue.day.isoformat() if issue.day else ""
    parts = (path.stem, _STATUSES[issue.status], f"v{version}" if version else "", day)
    return "-".join(filter(None, parts)) + path.suffix


def left_behind(files: Iterable[Path]) -> Findings:
    """Return a warning for each older file beside `files` that says the same in another format."""
    made = set(files)
    ends = (".docx", *(f".{end}" for end in sorted(set(ENDINGS.values()))))
    beside = (path.with_suffix(end) for path in sorted(made) for end in ends)
    old = dict.fromkeys(path for path in beside if path not in made and _is_there(path))
    return tuple(fault("C033", Position(path.name, 0), file=path.name) for path in old)


def _is_there(path: Path) -> bool:
    """Tell whether `path` is there; what no one may ask about is told when it is written."""
    with suppress(OSError):
        return path.exists()
    return False


def uncounted(drafts: Mapping[str, Draft], order: Order) -> Findings:
    """Return a warning for each final act that would go out with numbers of pages still unknown."""
    if order.pages or order.issue.status != "final":
        return ()
    waiting = (name for name, draft in drafts.items() if awaits_pages(draft))
    return tuple(fault("C032", Position(f"{name}.docx", 0)) for name in waiting)


def send(drafts: Mapping[str, Draft], order: Order, write: Write) -> Files:
    """Return the files of `drafts` by file name, `longvic.docx`, and what was found.

    With an error among the findings, the files are not all there.
    """
    if not (order.pages or order.kinds):
        return _written(drafts, order, write, {})
    from conventassembler.office.convert import convert  # noqa: PLC0415 -- hardly any run needs it
    from conventassembler.office.find import find_office  # noqa: PLC0415

    office = find_office()
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
    from conventassembler.office.pages import page_counts  # noqa: PLC0415 -- as above

    pages: Mapping[str, Pages] = {}
    moving: Sequence[str] = ()
    words, found = _written(drafts, order, write, pages)
    for _ in range(_PASSES if order.pages else 0):
        if has_errors(found):
            return words, found
        counted, told = page_counts(office, words)
        if told or counted == pages:
            return words, (*found, *told)
        moving = [name for name in words if counted.get(name) != pages.get(name)]
        pages = counted
        words, found = _written(drafts, order, write, pages)
    return words, (*found, *(fault("C028", Position(name)) for name in moving))


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
