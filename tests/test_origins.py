"""Every stretch of text that a value made names a key that somebody typed, or a default."""

import dataclasses
from collections.abc import Iterator, Mapping

import pytest
from project import REPOSITORY, assembled, draft

from conventassembler.agreement import load_agreement
from conventassembler.build import stock
from conventassembler.draft.model import Blank, Heading, Text, ValueMark
from conventassembler.draft.resolve import resolve
from conventassembler.values import Origin, Record
from conventassembler.workspace import Workspace

NAMES = sorted(assembled().drafts)


def origins(value: object) -> Iterator[Origin]:
    """Yield the origin of every value in an agreement and its arguments."""
    own = getattr(value, "origin", None)
    if isinstance(own, Origin):
        yield own
    if isinstance(value, Mapping):
        yield from (found for item in value.values() for found in origins(item))
    elif isinstance(value, Record):
        yield from (found for name in value for found in origins(value[name]))
    elif isinstance(value, tuple):
        yield from (found for item in value for found in origins(item))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from origins(getattr(value, field.name))


def stretches(value: object) -> Iterator[Text | Blank]:
    """Yield every stretch of text of a block, and every blank."""
    if isinstance(value, Text | Blank):
        yield value
    elif isinstance(value, tuple):
        yield from (found for item in value for found in stretches(item))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from stretches(getattr(value, field.name))


@pytest.fixture(scope="module", params=NAMES)
def known(request: pytest.FixtureRequest) -> tuple[str, dict[str, Origin]]:
    workspace = Workspace(REPOSITORY)
    shared = stock(workspace)
    path = workspace.agreement(request.param)
    agreement, _ = load_agreement(path, workspace.shown(path), shared.registry)
    assert agreement
    resolved, _ = resolve(agreement, shared.library, shared.compiled)
    assert resolved
    found = [*origins(agreement), *origins(resolved.model)]
    for instance in resolved.instances:
        found += origins(instance)
    return request.param, {origin.path: origin for origin in found}


def test_every_path_of_the_draft_is_a_key_of_the_agreement(
    known: tuple[str, dict[str, Origin]],
) -> None:
    name, by_path = known
    marks = [item for item in stretches(draft(name).blocks) if isinstance(item, Text)]
    paths = {item.value.path for item in marks if item.value and item.value.path}
    paths |= {item.path for item in stretches(draft(name).blocks) if isinstance(item, Blank)}

    assert len(paths) > 50
    assert sorted(path for path in paths if path not in by_path) == []


def test_a_derived_text_tells_its_expression(known: tuple[str, dict[str, Origin]]) -> None:
    marks = [item.value for item in stretches(draft(known[0]).blocks) if isinstance(item, Text)]

    assert ValueMark() not in marks


def test_blocks_have_ids_of_their_own_and_tell_what_made_them(
    known: tuple[str, dict[str, Origin]],
) -> None:
    blocks = draft(known[0]).blocks
    ids = [block.id for block in blocks]

    assert len(ids) == len(set(ids))
    for block in blocks:
        if not isinstance(block, Heading) and "/" in block.id and not block.id.startswith("acte/"):
            assert block.provenance.file, block.id
            assert block.provenance.line, block.id
