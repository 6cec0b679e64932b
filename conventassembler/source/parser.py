"""YAML text to events, by ruamel's parsers; what they stop at, to a finding.

Two read the same: the one in C, thirty times as fast, and the one in Python, which says better
what is wrong. The first is asked; a text that it refuses, or that both might read in two ways, is
read by the second, as is any text where the first was not installed.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as ruamel
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.reader import Reader

from conventassembler.diagnostics import Position, fault
from conventassembler.patterns import Pattern
from conventassembler.source.events import END, BrokenError, Event, Kind, Mark
from conventassembler.source.page import Page

try:
    from _ruamel_yaml import CParser
except ImportError:  # it has no file for every Python and machine: reading is slower, and the same
    CParser = None

_READ_IN_TWO_WAYS = Pattern(r"(?:^|[\s\[{,:?-])[&*!]\S|[|>][-+0-9]{0,2}\#", re.MULTILINE)
"""An anchor, an alias or a tag, whose name may end elsewhere; `|#`, which is not YAML."""


def events(readable: str, page: Page) -> Iterator[Event]:
    """Yield the events of a text; what is behind a fault or a bound may be left unread.

    `readable` is what `characters.readable` gave for the text of `page`.

    Raises:
        BrokenError: it cannot be read any further.
    """
    return told(fast(readable) or careful(readable, page))


def fast(readable: str) -> list[ruamel.Event]:
    """Return what the parser in C says; nothing where the other one is to be asked."""
    if CParser is None or _READ_IN_TWO_WAYS.search(readable):
        return []
    parser, found = CParser(readable), []
    try:
        while parser.check_event():
            found.append(parser.get_event())
    except (YAMLError, ValueError, OverflowError):
        return []
    return found


class _Reader(Reader):
    def check_printable(self, data: Any) -> None:
        """Look for nothing: `characters.readable` left nothing that cannot be printed."""


def careful(readable: str, page: Page) -> Iterator[ruamel.Event]:
    """Yield what the parser in Python says.

    Raises:
        BrokenError: it cannot read on.
    """
    try:
        yaml = YAML(typ="safe", pure=True)
        yaml.Reader = _Reader
        yield from yaml.parse(readable)
    except MarkedYAMLError as error:
        from conventassembler.source import problems  # noqa: PLC0415 -- when there is one

        found = problems.explained(error, page.text, page.file, page.first_line)
        raise BrokenError(found) from error
    except (YAMLError, ValueError, OverflowError) as error:  # an escape out of Unicode
        words = str(error).partition("\n")[0]
        place = Position(page.file, page.first_line)
        raise BrokenError(fault("C119", place, problem=words)) from error


def told(said: Iterable[ruamel.Event]) -> Iterator[Event]:
    """Yield the events in our words; those of the stream itself say nothing.

    The parsers do not agree on where a value is that nobody typed: here it is behind what was.
    """
    behind = Mark(0, 0, 0)
    for one in said:
        event = _event(one)
        if event is None:
            continue
        if event.kind == "scalar" and event.end.at <= event.start.at:
            event = event._replace(start=behind, end=behind)
        behind = behind if event is END else event.end
        yield event


def _event(event: ruamel.Event) -> Event | None:
    start, end = _mark(event.start_mark), _mark(event.end_mark)
    match event:
        case ruamel.DocumentStartEvent():
            return Event("document", start, end)
        case ruamel.AliasEvent():
            return Event("alias", start, end, event.anchor)
        case ruamel.ScalarEvent():
            return Event("scalar", start, end, event.value, event.style or "", **_properties(event))
        case ruamel.CollectionStartEvent():
            kind: Kind = "mapping" if isinstance(event, ruamel.MappingStartEvent) else "sequence"
            return Event(kind, start, start, flow=bool(event.flow_style), **_properties(event))
        case ruamel.CollectionEndEvent():
            return END
    return None


def _properties(event: ruamel.NodeEvent) -> dict[str, Any]:
    return {"anchor": event.anchor or "", "tagged": bool(getattr(event, "tag", None))}


def _mark(mark: StringMark) -> Mark:
    return Mark(mark.index, mark.line, mark.column)
