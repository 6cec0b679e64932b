"""The blank, « à compléter », and the two refusals that a clause may meet."""

from typing import Literal, NoReturn

from conventassembler.frozen import dataclass
from conventassembler.values.scalars import Origin

BlankKind = Literal["text", "date", "choice"]
"""What is awaited: words, a day, or one of a few words."""


class BlankUsedError(Exception):
    """A blank was asked to decide something: a condition, a loop, a comparison, a sum."""

    def __init__(self, blank: "Blank") -> None:
        super().__init__(blank.origin.path)
        self.blank = blank


class ClauseError(Exception):
    """A filter or a function of a clause refuses what it was handed.

    Whoever renders the clause turns it into the diagnostic `code` at the place of the tag.
    """

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


def blank_text(hint: str = "") -> str:
    """Return what readers see in the place of a value still to be given."""
    return f"[à compléter\N{NO-BREAK SPACE}: {hint}]" if hint else "[à compléter]"


@dataclass(frozen=True, slots=True, eq=False)
class Blank:
    """A value still to be given. It passes every formatter and decides nothing."""

    origin: Origin
    hint: str = ""
    """The precision typed after « à compléter : »."""
    label: str = ""
    """What is awaited, in French: the key as the table of keys writes it."""
    kind: BlankKind = "text"
    """What is awaited, for whoever lets it be given in the finished document."""
    choices: tuple[str, ...] = ()
    """The words among which a choice is, in French; empty for the other kinds."""

    def _refuse(self, *_: object) -> NoReturn:
        raise BlankUsedError(self)

    __bool__ = __iter__ = __len__ = __int__ = __float__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refuse
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _refuse
    __neg__ = __pos__ = __abs__ = __round__ = __getitem__ = __contains__ = _refuse
    __hash__ = object.__hash__

    def __str__(self) -> str:
        return blank_text(self.hint)
