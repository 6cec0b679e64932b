"""`Position` and `Diagnostic`, the two values that every stage speaks in."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from conventassembler.diagnostics.codes import CODES, Code, Severity
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text file; lines and columns count from 1, columns in characters.

    Of a cell of a table they are its row and its column.
    """

    file: str
    """Path with forward slashes, relative to the workspace where it is inside it."""
    line: int = 1
    """0 where the place is no line of a file: an option, a program."""
    column: int = 1
    cell: str = ""
    """What a sheet calls the place, where it is a cell of a table: « B3 », « Feuil1!B3 »."""

    def __lt__(self, other: "Position") -> bool:
        """Tell whether this place comes before another one."""
        mine = (self.file, self.line, self.column, self.cell)
        return mine < (other.file, other.line, other.column, other.cell)

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file}:{self.cell}"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a code of the table, its place, and the facts that its words quote."""

    code: str
    position: Position
    arguments: Mapping[str, str]
    level: Severity | None = None
    """How grave the house takes it for; None: as the table says."""
    accepted: str = ""
    """Why the agreement accepts it, in its own words; empty where it does not."""

    @property
    def definition(self) -> Code:
        """The row of the table of codes."""
        return CODES[self.code]

    @property
    def severity(self) -> Severity:
        """How grave the finding is in an ordinary build."""
        return Severity.NOTE if self.accepted else self.level or self.definition.severity

    @property
    def severity_in_final(self) -> Severity:
        """How grave the finding is in a final document, which bears less than a draft."""
        stricter = self.definition.final
        return stricter if stricter and not self.accepted else self.severity


def fault(code: str, position: Position, **arguments: object) -> Diagnostic:
    """Return the diagnostic `code` at `position`; arguments are kept as text.

    Raises:
        KeyError: `code` is not in the table, which is a fault of ours.
    """
    _ = CODES[code]
    words = {name: str(value) for name, value in arguments.items()}
    return Diagnostic(code, position, MappingProxyType(words))


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each finding once, by file, line, column and code."""
    seen: dict[tuple[object, ...], Diagnostic] = {}
    for item in diagnostics:
        facts = tuple(sorted(item.arguments.items()))
        seen.setdefault((item.position, item.code, facts, item.accepted), item)
    return tuple(seen[key] for key in sorted(seen))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether one finding at least stops a build."""
    return any(item.severity is Severity.ERROR for item in diagnostics)


def severity(finding: Diagnostic, *, final: bool) -> Severity:
    """Return how grave `finding` is: a final document bears less than a draft."""
    return finding.severity_in_final if final else finding.severity
