"""The number of a heading as the draft keeps it: how it is counted, what references say of it."""

from conventassembler.french.numerals import Digits
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """How the number of a heading is counted, for who counts anew when a heading is inserted."""

    scheme: str
    """Name of the kind of headings that are counted together, « article », « axe »."""
    pattern: str
    """The label as references say it, with {n} for the number and {parent} for that of the heading
    above: « article {n} », « {parent}.{n} ». Without {n} the number is fixed: « article 5 bis »."""
    text: str
    """What references say: « article 3 », « article 1er »."""
    digits: Digits = "arabes"
    value: int | None = None
    """What it counts for; None for a fixed number that the next one does not follow."""
    through: bool = False
    """Whether it goes on through the act, and does not start anew below each heading."""
