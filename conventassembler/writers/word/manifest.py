"""Draft -> the manifest of its file: what made each paragraph and each value that has a bookmark.

It names the agreement, key paths, variants and the content of clause texts, and nothing that
changes while these stay: no revision, no line, no folder, no clock. Names of bookmarks are left
out: they follow from the ids of the blocks (`bookmarks.bookmark_name`).
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Final, Protocol

from lxml import etree

from conventassembler.draft.lines import rows_of
from conventassembler.draft.model import Block, Source, Table
from conventassembler.frozen import dataclass
from conventassembler.writers.word.holes import Keys, Mark
from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.markup import attribute
from conventassembler.writers.word.xml import Element

FORMAT: Final = "1"
"""Version of the form; it changes when an old reader could not read a new manifest."""
FAMILY: Final = "urn:conventassembler:manifest:"
SPACE: Final = FAMILY + FORMAT
_DECLARED: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
VALUE: Final = "value"
"""What stands before its number in the keys of a value's bookmark."""


def tag(name: str) -> str:
    """Return `name` in the namespace of manifests, as lxml writes it."""
    return f"{{{SPACE}}}{name}"


def fingerprint(root: Element) -> str:
    """Return the hash of a manifest: 64 digits, the same however its XML is laid out in bytes."""
    return sha256(etree.tostring(root, method="c14n")).hexdigest()


class Marked(Protocol, Hashable):
    """A body that knows what its blocks are."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Its bookmarks, in the order in which they are numbered."""

    @property
    def variants(self) -> Mapping[str, str]:
        """The clause that made each block, by its id."""


@dataclass(frozen=True, slots=True)
class Named:
    """The manifest of one file."""

    start: str
    """Its beginning, with what differs from act to act; the tag is open."""
    inside: str
    mark: str
    """Its hash."""

    @property
    def alone(self) -> bytes:
        """The part of the file, with nothing inside."""
        return f"{self.start}/>".encode()

    @property
    def data(self) -> bytes:
        """The part of the file."""
        return f"{self.start}>{self.inside}</manifest>".encode() if self.inside else self.alone


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says below its root, as it is written and as its hash is taken."""

    written: str
    canonical: str

    def named(self, agreement: str, values: str) -> Named:
        """Return the manifest of the file of `agreement`; `values` is the hash of its values."""
        root = {"agreement": legal(agreement), "values": values}
        head = f'<manifest xmlns="{SPACE}"'
        said = "".join([f' {key}="{attribute(text)}"' for key, text in root.items()])
        same = "".join([f' {key}="{_canonical(text)}"' for key, text in root.items()])
        canonical = f"{head}{same}>{self.canonical}</manifest>"
        return Named(f"{_DECLARED}{head}{said}", self.written, _hash(canonical))


@lru_cache(maxsize=16)
def manifest(sources: tuple[Source, ...], body: Marked | None = None) -> Manifest:
    """Return the manifest of the file with that `body`.

    Clauses and values stand once, and blocks name them by their number, from 1; the blocks of one
    clause in one place of the act stand together, so that they share the beginning of their ids.
    """
    made = _Text()
    for source in sources:
        made.add("clause", variant=source.variant, blob=source.blob)
    clauses = {one.variant: str(number) for number, one in enumerate(sources, 1)}
    given: dict[Keys, tuple[str, str] | None] = {}
    for mark in body.marks if body else ():
        given.setdefault(mark.keys, mark.value)
    made_by = (pair for pair in given.values() if pair is not None)
    values = {pair: str(n) for n, pair in enumerate(dict.fromkeys(made_by), 1)}
    for path, formatter in values:
        made.add("value", path=path, by=formatter)
    _add_blocks(made, given, body.variants if body else {}, clauses, values)
    return Manifest("".join(made.written), "".join(made.canonical))


def variants_of(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield the id of each block that a clause text made, in cells too, and the variant."""
    for block in blocks:
        yield block.id, block.provenance.variant
        if isinstance(block, Table):
            cells = (cell for row in rows_of(block) for cell in row.cells)
            yield from (pair for cell in cells for pair in variants_of(cell.blocks))


class _Text:
    """The elements of a manifest, in both of its forms."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.canonical: list[str] = []

    def add(self, name: str, **attributes: str) -> None:
        """Add an element without content; an attribute without a value is left out."""
        self._begin(name, attributes)
        self.written.append("/>")
        self.canonical.append(f"></{name}>")

    def open(self, name: str, **attributes: str) -> None:
        """Begin an element that others stand in."""
        self._begin(name, attributes)
        self.written.append(">")
        self.canonical.append(">")

    def close(self, name: str) -> None:
        """End the element that was begun last."""
        self.written.append(f"</{name}>")
        self.canonical.append(f"</{name}>")

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        held = [(key, legal(value)) for key, value in attributes.items() if value]
        said = [f' {key}="{attribute(value)}"' for key, value in held]
        same = [f' {key}="{_canonical(value)}"' for key, value in sorted(held)]
        self.written.append(f"<{name}{''.join(said)}")
        self.canonical.append(f"<{name}{''.join(same)}")


def _add_blocks(
    made: _Text,
    given: Mapping[Keys, tuple[str, str] | None],
    variants: Mapping[str, str],
    clauses: Mapping[str, str],
    values: Mapping[tuple[str, str], str],
) -> None:
    last: tuple[str, str] | None = None
    for owner, made_by in _owners(given):
        block, *part = owner
        instance, _, rest = block.partition("/")
        group = legal(instance), clauses.get(variants.get(block, ""), "")
        if group != last or not instance:
            if last is not None:
                made.close("blocks")
            made.open("blocks", id=instance, clause=group[1])
            last = group
        made.add("b", id=rest, part=" ".join(part), v=" ".join(values[one] for one in made_by))
    if last is not None:
        made.close("blocks")


def _owners(
    given: Mapping[Keys, tuple[str, str] | None],
) -> Iterator[tuple[Keys, list[tuple[str, str]]]]:
    """Yield the keys of each bookmark that is of no value, and what made the values inside it."""
    owners: dict[Keys, list[tuple[str, str]]] = {}
    for keys, pair in given.items():
        if pair is None:
            owners.setdefault(keys, [])
        else:
            owners.setdefault(keys[:-2], []).append(pair)
    yield from owners.items()


def _canonical(text: str) -> str:
    """Return `text` as an attribute of canonical XML says it (Canonical XML 1.0, 2.3)."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return text.replace("\t", "&#x9;").replace("\n", "&#xA;")


def _hash(canonical: str) -> str:
    return sha256(canonical.encode("utf-8")).hexdigest()
