"""The house template, compiled once: the file around the body, with its tags ready to be filled.

docxtpl reads the tags, which Word scatters over runs, and says which paragraph is the body's slot;
Jinja compiles them in a sandbox. The body never passes here: it takes the slot's place afterwards.
"""

import io
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from jinja2 import StrictUndefined, Template, TemplateError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from conventassembler.caching.texts import kept_texts
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import SHOWN_NOWHERE
from conventassembler.frozen import dataclass
from conventassembler.writers.word.formats import foreign, foreign_package
from conventassembler.writers.word.forms import START, computed
from conventassembler.writers.word.package import CONTENT_TYPES, PackageError, read_members
from conventassembler.writers.word.parts import DOCUMENT, NUMBERING, SETTINGS, STYLES
from conventassembler.writers.word.places import names_of_parts
from conventassembler.writers.word.slot import SLOT, strays
from conventassembler.writers.word.tags import NAMES, reason, unknown_names, unread
from conventassembler.writers.word.xml import parse

_OPTIONAL: Final = (
    *("_rels/.rels", "word/_rels/document.xml.rels", "docProps/custom.xml"),
    SETTINGS,
)
"""What a template may be without, and what is read where it is there."""
_TAGGED: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "docProps/core")
NO_NUMBERING: Final = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)
_TAG: Final = "{"
"""Without it there is no tag in a part: it stays as it is."""
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


_ENVIRONMENT: Final = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


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
        tagged = {name: data for name, data in members.items() if _is_tagged(name)}
        sources = kept_texts("templates", template, lambda: _sources(tagged))
        for part in (DOCUMENT, STYLES, NUMBERING, CONTENT_TYPES):
            parse(members[part])
        for part in _OPTIONAL:
            parse(members.get(part, NO_NUMBERING))
    except (PackageError, KeyError, etree.XMLSyntaxError):
        return None, (fault("C602", where, template=file),)
    plain = {name: text.encode("utf-8") for name, text in sources.items() if _TAG not in text}
    tags = {name: text for name, text in sources.items() if name not in plain}
    return _compiled(members | plain, tags, where)


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
        return None, (fault("C603", Position(file, 0), reason=reason(error)),)
    return {**shell.members, **filled}, ()


def _is_tagged(name: str) -> bool:
    return name.startswith(_TAGGED) and name.endswith(".xml")


def _sources(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return parts as Jinja templates."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 -- it takes long to load, and once a template

    reader = DocxTemplate(io.BytesIO())
    texts = {name: etree.tostring(parse(data), encoding="unicode") for name, data in parts.items()}
    return {name: reader.patch_xml(text) for name, text in texts.items()}


def _compiled(
    members: Mapping[str, bytes], sources: Mapping[str, str], where: Position
) -> Compiled:
    found: list[Diagnostic] = []
    tagged: dict[str, Template] = {}
    trees: list[nodes.Template] = []
    called = names_of_parts(members)
    for name, source in sources.items():
        root, part = parse(members[name]), called.get(name, SHOWN_NOWHERE)
        try:
            parsed = _ENVIRONMENT.parse(source)
            names = meta.find_undeclared_variables(parsed)
            trees.append(parsed)
            tagged[name] = _ENVIRONMENT.from_string(source)
        except _FAILURES as error:
            found.append(unread(error, where, root, part, _ENVIRONMENT))
            continue
        if name != DOCUMENT:
            found += strays(root, part, where)
        found += unknown_names(names - {"body"}, root, part, where)
    if found:
        return None, tuple(found)
    are_marked = any(START in source for source in sources.values())
    used = frozenset(NAMES) if are_marked else computed(trees)
    return Shell(MappingProxyType(dict(members)), MappingProxyType(tagged), used), ()
