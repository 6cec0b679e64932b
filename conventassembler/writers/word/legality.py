"""Characters that XML can carry; no library is needed to know them."""

from typing import Final

from conventassembler.patterns import Pattern

_ILLEGAL: Final = Pattern("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""Said by what is refused: by what is allowed, it would take ten times as long to compile."""


def legal(text: str) -> str:
    """Return `text` with U+FFFD in the place of each character that XML cannot carry.

    A carriage return is one of them: XML readers turn it into a line feed. A draft composed by the
    tool holds none of these characters; the writer neither fails nor loses a neighbour on one.
    """
    if text.replace("\xa0", " ").replace("\u202f", " ").isprintable():  # which none of them is
        return text
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
