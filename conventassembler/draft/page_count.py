"""The number of pages of a draft, once a word processor has counted them.

It comes after composing: only the pages of the written act tell it, and saying it in words may be
what makes one line more. Whoever counts may therefore count again.
"""

from functools import partial

from conventassembler.draft.lines import Change, lines, with_lines
from conventassembler.draft.model import (
    Block,
    Contents,
    Draft,
    Field,
    Footnote,
    Inline,
    Inlines,
    Text,
)
from conventassembler.french.numbers import cardinal
from conventassembler.frozen import replace
from conventassembler.patterns import Pattern

_PAGES = Pattern(
    r"(?P<before>^\)?[ \u00a0\u202f]+)pages\b(?P<participle>(?:,? [^\W\d_]+ée(?=s\b))?)s?"
)
"""« pages, paraphées » behind their number, as far as the singular changes them."""


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
    said = tuple(_said(one, count) for one in inlines)
    if count > 1:
        return said
    pairs = zip((None, *said), said, strict=False)
    return tuple(_of_one(one) if _is_count(before) else one for before, one in pairs)


def _is_count(inline: Inline | None) -> bool:
    return isinstance(inline, Field) and inline.kind == "pages"


def _of_one(inline: Inline) -> Inline:
    """Return the words behind « 1 » in the singular: « page, paraphée »."""
    if not isinstance(inline, Text) or inline.value is not None:
        return inline
    return replace(inline, text=_PAGES.sub(r"\g<before>page\g<participle>", inline.text))


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
