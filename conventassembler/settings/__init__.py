"""`conventassembler.toml`: how a house writes its acts and what they look like.

It prevails where neither model nor agreement says it. What it says is known here without what
reads it (`reading`), which a run that recalls it goes without.
"""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from conventassembler.agreement.manner import Manner
from conventassembler.diagnostics import Severity
from conventassembler.frozen import dataclass
from conventassembler.values import Text


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A logo of the house, or of a party: what is said of it."""

    file: Text
    """Path from the root of the workspace, as typed."""
    text: Text
    party: Text | None = None
    """The record of its party, as typed; None: it is shown on every act."""
    height: int = 20
    """In millimetres."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says."""

    manner: Manner = field(default_factory=Manner)
    template: Text | None = None
    """`gabarit`: the house template of acts that name none."""
    logos: tuple[LogoFile, ...] = ()
    levels: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))
    """`niveaux`: how grave the house takes a finding for, by its code; None: it is not told."""
    language: Text | None = None
    """`langue`: what the program speaks in this workspace, where nobody asks for another."""
