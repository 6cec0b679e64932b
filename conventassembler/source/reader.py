"""YAML text to our tree, in one pass over its events."""

from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.source import characters
from conventassembler.source.events import BrokenError
from conventassembler.source.nodes import Node
from conventassembler.source.page import Page
from conventassembler.source.tree import Stop, Tree


def read_yaml(
    text: str, file: str, first_line: int = 1
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the tree of the YAML `text`, or None when it cannot be read to its end.

    `file` and `first_line` say where the text stands. Findings may come with a tree: anchors,
    aliases, tags, merge keys, a second document, doubled keys, refused characters.
    """
    # who makes rows is given trees and reads none: the parser is a twentieth of its memory
    from conventassembler.source.parser import events  # noqa: PLC0415

    page = Page(text, file, first_line)
    tree = Tree(page)
    try:
        for event in events(characters.readable(page.text), page):
            tree.take(event)
    except BrokenError as error:
        return None, (*tree.found, error.found)
    except Stop:
        pass
    if tree.root is None and not has_errors(tree.found):
        tree.found.append(fault("C007", Position(file, first_line)))
    return tree.root, tuple(tree.found)
