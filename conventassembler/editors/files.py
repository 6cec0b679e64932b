"""The schemas as files of a workspace, where an editor without a network finds them."""

import json
from collections.abc import Mapping
from pathlib import Path

from conventassembler.agreement import Registry
from conventassembler.diagnostics import Diagnostic
from conventassembler.editors.known import Known
from conventassembler.editors.schemas import SCHEMAS
from conventassembler.library import Library
from conventassembler.schema.types import JsonSchema
from conventassembler.stationery import names
from conventassembler.workspace import Workspace, visible, write_files

FOLDER = ".conventassembler"
"""The folder of what the program makes for editors; Git passes over it."""


def known_in(workspace: Workspace, library: Library, registry: Registry) -> Known:
    """Return what the editors of a workspace may propose."""
    folders = (workspace.agreement(name).with_suffix("") for name in workspace.names())
    own = (folder for folder in folders if folder != workspace.registry)
    data = {path.name for folder in own for path in visible(folder, "*.yaml")}
    return Known(library, registry, names(workspace), tuple(sorted(data)))


def as_json(schema: JsonSchema) -> str:
    """Return a schema as text: the same for the same workspace, ended by a line feed."""
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n"


def schema_file(kind: str) -> str:
    """Return the name of the file of one kind of schema: `agreement.schema.json`."""
    return f"{kind}.schema.json"


def schema_files(workspace: Workspace, known: Known) -> Mapping[Path, bytes]:
    """Return all the schemas of a workspace as files."""
    folder = workspace.root / FOLDER
    return {
        folder / schema_file(kind): as_json(make(known)).encode("utf-8")
        for kind, make in SCHEMAS.items()
    }


def write_schemas(
    workspace: Workspace, library: Library, registry: Registry
) -> tuple[tuple[Path, ...], frozenset[Path], tuple[Diagnostic, ...]]:
    """Write the schemas, all or none; return their files, those that changed, and what refused."""
    files = schema_files(workspace, known_in(workspace, library, registry))
    changed, refused = write_files(files, workspace)
    return (() if refused else tuple(files)), changed, refused


def modeline(levels: int, kind: str) -> str:
    """Return the comment that tells an editor the schema of a file so many folders down."""
    return f"# yaml-language-server: $schema={'../' * levels}{FOLDER}/{schema_file(kind)}"
