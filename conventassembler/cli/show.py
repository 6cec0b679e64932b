"""Diagnostics as people read them: place, words, the line with a caret, what to do."""

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, Severity
from conventassembler.diagnostics.wording import message, phrase, remedy, severity_word, translator
from conventassembler.modelines import is_modeline

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
    """Return one diagnostic as lines of text; the last says what to do about it.

    Below the line of the file stands the phrase of the act that it is about, where a rule gave it.
    """
    words = f"{diagnostic.code} {message(diagnostic, language)}"
    if diagnostic.accepted:
        say = translator(language)
        reason = say("reason: {reason}").format(reason=diagnostic.accepted)
        return [f"{diagnostic.position}: {say('accepted')} {words}", f"    → {reason}"]
    head = f"{diagnostic.position}: {severity_word(severity, language)} {words}"
    excerpt = _excerpt(diagnostic.position, lines)
    quoted = phrase(diagnostic, language)
    said = [f"    {quoted}"] if quoted and not _is_shown(diagnostic, excerpt) else []
    return [head, *excerpt, *said, f"    → {remedy(diagnostic, language)}"]


def _is_shown(diagnostic: Diagnostic, excerpt: Sequence[str]) -> bool:
    """Tell whether the line of the file says the same as the phrase, but for spaces and marks."""
    said, shown = diagnostic.arguments["phrase"], "".join(excerpt)
    return "".join(filter(str.isalnum, said)) in "".join(filter(str.isalnum, shown))


def _excerpt(position: Position, lines: Lines) -> list[str]:
    """Return the line with a caret under the column, cut around it when it is long."""
    text = lines(position.file)
    if position.cell or not 1 <= position.line <= len(text):
        return []
    line = text[position.line - 1].rstrip("\r").replace("\t", " ")
    if not line.strip() or is_modeline(line):
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


def count(severities: Sequence[Severity], language: str, accepted: int = 0) -> str:
    """Return the last line: how many errors and warnings there are, and what else is told.

    What is accepted is no note, whatever its level; of what there is none, nothing is said, but of
    errors and warnings, whose absence is what one looks for.
    """
    say = translator(language)
    more = say(", accepted: {count}").format(count=accepted) if accepted else ""
    errors = sum(item is Severity.ERROR for item in severities)
    warnings = sum(item is Severity.WARNING for item in severities)
    notes = sum(item is Severity.NOTE for item in severities) - accepted
    noted = say(", notes: {count}").format(count=notes) if notes else ""
    template = say("errors: {errors}, warnings: {warnings}")
    return template.format(errors=errors, warnings=warnings) + noted + more
