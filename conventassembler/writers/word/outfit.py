"""A kit made complete for acts with notes, or without: each member packed, or a form to fill."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from lxml import etree

from conventassembler.frozen import dataclass
from conventassembler.writers.word.forms import Form, form_of, mark
from conventassembler.writers.word.frame import with_prefix
from conventassembler.writers.word.imprint import imprint
from conventassembler.writers.word.kit import Kit
from conventassembler.writers.word.manifest import SPACE
from conventassembler.writers.word.notes import open_notes
from conventassembler.writers.word.package import Packed, packed
from conventassembler.writers.word.parts import FOOTNOTES, NUMBERING, STYLES, Parts
from conventassembler.writers.word.xml import Element

ACT: Final = "acte"
"""The mark of the name of the agreement, where the properties say it."""
PRINT: Final = "empreinte"
"""That of the hash of the manifest."""
_PLACE: Final = "conventassembler-more"
_MORE: Final = f"<?{_PLACE} ?>".encode("ascii")
_EMPTY: Final = re.compile(rb"<(\S+)([^>]*)>" + re.escape(_MORE) + rb"</\1>")


@dataclass(frozen=True, slots=True, eq=False)
class Outfit:
    """All members of a file but its body."""

    fixed: Mapping[str, bytes]
    """Members that are the same in every file."""
    packed: Mapping[str, Packed]
    """The same, deflated."""
    forms: Mapping[str, Form]
    """Members that values are put into."""
    open: Mapping[str, bytes]
    """Members that notes and comments are put into (`with_more`)."""
    manifest: str
    """Name of the member that holds the manifest."""


@lru_cache(maxsize=8)
def outfit_of(kit: Kit, agreement: str, *, has_notes: bool) -> Outfit:
    """Return what stands around the body of an act; `agreement` is its name, or the mark of one."""
    parts = Parts(kit.members)
    names = [FOOTNOTES] if has_notes else []
    if has_notes:
        _leave_open(parts, FOOTNOTES, open_notes(parts))
    if kit.margin:
        names.append(kit.margin.part)
        _leave_open(parts, kit.margin.part, parts.tree(kit.margin.part))
    manifest = imprint(parts, agreement, mark(PRINT), etree.Element(f"{{{SPACE}}}manifest"))
    members = parts.members()
    forms: dict[str, Form] = {}
    for name, data in members.items():
        typed = name in kit.typed and not parts.is_parsed(name)
        if (form := form_of(data, typed=typed)) is not None and name not in names:
            forms[name] = form
    apart = {*forms, *names, manifest, NUMBERING, STYLES}
    fixed = {name: data for name, data in members.items() if name not in apart}
    return Outfit(
        MappingProxyType(fixed),
        MappingProxyType({name: packed(data) for name, data in fixed.items()}),
        MappingProxyType(forms),
        MappingProxyType({name: members[name] for name in names}),
        manifest,
    )


def with_more(member: bytes, more: bytes) -> bytes:
    """Return an open member with `more` at its end."""
    if not more:
        member = _EMPTY.sub(rb"<\1\2/>", member)
    return member.replace(_MORE, more)


def _leave_open(parts: Parts, name: str, root: Element) -> None:
    root = with_prefix(root)
    root.append(etree.ProcessingInstruction(_PLACE))
    parts.replace(name, root)
