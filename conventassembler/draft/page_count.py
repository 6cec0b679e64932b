"""The number of pages of a draft, once a word processor has counted them.

It comes after composing: only the pages of the written act tell it, and saying it in words may be
what makes one line more. Whoever counts may therefore count again.
"""

from dataclasses import replace
from functools import partial

from conventassembler.draft.lines import Change, lines, with_lines
from conventassembler.draft.model import Block, Contents, Draft, Field, Footnote, Inline, Inlines
from conventassembler.french.numbers import cardinal


def with_page_count(draft: Draft, count: int) -> Draft:
    """Return `draft` with `count` pages said wherever it says how many the act has.

    In figures, or in words where it was asked for so.

    Raises:
        ValueError: `count` is below one.
    """
    if count < 1:
        raise ValueError(count)
    counted = partial(_counted, count=count)
    return replace(draft, blocks=tuple(_block(block, counted) for block in draft.blocks))


def awaits_pages(draft: Draft) -> bool:
    """Tell whether `draft` says a number of pages, of its headings or of the whole."""
    return any(isinstance(block, Contents) for block in draft.blocks) or any(
        isinstance(one, Field) and not one.cached for line in lines(draft.blocks) for one in line
    )


def _block(block: Block, counted: Change) -> Block:
    if not isinstance(block, Contents):
        return with_lines(block, counted)
    entries = (replace(entry, inlines=counted(entry.inlines)) for entry in block.entries)
    return replace(block, entries=tuple(entries))


def _counted(inlines: Inlines, count: int) -> Inlines:
    return tuple(_said(one, count) for one in inlines)


def _said(inline: Inline, count: int) -> Inline:
    match inline:
        case Field(kind="pages", form="words"):
            return replace(
                inline, cached=cardinal(count, feminine=inline.feminine, reformed=inline.reformed)
            )
        case Field(kind="pages"):
            return replace(inline, cached=str(count))
        case Footnote():
            return replace(inline, inlines=_counted(inline.inlines, count))
        case _:
            return inline
