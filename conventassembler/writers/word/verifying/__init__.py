"""A finished Word file, held against what Word asks of it and what the draft says.

Each rule looks at the bytes that were made, apart from what made them. Every part is walked once,
then the rules look at the elements that concern them: the time grows with the file and no faster.
"""

from collections.abc import Mapping

from conventassembler.draft.model import Draft
from conventassembler.writers.word.package import PackageError, read_members
from conventassembler.writers.word.verifying.file import opened
from conventassembler.writers.word.verifying.form import form_problems, problems_of_form
from conventassembler.writers.word.verifying.problem import Problem
from conventassembler.writers.word.verifying.words import word_problems

__all__ = ["Problem", "verify", "verify_file", "verify_form"]

Problems = tuple[Problem, ...]


def verify(members: Mapping[str, bytes], draft: Draft, *also: object) -> Problems:
    """Return what is wrong with the Word file made of `members`, which should say `draft`.

    `also` is what else users gave for it, in dataclasses, tuples or strings: what looks like a tag
    of the template there is none.
    """
    file, malformed = opened(members)
    return (*malformed, *form_problems(file), *word_problems(file, draft, also))


def verify_form(members: Mapping[str, bytes]) -> Problems:
    """Return what is wrong with a Word file made of `members`, whatever it says.

    What looks like a tag is taken for one.
    """
    file, malformed = opened(members)
    return (*malformed, *problems_of_form(file))


def verify_file(docx: bytes) -> Problems:
    """Return what is wrong with the Word file `docx`, whatever it says."""
    try:
        return verify_form(read_members(docx))
    except PackageError as error:
        return (Problem("malformed", "", str(error)),)
