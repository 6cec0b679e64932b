"""The words of the file: every text of the draft is there, and no tag of the template is left.

The file is read here without the reader of `review`: a fault in one is no fault in the other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import islice
from typing import Final

from conventassembler.draft.model import Draft
from conventassembler.draft.plain import note_units, units
from conventassembler.patterns import Pattern
from conventassembler.writers.word.verifying.file import File, Part
from conventassembler.writers.word.verifying.problem import Problem
from conventassembler.writers.word.verifying.told import unlabelled, unpaged
from conventassembler.writers.word.xml import Element, legal, tag

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PROPERTIES: Final = "docProps/"
_UNTAGGED: Final = tag("comments")
"""Comments tell what made a text, and may quote a tag."""
_TAG: Final = Pattern(r"\{[{%#]")
_TAIL: Final = 80
"""Signs by which what looks like a tag is known again: a text may hold thousands of them."""
_BREAKS: Final = {tag("br"): "\n", tag("cr"): "\n", tag("tab"): "\t"}
_SIGNS: Final = {
    tag("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    tag("softHyphen"): "\N{SOFT HYPHEN}",
}
_MARKS: Final = {**_BREAKS, **_SIGNS}
_TOLD: Final = 5
"""How many lost texts are told: each is looked for in the whole file."""


def word_problems(file: File, draft: Draft, also: Iterable[object] = ()) -> Iterator[Problem]:
    """Yield the texts of `draft` that are not in the file, and the tags that nobody typed.

    `also` is what else users gave: it may hold what looks like a tag.
    """
    yield from lost_texts(file, draft)
    # Two texts that stand side by side in one line may make what looks like a tag, « { » and « { ».
    lines = (*units(draft.blocks), *note_units(draft.blocks))
    yield from left_tags(file, (draft, lines, *also))


def lost_texts(file: File, draft: Draft) -> Iterator[Problem]:
    """Yield the texts of `draft` that the file does not say, in the order of the draft.

    The label of a heading may be a number that Word counts: it is no text of the file.
    """
    blocks = [unlabelled(block) for block in draft.blocks]
    document, notes = file.parts.get(file.document), file.related("/footnotes")
    found = (
        *_lost(units(blocks), [] if document is None else _lines(document), file.document),
        *_lost(note_units(blocks), [] if notes is None else _lines(notes), file.document),
    )
    yield from islice(found, _TOLD)


def _lost(texts: Iterable[str], lines: list[str], part: str) -> Iterator[Problem]:
    """Yield the `texts` that end none of the `lines`, which stand in the same order."""
    place, told = 0, 0
    for text in map(legal, texts):
        for number in range(place, len(lines)):
            if lines[number].endswith(text) or unpaged(lines[number]).endswith(text):
                place = number + 1
                break
        else:
            yield Problem("text-lost", part, text)
            told += 1
            if told == _TOLD:
                return


def left_tags(file: File, said: Iterable[object]) -> Iterator[Problem]:
    """Yield what looks like a tag in a text of the file, and is in nothing that was `said`."""
    suspects = [(part, tail) for part, line in _tagged(file) for tail in _tails(line)]
    texts = _spoken(said) if suspects else ()
    own = dict.fromkeys(tail for text in texts for tail in _tails(legal(text)))
    for part, tail in suspects:
        if tail not in own and not any(tail.startswith(one) or one.startswith(tail) for one in own):
            yield Problem("tag-left", part, tail)


def _tagged(file: File) -> Iterator[tuple[str, str]]:
    """Yield the lines in which a tag may stand, with their parts."""
    for part in file.stories():
        if part.root.tag != _UNTAGGED:
            yield from ((part.name, line) for line in _lines(part))
    for name, part in file.parts.items():
        if name.startswith(_PROPERTIES):
            yield from ((name, node.text) for node in part.root.iter() if node.text)


def _tails(text: str) -> list[str]:
    """Return the beginning of what `text` says from each mark of a tag on."""
    return [text[one.start() : one.start() + _TAIL] for one in _TAG.finditer(text)]


def _spoken(said: Iterable[object]) -> Iterator[str]:
    """Yield every string of what was `said`; a key path is also shown key by key."""
    for text in _strings(tuple(said)):
        yield text
        yield from text.split(".")


def _strings(value: object) -> Iterator[str]:
    """Yield every string in a value made of dataclasses and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _strings(getattr(value, each.name))


def _lines(part: Part) -> list[str]:
    """Return the text of each paragraph of `part`, in their order."""
    hidden = {id(node) for one in part.index.get(_FALLBACK, ()) for node in one.iter()}
    lines: list[list[str]] = []
    for node in part.root.iter(tag("p"), tag("t"), *_MARKS):
        if id(node) in hidden:
            continue
        if node.tag == tag("p"):
            lines.append([])
        elif lines:
            lines[-1].append(_said(node))
    return ["".join(line) for line in lines]


def _said(node: Element) -> str:
    """Return what a node says; Word drops the spaces around a text, unless told to keep them."""
    if node.tag == tag("t"):
        text = node.text or ""
        return text if node.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
    parent = node.getparent()
    if parent is None or parent.tag != tag("r"):
        return ""  # a stop of tabs
    return "" if node.get(tag("type")) in ("page", "column") else _MARKS[str(node.tag)]
