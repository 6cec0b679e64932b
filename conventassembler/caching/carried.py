"""What pure functions said of the texts of an act, carried from one run to the next.

An act that is changed in one place says in all others what it said before. What it asked of such a
function is one entry of the cache, under the program, the workspace and the act; in it each answer
stands under all that the function was given, so that it is right whatever changed meanwhile.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Final, NamedTuple, ParamSpec, TypeVar, cast

from conventassembler.caching import store
from conventassembler.caching.contents import UnreadableError, digest_of
from conventassembler.caching.pickling import as_bytes, of_bytes
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder

P = ParamSpec("P")
T = TypeVar("T")
Answers = dict[tuple[Any, ...], Any]
"""What a function said, by its name and what it was given."""

MOST: Final = 2048
"""Answers of an act, of late and of before, that are kept: a long act asks for six hundred."""
_KIND: Final = "texts"


class _Act(NamedTuple):
    """What was asked about one act."""

    before: Answers
    """In earlier runs."""
    now: Answers


_at_hand: Final[list[_Act]] = []
"""The act that is made, last; none where nothing is carried."""


def carried(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function`, which says again what it said of the same act in an earlier run.

    It is pure and takes its arguments by their place; they and what it returns are plain, or of
    our classes, and arguments that are equal are alike in all that it looks at.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def carrying(*args: P.args, **named: P.kwargs) -> T:
        if not _at_hand or named:
            return function(*args, **named)
        before, now = _at_hand[-1]
        asked = (name, *args)
        found = now.get(asked, before)  # which is no answer
        if found is before:
            found = before[asked] if asked in before else function(*args, **named)
            now[asked] = found
        return cast(T, found)

    return carrying


@contextmanager
def carrying_over(root: str, name: str) -> Iterator[None]:
    """Carry what is said of the texts of an act, by its workspace and its name, in the block."""
    key = _key(root, name)
    if not key:
        yield
        return
    data = store.read(_KIND, key)
    act = _Act((of_bytes(data) if data else None) or {}, {})
    _at_hand.append(act)
    try:
        yield
    finally:
        _at_hand.pop()
    if act.now.keys() <= act.before.keys():
        return
    # What other acts of this run say too may not have been asked for this one: nothing goes yet.
    known = {**act.before, **act.now}
    if told := as_bytes(known if len(known) <= MOST else act.now):
        store.write(_KIND, key, told)


def _key(root: str, name: str) -> str:
    """Return the key of an act's entry; empty where nothing can be kept."""
    try:
        return digest_of((program(), root, name)) if cache_folder() else ""
    except UnreadableError:
        return ""
