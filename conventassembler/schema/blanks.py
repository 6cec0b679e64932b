"""« à compléter »: a value still to be given, accepted wherever a value is due."""

import re

from conventassembler.source import Node, Scalar, SequenceNode
from conventassembler.values import Blank, BlankKind, Origin

_BLANK = re.compile(
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
    return Blank(Origin(path, node.position), match["hint"] or "", label, kind, choices)


def is_blank(node: Node) -> bool:
    """Tell whether `node` is a value still to be given."""
    return blank_in(node, "", "") is not None


def typed_blank(blank: Blank) -> str:
    """Return a blank as it is typed: « à compléter », or with its precision."""
    return f"{BLANK} : {blank.hint}" if blank.hint else BLANK


def bracketed_blank(node: Node) -> Node:
    """Return the blank that a clerk copied from a draft, `[à compléter]`, without its brackets.

    YAML reads them as a list of one text; where one value is due, nobody means a list.
    """
    if not isinstance(node, SequenceNode) or len(node.items) != 1:
        return node
    only = node.items[0]
    return only if isinstance(only, Scalar) and _BLANK.fullmatch(only.text) else node
