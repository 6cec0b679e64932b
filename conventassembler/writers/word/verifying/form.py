"""Whether a file has the form that Word asks for, whatever it says: the rules in their order."""

from collections.abc import Iterator

from conventassembler.writers.word.verifying.file import File
from conventassembler.writers.word.verifying.layout import layout_problems
from conventassembler.writers.word.verifying.marks import mark_problems
from conventassembler.writers.word.verifying.package import package_problems
from conventassembler.writers.word.verifying.problem import Problem
from conventassembler.writers.word.verifying.references import reference_problems
from conventassembler.writers.word.verifying.structure import structure_problems
from conventassembler.writers.word.verifying.words import left_tags


def form_problems(file: File) -> Iterator[Problem]:
    """Yield what is wrong with `file`, whatever it says."""
    yield from package_problems(file)
    yield from structure_problems(file)
    yield from mark_problems(file)
    yield from reference_problems(file)
    yield from layout_problems(file)


def problems_of_form(file: File) -> Iterator[Problem]:
    """Yield the same, and what looks like a tag: it is taken for one."""
    yield from form_problems(file)
    yield from left_tags(file, ())
