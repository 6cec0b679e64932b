"""Characters that XML can carry; no library is needed to know them."""

from typing import Final

from conventassembler.patterns import Pattern

_ILLEGAL: Final = Pattern("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return `text` with U+FFFD in the place of each character that XML cannot carry.

    A carriage return is one of them: XML readers turn it into a line feed. A draft composed by the
    tool holds none of these characters; the writer neither fails nor loses a neighbour on one.
    """
    if text.replace("\xa0", " ").replace("\u202f", " ").isprintable():  # which none of them is
        return text
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
