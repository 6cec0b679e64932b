"""The party registry: `agreements/parties/ID.yaml`, one party a file, shared by agreements."""

from collections.abc import Mapping
from pathlib import Path

from conventassembler.agreement.forms import PARTY_FILE
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.filenames import visible
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema import nearest, read_document
from conventassembler.schema.types import Findings
from conventassembler.source import MappingNode, fold
from conventassembler.values import Record, Text


@dataclass(frozen=True, slots=True)
class PartyFile:
    """One record of the registry, kept as a tree: its key paths depend on who takes it up."""

    id: str
    file: str
    node: MappingNode

    def read(self, path: str) -> Record | None:
        """Return the record with its values under the key path `path`.

        Its faults were told when the registry was loaded.
        """
        return _read(self.node, path, self.id)


@recalled
def _read(node: MappingNode, path: str, name: str) -> Record | None:
    value, _ = PARTY_FILE.read(node, path, name)
    return value if isinstance(value, Record) else None


Registry = Mapping[str, PartyFile]
"""Records by file name without `.yaml`."""


def load_parties(folder: Path, root: Path) -> tuple[Registry, Findings]:
    """Return the records of `folder`, and every fault of its files; no folder is no record."""
    records: dict[str, PartyFile] = {}
    found: list[Diagnostic] = []
    for path in sorted(visible(folder, "*.yaml")):
        shown = path.relative_to(root).as_posix()
        _, node, faults = read_document(path, shown, PARTY_FILE)
        found += faults
        if isinstance(node, MappingNode):
            records[path.stem] = PartyFile(path.stem, shown, node)
    return records, tuple(found)


@recalled
def _by_fold(registry: Registry) -> Registry:
    return {fold(id_): party for id_, party in registry.items()}


def find_party(registry: Registry, name: Text) -> tuple[PartyFile | None, Findings]:
    """Return the record named `name`, matched as keys are, or None with the near names."""
    if party := _by_fold(registry).get(fold(name)):
        return party, ()
    place = name.origin.position
    assert place is not None  # it was read from a file
    known = ", ".join(registry) or "–"
    return None, (fault("C217", place, key=name, known=known, **nearest(name, registry)),)
