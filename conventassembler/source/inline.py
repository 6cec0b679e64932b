"""Texts and brackets typed on one line of YAML, to events: what `lines` finds behind its keys.

As there, what may mean something else is none of ours.
"""

import re
from typing import Final

from conventassembler.patterns import Pattern
from conventassembler.source.events import END, Event, Kind, Mark, after

FIRST: Final = r"""[^\s\-?:,\[\]{}\#&*!|>'"%@`]"""
"""What a text without quotes begins with, as a pattern."""
QUOTED: Final = r""""[^"\\\n]*+"|'(?:[^'\n]|'')*+'"""
"""A text in quotes that says each of its signs by itself, as a pattern."""
_TEXT = Pattern(rf"{QUOTED}|{FIRST}[^\n,\[\]{{}}:?\#]*+", re.VERBOSE)
"""A text between brackets or braces."""
_OPENING = Pattern(r"[\[{][ ]*+(?P<empty>(?=[\]}]))?")
_COLON = Pattern(r"[ ]*+:[ ]++")
_NEXT = Pattern(r"[ ]*+(?:(?P<comma>,)[ ]*+(?![\]}])|(?=[\]}]))")
"""What stands behind an item: a comma with another behind it, or the end."""
_KINDS: Final[dict[str, tuple[Kind, str]]] = {"[": ("sequence", "]"), "{": ("mapping", "}")}
_DEEPEST = 20
"""Brackets within brackets."""


class UnusualError(Exception):
    """There is something that is not read here."""


def text_event(raw: str, at: Mark) -> Event:
    """Return the scalar that begins `at`: what is typed there, spaces behind it perhaps."""
    quote = raw[0] if raw[0] in "'\"" else ""
    raw = raw.rstrip(" ")
    value = raw[1:-1] if quote else raw
    value = value.replace("''", "'") if quote == "'" else value
    return Event("scalar", at, after(at, len(raw)), value, quote)


def bracket_events(raw: str, at: Mark) -> list[Event]:
    """Return the events of a list in brackets, or of a mapping in braces, that begins `at`.

    Raises:
        UnusualError: it may mean something else, or something stands behind its end.
    """
    reading = _Brackets(raw, at)
    reading.collection(_DEEPEST)
    if reading.passed != len(raw):
        raise UnusualError
    return reading.told


class _Brackets:
    """The signs of a line from a bracket on, read one after the other."""

    def __init__(self, raw: str, at: Mark) -> None:
        self.told: list[Event] = []
        self.passed = 0
        self._raw = raw
        self._at = at

    def collection(self, left: int) -> None:
        """Take a list or a mapping, with no more than `left` brackets open."""
        if not left:
            raise UnusualError
        kind, closing = _KINDS[self._raw[self.passed]]
        here = after(self._at, self.passed)
        self.told.append(Event(kind, here, here, flow=True))
        more = self._pass(_OPENING)["empty"] is None
        while more:
            if kind == "mapping":
                self._text()
                self._pass(_COLON)
            self._item(left - 1)
            more = bool(self._pass(_NEXT)["comma"])
        if self._raw[self.passed] != closing:
            raise UnusualError
        self.passed += 1
        self.told.append(END)

    def _item(self, left: int) -> None:
        if self._raw[self.passed] in _KINDS:
            self.collection(left)
        else:
            self._text()

    def _text(self) -> None:
        here = after(self._at, self.passed)
        self.told.append(text_event(self._pass(_TEXT)[0], here))

    def _pass(self, pattern: Pattern) -> re.Match[str]:
        found = pattern.match(self._raw, self.passed)
        if found is None:
            raise UnusualError
        self.passed = found.end()
        return found
