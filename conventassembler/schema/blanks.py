"""« à compléter »: a value still to be given, accepted wherever a value is due."""

import re
from dataclasses import replace

from conventassembler.patterns import Pattern
from conventassembler.source import MappingNode, Node, Scalar, SequenceNode
from conventassembler.values import Blank, BlankKind, Origin

_BLANK = Pattern(
    r"[\[(]\s*[aàâ]\s*[-_]?\s*compl[eéè]ter\s*:\s*(?P<inside>.*\S)\s*[\])]\s*\.?\s*|"
    r"[\[(]?\s*[aàâ]\s*[-_]?\s*compl[eéè]ter\s*[\])]?\s*\.?\s*(?::\s*(?P<hint>.*\S))?\s*",
    re.IGNORECASE | re.DOTALL,
)
BLANK = "à compléter"
"""How a value still to be given is typed."""
_TYPED = (
    r"^\s*[\[(]?\s*[AaÀàÂâ]\s*[-_]?\s*[Cc][Oo][Mm][Pp][Ll][EeÉéÈè][Tt][Ee][Rr]\s*[\])]?\s*\.?\s*"
    r"(?::\s*(?:[^\s](?:.|\n)*)?)?$"
)
TYPED: dict[str, object] = {
    "type": "string",
    "pattern": _TYPED,
    "examples": [BLANK],
    "description": "Valeur qui n'est pas encore connue : « à compléter », "
    "ou « à compléter : une précision ».",
}
"""The JSON Schema of a blank as it is typed."""
BRACKETED: dict[str, object] = {
    "type": "array",
    "items": {"type": "string", "pattern": _TYPED},
    "minItems": 1,
    "maxItems": 1,
}
"""That of one in the brackets of a draft, which YAML reads as a list."""
NOT_BLANK: dict[str, object] = {"not": {"type": "string", "pattern": _TYPED}}
"""What keeps a blank from a value that admits none."""


def blank_in(
    node: Node, path: str, label: str, kind: BlankKind = "text", choices: tuple[str, ...] = ()
) -> Blank | None:
    """Return the blank that `node` is, None when it is anything else.

    `kind` and `choices` say what is awaited in its place.
    """
    if not isinstance(node, Scalar) or not (match := _BLANK.fullmatch(node.text)):
        return None
    hint = match["inside"] or match["hint"] or ""
    return Blank(Origin(path, node.position), hint, label, kind, choices)


def is_blank(node: Node) -> bool:
    """Tell whether `node` is a value still to be given."""
    return blank_in(node, "", "") is not None


def is_blank_value(value: object) -> bool:
    """Tell whether a value to be typed is one text that says so: all of a list is then awaited."""
    return isinstance(value, str) and _BLANK.fullmatch(value) is not None


def typed_blank(blank: Blank) -> str:
    """Return a blank as it is typed: « à compléter », or with its precision."""
    return f"{BLANK} : {blank.hint}" if blank.hint else BLANK


def bracketed_blank(node: Node) -> Node:
    """Return the blank that a clerk copied from a draft, `[à compléter]`, without its brackets.

    YAML reads them as a list of one text, and with a precision as a list of one key; where one
    value is due, nobody means either.
    """
    if not isinstance(node, SequenceNode) or len(node.items) != 1:
        return node
    only = _joined(node.items[0])
    return only if isinstance(only, Scalar) and _BLANK.fullmatch(only.text) else node


def _joined(node: Node) -> Node:
    """Return « à compléter : une précision » as the text that it was before YAML took a key."""
    if not isinstance(node, MappingNode) or len(node.entries) != 1:
        return node
    key, value = node.entries[0].key, node.entries[0].value
    if key.position != node.position or not isinstance(value, Scalar):  # braces were typed
        return node
    text = f"{key.text} : {value.text}" if value.text else key.text
    return replace(value, text=text, position=key.position, style="plain")
