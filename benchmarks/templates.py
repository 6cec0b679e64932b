"""The house template with loops in its body, in the language of each of the other makers.

One outline, as a person would type it in Word: a paragraph of its style for each kind of text, and
around it what repeats it. Header, properties, styles and page are those of the house template.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from benchmarks.outline import SECTION, STYLES

_ASKED = "{% if mention %}{{ mention }} | {% endif %}"
"""What the footer of the house template says; each document of the measure has a mention."""
_NUMBERED = ("h1", "h2", "h3", "h4")


class Language(Protocol):
    """How a template says what is to be filled in."""

    def field(self, way: str) -> str:
        """Return the tag of a value of the whole document."""

    def loop(self, name: str, inner: "Inner", *, within: str = "") -> str:
        """Return what repeats `inner` for each of a list; `within` is the list it is of."""


class Inner(Protocol):
    """What is repeated."""

    def __call__(self, value: "Value") -> str:
        """Return paragraphs, with the tags that `value` gives."""


class Value(Protocol):
    """The values of one of a list."""

    def __call__(self, key: str) -> str:
        """Return the tag of the value of a key."""


def template(house: bytes, language: Language) -> bytes:
    """Return the house template with the loops of `language` for its body."""
    return _made(house, "".join(_body(language)), language.field)


def bare(house: bytes) -> bytes:
    """Return the house template with an empty body and nothing to fill in."""
    return _made(house, "", lambda way: way)


def _made(house: bytes, body: str, field: Callable[[str], str]) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(house)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            text = old.read(name).decode("utf-8")
            text = _with_body(text, body) if name == "word/document.xml" else _retold(text, field)
            new.writestr(info, text.encode("utf-8"))
    return out.getvalue()


def _with_body(document: str, body: str) -> str:
    start = document.index("<w:body>") + len("<w:body>")
    return document[:start] + body + document[document.index("<w:sectPr>") :]


def _retold(text: str, field: Callable[[str], str]) -> str:
    text = text.replace(_ASKED, "{{ mention }} | ")
    for name in ("titre", "titre_court", "langue", "mention"):
        text = text.replace(f"{{{{ {name} }}}}", field(name))
    return text


def _body(language: Language) -> Iterator[str]:
    for name in ("titres", "sous_titres", "visas"):
        yield _texts(language, name)
    yield language.loop(
        "parties",
        lambda value: paragraph("Entre", value("entre")) + paragraph("Partie", value("partie")),
    )
    yield _sections(language, "preambule", ("corps", "puces"))
    yield _texts(language, "formule")
    yield _sections(language, "sections", SECTION)
    yield _texts(language, "fait")
    yield _signatures(language)


def _texts(language: Language, name: str, within: str = "") -> str:
    return language.loop(name, lambda value: text_of(name, value("t")), within=within)


def text_of(kind: str, text: str) -> str:
    """Return the paragraph of a text of `kind`; its number, where it has one, is typed."""
    looks = '<w:rPr><w:rStyle w:val="Capitales"/></w:rPr>' if kind == "h1" else ""
    return paragraph(STYLES[kind], text, plain=kind in _NUMBERED, looks=looks)


def _sections(language: Language, name: str, kinds: Iterable[str]) -> str:
    inner = [_texts(language, kind, name) for kind in kinds]
    return language.loop(name, lambda _: "".join(inner))


def _signatures(language: Language) -> str:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="4536" w:type="dxa"/></w:tcPr>'
        f"{paragraph('Signataire', language.field(f'qualite_{place}'))}"
        f"{paragraph('NomSignataire', language.field(f'nom_{place}'))}</w:tc>"
        for place in (1, 2)
    )
    return (
        f"{paragraph('Intervalle', '')}<w:tbl><w:tblPr>"
        '<w:tblStyle w:val="GrilleSignature"/><w:tblW w:w="9072" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="4536"/>'
        '<w:gridCol w:w="4536"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>'
        f'<w:trHeight w:val="2835" w:hRule="atLeast"/></w:trPr>{"".join(cells)}</w:tr></w:tbl>'
        f"{paragraph('Intervalle', '')}"
    )


def paragraph(style: str, text: str, *, plain: bool = False, looks: str = "") -> str:
    """Return a paragraph; where it is `plain`, Word counts no number before its text."""
    number = '<w:numPr><w:numId w:val="0"/></w:numPr>' if plain else ""
    run = f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>{run}</w:p>'


@dataclass(frozen=True, slots=True)
class Jinja:
    """That of docxtpl: a paragraph with a statement is taken out."""

    def field(self, way: str) -> str:
        """Return the tag of a value."""
        return f"{{{{ {way} }}}}"

    def loop(self, name: str, inner: Inner, *, within: str = "") -> str:
        """Return a loop over the paragraphs of `inner`."""
        owner = f"{within}_un." if within else ""
        start = paragraph("Corps", f"{{%p for {name}_un in {owner}{name} %}}")
        end = paragraph("Corps", "{%p endfor %}")
        return start + inner(lambda key: f"{{{{ {name}_un.{key} }}}}") + end


@dataclass(frozen=True, slots=True)
class Mustache:
    """That of docxtemplater, with loops of whole paragraphs."""

    def field(self, way: str) -> str:
        """Return the tag of a value."""
        return f"{{{way}}}"

    def loop(self, name: str, inner: Inner, *, within: str = "") -> str:
        """Return a loop over the paragraphs of `inner`; a name is looked up from within."""
        del within
        start, end = paragraph("Corps", f"{{#{name}}}"), paragraph("Corps", f"{{/{name}}}")
        return start + inner(lambda key: f"{{{key}}}") + end


@dataclass(frozen=True, slots=True)
class Carbone:
    """That of Carbone: the first of a list, then where the next one would begin."""

    def field(self, way: str) -> str:
        """Return the tag of a value."""
        return f"{{d.{way}}}"

    def loop(self, name: str, inner: Inner, *, within: str = "") -> str:
        """Return `inner` for the first of the list, and a paragraph for the next one."""
        owner = f"d.{within}[i]." if within else "d."
        first = inner(lambda key: f"{{{owner}{name}[i].{key}}}")
        return first + paragraph("Corps", f"{{{owner}{name}[i+1].{_next(name)}}}")


def _next(name: str) -> str:
    return {"parties": "entre", "preambule": "n", "sections": "n"}.get(name, "t")


LANGUAGES: dict[str, Language] = {"jinja": Jinja(), "mustache": Mustache(), "carbone": Carbone()}
