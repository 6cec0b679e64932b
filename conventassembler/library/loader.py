"""The folder `clauses/` to a `Library`, with every fault of every file."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.library.checks import check_library
from conventassembler.library.model import CodeReference, Library, Model, Variant
from conventassembler.library.models import load_codes, load_model
from conventassembler.library.variants import load_variant
from conventassembler.schema.types import Findings
from conventassembler.source import identifier

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MODELS, _REFERENCES = "models", "references"


def load_library(folder: Path, root: Path) -> tuple[Library, Findings]:
    """Return the library in `folder`, and every fault of its files; `root` shortens their names.

    A file with faults gives what could be read of it, so that all faults are told in one run.
    """
    found: list[Diagnostic] = []
    variants = dict(_variants(folder, root, found))
    models = dict(_models(folder, root, found))
    library = Library(
        MappingProxyType({id_: item for id_, item in variants.items() if item is not None}),
        MappingProxyType({id_: item for id_, item in models.items() if item is not None}),
        MappingProxyType(_codes(folder, root, found)),
        frozenset(id_ for id_, item in (*variants.items(), *models.items()) if item is None),
    )
    return library, (*found, *check_library(library))


def _variants(
    folder: Path, root: Path, found: list[Diagnostic]
) -> Iterator[tuple[str, Variant | None]]:
    """Yield each variant by its id, None where its file could not be read."""
    for path in sorted(folder.rglob("*.md")):
        shown = _shown(path, root)
        parts = path.relative_to(folder).with_suffix("").parts
        if len(parts) != 2 or parts[0] in (_MODELS, _REFERENCES):
            found.append(fault("C424", Position(shown)))
            continue
        found += _names(shown, *parts)
        variant, faults = load_variant(path, shown)
        found += faults
        yield "/".join(parts), variant


def _models(
    folder: Path, root: Path, found: list[Diagnostic]
) -> Iterator[tuple[str, Model | None]]:
    """Yield each model by its id, None where its file could not be read."""
    for path in sorted((folder / _MODELS).glob("*.yaml")):
        shown = _shown(path, root)
        model, faults = load_model(path, shown)
        found += (*_names(shown, path.stem), *faults)
        yield path.stem, model


def _codes(folder: Path, root: Path, found: list[Diagnostic]) -> dict[str, CodeReference]:
    codes: dict[str, CodeReference] = {}
    for path in sorted((folder / _REFERENCES).glob("*.yaml")):
        read, faults = load_codes(path, _shown(path, root), codes)
        found += faults
        codes |= read
    return codes


def _names(shown: str, *names: str) -> Iterator[Diagnostic]:
    for name in names:
        if not _NAME.fullmatch(name):
            suggestion = identifier(name).replace("_", "-")
            near = {"suggestion": suggestion} if suggestion else {}
            yield fault("C425", Position(shown), name=name, **near)


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
