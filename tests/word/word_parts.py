"""What the tests of the Word file look at: its parts, its paragraphs, its bookmarks."""

from word_lint import lint

from conventassembler.draft.model import Block, Draft
from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import Issue, default_template, write_word
from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import Element, parse, tag


def parts(
    *blocks: Block, bullets: tuple[str, ...] = (), template: bytes | None = None
) -> dict[str, Element]:
    """Return the parsed parts of the file that holds `blocks`; the file is linted.

    It goes out for a review: a brouillon would list its blanks above the blocks.
    """
    draft = Draft("nom", "Titre", "Court", blocks, bullets=bullets)
    docx, found = write_word(draft, template or default_template(), Issue("relecture"))
    assert found == ()
    assert lint(docx) == []
    assert read_text(docx) == plain_text(draft)
    return {name: parse(data) for name, data in read_members(docx).items()}


def document(*blocks: Block) -> Element:
    return parts(*blocks)["word/document.xml"]


def outline(root: Element) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph that has text."""
    found = []
    for paragraph in root.iter(tag("p")):
        text = "".join(t.text or "" for t in paragraph.iter(tag("t")))
        if text:
            found.append((value(next(paragraph.iter(tag("pStyle")))), text))
    return found


def value(element: Element) -> str:
    return element.get(tag("val"), "")


def has(element: Element, name: str) -> bool:
    return next(element.iter(tag(name)), None) is not None


def bookmarked(root: Element) -> dict[str, str]:
    """Return the text inside each bookmark."""
    found: dict[str, str] = {}
    for start in root.iter(tag("bookmarkStart")):
        inside = []
        for following in start.itersiblings():
            if following.get(tag("id")) == start.get(tag("id")):
                break
            inside += [t.text or "" for t in following.iter(tag("t"))]
        found[start.get(tag("name"), "")] = "".join(inside)
    return found


def numbers(root: Element) -> list[tuple[str, str]]:
    """Return the numbering and the level that each paragraph asks for by itself."""
    return [
        (value(next(numbering.iter(tag("numId")))), value(next(numbering.iter(tag("ilvl")))))
        for numbering in root.iter(tag("numPr"))
    ]
