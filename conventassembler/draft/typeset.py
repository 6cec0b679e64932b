"""Typography laid on a block: edits of its joined text, mapped back onto its inlines.

The rules of `french.typography` read a paragraph as a reader does, in one piece, and answer with
edits; `draft.stretches` lays them on the inlines. A note is a text of its own: it weighs nothing in
the text that calls it. A run-in heading is typeset as one, with what parts it from its paragraph. A
table of contents is left alone: it repeats headings that are typeset already.
"""

from functools import partial

from conventassembler.draft.lines import with_blocks, with_lines
from conventassembler.draft.model import (
    Block,
    Footnote,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    Table,
    Text,
    Title,
    ValueMark,
)
from conventassembler.draft.stretches import Edit, Rules, changed, rebuilt
from conventassembler.frozen import replace

__all__ = ["Edit", "Rules", "typeset_block", "typeset_inlines"]

_LABEL = ValueMark(expression="label")


def typeset_block(block: Block, rules: Rules, in_capitals: Rules | None = None) -> Block:
    """Return `block` with `rules` applied to each of its units of text, and to its notes.

    `in_capitals` are the rules of what Word shows all in capitals: the name of the act, and the
    headings of a model that asks for it. Their notes are in small letters.
    """
    if isinstance(block, Paragraph | ListItem):  # as most are
        inlines = typeset_inlines(block.inlines, rules)
        return block if inlines is block.inlines else replace(block, inlines=inlines)
    if isinstance(block, Title) and block.lines:
        name, *others = block.lines
        lines = (typeset_inlines(line, rules) for line in others)
        return replace(block, lines=(typeset_inlines(name, in_capitals or rules, rules), *lines))
    if isinstance(block, Heading):
        return _heading(block, in_capitals or rules if block.capitals else rules, rules)
    if isinstance(block, Table):
        return with_blocks(block, partial(typeset_block, rules=rules))
    return with_lines(block, partial(typeset_inlines, rules=rules))


def typeset_inlines(inlines: Inlines, rules: Rules, of_notes: Rules | None = None) -> Inlines:
    """Return `inlines` with `rules` applied to their joined text, and `of_notes` to their notes.

    Every value, reference, blank, field and note is still there, in its order and with its mark;
    only a plain stretch that loses its last character goes.
    """
    noted = _with_notes(inlines, of_notes or rules)
    return rebuilt(noted, changed(noted, rules))


def _with_notes(inlines: Inlines, rules: Rules) -> Inlines:
    if Footnote not in map(type, inlines):  # as most lines are
        return inlines
    return tuple(
        replace(one, inlines=typeset_inlines(one.inlines, rules))
        if isinstance(one, Footnote)
        else one
        for one in inlines
    )


def _heading(heading: Heading, rules: Rules, of_notes: Rules) -> Heading:
    """Return `heading` typeset as one text.

    The label is guarded as a value is, so that what is inserted after it goes to the separator:
    references repeat the label as it stands. What parts a run-in heading from its paragraph stays,
    since a heading without it would stand on a line of its own.
    """
    inlines = _with_notes(heading.inlines, of_notes)
    numbered = bool(heading.label + heading.separator)
    lead = (Text(heading.label, value=_LABEL), Text(heading.separator)) if numbered else ()
    end = (Text(heading.run_in),) if heading.run_in else ()
    changes = changed((*lead, *inlines, *end), rules)
    first, last = len(lead), len(lead) + len(inlines)
    before, after = (changes.inserted.get(n, "") if numbered else "" for n in (0, 1))
    return replace(
        heading,
        label=before + changes.texts.get(0, heading.label) if numbered else "",
        separator=after + changes.texts.get(1, heading.separator) if numbered else "",
        inlines=rebuilt(inlines, changes.part(first, last)),
        run_in=(changes.texts.get(last) if end else "") or heading.run_in,
    )
