"""A clause of any shape is read in the time of reading it, and its faults are told."""

import pytest
from clause_tools import compile_faults

from conventassembler.draft.clause.compiling import compile_clause

MANY = 30_000
TYPED = {
    "notes that nothing closes": ("^[" * MANY, {"C372"}),
    "brackets in one another": ("[" * MANY + "]" * MANY, {"C372"}),
    "images that are none": ("![" * MANY, {"C372"}),
    "stars that close nothing": ("*a " * MANY, {"C344"}),
    "stars and underscores": ("*a _b " * MANY, {"C344"}),
    "text below items": ("a :\n1° x\n" * 2 * MANY, {"C342"}),
    "marks in one line": ("1° " * 8 * MANY, {"C339"}),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("text", "codes"), TYPED.values(), ids=TYPED)
def test_a_long_clause_is_read_at_once(text: str, codes: set[str]) -> None:
    _, faults = compile_clause(text, "essai.md", tags=False)
    assert codes <= {fault.code for fault in faults}


def test_a_paragraph_has_room_for_many_brackets() -> None:
    assert compile_faults("\\[...] " * 500) == []
    assert compile_faults("x\n\n" + "\\[...] " * 501) == [("C372", 3, 2)]


@pytest.mark.parametrize(
    "text",
    ["Terme\n:   \N{NO-BREAK SPACE}\n", "-  \N{NO-BREAK SPACE}\n"],
    ids=["a definition", "an item"],
)
def test_a_space_that_must_not_break_says_nothing(text: str) -> None:
    assert "C338" in [code for code, _, _ in compile_faults(text)]
