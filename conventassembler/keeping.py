"""Pure functions that remember: what many acts of one model say alike is worked out once.

Below every room. What is remembered follows the acts: all that an act asks for is there for the
next ones, however long it is. What hardly any other asks for, as the words of one row, is let go
after a few acts; what others ask for too lasts for many, and then has to be asked for again. So a
batch of any length holds what a few of its rows are made of.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, wraps
from inspect import CO_VARARGS
from typing import Any, Concatenate, Final, Generic, ParamSpec, TypeVar, cast, get_args

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A")
K = TypeVar("K")
V = TypeVar("V")
C = TypeVar("C", bound="type[Hashed]")

ACTS: Final = 8
"""How many acts what is remembered is remembered for, at least; and less than twice as many."""
LASTING: Final = 8
"""How many times as long it is where another act asked for it too."""
KEPT: Final = 4096
"""How many facts of single words are kept, for whoever counts them by itself."""
AT_HAND: Final = 1024
"""How many results of one function are remembered, at least, where no act is begun: rows of a
table are read, which other processes make."""
MOST: Final = 32_768
"""The same where acts are made: more than a very long one has."""


class Shelf(dict[K, V]):
    """What was worked out for the acts of late; behind it, what was for those before them.

    A dictionary that makes what it misses, since nothing is faster than to look up what is there.
    """

    __slots__ = ("_before", "_lasting", "_make")

    def __init__(self, make: Callable[[K], V] | None = None) -> None:
        """Remember what `make` returns for a key; without it, what is put there by `keep`."""
        self._make = make
        self._before: dict[K, V] = {}
        self._lasting: dict[K, V] = {}
        _shelves.append(self)

    def __missing__(self, key: K) -> V:
        """Return what was worked out for the acts before, or now."""
        if isinstance(key, str):
            key = str(key)  # type: ignore[assignment]  # what it says, not where it was typed
        if key in self._before:
            return self._last(key, self._before[key])
        if self._make is None:
            raise KeyError(key)
        return self.keep(key, self._make(key))

    def older(self, keys: Iterable[K]) -> set[K]:
        """Return those of `keys` of which something was worked out for the acts before."""
        return self._before.keys() & keys

    def find(self, key: K) -> V | None:
        """Return what is remembered of `key`, if anything is."""
        found = self.get(key)
        return self.recall(key) if found is None else found

    def recall(self, key: K) -> V | None:
        """Return what is remembered of `key` from the acts before those of late, if anything is."""
        found = self._before.get(key)
        return None if found is None else self._last(key, found)

    def _last(self, key: K, value: V) -> V:
        """Remember `value` for long, since one act more asks for it, and return it."""
        self[key] = self._lasting[key] = value
        return value

    def keep(self, key: K, value: V) -> V:
        """Remember `value`, and return it."""
        if len(self) >= (MOST if _Clock.acts else AT_HAND):
            self.turn()
        self[key] = value
        return value

    def turn(self, *, wholly: bool = True) -> None:
        """Let go what the acts of late did not ask for; if not `wholly`, save what lasts."""
        self._before = dict(self)
        self.clear()
        if wholly:
            self._lasting.clear()
        self.update(self._lasting)


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
    if _takes_one(function):
        return cast(Callable[P, T], _recalled_alone(cast(Callable[[Any], T], function)))
    return cast(Callable[P, T], _recaller(*_manner_of(function))(function, Shelf()))


def _manner_of(function: Callable[..., object]) -> tuple[str, str]:
    """Return how the arguments of a function are told from others, one letter for each.

    The second of both is of those that may be more or fewer. `t`: by what it says where it is a
    text, by its identity otherwise; `i`: by its identity, since it never is one.
    """
    code, kinds = getattr(function, "__code__", None), getattr(function, "__annotations__", {})
    if code is None or code.co_kwonlyargcount or getattr(function, "__defaults__", None):
        return "", "t"
    letters = ["t" if _may_be_text(kinds.get(name, str)) else "i" for name in code.co_varnames]
    count = code.co_argcount
    more = letters[count : count + 1] if code.co_flags & CO_VARARGS else []
    return "".join(letters[:count]), "".join(more)


def _may_be_text(kind: object) -> bool:
    """Tell whether an argument declared so may be a text; a kind that is only named may be one."""
    kinds = (kind, *get_args(kind))  # those of a union, and the words of a literal
    return any(isinstance(one, str | TypeVar) or one in (str, object, Any) for one in kinds)


_RECALLED = """
def recalled(call, shelf):
    at_hand, recall, keep = shelf.get, shelf.recall, shelf.keep
    @wraps(call)
    def remembering({args}):
        key = ({marks})
        found = at_hand(key) or recall(key)
        if found is None:
            # the arguments are kept too, so that no other object ever has their identity
            found = keep(key, (({args}), call({args})))
        return found[1]
    return remembering
"""
"""What remembers a function; written out for the arguments that it has, since hundreds of calls an
act would spend more time on a loop over them than on all the rest."""
_MARKS = {"i": "id({0}), ", "t": "{0} if type({0}) is str else id({0}), "}
_MORE = {"": "", "i": "*map(id, more), ", "t": "*_key(more), "}


@cache
def _recaller(manner: str, more: str) -> Callable[..., Any]:
    """Return what remembers functions whose arguments are told from others in this manner."""
    named = [(f"a{rank}", letter) for rank, letter in enumerate(manner)]
    args = "".join([f"{name}, " for name, _ in named]) + ("*more, " if more else "")
    marks = "".join([_MARKS[letter].format(name) for name, letter in named]) + _MORE[more]
    made: dict[str, Any] = {"wraps": wraps, "_key": _key}
    exec(_RECALLED.format(args=args, marks=marks), made)
    return cast(Callable[..., Any], made["recalled"])


def _recalled_alone(function: Callable[[A], T]) -> Callable[[A], T]:
    """Return what remembers a function of one argument: most are asked thousands of times."""
    shelf: Shelf[object, tuple[A, T]] = Shelf()

    @wraps(function)
    def remembering(one: A) -> T:
        key = one if type(one) is str else id(one)
        found = shelf.get(key) or shelf.recall(key)
        if found is None:
            found = shelf.keep(key, (one, function(one)))
        return found[1]

    return remembering


class Memory(Generic[T]):
    """What was made of the very objects of late, for one who knows best what is worth keeping.

    As `recalled`, for what is handed more than it hangs on: its witnesses are all of that.
    """

    def __init__(self) -> None:
        self._shelf: Shelf[tuple[object, ...], tuple[object, T]] = Shelf()

    def of(self, witnesses: tuple[object, ...]) -> T | None:
        """Return what was kept for these objects, None where nothing was."""
        found = self._shelf.find(_key(witnesses))
        return None if found is None else found[1]

    def keep(self, witnesses: tuple[object, ...], made: T) -> None:
        """Keep what was made of these objects; they are kept too, so that no other is taken."""
        self._shelf.keep(_key(witnesses), (witnesses, made))


def _key(args: tuple[object, ...]) -> tuple[object, ...]:
    """Return what tells these very objects from all others, texts by what they say."""
    return tuple([one if type(one) is str else id(one) for one in args])


def recalled_of_each(
    function: Callable[Concatenate[A, P], T],
    announced: Callable[Concatenate[Sequence[A], P], object] | None = None,
) -> Callable[Concatenate[Iterable[A], P], tuple[T, ...]]:
    """Return what gives for each of many objects, and those beside, what `function` returns.

    As `recalled`, for the hundreds of blocks of an act, of which hardly any differs from those of
    the act before: no call is made for the others. `announced` is told those that are new before
    any call is made for one of them.
    """
    shelf: Shelf[tuple[int, tuple[int, ...]], tuple[A, object, T]] = Shelf()

    @wraps(function)
    def remembering(many: Iterable[A], /, *beside: P.args, **named: P.kwargs) -> tuple[T, ...]:
        assert not named
        known, every = tuple(map(id, beside)), tuple(many)
        keys = [(id(one), known) for one in every]
        seen = [shelf.get(key) or shelf.recall(key) for key in keys]
        new = [(at, every[at]) for at, found in enumerate(seen) if found is None]
        if new and announced:
            announced([one for _, one in new], *beside, **named)
        for at, one in new:
            seen[at] = shelf.get(keys[at]) or shelf.keep(  # what stands there twice is one
                keys[at], (one, beside, function(one, *beside, **named))
            )
        return tuple([found[2] for found in seen if found])

    return remembering


def next_act() -> None:
    """Say that another act is begun."""
    _Clock.acts += 1
    if _Clock.acts % ACTS == 0:
        for shelf in _shelves:
            shelf.turn(wholly=_Clock.acts % (LASTING * ACTS) == 0)


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
