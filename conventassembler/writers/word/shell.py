"""The house template, compiled once: the file around the body, with its tags ready to be filled.

docxtpl reads the tags, which Word scatters over runs, and says which paragraph is the body's slot;
Jinja compiles them in a sandbox. The body never passes here: it takes the slot's place afterwards.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, meta
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.writers.word.package import CONTENT_TYPES, PackageError, read_members
from conventassembler.writers.word.parts import DOCUMENT, NUMBERING, SETTINGS, STYLES
from conventassembler.writers.word.xml import parse

SLOT: Final = "conventassembler-body"
"""Target of the processing instruction that stands in the body's place until it is there."""
NAMES: Final = ("langue", "mention", "nom", "titre", "titre_court")
"""What the tags of a template may ask for, besides the slot."""

_OPTIONAL: Final = (
    *("_rels/.rels", "word/_rels/document.xml.rels", "docProps/custom.xml"),
    SETTINGS,
)
"""What a template may be without, and what is read where it is there."""
_TAGGED: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "docProps/core")
_NO_NUMBERING: Final = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)
_FAILURES: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What the expressions of a stranger's template may raise when they run."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A compiled template: the members as they are, and those whose tags are to be filled."""

    members: Mapping[str, bytes]
    tagged: Mapping[str, Template]


Compiled = tuple[Shell | None, tuple[Diagnostic, ...]]
Filled = tuple[dict[str, bytes] | None, tuple[Diagnostic, ...]]


@lru_cache(maxsize=8)
def compile_shell(template: bytes, file: str) -> Compiled:
    """Return the shell of the house template `template`, or None and what is wrong with it.

    All its tags are checked; `file` is the name that findings are placed in.
    """
    where = Position(file)
    try:
        members = {NUMBERING: _NO_NUMBERING, **read_members(template)}
        sources = {name: _source(data) for name, data in members.items() if _is_tagged(name)}
        for part in (DOCUMENT, STYLES, NUMBERING, CONTENT_TYPES):
            parse(members[part])
        for part in _OPTIONAL:
            parse(members.get(part, _NO_NUMBERING))
    except (PackageError, KeyError, etree.XMLSyntaxError):
        return None, (fault("C602", where, template=file),)
    return _compiled(members, sources, where)


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
    except _FAILURES as error:
        return None, (_failure(error, Position(file)),)
    return {**shell.members, **filled}, ()


def _is_tagged(name: str) -> bool:
    return name.startswith(_TAGGED) and name.endswith(".xml")


def _source(data: bytes) -> str:
    """Return the part `data` as a Jinja template."""
    text = etree.tostring(parse(data), encoding="unicode")
    source: str = DocxTemplate(io.BytesIO()).patch_xml(text)
    return source


def _compiled(
    members: Mapping[str, bytes], sources: Mapping[str, str], where: Position
) -> Compiled:
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    found: list[Diagnostic] = []
    tagged: dict[str, Template] = {}
    for name, source in sources.items():
        try:
            names = meta.find_undeclared_variables(environment.parse(source))
            tagged[name] = environment.from_string(source)
        except _FAILURES as error:
            found.append(_failure(error, where))
            continue
        found += _unknown(names - ({"body"} if name == DOCUMENT else set()), where)
    if found:
        return None, tuple(found)
    return Shell(MappingProxyType(dict(members)), MappingProxyType(tagged)), ()


def _unknown(names: set[str], where: Position) -> list[Diagnostic]:
    return [
        fault("C604", where, name=name, known=", ".join(NAMES), **_suggestion(name))
        for name in sorted(names.difference(NAMES))
    ]


def _suggestion(name: str) -> dict[str, str]:
    near = get_close_matches(name, NAMES, n=1)
    return {"suggestion": near[0]} if near else {}


def _failure(error: Exception, where: Position) -> Diagnostic:
    return fault("C603", where, reason=getattr(error, "message", None) or error)
