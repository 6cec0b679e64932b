"""Draft + house template -> the bytes of a Word file; the whole writer on one screen."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, has_errors
from conventassembler.draft.model import Draft
from conventassembler.keeping import recalled
from conventassembler.writers.word.asking import Oracle, oracle_of
from conventassembler.writers.word.assembling import Assembled, Body, assembled
from conventassembler.writers.word.awaited import Awaits, list_of_awaited
from conventassembler.writers.word.body import body
from conventassembler.writers.word.casts import Cast, Manner
from conventassembler.writers.word.comments import Comments
from conventassembler.writers.word.finish import faults_in
from conventassembler.writers.word.headings import HeadingNumbers, heading_numbers, headings_of
from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.kit import Kit, going, kit_of, values_of
from conventassembler.writers.word.logos import Logo
from conventassembler.writers.word.pages import Pages
from conventassembler.writers.word.shell import Shell, compile_shell, fill
from conventassembler.writers.word.stretches import Stretch, stretch_of

DEFAULT: Final = "maison"
SHIPPED: Final = (DEFAULT, "classique")
"""The house templates that come with the tool."""
DEFAULT_TEMPLATE: Final = f"{DEFAULT}.docx"

_TEMPLATES: Final = Path(__file__).parents[2] / "templates"
_PLAIN: Final = Issue()
Written = tuple[bytes, tuple[Diagnostic, ...]]


def default_template() -> bytes:
    """Return the house template of acts that ask for no other."""
    return shipped_template(DEFAULT)


def shipped_template(name: str) -> bytes:
    """Return the house template `name`, one of `SHIPPED`."""
    return (_TEMPLATES / f"{name}.docx").read_bytes()


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
    values = values_of(draft, issue)
    kit, found = kit_of(shell, template_name, going(shell, values, issue), tuple(logos))
    if kit is None:
        return b"", found
    made = assembled(draft, _body(draft, kit, issue), kit, issue)
    if not made.is_sound:
        found = _faults(made, draft, issue, shell, template_name)
    return (b"" if has_errors(found) else made.file()), found


def _body(draft: Draft, kit: Kit, issue: Issue) -> Body:
    """Return the body of `draft`, with what is listed above it."""
    numbers = heading_numbers(headings_of(draft.blocks), kit.first_list)
    comments = Comments(draft, issue.accepted) if kit.margin else None
    called = kit.margin.call if kit.margin else ""
    manner = Manner(kit.styles, called, _oracle(numbers, issue.pages, comments))
    pages = Pages(kit.frame)
    stretches = body(draft.blocks, manner, pages)
    return Body((*_above(draft, stretches, kit, issue), *stretches), pages.close(), numbers)


def _above(
    draft: Draft, stretches: Iterable[Stretch], kit: Kit, issue: Issue
) -> tuple[Stretch, ...]:
    """Return the list of what is awaited, if the file has one."""
    if issue.status != "brouillon":
        return ()
    awaits = _awaits(tuple([one.cast for one in stretches]))
    text = list_of_awaited(draft, awaits, kit.styles)
    return (stretch_of(text),) if text else ()


@lru_cache(maxsize=32)
def _awaits(casts: Sequence[Cast]) -> tuple[tuple[str, Awaits], ...]:
    """Return what stretches of these `casts` wait for, with the labels of their headings."""
    label, found = "", []
    for one in casts:
        label = one.label or label
        if one.awaited:
            found.append((label, one.awaited))
    return tuple(found)


@recalled
def _oracle(numbers: HeadingNumbers, pages: Mapping[str, int], comments: Comments | None) -> Oracle:
    """Return who answers what the blocks ask of the whole act."""
    return oracle_of(
        {
            "counted": numbers.counted,
            "reference": numbers.reference,
            "heading": numbers.__contains__,
            "page": lambda bookmark: str(pages.get(bookmark, "")),
            "comments": comments.at if comments else lambda *_: (),
        }
    )


def _faults(
    made: Assembled, draft: Draft, issue: Issue, shell: Shell, template_name: str
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a file, read as a whole."""
    filled, found = fill(shell, values_of(draft, issue), template_name)
    if filled is None:
        return found
    return faults_in(made.members(), filled, draft, issue, Position(template_name, 0))
