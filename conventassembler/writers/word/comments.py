"""Comments that tell a reviewer which clause speaks, on what basis, and when to choose it.

They stand at the heading of a clause, or at its first line. The findings that the act accepts are
told once, at the top. Their day is the one that the user
gives the file, never that of the clock.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from conventassembler.draft.lines import RunIn
from conventassembler.draft.model import Block, Draft, Heading, Source
from conventassembler.french.grammar import NBSP
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.markup import el, text_run
from conventassembler.writers.word.parts import OFFICE, STYLES, Parts
from conventassembler.writers.word.xml import Element, integer, tag, w

AUTHOR: Final = "conventassembler"
INITIALS: Final = "ca"
NO_DAY: Final = date(1980, 1, 1)
"""What comments are dated where no day is given: LibreOffice 7.4 saves those without any with a day
that is none, and the file is then no valid one. It is the first day that zip files know."""

_NAME: Final = "word/comments.xml"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PARAGRAPH: Final = Pattern("<w:p>.*?</w:p>", re.DOTALL)
_HEAD: Final = "</w:pPr>"
_END: Final = "</w:p>"
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


@dataclass(frozen=True, slots=True)
class Margin:
    """Where comments go in one file, and how they look."""

    part: str
    first: int
    """The number of the first that is added."""
    call: str
    """Ids of the styles of the mark in the text, and of what is said."""
    text: str


def open_margin(parts: Parts) -> Margin:
    """Return where comments go in the file; a template without any gets the part and the styles."""
    name = _part(parts)
    first = 1 + max((integer(one, "id", 0) for one in parts.tree(name)), default=-1)
    sheet = parts.tree(STYLES)
    call = _style(sheet, *_CALL, _look("character", w("sz", val=16), w("szCs", val=16)))
    text = _style(sheet, *_TEXT, _look("paragraph", w("sz", val=20), w("szCs", val=20)))
    return Margin(name, first, call, text)


class Comments:
    """The comments of one act: one for each clause, each time that it speaks."""

    def __init__(self, draft: Draft, opening: tuple[str, ...] = ()) -> None:
        self._opening = opening
        self._sources = {source.variant: source for source in draft.sources}
        self._clauses = dict(_clauses(draft.blocks))
        self._done: set[tuple[str, str]] = set()

    def at(self, instance: str, variant: str, opens: str) -> tuple[tuple[str, ...], ...]:
        """Return what is said at the first line of a block, a comment each.

        The block is of that `instance` and that clause, or `opens` the instance as its heading.
        """
        variant = variant or (self._clauses.get(instance, "") if opens else "")
        told = [self._opening] if self._opening else []
        self._opening = ()
        if variant in self._sources and (instance, variant) not in self._done:
            self._done.add((instance, variant))
            told.append(remark(self._sources[variant]))
        return tuple(told)


def commented(block: Block | RunIn, elements: list[str], context: Context) -> list[str]:
    """Return `elements`, made of `block`, with the comments of the clause that begins there."""
    found = next(((n, line) for n, one in enumerate(elements) for line in _told(one)), None)
    if found is None:
        return elements
    number, line = found
    first = block.heading if isinstance(block, RunIn) else block
    instance = first.id.partition("/")[0]
    opens = "opens" if isinstance(first, Heading) and first.id == instance else ""
    start, end = elements[number][: line.start()], elements[number][line.end() :]
    text = line.group()
    for words in context.headings.comments(instance, first.provenance.variant, opens):
        text = _called(text, context.holes.comment(words), context.called)
    return [*elements[:number], f"{start}{text}{end}", *elements[number + 1 :]]


def comment(words: Iterable[str], number: int, moment: str, margin: Margin) -> str:
    """Return the comment that says `words`."""
    head = el("pPr", el("pStyle", val=margin.text))
    mark = el("r", el("rPr", el("rStyle", val=margin.call)), el("annotationRef"))
    first, *others = words
    said = [el("p", head, mark, text_run(first)), *(el("p", head, text_run(o)) for o in others)]
    return el("comment", *said, id=number, author=AUTHOR, date=moment, initials=INITIALS)


def moment_of(day: date | None) -> str:
    """Return what comments of `day` are dated."""
    return f"{(day or NO_DAY).isoformat()}T00:00:00Z"


def _told(element: str) -> Iterator[re.Match[str]]:
    """Yield the paragraphs of `element` that say something."""
    return (one for one in _PARAGRAPH.finditer(element) if "<w:t " in one.group())


def _called(line: str, number: str, style: str) -> str:
    """Return the paragraph `line` with the two ends of a comment in it, and its call."""
    place = line.index(_HEAD) + len(_HEAD)
    end = len(line) - len(_END)
    start = f'<w:commentRangeStart w:id="{number}"/>'
    look = el("rPr", el("rStyle", val=style))
    call = f'<w:r>{look}<w:commentReference w:id="{number}"/></w:r>'
    return f'{line[:place]}{start}{line[place:end]}<w:commentRangeEnd w:id="{number}"/>{call}{_END}'


def _clauses(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield each place in the act and its clause; where it has several, the first comes last."""
    for block in reversed(tuple(blocks)):
        if block.provenance.variant:
            yield block.id.partition("/")[0], block.provenance.variant


def _part(parts: Parts) -> str:
    """Return the name of the part that holds comments, made where the template has none."""
    kind = f"{OFFICE}/comments"
    for name in parts.targets(kind).values():
        if name in parts:
            return name
    parts.add(_NAME, w("comments"), kind, content_type=_CONTENT)
    return _NAME


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
