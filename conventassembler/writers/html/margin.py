"""What stands beside the text of an act: where its values come from, and what was found."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Literal

from conventassembler.frozen import dataclass

Grave = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding in words, in the language of the page."""

    id: str
    """What the page calls it: « n-3 »."""
    grave: Grave
    word: str
    """« avertissement »."""
    code: str
    message: str
    remedy: str
    """What to do; empty where the remark below says the same."""
    place: str
    """« agreements/longvic.yaml:19 »."""
    link: str = ""
    """Address that opens the place in an editor; empty where none was asked for."""
    target: str = ""
    """Id on the page of the words that it is about; empty where they do not stand in the text."""


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands beside the text."""

    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """By id of the block, of those outside tables, that they stand beside."""
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By key path of a value: its file and line."""
    blanks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By key path of a blank: the id of the remark about it."""
    notes_title: str = "Notes"
    contents_title: str = "Sommaire"
    called: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the steps of key paths are called, for `way_to`."""
    titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By id of a heading: the file and line of its words. The titles of all clauses of the library
    have one key path, which is that of the title of the act too."""
    deduced: str = "déduit de {source}"
    """How the page says that what is shown was found out from a value that says something else."""
