"""Diagnostics as people read them: place, words, the line with a caret, what to do."""

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, Severity
from conventassembler.diagnostics.wording import message, remedy, severity_word, translator

LONGEST = 96
"""Characters of an excerpt; a paragraph on one line may have a thousand."""
BEFORE = 60
"""Characters kept before the caret."""

Lines = Callable[[str], Sequence[str]]
"""Returns the lines of a file, by the name that messages show."""


def reader(root: Path) -> Lines:
    """Return a function that reads the lines of the files of one workspace, each file once."""
    seen: dict[str, Sequence[str]] = {}

    def lines(file: str) -> Sequence[str]:
        if file not in seen:
            seen[file] = _read(root / file)
        return seen[file]

    return lines


def _read(path: Path) -> Sequence[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return ()


def render(diagnostic: Diagnostic, severity: Severity, language: str, lines: Lines) -> list[str]:
    """Return one diagnostic as lines of text; the last says what to do about it."""
    word = severity_word(severity, language)
    head = f"{diagnostic.position}: {word} {diagnostic.code} {message(diagnostic, language)}"
    excerpt = _excerpt(diagnostic.position, lines)
    return [head, *excerpt, f"    → {remedy(diagnostic, language)}"]


def _excerpt(position: Position, lines: Lines) -> list[str]:
    """Return the line with a caret under the column, cut around it when it is long."""
    text = lines(position.file)
    if position.cell or not 1 <= position.line <= len(text):
        return []
    line = text[position.line - 1].rstrip("\r").replace("\t", " ")
    if not line.strip():
        return []
    column = position.column - 1
    start = 0 if len(line) <= LONGEST else max(0, min(column - BEFORE, len(line) - LONGEST))
    shown = line[start : start + LONGEST]
    left, right = "…" * bool(start), "…" * (start + LONGEST < len(line))
    caret = " " * _width(left + line[start:column])
    return [f"    {left}{shown}{right}", f"    {caret}^"]


def _width(text: str) -> int:
    """Return the columns that `text` takes on a terminal."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    marks = sum(bool(unicodedata.combining(character)) for character in text)
    return len(text) + wide - marks


def count(severities: Sequence[Severity], language: str) -> str:
    """Return the last line: how many errors and warnings there are."""
    say = translator(language)
    errors = sum(item is Severity.ERROR for item in severities)
    warnings = sum(item is Severity.WARNING for item in severities)
    template = say("errors: {errors}, warnings: {warnings}")
    return template.format(errors=errors, warnings=warnings)
