"""Statements: which ones a clause may hold, how they pair, and what each tag says by itself."""

from collections.abc import Collection, Iterator
from dataclasses import field
from functools import lru_cache

from jinja2 import TemplateError, nodes

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause.source import Source
from conventassembler.draft.clause.spelling import meant, readings
from conventassembler.draft.clause.tags import Tag, excerpt, is_left_open, lexing
from conventassembler.frozen import dataclass

DEEPEST = 12
"""Statements inside one another; Python itself refuses twenty nested loops."""
# Text around a tag that makes it a template of its own, so that a fault is that tag's.
_AROUND = {
    "": ("", ""),
    "for": ("", "{% endfor %}"),
    "endfor": ("{% for x in () %}", ""),
    "if": ("", "{% endif %}"),
    "elif": ("{% if 1 %}", "{% endif %}"),
    "else": ("{% if 1 %}", "{% endif %}"),
    "endif": ("{% if 1 %}", ""),
    "set": ("", ""),
}
_ENDS = {"endfor": "for", "endif": "if"}
_BRANCHES = ("elif", "else")


@dataclass(frozen=True, slots=True)
class Group:
    """A statement with its branches: `for`...`endfor`, `if`...`else`...`endif`, or one `set`."""

    members: tuple[int, ...]
    """Tags in order, the opening and the closing one included; one only for `set`."""
    bodies: tuple[tuple["Group", ...], ...] = ()
    """Groups between each tag and the next."""


@dataclass(slots=True)
class _Open:
    """A group whose end has not been met yet."""

    tag: Tag
    word: str
    """Its statement, `for` or `if`."""
    members: list[int]
    bodies: list[list[Group]] = field(default_factory=lambda: [[]])
    has_else: bool = False
    crossed: list[Diagnostic] = field(default_factory=list)
    """Ends of outer groups met within it, which are wrong if it is closed after all."""

    def closed(self) -> Group:
        return Group(tuple(self.members), tuple(tuple(body) for body in self.bodies))


def parsed(
    source: Source, tag: Tag, filters: Collection[str] = ()
) -> tuple[nodes.Template | None, tuple[Diagnostic, ...]]:
    """Return the tag as Jinja parses it by itself, or the faults of its writing."""
    place = source.at(tag.start)
    if tag.kind == "statement" and tag.word not in _AROUND:
        return None, (_unknown(place, tag),)
    if _is_block_set(tag):
        return None, (fault("C307", place, tag=tag.quoted),)
    before, after = _AROUND[tag.word]
    try:
        tree = _tree(before + tag.text + after)
    except (TemplateError, RecursionError):
        return None, (_unreadable(place, tag, filters),)
    faults = tuple(_refused(source, tag, tree))
    return (None, faults) if faults else (tree, ())


def _unknown(place: Position, tag: Tag) -> Diagnostic:
    if not tag.word:
        return fault("C301", place, tag=tag.quoted)
    near = {"suggestion": meant(tag)} if meant(tag) else {}
    return fault("C305", place, statement=tag.word, **near)


def _unreadable(place: Position, tag: Tag, filters: Collection[str]) -> Diagnostic:
    if is_left_open(tag.text):
        return fault("C302", place, tag=tag.quoted)
    for text in readings(tag, filters):
        if text != tag.text and _is_readable(text, meant(tag)):
            return fault("C301", place, tag=tag.quoted, suggestion=excerpt(text))
    return fault("C301", place, tag=tag.quoted)


def _is_readable(text: str, word: str) -> bool:
    before, after = _AROUND[word]
    try:
        _tree(before + text + after)
    except (TemplateError, RecursionError):
        return False
    return True


@lru_cache(maxsize=4096)
def _tree(text: str) -> nodes.Template:
    # Clauses say the same tags again and again; a tree is only read.
    return lexing().parse(text)


def _is_block_set(tag: Tag) -> bool:
    return tag.word == "set" and all(token.text != "=" for token in tag.tokens)


def _refused(source: Source, tag: Tag, tree: nodes.Template) -> Iterator[Diagnostic]:
    place = source.at(tag.start)
    if any(loop.recursive for loop in tree.find_all(nodes.For)):
        yield fault("C305", place, statement="for ... recursive")
    if any(tree.find_all(nodes.NSRef)):
        yield fault("C305", place, statement="set a.b")
    for name in tree.find_all(nodes.Name):
        if name.name.startswith("_"):
            yield fault("C314", place, name=name.name)


def paired(source: Source, tags: tuple[Tag, ...]) -> tuple[tuple[Group, ...], list[Diagnostic]]:
    """Return the statements as groups inside groups, and a fault for each without its pair.

    A misspelt statement stands for what it means; one that means nothing is passed over.
    """
    top: list[Group] = []
    opened: list[_Open] = []
    faults: list[Diagnostic] = []
    for tag in tags:
        if tag.kind == "statement" and (word := meant(tag)):
            faults.extend(_take(source, tag, word, opened, top))
    for group in opened:
        place = source.at(group.tag.start)
        faults.append(fault("C303", place, tag=group.tag.quoted, end=f"end{group.word}"))
    return tuple(top), faults


def _take(
    source: Source, tag: Tag, word: str, opened: list[_Open], top: list[Group]
) -> Iterator[Diagnostic]:
    body = opened[-1].bodies[-1] if opened else top
    if word == "set":
        body.append(Group((tag.index,)))
    elif word in ("for", "if"):
        if len(opened) == DEEPEST:
            yield fault("C316", source.at(tag.start), limit=DEEPEST)
        opened.append(_Open(tag, word, [tag.index]))
    elif word in _BRANCHES:
        yield from _branch(source, tag, word, opened)
    else:
        yield from _end(source, tag, _ENDS[word], opened, top)


def _end(
    source: Source, tag: Tag, begin: str, opened: list[_Open], top: list[Group]
) -> Iterator[Diagnostic]:
    ended = next((group for group in reversed(opened) if group.word == begin), None)
    stray = fault("C304", source.at(tag.start), tag=tag.quoted, begin=begin)
    if ended is None:
        yield stray
        return
    if ended is not opened[-1]:
        # Whether it comes too early or an end is forgotten before it, what follows will tell.
        opened[-1].crossed.append(stray)
        opened.remove(ended)
        return
    opened.pop()
    ended.members.append(tag.index)
    yield from ended.crossed
    (opened[-1].bodies[-1] if opened else top).append(ended.closed())


def _branch(source: Source, tag: Tag, word: str, opened: list[_Open]) -> Iterator[Diagnostic]:
    group = opened[-1] if opened else None
    if group is None or (group.word == "for" and word == "elif") or group.has_else:
        yield fault("C304", source.at(tag.start), tag=tag.quoted, begin="if")
        return
    if group.word == "for":
        yield fault("C306", source.at(tag.start), tag=group.tag.quoted)
        return
    group.has_else = word == "else"
    group.members.append(tag.index)
    group.bodies.append([])
