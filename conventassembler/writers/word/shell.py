"""The house template, compiled once: the file around the body, with its tags ready to be filled.

What its tags come to was worked out when it was first read (`tagging`). The body never passes here:
it takes the slot's place afterwards.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from jinja2 import Template
from lxml import etree
from markupsafe import Markup

from conventassembler.caching.compiled import kept_of
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.writers.word.formats import foreign, foreign_package
from conventassembler.writers.word.package import CONTENT_TYPES, PackageError, read_members
from conventassembler.writers.word.parts import DOCUMENT, NUMBERING, SETTINGS, STYLES
from conventassembler.writers.word.slot import SLOT
from conventassembler.writers.word.tagged import FAILURES, Tagged, reason
from conventassembler.writers.word.xml import parse

_OPTIONAL: Final = (
    *("_rels/.rels", "word/_rels/document.xml.rels", "docProps/custom.xml"),
    SETTINGS,
)
"""What a template may be without, and what is read where it is there."""
NO_NUMBERING: Final = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)


@dataclass(frozen=True, slots=True, eq=False)
class Shell:
    """A compiled template: the members as they are, and those whose tags are to be filled."""

    members: Mapping[str, bytes]
    tagged: Mapping[str, Template]
    computed: frozenset[str]
    """The names of values that the tags do more with than to repeat them."""


Compiled = tuple[Shell | None, tuple[Diagnostic, ...]]
Filled = tuple[dict[str, bytes] | None, tuple[Diagnostic, ...]]


@lru_cache(maxsize=8)
def compile_shell(template: bytes, file: str) -> Compiled:
    """Return the shell of the house template `template`, or None and what is wrong with it.

    All its tags are checked; `file` is the name that findings are placed in.
    """
    where = Position(file, 0)
    if form := foreign(template):
        return None, (fault("C614", where, file_format=form),)
    try:
        members = {NUMBERING: NO_NUMBERING, **read_members(template)}
        if form := foreign_package(members):
            return None, (fault("C614", where, file_format=form),)
        for part in (DOCUMENT, STYLES, NUMBERING, CONTENT_TYPES):
            parse(members[part])
        for part in _OPTIONAL:
            parse(members.get(part, NO_NUMBERING))
        tagged = kept_of("templates", template, lambda: _tagged(members))
    except (PackageError, KeyError, etree.XMLSyntaxError):
        return None, (fault("C602", where, template=file),)
    if not tagged.is_sound:
        return None, _faults(members, tagged, where)
    plain = {name: text.encode("utf-8") for name, text in tagged.plain.items()}
    known = MappingProxyType({**members, **plain})
    return Shell(known, MappingProxyType(tagged.templates()), tagged.computed), ()


def _tagged(members: Mapping[str, bytes]) -> Tagged:
    from conventassembler.writers.word.tagging import read_tags  # noqa: PLC0415 -- once a template

    return read_tags(members)


def _faults(
    members: Mapping[str, bytes], tagged: Tagged, where: Position
) -> tuple[Diagnostic, ...]:
    from conventassembler.writers.word.tagging import tag_faults  # noqa: PLC0415 -- as above

    return tuple(tag_faults(members, tagged, where))


def fill(shell: Shell, values: Mapping[str, str], file: str) -> Filled:
    """Return the members of a file, or None and what went wrong in the tags of the template.

    The document has the instruction `SLOT` in the body's place.
    """
    slot = {"body": Markup(f"<?{SLOT}?>")}
    try:
        filled = {
            name: template.render(values, **(slot if name == DOCUMENT else {})).encode("utf-8")
            for name, template in shell.tagged.items()
        }
        for part in filled.values():
            parse(part)  # a condition may cut across elements
    except FAILURES as error:
        return None, (fault("C603", Position(file, 0), reason=reason(error)),)
    return {**shell.members, **filled}, ()
