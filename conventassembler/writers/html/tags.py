"""Elements: the only place where HTML is put together, so that all that was typed is escaped."""

from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import Markup

NOTHING = Markup("")


def element(name: str, *children: str, **attributes: object) -> Markup:
    """Return an element; children that are plain text, and all attributes, are escaped.

    An attribute without a value is left out, `True` is an attribute that needs none; a `_` in its
    name is a `-`, and one at the end is dropped: `class_`.
    """
    said = joined(_attribute(key, value) for key, value in attributes.items())
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), said, joined(children))


def void(name: str, **attributes: object) -> Markup:
    """Return an element that has no end: `<br>`."""
    said = joined(_attribute(key, value) for key, value in attributes.items())
    return Markup("<{}{}>").format(Markup(name), said)


def joined(parts: Iterable[str]) -> Markup:
    """Return `parts` one after the other; those that are plain text are escaped."""
    return NOTHING.join(parts)


def lined(text: str) -> Markup:
    """Return `text` escaped, each line feed as a line break."""
    return void("br").join(text.split("\n"))


def anchor(kind: str, key: str) -> str:
    """Return an id of the page that any key gives: it has no space and is its own fragment."""
    return f"{kind}-{quote(key, safe='.')}"


def _attribute(key: str, value: object) -> Markup:
    name = Markup(key.rstrip("_").replace("_", "-"))
    if value is True:
        return Markup(" {}").format(name)
    return (
        Markup(' {}="{}"').format(name, str(value)) if value not in (None, False, "") else NOTHING
    )
