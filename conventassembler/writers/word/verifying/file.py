"""A finished file, opened to be verified: its parts, each with an index of its elements.

Every tree is walked once here; the rules then look at the elements that concern them.
"""

from collections.abc import Iterator, Mapping
from posixpath import dirname, normpath
from typing import Final

from lxml import etree

from conventassembler.frozen import dataclass
from conventassembler.writers.word.verifying.problem import Problem
from conventassembler.writers.word.xml import Element, parse, tag

_XML: Final = (".xml", ".rels", ".vml")
_STORIES: Final = tuple(
    tag(name) for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")
)
_DOCUMENT: Final = "/officeDocument"


@dataclass(frozen=True, slots=True)
class Part:
    """A well-formed part."""

    name: str
    root: Element
    index: Mapping[str, list[Element]]
    """Its elements by their tags, in their order."""

    def all(self, name: str) -> list[Element]:
        """Return the elements `w:name` of the part."""
        return self.index.get(tag(name), [])


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another one that it refers to."""

    id: str
    kind: str
    target: str
    """The member that it leads to, or an address outside the file."""
    is_external: bool


@dataclass(frozen=True, slots=True)
class File:
    """The parts of a file, and what refers to what."""

    names: tuple[str, ...]
    parts: Mapping[str, Part]
    relations: Mapping[str, tuple[Relation, ...]]
    """By the part that refers; the package itself is ""."""

    @property
    def document(self) -> str:
        """The name of the part that is the document; empty where nothing leads to one."""
        return next(self.targets("", _DOCUMENT), "")

    def targets(self, of: str, kind: str) -> Iterator[str]:
        """Yield the members that the part `of` refers to as the `kind`, « /styles »."""
        for relation in self.relations.get(of, ()):
            if relation.kind.endswith(kind) and not relation.is_external:
                yield relation.target

    def related(self, kind: str) -> Part | None:
        """Return the part that the document refers to as its `kind`, if it has one."""
        return self.parts.get(next(self.targets(self.document, kind), ""))

    def stories(self) -> Iterator[Part]:
        """Yield the parts that hold text: the document, then those beside it."""
        if (main := self.parts.get(self.document)) is not None:
            yield main
        folder = dirname(self.document)
        for part in self.parts.values():
            beside = dirname(part.name) == folder and part.name != self.document
            if beside and part.root.tag in _STORIES:
                yield part


def opened(members: Mapping[str, bytes]) -> tuple[File, tuple[Problem, ...]]:
    """Return the file made of `members`, and which of them are not well-formed."""
    parts: dict[str, Part] = {}
    found: list[Problem] = []
    for name, data in members.items():
        if name.endswith(_XML):
            try:
                root = parse(data)
            except etree.XMLSyntaxError as error:
                found.append(Problem("malformed", name, str(error.msg)))
            else:
                parts[name] = Part(name, root, index_of(root))
    return File(tuple(members), parts, _relations(parts)), tuple(found)


def index_of(root: Element) -> dict[str, list[Element]]:
    """Return the elements below `root` by their tags, in their order."""
    index: dict[str, list[Element]] = {}
    for element in root.iter():
        name = element.tag
        if name in index:
            index[name].append(element)
        elif isinstance(name, str):  # not a comment, nor an instruction
            index[name] = [element]
    return index


def _relations(parts: Mapping[str, Part]) -> dict[str, tuple[Relation, ...]]:
    found: dict[str, tuple[Relation, ...]] = {}
    for name, part in parts.items():
        if name.endswith(".rels"):
            source = source_of(name)
            found[source] = tuple(_relation(one, dirname(source)) for one in part.root)
    return found


def source_of(relations: str) -> str:
    """Return the part whose relationships stand in the member `relations`; the package is ""."""
    folder, _, file = relations.rpartition("/")
    return f"{dirname(folder)}/{file.removesuffix('.rels')}".lstrip("/")


def _relation(element: Element, folder: str) -> Relation:
    target = element.get("Target", "")
    is_external = element.get("TargetMode") == "External"
    if not is_external:
        target = target if target.startswith("/") else f"/{folder}/{target}"
        target = normpath(target).lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", ""), target, is_external)
