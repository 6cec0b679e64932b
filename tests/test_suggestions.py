"""One slip in a key, a name of a clause or of a parameter leads back to the right one.

Every slip of one letter is made in every name of four letters or more: a letter left out, put in,
changed, or two exchanged. What makes the name of another thing is no slip.
"""

import random
from collections.abc import Iterator, Sequence

import pytest
from project import REPOSITORY

from conventassembler.agreement import forms
from conventassembler.agreement.manner import USAGES
from conventassembler.library.forms import FRONT_MATTER, MODEL, REFERENCES
from conventassembler.library.loader import load_library
from conventassembler.schema import nearest
from conventassembler.schema.records import RecordType
from conventassembler.settings.reading import SETTINGS
from conventassembler.source import fold

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SAMPLE = 25
"""Slips of one name that are tried in an ordinary run."""


def slips(word: str) -> set[str]:
    """Return the word with one letter left out, put in, changed, or two exchanged."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    made = {a + b[1:] for a, b in cuts if b}
    made |= {a + letter + b for a, b in cuts for letter in LETTERS}
    made |= {a + letter + b[1:] for a, b in cuts for letter in LETTERS if b}
    made |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return made - {word}


def records(type_: object, seen: set[int]) -> Iterator[RecordType]:
    """Yield the records that a type holds at any depth, each once."""
    if id(type_) in seen:
        return
    seen.add(id(type_))
    if isinstance(type_, RecordType):
        yield type_
        for item in type_.fields:
            yield from records(item.type, seen)
    for name in ("items", "type", "described"):
        inner = getattr(type_, name, None)
        yield from records(inner, seen) if hasattr(inner, "read") else ()
    for inner in getattr(type_, "records", {}).values():
        yield from records(inner, seen)


def measure(groups: Sequence[Sequence[tuple[str, ...]]], sample: int) -> tuple[int, int, list[str]]:
    """Return how many slips lead back to the thing meant, how many there are, and some that do not.

    Each group is what is known at one place: things, each with all its names.
    """
    chance = random.Random(1)
    right = total = 0
    lost: list[str] = []
    for things in groups:
        owners = {fold(name): thing for thing in things for name in thing}
        known = [name for thing in things for name in thing]
        for name, thing in owners.items():
            if len(name) < 4:
                continue
            typed = sorted(slips(name) - set(owners))
            for slip in chance.sample(typed, min(sample, len(typed))):
                found = nearest(slip, known).get("suggestion", "")
                total += 1
                right += owners.get(fold(found)) == thing
                if owners.get(fold(found)) != thing:
                    lost.append(f"{slip}: {found} for {name}")
    return right, total, lost


def _keys() -> list[list[tuple[str, ...]]]:
    seen: set[int] = set()
    roots = (forms.AGREEMENT, forms.PARTY_FILE, MODEL, FRONT_MATTER, REFERENCES, SETTINGS, USAGES)
    found = [record for root in roots for record in records(root, seen)]
    return [[item.keys for item in record.fields] for record in found]


def _names() -> list[list[tuple[str, ...]]]:
    library, _ = load_library(REPOSITORY / "clauses", REPOSITORY)
    families = sorted({name.partition("/")[0] for name in library.variants})
    siblings = [
        [(name.partition("/")[2],) for name in library.variants if name.startswith(f"{family}/")]
        for family in families
    ]
    parameters = [
        [(item.key,) for item in variant.parameters.values()]
        for variant in library.variants.values()
    ]
    return [[(name,) for name in families], *siblings, *filter(None, parameters)]


GROUPS = {"keys": _keys, "names": _names}


@pytest.mark.parametrize("kind", GROUPS)
def test_one_slip_is_undone_in_95_of_100_cases(kind: str) -> None:
    right, total, lost = measure(GROUPS[kind](), SAMPLE)

    assert total > 3_000
    assert right >= 0.98 * total, (right / total, lost[:40])


@pytest.mark.long
@pytest.mark.parametrize("kind", GROUPS)
def test_one_slip_is_undone_in_95_of_100_cases_in_a_long_run(kind: str) -> None:
    right, total, lost = measure(GROUPS[kind](), 2_000)

    assert right >= 0.98 * total, (right / total, lost[:40])
