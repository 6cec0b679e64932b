"""`reprend`: the keys that a model takes from another, before either is typed.

Two acts of one house look alike because one model takes its looks from the other: what a key of
its own says replaces that key of the other model whole.
"""

from collections.abc import Iterator, Mapping

from conventassembler.diagnostics import Diagnostic, fault, ordered
from conventassembler.library.forms import MODEL
from conventassembler.schema import nearest
from conventassembler.schema.nodes import under
from conventassembler.source import MappingNode, Node, Pair, Scalar, fold

_FIELDS = {fold(key): item.name for item in MODEL.fields for key in item.keys}


def inherited(
    nodes: Mapping[str, Node | None],
) -> tuple[dict[str, Node | None], tuple[Diagnostic, ...]]:
    """Return the models with what each takes from another, by id, and every fault of `reprend`.

    None is a model whose file cannot be read.
    """
    found: list[Diagnostic] = []
    whole = {id_: _completed(id_, nodes, (), found) for id_ in nodes}
    return whole, ordered(found)


def _completed(
    id_: str, nodes: Mapping[str, Node | None], heirs: tuple[str, ...], found: list[Diagnostic]
) -> Node | None:
    node = nodes[id_]
    written = _extends(node)
    if not isinstance(node, MappingNode) or written is None:
        return node
    if written.text not in nodes:
        near = nearest(written.text, nodes)
        known = ", ".join(other for other in nodes if other != id_) or "–"
        found.append(fault("C434", written.position, name=written.text, known=known, **near))
        return node
    if written.text in (id_, *heirs):
        found.append(fault("C435", written.position, name=written.text))
        return node
    base = _completed(written.text, nodes, (id_, *heirs), found)
    return MappingNode((*node.entries, *_taken(node, base)), node.position)


def _extends(node: Node | None) -> Scalar | None:
    value = under(node, "extends") if node is not None else None
    return value if isinstance(value, Scalar) else None


def _taken(node: MappingNode, base: Node | None) -> Iterator[Pair]:
    own = {_name(pair) for pair in node.entries}
    pairs = base.entries if isinstance(base, MappingNode) else ()
    return (pair for pair in pairs if _name(pair) not in own)


def _name(pair: Pair) -> str:
    return _FIELDS.get(fold(pair.key.text), "")
