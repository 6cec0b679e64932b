"""What the writer holds its files against: each fault is found, and nothing else."""

import pytest
from broken_files import BROKEN, DRAFT, Broken, sound

from conventassembler.diagnostics.word_faults import SERIOUS, SLIGHT, WORDS
from conventassembler.writers.word import default_template
from conventassembler.writers.word.package import write_members
from conventassembler.writers.word.verifying import Problem, verify, verify_file


def problems(broken: Broken) -> tuple[Problem, ...]:
    made = broken.made()
    return verify_file(made) if isinstance(made, bytes) else verify(made, DRAFT)


@pytest.mark.parametrize("name", BROKEN)
def test_each_broken_file_is_found_with_its_part_and_its_thing(name: str) -> None:
    broken = BROKEN[name]
    found = problems(broken)

    assert {one.rule for one in found} == broken.rules
    assert any(broken.thing in f"{one.part} {one.thing}" for one in found), found


def test_a_sound_file_has_no_problem() -> None:
    assert verify(sound(), DRAFT) == ()
    assert verify_file(write_members(sound())) == ()


def test_each_rule_has_a_broken_file() -> None:
    assert {rule for broken in BROKEN.values() for rule in broken.rules} == set(WORDS)
    assert not set(SERIOUS) & set(SLIGHT)


def test_the_shipped_template_has_no_problem() -> None:
    assert verify_file(default_template()) == ()
