"""What is told of a stretch of the act: frozen records, for the terminal and as JSON."""

from typing import Literal

from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.frozen import dataclass

Source = Literal["agreement", "data", "registry", "library", "model", "default", "absent", "law"]
"""Who gave a value: the agreement, its file of values, the registry of parties, the clause library
(a heading, a reference), the model, the default of a parameter, nobody, or the table of courts."""


@dataclass(frozen=True, slots=True)
class Told:
    """One value: what was typed, where, and what the act says of it."""

    key: str
    """The French keys that lead to it."""
    typed: str
    """As it was typed; empty where nobody did."""
    source: Source
    position: Position | None
    """Where it was typed, or declared with its default."""
    shown: tuple[str, ...] = ()
    """The words of the text that it made; none where the text does not show it as such."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Words that French made agree: the expression of the clause, and what became of it."""

    expression: str
    shown: str


@dataclass(frozen=True, slots=True)
class Referred:
    """A reference to a heading, or from one."""

    words: str
    """« article 5 »."""
    heading: str
    position: Position | None
    """The entry of the agreement that the other end comes from."""


@dataclass(frozen=True, slots=True)
class Made:
    """The clause text that made it."""

    variant: str
    title: str
    file: str
    lines: tuple[int, int]
    """First and last line of the file that speak here."""
    choose_when: str
    basis: tuple[str, ...]
    reviewed: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of one stretch of the act."""

    called: str
    reads: tuple[str, ...]
    """Its paragraphs, whole."""
    made: Made | None
    """None for what the agreement says itself, or the tool composes."""
    entry: Position | None
    """The line of the agreement, or of its model, for which it stands there."""
    parameters: tuple[Told, ...]
    values: tuple[Told, ...]
    """The other values that it shows: of parties, of the act, of references."""
    agreed: tuple[Agreed, ...]
    refers: tuple[Referred, ...]
    referred: tuple[Referred, ...]
    """Where else in the act it is referred to."""
    conditions: tuple[str, ...]
    """Of the clause text, those that were met, or not, for it to stand there."""
    findings: tuple[Diagnostic, ...]
    rules: tuple[str, ...]
    """The checks that have read it."""
