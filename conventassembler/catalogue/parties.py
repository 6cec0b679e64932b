"""The party registry, with the agreements that take up each of its records."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from conventassembler.agreement import PartyFile, Registry
from conventassembler.agreement.forms import AGREEMENT, PARTY_ENTRY
from conventassembler.agreement.registry import find_party
from conventassembler.catalogue.model import RegisteredParty
from conventassembler.french import bodies, kinds
from conventassembler.schema import read_document
from conventassembler.schema.pick import items, text
from conventassembler.source import Node
from conventassembler.values import Record, Text


def registered_parties(
    registry: Registry, agreements: Mapping[str, Path]
) -> tuple[RegisteredParty, ...]:
    """Return the records of the registry by id; `agreements` are files by name.

    The faults of the registry were told when it was loaded; those of agreements are for whoever
    checks them: what can be read of them is enough here.
    """
    users: dict[str, list[str]] = {}
    for name, path in agreements.items():
        for id_ in dict.fromkeys(_taken_up(path, registry)):
            users.setdefault(id_, []).append(name)
    return tuple(_party(registry[id_], tuple(users.get(id_, ()))) for id_ in sorted(registry))


def _taken_up(path: Path, registry: Registry) -> Iterator[str]:
    """Yield the ids of the records that the agreement takes up."""
    agreement, _, _ = read_document(path, path.name, AGREEMENT)
    if agreement is None:
        return
    written: tuple[tuple[Text, Node], ...] = items(agreement, "parties", tuple)
    for key, node in written:
        entry, _ = PARTY_ENTRY.read(node, "", key)
        name = text(entry, "record") if isinstance(entry, Record) else None
        record = None if name is None else find_party(registry, name)[0]
        if record is not None:
            yield record.id


def _party(file: PartyFile, agreements: tuple[str, ...]) -> RegisteredParty:
    record = file.read("")
    written = (
        {name: text(record, name) for name in ("kind", "name", "short_name")} if record else {}
    )
    words = {name: str(value or "") for name, value in written.items()}
    kind, name = words.get("kind", ""), words.get("name", "")
    known = kinds.kind(kind)
    return RegisteredParty(
        id=file.id,
        file=file.file,
        kind=kind,
        name=name,
        full_name="".join(bodies.long_name(known, name)) if known else name,
        short_name=words.get("short_name") or (known.short if known else ""),
        agreements=agreements,
    )
