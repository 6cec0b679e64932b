"""`reprend`: the keys that a model takes from another, before either is typed.

Two acts of one house look alike because one model takes its looks from the other: what a key of
its own says replaces that key of the other model whole.
"""

from collections.abc import Iterator, Mapping

from conventassembler.diagnostics import Diagnostic, fault, ordered
from conventassembler.frozen import dataclass
from conventassembler.library.forms import MODEL
from conventassembler.library.ids import typed_at
from conventassembler.schema import nearest
from conventassembler.schema.records import read_field
from conventassembler.schema.types import Findings
from conventassembler.source import MappingNode, Node, Pair, fold
from conventassembler.values import Text

_FIELDS = {fold(key): item for item in MODEL.fields for key in item.keys}
_EXTENDS = "extends"
_OF_ONE_FILE = (_EXTENDS, "format", "choose_when")
"""What a file says of itself, and hands on to no other."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A model with what it takes from others."""

    node: Node | None
    """None where its file, or the model that it takes from, cannot be read."""
    bases: tuple[str, ...] = ()
    """Ids of the models that it takes from, the nearest first."""


_UNREAD = Whole(None)


def inherited(nodes: Mapping[str, Node | None]) -> tuple[dict[str, Whole], Findings]:
    """Return the models with what each takes from another, by id, and every fault of `reprend`.

    A model whose `reprend` leads nowhere is not read: all that it seems to lack may be there.
    """
    found: list[Diagnostic] = []
    whole = {id_: _completed(id_, nodes, (), found) for id_ in nodes}
    return whole, ordered(found)


def _completed(
    id_: str, nodes: Mapping[str, Node | None], heirs: tuple[str, ...], found: list[Diagnostic]
) -> Whole:
    node = nodes[id_]
    pairs = node.entries if isinstance(node, MappingNode) else ()
    pair = next((pair for pair in pairs if _name(pair) == _EXTENDS), None)
    if pair is None or not isinstance(node, MappingNode):
        return Whole(node)
    written, faults = read_field(_FIELDS[fold(pair.key.text)], pair.key, pair.value, "")
    found += faults
    if not isinstance(written, Text):
        return _UNREAD
    if wrong := tuple(_astray(written, id_, nodes, heirs)):
        found += wrong
        return _UNREAD
    base = _completed(str(written), nodes, (id_, *heirs), found)
    if base.node is None:
        return _UNREAD
    taken = MappingNode((*node.entries, *_taken(node, base.node)), node.position)
    return Whole(taken, (str(written), *base.bases))


def _astray(
    base: Text, id_: str, nodes: Mapping[str, Node | None], heirs: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Yield the finding that `base` is no model, or one that takes from this one."""
    if base not in nodes:
        known = ", ".join(other for other in nodes if other != id_) or "–"
        yield fault("C434", typed_at(base), name=base, known=known, **nearest(base, nodes))
    elif base in (id_, *heirs):
        yield fault("C435", typed_at(base), name=base)


def _taken(node: MappingNode, base: Node) -> Iterator[Pair]:
    own = {*map(_name, node.entries), *_OF_ONE_FILE}
    pairs = base.entries if isinstance(base, MappingNode) else ()
    return (pair for pair in pairs if _name(pair) not in own)


def _name(pair: Pair) -> str:
    item = _FIELDS.get(fold(pair.key.text))
    return item.name if item else ""
