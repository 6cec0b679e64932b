"""Characters that no text of ours may hold: they are taken out of values, with a finding.

Control characters break Word files (XML 1.0 forbids them), private-use ones are bullets and logos
of one font, and invisible ones (zero width, direction) make two equal-looking texts differ.
"""

import unicodedata

from conventassembler.patterns import Pattern

_SEPARATORS = "\t\v\f\x85\u2028\u2029"
_NONCHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_REFUSED = Pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff9-\ufffc"
    "\ue000-\uf8ff\U000f0000-\U0010ffff" + _NONCHARACTERS + _SEPARATORS + "]"
)
HARD_SPACES = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
"""Spaces that YAML does not take for one."""
_INNER_TABS = Pattern(r"(?<=[^\t\n ])[ ]*+\t[\t ]*+")
"""Tabs past the beginning of a line."""
_APART, _GONE = "\ue001", "\ue000"
"""Private-use stand-ins, for a character that parts words and for one that does not."""
_UNREADABLE = Pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What the YAML reader would stop at, or take for the end of a line."""


def readable(text: str) -> str:
    """Return `text`, of the same length, with stand-ins for what YAML does not read.

    A tab past the beginning of its line is as good as a space; one that indents is left to YAML.
    """
    if "\t" in text:
        text = _INNER_TABS.sub(lambda m: m[0].replace("\t", " "), text)
    return _UNREADABLE.sub(lambda m: _APART if m[0] in _SEPARATORS else _GONE, text)


def first_refused(text: str) -> int | None:
    """Return where the first such character of `text` stands, None where there is none."""
    found = _REFUSED.search(text)
    return found.start() if found else None


def cleaned(text: str) -> str:
    """Return `text` without these characters, composed (NFC), a space for those that part words."""
    if text.isascii() and not _REFUSED.search(text):
        return text
    composed = unicodedata.normalize("NFC", text)
    return _REFUSED.sub(lambda m: " " if m[0] in _SEPARATORS + _APART else "", composed)


def name_of(char: str) -> str:
    """Return the code point of `char` as people look it up: `U+F0B7`."""
    return f"U+{ord(char):04X}"
