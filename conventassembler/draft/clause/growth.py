"""The rendered tree while it grows: nodes, the style in force, the loops around them."""

from collections.abc import Iterable
from dataclasses import field

from conventassembler.draft.clause.program import Node, Operation, Verb
from conventassembler.draft.clause.shown import lines_of
from conventassembler.draft.model import Footnote, Inline, Inlines, LineBreak, Text, ValueMark
from conventassembler.frozen import dataclass, replace

_BLANKS = " \t\n"


@dataclass(slots=True)
class Growth:
    """A node of the clause as rendered once."""

    node: Node | None
    """None for the root."""
    id: str
    children: list["Growth"] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)


@dataclass(slots=True)
class _Loop:
    """A loop at work: how often it turned, the keys that its elements took."""

    turns: int = 0
    key: str = ""
    taken: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Grower:
    """Takes operations and grows the tree under `root`."""

    prefix: str
    """What every id begins with: the instance, or the paragraph that a rich text replaces."""
    nodes: tuple[Node, ...]
    mark: ValueMark | None = None
    """What made all the text, when a value did."""
    stack: list[Growth] = field(default_factory=lambda: [Growth(None, "")])
    loops: list[_Loop] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    around: list[list[str]] = field(default_factory=list)
    """The styles around the note at work, which are none of its own."""

    @property
    def root(self) -> Growth:
        """The tree."""
        return self.stack[0]

    @property
    def top(self) -> Growth:
        """The node at work."""
        return self.stack[-1]

    @property
    def style(self) -> tuple[bool, bool]:
        """Whether the style in force is strong, and whether it is an emphasis."""
        return "strong" in self.styles, "emphasis" in self.styles

    @property
    def keys(self) -> str:
        """What the loops at work add to an id."""
        return "".join([f"/{loop.key}" for loop in self.loops]) if self.loops else ""

    def run(self, operations: Iterable[Operation]) -> None:
        """Take operations, in order."""
        for verb, argument in operations:
            if verb == "text":
                self._text(str(argument))
            else:
                self._do(verb, argument)

    def _do(self, verb: Verb, argument: int | str) -> None:
        match verb:
            case "open":
                self._open(self.nodes[int(argument)])
            case "close":
                self._close()
            case "break":
                self.top.inlines.append(LineBreak())
            case "style":
                self.styles.append(str(argument))
            case "unstyle":
                self.styles.pop()
            case "loop":
                self.loops.append(_Loop())
            case "endloop":
                self.loops.pop()

    def turn(self, key: str) -> None:
        """Begin a turn of the innermost loop; `key` is that of its element, empty without any."""
        loop = self.loops[-1]
        loop.turns += 1
        base = key = key or str(loop.turns)
        count = 1
        while key in loop.taken:
            count += 1
            key = f"{base}~{count}"
        loop.taken.add(key)
        loop.key = key

    def _open(self, node: Node) -> None:
        child = Growth(node, f"{self.prefix}/{node.ordinal}{self.keys}")
        if node.kind == "note":
            self.around.append(self.styles)
            self.styles = []
        else:
            self.top.children.append(child)
        self.stack.append(child)

    def _close(self) -> None:
        done = self.stack.pop()
        if done.node and done.node.kind == "note":
            self.styles = self.around.pop()
            if inlines := trimmed(done.inlines):
                self.top.inlines.append(Footnote(done.id, inlines))

    def _text(self, text: str) -> None:
        """Add text of the clause; two blanks that a vanished branch brought together are one."""
        inlines, mark = self.stack[-1].inlines, self.mark
        strong, emphasis = self.style
        last = inlines[-1] if inlines else None
        if last is None or last.text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if isinstance(last, Text) and last.has(strong, emphasis, mark):
            inlines[-1] = Text(last.text + text, strong, emphasis, mark)
        elif text:
            inlines += lines_of(text, mark, strong, emphasis)


def trimmed(inlines: list[Inline]) -> Inlines:
    """Return the inlines without blanks and line breaks at either end."""
    found = list(inlines)
    while found and (text := found[0].text.lstrip(_BLANKS)) != found[0].text:
        found[:1] = _shortened(found[0], text)
    while found and (text := found[-1].text.rstrip(_BLANKS)) != found[-1].text:
        found[-1:] = _shortened(found[-1], text)
    return tuple(found)


def _shortened(inline: Inline, text: str) -> list[Inline]:
    return [replace(inline, text=text)] if isinstance(inline, Text) and text else []
