"""What a library renamed, typed anew in the files that use it; between the library and the CLI.

Trees are walked, not records: an agreement that has other faults is renamed as well.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from conventassembler.diagnostics import Diagnostic
from conventassembler.filenames import visible
from conventassembler.frozen import dataclass
from conventassembler.library import Library
from conventassembler.library.former import check_former_names
from conventassembler.library.renaming import Change, Renamer
from conventassembler.schema.types import Findings
from conventassembler.source import Node, read_typed, read_yaml, unified
from conventassembler.source.edits import Edit, edited
from conventassembler.source.front_matter import split_front_matter
from conventassembler.workspace import Workspace

Walk = Callable[[Node], Iterator[Change]]


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade would write."""

    edits: tuple[Edit, ...]
    """By file, in the order of each."""
    files: Mapping[Path, bytes]
    """The files that change, as they are to be."""
    findings: Findings
    """Files that cannot be read, and names that cannot be renamed: these stay as they are."""


def upgrade(
    workspace: Workspace, library: Library, names: Iterable[str], *, whole: bool
) -> Upgrade:
    """Return the agreements `names`, and with `whole` the library's files, with names of today.

    Where the library contradicts itself about its former names, nothing is renamed.
    """
    if doubts := tuple(check_former_names(library)):
        return Upgrade((), MappingProxyType({}), doubts)
    renamer = Renamer(library)
    walks: dict[Path, Walk] = {workspace.agreement(name): renamer.agreement for name in names}
    own = tuple(walks)
    if whole:
        walks |= dict(_of_library(workspace.clauses, renamer))
    edits: list[Edit] = []
    findings: list[Diagnostic] = []
    files: dict[Path, bytes] = {}
    while walks:
        path = next(iter(walks))
        walk, shown = walks.pop(path), workspace.shown(path)
        text, unread = read_typed(path, shown)
        tree, told = _tree(text, shown) if text is not None else (None, unread)
        if tree is not None and path in own:
            walks |= dict(_of_agreement(path, tree, renamer))
        wanted, found = _edits(tree, walk) if tree is not None else ((), told)
        edits += wanted
        findings += found
        if text is not None and wanted:
            files[path] = edited(text, wanted).encode("utf-8")
    return Upgrade(tuple(edits), MappingProxyType(files), tuple(findings))


def _of_agreement(path: Path, tree: Node, renamer: Renamer) -> Iterator[tuple[Path, Walk]]:
    """Yield the files of values of an agreement that are there, and what each needs."""
    folder = path.with_suffix("")
    for name, clauses in renamer.files(tree).items():
        file = folder / Path(name).name
        if file.is_file():
            yield file, partial(renamer.data, clauses)


def _of_library(folder: Path, renamer: Renamer) -> Iterator[tuple[Path, Walk]]:
    yield from ((path, renamer.model) for path in sorted(visible(folder / "models", "*.yaml")))
    yield from (
        (path, partial(renamer.clause, f"{path.parent.name}/{path.stem}"))
        for path in sorted(visible(folder, "*/*.md"))
    )


def _tree(text: str, shown: str) -> tuple[Node | None, Findings]:
    read = _front_matter if shown.endswith(".md") else read_yaml
    return read(unified(text), shown)


def _edits(tree: Node, walk: Walk) -> tuple[tuple[Edit, ...], Findings]:
    """Return the edits of one file in order, and what is told of it."""
    changes = tuple(walk(tree))
    edits = (change for change in changes if isinstance(change, Edit))
    told = (change for change in changes if isinstance(change, Diagnostic))
    return tuple(sorted(edits, key=lambda edit: edit.position)), tuple(told)


def _front_matter(text: str, shown: str) -> tuple[Node | None, Findings]:
    source, found = split_front_matter(text, shown)
    if source is None:
        return None, found
    return read_yaml(source.front_matter, shown, source.front_matter_line)
