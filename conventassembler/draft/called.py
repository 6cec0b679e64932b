"""What the steps of a key path are called: parties as typed, clauses by their titles.

`schema.ways.way_to` says a way with them, so that a clerk reads the words of the file and of the
act instead of ids.
"""

from collections.abc import Iterator, Sequence

from conventassembler.agreement.model import Argument, DataFile, Entry
from conventassembler.draft.instances import Instance
from conventassembler.draft.resolve import Resolved
from conventassembler.french.ordinals import ordinal
from conventassembler.keeping import recalled
from conventassembler.schema.ways import Called
from conventassembler.source import MappingNode, Node, SequenceNode, identifier
from conventassembler.values import Text


def called(resolved: Resolved) -> Called:
    """Return what each step of the key paths of an agreement is called, by the path down to it."""
    found = dict(_steps(resolved))
    for file in resolved.agreement.data.values():
        found.update(_of_file(file))
    for part in (resolved.preamble, resolved.clauses, resolved.annexes):
        for rank, instance in enumerate(part, start=1):
            found.update(_of_entry(instance, rank))
    return found


def _steps(resolved: Resolved) -> Iterator[tuple[str, str]]:
    """Yield what parties, partners, groups and recitals are called."""
    act = resolved.agreement
    for row, named in (
        ("parties", act.parties),
        ("partners", act.partners),
        ("groups", act.groups),
    ):
        yield from ((f"{row}.{one.id}", one.key) for one in named)
    for number in range(1, len(act.recitals) + 1):
        yield f"recitals[{number}]", f"{ordinal(number)} visa"


@recalled
def _of_entry(instance: Instance, rank: int) -> Called:
    """Return what an entry, all that is given to it and the entries below it are called."""
    below = (_of_entry(one, number) for number, one in enumerate(instance.children, start=1))
    found = {instance.entry.path: _title(instance, rank), **dict(_given(instance.entry))}
    for one in below:
        found.update(one)
    return found


def _title(instance: Instance, rank: int) -> str:
    """Return the words of a heading; of an entry that has none yet, its rank in its list."""
    title = instance.title
    if isinstance(title, Text) or (isinstance(title, str) and title):
        return str(title)
    noun = "clause" if instance.variant else "texte"
    return f"{ordinal(rank, feminine=noun == 'clause')} {noun}"


def _given(entry: Entry) -> Iterator[tuple[str, str]]:
    for argument in entry.values:
        name = identifier(argument.key)
        yield from _typed(argument, argument.path or f"{entry.path}.with.{name}")


@recalled
def _of_file(file: DataFile) -> tuple[tuple[str, str], ...]:
    return tuple(step for one in file.values for step in _typed(one, one.path))


def _typed(argument: Argument, path: str) -> Iterator[tuple[str, str]]:
    yield path, argument.key
    yield from _all_keys(argument.node, path)


@recalled
def _all_keys(node: Node, path: str) -> Sequence[tuple[str, str]]:
    return tuple(_keys(node, path))


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
