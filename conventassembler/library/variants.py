"""`clauses/FAMILY/VARIANT.md` to a `Variant`: front matter typed, body kept for the draft."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from conventassembler.agreement.model import Argument
from conventassembler.diagnostics import Position, fault, ordered
from conventassembler.frozen import dataclass
from conventassembler.library.declared import whole_declarations
from conventassembler.library.forms import FRONT_MATTER
from conventassembler.library.model import Parameter, Variant
from conventassembler.schema import Field, keys_of
from conventassembler.schema.declaration import field_from
from conventassembler.schema.pick import items, pick, place, text
from conventassembler.schema.shapes import wrong_shape
from conventassembler.schema.types import Findings
from conventassembler.source import (
    MappingNode,
    Node,
    Pair,
    Scalar,
    SequenceNode,
    read_typed,
    read_yaml,
    unified,
)
from conventassembler.source.blobs import blob_id
from conventassembler.source.front_matter import ClauseSource, split_front_matter
from conventassembler.values import Date, Origin, Record, Text


@dataclass(frozen=True, slots=True)
class Front:
    """A clause file cut in two, its front matter read and its parameters still a tree."""

    path: Path
    shown: str
    record: Record
    source: ClauseSource
    blob: str
    """What Git names the content of the file."""


def load_variant(path: Path, shown: str) -> tuple[Variant | None, Findings]:
    """Return the variant of one clause file that takes nothing from others, or None, and faults."""
    front, found = read_front(path, shown)
    if front is None:
        return None, found
    id_ = f"{path.parent.name}/{path.stem}"
    variants, faults = variants_of({id_: front})
    return variants[id_], (*found, *faults)


def read_front(path: Path, shown: str) -> tuple[Front | None, Findings]:
    """Return a clause file with its front matter read, or None, and every fault of the file."""
    typed, found = read_typed(path, shown)
    if typed is None:
        return None, found
    source, faults = split_front_matter(unified(typed), shown)
    if source is None:
        return None, (*found, *faults)
    node, broken = read_yaml(source.front_matter, shown, source.front_matter_line)
    if node is None:
        return None, (*found, *broken)
    record, wrong = FRONT_MATTER.read(node, "", shown)
    found += (*broken, *wrong, *_empty(source, shown))
    if not isinstance(record, Record):
        return None, found
    return Front(path, shown, record, source, blob_id(typed)), found


def variants_of(
    fronts: Mapping[str, Front | None],
) -> tuple[dict[str, Variant | None], Findings]:
    """Return the variants by id, their parameters typed, and every fault of these.

    A variant with a fault in its parameters is returned with those that could be read; one whose
    file could not be read is None.
    """
    records = {id_: front.record if front else None for id_, front in fronts.items()}
    declared, found = whole_declarations(records)
    variants: dict[str, Variant | None] = {}
    for id_, front in fronts.items():
        parameters, bad = _parameters(declared[id_])
        variants[id_] = _variant(front, parameters) if front else None
        found += bad
    # What is wrong in a declaration is wrong in all that take it: once is enough.
    return variants, ordered(found)


def _empty(source: ClauseSource, shown: str) -> Findings:
    if source.body.strip():
        return ()
    return (fault("C432", Position(shown, source.body_line)),)


def _variant(front: Front, parameters: tuple[Parameter, ...]) -> Variant:
    path, shown, record, source = front.path, front.shown, front.record, front.source
    return Variant(
        id=f"{path.parent.name}/{path.stem}",
        family=path.parent.name,
        file=shown,
        title=text(record, "title") or Text(path.stem, Origin("title", Position(shown))),
        choose_when=str(text(record, "choose_when") or ""),
        parameters=MappingProxyType({item.name: item for item in parameters}),
        requires=items(record, "requires", Text),
        excludes=items(record, "excludes", Text),
        basis=tuple(str(basis) for basis in items(record, "basis", Text)),
        reviewed=pick(record, "reviewed", Date),
        body=source.body,
        body_line=source.body_line,
        examples=tuple(_examples(record)),
        replaces=items(record, "replaces", Text),
        blob=front.blob,
        renewal=str(text(record, "renewal") or ""),
    )


def _examples(record: Record) -> Iterator[Argument]:
    pairs: tuple[tuple[Text, Node], ...] = items(record, "example", tuple)
    for key, node in pairs:
        yield Argument(str(key), key.origin.position or place(record), node)


def _parameters(node: Node | None) -> tuple[tuple[Parameter, ...], Findings]:
    if isinstance(node, Scalar | SequenceNode):
        return (), wrong_shape(node, keys_of("parameters")[0], "C134")
    pairs = node.entries if isinstance(node, MappingNode) else ()
    readings = [_parameter(pair) for pair in pairs]
    found = tuple(item for _, faults in readings for item in faults)
    return tuple(parameter for parameter, _ in readings if parameter is not None), found


def _parameter(pair: Pair) -> tuple[Parameter | None, Findings]:
    declared, found = field_from(pair.key.text, pair.key.position, pair.value)
    if declared is None:
        return None, found
    return _from_field(declared, pair.key.position), found


def _from_field(declared: Field, position: Position) -> Parameter:
    return Parameter(
        declared.name,
        declared.key,
        declared.type,
        position,
        declared.required,
        declared.default,
        declared.label,
        declared.help,
        declared.written_default,
        declared.replaces,
        declared.role,
    )
