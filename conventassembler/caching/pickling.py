"""Values of our classes -> bytes, and back.

Bytes make nothing but instances of classes of this program and of the few plain ones below: an
entry that somebody else wrote can run nothing.
"""

import io
import pickle
from types import MappingProxyType
from typing import Any, Final

_PLAIN: Final = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("builtins", "slice"),
        ("datetime", "date"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
    }
)
_OURS: Final = "conventassembler."


def frozen(items: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """Return a mapping that cannot be changed: bytes cannot name its class."""
    return MappingProxyType(items)


class _Pickler(pickle.Pickler):
    """Knows mappings that cannot be changed, too."""

    def reducer_override(self, value: object) -> Any:
        """Return how `value` is made anew."""
        if type(value) is MappingProxyType:
            return frozen, (dict(value),)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return the class of that name.

        Raises:
            pickle.UnpicklingError: it is none of those that may be made.
        """
        if (module, name) == (__name__, frozen.__name__):
            return frozen
        if module.startswith(_OURS) or (module, name) in _PLAIN:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def unpickled(data: bytes) -> Any:
    """Return the value that was made these bytes.

    Raises:
        pickle.UnpicklingError: they would make something that may not be made.
    """
    return _Unpickler(io.BytesIO(data)).load()


def as_bytes(value: object) -> bytes | None:
    """Return `value` as bytes, or None where it holds what cannot be kept."""
    made = io.BytesIO()
    try:
        _Pickler(made, pickle.HIGHEST_PROTOCOL).dump(value)
        unpickled(made.getvalue())
    except (pickle.PickleError, AttributeError, TypeError, RecursionError):
        return None
    return made.getvalue()


def of_bytes(data: bytes) -> Any:
    """Return the value, or None where the bytes are none of ours."""
    try:
        return unpickled(data)
    except Exception:  # whatever a strange file raises, it is as one that is not there
        return None
