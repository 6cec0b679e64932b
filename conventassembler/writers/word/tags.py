"""What is wrong with the tags of a house template, and in which paragraph: before any is filled."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from jinja2 import Environment, TemplateError

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.nearness import close_matches
from conventassembler.patterns import Pattern
from conventassembler.writers.word.places import paragraphs, place
from conventassembler.writers.word.tagged import reason
from conventassembler.writers.word.xml import Element

NAMES: Final = ("langue", "mention", "nom", "titre", "titre_court")
"""What the tags of a template may ask for, besides the slot."""

_PREFIX: Final = Pattern(r"(\{[{%])(?:p|tr|tc|r) ")
"""A letter by which docxtpl lets a tag take its whole paragraph, row, cell or run."""


def unknown_names(
    names: set[str], root: Element, part: str, where: Position
) -> Iterator[Diagnostic]:
    """Yield a finding for each of `names` that nothing gives, where it stands first."""
    for name in sorted(names.difference(NAMES)):
        near = close_matches(name, NAMES, count=1)
        hint = {"suggestion": near[0]} if near else {}
        asked = Pattern(rf"\{{[{{%][^{{}}]*\b{re.escape(name)}\b")
        told = _first(root, part, partial(_holds, asked))
        yield fault("C604", where, name=name, known=", ".join(NAMES), **hint, **told)


def unread(
    error: Exception, where: Position, root: Element, part: str, environment: Environment
) -> Diagnostic:
    """Return the finding that a tag cannot be read, in the first paragraph that cannot alone."""
    told = _first(root, part, lambda text: not _reads(text, environment))
    return fault("C603", where, reason=reason(error), **told)


def _first(root: Element, part: str, wanted: Callable[[str], bool]) -> dict[str, str]:
    for number, _, text in paragraphs(root):
        if wanted(text):
            return place(part, number, text)
    return place(part)


def _holds(asked: Pattern, text: str) -> bool:
    return asked.search(text) is not None


def _reads(text: str, environment: Environment) -> bool:
    try:
        environment.parse(_PREFIX.sub(r"\1 ", text))
    except TemplateError:
        return False
    return True
