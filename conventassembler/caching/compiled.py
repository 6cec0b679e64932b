"""What is compiled of some bytes, kept so that the compiler need not be loaded for it again."""

from collections.abc import Callable
from typing import Literal, TypeVar, cast

from conventassembler.caching import store
from conventassembler.caching.contents import UnreadableError, digest, digest_of
from conventassembler.caching.pickling import as_bytes, of_bytes
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder

Kind = Literal["templates"]
T = TypeVar("T")


def kept_of(kind: Kind, of: bytes, make: Callable[[], T]) -> T:
    """Return the value that `make` makes of the bytes `of`, or made of the same before."""
    if cache_folder() is None:
        return make()
    try:
        key = digest_of((program(), digest(of)))
    except UnreadableError:
        return make()
    data = store.read(kind, key)
    if data is not None and (found := of_bytes(data)) is not None:
        return cast(T, found)
    made = make()
    if (told := as_bytes(made)) is not None:
        store.write(kind, key, told)
    return made
