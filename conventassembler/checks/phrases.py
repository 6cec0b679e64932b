"""The phrase of the draft that a finding about words is about: its argument `phrase`.

A clerk who typed « Ville de Longvic » has not yet seen « la commune de Ville de Longvic »: what is
told of the file is better understood with what the act would say.
"""

import re
from collections.abc import Iterable
from itertools import accumulate

from conventassembler.draft.model import Inlines
from conventassembler.draft.plain import text_of
from conventassembler.french.sentences import sentence_ends

LONGEST = 110
"""Characters of a phrase; a longer one is cut, at words, on both sides of what it is quoted for."""
_CUT = "…"


def phrase(line: Inlines | str, start: int = 0, end: int | None = None) -> str:
    """Return the sentence of `line` in which the characters from `start` to `end` stand.

    A value for the argument `phrase` of a finding, on one line; cut where it is long. The whole
    line, from its beginning, without `start`.
    """
    text = re.sub(r"\s", _plain, line if isinstance(line, str) else text_of(line))
    stop = min(len(text), start if end is None else end)
    ends = (0, *(one + 1 for one in sentence_ends(text)), len(text))
    first = max((one for one in ends if one <= start), default=0)
    last = min((one for one in ends if one >= max(stop, start + 1)), default=len(text))
    return _cut(text[first:last].rstrip(), start - first, stop - first)


def phrase_of_value(lines: Iterable[Inlines], path: str) -> dict[str, str]:
    """Return the argument `phrase` of a finding about the value typed under the key path `path`.

    The first sentence of the lines of an act that prints it; nothing where no line does.
    """
    for line in lines:
        starts = accumulate((len(one.text) for one in line), initial=0)
        for one, start in zip(line, starts, strict=False):
            value = getattr(one, "value", None)
            if path and value and value.path == path and one.text.strip():
                return {"phrase": phrase(line, start, start + len(one.text))}
    return {}


def _plain(space: re.Match[str]) -> str:
    """Return a space for a line break or a tab, and any other as it is."""
    return " " if space[0] in "\n\r\t" else space[0]


def _cut(text: str, start: int, end: int) -> str:
    """Return `text`, or what of it stands around the stretch from `start` to `end`."""
    if len(text) <= LONGEST:
        return text
    room = max(0, LONGEST - (end - start)) // 2
    first = max(0, min(start - room, len(text) - LONGEST))
    last = min(len(text), max(end, first + LONGEST))
    first = text.find(" ", first, start) + 1 or first if first else 0
    last = max(text.rfind(" ", end, last), end) if last < len(text) else last
    return f"{_CUT * bool(first)}{text[first:last]}{_CUT * (last < len(text))}"
