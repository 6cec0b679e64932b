"""A clause file cut in two: its front matter, and the body that the draft compiles."""

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class ClauseSource:
    """The two parts of a clause file, each with the line on which it begins."""

    front_matter: str
    front_matter_line: int
    body: str
    body_line: int


def split_front_matter(text: str, file: str) -> tuple[ClauseSource | None, tuple[Diagnostic, ...]]:
    """Return the parts of a clause file, or None with a fault where a `---` line is missing.

    The body is every line after the second fence, untouched but for empty lines before it.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, (fault("C131", Position(file)),)
    fences = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    end = next(fences, None)
    if end is None:
        return None, (fault("C132", Position(file)),)
    body = lines[end + 1 :]
    empty = next((count for count, line in enumerate(body) if line.strip()), len(body))
    front_matter = "\n".join(lines[1:end])
    body_line = min(end + 2 + empty, len(lines))
    return ClauseSource(front_matter, 2, "\n".join(body[empty:]), body_line), ()
