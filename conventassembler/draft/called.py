"""What the steps of a key path are called: parties as typed, clauses by their titles.

`schema.ways.way_to` says a way with them, so that a clerk reads the words of the file and of the
act instead of ids.
"""

from collections.abc import Iterator, Sequence

from conventassembler.agreement.model import Argument
from conventassembler.draft.instances import Instance
from conventassembler.draft.resolve import Resolved
from conventassembler.french.ordinals import ordinal
from conventassembler.schema.ways import Called
from conventassembler.source import MappingNode, Node, SequenceNode, identifier
from conventassembler.values import Text


def called(resolved: Resolved) -> Called:
    """Return what each step of the key paths of an agreement is called, by the path down to it."""
    return dict(_steps(resolved))


def _steps(resolved: Resolved) -> Iterator[tuple[str, str]]:
    act = resolved.agreement
    for row, named in (
        ("parties", act.parties),
        ("partners", act.partners),
        ("groups", act.groups),
    ):
        yield from ((f"{row}.{one.id}", one.key) for one in named)
    for number in range(1, len(act.recitals) + 1):
        yield f"recitals[{number}]", f"{ordinal(number)} visa"
    for file in act.data.values():
        for argument in file.values:
            yield from _typed(argument, argument.path)
    for part in (resolved.preamble, resolved.clauses, resolved.annexes):
        yield from _entries(part)


def _entries(instances: Sequence[Instance]) -> Iterator[tuple[str, str]]:
    for rank, instance in enumerate(instances, start=1):
        yield instance.entry.path, _title(instance, rank)
        for argument in instance.entry.values:
            name = identifier(argument.key)
            yield from _typed(argument, argument.path or f"{instance.entry.path}.with.{name}")
        yield from _entries(instance.children)


def _title(instance: Instance, rank: int) -> str:
    """Return the words of a heading; of an entry that has none yet, its rank in its list."""
    title = instance.title
    if isinstance(title, Text) or (isinstance(title, str) and title):
        return str(title)
    noun = "clause" if instance.variant else "texte"
    return f"{ordinal(rank, feminine=noun == 'clause')} {noun}"


def _typed(argument: Argument, path: str) -> Iterator[tuple[str, str]]:
    yield path, argument.key
    yield from _keys(argument.node, path)


def _keys(node: Node, path: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of a value as they were typed, however deep."""
    if isinstance(node, MappingNode):
        for pair in node.entries:
            below = f"{path}.{identifier(pair.key.text)}"
            yield below, pair.key.text
            yield from _keys(pair.value, below)
    elif isinstance(node, SequenceNode):
        for number, item in enumerate(node.items, start=1):
            yield from _keys(item, f"{path}[{number}]")
