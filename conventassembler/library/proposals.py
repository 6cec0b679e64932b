"""What a model proposes to `new`, and the parties of worked examples: an agreement's own keys."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from conventassembler.agreement.entries import entries
from conventassembler.agreement.forms import PARTY_ENTRY, PREAMBLE
from conventassembler.agreement.groups import read_groups
from conventassembler.agreement.model import Entry, Group, Party
from conventassembler.agreement.parties import read_parties, unknown_parties
from conventassembler.diagnostics import fault
from conventassembler.library.forms import SPECIMENS
from conventassembler.library.model import Proposal
from conventassembler.schema import keys_of, read_document
from conventassembler.schema.nodes import under
from conventassembler.schema.pick import either, items, items_or_blanks, pick, place
from conventassembler.schema.types import Findings
from conventassembler.source import Node
from conventassembler.values import Record, Text


def proposal(record: Record, node: Node) -> tuple[Proposal, Findings]:
    """Return what the model read as `record`, typed as `node`, proposes; and its faults."""
    written: tuple[tuple[Text, Node], ...] = items(record, "parties", tuple)
    found: Findings = tuple(item for key, value in written for item in _party_faults(key, value))
    proposed = Proposal(
        title=either(record, "title", Text),
        subtitles=items_or_blanks(record, "subtitles", Text),
        title_order=under(node, "title_order"),
        parties=written,
        recitals=under(node, "recitals"),
        preamble=tuple(_whole(entries(items(record, "preamble", Record)))),
        clauses=entries(items(record, "clauses", Record)),
        annexes=_annexes(record),
        signature=under(node, "signature"),
    )
    return proposed, found


def _annexes(record: Record) -> tuple[Entry, ...]:
    outline = pick(record, "annexes", Record)
    return () if outline is None else entries(items(outline, "entries", Record))


def _whole(preamble: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of a preamble, those without the name of the family with it."""
    for entry in preamble:
        clause = entry.clause
        if clause is not None and "/" not in clause:
            clause = Text(f"{PREAMBLE}/{clause}", clause.origin)
        yield replace(entry, clause=clause, entries=tuple(_whole(entry.entries)))


def _party_faults(key: Text, node: Node) -> Findings:
    """Return what is wrong with a party, whose kind `new` must know."""
    record, found = PARTY_ENTRY.read(node, f"parties.{key}", key)
    if isinstance(record, Record) and not {"kind", "record"} & set(record):
        kind = keys_of("kind")[0]
        found += (fault("C102", place(record), key=kind, label=key),)
    return found


def load_specimens(path: Path, shown: str) -> tuple[tuple[Party, ...], tuple[Group, ...], Findings]:
    """Return the parties of worked examples, their groups, and every fault of the file."""
    record, _, found = read_document(path, shown, SPECIMENS)
    if record is None:
        return (), (), found
    parties, faults = read_parties(items(record, "parties", tuple), {})
    groups = read_groups(items(record, "groups", tuple))
    keys = {party.id: party.key for party in parties}
    unknown = (item for one in groups for item in unknown_parties(one.members, keys))
    return parties, groups, (*found, *faults, *unknown)
