"""What the text refers to is there: styles, numberings, notes, comments; and no number is twice."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from conventassembler.writers.word.verifying.file import File, Part
from conventassembler.writers.word.verifying.problem import Problem
from conventassembler.writers.word.xml import Element, tag

STYLES: Final = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_AMONGSTYLES: Final = ("basedOn", "next", "link")
_NO_NUMBERING: Final = "0"
"""What a paragraph asks for that takes no number though its style has one."""
_NOTES: Final = (
    ("footnote", "footnoteReference", "/footnotes"),
    ("endnote", "endnoteReference", "/endnotes"),
    ("comment", "commentReference", "/comments"),
)
_CHANGES: Final = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def reference_problems(file: File) -> Iterator[Problem]:
    """Yield what is referred to and not there, and the numbers that two elements have."""
    numbering = file.related("/numbering")
    styles = file.related("/styles")
    parts = [*file.stories(), *(one for one in (styles, numbering) if one is not None)]
    yield from _styles(styles, parts)
    yield from _numberings(numbering, parts)
    for note, call, kind in _NOTES:
        yield from note_problems(file, file.related(kind), note, call)
    yield from number_problems(file)


def _value(element: Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(tag(name), "")


def _styles(styles: Part | None, parts: list[Part]) -> Iterator[Problem]:
    every = styles.all("style") if styles else ()
    kinds = {_value(one, "styleId"): _value(one, "type") for one in every}
    for part in parts:
        for reference, kind in STYLES.items():
            for name in _used(part, reference):
                if kinds.get(name) != kind:
                    yield Problem("no-style", part.name, f"{reference} {name}")
    if styles is not None:
        yield from _twice([_value(one, "styleId") for one in every], "style", styles.name)
        for reference in _AMONGSTYLES:
            for name in _used(styles, reference):
                if name not in kinds:
                    yield Problem("no-style", styles.name, f"{reference} {name}")


def _used(part: Part, reference: str) -> Mapping[str, None]:
    """Return the ids that `part` refers to, each once."""
    return dict.fromkeys(_value(one) for one in part.all(reference))


def _numberings(numbering: Part | None, parts: list[Part]) -> Iterator[Problem]:
    """Hold each number that a paragraph or a style asks for against the numberings there are."""
    levels = levels_of(numbering)
    if numbering is not None:
        yield from _defined_once(numbering)
        for instance in numbering.all("num"):
            abstract = _value(instance.find(tag("abstractNumId")))
            if abstract not in levels:
                yield Problem("no-numbering", numbering.name, f"abstractNum {abstract}")
    abstracts = instances_of(numbering)
    for part in parts:
        asked = dict.fromkeys(asked_list(one) for one in part.all("numPr"))
        for number, level in asked:
            if number and number not in (*abstracts, _NO_NUMBERING):
                yield Problem("no-numbering", part.name, number)
            elif level and level not in (levels.get(abstracts.get(number, "")) or (level,)):
                yield Problem("no-level", part.name, f"{number}, {level}")


def asked_list(properties: Element) -> tuple[str, str]:
    """Return the list and the level that the `w:numPr` of a paragraph asks for."""
    number, level = (properties.find(tag(name)) for name in ("numId", "ilvl"))
    return _value(number), _value(level)


def instances_of(numbering: Part | None) -> Mapping[str, str]:
    """Return the numbering that each instance is one of."""
    instances = numbering.all("num") if numbering else ()
    return {_value(one, "numId"): _value(one.find(tag("abstractNumId"))) for one in instances}


def levels_of(numbering: Part | None) -> Mapping[str, tuple[str, ...]]:
    """Return the levels of each numbering; none are told of one that takes them from a style."""
    abstracts = numbering.all("abstractNum") if numbering else ()
    return {
        _value(one, "abstractNumId"): tuple(
            _value(level, "ilvl") for level in one.findall(tag("lvl"))
        )
        for one in abstracts
    }


def _defined_once(numbering: Part) -> Iterator[Problem]:
    for name, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        numbers = [_value(one, key) for one in numbering.all(name)]
        yield from _twice(numbers, name, numbering.name)


def _twice(numbers: list[str], name: str, part: str) -> Iterator[Problem]:
    counted = Counter(numbers)
    yield from (Problem("id-twice", part, f"{name} {one}") for one, n in counted.items() if n > 1)


def note_problems(file: File, notes: Part | None, note: str, call: str) -> Iterator[Problem]:
    """Hold the notes of a kind against their calls; those with a type are lines, and not called."""
    own = [] if notes is None else [one for one in notes.all(note) if not _value(one, "type")]
    known = [_value(one, "id") for one in own]
    numbers, called = set(known), Counter[str]()
    for part in file.stories():
        here = [_value(one, "id") for one in part.all(call)]
        called.update(here)
        yield from (
            Problem("no-note", part.name, f"{call} {one}") for one in here if one not in numbers
        )
    if notes is None:
        return
    yield from _twice([_value(one, "id") for one in notes.all(note)], note, notes.name)
    for number in known:
        if called[number] != 1:
            rule = "note-twice" if called[number] else "note-uncalled"
            yield Problem(rule, notes.name, f"{note} {number}")


def number_problems(file: File) -> Iterator[Problem]:
    """Yield the numbers that two controls, two changes or two drawings of one part have."""
    controls: list[str] = []
    changes: list[str] = []
    for part in file.stories():
        found = [one.find(tag("id")) for one in part.all("sdtPr")]
        controls += [_value(one) for one in found if one is not None]
        changes += [n for name in _CHANGES for one in part.all(name) if (n := _value(one, "id"))]
        drawn = [one.get("id", "") for one in part.index.get(_DRAWN, ())]
        yield from _twice(drawn, "docPr", part.name)
    yield from _twice(controls, "sdt", file.document)
    yield from _twice(changes, "change", file.document)
