"""Each element stands where the schema has it, and at its place among its neighbours."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from conventassembler.writers.word.verifying.file import File, Part
from conventassembler.writers.word.verifying.orders import FIRST, ORDERS, PARENTS
from conventassembler.writers.word.verifying.problem import Problem
from conventassembler.writers.word.xml import WORD, Element, tag

_SPACE: Final = f"{{{WORD}}}"
_CONTENT: Final = tag("sdtContent")
_CONTROL: Final = (_CONTENT, tag("sdt"))
_DELETED: Final = {tag("t"): False, tag("delText"): True, tag("instrText"): False}
"""Texts, and whether they are those of a deletion."""


def structure_problems(file: File) -> Iterator[Problem]:
    """Yield the elements that stand in the wrong element, or at a wrong place in it."""
    for part in file.parts.values():
        for name, elements in part.index.items():
            if name in ORDERS:
                yield from _order(part.name, elements, ORDERS[name])
            if name in PARENTS:
                yield from _inside(part.name, elements, PARENTS[name])
            if name in FIRST:
                yield from _first(part.name, elements, FIRST[name])
        if part.all("del") or part.all("delText"):
            yield from _deleted(part)


def short(element: Element) -> str:
    """Return the name of `element` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _order(
    part: str, parents: Iterable[Element], places: Mapping[str, tuple[int, bool]]
) -> Iterator[Problem]:
    for parent in parents:
        last = -1
        for child in parent:
            name = child.tag
            if name in places:
                before, (last, several) = last, places[name]
                if last > before or (last == before and several):
                    continue
            elif not _is_ours(name):
                continue
            yield Problem("order", part, f"{short(child)} in {short(parent)}")


def _is_ours(name: object) -> bool:
    return isinstance(name, str) and name.startswith(_SPACE)


def _inside(part: str, elements: Iterable[Element], parents: frozenset[str]) -> Iterator[Problem]:
    for element in elements:
        parent = element.getparent()
        if parent is not None and parent.tag == _CONTENT:
            parent = _around(parent)
        if parent is not None and parent.tag not in parents and _is_ours(parent.tag):
            yield Problem("inside", part, f"{short(element)} in {short(parent)}")


def _around(content: Element) -> Element:
    """Return what a content control stands in, whatever controls stand around it."""
    element = content
    while element.tag in _CONTROL and (parent := element.getparent()) is not None:
        element = parent
    return element


def _first(part: str, elements: Iterable[Element], parent: str) -> Iterator[Problem]:
    for element in elements:
        above = element.getparent()
        if above is not None and above.tag == parent and element.getprevious() is not None:
            yield Problem("order", part, f"{short(element)} in {short(above)}")


def _deleted(part: Part) -> Iterator[Problem]:
    """Yield texts among deleted ones, and deleted texts among others."""
    inside = {id(one): one for gone in part.all("del") for one in gone.iter(*_DELETED)}
    for name, is_deleted in _DELETED.items():
        for element in part.index.get(name, ()):
            if (id(element) in inside) != is_deleted:
                yield Problem("deleted", part.name, f"{short(element)}: {element.text or ''}")
