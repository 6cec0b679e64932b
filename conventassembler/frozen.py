"""`dataclass` for the program's own records: the same classes, made in a fourth of the time.

The standard library writes each method of each class as text and has Python compile it, six texts
a class: for some hundreds of frozen classes that is a third of what starting the program takes.
Here the methods of frozen classes with slots are shared functions, and `__init__`, which must be
fast and take names, is one code object for all classes with as many fields, given their names.
Below every room. Whatever is declared otherwise (an order, fields by name alone, a base that is a
dataclass itself) is left to the standard library; a type checker sees that alone.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    import inspect
    from functools import cache
    from operator import attrgetter
    from types import CodeType, FunctionType

    _ASKED = {"frozen": True, "slots": True}

    def dataclass(cls: Any = None, /, **asked: Any) -> Any:
        """Return the class, or what makes one of a class, as the standard library does."""
        if cls is None:
            return lambda one: dataclass(one, **asked)
        compared = asked.pop("eq", True)
        if asked != _ASKED or not _is_simple(cls):
            return dataclasses.dataclass(cls, eq=compared, **asked)
        own = frozenset(vars(cls))
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=True)
        made.__dataclass_params__.frozen = True
        made.__dataclass_params__.eq = compared
        for method in _methods(made, compared):
            if method.__name__ not in own:
                method.__qualname__ = f"{made.__qualname__}.{method.__name__}"
                setattr(made, method.__name__, method)
        return made

    def _is_simple(cls: type) -> bool:
        """Tell whether all fields of the class are its own and are given to `__init__`."""
        inherited = any(dataclasses.is_dataclass(base) for base in cls.__mro__[1:])
        annotated = inspect.get_annotations(cls)
        said = [vars(cls).get(name) for name in annotated]
        fields = [one for one in said if isinstance(one, dataclasses.Field)]
        plain = all(one.init and one.kw_only is not True for one in fields)
        told = "".join(map(str, annotated.values()))
        special = ("ClassVar", "InitVar", "KW_ONLY")
        return not inherited and plain and not any(word in told for word in special)

    def _methods(cls: Any, compared: bool) -> list[Any]:
        """Return the methods of a frozen class; `compared`: by what its fields hold."""
        fields = dataclasses.fields(cls)
        equal = [_eq, _hash] if compared else []
        made = [_init(cls, fields), _repr(fields), *_closed(), *_state(cls, fields)]
        return made + [make(fields) for make in equal]

    def _init(cls: Any, fields: tuple[Any, ...]) -> Any:
        missing = dataclasses.MISSING
        factories = tuple(one.default_factory is not missing for one in fields)
        after = hasattr(cls, "__post_init__")
        names = tuple(one.name for one in fields)
        code = _code(factories, after).replace(co_varnames=("self", *names))
        known = {f"s{at}": getattr(cls, name).__set__ for at, name in enumerate(names)}
        known |= {f"f{at}": one.default_factory for at, one in enumerate(fields) if factories[at]}
        given = [
            missing if factories[at] else one.default
            for at, one in enumerate(fields)
            if factories[at] or one.default is not missing
        ]
        made = FunctionType(code, {**known, "M": missing, "hasattr": hasattr}, "__init__")
        made.__defaults__ = tuple(given) or None
        made.__module__ = cls.__module__
        made.__annotations__ = {**{one.name: one.type for one in fields}, "return": None}
        return made

    @cache
    def _code(factories: tuple[bool, ...], after: bool) -> CodeType:
        """Return `__init__` for so many fields; of those of which it is said, made where absent."""
        lines = [
            f"    s{at}(self, f{at}() if p{at} is M else p{at})"
            if made
            else f"    s{at}(self, p{at})"
            for at, made in enumerate(factories)
        ]
        lines += ["    self.__post_init__()"] * after or []
        takes = ", ".join(["self", *(f"p{at}" for at in range(len(factories)))])
        told: dict[str, Any] = {}
        exec(f"def __init__({takes}):\n" + "\n".join(lines or ["    pass"]), told)
        return told["__init__"].__code__

    def _getter(fields: tuple[Any, ...], quality: str) -> Any:
        """Return what makes a tuple of the fields that have this quality."""
        names = [one.name for one in fields if getattr(one, quality)]
        if len(names) > 1:
            return attrgetter(*names)
        one = attrgetter(*names) if names else None
        return (lambda self: (one(self),)) if one else (lambda _: ())

    def _eq(fields: tuple[Any, ...]) -> Any:
        get = _getter(fields, "compare")

        def __eq__(self: Any, other: Any) -> Any:
            return get(self) == get(other) if other.__class__ is self.__class__ else NotImplemented

        return __eq__

    def _hash(fields: tuple[Any, ...]) -> Any:
        hashed = [one for one in fields if (one.compare if one.hash is None else one.hash)]
        get = _getter(hashed, "init")

        def __hash__(self: Any) -> int:
            return hash(get(self))

        return __hash__

    def _repr(fields: tuple[Any, ...]) -> Any:
        names = [one.name for one in fields if one.repr]

        def __repr__(self: Any) -> str:
            told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({told})"

        return __repr__

    def _closed() -> list[Any]:
        def __setattr__(self: Any, name: str, value: Any) -> None:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self: Any, name: str) -> None:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

        return [__setattr__, __delattr__]

    def _state(cls: Any, fields: tuple[Any, ...]) -> list[Any]:
        get = _getter(fields, "init")
        setters = [getattr(cls, one.name).__set__ for one in fields]

        def __getstate__(self: Any) -> list[Any]:
            return list(get(self))

        def __setstate__(self: Any, state: list[Any]) -> None:
            for put, value in zip(setters, state):  # noqa: B905 -- as the library does
                put(self, value)

        return [__getstate__, __setstate__]


__all__ = ["dataclass"]
