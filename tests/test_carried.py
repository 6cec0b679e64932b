"""What is said of the texts of an act is carried to the next run, and to nothing else."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conventassembler.caching.carried import MOST, carried, carrying_over

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONVENTASSEMBLER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


class Doubling:
    """Doubles words, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

        @carried
        def double(word: str) -> str:
            self.asked.append(word)
            return 2 * word

        self.double: Callable[[str], str] = double

    def of(self, act: str, *words: str, root: str = "/acts") -> list[str]:
        with carrying_over(root, act):
            return [self.double(word) for word in words]


def test_what_an_act_asked_before_is_not_worked_out_again() -> None:
    doubling = Doubling()

    assert doubling.of("one", "a", "b", "a") == ["aa", "bb", "aa"]
    assert doubling.of("one", "a", "c") == ["aa", "cc"]
    assert doubling.asked == ["a", "b", "c"]


def test_what_an_act_no_longer_asks_is_forgotten_once_there_is_much_of_it() -> None:
    doubling = Doubling()
    many = [str(number) for number in range(MOST)]
    for words in (["a", "b"], ["a"], ["a", "b"], many, ["a"]):
        doubling.of("one", *words)

    assert doubling.asked == ["a", "b", *many, "a"]


def test_another_act_another_workspace_and_none_are_carried_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    doubling = Doubling()
    doubling.of("one", "a")
    doubling.of("two", "a")
    doubling.of("one", "a", root="/others")
    doubling.double("a")
    monkeypatch.setenv("CONVENTASSEMBLER_CACHE", "off")
    doubling.of("one", "a")

    assert doubling.asked == ["a"] * 5


def test_another_program_is_carried_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    doubling = Doubling()
    doubling.of("one", "a")
    monkeypatch.setattr("conventassembler.caching.carried.program", lambda: "another")
    doubling.of("one", "a")

    assert doubling.asked == ["a", "a"]


def test_an_entry_that_was_spoilt_or_is_gone_is_made_anew(cache: Path) -> None:
    doubling = Doubling()
    doubling.of("one", "a")
    (entry,) = (cache / "texts").iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1])
    doubling.of("one", "a")

    assert doubling.asked == ["a", "a"]
    assert entry.read_bytes() == whole


RUN = """
import sys
from pathlib import Path
from types import SimpleNamespace
from conventassembler.build import draft_one, stock
from conventassembler.draft import compose, spoken
from conventassembler.draft.clause import compiling
from conventassembler.workspace import Workspace

asked = []

def counting(function):
    return lambda *args, **named: asked.append(args) or function(*args, **named)

typography = compose.typography
compose.typography = SimpleNamespace(
    correct=typography.correct, edits=counting(typography.edits)
)
spoken.typography = SimpleNamespace(correct=counting(typography.correct))
compiling.compile_clause = counting(compiling.compile_clause)
space = Workspace(Path(sys.argv[1]))
draft, found = draft_one(space, "pacte-dijon-metropole", stock(space))
print(len(asked), len(draft.blocks), hash(repr((draft, found))))
"""


def test_an_act_that_says_the_same_is_typeset_without_a_rule() -> None:
    """The texts in Markdown of its values are not read again either."""
    first, again = (said_by_a_run() for _ in range(2))

    assert first[0] > 300
    assert again == (0, *first[1:])


def said_by_a_run() -> tuple[int, ...]:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(REPOSITORY)],
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return tuple(map(int, done.stdout.split()))
