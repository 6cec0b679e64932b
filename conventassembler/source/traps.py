"""What YAML takes for something else in silence, recognised in the text around what it read.

Each function reads one scalar or list and returns what it sees, or None; `reader` tells it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from conventassembler.patterns import Pattern
from conventassembler.source.nodes import MappingNode, Node, Scalar

_CUT = Pattern(r"[ \t]+(?P<words>#\S[^\n]*|#[ ]\d+(?=[ ]*(?:\n|\Z)))")
"""A « # » stuck to a word behind a value, or before one figure: a number more than a comment."""
_CUT_BELOW = Pattern(r"[ \t]*\n(?P<indent>[ ]+)(?P<words>#\d[^\n]*)")
_CUT_QUOTED = Pattern(r"[ \t]+(?P<words>#\d[^\n]*)")
_CUT_ALL = Pattern(r"[ \u00a0]*:[ \t]+(?P<words>#\S[^\n]*)")
_TAB = Pattern(r"(?<![\t ])[ ]*+(?P<tab>\t)[\t ]*+(?=\S)")
_SMART = Pattern(r"[“„‟”](?P<words>[^“”„‟]+)[”“]|[‘‚‛](?P<single>[^‘’]+)’")
BULLET = Pattern(r"(?:[–—―•·‣▪●◦➢\uf0b7]|\*|--+)(?=[\s\u00a0]|[^\W\d_])|-(?=[\u00a0\u202f])")
"""What people type for the hyphen of a list, at the beginning of a text."""
_STREET_NUMBER = Pattern(r"\d{1,4}(?:[ ]?(?:bis|ter|quater|[a-dA-D]))?")


def cut_words(text: str, scalar: Scalar, end: int) -> tuple[int, str] | None:
    """Return where the words begin that were lost behind a « # » after `scalar`, and the words.

    `end` is the place in `text` just after it.
    """
    if scalar.style == "plain":
        match = _CUT.match(text, end) or _below(text, end)
    else:
        match = _CUT_QUOTED.match(text, end) if scalar.style == "quoted" else None
    return (match.start("words"), match["words"]) if match else None


def _below(text: str, end: int) -> re.Match[str] | None:
    """Return what is lost on the next line, where it goes on with the text that ends there."""
    match = _CUT_BELOW.match(text, end)
    line = text[text.rfind("\n", 0, end) + 1 : end]
    indent = len(line) - len(line.lstrip(" "))
    return match if match and len(match["indent"]) > indent else None


def cut_value(text: str, end: int) -> tuple[int, str] | None:
    """Return the same for a key with nothing after it; `end` is the place after the key."""
    match = _CUT_ALL.match(text, end)
    return (match.start("words"), match["words"]) if match else None


def tab_inside(raw: str) -> int | None:
    """Return where a tab stands before words of a scalar."""
    match = _TAB.search(raw) if "\t" in raw else None
    return match.start("tab") if match else None


def smart_quoted(text: str) -> str | None:
    """Return what stands between typographic quotes that hold the whole of `text`."""
    match = _SMART.fullmatch(text.strip()) if text[:1] in "“„‟”‘‚‛" else None
    return (match["words"] or match["single"]) if match else None


def parted(items: Sequence[Node]) -> Iterator[tuple[Scalar, Scalar]]:
    """Yield two items of a list in brackets that were one text: « 53 bis », « rue du Port »."""
    for one, other in pairwise(items):
        if not (isinstance(one, Scalar) and isinstance(other, Scalar)):
            continue
        street = _STREET_NUMBER.fullmatch(one.text) and re.match(r"[^\W\d_]+['’ ]", other.text)
        opened = one.text.count("(") > one.text.count(")") and ")" in other.text
        if one.style == other.style == "plain" and (street or opened):
            yield one, other


def tag(nodes: Sequence[Node]) -> bool:
    """Tell whether a mapping in braces, of these nodes, is a tag of clauses: `{{ nom }}`."""
    return bool(nodes) and isinstance(nodes[0], MappingNode) and nodes[0].flow
