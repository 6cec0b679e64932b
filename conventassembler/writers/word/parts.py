"""The members of the file being made: read once, changed in place, added where readers look.

What stands in a Word file is announced twice, in the table of content types and among the
relationships of the part that refers to it; a part that is added here is announced in both.
"""

from collections.abc import Mapping
from posixpath import dirname, normpath, relpath
from typing import Final

from lxml import etree

from conventassembler.writers.word.package import CONTENT_TYPES
from conventassembler.writers.word.xml import Element, parse, serialise

DOCUMENT: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
NUMBERING: Final = "word/numbering.xml"
FOOTNOTES: Final = "word/footnotes.xml"
SETTINGS: Final = "word/settings.xml"
PACKAGE: Final = ""
"""The file itself: what refers to parts that belong to no other part."""
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the kinds of relationships of office documents begin with."""

_SPACE: Final = "http://schemas.openxmlformats.org/package/2006"
_NO_RELATIONSHIPS: Final = f'<Relationships xmlns="{_SPACE}/relationships"/>'.encode()


class Parts:
    """The members of one file, by name."""

    def __init__(self, members: Mapping[str, bytes]) -> None:
        self._members = dict(members)
        self._trees: dict[str, Element] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def is_parsed(self, name: str) -> bool:
        """Tell whether the member `name` was parsed, and is written anew."""
        return name in self._trees

    def tree(self, name: str) -> Element:
        """Return the root of the member `name`; what is changed below it is written."""
        if name not in self._trees:
            self._trees[name] = parse(self._members[name])
        return self._trees[name]

    def add(
        self,
        name: str,
        data: bytes | Element,
        kind: str,
        *,
        content_type: str = "",
        of: str = DOCUMENT,
    ) -> str:
        """Add the member `name`; return the id of the relationship that leads to it.

        `kind` is the relationship's type, `of` the part that refers to it. Without a
        `content_type` it is that of all members with its ending.
        """
        if isinstance(data, bytes):
            self._members[name] = data
        else:
            self._members[name], self._trees[name] = b"", data
        if content_type:
            self._override(name, content_type)
        return self.relate(relpath(name, dirname(of) or "."), kind, of=of)

    def replace(self, name: str, root: Element) -> None:
        """Put `root` in the place of what the member `name` held."""
        self._trees[name] = root

    def relate(self, target: str, kind: str, *, of: str = DOCUMENT) -> str:
        """Return the id of a new relationship to `target`, a path from the folder of `of`."""
        root = self._relationships(of)
        known = {one.get("Id") for one in root}
        name = next(f"ca{n}" for n in range(1, len(known) + 2) if f"ca{n}" not in known)
        _append(root, "relationships", "Relationship", Id=name, Type=kind, Target=target)
        return name

    def targets(self, kind: str, *, of: str = DOCUMENT) -> dict[str, str]:
        """Return the members that `of` refers to as `kind`, by the ids of the relationships."""
        folder = dirname(of)
        found = [one for one in self._relationships(of) if one.get("Type") == kind]
        return {one.get("Id", ""): _member(folder, one.get("Target", "")) for one in found}

    def declare(self, ending: str, content_type: str) -> None:
        """Say what members with that `ending` are, « png », unless it is said already."""
        types = self.tree(CONTENT_TYPES)
        known = {one.get("Extension", "").casefold() for one in types}
        if ending not in known:
            row = {"Extension": ending, "ContentType": content_type}
            types.insert(0, _append(types, "content-types", "Default", **row))

    def members(self) -> dict[str, bytes]:
        """Return all members, as they are now."""
        changed = {name: serialise(root) for name, root in self._trees.items()}
        return {**self._members, **changed}

    def _relationships(self, of: str) -> Element:
        folder, _, file = of.rpartition("/")
        name = f"{folder}/_rels/{file}.rels".removeprefix("/")
        if name not in self._members:
            self._members[name] = _NO_RELATIONSHIPS
        return self.tree(name)

    def _override(self, name: str, content_type: str) -> None:
        types, place = self.tree(CONTENT_TYPES), f"/{name}"
        for old in [one for one in types if one.get("PartName", "").casefold() == place.casefold()]:
            types.remove(old)
        _append(types, "content-types", "Override", PartName=place, ContentType=content_type)


def _member(folder: str, target: str) -> str:
    """Return the member that a relationship of a part in `folder` leads to."""
    return normpath(f"/{target}" if target.startswith("/") else f"/{folder}/{target}").lstrip("/")


def _append(root: Element, space: str, name: str, **attributes: str) -> Element:
    return etree.SubElement(root, f"{{{_SPACE}/{space}}}{name}", attributes)
