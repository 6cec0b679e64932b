"""The pages of the codes: why a finding is told, with an example to compare; `rule` prints them.

Data beside the table of codes, in `*.toml`: the table says what is told in one line, a page why.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What is said of one code beyond its message."""

    why_fr: str
    """What goes wrong if it is left, and by which rule, in French."""
    why_en: str
    """The same in English."""
    case: str = ""
    """The folder of the gallery of errors from which the example comes."""
    bad: str = ""
    """What is wrong, as typed: lines of a file, or the words of a command; empty where an example
    would say nothing."""
    good: str = ""
    """What to type in place of `bad`."""

    def why(self, language: str) -> str:
        """Return the reason in `language`."""
        return self.why_en if language == "en" else self.why_fr


@cache
def pages() -> Mapping[str, Page]:
    """Return the pages by code, read once.

    Raises:
        ValueError: a code has two pages, which is a fault of ours.
    """
    found: dict[str, Page] = {}
    for code, page in _read():
        if code in found:
            raise ValueError(f"{code} has two pages")
        found[code] = page
    return MappingProxyType(dict(sorted(found.items())))


def _read() -> Iterator[tuple[str, Page]]:
    folder = files("conventassembler.diagnostics.pages")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            for code, row in tomllib.loads(file.read_text(encoding="utf-8")).items():
                yield code, Page(**{key: _typed(key, value) for key, value in row.items()})


def _typed(key: str, value: str) -> str:
    """Return a text as it is shown: reasons are one paragraph, examples keep their lines."""
    return " ".join(value.split("\n")) if key.startswith("why") else value
