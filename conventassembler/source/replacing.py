"""A value typed where another stands, whatever the shape of either; every other byte is kept.

`edits` renames words in their own quotes; here a blank becomes a line, a text of several lines or
a list. Who fills an agreement writes with it.
"""

from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.source.edits import line_starts, quoted, shown
from conventassembler.source.nodes import MappingNode, Node, Scalar, SequenceNode

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """A group of keys with their values, in order."""

    pairs: tuple[tuple[str, Value], ...]


_HEADER = Pattern(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)\s*\Z")
"""What stands before the words of a block, from its sign on."""
_HEAD = Pattern(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?")
_BRACKET = Pattern(r"(?>(?:[\s,]++|#[^\r\n]*+)*)\]")
_COMMENT = Pattern(r"#[^\r\n]*")
_DASH = Pattern(r"\A((?>(?:\s++|#[^\r\n]*+)*))-[ \t]*")
"""What stands before an item of a list: comments, and the dash, which is none of theirs."""
_PARTED = Pattern(r"\A\d|\(")
"""What the reader might take for one text, parted by the comma of a list: « [1, rue X] »."""
_LINE = Pattern(r"\r\n|\r|\n")
_REST = Pattern(r"[^\r\n]*")
_DEEPER = 2


@dataclass(frozen=True, slots=True)
class Gift:
    """A value, and the node that it takes the place of."""

    node: Node
    """A scalar, or a list of scalars."""
    value: Value | Keys
    """A text, of several lines too; the items of a list; or a group of keys."""
    margin: int = 1
    """Column of the key, or of the dash, that the value belongs to."""
    inside: bool = False
    """Whether it stands between brackets, where all is on one line."""


def is_replaceable(node: Node) -> bool:
    """Tell whether a value may take the place of `node`: a text, or a list of texts."""
    items = node.items if isinstance(node, SequenceNode) else (node,)
    return all(isinstance(item, Scalar) and not item.empty for item in items)


def replaced(text: str, gift: Gift) -> str:
    """Return `text` with the value of `gift` in its place, no character elsewhere changed.

    `text` is the file as it is, with its ends of line and its byte order mark; the node is one
    that `read_yaml` found in it. A comment behind what is replaced stays on its line; those amid
    it stay where they are in a list with dashes, else they come behind the new value.
    """
    begin, end = _span(text, gift.node)
    node, value = gift.node, gift.value
    if isinstance(node, SequenceNode) and isinstance(value, tuple) and text[begin] != "[":
        return text[:begin] + _relisted(text, node, value) + text[end:]
    return _inserted(text, begin, end, gift)


def _inserted(text: str, begin: int, end: int, gift: Gift) -> str:
    comments = "".join(f"  {comment}" for comment in _comments(text, begin, end, gift.node))
    rest = _REST.match(text, end)
    if comments and rest and rest[0].strip() and not rest[0].lstrip().startswith("#"):
        comments += _line_end(text) + " " * gift.node.position.column
    text, node, value = text[:end] + comments + text[end:], gift.node, gift.value
    if isinstance(value, str) and not (is_paragraph(value) and not gift.inside):
        quote = text[begin] if isinstance(node, Scalar) and node.style == "quoted" else ""
        return text[:begin] + quoted(value, quote) + text[end:]
    if gift.inside or text[begin : begin + 1] == "[":
        return text[:begin] + _bracketed(value) + text[end:]
    return _below(text, begin, end, gift)


def _comments(text: str, begin: int, end: int, node: Node) -> list[str]:
    """Return the comments amid what is replaced, outside its texts."""
    if isinstance(node, Scalar):
        header = _HEAD.match(text, begin) if node.style == "block" else None
        return _COMMENT.findall(header[0]) if header else []
    gaps = _gaps(text, begin, end, node)
    return [comment.rstrip() for gap in gaps for comment in _COMMENT.findall(gap)]


def _gaps(text: str, begin: int, end: int, node: Node) -> list[str]:
    """Return what stands before, between and behind the items of a list."""
    items = node.items if isinstance(node, SequenceNode) else ()
    edges = [begin, *(edge for item in items for edge in _span(text, item)), end]
    return [text[one:other] for one, other in zip(edges[::2], edges[1::2], strict=True)]


def _relisted(text: str, node: SequenceNode, values: tuple[str, ...]) -> str:
    """Return a list with dashes; where comments stand in it, each item anew in its place."""
    begin, end = _span(text, node)
    gaps = _gaps(text, begin, end, node)[:-1]
    inner = [
        "".join(f"  {one}" for one in _comments(text, *_span(text, item), item))
        for item in node.items
    ]
    if not any(inner) and not any(map(_COMMENT.search, gaps)):
        return _items(text, values, node.position.column)
    kept = zip(gaps, values, inner, strict=False)
    more = values[len(gaps) :]
    line = _line_end(text) + " " * (node.position.column - 1)
    return (
        "".join(gap + quoted(value) + comment for gap, value, comment in kept)
        + "".join(f"{line}- {quoted(item)}" for item in more)
        + _left(text, gaps[len(values) :], inner[len(values) :], end)
    )


def _left(text: str, gaps: list[str], inner: list[str], end: int) -> str:
    """Return the comments of the items that a shorter list has no more, on lines of their own."""
    if not gaps:
        return ""
    pairs = zip(gaps, inner, strict=True)
    first, *lines = _LINE.split("".join(_DASH.sub(r"\1", gap) + one for gap, one in pairs))
    mark, rest = _line_end(text), _REST.match(text, end)
    behind = [""] if rest and rest[0].strip() else []
    return mark.join((first.rstrip(), *(line for line in lines if line.strip()), *behind))


def _below(text: str, begin: int, end: int, gift: Gift) -> str:
    """Return `text` with a value on lines of its own, below the line of its key."""
    rest = _REST.match(text, end)
    behind = rest[0] if rest else ""
    indent = gift.margin - 1 + _DEEPER
    mark = _line_end(text)
    if isinstance(gift.value, Keys):
        pairs = gift.value.pairs
        head, lines = "", [f"{' ' * indent}{quoted(key)}: {_inline(one)}" for key, one in pairs]
    elif isinstance(gift.value, str):
        head, lines = "|", [" " * indent + line if line else "" for line in gift.value.split("\n")]
    else:
        head, lines = "", [" " * indent + _items(text, gift.value, indent + 1)]
    before = text[:begin] if head or behind.strip() else text[:begin].rstrip(" \t")
    line = head + (behind if behind.strip() else "")
    return before + line + mark + mark.join(lines) + text[end + len(behind) :]


def _items(text: str, values: tuple[str, ...], column: int) -> str:
    """Return a list, one item a line; the first begins where the text is, at `column`."""
    return (_line_end(text) + " " * (column - 1)).join(f"- {quoted(item)}" for item in values)


def _bracketed(value: Value | Keys) -> str:
    if isinstance(value, Keys):
        return "{" + ", ".join(f"{quoted(key)}: {_inline(one)}" for key, one in value.pairs) + "}"
    return _inline(value)


def _inline(value: Value) -> str:
    if isinstance(value, str):
        return quoted(value)
    return "[" + ", ".join(quoted(item, bracket_quote(item)) for item in value) + "]"


def bracket_quote(item: str) -> str:
    """Return the quote that an item of a list in brackets needs, whatever else is in it."""
    return '"' if _PARTED.search(item) else ""


def is_paragraph(value: str) -> bool:
    """Tell whether a text is written on lines of its own: what YAML would not take from it."""
    lines = value.split("\n")
    return (
        len(lines) > 1
        and value[0] not in " \t\n"
        and bool(lines[-1])
        and all(map(shown, value.replace("\n", "")))
        and not any(line.isspace() for line in lines)
    )


def _span(text: str, node: Node) -> tuple[int, int]:
    """Return where the characters of a node begin and end."""
    starts = line_starts(text)
    begin = starts[node.position.line - 1] + node.position.column - 1
    if isinstance(node, SequenceNode):
        return begin, _end_of_list(text, begin, node)
    if isinstance(node, MappingNode):  # « à compléter : une précision », in brackets
        return begin, _span(text, node.entries[-1].value)[1]
    if not isinstance(node, Scalar):
        raise TypeError(node)
    end = starts[node.end.line - 1] + node.end.column - 1
    if node.style != "block":
        return begin, end
    header = _HEADER.search(text, 0, begin)
    return (header.start() if header else begin), begin + len(text[begin:end].rstrip())


def _end_of_list(text: str, begin: int, node: SequenceNode) -> int:
    end = _span(text, node.items[-1])[1] if node.items else begin + 1
    if text[begin] != "[":
        return end
    bracket = _BRACKET.match(text, end)
    return bracket.end() if bracket else end


def _line_end(text: str) -> str:
    found = _LINE.search(text)
    return found[0] if found else "\n"
