"""The kinds of text of the document, their styles and their order; it needs no library at all."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

SECTION = ("h1", "h2", "h3", "h4", "corps", "puces", "sous_puces", "numeros")
"""The paragraphs of a section, in the order in which a template has them."""
STYLES = {
    "titres": "TitreActe",
    "sous_titres": "SousTitreActe",
    "visas": "Visa",
    "entre": "Entre",
    "partie": "Partie",
    "formule": "Formule",
    "fait": "FaitA",
    "h1": "Heading1",
    "h2": "Heading2",
    "h3": "Heading3",
    "h4": "Heading4",
    "corps": "Corps",
    "puces": "Puce1",
    "sous_puces": "Puce2",
    "numeros": "Numero1",
}
"""The style of each kind of text, as the house template calls it."""


def order_of(context: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each paragraph before the places to sign."""
    for kind in ("titres", "sous_titres", "visas"):
        yield from ((kind, one["t"]) for one in context[kind])
    for one in context["parties"]:
        yield "entre", one["entre"]
        yield "partie", one["partie"]
    yield from _sections(context["preambule"])
    yield from (("formule", one["t"]) for one in context["formule"])
    yield from _sections(context["sections"])
    yield from (("fait", one["t"]) for one in context["fait"])


def _sections(sections: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for section in sections:
        for kind in SECTION:
            yield from ((kind, one["t"]) for one in section[kind])
