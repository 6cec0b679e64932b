"""The values still to be given, in one small paragraph above the title of a `brouillon`.

Each leads to the place that waits for it. They are no words of the act: the style of the paragraph
tells readers of the file to pass over it.
"""

from collections.abc import Iterable, Iterator

from conventassembler.draft.lines import RunIn, rows_of
from conventassembler.draft.model import (
    Blank,
    Block,
    Draft,
    Footnote,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from conventassembler.french.grammar import NBSP
from conventassembler.french.ordinals import ordinal
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.schema.ways import entry_of, way_to
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.fields import link
from conventassembler.writers.word.markup import el, text_elements, text_run, with_whole_runs
from conventassembler.writers.word.styles import Styles

Awaits = tuple[tuple[Blank, str], ...]
"""Values that a line waits for, with their bookmarks."""
_RECITAL = Pattern(r"recitals\[([0-9]{1,4})\]")


@dataclass(frozen=True, slots=True)
class Awaited:
    """One place of the text that waits for a value."""

    blank: Blank
    bookmark: str
    """Where it is waited for; empty for a value that the text does not show."""
    under: str
    """The numbered heading that it stands under, « article 3 »; empty above the first."""

    @property
    def way(self) -> tuple[str, ...]:
        """Whose value it is: the numbered heading instead of the entries, then the keys."""
        return _way(self.blank.path, self.under)

    @property
    def words(self) -> str:
        """What is awaited, with what the clerk added."""
        name = _name(self.blank.path, self.blank.label)
        return f"{name} ({self.blank.hint})" if self.blank.hint else name


@kept
def _way(path: str, under: str) -> tuple[str, ...]:
    keys = way_to(path)[:-1]
    if recital := _RECITAL.match(path):
        return (f"{ordinal(int(recital[1]))} visa", *keys[1:])
    part = under or ("préambule" if path.startswith("preamble[") else "")
    entries = len(entry_of(path))
    return (part, *keys[entries:]) if entries and part else keys


@kept
def _name(path: str, label: str) -> str:
    return way_to(path, label)[-1] or "valeur"


def awaited_in(line: Block | RunIn) -> Iterator[tuple[Blank, str]]:
    """Yield the values that `line` waits for, in the order of its text, each with its bookmark.

    Their bookmarks are those that the writer gives to the same places.
    """
    blocks = (line.heading, line.paragraph) if isinstance(line, RunIn) else (line,)
    for block in blocks:
        for keys, inlines in _lines(block):
            yield from _of_line(keys, inlines)


def list_of_awaited(draft: Draft, lines: tuple[tuple[str, Awaits], ...], styles: Styles) -> str:
    """Return the paragraph that lists what `draft` waits for, or nothing where all is given.

    `lines` are those of the text that wait for something, each with the label that it stands under.
    """
    count, groups = _groups(lines, draft.waiting)
    if not groups:
        return ""
    called = {one.id: one.said for one in draft.parties}
    content = text_run(f"À compléter avant signature ({count}){NBSP}: ")
    for number, (owner, way, links) in enumerate(groups):
        said = (called[owner], *way[1:]) if owner in called else way
        content += text_run(f"{NBSP}; " * bool(number) + " › ".join(said) + f"{NBSP}: " * bool(way))
        content += links
    return el("p", el("pPr", styles.said[names.AWAITED]), with_whole_runs(content + text_run(".")))


@kept
def _groups(
    lines: Iterable[tuple[str, Awaits]], waiting: Iterable[Blank]
) -> tuple[int, tuple[tuple[str, tuple[str, ...], str], ...]]:
    """Return how many values are awaited, and of each group its party, if any, way and links."""
    groups: dict[tuple[str, tuple[str, ...]], dict[tuple[str, str], list[Awaited]]] = {}
    shown = (Awaited(*one, _amid(label)) for label, awaits in lines for one in awaits)
    for one in (*shown, *(Awaited(blank, "", "") for blank in waiting)):
        same = groups.setdefault((_owner(one.blank.path) if one.way else "", one.way), {})
        same.setdefault((one.blank.path, one.words), []).append(one)
    told = [(*way, "".join(_links(items.values()))) for way, items in groups.items()]
    return sum(map(len, groups.values())), tuple(told)


def _owner(path: str) -> str:
    """Return the party whose value a path leads to, if it is one of a party."""
    field, _, rest = path.partition(".")
    return rest.partition(".")[0] if field in ("parties", "partners") else ""


def _amid(label: str) -> str:
    """Return a label as it reads amid a line: « article 3 », but « II » and « A » as they are."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _links(items: Iterable[list[Awaited]]) -> Iterator[str]:
    """Yield the values of one group, each a link to the first place that waits for it, if any."""
    for number, places in enumerate(items):
        if number:
            yield text_run(", ")
        if not places[0].bookmark:
            yield text_run(places[0].words)
            continue
        yield _link(places[0].bookmark, places[0].words)
        if len(places) > 1:
            yield text_run(f" ({len(places)}{NBSP}fois)")


@kept
def _link(bookmark: str, words: str) -> str:
    look = el("rPr", el("u", val="dotted"))
    return link(bookmark, el("r", look, text_elements(words)), words)


def _of_line(key: str, inlines: Inlines) -> Iterator[tuple[Blank, str]]:
    """Yield what one line waits for; values are counted as they are when it is written."""
    values = 0
    for inline in inlines:
        match inline:
            case Text(value=mark) if mark is not None and mark.path:
                values += 1
            case Blank():
                values += 1
                yield inline, bookmark_name(key, "value", str(values))
            case Footnote():
                yield from _of_line(inline.id, inline.inlines)
            case _:
                pass


def _lines(block: Block) -> Iterator[tuple[str, Inlines]]:
    """Yield the lines of `block`, each with the id that its bookmarks are made from."""
    match block:
        case Title():
            for number, line in enumerate(block.lines, start=1):
                yield "\0".join((block.id, "line", str(number))[: 1 if number == 1 else 3]), line
        case Heading() | Paragraph() | ListItem():
            yield block.id, block.inlines
        case Table():
            inner = (one for row in rows_of(block) for cell in row.cells for one in cell.blocks)
            yield from (line for one in inner for line in _lines(one))
        case SignatureGrid():
            for place in (one for row in block.rows for one in row):
                yield f"{place.id}\0lead", place.lead
                yield place.id, place.capacity
                yield f"{place.id}\0name", place.name
        case _:
            pass
