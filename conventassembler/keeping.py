"""Pure functions that remember: what many acts of one model say alike is worked out once.

Below every room. What is kept is bounded, so that a batch of any length holds no more than one of
some hundred rows.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
C = TypeVar("C", bound="type[Hashed]")

KEPT = 4096
"""How many results of one function are kept: those of a long act, for some of its states."""


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function`, remembering what it returned for the arguments of late.

    It must be pure, its result never changed by anybody, and arguments that are equal must be
    alike in all that it looks at: texts of values are equal whatever key they were typed under, so
    a function that asks for their origin is none to be kept.
    """
    return cast(Callable[P, T], lru_cache(maxsize=KEPT, typed=True)(function))


AT_HAND = 1024
"""How many results of a function of small objects are recalled: twice those of a long act."""
FEW = 32
"""How many of one whose arguments or results are large: parties, whole parts of an act."""


def recalled(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function`, remembering what it returned for the very objects of late.

    For trees that many acts share by identity: what is equal, and another object, is worked out
    anew; texts go by what they say. The function must be pure, its arguments and its result never
    changed by anybody, and it takes its arguments by their place.
    """
    return _recalling(function, AT_HAND)


def recalled_few(function: Callable[P, T]) -> Callable[P, T]:
    """Return the same for a function whose arguments or results hold much."""
    return _recalling(function, FEW)


def _recalling(function: Callable[P, T], most: int) -> Callable[P, T]:
    lately: dict[tuple[object, ...], tuple[object, T]] = {}
    before: dict[tuple[object, ...], tuple[object, T]] = {}

    def remembering(*args: P.args, **named: P.kwargs) -> T:
        nonlocal lately, before
        assert not named
        key = tuple([one if type(one) is str else id(one) for one in args])
        found = lately.get(key)
        if found is None:
            # the arguments are kept too, so that no other object ever has their identity
            found = before.get(key) or (args, function(*args, **named))
            if len(lately) >= most:
                lately, before = {}, lately
            lately[key] = found
        return found[1]

    return remembering


class Hashed:
    """What has room for its hash, which is asked for each time that it is looked up."""

    __slots__ = ("_hash",)
    _hash: int


def hashed_once(kind: C) -> C:
    """Return the frozen dataclass `kind`, each of its objects working out its hash once.

    A long tree that many kept functions are asked about is walked once for all of them. The hash
    is no field: nothing compares, copies or pickles it.
    """
    worked_out = kind.__hash__

    def remembered(self: Hashed) -> int:
        try:
            return self._hash
        except AttributeError:
            object.__setattr__(self, "_hash", worked_out(self))
            return self._hash

    kind.__hash__ = remembered  # type: ignore[assignment, method-assign]
    return kind
