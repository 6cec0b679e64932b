"""The page around the act: the list of agreements, the counts, what stands against it.

The template escapes all that it is given; only `write_html` says what is HTML already.
"""

from collections.abc import Callable
from importlib.resources import files
from typing import Final

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from conventassembler.frozen import dataclass
from conventassembler.writers.html.margin import Remark
from conventassembler.writers.html.scribe import remark
from conventassembler.writers.page_texts import PAGE_TEXTS

_FOLDER = files(__package__ or "")
STYLE: Final = (_FOLDER / "page.css").read_text(encoding="utf-8")
SCRIPT: Final = (_FOLDER / "page.js").read_text(encoding="utf-8")
_TEMPLATE: Final = (_FOLDER / "page.html.j2").read_text(encoding="utf-8")

Say = Callable[[str], str]
"""Puts an English text of ours into the language of the page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An agreement in the list."""

    name: str
    address: str
    errors: int
    warnings: int
    notes: int
    blanks: int


@dataclass(frozen=True, slots=True)
class Lack:
    """A value to be given, in the list of those."""

    label: str
    """The way to it, as a clerk knows it."""
    target: str
    """Id on the page of the blank, or of the remark about it where no text shows it."""


@dataclass(frozen=True, slots=True)
class Convention:
    """One agreement as it is shown."""

    name: str
    article: Markup | None
    """None where no text could ever be made."""
    stale: bool
    """Whether the text is an earlier one."""
    apart: tuple[Remark, ...]
    """The remarks that stand beside no text."""
    remarks: tuple[Remark, ...]
    """All of them, in order."""
    lacks: tuple[Lack, ...]


def page(
    listed: tuple[Listed, ...],
    shown: Convention | None,
    *,
    asked: str = "",
    language: str,
    say: Say,
    stamp: str,
) -> str:
    """Return a whole HTML page: of one agreement, or the list alone where none is `shown`.

    `asked` is the name that was asked for; `stamp` says which state of the files is shown.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )

    def text(name: str, **arguments: object) -> str:
        return say(PAGE_TEXTS[name]).format(**arguments)

    return environment.from_string(_TEMPLATE).render(
        listed=listed,
        shown=shown,
        asked=asked,
        language=language,
        stamp=stamp,
        text=text,
        remark=remark,
        renewed=say(PAGE_TEXTS["page-renewed"]),
    )
