"""Text pieces: what a formatter returns, each part still tied to what made it."""

from collections.abc import Iterable, Iterator
from typing import Final, Self

from conventassembler.frozen import dataclass
from conventassembler.values.blanks import Blank
from conventassembler.values.scalars import Origin

PAGES_TO_COUNT = "[nombre de pages]"
"""What readers see in the place of a number of pages that nobody has counted yet."""


class Shown(str):
    """A piece of text made from a value."""

    origin: Origin
    formatter: str
    """The formatter that made it (`en_annees`, `date`...), empty for the value as typed."""

    def __new__(cls, text: str, origin: Origin, formatter: str = "") -> Self:
        self = super().__new__(cls, text)
        self.origin = origin
        self.formatter = formatter
        return self


class Gap(str):
    """A piece of text that stands for a blank."""

    blank: Blank

    def __new__(cls, blank: Blank) -> Self:
        self = super().__new__(cls, str(blank))
        self.blank = blank
        return self


class Link(str):
    """A piece of text that refers to a numbered heading: « article 5 »."""

    target: str
    """Id of the instance, which is that of its heading block."""

    def __new__(cls, text: str, target: str) -> Self:
        self = super().__new__(cls, text)
        self.target = target
        return self


class PageCount(str):
    """A piece of text that stands for how many pages the act has, which Word alone knows."""

    words: bool
    """Whether the number is written in words."""
    feminine: bool
    """Whether those words agree with a feminine: « vingt et une »."""
    reformed: bool
    """Whether they have the hyphens of 1990: « vingt-et-une »."""

    def __new__(
        cls, *, words: bool = False, feminine: bool = False, reformed: bool = False
    ) -> Self:
        self = super().__new__(cls, PAGES_TO_COUNT)
        self.words, self.feminine, self.reformed = words, feminine, reformed
        return self


_PIECES: Final = (Shown, Gap, Link, PageCount)
"""The pieces that are more than plain text."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text pieces in order; those that are more than plain text keep what they come from."""

    pieces: tuple[str, ...]

    def __str__(self) -> str:
        return "".join(self.pieces)

    def __bool__(self) -> bool:
        return any(self.pieces)

    def __iter__(self) -> Iterator[str]:
        return iter(self.pieces)

    def __add__(self, other: "Fragment") -> "Fragment":
        return Fragment(self.pieces + other.pieces)


def piece(value: object, formatted: str | None = None, formatter: str = "") -> str:
    """Return `value` as a text piece: a `Gap` for a blank, a `Shown` for a value with an origin.

    `formatted` is the text that a formatter made of it, `formatter` that formatter's name.
    """
    if isinstance(value, Blank):
        return Gap(value)
    if isinstance(value, _PIECES):
        return value
    text = str(value) if formatted is None else formatted
    origin = getattr(value, "origin", None)
    return Shown(text, origin, formatter) if isinstance(origin, Origin) else text


def fragment(*values: object) -> Fragment:
    """Return the values as one fragment, in order."""
    return Fragment(tuple(_flat(values)))


def _flat(values: Iterable[object]) -> list[str]:
    flat: list[str] = []
    for value in values:
        if type(value) is str or type(value) is Shown:
            flat.append(value)
        elif isinstance(value, Fragment):
            flat += value.pieces
        elif isinstance(value, tuple):
            flat += _flat(value)
        elif own := getattr(value, "__fragment__", None):
            flat += own().pieces
        else:
            flat.append(piece(value))
    return flat
