"""Our records are those of the standard library in all that can be asked of them."""

import copy
import dataclasses
import inspect
import pickle
import sys
from dataclasses import FrozenInstanceError, field
from typing import Any, ClassVar

import pytest

from conventassembler import frozen


def pair(body: dict[str, Any], annotations: dict[str, Any], **asked: Any) -> list[type]:
    """Return one class made by each."""
    made = []
    for make in (dataclasses.dataclass, frozen.dataclass):
        own = {"__annotations__": dict(annotations), "__module__": __name__, **body}
        cls = make(**{"frozen": True, "slots": True, **asked})(type("One", (), own))
        made.append(cls)
    return made


BODIES: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ({}, {}, {}),
    ({}, {"a": int}, {}),
    ({"b": 2}, {"a": int, "b": int}, {}),
    ({"b": field(default_factory=list)}, {"a": int, "b": list}, {}),
    (
        {"b": field(default=3, compare=False, repr=False), "c": 4},
        {"a": int, "b": int, "c": int},
        {},
    ),
    ({"b": field(default=(), hash=False)}, {"a": int, "b": tuple}, {}),
    ({}, {"a": int, "b": int}, {"eq": False}),
    ({"__repr__": lambda _: "own"}, {"a": int}, {}),
    ({"__post_init__": lambda one: one.a}, {"a": int, "b": int}, {}),
    ({"k": 1}, {"a": int, "k": ClassVar[int]}, {}),
    (
        {
            "b": field(init=False, repr=False, compare=False),
            "__post_init__": lambda one: object.__setattr__(one, "b", 7),
        },
        {"a": int, "b": int},
        {},
    ),
    (
        {
            "a": field(init=False, default=4),
            "c": field(init=False, default_factory=list),
            "d": field(default_factory=list),
        },
        {"a": int, "b": int, "c": list, "d": list},
        {},
    ),
    ({"__eq__": lambda *_: True, "__hash__": lambda _: 3}, {"a": int}, {}),
    ({"__eq__": lambda one, other: one.a == other.a}, {"a": int}, {}),
    ({}, {}, {"frozen": False}),
    (
        {"b": 2, "c": field(default_factory=list)},
        {"a": int, "b": int, "c": list},
        {"frozen": False},
    ),
    ({}, {"a": int}, {"frozen": False, "eq": False}),
    ({"__hash__": lambda _: 3}, {"a": int}, {"frozen": False}),
]


def told(call: Any, *values: object, **named: object) -> object:
    """Return what comes of a call: a value as text, or its fault."""
    try:
        return repr(call(*values, **named))
    except Exception as problem:
        return type(problem).__name__


@pytest.mark.parametrize(("body", "annotations", "asked"), BODIES)
def test_they_answer_alike(
    body: dict[str, Any], annotations: dict[str, Any], asked: dict[str, Any]
) -> None:
    theirs, ours = pair(body, annotations, **asked)
    taken = [one for one in dataclasses.fields(theirs) if one.init]
    for count in range(len(taken) + 2):
        values = list(range(1, count + 1))
        assert told(ours, *values) == told(theirs, *values)
        named = dict(zip(annotations, values, strict=False))
        assert told(ours, **named) == told(theirs, **named)
    assert told(ours, zzz=1) == told(theirs, zzz=1)
    values = list(range(1, len(taken) + 1))
    assert [one.name for one in dataclasses.fields(ours)] == [
        one.name for one in dataclasses.fields(theirs)
    ]
    a, b = ours(*values), theirs(*values)
    assert dataclasses.asdict(a) == dataclasses.asdict(b)
    assert (a == ours(*values)) == (b == theirs(*values))
    assert (a != b) == (b != a)
    assert (ours.__hash__ is None) == (theirs.__hash__ is None)
    if asked.get("eq", True):
        assert told(hash, a) == told(hash, b)
    assert ours.__match_args__ == theirs.__match_args__
    assert set(ours.__slots__) == set(theirs.__slots__)
    assert inspect.signature(ours).parameters.keys() == inspect.signature(theirs).parameters.keys()
    assert repr(a) == repr(b)


@pytest.mark.parametrize(("body", "annotations", "asked"), BODIES)
def test_what_is_frozen_stays_as_it_is(
    body: dict[str, Any], annotations: dict[str, Any], asked: dict[str, Any]
) -> None:
    _, ours = pair(body, annotations, **asked)
    one = ours(*range(len([one for one in dataclasses.fields(ours) if one.init])))
    for name in (*(each.name for each in dataclasses.fields(ours)), "other"):
        if asked.get("frozen", True):
            with pytest.raises((FrozenInstanceError, TypeError)):  # the library's own, with slots
                setattr(one, name, 1)
            with pytest.raises((FrozenInstanceError, TypeError)):
                delattr(one, name)
        elif name != "other":
            setattr(one, name, 9)
            assert getattr(one, name) == 9


@pytest.mark.parametrize(("body", "annotations", "asked"), BODIES)
def test_a_factory_makes_each_time_anew(
    body: dict[str, Any], annotations: dict[str, Any], asked: dict[str, Any]
) -> None:
    _, ours = pair(body, annotations, **asked)
    for one in dataclasses.fields(ours):
        if one.default_factory is not dataclasses.MISSING:
            first, second = ours(1), ours(1)
            assert getattr(first, one.name) is not getattr(second, one.name)


@frozen.dataclass(frozen=True, slots=True)
class Kept:
    """One that pickles by its name."""

    a: int
    b: tuple[int, ...] = ()


@frozen.dataclass(frozen=True, slots=True)
class Further(Kept):
    """One whose base is a record itself."""

    c: int = 0


@frozen.dataclass(slots=True)
class Loose:
    """One that may be changed."""

    a: int
    b: list[int] = field(default_factory=list)


def test_they_are_copied_pickled_and_replaced() -> None:
    one = Kept(1, (2,))

    assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one) == copy.copy(one)
    assert dataclasses.replace(one, a=5) == Kept(5, (2,))
    assert Further(1, (2,), 3) == Further(1, (2,), 3) != one
    assert repr(Further(1)) == "Further(a=1, b=(), c=0)"


def test_what_may_be_changed_is_copied_pickled_and_replaced() -> None:
    one = Loose(1)
    one.b.append(2)

    assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)
    assert dataclasses.replace(one, a=5) == Loose(5, [2])
    assert one != Kept(1, (2,))


@pytest.mark.parametrize(("body", "annotations", "asked"), BODIES)
def test_they_are_replaced_alike(
    body: dict[str, Any], annotations: dict[str, Any], asked: dict[str, Any]
) -> None:
    theirs, ours = pair(body, annotations, **asked)
    taken = [one.name for one in dataclasses.fields(theirs) if one.init]
    a, b = (one(*range(1, len(taken) + 1)) for one in (ours, theirs))
    for names in ([], taken[:1], taken[1:], taken):
        changes = dict.fromkeys(names, 9)
        assert repr(frozen.replace(a, **changes)) == repr(dataclasses.replace(b, **changes))
    with pytest.raises(TypeError):
        frozen.replace(a, zzz=1)


@pytest.mark.parametrize("name", ["first", "second", "third"])
def test_one_field_is_replaced_wherever_it_stands_and_however_it_is_named(name: str) -> None:
    @dataclasses.dataclass(frozen=True)
    class Named:
        first: int
        second: int = dataclasses.field(kw_only=True)
        third: int

    @dataclasses.dataclass(frozen=True)
    class Placed:
        first: int
        second: int
        third: int

    for one in (Named(1, 3, second=2), Placed(1, 2, 3)):
        assert frozen.replace(one, **{name: 9}) == dataclasses.replace(one, **{name: 9})


def test_a_value_is_itself_whatever_it_says() -> None:
    class Strange:
        def __eq__(self, other: object) -> bool:
            raise AssertionError

        __hash__ = None  # type: ignore[assignment]

    strange: Any = Strange()
    if sys.version_info < (3, 13):
        assert Kept(strange) == Kept(strange)


def test_what_it_cannot_make_it_refuses() -> None:
    own = {"__annotations__": {"a": int}, "a": field(kw_only=True)}

    with pytest.raises(TypeError, match="standard library"):
        frozen.dataclass(frozen=True, slots=True)(type("One", (), own))
