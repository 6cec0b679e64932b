"""`clauses/references/*.yaml` to the codes, laws, decrees and European texts that recitals cite."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.frozen import dataclass
from conventassembler.library.forms import REFERENCES, STATUTES
from conventassembler.library.model import CodeReference, TextReference
from conventassembler.library.text_numbers import number_or_day, unread_number
from conventassembler.schema import read_document
from conventassembler.schema.pick import items, pick, place, text
from conventassembler.schema.types import Findings
from conventassembler.values import Date, Record, Text


@dataclass(frozen=True, slots=True)
class References:
    """What the files read so far describe."""

    codes: Mapping[str, CodeReference] = field(default_factory=dict)
    texts: Mapping[tuple[str, str], TextReference] = field(default_factory=dict)


def load_references(path: Path, shown: str, known: References) -> tuple[References, Findings]:
    """Return `known` with what one file adds to it, and the faults of that file."""
    record, _, found = read_document(path, shown, REFERENCES)
    if record is None:
        return known, found
    codes, twice = _codes(record, shown, known.codes)
    texts, wrong = _texts(record, shown, known.texts)
    return References({**known.codes, **codes}, {**known.texts, **texts}), (*found, *twice, *wrong)


def _codes(
    record: Record, shown: str, known: Mapping[str, CodeReference]
) -> tuple[dict[str, CodeReference], Findings]:
    codes: dict[str, CodeReference] = {}
    found: Findings = ()
    for key, value in items(record, "codes", tuple):
        if key in known:
            file = known[key].file
            found += (fault("C429", key.origin.position, key=key, file=file),)
        elif isinstance(value, Record):
            codes[str(key)] = _code(str(key), value, shown)
    return codes, found


def _code(key: str, record: Record, shown: str) -> CodeReference:
    return CodeReference(
        key=key,
        title=str(text(record, "title") or key),
        source=str(text(record, "source") or ""),
        checked=pick(record, "checked", Date),
        file=shown,
    )


def _texts(
    record: Record, shown: str, known: Mapping[tuple[str, str], TextReference]
) -> tuple[dict[tuple[str, str], TextReference], Findings]:
    texts: dict[tuple[str, str], TextReference] = {}
    found: list[Diagnostic] = []
    for nature, key, value in _statutes(record):
        number = number_or_day(nature, key)
        position = key.origin.position or place(value)
        if number is None:
            found.append(unread_number(nature, key, position))
            continue
        if earlier := {**known, **texts}.get((nature, number)):
            found.append(fault("C485", position, key=key, file=earlier.file))
            continue
        texts[nature, number] = _text(nature, number, value, shown)
    return texts, tuple(found)


def _statutes(record: Record) -> Iterator[tuple[str, Text, Record]]:
    for list_, nature in STATUTES.items():
        for key, value in items(record, list_, tuple):
            if isinstance(value, Record):
                yield nature, key, value


def _text(nature: str, number: str, record: Record, shown: str) -> TextReference:
    return TextReference(
        nature=nature,
        key=number,
        day=pick(record, "date", Date),
        title=str(text(record, "title") or ""),
        author=str(text(record, "author") or ""),
        is_organic=pick(record, "organic", bool) or False,
        source=str(text(record, "source") or ""),
        checked=pick(record, "checked", Date),
        file=shown,
    )
