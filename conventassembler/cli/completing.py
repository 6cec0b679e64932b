"""What the shell proposes when a user presses Tab: names of files, read from folders alone.

No file is opened, so that a shell waits for nothing but the start of the program; and nothing is
ever told there: where there is no workspace, nothing is proposed.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from conventassembler.diagnostics import CODES
from conventassembler.filenames import same, visible
from conventassembler.workspace import Workspace, find_workspace

Completer = Callable[[click.Context, click.Parameter, str], list[str]]


def agreements(space: Workspace) -> Iterable[str]:
    """Return the names of the agreements."""
    return space.names()


def models(space: Workspace) -> Iterable[str]:
    """Return the ids of the models."""
    return (path.stem for path in visible(space.clauses / "models", "*.yaml"))


def variants(space: Workspace) -> Iterable[str]:
    """Return the ids of the clauses, `duree/tacite`."""
    return (f"{path.parent.name}/{path.stem}" for path in visible(space.clauses, "*/*.md"))


def records(space: Workspace) -> Iterable[str]:
    """Return the ids of the party registry."""
    return (path.stem for path in visible(space.registry, "*.yaml"))


def listed(space: Workspace) -> Iterable[str]:
    """Return what `list` shows."""
    families = {id_.partition("/")[0] for id_ in variants(space)}
    sections = ("models", "clauses", "parties")
    return (*sections, *families, *variants(space), *models(space), *records(space))


def named(space: Workspace) -> Iterable[str]:
    """Return what `forms` knows by name."""
    return (*records(space), *agreements(space))


def templates(space: Workspace) -> Iterable[str]:
    """Return the names of the house templates."""
    from conventassembler.stationery import names  # noqa: PLC0415 -- it stands above the library

    return names(space)


def codes(_: Workspace) -> Iterable[str]:
    """Return the codes of all findings."""
    return CODES


def completing(*sources: Callable[[Workspace], Iterable[str]]) -> Completer:
    """Return what click asks for the words that may stand in a place."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
        given = tuple(word for value in ctx.params.values() for word in _words(value))
        with suppress(OSError):
            space = find_workspace(ctx.params.get("workspace") or Path.cwd())
            found = {word for source in sources for word in source(space or _NOWHERE)}
            begun = same(incomplete)
            return sorted(w for w in found if same(w).startswith(begun) and w not in given)
        return []

    return complete


_NOWHERE: Final = Workspace(Path("//"))
"""A workspace without files: codes are known everywhere."""


def _words(value: object) -> Iterable[str]:
    """Return the words that stand already in the place of a parameter that takes several."""
    return [str(word) for word in value] if isinstance(value, tuple) else []
