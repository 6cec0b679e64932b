"""A problem of a finished Word file, as a value: which rule, in which part, with which thing."""

from conventassembler.diagnostics.word_faults import SERIOUS, WORDS
from conventassembler.frozen import dataclass

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one place of one file."""

    rule: str
    """A key of `diagnostics.word_faults.WORDS`."""
    part: str
    """The member of the package."""
    thing: str
    """What is meant there: a name, a number, an element, the start of a text."""

    @property
    def reason(self) -> str:
        """What is wrong with the thing, in English: a text of the catalogues."""
        return WORDS[self.rule]

    @property
    def is_serious(self) -> bool:
        """Whether Word refuses or repairs the file, or a reader sees it."""
        return self.rule in SERIOUS

    @property
    def short(self) -> str:
        """The thing, on one line and not too long to be quoted."""
        line = " ".join(self.thing.split(" "))
        return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"

    def __str__(self) -> str:
        return f"{self.part}: {self.reason}: {self.short}"
