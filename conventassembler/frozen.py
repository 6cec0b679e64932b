"""`dataclass` for the program's own records: the same classes, made in a tenth of the time.

The standard library writes each method of each class as text and has Python compile it, six texts
a class: for some hundreds of classes that is a third of what starting the program takes. Here the
classes with slots, frozen ones for the most part, share their methods, and `__init__`, which must
be fast and take names, is one code object for all classes with as many fields, given their names.
`replace` asks a class for its fields once, and not for each record. Below every room. Whatever is
declared otherwise (an order, no slots) is left to the standard library; a type checker sees that
alone.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    import dataclasses
    from dataclasses import MISSING
    from functools import cache
    from operator import attrgetter
    from types import CodeType, FunctionType

    def dataclass(cls: Any = None, /, *, slots: bool = False, **asked: Any) -> Any:
        """Return the class, or what makes one of a class, as the standard library does.

        Raises:
            TypeError: a field of a class with slots has to be named.
        """
        if cls is None:
            return lambda one: dataclass(one, slots=slots, **asked)
        if not slots or asked.keys() - {"eq", "frozen"}:
            return dataclasses.dataclass(cls, slots=slots, **asked)
        own = set(vars(cls))
        if "__eq__" in own and cls.__hash__ is None:
            own.discard("__hash__")  # Python says None where only `__eq__` was written
        # what says nothing of itself would be told by its signature, which takes long to make
        cls.__doc__ = cls.__doc__ or cls.__name__
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=True)
        for name, method in _methods(made, **asked).items():
            if name not in own:
                setattr(made, name, method)
        return made

    def replace(one: Any, /, **changes: Any) -> Any:
        """Return a record like `one` with other values in some fields, as the standard library."""
        cls = one.__class__
        if len(changes) == 1:  # as nearly always
            ((name, value),) = changes.items()
            if around := _around(cls, name):
                before, after = around
                return cls(*before(one), value, *after(one))
        get, names = _given(cls)
        said = dict(zip(names, get(one)))  # noqa: B905 -- of one class
        said.update(changes)
        return cls(**said)

    @cache
    def _given(cls: type) -> tuple[Any, tuple[str, ...]]:
        """Return what reads the fields that a class is called with, and their names."""
        names = tuple([one.name for one in dataclasses.fields(cls) if one.init])
        return _getter(names), names

    @cache
    def _around(cls: type, name: str) -> tuple[Any, Any] | None:
        """Return what reads the fields that a class is called with before one, and behind it.

        None where it is not called with that one, or not with all of them by their places.
        """
        names = _given(cls)[1]
        if name not in names or any(one.kw_only for one in dataclasses.fields(cls)):
            return None
        place = names.index(name)
        return _getter(names[:place]), _getter(names[place + 1 :])

    def _methods(cls: Any, eq: bool = True, frozen: bool = False) -> dict[str, Any]:
        fields = dataclasses.fields(cls)
        if any(one.kw_only for one in fields):
            raise TypeError(f"{cls.__qualname__}: is a class for the standard library")
        return {
            "__init__": _init(cls, fields, frozen),
            "__repr__": __repr__,
            **(_compared(fields, frozen) if eq else {}),
            **(_FROZEN if frozen else {}),
        }

    def _init(cls: Any, fields: tuple[Any, ...], frozen: bool) -> Any:
        shape = "".join(map(_way, fields))
        code = _code(shape, hasattr(cls, "__post_init__"), frozen)
        taken = [one for one in fields if one.init]
        named = {f"a{at}": one.name for at, one in enumerate(fields)}
        known: dict[str, Any] = {"M": MISSING}
        for at, one in enumerate(fields):
            if frozen and shape[at] != "-":
                known[f"s{at}"] = getattr(cls, one.name).__set__
            known[f"d{at}"] = one.default if one.default_factory is MISSING else one.default_factory
        code = code.replace(
            co_varnames=("self", *[one.name for one in taken]),
            co_names=tuple([named.get(one, one) for one in code.co_names]),
            co_qualname=f"{cls.__qualname__}.__init__",
        )
        absent = tuple([one.default for one in taken if not _is_bare(one)])
        return FunctionType(code, known, "__init__", absent or None)

    def _is_bare(field: Any) -> bool:
        return field.default is MISSING and field.default_factory is MISSING

    def _way(field: Any) -> str:
        """Return how a field gets its value: what stands for it in the shape of an `__init__`."""
        if field.default_factory is not MISSING:
            return "f" if field.init else "m"
        return "p" if field.init else "-" if field.default is MISSING else "d"

    _WAYS = {"p": "p{0}", "f": "d{0}() if p{0} is M else p{0}", "m": "d{0}()", "d": "d{0}"}
    """Given, made where nothing is given, made, as the default says; « - » by `__post_init__`."""

    @cache
    def _code(shape: str, after: bool, frozen: bool) -> CodeType:
        """Return `__init__` for fields that get their values in these ways."""
        ways = [(at, _WAYS[way].format(at)) for at, way in enumerate(shape) if way != "-"]
        line = "    s{0}(self, {1})" if frozen else "    self.a{0} = {1}"
        lines = [line.format(*way) for way in ways]
        lines += ["    self.__post_init__()"] if after else ["    pass"]
        takes = ", ".join(["self", *(f"p{at}" for at, way in enumerate(shape) if way in "pf")])
        told: dict[str, Any] = {}
        exec(f"def __init__({takes}):\n" + "\n".join(lines), told)
        return told["__init__"].__code__

    def _compared(fields: tuple[Any, ...], frozen: bool) -> dict[str, Any]:
        """Return the methods of a class whose objects are compared by what their fields hold."""
        names = tuple([one.name for one in fields if one.compare])
        hashed = tuple(
            [one.name for one in fields if (one.compare if one.hash is None else one.hash)]
        )
        get = _getter(names)
        if not frozen:
            return {"__eq__": _eq(get), "__hash__": None}
        return {"__eq__": _eq(get), "__hash__": _hash(get if hashed == names else _getter(hashed))}

    def _getter(names: tuple[str, ...]) -> Any:
        """Return what makes a tuple of the values of these fields."""
        if len(names) > 1:
            return attrgetter(*names)
        one = attrgetter(*names) if names else None
        return (lambda self: (one(self),)) if one else (lambda _: ())

    def _eq(get: Any) -> Any:
        def __eq__(self: Any, other: Any) -> Any:
            return get(self) == get(other) if other.__class__ is self.__class__ else NotImplemented

        return __eq__

    def _hash(get: Any) -> Any:
        def __hash__(self: Any) -> int:
            return hash(get(self))

        return __hash__

    def __repr__(self: Any) -> str:
        fields = [one.name for one in dataclasses.fields(self) if one.repr]
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields)
        return f"{self.__class__.__qualname__}({told})"

    def __setattr__(self: Any, name: str, value: Any) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self: Any, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    @cache
    def _slots(cls: type) -> tuple[Any, ...]:
        """Return what reads all fields of a class, and what sets each."""
        names = tuple(one.name for one in dataclasses.fields(cls))
        return _getter(names), tuple(getattr(cls, name).__set__ for name in names)

    def __getstate__(self: Any) -> list[Any]:
        return list(_slots(self.__class__)[0](self))

    def __setstate__(self: Any, state: list[Any]) -> None:
        for put, value in zip(_slots(self.__class__)[1], state):  # noqa: B905 -- as the library does
            put(self, value)

    _FROZEN = {one.__name__: one for one in (__setattr__, __delattr__, __getstate__, __setstate__)}


__all__ = ["dataclass", "replace"]
