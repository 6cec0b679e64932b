"""`données`: the files of `agreements/NAME/`, whose values several clauses of one act share.

A key of such a file is the parameter of a clause, as under `valeurs`. Its value has one key path,
`données.actions.axes[1].titre`, whichever clauses show it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from conventassembler.agreement.model import Argument, DataFile, Entry
from conventassembler.agreement.sources import Source, Tree
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.keeping import recalled
from conventassembler.patterns import Pattern
from conventassembler.schema import FORMAT, nearest
from conventassembler.schema.keys import keys_of
from conventassembler.schema.shapes import wrong_shape
from conventassembler.schema.types import Findings
from conventassembler.source import MappingNode, Node, Pair, fold, identifier
from conventassembler.values import Text

ROOT = keys_of("data")[0]
"""What key paths of values of data files begin with."""
_NAME = Pattern(r'(?![.\s])[^\\/:*?"<>|\x00-\x1f]+\.yaml')
_REGISTRY = "parties"
"""The folder of the registry: an agreement of that name has no folder of its own."""


def read_data(source: Source, entries: Iterable[Entry]) -> tuple[Mapping[str, DataFile], Findings]:
    """Return the data files that entries of the agreement name, and all their faults.

    They are by name as typed; one that is faulty as a whole is left out.
    """
    files: dict[str, DataFile] = {}
    found: list[Diagnostic] = []
    for name in _named(entries):
        if wrong := _misnamed(name, source.folder) or _missing(name, source.folder, source.data):
            found.append(wrong)
        elif str(name) not in files:
            file = normalize("NFC", str(name))
            data, faults = _read(source.data[file](), f"{source.folder}/{file}", str(name))
            files |= {str(name): data} if data else {}
            found += faults
    return _by_name(*files.values()), tuple(found)


@recalled
def _by_name(*files: DataFile) -> Mapping[str, DataFile]:
    """Return the files by name: one object for all acts that share them."""
    return {file.name: file for file in files}


def _named(entries: Iterable[Entry]) -> Iterator[Text]:
    for entry in entries:
        yield from () if entry.data is None else (entry.data,)
        yield from _named(entry.entries)


def _misnamed(name: Text, folder: str) -> Diagnostic | None:
    """Return the finding that no file of the agreement's own folder can have that name."""
    place, agreement = _at(name), folder.rpartition("/")[2]
    if fold(agreement) == _REGISTRY:
        return fault("C516", place, name=agreement)
    if is_data_name(name):
        return None
    return fault("C509", place, name=name, agreement=agreement, **meant_name(name))


def is_data_name(name: str) -> bool:
    """Tell whether a file of the agreement's own folder can have that name."""
    return bool(_NAME.fullmatch(name))


def meant_name(name: str) -> dict[str, str]:
    """Return, as a finding takes it, the name that was meant by one that is none."""
    stem = re.split(r"[\\/]", name.strip())[-1].lstrip(". ")
    meant = re.sub(r"(?:\.ya?ml)?$", ".yaml", stem, count=1)
    return {"suggestion": meant} if is_data_name(meant) else {}


def _missing(name: Text, root: str, present: Iterable[str]) -> Diagnostic | None:
    names = tuple(present)
    if normalize("NFC", str(name)) in names:
        return None
    near = {"known": ", ".join(names), **nearest(name, names)} if names else {"lacking": root}
    return fault("C510", _at(name), name=name, folder=root, **near)


def _at(name: Text) -> Position:
    assert name.origin.position is not None  # it was read from a file
    return name.origin.position


def _read(tree: Tree, shown: str, name: str) -> tuple[DataFile | None, Findings]:
    node, found = tree
    if node is None:
        return None, found
    data, faults = _read_node(node, shown, name)
    return data, (*found, *faults)


@recalled
def _read_node(node: Node, shown: str, name: str) -> tuple[DataFile | None, Findings]:
    found: Findings = ()
    if not isinstance(node, MappingNode):
        return None, (*found, *wrong_shape(node, shown, "C134"))
    head = [pair for pair in node.entries if fold(pair.key.text) in FORMAT.folded]
    for pair in head:
        found += FORMAT.type.read(pair.value, "format", FORMAT.key)[1]
    if not head:
        found += (fault("C105", node.position, key=FORMAT.key, label=shown),)
    above = f"{ROOT}.{name.rpartition('.')[0]}"
    values = tuple(_argument(pair, above) for pair in node.entries if pair not in head)
    return DataFile(name, shown, values), found


def _argument(pair: Pair, above: str) -> Argument:
    key = pair.key
    return Argument(key.text, key.position, pair.value, f"{above}.{identifier(key.text)}")
