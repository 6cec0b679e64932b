"""A scalar of YAML to its node, with what YAML made of it in silence told.

It stands between `events` and `tree`.
"""

import re
import unicodedata
from dataclasses import replace
from itertools import islice
from typing import Final

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.source import characters, dashes, traps
from conventassembler.source.events import Event, Mark
from conventassembler.source.nodes import Node, RefusedNode, Scalar, Style
from conventassembler.source.page import Page

FINDINGS: Final = 100
"""After so many in one file, the rest of it is left unread."""
_WIDE = 80
"""Characters of a line that are shown again."""
_STYLES: dict[str, Style] = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}


class ScalarReader:
    """Reads the scalars of one text; what is found goes to the list that it is given."""

    def __init__(self, page: Page, found: list[Diagnostic]) -> None:
        self._page = page
        self._found = found

    def read(self, event: Event) -> Node:
        """Return what was meant by a scalar, after telling what is wrong with it."""
        raw = self._page.text[event.start.at : event.end.at]
        style = _STYLES.get(event.style, "plain")
        first = _after_header(raw) if style == "block" else 0
        start = event.start
        place = self._page.place_of(start, first) if first else self._page.place(start)
        text = self._cleaned(event, raw)
        scalar = Scalar(text, place, style, self._page.place(event.end), _lines(raw, first))
        return self._untrapped(scalar, raw, event)

    def _cleaned(self, event: Event, raw: str) -> str:
        """Return the value without the characters that are refused, after telling the first."""
        value = event.value.replace("\t", " ") if "\t" in raw else event.value  # told as C141
        if hidden := characters.first_refused(value) is not None:
            bad = characters.first_refused(raw.replace("\t", " "))
            self._tell_character(event, raw, bad)
        composed = raw.isascii() or unicodedata.is_normalized("NFC", value)
        return value if composed and not hidden else characters.cleaned(value)

    def _untrapped(self, scalar: Scalar, raw: str, event: Event) -> Node:
        """Return what was meant by `scalar`, after telling what YAML made of it in silence."""
        start = event.start
        if (tab := traps.tab_inside(raw)) is not None:
            self._tell("C141", start, tab)
        if cut := traps.cut_words(self._page.text, scalar, event.end.at):
            quotable = scalar.style == "plain" and scalar.lines == 1 and '"' not in scalar.text
            self._tell_cut(event.end, *cut, scalar.text if quotable else "")
        if scalar.style != "plain":
            return scalar
        if "\n" in raw and self._is_list(raw, start):
            return RefusedNode(scalar.position)
        if (words := traps.smart_quoted(scalar.text)) is None:
            return scalar
        quotes = {"opening": scalar.text[0], "closing": scalar.text[-1]}
        self._found.append(fault("C145", scalar.position, **quotes, **near(f'"{words}"')))
        return replace(scalar, text=words)

    def _is_list(self, raw: str, start: Mark) -> bool:
        """Tell whether the lines of a text are items, after telling those that seem to be."""
        if lines := [*islice(dashes.dashed_lines(raw), FINDINGS)]:
            for offset, line in lines:
                self._found += dashes.bulleted(line, self._page.place_of(start, offset))
            return True
        if (at := dashes.hyphen_below(raw)) is not None:
            self._tell("C140", start, at, mark="-")
        return False

    def _tell_cut(self, mark: Mark, index: int, words: str, before: str) -> None:
        meant = near(f'"{before} {words}"') if before and '"' not in words else {}
        self._tell("C135", mark, index - mark.at, words=short(words), **meant)

    def _tell_character(self, event: Event, raw: str, at: int | None) -> None:
        if at is None:  # written as an escape, "\x07"
            char, at = event.value[characters.first_refused(event.value) or 0], 0
        else:
            char = raw[at]
        self._tell("C127", event.start, at, character=characters.name_of(char))

    def _tell(self, code: str, mark: Mark, offset: int, /, **arguments: object) -> None:
        self._found.append(fault(code, self._page.place_of(mark, offset), **arguments))


def short(words: str) -> str:
    """Return words as a message shows them: not too long to be read."""
    return words if len(words) <= _WIDE else words[: _WIDE - 1] + "…"


def near(meant: str) -> dict[str, str]:
    """Return the `suggestion` argument of a finding, where it is not too long to be read."""
    return {"suggestion": meant} if len(meant) <= _WIDE else {}


def _after_header(raw: str) -> int:
    """Return where the words of a block scalar begin, after `|` and the end of its line."""
    words = re.search(r"\n\s*(?=\S)", raw)
    return words.end() if words else 0


def _lines(raw: str, first: int) -> int:
    """Return on how many lines a scalar is typed whose words begin at `first`."""
    if "\n" not in raw:
        return 1 if raw.strip() else 0
    return len([line for line in raw[first:].split("\n") if line.strip()])
