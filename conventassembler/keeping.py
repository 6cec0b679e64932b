"""Pure functions that remember: what many acts of one model say alike is worked out once.

Below every room. What is kept is bounded, so that a batch of any length holds no more than one of
some hundred rows.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from itertools import count
from typing import Any, Generic, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
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


ACTS = 8
"""How many acts what is held is held for, at least; it is let go before twice as many."""


_LACKING = object()
"""What stands for a result that is not there."""


class _Shelf(Generic[T]):
    """What one function returned, for the acts of late and for those before them."""

    __slots__ = ("before", "lately")

    def __init__(self) -> None:
        self.lately: dict[tuple[object, ...], T] = {}
        self.before: dict[tuple[object, ...], T] = {}

    def turn(self) -> None:
        """Let go what the acts of late did not ask for."""
        self.lately, self.before = {}, self.lately


_shelves: list[_Shelf[Any]] = []
_acts = count()


AT_HAND = 1024
"""How many results of one function of objects are kept where no act is begun."""


def recalled(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function`, remembering what it returned for the very objects of late.

    For trees that many acts share by identity: what is equal, and another object, is worked out
    anew; texts go by what they say. The function must be pure, its arguments and its result never
    changed by anybody, and it takes its arguments by their place.
    """
    shelf: _Shelf[tuple[object, T]] = _Shelf()
    _shelves.append(shelf)

    @wraps(function)
    def remembering(*args: P.args, **named: P.kwargs) -> T:
        assert not named
        key = tuple([one if type(one) is str else id(one) for one in args])
        found = shelf.lately.get(key)
        if found is None:
            if len(shelf.lately) >= AT_HAND:
                shelf.turn()
            # the arguments are kept too, so that no other object ever has their identity
            found = shelf.before.get(key) or (args, function(*args, **named))
            shelf.lately[key] = found
        return found[1]

    return remembering


class Memory(Generic[T]):
    """What was made of the very objects of late, for one who knows best what is worth keeping.

    As `recalled`, for what is handed more than it hangs on: its witnesses are all of that.
    """

    def __init__(self) -> None:
        self._shelf: _Shelf[tuple[object, T]] = _Shelf()
        _shelves.append(self._shelf)

    def of(self, witnesses: tuple[object, ...]) -> T | None:
        """Return what was kept for these objects, None where nothing was."""
        key = _key(witnesses)
        found = self._shelf.lately.get(key)
        if found is None:
            if (found := self._shelf.before.get(key)) is None:
                return None
            self._shelf.lately[key] = found
        return found[1]

    def keep(self, witnesses: tuple[object, ...], made: T) -> None:
        """Keep what was made of these objects; they are kept too, so that no other is taken."""
        if len(self._shelf.lately) >= AT_HAND:
            self._shelf.turn()
        self._shelf.lately[_key(witnesses)] = (witnesses, made)


def _key(args: tuple[object, ...]) -> tuple[object, ...]:
    """Return what tells these very objects from all others, texts by what they say."""
    return tuple([one if type(one) is str else id(one) for one in args])


def recalled_of_each(function: Callable[[A, B], T]) -> Callable[[Iterable[A], B], tuple[T, ...]]:
    """Return what gives for each of many objects, and one more, what `function` returns for both.

    As `recalled`, for the hundreds of blocks of an act, of which hardly any differs from those of
    the act before: no call is made for the others.
    """
    shelf: _Shelf[tuple[A, B, T]] = _Shelf()
    _shelves.append(shelf)

    @wraps(function)
    def remembering(many: Iterable[A], beside: B) -> tuple[T, ...]:
        lately, before, known = shelf.lately, shelf.before, id(beside)
        made = []
        for one in many:
            key = (id(one), known)
            found = lately.get(key)
            if found is None:
                found = before.get(key) or (one, beside, function(one, beside))
                lately[key] = found
            made.append(found[2])
        return tuple(made)

    return remembering


def held(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function`, remembering what it returned for what the last acts are made of.

    As `kept`, but for what is large, as blocks are: however long an act is, all of it is held, and
    what changes from act to act is soon let go. It takes its arguments by their place.
    """
    shelf: _Shelf[Any] = _Shelf()
    _shelves.append(shelf)

    @wraps(function)
    def holding(*args: P.args, **named: P.kwargs) -> T:
        assert not named
        found: T = shelf.lately.get(args, _LACKING)
        if found is _LACKING:
            found = shelf.before.get(args, _LACKING)
            if found is _LACKING:
                found = function(*args, **named)
            shelf.lately[args] = found
        return found

    return holding


def next_act() -> None:
    """Say that another act is begun."""
    if next(_acts) % ACTS == 0:
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
