"""Pure functions that remember: what many acts of one model say alike is worked out once.

Below every room. What is remembered follows the acts: all that an act asks for is there for the
next ones, however long it is, and what none of the last ones asked for is let go. So a batch of
any length holds what a few of its rows are made of.
"""

from collections.abc import Callable
from functools import wraps
from inspect import CO_VARARGS
from typing import Any, Final, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
C = TypeVar("C", bound="type[Hashed]")

ACTS: Final = 2
"""How many acts what is remembered is remembered for, at least; and less than twice as many."""
AT_HAND: Final = 1024
"""How many results of one function are remembered, at least, where no act is begun: rows of a
table are read, which other processes make."""
MOST: Final = 32_768
"""The same where acts are made: more than a very long one has."""


class Shelf(dict[K, V]):
    """What was worked out for the acts of late; behind it, what was for those before them.

    A dictionary that makes what it misses, since nothing is faster than to look up what is there.
    """

    __slots__ = ("_before", "_make")

    def __init__(self, make: Callable[[K], V] | None = None) -> None:
        """Remember what `make` returns for a key; without it, what is put there by `keep`."""
        self._make = make
        self._before: dict[K, V] = {}
        _shelves.append(self)

    def __missing__(self, key: K) -> V:
        """Return what was worked out for the acts before, or now."""
        if isinstance(key, str):
            key = cast(K, str(key))  # what it says, and not where it was typed
        before = self._before
        if key in before:
            return self.keep(key, before[key])
        if self._make is None:
            raise KeyError(key)
        return self.keep(key, self._make(key))

    def find(self, key: K) -> V | None:
        """Return what is remembered of `key`, if anything is."""
        found = self.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self.keep(key, found)
        return found

    def keep(self, key: K, value: V) -> V:
        """Remember `value`, and return it."""
        if len(self) >= (MOST if _Clock.acts else AT_HAND):
            self.turn()
        self[key] = value
        return value

    def turn(self) -> None:
        """Let go what the acts of late did not ask for."""
        self._before = dict(self)
        self.clear()


class _Clock:
    acts = 0
    """How many acts were begun in this process."""


_shelves: list[Shelf[Any, Any]] = []


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function`, remembering what it returned for what the last acts are made of.

    It must be pure, its result never changed by anybody; a function of one argument takes it by its
    place. Arguments that are equal must be alike in all that it looks at: texts of values are equal
    whatever key they were typed under, so a function that asks for their origin is none to be kept.
    """
    if _takes_one(function):
        alone = Shelf(cast(Callable[[Any], T], function))
        return cast(Callable[P, T], alone.__getitem__)
    call = cast(Callable[..., T], function)
    shelf: Shelf[tuple[object, ...], T] = Shelf(lambda args: call(*args))
    by_name: Shelf[tuple[Any, ...], T] = Shelf(lambda key: call(*key[0], **dict(key[1])))

    @wraps(function)
    def remembering(*args: Any, **named: Any) -> T:
        return by_name[args, tuple(named.items())] if named else shelf[args]

    return cast(Callable[P, T], remembering)


held = kept
"""The same, for what is large, as blocks are."""


def _takes_one(function: Callable[..., object]) -> bool:
    """Tell whether a function has one argument, which then is the key itself."""
    code = getattr(function, "__code__", None)
    return (
        code is not None
        and code.co_argcount == 1
        and not (code.co_flags & CO_VARARGS or code.co_kwonlyargcount)
    )


def recalled(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function`, remembering what it returned for the very objects of late.

    For trees that many acts share by identity: what is equal, and another object, is worked out
    anew; texts go by what they say. The function must be pure, its arguments and its result never
    changed by anybody, and it takes its arguments by their place.
    """
    shelf: Shelf[tuple[object, ...], tuple[object, T]] = Shelf()

    @wraps(function)
    def remembering(*args: P.args, **named: P.kwargs) -> T:
        assert not named
        key = tuple([one if type(one) is str else id(one) for one in args])
        found = shelf.find(key)
        if found is None:
            # the arguments are kept too, so that no other object ever has their identity
            found = shelf.keep(key, (args, function(*args, **named)))
        return found[1]

    return remembering


def next_act() -> None:
    """Say that another act is begun."""
    _Clock.acts += 1
    if _Clock.acts % ACTS == 0:
        for shelf in _shelves:
            shelf.turn()


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
