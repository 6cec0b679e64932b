"""Comments that tell a reviewer which clause speaks, on what basis, and when to choose it.

They stand at the heading of a clause, or at its first line. The findings that the act accepts are
told once, at the top. Their day is the one that the user
gives the file, never that of the clock.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from conventassembler.draft.lines import RunIn
from conventassembler.draft.model import Block, Draft, Heading, Source
from conventassembler.french.grammar import NBSP
from conventassembler.writers.word.parts import OFFICE, STYLES, Parts
from conventassembler.writers.word.xml import Element, integer, tag, text_run, w

AUTHOR: Final = "conventassembler"
INITIALS: Final = "ca"
NO_DAY: Final = date(1980, 1, 1)
"""What comments are dated where no day is given: LibreOffice 7.4 saves those without any with a day
that is none, and the file is then no valid one. It is the first day that zip files know."""

_NAME: Final = "word/comments.xml"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TEXT, _CALL = ("annotation text", "CommentText"), ("annotation reference", "CommentReference")


def remark(source: Source) -> tuple[str, ...]:
    """Return what the comment at a clause says of its text, a paragraph each."""
    read = f"Relue le {source.reviewed}." if source.reviewed else "Aucune relecture n’est indiquée."
    basis = " ; ".join(source.basis).replace(" ;", f"{NBSP};")
    return (
        f"Clause {source.variant} – {source.title}",
        f"Base légale{NBSP}: {basis}" if basis else "Base légale non indiquée.",
        f"À choisir quand{NBSP}: {source.choose_when}",
        read,
    )


class Comments:
    """The comments of one file: one for each clause, each time that it speaks."""

    def __init__(
        self, parts: Parts, draft: Draft, day: date | None, opening: tuple[str, ...] = ()
    ) -> None:
        self._opening = opening
        self._moment = f"{(day or NO_DAY).isoformat()}T00:00:00Z"
        self._sources = {source.variant: source for source in draft.sources}
        self._clauses = dict(_clauses(draft.blocks))
        self._done: set[tuple[str, str]] = set()
        self._root = _part(parts)
        self._next = 1 + max((integer(one, "id", 0) for one in self._root), default=-1)
        sheet = parts.tree(STYLES)
        self._call = _style(sheet, *_CALL, _look("character", w("sz", val=16), w("szCs", val=16)))
        self._text = _style(sheet, *_TEXT, _look("paragraph", w("sz", val=20), w("szCs", val=20)))

    def mark(self, block: Block | RunIn, elements: list[Element]) -> list[Element]:
        """Return `elements`, made of `block`, with the comment of the clause that begins there."""
        key = self._begun(block)
        line = next(filter(_has_text, _paragraphs(elements)), None)
        if self._opening and line is not None:
            self._comment(line, self._opening)
            self._opening = ()
        if key and line is not None:
            self._done.add(key)
            self._comment(line, remark(self._sources[key[1]]))
        return elements

    def _begun(self, block: Block | RunIn) -> tuple[str, str] | None:
        """Return the place in the act and the clause that begin with `block`, if one does."""
        first = block.heading if isinstance(block, RunIn) else block
        instance, variant = first.id.partition("/")[0], first.provenance.variant
        if isinstance(first, Heading) and first.id == instance:
            variant = variant or self._clauses.get(instance, "")
        key = (instance, variant)
        return key if variant in self._sources and key not in self._done else None

    def _comment(self, line: Element, words: Iterable[str]) -> None:
        number = self._next
        self._next += 1
        said = [w("p", w("pPr", w("pStyle", val=self._text)), text_run(text)) for text in words]
        said[0].insert(1, w("r", w("rPr", w("rStyle", val=self._call)), w("annotationRef")))
        told = {"author": AUTHOR, "date": self._moment, "initials": INITIALS}
        self._root.append(w("comment", *said, id=number, **told))
        line.insert(_behind_properties(line), w("commentRangeStart", id=number))
        call = w("r", w("rPr", w("rStyle", val=self._call)), w("commentReference", id=number))
        line.extend((w("commentRangeEnd", id=number), call))


def _clauses(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield each place in the act and its clause; where it has several, the first comes last."""
    for block in reversed(tuple(blocks)):
        if block.provenance.variant:
            yield block.id.partition("/")[0], block.provenance.variant


def _paragraphs(elements: Iterable[Element]) -> Iterator[Element]:
    return (line for element in elements for line in element.iter(tag("p")))


def _has_text(line: Element) -> bool:
    return next(line.iter(tag("t")), None) is not None


def _behind_properties(line: Element) -> int:
    return 1 if len(line) and line[0].tag == tag("pPr") else 0


def _part(parts: Parts) -> Element:
    """Return the root of the part that holds comments, made where the template has none."""
    kind = f"{OFFICE}/comments"
    for name in parts.targets(kind).values():
        if name in parts:
            return parts.tree(name)
    root = w("comments")
    parts.add(_NAME, root, kind, content_type=_CONTENT)
    return root


def _style(sheet: Element, name: str, id_: str, look: Element) -> str:
    """Return the id of the style `name`, which takes `look` where the template has none."""
    for style in sheet.iter(tag("style")):
        called = style.find(tag("name"))
        if called is not None and called.get(tag("val"), "").casefold() == name:
            return style.get(tag("styleId"), "")
    taken = {style.get(tag("styleId")) for style in sheet.iter(tag("style"))}
    free = next(one for one in (id_, *(f"{id_}{n}" for n in range(2, 9999))) if one not in taken)
    look.set(tag("styleId"), free)
    look.insert(0, w("name", val=name))
    sheet.append(look)
    return free


def _look(kind: str, *run: Element) -> Element:
    """Return a style of that kind without a name."""
    paragraph = [w("pPr", w("spacing", before=0, after=40), w("jc", val="left"))]
    return w(
        "style",
        w("uiPriority", val=99),
        w("semiHidden"),
        *(paragraph if kind == "paragraph" else []),
        w("rPr", *run),
        type=kind,
    )
