"""Places of a tree: each value that a file holds or awaits, with the type that reads it.

The types are walked beside the tree; what no type knows has no place, and `check` tells it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from conventassembler.frozen import dataclass
from conventassembler.library.model import Parameter
from conventassembler.schema import (
    DatesType,
    Field,
    LaterType,
    ListType,
    MapType,
    RawType,
    RecordType,
    ScalarType,
    SettledType,
    UnionType,
)
from conventassembler.schema.blanks import blank_in, bracketed_blank, is_blank
from conventassembler.schema.document import FormatType
from conventassembler.schema.keys import keys_of
from conventassembler.schema.types import ValueType
from conventassembler.source import MappingNode, Node, Pair, Scalar, SequenceNode, fold, identifier

_UNSAID = {fold(key) for row in ("parties", "values") for key in keys_of(row)}
"""Keys above a value that say nothing of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands or is awaited."""

    file: str
    """As messages show it."""
    path: str
    """Key path in field names, as origins have it: `parties.commune.authority.dates`."""
    keys: tuple[str, ...]
    """The keys that lead there, as typed."""
    type: ValueType
    node: Node
    label: str = ""
    """What is awaited, where the clause says it."""
    help: str = ""
    margin: int = 1
    """Column of the key or dash that the value belongs to."""
    inside: bool = False
    """Whether it stands between brackets."""
    clause: str = ""
    """Id of the variant whose parameter it is."""
    shared: bool = False
    """Whether it is of the registry, which serves all acts."""
    required: bool = False
    """Whether the group whose key it is cannot do without it."""
    optional: bool = False
    """Whether a clause takes it that says nothing of it where it is absent."""
    decides: bool = False
    """Whether a clause takes it that chooses its text by it, and so cannot leave it blank."""

    @property
    def id(self) -> tuple[str, str]:
        """What it is found again by, once the file has changed."""
        return self.file, self.path

    @property
    def way(self) -> tuple[str, ...]:
        """The keys that lead there, without those that say nothing: « commune », « date »."""
        return tuple(key for key in self.keys if fold(key) not in _UNSAID)

    @property
    def is_list(self) -> bool:
        """Whether several values are awaited."""
        return isinstance(settled(self.type), ListType)

    @property
    def takes_one(self) -> bool:
        """Whether one of several values may stand alone."""
        return bool(getattr(self.type, "single", False))

    @property
    def is_group(self) -> bool:
        """Whether a group of keys is awaited, or a list of them: no one answer gives it."""
        type_ = settled(self.type)
        inner = settled(type_.items) if isinstance(type_, ListType) else type_
        return not isinstance(inner, ScalarType | DatesType)

    @property
    def fields(self) -> "tuple[Place, ...]":
        """The places of the keys that a group awaits, those that one answer gives; else none."""
        type_ = settled(self.type)
        own = type_.fields if isinstance(type_, RecordType) else ()
        places = (
            replace(
                self,
                path=f"{self.path}.{item.name}",
                keys=(*self.keys, item.key),
                type=item.type,
                label=item.label,
                help=item.help,
                required=item.required,
            )
            for item in own
        )
        return tuple(place for place in places if not place.is_group)

    @property
    def is_format(self) -> bool:
        """Whether it is the version of the file, which is no value of the act."""
        return isinstance(self.type, FormatType)

    @property
    def blank(self) -> bool:
        """Whether all of it is still to be given."""
        node = bracketed_blank(self.node)
        if isinstance(node, SequenceNode):
            return bool(node.items) and all(map(is_blank, node.items))
        return is_blank(node)

    @property
    def hint(self) -> str:
        """The precision typed behind « à compléter : »."""
        node = bracketed_blank(self.node)
        nodes = node.items if isinstance(node, SequenceNode) else (node,)
        found = (blank_in(node, "", "") for node in nodes)
        return next((one.hint for one in found if one is not None and one.hint), "")


Opener = Callable[[Pair, "Walker"], Iterator[Place] | None]
"""What walks the value of a key otherwise than by its type; None where the type will do."""


@dataclass(frozen=True, slots=True)
class Walker:
    """Where the walk has come to."""

    at: Place
    """The place of the node that is walked, with what its children have in common."""
    text: str
    """The file, where brackets are looked for; its lines end as the tree's."""
    openers: "Mapping[str, Opener]"
    """By field name."""
    lacking: list[Place]
    """Where the values go whose keys the walk did not meet."""

    def walk(self, type_: ValueType, node: Node) -> Iterator[Place]:
        """Yield the places of `node`, in the order of the file."""
        here = replace(self, at=replace(self.at, type=type_, node=node))
        type_ = settled(type_)
        if isinstance(type_, UnionType):
            type_ = _kind(type_, node) or RecordType()
        if isinstance(node, Scalar) and isinstance(type_, RecordType | MapType):
            yield from (here.at,) if is_blank(node) else ()
        elif isinstance(type_, RecordType) and isinstance(node, MappingNode):
            yield from here._record(type_, node)
        elif isinstance(type_, MapType) and isinstance(node, MappingNode):
            for pair in node.entries:
                inner = here.below(pair.key.text, pair, f".{identifier(pair.key.text)}")
                yield from inner.walk(type_.items, pair.value)
        elif isinstance(type_, ListType):
            yield from here._list(type_, node)
        elif isinstance(type_, ScalarType | DatesType):
            yield here.at

    def below(self, key: str, pair: Pair, path: str) -> "Walker":
        """Return where the walk comes to under a key."""
        inside = self.at.inside or self._opens(self.at.node)
        at = replace(
            self.at,
            path=(self.at.path + path).removeprefix("."),
            keys=(*self.at.keys, key),
            margin=pair.key.position.column,
            inside=inside,
            label="",
            help="",
            optional=False,
            decides=False,
        )
        return replace(self, at=at)

    def _record(self, type_: RecordType, node: MappingNode) -> Iterator[Place]:
        by_fold = {key: item for item in type_.fields for key in item.folded}
        for pair in node.entries:
            item = by_fold.get(fold(pair.key.text))
            if item is None or (isinstance(pair.value, Scalar) and pair.value.empty):
                continue
            inner = self.of_field(item, pair)
            opened = self.openers[item.name](pair, inner) if item.name in self.openers else None
            yield from inner.walk(item.type, pair.value) if opened is None else opened
        typed = {fold(pair.key.text) for pair in node.entries}
        self.lack(item for item in type_.fields if not typed & set(item.folded))

    def lack(self, items: "Iterable[Field | Parameter]") -> None:
        """Keep where the values of fields would stand that the group does not have."""
        for item in () if self.at.shared else items:
            at = replace(
                self.at,
                path=f"{self.at.path}.{item.name}".removeprefix("."),
                keys=(*self.at.keys, item.key),
                type=item.type,
                label=item.label,
                help=item.help,
            )
            if not at.is_group:
                self.lacking.append(at)
            elif isinstance(inner := settled(item.type), RecordType):
                replace(self, at=at).lack(inner.fields)

    def of_field(self, item: Field, pair: Pair) -> "Walker":
        """Return where the walk comes to under the key of a field."""
        inner = self.below(pair.key.text, pair, f".{item.name}")
        return replace(inner, at=replace(inner.at, label=item.label, help=item.help))

    def _list(self, type_: ListType, node: Node) -> Iterator[Place]:
        if isinstance(node, Scalar) or not isinstance(node, SequenceNode):
            yield self.at
            return
        simple = all(isinstance(item, Scalar) for item in node.items)
        simple = simple and not self.at.is_group
        blank = not self.at.is_group and self.at.blank
        if simple or blank:
            yield self.at
        if blank:
            return
        inside = self.at.inside or self._opens(node)
        names = _names(type_, node)
        for rank, (name, item) in enumerate(zip(names, node.items, strict=True), 1):
            if simple and not is_blank(item):
                continue  # it is one of a list that has its place
            at = replace(self.at, path=f"{self.at.path}[{name}]", inside=inside)
            keys = (*at.keys[:-1], name if name != str(rank) else f"{at.keys[-1]} {rank}")
            at = replace(at, keys=keys, margin=node.position.column)
            yield from replace(self, at=at).walk(type_.items, item)

    def _opens(self, node: Node) -> bool:
        """Tell whether a list or a group is typed between brackets."""
        if isinstance(node, Scalar):
            return False
        line = self.text.split("\n")[node.position.line - 1]
        return line[node.position.column - 1 : node.position.column] in ("[", "{")


def _names(type_: ListType, node: SequenceNode) -> list[str]:
    """Return what each item of a list is found again by; of two entries of one clause, its rank."""
    names: list[str] = []
    for rank, item in enumerate(node.items, 1):
        name = own = (type_.naming(item) if type_.naming else "") or str(rank)
        count = 1
        while name in names:
            count += 1
            name = f"{own} {count}"
        names.append(name)
    return names


def settled(type_: ValueType) -> ValueType:
    """Return the type that reads in the end: what others stand for or wrap."""
    while True:
        if isinstance(type_, SettledType):
            type_ = type_.type
        elif isinstance(type_, LaterType):
            type_ = type_.type()
        elif isinstance(type_, RawType) and type_.described is not None:
            type_ = type_.described
        else:
            return type_


def _kind(type_: UnionType, node: Node) -> RecordType | None:
    """Return the record of a union that a group of keys is."""
    pairs = node.entries if isinstance(node, MappingNode) else ()
    typed = {fold(pair.key.text) for pair in pairs}
    for name, record in type_.records.items():
        own = next(item for item in record.fields if item.name == name)
        if typed & set(own.folded):
            return record
    return None
