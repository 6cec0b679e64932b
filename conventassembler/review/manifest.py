"""A Word file -> what it was made from, as far as the file still tells.

A file that comes back may be anyone's: what is not of the tool, not of this version, or was
changed since it was made is no manifest. What only the properties still tell is told alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Final, TypeVar

from lxml import etree

from conventassembler.frozen import dataclass
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.imprint import CUSTOM, PREFIX, identifier
from conventassembler.writers.word.manifest import FORMAT, VALUE, fingerprint, tag
from conventassembler.writers.word.package import PackageError, read_members
from conventassembler.writers.word.properties import DUBLIN_CORE
from conventassembler.writers.word.xml import Element, parse

_T = TypeVar("_T")
_LARGEST: Final = 4 * 1024 * 1024
"""Bytes of the largest part that is read; the manifest of the longest act is a hundredth of it."""
_HASH: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one bookmark stands around."""

    block: str
    """Id of the block of the draft."""
    part: str = ""
    """`label`, `lead`, `line 2`: the part of the block; empty for the whole."""
    variant: str = ""
    """The clause text that made the block; empty for what is of no clause."""
    path: str = ""
    """For a value, its key path; empty for what is of none."""
    formatter: str = ""
    """For a value, the formatter that wrote it; its reader reads it back."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a Word file says that it was made from."""

    agreement: str
    fingerprint: str
    """The hash of the whole, 64 hexadecimal digits: equal manifests have equal ones."""
    values: str = ""
    """The hash of what the values say, 64 hexadecimal digits."""
    clauses: Mapping[str, str] = field(default_factory=dict)
    """The blob id of each clause text, by variant."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """By the name of the bookmark, `ca_...`."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it came back, not its name and hash alone."""
        return bool(self.values)


def read_manifest(docx: bytes) -> Manifest | None:
    """Return what `docx` was made from, or None where it does not say so, or says it wrongly.

    A manifest that is not the one that the properties name was changed, and is left out: then, as
    where an office suite has dropped it, the properties alone speak, and it is not whole.
    """
    try:
        members = read_members(docx)
    except PackageError:
        return None
    claims = tuple(dict.fromkeys(_claims(members)))
    found = {one.fingerprint: one for one in _manifests(members)}
    for agreement, mark in claims:
        if mark in found and found[mark].agreement == agreement:
            return found[mark]
    if claims:
        return Manifest(*claims[0])
    return next(iter(found.values())) if len(found) == 1 else None


def _claims(members: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the agreement and the fingerprint that each kind of property names."""
    properties = _parsed(members.get("docProps/custom.xml", b""))
    said = dict(_properties(properties)) if properties is not None else {}
    agreement, mark = said.get("agreement", ""), said.get("manifest", "")
    if said.get("format") == FORMAT and agreement and _is_hash(mark):
        yield agreement, mark
    core = _parsed(members.get("docProps/core.xml", b""))
    text = "" if core is None else core.findtext(f"{{{DUBLIN_CORE}}}identifier") or ""
    _, _, mark, agreement = (text.split(":", 3) + [""] * 4)[:4]
    if agreement and _is_hash(mark) and text == identifier(agreement, mark):
        yield agreement, mark


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    for one in root.iter(f"{{{CUSTOM}}}property"):
        name = one.get("name", "")
        if name.startswith(PREFIX):
            yield name.removeprefix(PREFIX), "".join(map(str, one.itertext()))


def _manifests(members: Mapping[str, bytes]) -> Iterator[Manifest]:
    """Yield each manifest that can be read; a file may have that of its template too."""
    for name, data in sorted(members.items()):
        if name.startswith("customXml/item"):
            root = _parsed(data)
            if root is not None and root.tag == tag("manifest"):
                yield from _manifest(root)


def _manifest(root: Element) -> Iterator[Manifest]:
    """Yield what `root` says, or nothing where its form is wrong."""
    clauses = [(one.get("variant", ""), one.get("blob", "")) for one in root.iter(tag("clause"))]
    values = [(one.get("path", ""), one.get("by", "")) for one in root.iter(tag("value"))]
    agreement, said = root.get("agreement", ""), root.get("values", "")
    if not agreement or not _is_hash(said):
        return
    try:
        marks = dict(_marks(root, [variant for variant, _ in clauses], values))
        mark = fingerprint(root)
    except (ValueError, IndexError, etree.C14NError):  # C14N knows no relative namespace
        return
    held = MappingProxyType(dict(clauses)), MappingProxyType(marks)
    yield Manifest(agreement, mark, said, *held)


def _marks(
    root: Element, variants: list[str], values: list[tuple[str, str]]
) -> Iterator[tuple[str, Mark]]:
    """Yield each bookmark with what it stands around.

    Raises:
        ValueError, IndexError: a number of a clause or a value is none.
    """
    for group in root.iter(tag("blocks")):
        instance, clause = group.get("id", ""), group.get("clause")
        variant = _nth(variants, clause) if clause else ""
        for one in group.iter(tag("b")):
            rest, part = one.get("id"), one.get("part", "")
            block = f"{instance}/{rest}" if rest else instance
            keys = (block, *part.split())
            yield bookmark_name(*keys), Mark(block, part, variant)
            for number, value in enumerate(one.get("v", "").split(), 1):
                mark = Mark(block, part, variant, *_nth(values, value))
                yield bookmark_name(*keys, VALUE, str(number)), mark


def _nth(items: list[_T], number: str) -> _T:
    """Return the item of that number, from 1."""
    return items[range(1, len(items) + 1).index(int(number))]


def _parsed(data: bytes) -> Element | None:
    """Return the root of a part, or None where it is absent, too large, or no XML of an office.

    No part of an office file has a document type, which alone could declare entities.
    """
    if not data or len(data) > _LARGEST:
        return None
    try:
        root = parse(data)
    except etree.XMLSyntaxError:
        return None
    return root if root.getroottree().docinfo.internalDTD is None else None


def _is_hash(text: str) -> bool:
    return len(text) == 64 and _HASH.issuperset(text)
