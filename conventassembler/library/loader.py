"""The folder `clauses/` to a `Library`, with every fault of every file."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from conventassembler.agreement.model import Group, Party
from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.filenames import visible
from conventassembler.library.checks import check_library, lacking_specimens
from conventassembler.library.ids import as_file, is_name
from conventassembler.library.model import Library, Model, Variant
from conventassembler.library.models import load_models
from conventassembler.library.proposals import load_specimens
from conventassembler.library.references import References, load_references
from conventassembler.library.variants import Front, read_front, variants_of
from conventassembler.schema.types import Findings

_MODELS, _REFERENCES, _EXAMPLES = "models", "references", "exemples"
_SPECIMENS = "parties.yaml"


def load_library(folder: Path, root: Path) -> tuple[Library, Findings]:
    """Return the library in `folder`, and every fault of its files; `root` shortens their names.

    A file with faults gives what could be read of it, so that all faults are told in one run.
    """
    found: list[Diagnostic] = []
    variants = _variants(folder, root, found)
    models = _models(folder, root, found)
    references = _references(folder, root, found)
    specimens, groups = _specimens(folder, root, found)
    library = Library(
        MappingProxyType({id_: item for id_, item in variants.items() if item is not None}),
        MappingProxyType({id_: item for id_, item in models.items() if item is not None}),
        MappingProxyType(dict(references.codes)),
        frozenset(id_ for id_, item in (*variants.items(), *models.items()) if item is None),
        specimens,
        MappingProxyType(dict(references.texts)),
        groups,
    )
    return library, (*found, *check_library(library), *_lacking(library, folder, root, found))


def _variants(folder: Path, root: Path, found: list[Diagnostic]) -> dict[str, Variant | None]:
    """Return each variant by its id, None where its file could not be read."""
    variants, faults = variants_of(dict(_fronts(folder, root, found)))
    found += faults
    return variants


def _fronts(
    folder: Path, root: Path, found: list[Diagnostic]
) -> Iterator[tuple[str, Front | None]]:
    """Yield each clause file by the id of its variant, None where it could not be read."""
    for path in sorted(visible(folder, "**/*.md")):
        shown = _shown(path, root)
        parts = path.relative_to(folder).with_suffix("").parts
        if len(parts) != 2 or parts[0] in (_MODELS, _REFERENCES, _EXAMPLES):
            found.append(fault("C424", Position(shown, 0)))
            continue
        found += _names(shown, *parts)
        front, faults = read_front(path, shown)
        found += faults
        yield "/".join(parts), front


def _models(folder: Path, root: Path, found: list[Diagnostic]) -> dict[str, Model | None]:
    """Return each model by its id, None where its file could not be read."""
    paths = {path: _shown(path, root) for path in sorted(visible(folder / _MODELS, "*.yaml"))}
    for path, shown in paths.items():
        found += _names(shown, path.stem)
    models, faults = load_models(paths)
    found += faults
    return models


def _specimens(
    folder: Path, root: Path, found: list[Diagnostic]
) -> tuple[tuple[Party, ...], tuple[Group, ...]]:
    """Return the parties of worked examples, and their groups; none where one is faulty."""
    path = folder / _EXAMPLES / _SPECIMENS
    if not path.is_file():
        return (), ()
    parties, groups, faults = load_specimens(path, _shown(path, root))
    found += faults
    return ((), ()) if has_errors(faults) else (parties, groups)


def _lacking(
    library: Library, folder: Path, root: Path, found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield the finding that no party is there for examples, where no other says why."""
    shown = _shown(folder / _EXAMPLES / _SPECIMENS, root)
    if not any(shown.startswith(item.position.file) for item in found):
        yield from lacking_specimens(library, Position(shown))


def _references(folder: Path, root: Path, found: list[Diagnostic]) -> References:
    references = References()
    for path in sorted(visible(folder / _REFERENCES, "*.yaml")):
        references, faults = load_references(path, _shown(path, root), references)
        found += faults
    return references


def _names(shown: str, *names: str) -> Iterator[Diagnostic]:
    for name in names:
        if not is_name(name):
            near = {"suggestion": as_file(name)} if as_file(name) else {}
            yield fault("C425", Position(shown, 0), name=name, **near)


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
