"""Put each statement that stood alone on its line at its place in the tree.

A pair goes into the deepest container whose whole children it encloses; when it covers exactly
one list it goes inside it, so that a loop over items makes one list. What would cut a block is a
fault.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field

from conventassembler.draft.clause.blocks import LEAVES, Block, Hold, holds, sequences
from conventassembler.draft.clause.statements import Group
from conventassembler.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class TagFault:
    """A fault of one tag, and the tag it should go with."""

    code: str
    tag: int
    other: int


def place(
    root: Block, groups: tuple[Group, ...], boundaries: Mapping[int, int], count: int
) -> tuple[Block, list[TagFault]]:
    """Return the tree with all `count` tags in it, in source order, and the faults."""
    placing = _Placing(boundaries)
    faults = _mixed(groups, boundaries)
    tree = placing.into(root, placing.outermost(groups))
    faults += placing.faults
    faults += _torn(tree, [group for group in _flat(groups) if not placing.stands(group)])
    if not faults:
        faults = _out_of_order(tree, count)
    return tree, faults


@dataclass(slots=True)
class _Placing:
    boundaries: Mapping[int, int]
    faults: list[TagFault] = field(default_factory=list)

    def stands(self, group: Group) -> bool:
        """Tell whether the whole group stood on lines of its own."""
        return all(member in self.boundaries for member in group.members)

    def outermost(self, groups: tuple[Group, ...]) -> list[Group]:
        """Return the groups that stood on lines of their own and are in no other such group."""
        found: list[Group] = []
        for group in groups:
            inner = [nested for body in group.bodies for nested in self.outermost(body)]
            found.extend([group] if self.stands(group) else inner)
        return found

    def into(self, node: Block, groups: list[Group]) -> Block:
        """Return `node` with the groups among its children, or deeper."""
        here: list[tuple[int, int]] = []
        deeper: dict[int, list[Group]] = {}
        todo = list(groups)
        while todo:
            group = todo.pop(0)
            target = self._target(node, group)
            if target is not None:
                deeper.setdefault(target, []).append(group)
                continue
            here.extend((self.boundaries[member], member) for member in group.members)
            self._check_branches(node, group)
            todo[:0] = [inner for body in group.bodies for inner in self.outermost(body)]
        blocks = [
            self._enter(block, deeper[number]) if number in deeper else block
            for number, block in enumerate(node.blocks)
        ]
        return replace(node, children=tuple(_interleaved(blocks, sorted(here))))

    def _enter(self, block: Block, groups: list[Group]) -> Block:
        if block.kind in LEAVES:
            self.faults.extend(self._inside(block, group) for group in groups)
            return block
        return self.into(block, groups)

    def _inside(self, leaf: Block, group: Group) -> TagFault:
        """Return the fault of the first tag of the group that cuts the leaf."""
        within = [
            member for member in group.members if leaf.start < self.boundaries[member] < leaf.end
        ]
        return TagFault("C320", within[0], group.members[0])

    def _target(self, node: Block, group: Group) -> int | None:
        """Return which child the group goes into, None when its place is in `node` itself."""
        begin, end = self._range(group)
        touched = [
            number
            for number, child in enumerate(node.blocks)
            if (child.start < end and child.end > begin)
        ]
        if len(touched) != 1:
            return None
        child = node.blocks[touched[0]]
        covered = begin <= child.start and child.end <= end
        return touched[0] if not covered or child.kind == "list" else None

    def _check_branches(self, node: Block, group: Group) -> None:
        """Find the tags of the group that fall inside a child of `node`, or part its head."""
        header = next((child for child in node.blocks if child.kind in ("header", "term")), None)
        if header and self._range(group)[0] < header.end:
            self.faults.append(TagFault("C321", group.members[0], group.members[-1]))
            return
        for member in group.members:
            line = self.boundaries[member]
            cut = next((child for child in node.blocks if child.start < line < child.end), None)
            if cut:
                other = group.members[-1 if member == group.members[0] else 0]
                code = "C320" if cut.kind in LEAVES else "C321"
                self.faults.append(TagFault(code, member, other))

    def _range(self, group: Group) -> tuple[int, int]:
        return self.boundaries[group.members[0]], self.boundaries[group.members[-1]]


def _interleaved(blocks: list[Block], here: list[tuple[int, int]]) -> Iterator[Block | Hold]:
    for block in blocks:
        while here and here[0][0] <= block.start:
            yield Hold(here.pop(0)[1])
        yield block
    yield from (Hold(tag) for _, tag in here)


def _flat(groups: tuple[Group, ...]) -> Iterator[Group]:
    for group in groups:
        yield group
        for body in group.bodies:
            yield from _flat(body)


def _mixed(groups: tuple[Group, ...], boundaries: Mapping[int, int]) -> list[TagFault]:
    """Find the groups of which some tags stood alone on their lines and others did not."""
    found = []
    for group in _flat(groups):
        alone = {member in boundaries for member in group.members}
        if len(alone) == 2:
            found.append(TagFault("C322", group.members[0], group.members[-1]))
    return found


def _torn(tree: Block, groups: list[Group]) -> list[TagFault]:
    """Find the inline groups whose tags are not in one paragraph and one emphasis."""
    homes: dict[int, int] = {}
    for number, sequence in enumerate(_sequences(tree)):
        homes.update({inline.index: number for inline in sequence if isinstance(inline, Hold)})
    return [
        TagFault("C322", group.members[0], group.members[-1])
        for group in groups
        if len({homes.get(member) for member in group.members}) > 1
    ]


def _sequences(block: Block) -> Iterator[tuple[object, ...]]:
    yield from sequences(block.inlines)
    for child in block.blocks:
        yield from _sequences(child)


def _out_of_order(tree: Block, count: int) -> list[TagFault]:
    """Find the first tag that left its order: the last guard against text in a wrong place."""
    found = list(holds(tree))
    for index in range(count):
        if index >= len(found) or found[index] != index:
            return [TagFault("C321", index, index)]
    return []
