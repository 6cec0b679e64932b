"""How a file goes out: its mark, its mention, its status, its line numbers."""

from collections.abc import Callable
from datetime import date

import pytest
from realistic_draft import words
from word_lint import lint

from conventassembler.draft.model import (
    Block,
    Contents,
    ContentsEntry,
    Draft,
    Heading,
    NewPage,
    Paragraph,
)
from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import Issue, Status, default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.watermark import WORDS
from conventassembler.writers.word.xml import parse, serialise, tag

BLOCKS: tuple[Block, ...] = (
    Paragraph("a", words("Debout.")),
    NewPage("n", "landscape"),
    Paragraph("b", words("Couché.")),
    NewPage("m"),
    Paragraph("c", words("Debout de nouveau.")),
)
DRAFT = Draft("nom", "Titre", "Court", BLOCKS)
TYPE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DAY = date(2026, 11, 15)


def written(issue: Issue, template: bytes | None = None) -> dict[str, bytes]:
    """Return the members of the file that holds `DRAFT`; it is linted and read back."""
    docx, found = write_word(DRAFT, template or default_template(), issue)
    assert found == ()
    assert lint(docx) == []
    assert read_text(docx) == plain_text(DRAFT)
    return read_members(docx)


def altered(name: str, change: Callable[[str], str]) -> bytes:
    """Return the house template with one member changed."""
    members = read_members(default_template())
    before = members[name].decode("utf-8")
    after = change(before)
    assert after != before
    return write_members({**members, name: after.encode("utf-8")})


def without_headers(*kinds: str) -> Callable[[str], str]:
    """Return what takes the references to headers of some kinds out of a document."""

    def change(text: str) -> str:
        root = parse(text.encode("utf-8"))
        for one in list(root.iter(tag("headerReference"))):
            parent = one.getparent()
            if one.get(tag("type")) in kinds and parent is not None:
                parent.remove(one)
        return serialise(root).decode("utf-8")

    return change


def marked(members: dict[str, bytes]) -> list[list[str]]:
    """Return, for each section, the kinds of its headers that have the mark."""
    relations = parse(members["word/_rels/document.xml.rels"])
    parts = {one.get("Id"): f"word/{one.get('Target')}" for one in relations}
    document = parse(members["word/document.xml"])
    return [
        sorted(
            str(one.get(tag("type")))
            for one in section.iter(tag("headerReference"))
            if f'string="{WORDS}"'.encode() in members[parts[one.get(TYPE)]]
        )
        for section in document.iter(tag("sectPr"))
    ]


@pytest.mark.parametrize("status", ["brouillon", "relecture"])
def test_what_is_not_to_be_signed_is_marked_on_every_page(status: Status) -> None:
    assert marked(written(Issue(status))) == [["default", "first"], ["default"], ["default"]]


def test_a_final_act_has_no_mark() -> None:
    members = written(Issue("final"))

    assert marked(members) == [[], [], []]
    assert not any(WORDS.encode() in data for data in members.values())


@pytest.mark.parametrize("missing", [("first",), ("default",), ("first", "default")])
def test_headers_that_the_template_lacks_are_made(missing: tuple[str, ...]) -> None:
    template = altered("word/document.xml", without_headers(*missing))

    members = written(Issue(), template)

    assert marked(members) == [["default", "first"], ["default"], ["default"]]
    assert marked(written(Issue("final"), template)) == [[], [], []]


def test_even_pages_with_headers_of_their_own_are_marked() -> None:
    template = altered(
        "word/settings.xml",
        lambda text: text.replace("<w:defaultTabStop", "<w:evenAndOddHeaders/><w:defaultTabStop"),
    )

    docx, _ = write_word(DRAFT, template, Issue())

    sections = [["default", "even", "first"], ["default", "even"], ["default", "even"]]
    assert marked(read_members(docx)) == sections


def test_a_document_without_a_section_is_marked() -> None:
    def change(text: str) -> str:
        head, rest = text.split("<w:sectPr>")
        return head + rest.split("</w:sectPr>")[1]

    docx, found = write_word(DRAFT, altered("word/document.xml", change), Issue())

    assert found == ()
    assert marked(read_members(docx))[0] == ["default"]


def test_a_header_that_is_one_for_two_kinds_is_marked_once() -> None:
    template = altered("word/document.xml", lambda text: text.replace("r-header2", "r-header1"))

    members = written(Issue(), template)

    assert members["word/header1.xml"].count(b'string="PROJET"') == 1


def test_marks_have_names_of_their_own() -> None:
    members = written(Issue())
    shapes = [
        one.get("id")
        for name, data in members.items()
        if name.startswith("word/header")
        for one in parse(data).iter("{urn:schemas-microsoft-com:vml}shape")
    ]

    assert len(set(shapes)) == len(shapes) == 2
    assert all(str(one).startswith("PowerPlusWaterMarkObject") for one in shapes), "as Word's"


@pytest.mark.parametrize(
    ("issue", "mention"),
    [
        (Issue(), "Projet"),
        (Issue(version="3", day=DAY), "Projet – version\xa03 – 15\xa0novembre\xa02026"),
        (Issue(day=date(2026, 3, 1)), "Projet – 1er\xa0mars\xa02026"),
        (Issue("relecture"), "Projet soumis à relecture"),
        (Issue("final"), ""),
        (Issue("final", day=DAY), ""),
        (Issue("final", "3", DAY), "Version\xa03 – 15\xa0novembre\xa02026"),
    ],
)
def test_the_foot_of_each_page_says_what_the_file_is(issue: Issue, mention: str) -> None:
    foot = parse(written(issue)["word/footer1.xml"])

    text = "".join(one.text or "" for one in foot.iter(tag("t")))
    assert text == (f"{mention} | " if mention else "") + "Page 1 / 1"


def test_a_version_is_text_and_never_markup() -> None:
    foot = parse(written(Issue(version="<3> & co"))["word/footer1.xml"])

    assert "version\xa0<3> & co" in "".join(one.text or "" for one in foot.iter(tag("t")))


def properties(members: dict[str, bytes]) -> dict[str, str]:
    root = parse(members["docProps/core.xml"])
    return {str(one.tag).rpartition("}")[2]: one.text or "" for one in root}


def test_the_properties_say_the_status_and_the_version() -> None:
    first = properties(written(Issue()))
    third = properties(written(Issue("relecture", "3")))

    assert first["title"] == "Titre"
    assert (first["contentStatus"], "version" in first) == ("brouillon", False)
    assert (third["contentStatus"], third["version"]) == ("relecture", "3")


def test_what_the_template_says_of_its_own_status_gives_way() -> None:
    own = "<cp:contentStatus>modèle</cp:contentStatus><cp:version>12</cp:version>"
    template = altered(
        "docProps/core.xml", lambda text: text.replace("<dc:title>", f"{own}<dc:title>")
    )

    found = properties(written(Issue("final"), template))

    assert (found["contentStatus"], "version" in found) == ("final", False)


def test_a_template_without_properties_gets_them() -> None:
    members = read_members(default_template())
    members.pop("docProps/core.xml")
    for name in ("[Content_Types].xml", "_rels/.rels"):
        root = parse(members[name])
        for one in list(root):
            if "core" in f"{one.get('PartName')}{one.get('Target')}":
                root.remove(one)
        members[name] = serialise(root)

    found = written(Issue(version="3"), write_members(members))

    said = properties(found)
    assert (said["contentStatus"], said["version"]) == ("brouillon", "3")
    assert found["_rels/.rels"].count(b"core-properties") == 1
    assert b"/docProps/core.xml" in found["[Content_Types].xml"]


def test_lines_are_numbered_in_every_section_if_asked() -> None:
    numbered = parse(written(Issue(line_numbers=True))["word/document.xml"])
    plain = parse(written(Issue())["word/document.xml"])

    found = [
        (one.get(tag("countBy")), one.get(tag("restart")))
        for one in numbered.iter(tag("lnNumType"))
    ]
    assert found == [("1", "newPage")] * 3
    assert not list(plain.iter(tag("lnNumType")))


LISTED = ("Article 1 : Objet", "Article 2 : Durée")
WITH_CONTENTS = Draft(
    "nom",
    "Titre",
    "Court",
    (
        Contents("c", tuple(ContentsEntry(f"h{n}", 1, words(one)) for n, one in enumerate(LISTED))),
        *(Heading(f"h{n}", 1, "", "", words(one)) for n, one in enumerate(LISTED)),
    ),
)


def contents(pages: dict[str, int]) -> tuple[list[str], list[str]]:
    """Return the lines of the table of contents, and what its fields are asked."""
    docx, _ = write_word(WITH_CONTENTS, default_template(), Issue("final", pages=pages))
    assert lint(docx) == []
    assert read_text(docx) == plain_text(WITH_CONTENTS), "a page is no word of the act"
    root = next(parse(read_members(docx)["word/document.xml"]).iter(tag("sdtContent")))
    lines = [
        "".join("\t" if one.tag == tag("tab") else one.text or "" for one in line.iter())
        for line in root.iter(tag("hyperlink"))
    ]
    asked = [(one.text or "").strip() for one in root.iter(tag("instrText"))]
    return lines, asked


def test_the_contents_have_their_pages_where_these_are_known() -> None:
    first, second = bookmark_name("h0"), bookmark_name("h1")

    lines, asked = contents({first: 2, second: 14})

    assert lines == [
        f"Article 1 : Objet\t PAGEREF {first} \\h 2",
        f"Article 2 : Durée\t PAGEREF {second} \\h 14",
    ]
    assert asked[0] == 'TOC \\o "1-1" \\h \\z \\u', "made anew, it has pages too"


def test_the_contents_have_no_page_where_one_is_unknown() -> None:
    assert contents({bookmark_name("h0"): 2}) == (list(LISTED), ['TOC \\o "1-1" \\n \\h \\z \\u'])


def test_pages_that_libreoffice_wrote_as_plain_text_are_no_words_of_the_act() -> None:
    pages = {bookmark_name("h0"): 2, bookmark_name("h1"): 14}
    docx, _ = write_word(WITH_CONTENTS, default_template(), Issue("final", pages=pages))
    members = read_members(docx)
    root = parse(members["word/document.xml"])
    for line in root.iter(tag("hyperlink")):
        for run in [one for one in line if one.find(tag("fldChar")) is not None]:
            line.remove(run)
        for run in [one for one in line if one.find(tag("instrText")) is not None]:
            line.remove(run)

    saved = write_members({**members, "word/document.xml": serialise(root)})

    assert read_text(saved) == plain_text(WITH_CONTENTS)
