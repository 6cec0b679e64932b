"""What the tags of a clause use: free names, references, filters and tests, with their places."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from inspect import Signature, signature

from jinja2 import nodes

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.clause.program import ReferenceUse, Use
from conventassembler.draft.clause.source import Source
from conventassembler.draft.clause.statements import Group
from conventassembler.draft.clause.tags import Tag, Token
from conventassembler.frozen import dataclass
from conventassembler.nearness import close_matches

GLOBALS = frozenset({"range"})
"""Names that every clause may use without declaring them."""
TESTS = ("defined", "divisibleby", "even", "in", "none", "odd", "undefined")
"""Tests of Jinja that a clause may use after “is”."""


@dataclass(slots=True)
class Names:
    """The names of a clause, gathered in source order."""

    source: Source
    tags: dict[int, Tag]
    trees: dict[int, nodes.Template]
    uses: list[Use] = field(default_factory=list)
    references: list[ReferenceUse] = field(default_factory=list)
    tested: set[str] = field(default_factory=set)
    """Targets that the clause asks `existe` about."""

    def walk(self, start: int, stop: int, groups: tuple[Group, ...], known: set[str]) -> None:
        """Gather the tags from `start` to before `stop`; `known` grows with what they set."""
        index = start
        for group in groups:
            self._values(index, group.members[0], known)
            self._group(group, known)
            index = group.members[-1] + 1
        self._values(index, stop, known)

    def scattered(self) -> None:
        """Gather the tags that can be read in a clause that has faults.

        Every name that a statement makes, or might make if it were well written, is known.
        """
        known = {"loop"}.union(*(_stored(tree) for tree in self.trees.values()))
        for index, tag in self.tags.items():
            if tag.kind == "statement" and index not in self.trees:
                known.update(token.text for token in tag.tokens if token.kind == "name")
        for index, tree in self.trees.items():
            self._gather(index, tree, known)

    def _values(self, start: int, stop: int, known: set[str]) -> None:
        for index in range(start, stop):
            self._gather(index, self.trees[index], known)

    def _group(self, group: Group, known: set[str]) -> None:
        first = group.members[0]
        loop = self.trees[first].find(nodes.For)
        inner = known
        if loop:
            inner = known | _stored(loop.target) | {"loop"}
            self._gather(first, loop.iter, known)
            if loop.test:
                self._gather(first, loop.test, inner)
        else:
            self._gather(first, self.trees[first], known)
            known |= _stored(self.trees[first])
        for member, following, body in zip(
            group.members, group.members[1:], group.bodies, strict=False
        ):
            if member != first:
                self._gather(member, self.trees[member], known)
            self.walk(member + 1, following, body, inner)

    def _gather(self, index: int, tree: nodes.Node, known: set[str]) -> None:
        places = _Places(self.tags[index])
        quoted = _quoted(tree)
        for name, attributes in _chains(tree):
            offset = places.of(name)
            if name not in known and name not in GLOBALS:
                place = self.source.at(offset)
                words = quoted.get(name, "")
                self.uses.append(Use(name, attributes, place.line, place.column, words))
        for target, form in _calls(tree, "ref"):
            place = self.source.at(self.tags[index].start)
            self.references.append(ReferenceUse(target, place.line, place.column, form))
        self.tested.update(target for target, _ in _calls(tree, "existe"))


class _Places:
    """Where the names of one tag stand; Jinja's tree only knows lines."""

    def __init__(self, tag: Tag) -> None:
        self._start = tag.start
        self._left: dict[str, list[int]] = {}
        for before, token in _with_previous(tag):
            if token.kind == "name" and before not in (".", "|", "is"):
                self._left.setdefault(token.text, []).append(token.offset)

    def of(self, name: str) -> int:
        offsets = self._left.get(name, [])
        if len(offsets) > 1:
            return offsets.pop(0)
        return offsets[0] if offsets else self._start


def _with_previous(tag: Tag) -> Iterator[tuple[str, Token]]:
    before = ""
    for token in tag.tokens:
        yield before, token
        if (before, token.text) != ("is", "not"):
            before = token.text


def _stored(tree: nodes.Node) -> set[str]:
    names = [tree] if isinstance(tree, nodes.Name) else tree.find_all(nodes.Name)
    return {name.name for name in names if name.ctx == "store"}


def _chains(node: nodes.Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each name that is read, with the attributes asked of it."""
    attributes: list[str] = []
    while isinstance(node, nodes.Getattr):
        attributes.insert(0, node.attr)
        node = node.node
    if isinstance(node, nodes.Name):
        if node.ctx == "load":
            yield node.name, tuple(attributes)
        return
    for child in node.iter_child_nodes():
        yield from _chains(child)


def _calls(tree: nodes.Node, function: str) -> Iterator[tuple[str, str]]:
    """Yield the targets that are handed to `function` as texts, each with what is asked of it."""
    calls = [tree] if isinstance(tree, nodes.Call) else []
    asked = {id(one.node): one.attr for one in tree.find_all(nodes.Getattr)}
    if isinstance(tree, nodes.Getattr):
        asked[id(tree.node)] = tree.attr
    for call in (*calls, *tree.find_all(nodes.Call)):
        is_its = isinstance(call.node, nodes.Name) and call.node.name == function
        target = call.args[0] if is_its and call.args else None
        if isinstance(target, nodes.Const) and isinstance(target.value, str):
            yield target.value, asked.get(id(call), "")


def _quoted(tree: nodes.Node) -> dict[str, str]:
    """Return the names that stand where a text is wanted, each as it reads between quotes."""
    found: dict[str, str] = {}
    for call in tree.find_all(nodes.Call):
        function = call.node.name if isinstance(call.node, nodes.Name) else ""
        if function in ("ref", "existe") and call.args and isinstance(call.args[0], nodes.Name):
            name = call.args[0].name
            found[name] = f'{function}("{name}")'
    for used in tree.find_all(nodes.Filter):
        if used.name == "accorde" and isinstance(used.node, nodes.Name):
            found[used.node.name] = f'"{used.node.name}"'
    return found


def misused_helpers(
    source: Source, tag: Tag, tree: nodes.Template, filters: Mapping[str, Callable[..., object]]
) -> Iterator[Diagnostic]:
    """Yield a fault for each filter and each test that does not exist, or is not so called."""
    for used in tree.find_all(nodes.Filter):
        place = source.at(_after(tag, "|", used.name))
        if used.name not in filters:
            yield fault("C312", place, **_known(used.name, filters))
        elif not _takes(filters[used.name], used):
            yield fault("C357", place, name=used.name, tag=tag.quoted)
    for test in tree.find_all(nodes.Test):
        if test.name not in TESTS:
            place = source.at(_after(tag, "is", test.name))
            yield fault("C313", place, **_known(test.name, TESTS))


def _takes(function: Callable[..., object], used: nodes.Filter) -> bool:
    """Tell whether a filter takes what stands between its parentheses."""
    if used.dyn_args or used.dyn_kwargs:
        return True
    named = {str(pair.key): pair.value for pair in used.kwargs}
    try:
        _signature(function).bind(used.node, *used.args, **named)
    except TypeError:
        return False
    return True


@lru_cache(maxsize=256)
def _signature(function: Callable[..., object]) -> Signature:
    return signature(function)


def _after(tag: Tag, mark: str, name: str) -> int:
    """Return where `name` stands behind `mark`."""
    for before, token in _with_previous(tag):
        if (before, token.text) == (mark, name):
            return token.offset
    return tag.start


def _known(name: str, known: Collection[str]) -> dict[str, str]:
    near = close_matches(name, sorted(known), 1)
    extra = {"suggestion": near[0]} if near else {}
    return {"name": name, "known": ", ".join(sorted(known)), **extra}
