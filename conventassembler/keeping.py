"""Pure functions that remember: what many acts of one model say alike is worked out once.

Below every room. What is kept is bounded, so that a batch of any length holds no more than one of
some hundred rows.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

KEPT = 4096
"""How many results of one function are kept: those of a long act, for some of its states."""


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function`, remembering what it returned for the arguments of late.

    It must be pure, its result never changed by anybody, and arguments that are equal must be
    alike in all that it looks at: texts of values are equal whatever key they were typed under, so
    a function that asks for their origin is none to be kept.
    """
    return cast(Callable[P, T], lru_cache(maxsize=KEPT, typed=True)(function))
