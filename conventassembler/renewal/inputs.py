"""The files of a workspace that its acts are made of, with the digests of their contents."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from conventassembler.caching.contents import FOLDER, file_digest, tree
from conventassembler.frozen import dataclass
from conventassembler.workspace import Workspace

Contents = Mapping[str, str]
"""Digests by path from the root, with « / »."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is there now."""

    shared: Contents
    """What every act is made of: the settings, the clauses, the registry, the templates."""
    own: Mapping[str, Contents]
    """What one act alone is made of, by its name."""

    def of(self, name: str) -> dict[str, str]:
        """Return all that the act `name` is made of."""
        return {**self.shared, **self.own[name]}


def inputs_of(workspace: Workspace, names: Iterable[str]) -> Inputs:
    """Return what the acts `names` are made of.

    Raises:
        UnreadableError: something there cannot be read.
    """
    space = workspace
    shared: dict[str, str] = {}
    for place in ("clauses", "agreements/parties", "templates"):
        shared |= _below(space, place)
    shared[space.shown(space.settings)] = file_digest(str(space.settings))
    own = {name: _own(space, name) for name in names}
    return Inputs(MappingProxyType(shared), MappingProxyType(own))


def beside(workspace: Workspace, files: Iterable[str]) -> dict[str, str]:
    """Return the digests of files that others name: the logos.

    Raises:
        UnreadableError: one of them cannot be read.
    """
    return {file: file_digest(str(workspace.root / file)) for file in files}


def _own(space: Workspace, name: str) -> Contents:
    file = space.agreement(name)
    values = _below(space, space.shown(file.with_suffix("")))
    return MappingProxyType({space.shown(file): file_digest(str(file)), **values})


def _below(space: Workspace, place: str) -> dict[str, str]:
    found = tree(str(space.root / place))
    there = {} if "" in found else {place: FOLDER}
    return there | {f"{place}/{name}" if name else place: said for name, said in found.items()}
