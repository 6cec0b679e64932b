"""The schemas as files of a workspace, where an editor without a network finds them."""

import json
from collections.abc import Mapping
from pathlib import Path

from conventassembler.agreement import Registry
from conventassembler.diagnostics import Diagnostic
from conventassembler.editors.known import Known
from conventassembler.editors.schemas import KINDS, schema_of
from conventassembler.filenames import visible
from conventassembler.library import Library
from conventassembler.modelines import schema_file
from conventassembler.schema.types import JsonSchema
from conventassembler.stationery import names
from conventassembler.workspace import Workspace, write_files


def known_in(workspace: Workspace, library: Library, registry: Registry) -> Known:
    """Return what the editors of a workspace may propose."""
    folders = (workspace.agreement(name).with_suffix("") for name in workspace.names())
    own = (folder for folder in folders if folder != workspace.registry)
    data = {path.name for folder in own for path in visible(folder, "*.yaml")}
    return Known(library, registry, names(workspace), tuple(sorted(data)))


def as_json(schema: JsonSchema) -> str:
    """Return a schema as text: the same for the same workspace, ended by a line feed."""
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n"


def schema_files(workspace: Workspace, known: Known) -> Mapping[Path, bytes]:
    """Return all the schemas of a workspace as files, in a folder that Git passes over."""
    folder = workspace.editors
    return {folder / ".gitignore": b"*\n"} | {
        folder / schema_file(kind): as_json(schema_of(kind, known)).encode("utf-8")
        for kind in KINDS
    }


def write_schemas(
    workspace: Workspace, library: Library, registry: Registry
) -> tuple[tuple[Path, ...], frozenset[Path], tuple[Diagnostic, ...]]:
    """Write the schemas, all or none; return their files, those that changed, and what refused."""
    files = schema_files(workspace, known_in(workspace, library, registry))
    changed, refused = write_files(files, workspace)
    told = tuple(path for path in files if path.suffix == ".json")
    return (() if refused else told), changed, refused
