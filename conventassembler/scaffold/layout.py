"""YAML as a person would lay it out: what stands to be filled, with comments above.

Only writing: what is written here is read again by the loader, which a test holds.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from textwrap import wrap

from conventassembler.french.lines import bound
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema.blanks import BLANK

WIDTH = 100
_PLAIN = Pattern(r"\w[\w/-]*(?:\.yaml)?")


@dataclass(frozen=True, slots=True)
class Block:
    """A text of several lines, written below a bar."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    values: tuple["Value", ...]
    above: tuple[tuple[str, ...], ...] = ()
    """Comments above each item; none when empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """A key and its value."""

    key: str
    value: "Value"
    above: tuple[str, ...] = ()
    """Comments above it, one paragraph each; an empty one is an empty line."""
    off: bool = False
    """Whether each of its lines has a # in the margin: whoever wants them takes it away."""


Value = str | Block | Items | tuple[Line, ...]
"""A scalar as YAML writes it, or what stands below the key; a group of keys is never empty, and the
first of those that an item has is not switched off."""


def scalar(text: str) -> str:
    """Return `text` as YAML writes it: bare where it is one word or a file, else between quotes."""
    if text == BLANK or _PLAIN.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def key(text: str) -> str:
    """Return a key as YAML writes it: bare but for signs that would end it."""
    return text if re.fullmatch(r"\w[\w' ’-]*", text) else json.dumps(text, ensure_ascii=False)


def document(lines: Iterable[Line]) -> str:
    """Return the text of a whole file."""
    return "\n".join(_mapping(tuple(lines), "")) + "\n"


def comment(paragraphs: Iterable[str], indent: str = "") -> Iterator[str]:
    """Yield comment lines, wrapped; an empty paragraph is an empty line."""
    for paragraph in paragraphs:
        if not paragraph:
            yield ""
        yield from wrap(
            bound(paragraph),
            WIDTH,
            initial_indent=f"{indent}# ",
            subsequent_indent=f"{indent}# ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def _mapping(lines: tuple[Line, ...], indent: str) -> Iterator[str]:
    for line in lines:
        yield from comment(line.above, indent)
        mark = "#" if line.off else ""
        written = (text.removeprefix(indent) for text in _line(line, indent))
        yield from (f"{indent}{mark}{text}".rstrip() for text in written)


def _line(line: Line, indent: str) -> Iterator[str]:
    head = f"{indent}{key(line.key)}:"
    if isinstance(line.value, str):
        yield f"{head} {line.value}"
    elif isinstance(line.value, Block):
        yield f"{head} |"
        yield from (f"{indent}  {text}".rstrip() for text in line.value.lines)
    else:
        yield head
        yield from _below(line.value, indent + "  ")


def _below(value: Items | tuple[Line, ...], indent: str) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from _mapping(value, indent)
        return
    for rank, item in enumerate(value.values):
        if value.above:
            yield from comment(value.above[rank], indent)
        yield from _item(item, indent)


def _item(item: Value, indent: str) -> Iterator[str]:
    if isinstance(item, str):
        yield f"{indent}- {item}"
        return
    if isinstance(item, Block):
        yield f"{indent}- |"
        yield from (f"{indent}  {text}".rstrip() for text in item.lines)
        return
    if isinstance(item, Items):
        head, *below = _below(item, indent + "  ")
        yield f"{indent}- {head.lstrip()}"
        yield from below
        return
    first, *others = item
    yield from comment(first.above, indent)
    head, *below = _line(replace(first, above=()), indent + "  ")
    yield f"{indent}- {head.lstrip()}"
    yield from below
    yield from _mapping(tuple(others), indent + "  ")


def live_first(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines beginning with one that is not switched off, for a dash to stand before it.

    One at least is switched on: keys that are all comments are no group of keys.
    """
    first = next((line for line in lines if not line.off), lines[0])
    return (replace(first, off=False), *(line for line in lines if line is not first))
