"""The YAML that most files are written in, to events, line by line: keys, dashes, short texts.

ruamel's parser looks at each character some ten times: reading an act took as long as composing
it. What is read here is a part of YAML, chosen so that a line means one thing whatever stands
around it. A text that holds anything else, a fault first of all, is none of ours: `parser` reads
all of it and says what is wrong. Tests hold each event against that parser's, on the files of the
repository and on random ones.
"""

import re

from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.source.events import END, Event, Mark
from conventassembler.source.inline import (
    FIRST,
    QUOTED,
    UnusualError,
    bracket_events,
    text_event,
)
from conventassembler.source.paragraphs import paragraph

_LINE = Pattern(
    rf"""
    (?P<dashes>(?:-[ ]++)*+(?:-\Z)?)
    (?:(?!\.\.\.)(?P<key>{FIRST}[^\n:\#]{{0,200}}?)[ ]*+(?P<colon>:)(?:[ ]++|\Z))?
    (?:
        (?P<text>{FIRST}(?:[^\n:\#]++|:(?=[^\n ])|(?<=[^\n ])\#)*+|(?:{QUOTED})[ ]*+)
      | (?P<brackets>(?=[\[{{])[^\n\#]*[\]}}])[ ]*+
      | (?P<paragraph>[|>]-?)[ ]*+
    )?
    (?:(?<=[ ])\#[^\n]*+)?
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end has not come."""

    column: int
    mapping: bool
    indented: bool = True
    """Not where the dashes of a list stand right below the key that it is the value of."""


def usual_events(text: str) -> list[Event] | None:
    """Return the events of a YAML text, that of its beginning left out; None where it is unusual.

    `text` is one that `characters.readable` gave.
    """
    reading = _Lines(text)
    try:
        reading.read()
    except UnusualError:
        return None
    return reading.told


class _Lines:
    """The lines of a text, taken one after the other."""

    def __init__(self, text: str) -> None:
        self.told: list[Event] = []
        self._lines = text.split("\n")
        self._tabs = "\t" in text
        self._row = 0
        self._start = 0
        """How many characters are before the line that is taken."""
        self._open: list[_Open] = []
        self._awaited: Mark | None = Mark(0, 0, 0)
        """The place of a value that has not come."""

    def read(self) -> None:
        """Tell all events.

        Raises:
            UnusualError: there is something that is not read here.
        """
        while self._row < len(self._lines):
            line = self._lines[self._row]
            words = line.lstrip(" ")
            if words and words[0] != "#":
                self._take(words, len(line) - len(words))
            self._next()
        if self._tabs or not self.told:
            raise UnusualError
        self._settle(-1, dashed=False)

    def _next(self) -> None:
        self._start += len(self._lines[self._row]) + 1
        self._row += 1

    def _mark(self, column: int) -> Mark:
        return Mark(self._start + column, self._row, column)

    def _take(self, words: str, margin: int) -> None:
        """Take a line that says something behind its margin."""
        found = _LINE.fullmatch(words)
        if found is None:
            raise UnusualError
        dashes, key, *_ = found.groups()
        if not (dashes or key):
            raise UnusualError
        self._settle(margin, dashed=bool(dashes))
        for at, sign in enumerate(dashes):
            if sign == "-":
                self._enter(margin + at, mapping=False)
                self._awaited = self._mark(margin + at + 1)
        if key:
            self._enter(margin + found.start("key"), mapping=True)
            self.told.append(text_event(key, self._mark(margin + found.start("key"))))
            self._awaited = self._mark(margin + found.end("colon"))
        kind = found.lastgroup or ""
        if kind in ("text", "brackets", "paragraph"):
            self._say(kind, found[kind], self._mark(margin + found.start(kind)))

    def _settle(self, column: int, *, dashed: bool) -> None:
        """End what does not go on in a line that begins at `column`."""
        above = self._open[-1] if self._open else _Open(-1, mapping=False)
        if self._awaited:
            if column > above.column or (column == above.column and dashed and above.mapping):
                return
            here = self._place_of_nothing(column) if above.mapping else self._awaited
            self.told.append(Event("scalar", here, here))
            self._awaited = None
        while self._open and _ends(self._open[-1], column, dashed=dashed):
            self._open.pop()
            self.told.append(END)
        if column >= 0 and not (self._open and _goes_on(self._open[-1], column, dashed=dashed)):
            raise UnusualError

    def _place_of_nothing(self, column: int) -> Mark:
        """Return where ruamel's parser has the value of a key that has none: at what comes next."""
        if column >= 0:
            return self._mark(column)
        return Mark(self._start - 1, self._row - 1, len(self._lines[-1]))

    def _enter(self, column: int, *, mapping: bool) -> None:
        """Begin a collection where a value is awaited; else the one that is open goes on."""
        if self._awaited is None:
            return
        here = self._mark(column)
        self.told.append(Event("mapping" if mapping else "sequence", here, here))
        indented = not self._open or column > self._open[-1].column
        self._open.append(_Open(column, mapping, indented))
        self._awaited = None

    def _say(self, kind: str, raw: str, at: Mark) -> None:
        """Tell the value that is typed on a line, or announced there."""
        if kind == "text":
            self.told.append(text_event(raw, at))
        elif kind == "brackets":
            self.told += bracket_events(raw, at)
        else:
            value, rows = paragraph(self._lines, self._row + 1, self._open[-1].column, raw)
            for _ in range(rows):
                self._next()
            end = Mark(self._mark(len(self._lines[self._row])).at + 1, self._row + 1, 0)
            self.told.append(Event("scalar", at, end, value, raw[0]))
        self._awaited = None


def _ends(one: _Open, column: int, *, dashed: bool) -> bool:
    """Tell whether a line that begins at `column` is past a collection."""
    return one.column > column or (one.column == column and not one.indented and not dashed)


def _goes_on(one: _Open, column: int, *, dashed: bool) -> bool:
    """Tell whether a line that begins at `column` is one of a collection."""
    return one.column == column and one.mapping != dashed
