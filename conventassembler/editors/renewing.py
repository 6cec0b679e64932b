"""The schemas of a workspace kept up to date, where it has some."""

from collections.abc import Callable
from functools import partial
from typing import Final

from conventassembler.agreement import Registry, load_parties
from conventassembler.library import Library
from conventassembler.modelines import schema_file
from conventassembler.workspace import Workspace

Reading = Callable[[], tuple[Library, Registry]]
_FIRST: Final = "agreement"
"""The kind of file that each workspace with schemas has the schema of."""


def renew_schemas(
    workspace: Workspace, *, always: bool = False, read: Reading | None = None
) -> None:
    """Bring the schemas of a workspace up to date, where it has some or `always`.

    `read` gives the library and the registry to who has them already, or can have them sooner.
    They are a comfort: what is wrong in the library, or keeps them from being written, is told by
    the commands whose business it is.
    """
    if always or (workspace.editors / schema_file(_FIRST)).is_file():
        from conventassembler.editors.files import write_schemas  # noqa: PLC0415 -- few houses

        write_schemas(workspace, *(read or partial(_read, workspace))())


def _read(workspace: Workspace) -> tuple[Library, Registry]:
    from conventassembler.library.loader import load_library  # noqa: PLC0415 -- as above

    library, _ = load_library(workspace.clauses, workspace.root)
    registry, _ = load_parties(workspace.registry, workspace.root)
    return library, registry
