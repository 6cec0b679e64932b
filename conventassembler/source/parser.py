"""Any YAML text to events, by ruamel's parser; what it stops at, to a finding.

Loaded for what `lines` does not read: a fault, or YAML that few write.
"""

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as ruamel
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.reader import Reader

from conventassembler.diagnostics import Position, fault
from conventassembler.source import problems
from conventassembler.source.events import END, BrokenError, Event, Kind, Mark
from conventassembler.source.page import Page


class _Reader(Reader):
    def check_printable(self, data: Any) -> None:
        """Look for nothing: `characters.readable` left nothing that cannot be printed."""


def all_events(readable: str, page: Page) -> Iterator[Event]:
    """Yield the events of a text lazily: what is behind a fault or a bound is left unread.

    `readable` is what `characters.readable` gave for the text of `page`.

    Raises:
        BrokenError: it cannot be read any further.
    """
    try:
        yaml = YAML(typ="safe", pure=True)
        yaml.Reader = _Reader
        for event in yaml.parse(readable):
            if told := _event(event):
                yield told
    except MarkedYAMLError as error:
        found = problems.explained(error, page.text, page.file, page.first_line)
        raise BrokenError(found) from error
    except (YAMLError, ValueError, OverflowError) as error:  # an escape out of Unicode
        words = str(error).partition("\n")[0]
        place = Position(page.file, page.first_line)
        raise BrokenError(fault("C119", place, problem=words)) from error


def _event(event: ruamel.Event) -> Event | None:
    """Return the event in our words; those of the stream itself say nothing."""
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
