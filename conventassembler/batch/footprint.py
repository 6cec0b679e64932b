"""What the documents of a batch hang on, beside its table: the bytes of all files that are read."""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from conventassembler.workspace import Workspace


def digest(workspace: Workspace, name: str) -> str:
    """Return the hash of the files that the agreement `name` may be made of, by path and bytes."""
    whole = blake2b(digest_size=16)
    for path in _files(workspace, name):
        shown = workspace.shown(path).encode("utf-8", "surrogatepass")
        whole.update(blake2b(shown).digest())
        with suppress(OSError):  # what cannot be read is told by who reads it
            whole.update(blake2b(path.read_bytes()).digest())
    return whole.hexdigest()


def _files(workspace: Workspace, name: str) -> Iterator[Path]:
    own = workspace.agreement(name)
    yield own
    yield workspace.settings
    folders = (own.with_suffix(""), workspace.registry, workspace.clauses, workspace.templates)
    for folder in folders:
        yield from sorted(one for one in folder.rglob("*") if one.is_file())
