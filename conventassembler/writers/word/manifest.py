"""Draft -> the manifest of its file: what made each paragraph and each value that has a bookmark.

It names the agreement, key paths, variants and the content of clause texts, and nothing that
changes while these stay: no revision, no line, no folder, no clock. Names of bookmarks are left
out: they follow from the ids of the blocks (`bookmarks.bookmark_name`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from lxml import etree

from conventassembler.draft.lines import lines, notes, rows_of
from conventassembler.draft.model import Blank, Block, Draft, Inlines, Table, Text, ValueMark
from conventassembler.writers.word.bookmarks import Bookmarks
from conventassembler.writers.word.xml import Element, legal, parse

FORMAT: Final = "1"
"""Version of the form; it changes when an old reader could not read a new manifest."""
FAMILY: Final = "urn:conventassembler:manifest:"
SPACE: Final = FAMILY + FORMAT
VALUE: Final = "value"
"""What stands before its number in the keys of a value's bookmark."""


def tag(name: str) -> str:
    """Return `name` in the namespace of manifests, as lxml writes it."""
    return f"{{{SPACE}}}{name}"


def fingerprint(root: Element) -> str:
    """Return the hash of a manifest: 64 digits, the same however its XML is laid out in bytes."""
    return sha256(etree.tostring(root, method="c14n")).hexdigest()


def manifest(draft: Draft, bookmarks: Bookmarks) -> Element:
    """Return the manifest of the file whose body has `bookmarks`.

    Clauses and values stand once, and blocks name them by their number, from 1; the blocks of one
    clause in one place of the act stand together, so that they share the beginning of their ids.
    """
    root = parse(f'<manifest xmlns="{SPACE}"/>'.encode("ascii"))
    root.set("agreement", legal(draft.name))
    root.set("values", values_hash(draft))
    for source in draft.sources:
        _add(root, "clause", variant=source.variant, blob=source.blob)
    clauses = {one.variant: str(number) for number, one in enumerate(draft.sources, 1)}
    marks = [mark for mark in bookmarks.given.values() if mark is not None]
    values = {pair: str(n) for n, pair in enumerate(dict.fromkeys(map(_pair, marks)), 1)}
    for path, formatter in values:
        _add(root, "value", path=path, by=formatter)
    _add_blocks(root, bookmarks, dict(_variants(draft.blocks)), clauses, values)
    return root


def values_hash(draft: Draft) -> str:
    """Return the hash of what the values of `draft` say, in whatever order: 64 digits."""
    said = sorted(set(_said(draft.blocks)))
    return sha256(json.dumps(said, ensure_ascii=True).encode("ascii")).hexdigest()


def _said(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str, str, str]]:
    texts: Iterable[Inlines] = (*lines(blocks), *(note.inlines for note in notes(blocks)))
    for inline in (inline for line in texts for inline in line):
        match inline:
            case Text(text=text, value=ValueMark() as mark):
                yield mark.path, mark.formatter, mark.expression, text
            case Blank():
                yield inline.path, "", "", inline.text


def _variants(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield the id of each block that a clause text made, in cells too, and the variant."""
    for block in blocks:
        yield block.id, block.provenance.variant
        if isinstance(block, Table):
            cells = (cell for row in rows_of(block) for cell in row.cells)
            yield from (pair for cell in cells for pair in _variants(cell.blocks))


def _add_blocks(
    root: Element,
    bookmarks: Bookmarks,
    variants: Mapping[str, str],
    clauses: Mapping[str, str],
    values: Mapping[tuple[str, str], str],
) -> None:
    for owner, made_by in _owners(bookmarks):
        block, *part = owner
        instance, _, rest = block.partition("/")
        clause = clauses.get(variants.get(block, ""), "")
        group = root[-1] if len(root) else root
        if (group.get("id"), group.get("clause", "")) != (legal(instance), clause):
            group = _add(root, "blocks", id=instance, clause=clause)
        said = " ".join(values[_pair(mark)] for mark in made_by)
        _add(group, "b", id=rest, part=" ".join(part), v=said)


def _owners(bookmarks: Bookmarks) -> Iterator[tuple[tuple[str, ...], list[ValueMark]]]:
    """Yield the keys of each bookmark that is of no value, and what made the values inside it."""
    owners: dict[tuple[str, ...], list[ValueMark]] = {}
    for keys, mark in bookmarks.given.items():
        if mark is None:
            owners.setdefault(keys, [])
        else:
            owners.setdefault(keys[:-2], []).append(mark)
    yield from owners.items()


def _pair(mark: ValueMark) -> tuple[str, str]:
    return mark.path, mark.formatter


def _add(parent: Element, name: str, **attributes: str) -> Element:
    """Return a new child; an attribute without a value is left out."""
    held = {key: legal(value) for key, value in attributes.items() if value}
    return etree.SubElement(parent, tag(name), held)
