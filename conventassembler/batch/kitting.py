"""What all rows share, made ready: the kit of a batch, its key, and what is told of the agreement.

Below `planning`, which settles the columns first.
"""

from collections.abc import Callable
from hashlib import blake2b
from unicodedata import normalize
from uuid import uuid4

from conventassembler.agreement import read_agreement
from conventassembler.agreement.sources import Source, Tree, source_at
from conventassembler.batch.columns import Settled
from conventassembler.batch.footprint import digest
from conventassembler.batch.idle import keyed
from conventassembler.batch.kit import RowKit
from conventassembler.batch.model import Job
from conventassembler.batch.overlay import branches
from conventassembler.checks.judging import accept, leveled
from conventassembler.filling import Filling
from conventassembler.making import Stock
from conventassembler.schema.types import Findings
from conventassembler.source import Scalar
from conventassembler.stationery import cabinet
from conventassembler.workspace import Workspace
from conventassembler.writers.word import DEFAULT, Issue
from conventassembler.writers.word.shell import compile_shell


def judged(found: Findings, source: Callable[[], Source], shared: Stock) -> Findings:
    """Return findings of an agreement itself, as its house and it take them.

    It is read from its `source` only where there are some.
    """
    told = leveled(found, shared.settings.levels)
    agreement = read_agreement(source(), shared.registry)[0] if told else None
    return accept(agreement, told, whole=False) if agreement else told


def without_values(kit: RowKit) -> Source:
    """Return the trees of a row that says nothing: those of the agreement itself."""
    return kit.source(Job(0, kit.file, (None,) * len(kit.columns), ""))


def row_kit(
    workspace: Workspace,
    name: str,
    filling: Filling,
    settled: tuple[Settled, ...],
    shared: Stock,
) -> RowKit:
    """Return what all rows share, as yet without its key, and without how its files go out."""
    path, columns = workspace.agreement(name), tuple(one.for_rows for one in settled)
    trees = _trees(source_at(path, workspace.shown(path)), filling)
    nodes = {file: tree[0] for file, tree in trees.items() if tree[0] is not None}
    named = {"template"} & {one.place.path for one in columns}
    wanted = None if named else _templates(filling, shared)
    papers = cabinet(workspace, wanted)
    for paper, _ in papers.read.values():
        if paper is not None:  # kept then: no worker has to load what compiles it
            compile_shell(paper.template, paper.name)
    return RowKit(
        "",
        workspace.shown(path),
        trees,
        branches(nodes, columns),
        columns,
        keyed(nodes, columns),
        shared,
        papers,
        Issue(),
    )


def _trees(source: Source, filling: Filling) -> dict[str, Tree]:
    """Return the trees of the agreement and of its files of values, by file.

    They are those whose nodes the places are of.
    """
    known = {normalize("NFC", file): paper.tree for file, paper in filling.papers.items()}
    data = {f"{source.folder}/{name}": read() for name, read in source.data.items()}
    trees = {source.file: source.tree, **data}
    return {
        file: (known.get(normalize("NFC", file), node), found)
        for file, (node, found) in trees.items()
    }


def _templates(filling: Filling, shared: Stock) -> tuple[str, ...]:
    """Return the names of the template that all rows go out on, and of the house's."""
    said = (one.node for one in filling.places if one.path == "template")
    own = (node.text for node in said if isinstance(node, Scalar))
    return (*own, str(shared.settings.template or DEFAULT))


def unchanged(workspace: Workspace, name: str, before: str) -> str:
    """Return the digest of what was read; where that changed meanwhile, one like no other."""
    return before if digest(workspace, name) == before else uuid4().hex


def key_of(mark: str, kit: RowKit) -> str:
    """Return what tells two kits apart: what was read, the columns, what is asked for."""
    columns = [(one.header, one.place.file, one.place.path) for one in kit.columns]
    said = (mark, kit.file, columns, kit.shared.logos, kit.issue, kit.twins)
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
