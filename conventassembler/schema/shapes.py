"""A node of another shape than its type awaits: what was meant, where YAML hides it."""

import re
from dataclasses import replace

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.schema.keys import KEYS
from conventassembler.source import MappingNode, Node, RefusedNode, Scalar, SequenceNode
from conventassembler.source.dashes import bulleted

_NOTHING = {"null", "Null", "NULL", "~", "None", "nil", ".nan", ".NaN", ".inf", "#N/A"}
"""What programs write for no value; YAML itself reads the first four so."""
_WIDE = 120
"""Characters of what is proposed to be typed."""
_Findings = tuple[Diagnostic, ...]


def cut_at_colon(node: Node) -> _Findings:
    """Return the finding that YAML took the words before a colon for a key: « la jeunesse : »."""
    if not isinstance(node, MappingNode) or len(node.entries) != 1 or node.flow:
        return ()
    (pair,) = node.entries
    if not isinstance(pair.value, Scalar) or pair.value.position.line != pair.key.position.line:
        return ()
    words = f"{pair.key.text} : {pair.value.text}".rstrip()
    quoted = words.replace('"', r"\"")
    near = _near(f'"{quoted}"')
    return (fault("C136", pair.key.position, words=words, **near),)


def no_value(node: Node) -> _Findings:
    """Return the finding that what stands here is nothing in other programs: `null`, `~`."""
    if not isinstance(node, Scalar) or node.style != "plain" or node.text not in _NOTHING:
        return ()
    return (fault("C227", node.position, value=node.text),)


def _typed_in_brackets(node: Node) -> str:
    """Return a list or group of texts between brackets as one text in quotes."""
    if isinstance(node, SequenceNode) and node.flow:
        texts = [item.text if isinstance(item, Scalar) else "" for item in node.items]
        return f'"{", ".join(texts)}"' if texts and all(texts) else ""
    if isinstance(node, MappingNode) and node.flow and len(node.entries) == 1:
        (pair,) = node.entries
        if isinstance(pair.value, Scalar):
            return f'"{" : ".join(filter(None, (pair.key.text, pair.value.text)))}"'
    return ""


def _false_item(node: Node) -> _Findings:
    """Return the finding that a text was meant as the item of a list: « – texte », `-texte`."""
    text = node.text if isinstance(node, Scalar) and node.style == "plain" else ""
    if faults := bulleted(text, node.position):
        return faults
    if re.match(r"-[^\W\d_]", text):
        words = text if len(text) <= _WIDE else text[: _WIDE - 1] + "…"
        return (fault("C142", node.position, words=words, **_near(f"- {text[1:]}")),)
    return ()


def _glued_colon(node: Node) -> _Findings:
    """Return the finding that a text was meant as a key and its value: `années:3`."""
    text = node.text if isinstance(node, Scalar) and node.style == "plain" else ""
    match = re.fullmatch(r"([^\W\d_][^:/'\"]*):([^\s/].*)", text)
    if not match:
        return ()
    place = replace(node.position, column=node.position.column + match.end(1))
    return (fault("C114", place, **_near(f"{match[1]}: {match[2]}")),)


def wrong_shape(node: Node, label: str, code: str, meant: str = "") -> _Findings:
    """Return the finding `code` (C104 awaits a value, C133 a list, C134 keys) about `node`.

    `meant` is what to type instead, where that is known. A list below « représentant » was meant
    for « représentants ». Where nothing was typed, that alone is told (C107).
    """
    if isinstance(node, RefusedNode):  # its fault is told already
        return ()
    if isinstance(node, Scalar) and node.empty:
        return (fault("C107", node.position, label=label),)
    if faults := no_value(node):
        return faults
    if code == "C133" and (faults := _false_item(node)):
        return faults
    if code == "C134" and (faults := _glued_colon(node)):
        return faults
    if code == "C104":
        meant = meant or _typed_in_brackets(node)
    if code == "C134" and isinstance(node, SequenceNode):
        plurals = (key for keys in KEYS.values() for key in keys if key == f"{label}s")
        meant = meant or next(plurals, "")
    near = _near(meant) if meant else {}
    return (fault(code, node.position, label=label, **near),)


def _near(meant: str) -> dict[str, str]:
    """Return the `suggestion` argument of a finding, where it is not too long to be read."""
    return {"suggestion": meant} if len(meant) <= _WIDE else {}
