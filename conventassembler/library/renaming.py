"""Names of the past in the tree of a file -> the edits that make them those of today.

What is not a name of the past is left, right or wrong: to tell it is the affair of the readers.
"""

from collections.abc import Iterator, Sequence

from conventassembler.agreement.forms import PREAMBLE
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.library.former import Named, fields_of, former_key, former_variants
from conventassembler.library.model import Library
from conventassembler.schema.nodes import under
from conventassembler.source import Edit, MappingNode, Node, Pair, Scalar, SequenceNode, fold

Change = Edit | Diagnostic
"""A name typed anew, or why one is left."""


class Renamer:
    """Finds what a library renamed, in the trees of agreements and of its own files."""

    def __init__(self, library: Library) -> None:
        self._variants = library.variants
        former = former_variants(library)
        self._former = {old: former[old] for old in former.keys() - library.unread}

    def agreement(self, tree: Node) -> Iterator[Change]:
        """Yield the changes of an agreement: its clauses, and the keys of their values."""
        for entries in _under(tree, "preamble"):
            yield from self._entries(entries, PREAMBLE)
        for entries in _under(tree, "clauses"):
            yield from self._entries(entries)

    def model(self, tree: Node) -> Iterator[Change]:
        """Yield the changes of a model: what it proposes, and the other clauses that it names."""
        yield from self.agreement(tree)
        yield from self._names(tree, "party_clause", "requires")

    def clause(self, id_: str, tree: Node) -> Iterator[Change]:
        """Yield the changes of the front matter of the variant `id_`."""
        yield from self._names(tree, "requires", "excludes")
        for example in _under(tree, "example"):
            yield from self._values(id_, example)

    def _names(self, tree: Node, *rows: str) -> Iterator[Change]:
        for row in rows:
            for value in _under(tree, row):
                for name in _items(value):
                    yield from self._renamed(name)

    def _entries(self, entries: Node, family: str = "") -> Iterator[Change]:
        """Yield the changes of a list of entries; `family` is the one that they may leave out."""
        for entry in _items(entries):
            for clause in (entry,) if isinstance(entry, Scalar) else _under(entry, "clause"):
                yield from self._renamed(clause, family)
                for values in _under(entry, "values"):
                    yield from self._values(_id(clause, family), values)
            for below in _under(entry, "entries"):
                yield from self._entries(below, family)

    def _renamed(self, clause: Node, family: str = "") -> Iterator[Change]:
        now = self._former.get(_id(clause, family))
        if now and isinstance(clause, Scalar):
            short = "/" not in clause.text
            yield Edit(clause, now.removeprefix(f"{family}/") if short else now)

    def _values(self, id_: str, values: Node) -> Iterator[Change]:
        variant = self._variants.get(self._former.get(id_, id_))
        return _keys(tuple(variant.parameters.values()) if variant else (), values)


def _id(clause: Node, family: str) -> str:
    """Return the whole name of the variant, empty for what is no name."""
    name = clause.text.strip() if isinstance(clause, Scalar) else ""
    return f"{family}/{name}" if family and "/" not in name else name


def _under(node: Node, row: str) -> Iterator[Node]:
    """Yield what is typed under the key of a row of the table of keys, if anything is."""
    value = under(node, row)
    yield from () if value is None else (value,)


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, SequenceNode) else (node,)


def _keys(named: Sequence[Named], node: Node) -> Iterator[Change]:
    """Yield the changes of the keys of `node` and of the records in it, at any depth."""
    if isinstance(node, SequenceNode):
        for inner in node.items:
            yield from _keys(named, inner)
    elif isinstance(node, MappingNode):
        for item in named:
            pairs = [pair for pair in node.entries if _names(pair, item)]
            yield from _renamed_key(item, pairs)
            for pair in pairs:
                yield from _keys(fields_of(item.type), pair.value)


def _names(pair: Pair, item: Named) -> bool:
    return _of_today(pair, item) or bool(former_key((item,), pair.key.text))


def _of_today(pair: Pair, item: Named) -> bool:
    return fold(pair.key.text) == fold(item.key)


def _renamed_key(item: Named, pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield the edit of a key of the past; where one value has two keys, they are told and left."""
    ranked = sorted(pairs, key=lambda pair: not _of_today(pair, item))
    if len(ranked) == 1 and not _of_today(ranked[0], item):
        yield Edit(ranked[0].key, item.key)
    for pair in ranked[1:]:
        line = ranked[0].key.position.line
        words = {"former": pair.key.text, "other": ranked[0].key.text, "name": item.key}
        yield fault("C440", pair.key.position, line=line, **words)
