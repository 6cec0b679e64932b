"""Names of the past in the tree of a file -> the edits that make them those of today.

What is not a name of the past is left, right or wrong: to tell it is the affair of the readers.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from conventassembler.agreement.forms import PREAMBLE, PRESENTATIONS
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.library.former import Named, fields_of, former_families, former_variants
from conventassembler.library.model import Library, Parameter
from conventassembler.schema.former import former_key
from conventassembler.schema.nodes import under
from conventassembler.source import MappingNode, Node, Pair, Scalar, SequenceNode, fold
from conventassembler.source.edits import Edit
from conventassembler.values import Text

Change = Edit | Diagnostic
"""A name typed anew, or why one is left."""


class Renamer:
    """Finds what a library renamed, in the trees of agreements and of its own files."""

    def __init__(self, library: Library) -> None:
        self._variants = library.variants
        former = former_variants(library)
        self._former = {old: former[old] for old in former.keys() - library.unread}
        self._families = former_families(library)

    def agreement(self, tree: Node) -> Iterator[Change]:
        """Yield the changes of an agreement: its clauses, and the keys of their values."""
        yield from self._renamed(under(tree, "party_clause"), PRESENTATIONS)
        yield from self._entries(under(tree, "preamble"), PREAMBLE)
        yield from self._entries(under(tree, "clauses"))
        annexes = under(tree, "annexes")
        if isinstance(annexes, MappingNode):  # a model says there how annexes are headed, too
            annexes = under(annexes, "entries")
        yield from self._entries(annexes)

    def files(self, tree: Node) -> Mapping[str, tuple[str, ...]]:
        """Return the data files that the entries of an agreement name, with the clauses of each."""
        found: dict[str, tuple[str, ...]] = {}
        for row, family in (("preamble", PREAMBLE), ("clauses", ""), ("annexes", "")):
            for name, clause in _readers(under(tree, row), family):
                found[name] = (*found.get(name, ()), clause)
        return found

    def data(self, clauses: Sequence[str], tree: Node) -> Iterator[Change]:
        """Yield the changes of a data file that `clauses` read.

        A key that one of them still has is left: another may have given it up.
        """
        parameters = [list(self._parameters(id_)) for id_ in dict.fromkeys(clauses)]
        kept = {fold(one.key) for some in parameters for one in some}
        told: list[Change] = []
        for some in parameters:
            named = [replace(one, replaces=_without(kept, one)) for one in some]
            told += [change for change in _in_values(named, tree) if change not in told]
        yield from told

    def model(self, tree: Node) -> Iterator[Change]:
        """Yield the changes of a model: what it proposes, and the other clauses that it names."""
        yield from self.agreement(tree)
        for row in ("group_clause", "partner_clause"):
            yield from self._renamed(under(tree, row), PRESENTATIONS)
        yield from self._neighbours(tree, "requires")

    def clause(self, id_: str, tree: Node) -> Iterator[Change]:
        """Yield the changes of the front matter of the variant `id_`."""
        yield from self._neighbours(tree, "requires", "excludes")
        declared = under(tree, "parameters")
        for pair in declared.entries if isinstance(declared, MappingNode) else ():
            yield from self._renamed(under(pair.value, "extends"))
        yield from self._values(id_, under(tree, "example"))

    def _neighbours(self, tree: Node, *rows: str) -> Iterator[Change]:
        """Yield the changes of lists of variants and of families."""
        for row in rows:
            for name in _items(under(tree, row)):
                yield from self._renamed(name)
                if now := self._families.get(_id(name)):
                    yield from _edit(name, now)

    def _entries(self, entries: Node | None, family: str = "") -> Iterator[Change]:
        """Yield the changes of a list of entries; `family` is the one that they may leave out."""
        for entry in _items(entries):
            clause = entry if isinstance(entry, Scalar) else under(entry, "clause")
            yield from self._renamed(clause, family)
            yield from self._values(_id(clause, family), under(entry, "values"))
            yield from self._entries(under(entry, "entries"), family)

    def _renamed(self, clause: Node | None, family: str = "") -> Iterator[Change]:
        if now := self._former.get(_id(clause, family)):
            short = isinstance(clause, Scalar) and "/" not in clause.text
            yield from _edit(clause, now.removeprefix(f"{family}/") if short else now)

    def _values(self, id_: str, values: Node | None) -> Iterator[Change]:
        return _in_values(self._parameters(id_), values)

    def _parameters(self, id_: str) -> tuple[Parameter, ...]:
        variant = self._variants.get(self._former.get(id_, id_))
        return tuple(variant.parameters.values()) if variant else ()


def _without(kept: Collection[str], parameter: Parameter) -> tuple[Text, ...]:
    return tuple(old for old in parameter.replaces if fold(old) not in kept)


def _readers(entries: Node | None, family: str) -> Iterator[tuple[str, str]]:
    """Yield the data file and the clause of each entry that has both, at any depth."""
    for entry in _items(entries):
        name = under(entry, "data")
        if isinstance(name, Scalar):
            yield name.text.strip(), _id(under(entry, "clause"), family)
        yield from _readers(under(entry, "entries"), family)


def _edit(name: Node | None, now: str) -> Iterator[Edit]:
    if isinstance(name, Scalar):
        yield Edit(name, now)


def _id(clause: Node | None, family: str = "") -> str:
    """Return the whole name of the variant, empty for what is no name."""
    name = clause.text.strip() if isinstance(clause, Scalar) else ""
    return f"{family}/{name}" if family and "/" not in name else name


def _items(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a list, or what stands alone in its place."""
    if isinstance(node, SequenceNode):
        return node.items
    return () if node is None else (node,)


def _in_values(named: Sequence[Named], node: Node | None) -> Iterator[Change]:
    """Yield the changes of the keys of `node` and of the records in it, at any depth."""
    if isinstance(node, SequenceNode):
        for inner in node.items:
            yield from _in_values(named, inner)
    elif isinstance(node, MappingNode):
        for item in named:
            pairs = [pair for pair in node.entries if _means(pair, item)]
            yield from _renamed_key(item, pairs)
            for pair in pairs:
                yield from _in_values(fields_of(item.type), pair.value)


def _means(pair: Pair, item: Named) -> bool:
    return _of_today(pair, item) or bool(former_key((item,), pair.key.text))


def _of_today(pair: Pair, item: Named) -> bool:
    return fold(pair.key.text) == fold(item.key)


def _renamed_key(item: Named, pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield the edit of a key of the past; where one value has two keys, they are told and left."""
    ranked = sorted(pairs, key=lambda pair: not _of_today(pair, item))
    if len(ranked) == 1 and not _of_today(ranked[0], item):
        yield Edit(_word(ranked[0]), item.key)
    for pair in ranked[1:]:
        line = ranked[0].key.position.line
        words = {"former": pair.key.text, "other": ranked[0].key.text, "name": item.key}
        yield fault("C440", pair.key.position, line=line, **words)


def _word(pair: Pair) -> Scalar:
    """Return the key without the colon that the reader leaves in it in `{préavis:}`."""
    key, value = pair.key, pair.value
    if not (key.style == "plain" and key.text.endswith(":")):
        return key
    if not (isinstance(value, Scalar) and value.empty):
        return key
    end = replace(key.end, column=key.end.column - 1)
    return replace(key, text=key.text.removesuffix(":"), end=end)
