"""Which acts are to be made again, and what is kept of those that were made."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from types import MappingProxyType

from conventassembler.build import Assembled, Built, Kept
from conventassembler.caching.contents import UnreadableError, digest, look_again
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder
from conventassembler.diagnostics import has_errors
from conventassembler.frozen import dataclass
from conventassembler.renewal.inputs import Inputs, beside, inputs_of
from conventassembler.renewal.reasons import Reason, different, unlike
from conventassembler.renewal.records import Record, read_record, write_record
from conventassembler.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is as it was, and why the rest is not."""

    kept: Mapping[str, Kept] = field(default_factory=dict)
    """By name, in order."""
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    """Of each act that is to be made, by its name; empty where nothing is kept here."""
    inputs: Inputs | None = None
    """What was there before anything was made; None where nothing can be kept."""


def renewal(workspace: Workspace, names: Iterable[str], *, written: bool) -> Renewal:
    """Return which of the acts `names` are as they were; `written`: their files are asked for."""
    names = tuple(names)
    if cache_folder() is None:
        return Renewal()
    kept: dict[str, Kept] = {}
    reasons: dict[str, tuple[Reason, ...]] = {}
    try:
        inputs = inputs_of(workspace, names)
        for name in names:
            record = read_record(workspace, name)
            reasons[name] = _reasons(workspace, record, inputs.of(name), written=written)
            if record is not None and not reasons[name]:
                kept[name] = _kept(workspace, record)
    except UnreadableError:
        return Renewal()
    return Renewal(kept, {name: why for name, why in reasons.items() if why}, inputs)


def _reasons(
    workspace: Workspace, record: Record | None, inputs: Mapping[str, str], *, written: bool
) -> tuple[Reason, ...]:
    if record is None:
        return (Reason("first"),)
    if record.program != program():
        return (Reason("program"),)
    found = (
        *different(record.inputs, inputs),
        *different(record.beside, beside(workspace, record.beside)),
    )
    if found or not written:
        return found
    if not record.outputs:  # one with errors has no files
        faulty = has_errors((*record.shared, *record.found))
        return () if faulty else (Reason("checked"),)
    return tuple(unlike(record.outputs, beside(workspace, record.outputs)))


def _kept(workspace: Workspace, record: Record) -> Kept:
    files = tuple(workspace.root / file for file in record.outputs)
    return Kept(record.shared, record.found, record.sent, files, tuple(record.beside))


def keep(
    workspace: Workspace, before: Renewal, assembled: Assembled, built: Built | None = None
) -> bool:
    """Keep what is known of the acts that were made; tell whether it can be relied on.

    It cannot where a file may have been read before it changed or after: then nothing is kept.
    """
    if before.inputs is None:
        return False
    look_again()
    try:
        logos = beside(workspace, assembled.logos)
        if inputs_of(workspace, before.inputs.own) != before.inputs:
            return False
        for name in assembled.own:
            inputs, found = before.inputs.of(name), assembled.own[name]
            record = Record(program(), inputs, logos, assembled.shared, found)
            write_record(workspace, name, _with_files(workspace, name, record, built))
    except UnreadableError:
        return False
    return True


def _with_files(workspace: Workspace, name: str, record: Record, built: Built | None) -> Record:
    """Return what is known of an act with its files, where they were written."""
    if built is None or not built.files or name not in built.sent:
        return record
    made = {
        workspace.shown(path): digest(data)
        for path, data in built.made.items()
        if path.stem == name
    }
    return replace(record, sent=built.sent[name], outputs=MappingProxyType(made))
