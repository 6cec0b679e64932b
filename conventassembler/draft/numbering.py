"""Numbers of headings, and the nouns by which references name them.

Numbers are computed from the tree of instances alone, before any text is composed, so that a
reference forward is as right as one backward. A number fixed by hand (« 5 bis ») is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.places import place_of
from conventassembler.french.divisions import division
from conventassembler.french.nouns import Noun
from conventassembler.library.model import ARTICLE, HeadingScheme
from conventassembler.source import identifier

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of one heading."""

    label: str
    """In natural case, « Article 3 »."""
    noun: Noun
    """What references say, « article 3 »."""
    number: str


@dataclass(slots=True)
class _Count:
    """The counters of one parent's headings."""

    last: dict[str, int] = field(default_factory=dict)
    taken: dict[tuple[str, str], Position] = field(default_factory=dict)


def number(
    instances: tuple[Instance, ...], first_article: str = ""
) -> tuple[Mapping[str, Numbered], tuple[Diagnostic, ...]]:
    """Return the number of each numbered heading by instance id, and the numbers taken twice.

    `first_article` is the number of the first article, « 1er »; empty where its scheme says it.
    """
    found: dict[str, Numbered] = {}
    problems: list[Diagnostic] = []
    _number_level(_worded(instances, first_article), _Count(), {}, found, problems)
    return found, tuple(problems)


def _worded(instances: tuple[Instance, ...], first_article: str) -> tuple[Instance, ...]:
    """Return the instances of the top level, the scheme of articles with its first number."""
    if not first_article:
        return instances
    return tuple(
        replace(one, scheme=replace(one.scheme, first=first_article))
        if one.scheme and one.scheme.name == ARTICLE
        else one
        for one in instances
    )


def _number_level(
    instances: tuple[Instance, ...],
    count: _Count,
    running: dict[str, _Count],
    found: dict[str, Numbered],
    problems: list[Diagnostic],
) -> None:
    """Number one row of siblings, then what is below each.

    `running` keeps the counters of the schemes that never start anew.
    """
    for instance in instances:
        scheme = instance.scheme
        if scheme and (scheme.number or instance.entry.number):
            counters = count if scheme.restart else running.setdefault(scheme.name, _Count())
            text = _next(instance, scheme, counters, problems)
            found[instance.id] = _numbered(scheme, text)
        _number_level(instance.children, _Count(), running, found, problems)


def _next(
    instance: Instance, scheme: HeadingScheme, count: _Count, problems: list[Diagnostic]
) -> str:
    fixed = instance.entry.number
    value = count.last.get(scheme.name, 0) + 1
    text = str(fixed) if fixed else str(value)
    if not fixed or text.isdecimal():
        count.last[scheme.name] = int(text)
    place = place_of(fixed, instance.entry.position)
    first = count.taken.setdefault((scheme.name, _same(text)), place)
    if first is not place:
        problems.append(fault("C413", place, number=text, first=first.line))
    return scheme.first if text == "1" and scheme.first else text


def _same(text: str) -> str:
    """Return the form that two spellings share: « 5 bis » and « 5bis », « 1er » and « 1 »."""
    folded = identifier(text).replace("_", "")
    if folded in ("1er", "1re", "premier", "premiere"):
        return "1"
    return str(int(folded)) if folded.isdecimal() else folded


def _numbered(scheme: HeadingScheme, text: str) -> Numbered:
    """Return the label of a heading, and the noun by which others refer to it.

    A reference has the case of the heading, « l'Article 5 » under « Article {n} »: a field that a
    word processor recomputes from the heading could show nothing else. Capitals are a style, so
    that « ARTICLE {n} » is referred to as « l'article 5 ».
    """
    pattern = scheme.number or "{n}"
    word = pattern.replace("{n}", "").strip()
    name = word.lower() if scheme.capitals else word
    label = _with_number(name[:1].upper() + name[1:], text)
    return Numbered(label, division(name, _with_number(name, text)), text)


def _with_number(name: str, text: str) -> str:
    return f"{name}{NO_BREAK_SPACE}{text}" if name else text
