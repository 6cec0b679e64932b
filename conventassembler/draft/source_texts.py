"""The clause texts that a draft is made of, as it keeps them; its blocks name them by variant."""

from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A clause text that made blocks: which one exactly, and what its library says of it."""

    variant: str
    blob: str
    """What Git names the content of its file, 40 hexadecimal digits."""
    title: str
    choose_when: str
    basis: tuple[str, ...] = ()
    """Its legal basis, one text each."""
    reviewed: str = ""
    """The day when a jurist last read it, « 1er novembre 2026 »; empty while none did."""
