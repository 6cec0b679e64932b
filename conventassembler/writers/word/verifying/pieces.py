"""A file that was put together of stretches, verified by what was verified of each.

`verify` parses a whole file; most of what it would find in one of a hundred acts of one model it
found, or did not, in the first. Here each shape of a stretch is parsed once, each state of what
stands around the body once; what holds for the whole file is then told from what was found of its
pieces. It tells only that a file is sound: what is wrong with another one, `verify` says.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final
from xml.parsers import expat

from lxml import etree

from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.writers.word.bookmarks import PREFIX, is_legal
from conventassembler.writers.word.verifying.file import File, Part, Relation, index_of, opened
from conventassembler.writers.word.verifying.form import problems_of_form
from conventassembler.writers.word.verifying.layout import layout_problems
from conventassembler.writers.word.verifying.marks import bookmark_ends, field_ends, target_of
from conventassembler.writers.word.verifying.package import relations_in
from conventassembler.writers.word.verifying.references import (
    STYLES,
    asked_list,
    instances_of,
    levels_of,
    note_problems,
    number_problems,
)
from conventassembler.writers.word.verifying.structure import structure_problems
from conventassembler.writers.word.xml import WORD, parse, tag

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCUMENT: Final = "word/document.xml"
_NOTES: Final = "word/footnotes.xml"
_ROOT: Final = f'<w:{{0}} xmlns:w="{WORD}" xmlns:r="{_OFFICE}">{{1}}</w:{{0}}>'
_RELATIONS: Final = {
    "": (Relation("1", "/officeDocument", _DOCUMENT, False),),
    _DOCUMENT: (Relation("1", "/footnotes", _NOTES, False),),
}
_STRANGE: Final = tuple(
    tag(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "drawing", "pict"),
        *("endnoteReference", "commentReference", "fldSimple", "object"),
    )
)
"""What no stretch of ours has: a file that has it is verified as a whole."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TABLE: Final = tag("tbl")
_NO_LIST: Final = "0"

_TIMES: Final = {"b": 2, "n": 2}
"""How often a hole of a kind stands in a stretch: a bookmark begins and ends, a note is called."""
_RUN: Final = '<w:r><w:t xml:space="preserve"></w:t></w:r>'
_RUNS: Final = Pattern(
    rf'(?:{_RUN}|<w:bookmarkStart w:id="b(\d+)" w:name="{PREFIX}m\1"/>{_RUN}'
    r'<w:bookmarkEnd w:id="b\1"/>)+'
)
_COUNTED: Final = Pattern(rf'"(b|{PREFIX}m)(\d+)"')

Codes = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What was found of one shape of a stretch."""

    leads: frozenset[str]
    """The bookmarks to which it leads."""
    styles: frozenset[tuple[str, str]]
    """The styles that it asks for, each with its kind."""
    lists: frozenset[tuple[str, str]]
    """The lists and levels that it asks for; a hole by its code."""
    relations: frozenset[str]
    ends: tuple[bool, bool]
    """Whether it begins with a table, and whether it ends with one."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What was found of all that stands around a body, where nothing was wrong."""

    names: frozenset[str]
    """Of bookmarks, in small letters."""
    numbers: Mapping[str, frozenset[str]]
    """Numbers that are taken: of bookmarks, controls and notes."""
    styles: frozenset[tuple[str, str]]
    lists: frozenset[tuple[str, str]]
    relations: frozenset[str]
    ends: tuple[bool, bool]
    """Whether a table stands right before the body, and right behind it."""


@lru_cache(maxsize=1024)
def piece_of(forms: tuple[str, ...], codes: Codes) -> Piece | None:
    """Return what there is to know of a stretch, or None if something is wrong with it.

    `forms` are its text and that of its notes without words, « %s » for a hole.
    """
    counted = Counter(code for some in codes for code in some)
    if any(count != _TIMES.get(code[0], 1) for code, count in counted.items()):
        return None
    sample = [form % tuple(map(_sample, some)) for form, some in zip(forms, codes, strict=True)]
    return _piece_of(*_simple(sample))


def _sample(code: str) -> str:
    """Return what stands in a hole while its shape is verified: a name of ours, or a number."""
    return f"{PREFIX}{code}" if code[0] == "m" else code


def _simple(texts: Iterable[str]) -> tuple[str, ...]:
    """Return `texts` with one run in the place of several, of which some have a whole bookmark.

    The bookmarks that are left are counted anew: most paragraphs of an act are one, then.
    """
    left: dict[str, str] = {}

    def again(found: re.Match[str]) -> str:
        kind, number = found.groups()
        return f'"{kind}{left.setdefault(number, str(len(left) + 1))}"'

    return tuple([_COUNTED.sub(again, _RUNS.sub(_RUN, text)) for text in texts])


@lru_cache(maxsize=512)
def _piece_of(body: str, *notes: str) -> Piece | None:
    try:
        document = parse(_ROOT.format("document", f"<w:body>{body}</w:body>").encode("utf-8"))
        below = parse(_ROOT.format("footnotes", "".join(notes)).encode("utf-8"))
    except etree.XMLSyntaxError:
        return None
    parts = {
        name: Part(name, root, index_of(root))
        for name, root in ((_DOCUMENT, document), (_NOTES, below))
    }
    asked: list[str] = []
    if _are_strange(parts.values()) or _has_problem(parts, asked) or not _is_whole(parts):
        return None
    return _piece(parts, asked)


def _are_strange(parts: Iterable[Part]) -> bool:
    return any(part.index.get(name) for part in parts for name in _STRANGE)


def _has_problem(parts: Mapping[str, Part], asked: list[str]) -> bool:
    """Tell whether a rule finds something; add what fields ask for to `asked`."""
    file = File(tuple(parts), parts, _RELATIONS)
    rules = [structure_problems(file), layout_problems(file), number_problems(file)]
    for part in parts.values():
        rules += (bookmark_ends(part), field_ends(part, asked))
    rules.append(note_problems(file, parts[_NOTES], "footnote", "footnoteReference"))
    return any(True for rule in rules for _ in rule)


def _is_whole(parts: Mapping[str, Part]) -> bool:
    """Tell whether a bookmark has a number and a name of one kind, and every space counts."""
    starts = [one for part in parts.values() for one in part.all("bookmarkStart")]
    numbers = [one.get(tag("id"), "").removeprefix("b") for one in starts]
    names = [one.get(tag("name"), "").removeprefix(f"{PREFIX}m") for one in starts]
    texts = [one for part in parts.values() for one in part.all("t")]
    alike = numbers == names and len(set(numbers)) == len(numbers)
    return alike and all(one.get(_SPACE) == "preserve" for one in texts)


def _piece(parts: Mapping[str, Part], asked: Iterable[str]) -> Piece:
    every = tuple(parts.values())
    anchors = [one.get(tag("anchor"), "") for part in every for one in part.all("hyperlink")]
    body = parts[_DOCUMENT].root[0]
    return Piece(
        frozenset(name.casefold() for name in (*anchors, *map(target_of, asked)) if name),
        frozenset(
            (kind, one.get(tag("val"), ""))
            for part in every
            for reference, kind in STYLES.items()
            for one in part.all(reference)
        ),
        frozenset(asked_list(one) for part in every for one in part.all("numPr")),
        frozenset(one for part in every for one in relations_in(part)),
        (body[0].tag == _TABLE, body[-1].tag == _TABLE) if len(body) else (False, False),
    )


def ground_of(
    members: Mapping[str, bytes], document: str, around: tuple[bytes, bytes]
) -> Ground | None:
    """Return what there is to know of a file, or None if something is wrong with it.

    `around` is what stands in its `document` around the body.
    """
    file, malformed = opened(members)
    if malformed or any(True for _ in problems_of_form(file)):
        return None
    stories = tuple(file.stories())
    starts = [one for part in stories for one in part.all("bookmarkStart")]
    controls = [one.find(tag("id")) for part in stories for one in part.all("sdtPr")]
    notes = file.related("/footnotes")
    styles, numbering = file.related("/styles"), file.related("/numbering")
    levels, instances = levels_of(numbering), instances_of(numbering)
    head, tail = (text.decode("utf-8") for text in around)
    return Ground(
        frozenset(one.get(tag("name"), "").casefold() for one in starts),
        {
            "b": frozenset(one.get(tag("id"), "") for one in starts),
            "s": frozenset(one.get(tag("val"), "") for one in controls if one is not None),
            "n": frozenset(one.get(tag("id"), "") for one in notes.all("footnote"))
            if notes
            else frozenset(),
        },
        frozenset(
            (one.get(tag("type"), ""), one.get(tag("styleId"), ""))
            for one in (styles.all("style") if styles else ())
        ),
        frozenset(
            (number, level) for number, one in instances.items() for level in levels.get(one, ())
        ),
        frozenset(relation.id for relation in file.relations.get(document, ())),
        (head.endswith("</w:tbl>"), tail.startswith("<w:tbl>")),
    )


def are_sound(
    ground: Ground, pieces: Sequence[Piece], holes: Sequence[Mapping[str, str | int]]
) -> bool:
    """Tell whether a file is sound that stands on `ground` and is made of `pieces` in their order.

    `holes` says for each of them what its holes are filled with, by their codes.
    """
    given = [(code[0], str(value)) for some in holes for code, value in some.items()]
    names = [value for kind, value in given if kind == "m"]
    return (
        _are_new(names, ground.names)
        and all(map(is_legal, names))
        and all(
            _are_new([value for one, value in given if one == kind], taken)
            for kind, taken in ground.numbers.items()
        )
        and _lead_somewhere(ground, pieces, holes, names)
        and not _tables_touch(ground, pieces)
    )


def _are_new(values: Sequence[str], taken: frozenset[str]) -> bool:
    """Tell whether no value is there twice, nor one of those that are `taken`."""
    found = {value.casefold() for value in values}
    return len(found) == len(values) and not found & taken


def _lead_somewhere(
    ground: Ground,
    pieces: Sequence[Piece],
    holes: Sequence[Mapping[str, str | int]],
    names: Iterable[str],
) -> bool:
    there = ground.names.union(names)
    return all(
        piece.leads <= there
        and piece.styles <= ground.styles
        and piece.relations <= ground.relations
        and all(_is_list(number, level, some, ground) for number, level in piece.lists)
        for piece, some in zip(pieces, holes, strict=True)
    )


def _is_list(number: str, level: str, holes: Mapping[str, str | int], ground: Ground) -> bool:
    number = str(holes.get(number, number))
    return number == _NO_LIST or (number, level) in ground.lists


def _tables_touch(ground: Ground, pieces: Sequence[Piece]) -> bool:
    ends = ((False, ground.ends[0]), *(piece.ends for piece in pieces), (ground.ends[1], False))
    return any(above[1] and below[0] for above, below in pairwise(ends))


def is_well_formed(data: bytes) -> bool:
    """Tell whether a part can be read, as it is written."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return False
    return True
