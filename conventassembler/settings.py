"""`conventassembler.toml`: how a house writes its acts and what they look like.

It prevails where neither model nor agreement says it.

The file is optional, and every key of it is. It is read as YAML files are, by the same types: its
faults are told all at once, each with its place.
"""

from dataclasses import dataclass, field
from pathlib import Path

from conventassembler.agreement.manner import PROFILE, TEMPLATE, USAGES, Manner, manner
from conventassembler.schema import RecordType, declare
from conventassembler.schema.pick import text as text_of
from conventassembler.schema.types import Findings
from conventassembler.source import read_text, read_toml
from conventassembler.values import Record, Text

SETTINGS = RecordType(
    (declare("profile", PROFILE), declare("usages", USAGES), declare("template", TEMPLATE)),
    blank=False,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says."""

    manner: Manner = field(default_factory=Manner)
    template: Text | None = None
    """`gabarit`: the house template of acts that name none."""


def load_settings(path: Path, shown: str) -> tuple[Settings, Findings]:
    """Return what the file says, nothing where there is none, and every fault of it.

    `shown` names it in findings.
    """
    if not path.exists() and not path.is_symlink():
        return Settings(), ()
    text, found = read_text(path, shown)
    if text is None:
        return Settings(), found
    node, unread = read_toml(text, shown)
    record, faults = SETTINGS.read(node, "", shown)
    said = _settings(record) if isinstance(record, Record) else Settings()
    return said, (*found, *unread, *faults)


def _settings(record: Record) -> Settings:
    return Settings(manner(record), text_of(record, "template"))
