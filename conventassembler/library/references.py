"""`clauses/references/*.yaml` to the codes of law that recitals cite."""

from collections.abc import Mapping
from pathlib import Path

from conventassembler.diagnostics import fault
from conventassembler.library.forms import REFERENCES
from conventassembler.library.model import CodeReference
from conventassembler.schema import read_document
from conventassembler.schema.pick import items, pick, text
from conventassembler.schema.types import Findings
from conventassembler.values import Date, Record


def load_codes(
    path: Path, shown: str, known: Mapping[str, CodeReference]
) -> tuple[dict[str, CodeReference], Findings]:
    """Return the codes of one file by key, and its faults; `known` are those of other files."""
    record, _, found = read_document(path, shown, REFERENCES)
    codes: dict[str, CodeReference] = {}
    for key, value in items(record, "codes", tuple) if record is not None else ():
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
