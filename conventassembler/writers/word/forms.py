"""Members of the file that repeat what differs from act to act: a form, and what is put into it.

A house template that only repeats the title of an act is filled once, with a mark in its place;
then each title goes where the mark was, escaped as it would be had it been there before.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from jinja2 import nodes
from markupsafe import escape

from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.writers.word.markup import attribute, content

START: Final = "\uf8f0"
END: Final = "\uf8f1"
_MARK: Final = Pattern(f"{START}([a-z_]+){END}")
_FOLDED: Final = Pattern("[\t\n\r]")
"""What a reader of XML turns into something else in an attribute."""

Place = Literal["typed", "text", "attribute"]
"""Where a mark stands: in a part as Jinja wrote it, or as lxml did, there in a text or a tag."""


def mark(name: str) -> str:
    """Return what stands in the place of the value `name`."""
    return f"{START}{name}{END}"


def can_be_put(text: str) -> bool:
    """Tell whether `text` can go where a mark was: an empty one would change the elements."""
    return bool(text) and not _FOLDED.search(text)


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A member with marks: text, then the name of a value and its place, in turn."""

    texts: tuple[str, ...]
    marks: tuple[tuple[str, Place], ...]

    def put(self, values: Mapping[str, str]) -> bytes:
        """Return the member with `values`, by name, in the places of the marks."""
        made = [self.texts[0]]
        for (name, place), text in zip(self.marks, self.texts[1:], strict=True):
            made += (_escaped(values[name], place), text)
        return "".join(made).encode("utf-8")


def form_of(data: bytes, *, typed: bool) -> Form | None:
    """Return the form that a member is, or None if it has no mark.

    `typed` tells that Jinja wrote it as it is.
    """
    if START.encode("utf-8") not in data:
        return None
    texts = _MARK.split(data.decode("utf-8"))
    places: list[tuple[str, Place]] = []
    for before, name in zip(texts[::2], texts[1::2], strict=False):
        is_inside = (
            before.rfind("<") > before.rfind(">")
            if "<" in before or ">" in before
            else (bool(places) and places[-1][1] == "attribute")
        )
        places.append((name, "typed" if typed else "attribute" if is_inside else "text"))
    return Form(tuple(texts[::2]), tuple(places))


def computed(sources: Iterable[nodes.Template]) -> frozenset[str]:
    """Return the names of values on which the templates decide, or of which they make others."""
    used: set[str] = set()
    for source in sources:
        shown = [one for output in source.find_all(nodes.Output) for one in output.nodes]
        bare = {id(one) for one in shown if isinstance(one, nodes.Name)}
        for name in source.find_all(nodes.Name):
            if id(name) not in bare:
                used.add(name.name)
    return frozenset(used)


def _escaped(text: str, place: Place) -> str:
    match place:
        case "typed":
            return str(escape(text))
        case "text":
            return content(text)
        case "attribute":
            return attribute(text)
