"""The tags of a house template, read and compiled once: here docxtpl and Jinja's compiler work.

docxtpl reads the tags, which Word scatters over runs, and says which paragraph is the body's slot;
Jinja compiles them in a sandbox. A build of a template that was read before loads none of it.
"""

import io
import marshal
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from docxtpl import DocxTemplate
from jinja2 import meta
from lxml import etree

from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.diagnostics.spoken import SHOWN_NOWHERE
from conventassembler.writers.word.forms import START, computed
from conventassembler.writers.word.parts import DOCUMENT
from conventassembler.writers.word.places import names_of_parts
from conventassembler.writers.word.slot import strays
from conventassembler.writers.word.tagged import ENVIRONMENT, FAILURES, Tagged
from conventassembler.writers.word.tags import NAMES, unknown_names, unread
from conventassembler.writers.word.xml import parse

_TAGGED: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "docProps/core")
_TAG: Final = "{"
"""Without it there is no tag in a part: it stays as it is."""


def read_tags(members: Mapping[str, bytes]) -> Tagged:
    """Return the parts of a template that may have tags, compiled.

    Raises:
        lxml.etree.XMLSyntaxError: one of them is not well-formed.
    """
    texts = _texts({name: data for name, data in members.items() if _is_tagged(name)})
    plain = {name: text for name, text in texts.items() if _TAG not in text}
    sources = {name: text for name, text in texts.items() if name not in plain}
    tagged = Tagged(MappingProxyType(plain), MappingProxyType(sources), MappingProxyType({}))
    if any(tag_faults(members, tagged, Position(""))):
        return tagged
    code = {name: marshal.dumps(ENVIRONMENT.compile(text)) for name, text in sources.items()}
    return Tagged(tagged.plain, tagged.sources, MappingProxyType(code), _used(tagged))


def _is_tagged(name: str) -> bool:
    return name.startswith(_TAGGED) and name.endswith(".xml")


def _texts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return parts as Jinja templates."""
    reader = DocxTemplate(io.BytesIO())
    texts = {name: etree.tostring(parse(data), encoding="unicode") for name, data in parts.items()}
    return {name: reader.patch_xml(text) for name, text in texts.items()}


def _used(tagged: Tagged) -> frozenset[str]:
    if any(START in text for text in tagged.sources.values()):
        return frozenset(NAMES)
    return computed(map(ENVIRONMENT.parse, tagged.sources.values()))


def tag_faults(
    members: Mapping[str, bytes], tagged: Tagged, where: Position
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the tags of a template whose `members` these are."""
    called = names_of_parts(members)
    for name, text in tagged.sources.items():
        root, part = parse(members[name]), called.get(name, SHOWN_NOWHERE)
        try:
            names = meta.find_undeclared_variables(ENVIRONMENT.parse(text))
            ENVIRONMENT.compile(text)
        except FAILURES as error:
            yield unread(error, where, root, part, ENVIRONMENT)
            continue
        if name != DOCUMENT:
            yield from strays(root, part, where)
        yield from unknown_names(names - {"body"}, root, part, where)
