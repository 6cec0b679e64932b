"""What may be asked of LibreOffice, and what it tells: known without anything that runs it."""

from collections.abc import Mapping
from typing import Literal

from conventassembler.frozen import dataclass

Kind = Literal["pdf", "pdfa", "odt"]


@dataclass(frozen=True, slots=True)
class Pages:
    """What a PDF tells of the pages of a Word file."""

    count: int
    of: Mapping[str, int]
    """The page of each bookmark of ours (`ca_` and 16 hexadecimal digits), counted from 1."""
