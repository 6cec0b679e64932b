"""Texts that a library makes of others, kept so that the library need not be loaded for them."""

import json
from collections.abc import Callable, Mapping
from typing import Literal

from conventassembler.caching import store
from conventassembler.caching.contents import UnreadableError, digest, digest_of
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder

Kind = Literal["templates"]


def kept_texts(kind: Kind, of: bytes, make: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
    """Return the texts by name that `make` makes of the bytes `of`, or made of the same before."""
    if cache_folder() is None:
        return make()
    try:
        key = digest_of((program(), digest(of)))
    except UnreadableError:
        return make()
    data = store.read(kind, key)
    if data is not None:
        told = json.loads(data)
        return {str(name): str(text) for name, text in told.items()}
    made = make()
    store.write(kind, key, json.dumps(dict(made)).encode("ascii"))
    return made
