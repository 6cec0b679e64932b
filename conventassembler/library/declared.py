"""`reprend` in a front matter: a parameter declared as the one of the same key in another variant.

The declarations are joined as trees, before any is typed: whoever reads the library afterwards
meets an ordinary parameter, with a label of its own where the file gives one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import cast

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.frozen import dataclass
from conventassembler.schema import SettledType, TextType, nearest
from conventassembler.schema.keys import keys_of
from conventassembler.schema.nodes import under
from conventassembler.schema.pick import items
from conventassembler.schema.types import Findings
from conventassembler.source import MappingNode, Node, Pair, RefusedNode, Scalar, fold
from conventassembler.values import Record, Text, value_of

_NAME = SettledType(TextType())
_FOLDED = {row: {fold(key) for key in keys_of(row)} for row in ("extends", "type")}


@dataclass(slots=True)
class Declarations:
    """The parameters of every variant as trees, and what is wrong with what they take."""

    fronts: Mapping[str, Record | None]
    """Front matters by id of their variant; None where a file could not be read."""
    findings: list[Diagnostic] = field(default_factory=list)

    def of(self, id_: str) -> Node | None:
        """Return what stands under `paramètres` of a variant, each declaration whole."""
        node = self._written(id_)
        if not isinstance(node, MappingNode):
            return node
        pairs = tuple(Pair(pair.key, self._whole(id_, pair)) for pair in node.entries)
        return MappingNode(pairs, node.position)

    def _written(self, id_: str) -> Node | None:
        record = self.fronts.get(id_)
        node = value_of(record, "parameters") if record else None
        return None if node is None else cast(Node, node)

    def _whole(self, id_: str, pair: Pair, heirs: tuple[str, ...] = ()) -> Node:
        """Return a declaration with what it takes; one that leads nowhere is refused, and told."""
        own = pair.value
        self.findings += () if heirs else _nested(own)
        written = under(own, "extends")
        if written is None or not isinstance(own, MappingNode):
            return own
        self.findings += () if heirs else _typed_too(own)
        name, found = _NAME.read(written, "", keys_of("extends")[0])
        self.findings += found
        base = self._base(pair.key, name, (id_, *heirs)) if isinstance(name, Text) else None
        taken = self._whole(str(name), base, (id_, *heirs)) if base else None
        if not isinstance(taken, MappingNode):
            return RefusedNode(own.position)
        return _joined(own, taken)

    def _base(self, key: Scalar, name: Text, heirs: tuple[str, ...]) -> Pair | None:
        """Return the declaration of that key in the variant `name`; None, with a finding."""
        place = name.origin.position or key.position
        if str(name) in heirs:
            self.findings.append(fault("C504", place, key=key.text, name=name))
        elif str(name) not in self.fronts:
            self.findings.append(self._unknown(key, name))
        elif self.fronts[str(name)] is not None:
            pairs = self._pairs(str(name))
            if base := next((one for one in pairs if _same(one.key, key)), None):
                return base
            keys = [one.key.text for one in pairs]
            words = {"key": key.text, "name": name, "known": ", ".join(keys) or "–"}
            self.findings.append(fault("C503", key.position, **words, **nearest(key.text, keys)))
        return None

    def _pairs(self, id_: str) -> tuple[Pair, ...]:
        node = self._written(id_)
        return node.entries if isinstance(node, MappingNode) else ()

    def _declares(self, id_: str, key: Scalar) -> Iterator[bool]:
        """Yield whether each parameter of a variant is that one, with a declaration of its own."""
        for pair in self._pairs(id_):
            yield _same(pair.key, key) and under(pair.value, "extends") is None

    def _unknown(self, key: Scalar, name: Text) -> Diagnostic:
        place = name.origin.position or key.position
        for id_, record in self.fronts.items():
            if record and str(name) in map(str, items(record, "replaces", Text)):
                return fault("C438", place, former=name, name=id_)
        holders = [id_ for id_ in self.fronts if any(self._declares(id_, key))]
        near = nearest(name, holders) or nearest(name, self.fronts)
        known = ", ".join(holders) or "–"
        return fault("C502", place, key=key.text, name=name, known=known, **near)


def _joined(own: MappingNode, base: MappingNode) -> MappingNode:
    """Return what a declaration says, then what it takes; its own attributes prevail."""
    rest = tuple(pair for pair in own.entries if fold(pair.key.text) not in _FOLDED["extends"])
    names = {_row(pair) for pair in rest}
    taken = (pair for pair in base.entries if _row(pair) not in names)
    return MappingNode((*rest, *taken), own.position)


_ATTRIBUTES = (
    *("type", "min", "max", "choices", "items", "fields", "default", "label", "help"),
    *("optional", "replaces", "role"),
)
_ROWS = {fold(key): row for row in _ATTRIBUTES for key in keys_of(row)}


def _row(pair: Pair) -> str:
    """Return which attribute a line says, in whatever language and spelling it is typed."""
    folded = fold(pair.key.text)
    return _ROWS.get(folded, folded)


def _same(one: Scalar, other: Scalar) -> bool:
    return fold(one.text) == fold(other.text)


def _typed_too(own: MappingNode) -> Iterator[Diagnostic]:
    """Yield the finding that a parameter says its type and takes one."""
    for pair in own.entries:
        if fold(pair.key.text) in _FOLDED["type"]:
            yield fault("C505", pair.key.position, key=pair.key.text)


def _nested(node: Node) -> Iterator[Diagnostic]:
    """Yield a finding for each `reprend` below a parameter: a parameter alone takes, and whole."""
    declared = [under(node, "items")]
    fields = under(node, "fields")
    declared += [pair.value for pair in fields.entries] if isinstance(fields, MappingNode) else []
    for one in declared:
        if one is not None:
            written = under(one, "extends")
            yield from () if written is None else (fault("C506", written.position),)
            yield from _nested(one)


def whole_declarations(
    fronts: Mapping[str, Record | None],
) -> tuple[Mapping[str, Node | None], Findings]:
    """Return what each variant declares by id, and every fault of `reprend`."""
    declarations = Declarations(fronts)
    return {id_: declarations.of(id_) for id_ in fronts}, tuple(declarations.findings)
