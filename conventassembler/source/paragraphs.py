"""A paragraph of YAML, the lines below `key: |` or `key: >`, to its text.

As in `lines`, what may mean something else is none of ours.
"""

from collections.abc import Sequence

from conventassembler.patterns import Pattern
from conventassembler.source.inline import UnusualError

_TURNS = Pattern(r"\n(\n*)")


def paragraph(lines: Sequence[str], row: int, column: int, sign: str) -> tuple[str, int]:
    """Return what a paragraph says that begins at `row`, and how many lines it takes.

    Empty ones behind it are of it. `column` is where the collection around it stands, `sign` what
    announces it: `|`, `>-`.

    Raises:
        UnusualError: there is no text, its margin is not clear, or it goes to the very end.
    """
    said = _said(lines, row, column)
    text = "\n".join(said).rstrip("\n")
    if sign[0] == ">":
        if "\n " in text:
            raise UnusualError
        text = _TURNS.sub(lambda turn: turn[1] or " ", text)
    return text + "\n" * (len(sign) == 1), len(said)


def _said(lines: Sequence[str], row: int, column: int) -> list[str]:
    """Return the lines of a paragraph without its margin, those that are empty as such."""
    first = lines[row] if row < len(lines) else ""
    margin = first[: len(first) - len(first.lstrip(" "))]
    if len(margin) <= column or margin == first:
        raise UnusualError
    said: list[str] = []
    while lines[row].startswith(margin) or not lines[row].strip(" "):
        if row == len(lines) - 1:
            if len(lines[row]) > len(margin):
                raise UnusualError
            break
        said.append(lines[row][len(margin) :])
        row += 1
    if any(map(str.isspace, said)):
        raise UnusualError
    return said
