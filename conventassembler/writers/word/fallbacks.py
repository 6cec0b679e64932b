"""Styles that came later: a template made before lacks them, and is given them with a plain look.

A style of the first hour is required (C601), since nothing knows what it should look like. What
the tool began to write afterwards has a look to fall back on, based on one that is required.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from conventassembler.frozen import dataclass
from conventassembler.writers.word.xml import Element, tag, w

Look = Callable[[], tuple[Element, ...]]


def _nothing() -> tuple[Element, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Fallback:
    """How a style looks that a template has not."""

    base: str
    """Name of the required style, of the same kind, that it is based on."""
    paragraph: Look = _nothing
    """Returns what its `w:pPr` holds, in the order of the schema."""
    run: Look = _nothing
    """Returns what its `w:rPr` holds, in the order of the schema."""


def _framed() -> tuple[Element, ...]:
    sides = (
        w(side, val="single", sz=4, space=3, color="8A6D00")
        for side in ("top", "left", "bottom", "right")
    )
    return (
        w("keepLines"),
        w("suppressLineNumbers"),
        w("pBdr", *sides),
        w("shd", val="clear", color="auto", fill="FFF9DC"),
        w("spacing", before=0, after=240),
        w("ind", left=70, right=70),
        w("jc", val="left"),
    )


def _small() -> tuple[Element, ...]:
    return w("sz", val=15), w("szCs", val=15)


OPTIONAL: Final[Mapping[tuple[str, str], Fallback]] = MappingProxyType(
    {
        ("paragraph", "Mentions à compléter"): Fallback("Corps", _framed, _small),
    }
)
"""By kind and name. A style added to the writer goes here, and into the templates shipped."""


def lacking(root: Element) -> tuple[str, ...]:
    """Return the names of the optional styles that are not under `root`, that of the styles."""
    known = _by_name(root)
    return tuple(name for kind, name in OPTIONAL if (kind, name.casefold()) not in known)


def complete(root: Element) -> None:
    """Add to `root` the optional styles that it lacks."""
    wanted = lacking(root)
    for (kind, name), look in OPTIONAL.items():
        if name in wanted:
            root.append(_style(root, kind, name, look))


def _style(root: Element, kind: str, name: str, look: Fallback) -> Element:
    taken = {one.get(tag("styleId")) for one in root.iter(tag("style"))}
    number = next(n for n in range(1, len(taken) + 2) if f"ca{n}" not in taken)
    base = _by_name(root).get((kind, look.base.casefold()))
    found = [("pPr", look.paragraph()), ("rPr", look.run())]
    return w(
        "style",
        w("name", val=name),
        *([] if base is None else [w("basedOn", val=base.get(tag("styleId"), ""))]),
        *(w(part, *content) for part, content in found if content),
        type=kind,
        customStyle=1,
        styleId=f"ca{number}",
    )


def _by_name(root: Element) -> dict[tuple[str, str], Element]:
    found = {}
    for style in root.iter(tag("style")):
        name = style.find(tag("name"))
        if name is not None:
            found[style.get(tag("type"), ""), name.get(tag("val"), "").casefold()] = style
    return found
