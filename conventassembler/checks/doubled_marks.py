"""C707: the marks that a value ends with and that the text puts behind it anyway.

Beside `doubled`, which tells the words.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from conventassembler.checks.passages import Reading
from conventassembler.checks.phrases import phrase
from conventassembler.checks.scans import LINES, Near
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft import model
from conventassembler.draft.instances import Instance
from conventassembler.draft.places import place_of
from conventassembler.patterns import Pattern
from conventassembler.values import Record, Text

_LONG = 60
"""Characters of a value up to which a remedy says it again."""
_MARKS = ";:,."
_MARK = Pattern(r"\s*([;:,.])")


def doubled_marks(reading: Reading) -> Iterator[Diagnostic]:
    """Find the marks that a value ends with and that the text puts after it too.

    Bad: an item `"la médiathèque ;"` of a list prints « la médiathèque ;. » where it comes last.
    """
    yield from reading.once(_doubled_marks)


def _doubled_marks(reading: Reading) -> tuple[Diagnostic, ...]:
    return tuple(_with_marks_after(reading)) if reading.once(_may_double) else ()


def _may_double(reading: Reading) -> bool:
    """Tell whether a mark comes just behind another in any line; long ones may have any."""
    return bool(reading.by_line(_TWO_MARKS)) or reading.has_long_lines


_TWICE = Pattern(r"[;:,.]\s*[;:,.]")
_TWO_MARKS = LINES.pattern(_TWICE, Pattern(r"[;:,.]{2}|\A[;:,.]"), near=Near(1, 0, _TWICE))


def _with_marks_after(reading: Reading) -> Iterator[Diagnostic]:
    typed = {value.origin.path: value for value in _typed(reading.instances)}
    told: set[str] = set()
    for inlines in reading.lines:
        ends = accumulate(len(one.text) for one in inlines)
        for (one, after), end in zip(pairwise(inlines), ends, strict=False):
            path = one.value.path if isinstance(one, model.Text) and one.value else ""
            value = typed.get(path)
            mark = _doubled_mark(one.text, after.text)
            if value is not None and mark and path not in told:
                told.add(path)
                yield from finding(value, mark, phrase(inlines, end - 1, end + 1))


def _doubled_mark(text: str, after: str) -> str:
    """Return the mark at the end of `text` that one of `after` makes too many, or nothing.

    A full stop may end an abbreviation: « etc. ; ».
    """
    last, following = text.rstrip()[-1:], _MARK.match(after)
    if last not in _MARKS or not last or not following or text.endswith("..."):
        return ""
    return "" if last == "." and following[1] != "." else last


def _typed(instances: Iterable[Instance]) -> Iterator[Text]:
    """Yield the texts typed under `valeurs`, however deep."""
    for instance in instances:
        yield from _texts(tuple(instance.arguments.values()))


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Record):
        yield from _texts(tuple(value[name] for name in value))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def finding(value: Text, words: str, quoted: str, alone: str = "") -> Iterator[Diagnostic]:
    """Yield the finding, unless nobody typed the value."""
    if value.origin.position is not None:
        said = {"value": str(value), "words": words} | ({"phrase": quoted} if quoted else {})
        said |= {"alone": alone} if 0 < len(alone) <= _LONG else {}
        yield fault("C707", place_of(value, value.origin.position), **said)
