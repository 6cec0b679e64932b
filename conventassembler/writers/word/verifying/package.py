"""What a package must be: each part is there once, of a known kind, and led to."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from conventassembler.writers.word.package import CONTENT_TYPES
from conventassembler.writers.word.verifying.file import File, Part
from conventassembler.writers.word.verifying.problem import Problem

_LINKS: Final = etree.XPath(
    "//@r:*",
    namespaces={"r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
)


def package_problems(file: File) -> Iterator[Problem]:
    """Yield what is wrong with the list of parts, and with what leads from one to another."""
    names = Counter(name.casefold() for name in file.names)
    yield from (Problem("part-twice", name, name) for name, count in names.items() if count > 1)
    if file.document not in file.names:
        yield Problem("no-document", "_rels/.rels", file.document or "officeDocument")
    if (types := file.parts.get(CONTENT_TYPES)) is not None:
        yield from _types(file, types)
    yield from _relations(file)
    for part in file.parts.values():
        yield from _links(file, part)


def _types(file: File, types: Part) -> Iterator[Problem]:
    endings = Counter(
        ending.casefold() for one in types.root if (ending := one.get("Extension")) is not None
    )
    parts = Counter(
        name.removeprefix("/").casefold()
        for one in types.root
        if (name := one.get("PartName")) is not None
    )
    there = {name.casefold() for name in file.names}
    for name in file.names:
        ending = name.rpartition(".")[2].casefold()
        if name != CONTENT_TYPES and ending not in endings and name.casefold() not in parts:
            yield Problem("untyped", CONTENT_TYPES, name)
    for name, count in (endings + parts).items():
        if count > 1:
            yield Problem("typed-twice", CONTENT_TYPES, name)
    yield from (Problem("typed-alone", CONTENT_TYPES, name) for name in parts if name not in there)


def _relations(file: File) -> Iterator[Problem]:
    there = set(file.names)
    reached = {CONTENT_TYPES}
    for source, relations in file.relations.items():
        ids = Counter(relation.id for relation in relations)
        yield from (Problem("relation-twice", source, one) for one, n in ids.items() if n > 1)
        inside = {relation.target for relation in relations if not relation.is_external}
        yield from (Problem("target", source, one) for one in sorted(inside - there))
        reached |= inside
    for name in file.names:
        if name not in reached and not name.endswith(".rels"):
            yield Problem("unreached", name, name)


def _links(file: File, part: Part) -> Iterator[Problem]:
    """Yield the ids that `part` uses and that none of its relationships has."""
    known = {relation.id for relation in file.relations.get(part.name, ())}
    used = relations_in(part)
    yield from (Problem("relation", part.name, one) for one in sorted(used - known) if one)


def relations_in(part: Part) -> set[str]:
    """Return the ids of relationships that `part` uses."""
    found = _LINKS(part.root)
    return {str(one) for one in found} if isinstance(found, list) else set()
