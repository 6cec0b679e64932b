"""An agreement filled as a guide says: lines of a page take the place of those of the same keys.

Both are read as lines, never as YAML, so that comments stay where they are and the file grows as it
does under a person's hands.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

_HEAD: Final = re.compile(r"(?P<hidden>#?)(?P<key>- (?:clause|titre): .+|\w[^:]*(?=:(?: |$)))")
"""How a line with a key begins: what « # » touches is a hidden key, not a comment."""


class FillError(Exception):
    """Lines of a page have no place in the file, or several."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A key of one column, with the lines that belong to it."""

    key: str
    hidden: bool
    head: str
    before: list[str] = field(default_factory=list)
    """Comments and empty lines above it."""
    body: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """All its lines, in order."""
        return [*self.before, self.head, *self.body]

    @property
    def holds_keys(self) -> bool:
        """Whether keys stand below it, rather than a value."""
        first = next((line.strip() for line in self.body if not _is_remark(line)), "")
        opens = self.key.startswith("- ") or self.head.endswith(":")
        return opens and _HEAD.match(first) is not None


def filled(file: Sequence[str], page: Sequence[str]) -> list[str]:
    """Return the lines of a file with those of a page in the place of the same keys.

    Raises:
        FillError: a key of the page stands nowhere in the file, or in several places.
    """
    column = _column(page)
    return _where(file, column, _chunks(page, column)[0].key, lambda lines: _merged(lines, page))


def inserted(file: Sequence[str], page: Sequence[str], after: str) -> list[str]:
    """Return the lines of a file with those of a page behind the entry that begins with `after`.

    Raises:
        FillError: no entry begins so at the page's column, or several do.
    """
    column = _column(page)

    def change(lines: Sequence[str]) -> list[str]:
        chunks = _chunks(lines, column)
        target = _named(chunks, after)
        return [
            line
            for chunk in chunks
            for line in (*chunk.lines, *(("", *page) if chunk is target else ()))
        ]

    return _where(file, column, after, change)


def _where(
    file: Sequence[str], column: int, key: str, change: Callable[[Sequence[str]], list[str]]
) -> list[str]:
    """Return the file with a change of the one group of keys, at a column, that has the key."""
    groups = _groups(file, column)
    holders = [group for group in groups if any(one.key == key for one in _chunks(group, column))]
    if len(holders) != 1:
        raise FillError(f"{len(holders)} places at column {column} for: {key}")
    return [line for group in groups for line in (change(group) if group in holders else group)]


def _groups(lines: Sequence[str], column: int) -> list[list[str]]:
    """Return the lines cut before and after those that stand left of the column."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip() and _indent(line) < column:
            groups += [[line], []]
        else:
            groups[-1].append(line)
    return groups


def _merged(lines: Sequence[str], page: Sequence[str]) -> list[str]:
    """Return sibling keys with those of the page in place of their own."""
    column = _column(page)
    chunks = _chunks(lines, column)
    for new in _chunks(page, column):
        old = _named(chunks, new.key)
        if new.holds_keys and old.holds_keys and not old.hidden:
            body = _merged(old.body, new.body)
        else:
            empty = [line for line in old.body if not line]
            body = [*new.body, *empty]
        chunks[chunks.index(old)] = replace(new, before=old.before, body=body)
    return [line for chunk in chunks for line in chunk.lines]


def _named(chunks: Sequence[Chunk], key: str) -> Chunk:
    named = [chunk for chunk in chunks if chunk.key == key]
    if len(named) != 1:
        raise FillError(f"{len(named)} times: {key}")
    return named[0]


def _chunks(lines: Sequence[str], column: int) -> list[Chunk]:
    """Return the keys of one column, each with its lines; what is no key goes to a neighbour."""
    chunks: list[Chunk] = []
    before: list[str] = []
    for line in lines:
        head = _HEAD.match(line[column:]) if _indent(line) == column else None
        if head:
            chunks.append(Chunk(head["key"], bool(head["hidden"]), line, before))
            before = []
        elif chunks and _belongs(line, column, chunks[-1]):
            chunks[-1].body.extend((*before, line))
            before = []
        else:
            before.append(line)
    if chunks:
        chunks[-1].body.extend(before)
    return chunks


def _belongs(line: str, column: int, chunk: Chunk) -> bool:
    """Tell whether a line stands below a key: further right, or hidden with it."""
    return bool(line) and (
        _indent(line) > column or (chunk.hidden and line[column:].startswith("#  "))
    )


def _is_remark(line: str) -> bool:
    return not line.strip() or line.strip().startswith("# ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _column(page: Sequence[str]) -> int:
    return min(_indent(line) for line in page if line.strip())
