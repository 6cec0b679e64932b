"""The rendered tree without what came out empty, adjacent lists of one kind made one."""

from conventassembler.draft.clause.growth import Growth, trimmed
from conventassembler.draft.clause.program import Node
from conventassembler.frozen import replace


def living(parent: Growth) -> list[Growth]:
    """Return the children that hold something."""
    found: list[Growth] = []
    for child in parent.children:
        alive = _alive(child)
        if alive is None:
            continue
        if found and node_of(alive).kind == "list" and _same_list(found[-1], alive):
            merged = [*found[-1].children, *alive.children]
            found[-1] = replace(found[-1], children=merged)
        else:
            found.append(alive)
    return found


def node_of(growth: Growth) -> Node:
    """Return what the clause says of a node."""
    if growth.node is None:  # pragma: no cover -- only the root has none
        raise AssertionError(growth)
    return growth.node


def _same_list(one: Growth, other: Growth) -> bool:
    first, second = node_of(one), node_of(other)
    return first.kind == "list" and (
        (first.ordered, first.enumeration) == (second.ordered, second.enumeration)
    )


def _alive(growth: Growth) -> Growth | None:
    """Return the node without its empty items, None when nothing is left of it."""
    children = growth.children
    match node_of(growth).kind:
        case "paragraph" | "heading":
            is_alive = bool(trimmed(growth.inlines))
        case "band":
            is_alive = bool(trimmed(children[0].inlines))
        case "list":
            children = [item for item in children if living(item)]
            is_alive = bool(children)
        case "table":
            is_alive = len(children) > 1
        case "definition":
            is_alive = len(living(growth)) > 1
        case "record":
            is_alive = any(node_of(child).kind == "definition" for child in living(growth))
        case _:
            is_alive = True
    if not is_alive:
        return None
    return growth if children is growth.children else replace(growth, children=children)
