"""An agreement and the files that go with it -> their places, in the order of the act."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from conventassembler.agreement import Registry
from conventassembler.agreement.data import ROOT, is_data_name
from conventassembler.agreement.forms import AGREEMENT, PARTY_FILE, PREAMBLE, SETTLED
from conventassembler.agreement.registry import find_party
from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.filling.headers import Columns, Label
from conventassembler.filling.papers import Paper, open_paper
from conventassembler.filling.places import Opener, Place, Walker
from conventassembler.frozen import dataclass
from conventassembler.library.former import former_variants
from conventassembler.library.model import Library, Parameter, Variant
from conventassembler.library.statements import names_that_decide
from conventassembler.schema.blanks import is_blank
from conventassembler.schema.nodes import under
from conventassembler.schema.types import Findings
from conventassembler.source import (
    MappingNode,
    Node,
    Pair,
    Scalar,
    SequenceNode,
    fold,
    unified,
)
from conventassembler.values import Origin, Text
from conventassembler.workspace import Workspace

_NAMING = ("parties", "partners", "groups")


@dataclass(frozen=True, slots=True)
class Filling:
    """An agreement as it is now, with all that may be filled in it."""

    papers: Mapping[str, Paper]
    """Its files by their names in messages: its own, then those of values and of the registry."""
    places: tuple[Place, ...]
    """In the order of the act; values of a file come where the act first names it."""
    parties: tuple[str, ...]
    """The keys of all whom a value may name."""
    lacking: tuple[Place, ...] = ()
    """Where values would stand whose keys the agreement does not have."""
    labels: tuple[Label, ...] = ()
    """What it says of columns itself."""

    @property
    def in_columns(self) -> tuple[Place, ...]:
        """Those that a column of a table may be: single values, and lists of them."""
        return tuple(one for one in self.places if not (one.is_group or one.is_format))

    @property
    def columns(self) -> Columns:
        """What a column may be called."""
        return Columns(self.in_columns, self.lacking, self.labels)

    @property
    def blanks(self) -> tuple[Place, ...]:
        """What is to be asked for."""
        blank = (place for place in self.places if place.blank)
        asked = (place for place in blank if not place.is_group or place.fields)
        once = {(place.file, place.node.position): place for place in asked}
        return tuple(once.values())

    @property
    def by_hand(self) -> tuple[Position, ...]:
        """Where blanks stand that no question asks for: whole groups of keys, unknown keys.

        Those of the registry are left out: the agreement may say the same itself.
        """
        asked = {at for place in self.blanks for at in _blanks(place.node)}
        shared = {place.file for place in self.places if place.shared}
        papers = (paper for name, paper in self.papers.items() if name not in shared)
        there = (at for paper in papers for at in _blanks(paper.tree))
        return tuple(at for at in there if at not in asked)

    def place(self, id_: tuple[str, str]) -> Place | None:
        """Return the place of that id, None where it is no more."""
        return next((one for one in self.places if one.id == id_), None)


def read_filling(
    workspace: Workspace, name: str, library: Library, registry: Registry
) -> tuple[Filling | None, Findings]:
    """Return what may be filled in the agreement `name`, or None with why it cannot be read.

    Its other faults are the affair of `check`.
    """
    path = workspace.agreement(name)
    paper, found = open_paper(path, workspace.shown(path))
    if paper is None:
        return None, found
    reader = _Reader(workspace, library, registry, paper)
    places = tuple(reader.places())
    named, labels = tuple(_named(paper.tree)), tuple(_labels(paper.tree))
    filling = Filling(reader.papers, places, named, tuple(reader.lacking), labels)
    return filling, tuple(reader.found)


def _blanks(node: Node) -> Iterator[Position]:
    """Yield where blanks stand in a tree."""
    if isinstance(node, MappingNode):
        for pair in node.entries:
            yield from _blanks(pair.value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _blanks(item)
    elif is_blank(node):
        yield node.position


def _named(tree: Node) -> Iterator[str]:
    for row in _NAMING:
        node = under(tree, row)
        yield from (pair.key.text for pair in node.entries) if isinstance(node, MappingNode) else ()


def _labels(tree: Node) -> Iterator[Label]:
    """Yield what an agreement says of columns; what is wrong there is for `check` to tell."""
    node = under(tree, "columns")
    for pair in node.entries if isinstance(node, MappingNode) else ():
        if isinstance(pair.value, Scalar):
            yield Label(pair.key.text, pair.value.text, pair.value.position)


@dataclass(slots=True)
class _Reader:
    """Walks the agreement, and opens the files that it names on the way."""

    workspace: Workspace
    library: Library
    registry: Registry
    agreement: Paper
    papers: dict[str, Paper] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    lacking: list[Place] = field(default_factory=list)

    def places(self) -> Iterator[Place]:
        self.papers[self.agreement.shown] = self.agreement
        walker = self._walker(self.agreement)
        yield from walker.walk(AGREEMENT, self.agreement.tree)

    def _walker(self, paper: Paper, path: str = "", keys: tuple[str, ...] = ()) -> Walker:
        start = Place(paper.shown, path, keys, AGREEMENT, paper.tree)
        openers: Mapping[str, Opener] = {
            "values": self._values,
            "data": self._data,
            "record": self._record,
            "columns": lambda *_: iter(()),
        }
        return Walker(start, unified(paper.text), openers, self.lacking)

    # -- values of clauses

    def _values(self, pair: Pair, walker: Walker) -> Iterator[Place]:
        """Yield the places under `valeurs`, by the parameters of the clause of their entry."""
        variant = self._variant(walker.at.node)
        if variant is None or not isinstance(pair.value, MappingNode):
            return
        at = replace(
            walker.at, path=walker.at.path.removesuffix("values") + "with", clause=variant.id
        )
        at = replace(at, node=pair.value)
        for one in pair.value.entries:
            if known := variant.parameter(one.key.text):
                decides = known.name in names_that_decide(variant.body)
                yield from _parameter(replace(walker, at=at), known, one, decides=decides)
        typed = {
            known.name for one in pair.value.entries if (known := variant.parameter(one.key.text))
        }
        more = (one for one in variant.parameters.values() if one.name not in typed)
        replace(walker, at=at).lack(more)

    def _variant(self, entry: Node) -> Variant | None:
        clause = entry if isinstance(entry, Scalar) else under(entry, "clause")
        if not isinstance(clause, Scalar):
            return None
        name = clause.text.strip()
        names = (name, f"{PREAMBLE}/{name}", former_variants(self.library).get(name, ""))
        return next((self.library.variants[n] for n in names if n in self.library.variants), None)

    # -- files of values

    def _data(self, pair: Pair, _: Walker) -> Iterator[Place]:
        """Yield the places of a file of values, where the act first names it."""
        name = pair.value.text if isinstance(pair.value, Scalar) else ""
        path = self.agreement.path.with_suffix("") / name
        shown = self.workspace.shown(path)
        if not is_data_name(name) or shown in self.papers or not path.is_file():
            return
        paper, found = open_paper(path, shown)
        self.found += found
        if paper is None or not isinstance(paper.tree, MappingNode):
            return
        self.papers[shown] = paper
        stem = name.rpartition(".")[0]
        inner = self._walker(paper, f"{ROOT}.{stem}", (ROOT, stem))
        parameters = self._parameters(name)
        for one in paper.tree.entries:
            if known := parameters.get(fold(one.key.text)):
                yield from _parameter(inner, known, one)

    def _parameters(self, name: str) -> dict[str, Parameter]:
        """Return the parameters of the clauses that read a file, by folded key.

        Of those of one key, the first, or the first that its clause cannot do without.
        """
        entries = _entries(self.agreement.tree)
        those = (entry for entry in entries if _is(under(entry, "data"), name))
        variants = [self._variant(entry) for entry in those]
        found: dict[str, Parameter] = {}
        for variant in variants:
            for one in variant.parameters.values() if variant else ():
                known = found.setdefault(fold(one.key), one)
                if one.required and not known.required:
                    found[fold(one.key)] = one
        return found

    # -- the registry

    def _record(self, pair: Pair, walker: Walker) -> Iterator[Place]:
        """Yield the name of a record, and what of it the agreement does not give itself."""
        yield from walker.walk(SETTLED, pair.value)
        name = pair.value.text if isinstance(pair.value, Scalar) else ""
        record, _ = find_party(self.registry, Text(name, Origin("", pair.key.position)))
        entry = walker.at.node
        if record is None or not isinstance(entry, MappingNode):
            return
        if record.file not in self.papers:
            paper, found = open_paper(self.workspace.root / record.file, record.file)
            self.found += found
            self.papers |= {} if paper is None else {record.file: paper}
        paper = self.papers.get(record.file)
        if paper is None or not isinstance(paper.tree, MappingNode):
            return
        given = {fold(one.key.text) for one in entry.entries}
        rest = tuple(one for one in paper.tree.entries if fold(one.key.text) not in given)
        above = walker.at
        inner = self._walker(paper, above.path.rpartition(".")[0], above.keys[:-1])
        inner = replace(inner, at=replace(inner.at, shared=True))
        yield from inner.walk(PARTY_FILE, MappingNode(rest, paper.tree.position))


def _parameter(
    walker: Walker, known: Parameter, pair: Pair, *, decides: bool = False
) -> Iterator[Place]:
    if isinstance(pair.value, Scalar) and pair.value.empty:
        return
    inner = walker.below(pair.key.text, pair, f".{known.name}")
    optional = not known.required and known.default is None
    at = replace(inner.at, label=known.label, help=known.help, optional=optional, decides=decides)
    yield from replace(inner, at=at).walk(known.type, pair.value)


def _entries(tree: Node) -> Iterator[Node]:
    """Yield the entries of an agreement, those below others too."""
    for row in ("preamble", "clauses", "annexes"):
        node = under(tree, row)
        for entry in node.items if isinstance(node, SequenceNode) else ():
            yield entry
            yield from _entries(entry)


def _is(node: Node | None, text: str) -> bool:
    return isinstance(node, Scalar) and node.text == text
