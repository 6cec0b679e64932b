"""A value that takes long to make, kept until something that it was made of is another."""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar, cast

from conventassembler.caching import store
from conventassembler.caching.contents import (
    UnreadableError,
    digest_of,
    digest_of_tree,
    file_digest,
    look_again,
    tree,
)
from conventassembler.caching.pickling import as_bytes, of_bytes
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder

T = TypeVar("T")


class Recipe(NamedTuple, Generic[T]):
    """How a value is made, and of what."""

    kind: str
    root: str
    """A folder; the value says nothing of where it is."""
    places: tuple[str, ...]
    """Files and folders below it."""
    make: Callable[[], T]
    beside: Callable[[T], Iterable[str]]
    """Tells the files below it whose names stand in the others."""


def remembered(recipe: Recipe[T]) -> T:
    """Return the value, or that which was made of the same contents before.

    What cannot be kept, or may have been made of files that changed meanwhile, is not.
    """
    key = _key(recipe)
    if key is None:
        return recipe.make()
    if (held := _held(recipe, key)) is not None:
        return held[0]
    made = recipe.make()
    _keep(recipe, key, made)
    return made


def _key(recipe: Recipe[T]) -> str | None:
    """Return the digest of the program and of the places; None where nothing can be kept."""
    if cache_folder() is None:
        return None
    try:
        trees = {one: digest_of_tree(tree(_at(recipe, one))) for one in recipe.places}
        return digest_of((program(), digest_of_tree(trees)))
    except UnreadableError:
        return None


def _at(recipe: Recipe[T], name: str) -> str:
    return os.path.join(recipe.root, name)


def _held(recipe: Recipe[T], key: str) -> tuple[T] | None:
    data = store.read(recipe.kind, key)
    found = None if data is None else of_bytes(data)
    if found is None:
        return None
    beside, value = found
    return (cast(T, value),) if _states(recipe, beside) == beside else None


def _states(recipe: Recipe[T], names: Iterable[str]) -> Mapping[str, str] | None:
    try:
        return {name: file_digest(_at(recipe, name)) for name in names}
    except UnreadableError:
        return None


def _keep(recipe: Recipe[T], key: str, made: T) -> None:
    states = _states(recipe, recipe.beside(made))
    data = None if states is None else as_bytes((states, made))
    look_again()
    if data is not None and _key(recipe) == key:
        store.write(recipe.kind, key, data)
