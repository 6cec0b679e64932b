"""`remplace`: keys that parameters and fields had in the past, and the finding about them."""

from collections.abc import Iterable
from typing import Protocol

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.source import fold
from conventassembler.values import Text


class Keyed(Protocol):
    """A parameter, or a field of a record."""

    @property
    def key(self) -> str:
        """The key of today."""

    @property
    def replaces(self) -> tuple[Text, ...]:
        """The keys of the past."""


def former_key(named: Iterable[Keyed], written: str) -> str:
    """Return the key of today for one of the past, matched as keys are; empty where it is none."""
    keys = {fold(old): item.key for item in named for old in item.replaces}
    return keys.get(fold(written), "")


def told_former(named: Iterable[Keyed], written: str, position: Position) -> Diagnostic | None:
    """Return the finding that a key is one of the past, None where it is not."""
    now = former_key(named, written)
    return fault("C439", position, former=written, name=now) if now else None
