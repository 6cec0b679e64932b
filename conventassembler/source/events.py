"""The events of ruamel's parser, of a text that holds nothing which it would stop at."""

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import Event
from ruamel.yaml.reader import Reader


class _Reader(Reader):
    def check_printable(self, data: Any) -> None:
        """Look for nothing: `characters.readable` left nothing that cannot be printed."""


def events(text: str) -> Iterator[Event]:
    """Return the events of `text`, which `characters.readable` returned; it is read as they are."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Reader = _Reader
    return iter(yaml.parse(text))
