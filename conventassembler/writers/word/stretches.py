"""A block of the draft -> a stretch of the body: its text, and all that the file asks of it.

Acts of one model share most of their blocks: a stretch that was written for one of them is taken
again for the next, if the act answers what the block asks of it as the other did.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Final

from conventassembler.draft.lines import RunIn
from conventassembler.draft.model import Blank, Block, Heading
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.writers.word.asking import Asking, Oracle, Question, answers
from conventassembler.writers.word.awaited import awaited_in
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.holes import Holes, Item, Keys, Mark
from conventassembler.writers.word.markup import CLOSE, OPEN
from conventassembler.writers.word.recent import Recent
from conventassembler.writers.word.styles import Styles
from conventassembler.writers.word.values_said import Said, said_in
from conventassembler.writers.word.verifying.told import has_tag, is_told

Line = Block | RunIn
Write = Callable[..., list[str]]
"""Writes a block in a context; what it knows of the neighbours comes behind."""

_HOLE: Final = Pattern(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_SAYS: Final = '<w:t xml:space="preserve">'
_WORDS: Final = Pattern(f"{_SAYS}[^<]+")
_HAS_BLANK: Final = "<w:sdt>"
"""Without it there is no blank in a text but in its notes."""
_MOST: Final = 256
"""Of what one act may share with the next; some twenty paragraphs more come with each."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A stretch without its words; two that differ by words alone have one and the same."""

    forms: tuple[str, ...]
    """The text of the body, then that of each note; « %s » stands for what is open."""
    codes: tuple[tuple[str, ...], ...]
    """For each form, what is open in it, in its order."""
    marks: tuple[Mark, ...]
    controls: tuple[Keys, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """What one block of the draft became."""

    elements: tuple[str, ...]
    """The elements of the body, with holes."""
    forms: tuple[str, ...]
    """As those of its shape, with the words."""
    shape: Shape
    comments: tuple[tuple[str, ...], ...]
    ids: tuple[str, ...]
    """Of the blocks that it is made of."""
    label: str
    """Of the heading that it begins with, if it is a numbered one."""
    awaited: tuple[tuple[Blank, str], ...]
    """The values that it waits for, with their bookmarks."""
    said: tuple[Said, ...]
    """What its values say."""
    is_told: bool
    """Whether its text is that of the block, and nothing in it looks like a tag."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What was written of a block that asks something, by the answers."""

    asked: tuple[Question, ...]
    made: dict[tuple[Hashable, ...], Stretch]


@dataclass(frozen=True, slots=True)
class Manner:
    """How all blocks of an act are written."""

    styles: Styles
    called: str
    """Id of the style of what calls comments; empty where there are none."""
    oracle: Oracle


_known: Final[Recent[tuple[Hashable, ...], _Entry | Stretch]] = Recent(_MOST)
_shapes: Final[Recent[tuple[Hashable, ...], Shape]] = Recent(_MOST)


def begin() -> None:
    """Begin an act: what the last ones had of their own is forgotten."""
    _known.begin()
    _shapes.begin()


def stretch(line: Line, write: Write, manner: Manner, width: int, *how: bool) -> Stretch:
    """Return what `line` becomes where the text is `width` wide.

    `write` writes it; it is given the context and `how`, what it knows of the neighbours.
    """
    key = (line, manner.styles, manner.called, width, how)
    entry = _known.get(key)
    if isinstance(entry, Stretch):
        return entry
    if entry is None:
        asking = Asking(manner.oracle)
        made = _made(line, write, _context(manner, width, asking), how)
        asked = tuple(asking.asked)
        _known.put(key, _Entry(asked, {tuple(asking.answers): made}) if asked else made)
        return made
    told = answers(entry.asked, manner.oracle)
    found = entry.made.get(told)
    if found is None:
        again = iter(told)
        context = _context(manner, width, Asking(lambda _: next(again)))
        found = _made(line, write, context, how)
        entry.made[told] = found
    return found


def altered(one: Stretch, *elements: str) -> Stretch:
    """Return `one` with other `elements`, whose holes and words are the same."""
    forms = (_form("".join(elements)), *one.forms[1:])
    codes = (_codes("".join(elements)), *one.shape.codes[1:])
    shape = _shape(forms, codes, one.shape.marks, one.shape.controls, one.shape.items)
    return replace(one, elements=elements, forms=forms, shape=shape)


def stretch_of(*elements: str) -> Stretch:
    """Return `elements` that belong to no block and have no holes."""
    text = "".join(elements)
    forms, codes = (_form(text),), (_codes(text),)
    return Stretch(
        elements, forms, _shape(forms, codes, (), (), ()), (), (), "", (), (), not has_tag(text)
    )


def _context(manner: Manner, width: int, asking: Asking) -> Context:
    return Context(manner.styles, asking, Holes(), width, manner.called)


def _made(line: Line, write: Write, context: Context, how: tuple[bool, ...]) -> Stretch:
    elements = write(line, context, *how)
    holes = context.holes
    texts = ("".join(elements), *holes.notes)
    forms, codes = tuple(map(_form, texts)), tuple(map(_codes, texts))
    marks, controls, items = tuple(holes.marks), tuple(holes.controls), tuple(holes.items)
    return Stretch(
        tuple(elements),
        forms,
        _shape(forms, codes, marks, controls, items),
        tuple(holes.comments),
        tuple([block.id for block in _blocks(line)]),
        _label(line),
        tuple(awaited_in(line)) if _HAS_BLANK in texts[0] or holes.notes else (),
        tuple(said_in(_blocks(line))),
        is_told(texts[0], texts[1:], _blocks(line)),
    )


def _blocks(line: Line) -> tuple[Block, ...]:
    return (line.heading, line.paragraph) if isinstance(line, RunIn) else (line,)


def _label(line: Line) -> str:
    first = _blocks(line)[0]
    return first.label if isinstance(first, Heading) else ""


def _form(text: str) -> str:
    return _HOLE.sub("%s", text.replace("%", "%%"))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(_HOLE.findall(text))


def _shape(
    forms: tuple[str, ...],
    codes: tuple[tuple[str, ...], ...],
    marks: tuple[Mark, ...],
    controls: tuple[Keys, ...],
    items: tuple[Item, ...],
) -> Shape:
    bare = tuple([_WORDS.sub(_SAYS, form) for form in forms])
    key = (bare, codes, marks, controls, items)
    return _shapes.get(key) or _shapes.put(key, Shape(*key))
