"""One variant or one model in full, for a terminal."""

from collections.abc import Callable, Iterable, Mapping

from conventassembler.agreement.model import Entry
from conventassembler.cli.page import Page
from conventassembler.french.dates import write_date
from conventassembler.library.model import Model, Parameter, Variant
from conventassembler.schema import ChoiceType, Field, ListType, RecordType
from conventassembler.schema.types import ValueType
from conventassembler.source import plain
from conventassembler.values import Text

Say = Callable[..., str]
"""Returns a text of the command line by its name, with its arguments."""
COUNTED = {"texte": "length", "fonction": "length", "liste": "items"}
"""What the bounds of a type count, where it is not the value itself."""


def variant_card(page: Page, variant: Variant, say: Say) -> None:
    """Write a variant with all that an agreement may give it."""
    page.write(say("choose-when", words=variant.choose_when), 2)
    page.write(say("values" if variant.parameters else "no-values"), 2)
    _parameters(page, variant.parameters.values(), say, 3)
    _labelled(page, say, "requires", variant.requires)
    _labelled(page, say, "excludes", variant.excludes)
    _labelled(page, say, "basis", variant.basis, " ; ")
    _labelled(page, say, "reviewed", [write_date(variant.reviewed)] if variant.reviewed else [])
    _labelled(page, say, "file", [variant.file])


def model_card(page: Page, model: Model, titles: Mapping[str, str], say: Say) -> None:
    """Write a model with its outline; `titles` are those of the variants by id."""
    _labelled(page, say, "choose-when", [model.choose_when] if model.choose_when else [])
    _labelled(page, say, "order", model.order)
    _labelled(page, say, "model-parties", [key for key, _ in model.proposal.parties])
    for name, entries in (
        ("preamble", model.proposal.preamble),
        ("outline", model.proposal.clauses),
        ("annexes", model.proposal.annexes),
    ):
        if entries:
            page.write(say(name), 2)
            _entries(page, entries, titles, say, 3)
    _labelled(page, say, "model-requires", model.requires)
    _labelled(page, say, "file", [model.file])


def _labelled(page: Page, say: Say, name: str, words: Iterable[str], joint: str = ", ") -> None:
    if joined := joint.join(words):
        page.write(say(name, words=joined), 2)


def _entries(
    page: Page, entries: Iterable[Entry], titles: Mapping[str, str], say: Say, depth: int
) -> None:
    for entry in entries:
        id_ = str(entry.clause or "")
        title = entry.title if isinstance(entry.title, Text) else titles.get(id_)
        title = title or say("own-text")
        words = say("titled", id=id_, title=title) if id_ else title
        page.item(say("shared", words=words, file=entry.data) if entry.data else words, depth)
        _entries(page, entry.entries, titles, say, depth + 1)


def _parameters(page: Page, parameters: Iterable[Parameter | Field], say: Say, depth: int) -> None:
    for parameter in parameters:
        label = parameter.label
        page.item(say("titled", id=parameter.key, title=label) if label else parameter.key, depth)
        page.write(_status(parameter, say), depth + 1)
        if parameter.help:
            page.write(parameter.help, depth + 1)
        _parameters(page, _fields(parameter.type), say, depth + 1)


def _fields(type_: ValueType) -> tuple[Field, ...]:
    if isinstance(type_, ListType):
        return _fields(type_.items)
    return type_.fields if isinstance(type_, RecordType) else ()


def _status(parameter: Parameter | Field, say: Say) -> str:
    kind, written = kind_of(parameter.type, say), parameter.written_default
    if written is not None:
        empty = "empty" if isinstance(parameter.type, ListType) else "nothing"
        return say("default", type=kind, value=_words(plain(written)) or say(empty))
    return say("required" if parameter.required else "optional", type=kind)


def kind_of(type_: ValueType, say: Say) -> str:
    """Return what is typed for a value of `type_`: « entier, de 1 à 10 »."""
    if isinstance(type_, ChoiceType):
        return say("choice", words=", ".join(say("quoted", words=word) for word in type_.choices))
    kind = type_.name
    if isinstance(type_, ListType):
        kind = say("each", type=kind, items=kind_of(type_.items, say))
    bounds = _bounds(type_, say)
    return say(COUNTED.get(type_.name, "bounded"), type=kind, bounds=bounds) if bounds else kind


def _bounds(type_: ValueType, say: Say) -> str:
    low, high = getattr(type_, "min", None), getattr(type_, "max", None)
    if isinstance(type_, ListType) and low == 1:
        low = None  # that a required list has an item goes without saying
    if low is not None and high is not None:
        return say("between", min=low, max=high)
    if high is not None:
        return say("most", max=high)
    return "" if low is None else say("least", min=low)


def _words(value: object) -> str:
    if isinstance(value, list):
        return " ; ".join(_words(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} : {_words(item)}" for key, item in value.items())
    return str(value)
