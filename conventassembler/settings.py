"""`conventassembler.toml`: how a house writes its acts, where neither model nor agreement says it.

The file is optional, and every key of it is. It is read as YAML files are, by the same types: its
faults are told all at once, each with its place.
"""

from pathlib import Path

from conventassembler.agreement.manner import PROFILE, USAGES, Manner, manner
from conventassembler.schema import RecordType, declare
from conventassembler.schema.types import Findings
from conventassembler.source import read_text, read_toml
from conventassembler.values import Record

SETTINGS = RecordType((declare("profile", PROFILE), declare("usages", USAGES)), blank=False)


def load_settings(path: Path, shown: str) -> tuple[Manner, Findings]:
    """Return what the file says, nothing where there is none, and every fault of it.

    `shown` names it in findings.
    """
    if not path.exists() and not path.is_symlink():
        return Manner(), ()
    text, found = read_text(path, shown)
    if text is None:
        return Manner(), found
    node, unread = read_toml(text, shown)
    record, faults = SETTINGS.read(node, "", shown)
    said = manner(record) if isinstance(record, Record) else Manner()
    return said, (*found, *unread, *faults)
