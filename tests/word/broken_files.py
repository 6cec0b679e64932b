"""Word files that are broken on purpose: a sound one with one edit each, and what that breaks.

`python tests/word/broken_files.py FOLDER` writes them there, for other validators to read.
"""

import io
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from realistic_draft import words

from conventassembler.draft.model import (
    Blank,
    Cell,
    Contents,
    ContentsEntry,
    Draft,
    Field,
    Footnote,
    Heading,
    ListItem,
    NewPage,
    Paragraph,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
    ValueMark,
)
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.package import CONTENT_TYPES, read_members, write_members
from conventassembler.writers.word.xml import WORD, Element, parse, serialise, tag, w

Members = dict[str, bytes]
Edit = Callable[[Members], Members | bytes]

DOCUMENT = "word/document.xml"
NOTES = "word/footnotes.xml"
RELATIONS = "word/_rels/document.xml.rels"


def _cell(name: str) -> Cell:
    return Cell((Paragraph(name, (Text(f"Cellule {name}", value=ValueMark(name)),), "cell"),))


def _table(name: str) -> Table:
    header = Row("h", (_cell(f"{name}a"), _cell(f"{name}b")))
    return Table(name, (), header, (Row("r", (_cell(f"{name}c"), _cell(f"{name}d"))),))


DRAFT = Draft(
    "exemple",
    "Convention d’exemple",
    "Convention",
    (
        Title("t", (words("Convention d’exemple"), words("entre la Commune et l’Association"))),
        Contents("s", (ContentsEntry("a1", 1, words("Article 1 : Objet")),)),
        Heading("a1", 1, "Article 1", " : ", words("Objet")),
        Paragraph("p1", (*words("Le soutien est de "), Text("trois ans", value=ValueMark("a.b")))),
        Paragraph("p2", (*words("Une somme"), Footnote("n1", words("Hors taxes.")), *words("."))),
        Paragraph("p3", (*words("Une autre"), Footnote("n2", words("Par an.")), *words("."))),
        Paragraph("p4", (*words("Le siège est à "), Blank("siège", "[à compléter]"))),
        ListItem("i1", words("premier point"), 1, "ordered", 1),
        ListItem("i2", words("second point"), 1, "ordered", 2),
        _table("u"),
        _table("v"),
        Paragraph("p5", (*words("Ces pages sont au nombre de "), Field("pages"), *words("."))),
        NewPage("np", "landscape"),
        Paragraph("p6", (Text("Fait à Longvic", strong=True, emphasis=True),)),
        SignatureGrid("g", ((Signatory("x", "commune", words("Le Maire")),),)),
    ),
)
"""An act with something of everything."""


def sound() -> Members:
    """Return the members of a file without a fault."""
    docx, found = write_word(DRAFT, default_template())
    assert found == ()
    return read_members(docx)


@dataclass(frozen=True)
class Broken:
    """A broken file."""

    rules: frozenset[str]
    """All the rules that it breaks."""
    thing: str
    """What one of its problems names."""
    edit: Edit

    def made(self) -> Members | bytes:
        """Return its members; the bytes of the file where members could not hold the fault."""
        return self.edit(sound())

    def docx(self) -> bytes:
        """Return the file."""
        made = self.made()
        return made if isinstance(made, bytes) else write_members(made)


BROKEN: dict[str, Broken] = {}


def _broken(name: str, rules: str, thing: str) -> Callable[[Edit], Edit]:
    def keep(edit: Edit) -> Edit:
        BROKEN[name] = Broken(frozenset(rules.split()), thing, edit)
        return edit

    return keep


def _tree(
    name: str, rules: str, thing: str, part: str = DOCUMENT
) -> Callable[[Callable[[Element], object]], Callable[[Element], object]]:
    """Register an edit of the tree of one part."""

    def keep(change: Callable[[Element], object]) -> Callable[[Element], object]:
        def edit(members: Members) -> Members:
            root = parse(members[part])
            before = serialise(root)
            change(root)
            after = serialise(root)
            assert after != before, name
            return {**members, part: after}

        BROKEN[name] = Broken(frozenset(rules.split()), thing, edit)
        return change

    return keep


def _added(name: str, rules: str, thing: str, xml: str) -> None:
    """Register an edit that adds blocks to the end of the text."""

    def edit(members: Members) -> Members:
        spaces = (
            f'xmlns:w="{WORD}" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        )
        root = parse(members[DOCUMENT])
        body = root[0]
        for block in parse(f"<x {spaces}>{xml}</x>".encode()):
            body.insert(len(body) - 2, block)
        return {**members, DOCUMENT: serialise(root)}

    BROKEN[name] = Broken(frozenset(rules.split()), thing, edit)


def _all(root: Element, name: str) -> list[Element]:
    return list(root.iter(tag(name)))


def _drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _text(root: Element, said: str) -> Element:
    return next(one for one in _all(root, "t") if one.text == said)


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(asked: str) -> str:
    inside = f"<w:r><w:instrText> {asked} </w:instrText></w:r>"
    return f"<w:p>{_mark('begin')}{inside}{_mark('separate')}{_run('1')}{_mark('end')}</w:p>"


def _control(number: int, alias: str, key: str) -> str:
    said = f'<w:alias w:val="{alias}"/>' if alias else ""
    properties = f'{said}<w:tag w:val="{key}"/><w:id w:val="{number}"/>'
    return (
        f"<w:p><w:sdt><w:sdtPr>{properties}</w:sdtPr>"
        f"<w:sdtContent>{_run('a')}</w:sdtContent></w:sdt></w:p>"
    )


# The package.


@_broken("a part that is not XML", "malformed", "settings")
def _(members: Members) -> Members:
    return {**members, "word/settings.xml": members["word/settings.xml"][:-4]}


@_broken("a member twice in the zip", "malformed", "two members have one name")
def _(members: Members) -> bytes:
    buffer = io.BytesIO(write_members(members))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")  # zipfile knows what it does
        archive.writestr("word/settings.xml", members["word/settings.xml"])
    return buffer.getvalue()


@_broken("a part under two names", "part-twice unreached", "word/settings.xml")
def _(members: Members) -> Members:
    return {**members, "word/Settings.xml": members["word/settings.xml"]}


@_broken("a relationship to nothing", "target typed-alone", "word/fontTable.xml")
def _(members: Members) -> Members:
    return {name: data for name, data in members.items() if name != "word/fontTable.xml"}


@_broken("a part without a kind", "untyped unreached", "word/media/image1.png")
def _(members: Members) -> Members:
    return {**members, "word/media/image1.png": b"\x89PNG"}


@_tree("a kind said twice", "typed-twice", "word/settings.xml", CONTENT_TYPES)
def _(root: Element) -> None:
    named = [one for one in root if one.get("PartName") == "/word/settings.xml"]
    root.append(parse(serialise(named[0])))


@_tree("no document", "no-document unreached text-lost", "officeDocument", "_rels/.rels")
def _(root: Element) -> None:
    _drop(next(one for one in root if one.get("Type", "").endswith("/officeDocument")))


@_tree("an id of two relationships", "relation-twice relation", "r-styles", RELATIONS)
def _(root: Element) -> None:
    headers = [one for one in root if one.get("Type", "").endswith("/header")]
    headers[0].set("Id", "r-styles")


@_tree("a header without a relationship", "relation unreached", "header1", RELATIONS)
def _(root: Element) -> None:
    _drop(next(one for one in root if one.get("Target") == "header1.xml"))


# Structure.


@_tree("a paragraph in a paragraph", "inside", "p in p")
def _(root: Element) -> None:
    first, second = _all(root, "p")[-2:]
    first.append(second)


@_tree("a run outside a paragraph", "inside", "r in body")
def _(root: Element) -> None:
    root[0].insert(0, w("r", w("t")))


@_tree("paragraph properties out of order", "order", "pStyle in pPr")
def _(root: Element) -> None:
    properties = next(one for one in _all(root, "pPr") if len(one) > 1)
    properties.append(properties[0])


@_tree("run properties out of order", "order", "b in rPr")
def _(root: Element) -> None:
    properties = next(one for one in _all(root, "rPr") if len(one) > 1)
    properties.append(properties[0])


@_tree("cell properties out of order", "order", "tcW in tcPr")
def _(root: Element) -> None:
    properties = _all(root, "tcPr")[0]
    properties.insert(0, w("vAlign", val="center"))


@_tree("settings out of order", "order", "zoom in settings", "word/settings.xml")
def _(root: Element) -> None:
    root.append(root[0])


@_tree("a numbering behind its instance", "order", "abstractNum", "word/numbering.xml")
def _(root: Element) -> None:
    root.append(_all(root, "abstractNum")[0])


@_tree("properties behind the text", "order", "pPr in p")
def _(root: Element) -> None:
    paragraph = next(one for one in _all(root, "p") if len(one) > 2)
    paragraph.append(paragraph[0])


_added(
    "a text that stands among deleted ones",
    "deleted",
    "t: parti",
    f'<w:p><w:del w:id="9001" w:author="a">{_run("parti")}</w:del></w:p>',
)


# Marks.


@_tree("a bookmark name twice", "bookmark-twice", "CA_")
def _(root: Element) -> None:
    starts = _all(root, "bookmarkStart")
    linked = {one.get(tag("anchor")) for one in _all(root, "hyperlink")}
    free = [one for one in starts if one.get(tag("name")) not in linked]
    free[-1].set(tag("name"), free[-2].get(tag("name"), "").upper())


@_tree("a bookmark id twice", "id-twice bookmark-end", "bookmark")
def _(root: Element) -> None:
    outer = next(
        start
        for start in _all(root, "bookmarkStart")
        if (after := start.getnext()) is not None and after.tag == start.tag
    )
    inner = outer.getnext()
    assert inner is not None
    inner.set(tag("id"), outer.get(tag("id"), ""))


@_tree("a bookmark that does not end", "bookmark-open", "ca_")
def _(root: Element) -> None:
    _drop(_all(root, "bookmarkEnd")[-1])


@_tree("the end of no bookmark", "bookmark-end", "777")
def _(root: Element) -> None:
    _all(root, "p")[-1].append(w("bookmarkEnd", id=777))


@_tree("bookmarks that cross", "bookmark-crossed", "ca_")
def _(root: Element) -> None:
    inner = next(
        end
        for end in _all(root, "bookmarkEnd")
        if (after := end.getnext()) is not None and after.tag == end.tag
    )
    outer = inner.getnext()
    assert outer is not None
    outer.addnext(inner)


@_tree("a bookmark from one cell to another", "bookmark-open", "ca_")
def _(root: Element) -> None:
    first, second = _all(root, "tc")[:2]
    _all(second, "p")[0].append(_all(first, "bookmarkEnd")[-1])


@_tree("a bookmark name that is too long", "bookmark-name", "ca_0000000000")
def _(root: Element) -> None:
    linked = {one.get(tag("anchor")) for one in _all(root, "hyperlink")}
    starts = [one for one in _all(root, "bookmarkStart") if one.get(tag("name")) not in linked]
    starts[-1].set(tag("name"), "ca_" + "0" * 38)


@_tree("a field that is not closed", "field-open", "NUMPAGES")
def _(root: Element) -> None:
    _drop(_all(root, "fldChar")[-1])


@_tree("a field cut in two by a cell", "field-open", "NUMPAGES")
def _(root: Element) -> None:
    end = _all(root, "fldChar")[-1].getparent()
    assert end is not None
    _all(_all(root, "tc")[-1], "p")[0].append(end)


@_tree("a mark of no field", "field-mark", "separate")
def _(root: Element) -> None:
    _all(root, "p")[-1].append(w("r", w("fldChar", fldCharType="separate")))


_added("a reference to no bookmark", "no-bookmark", "ca_absent", _field(r"REF ca_absent \h"))
_added("a page of no bookmark", "no-bookmark", "_Toc1", _field(r"PAGEREF _Toc1 \h"))


@_tree("a link to no bookmark", "no-bookmark", "ca_absent")
def _(root: Element) -> None:
    _all(root, "hyperlink")[0].set(tag("anchor"), "ca_absent")


# References.


@_tree("a style that is not there", "no-style", "pStyle Absent")
def _(root: Element) -> None:
    _all(root, "pStyle")[0].set(tag("val"), "Absent")


@_tree("a table in the style of a paragraph", "no-style", "tblStyle Corps")
def _(root: Element) -> None:
    _all(root, "tblStyle")[0].set(tag("val"), "Corps")


@_tree("a style made of one that is not there", "no-style", "basedOn Absent", "word/styles.xml")
def _(root: Element) -> None:
    _all(root, "basedOn")[0].set(tag("val"), "Absent")


@_tree("a note called twice", "note-twice note-uncalled", "footnote")
def _(root: Element) -> None:
    first, second = _all(root, "footnoteReference")
    second.set(tag("id"), first.get(tag("id"), ""))


@_tree("a note never called", "note-uncalled", "footnote")
def _(root: Element) -> None:
    _drop(_all(root, "footnoteReference")[0])


@_tree("a note that is not there", "no-note text-lost", "footnoteReference", NOTES)
def _(root: Element) -> None:
    _drop(root[-1])


_added(
    "a comment that is not there",
    "no-note",
    "commentReference 4",
    '<w:p><w:r><w:commentReference w:id="4"/></w:r></w:p>',
)


def _numbered(number: int, level: int) -> str:
    asked = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return f"<w:p><w:pPr><w:numPr>{asked}</w:numPr></w:pPr>{_run('a')}</w:p>"


_added("a numbering that is not there", "no-numbering", "999", _numbered(999, 0))
_added("a level that is not there", "no-level", "1, 8", _numbered(1, 8))


@_tree("an instance of no numbering", "no-numbering", "999", "word/numbering.xml")
def _(root: Element) -> None:
    _all(root, "abstractNumId")[-1].set(tag("val"), "999")


_drawn = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="a"/></wp:inline></w:drawing></w:r>'
_added("a number of two drawings", "id-twice", "docPr 7", f"<w:p>{_drawn * 2}</w:p>")
_added(
    "a number of two content controls",
    "id-twice",
    "sdt 42",
    _control(42, "Un", "a") + _control(42, "Deux", "b"),
)


# Layout.


@_tree("tables that touch", "tables-touch", "Cellule ua")
def _(root: Element) -> None:
    table = next(root.iter(tag("tbl")))
    while (after := table.getnext()) is not None and after.tag == tag("p"):
        _drop(after)


@_tree("an empty cell", "cell-end text-lost", "Cellule ua")
def _(root: Element) -> None:
    cell = _all(root, "tc")[0]
    for paragraph in cell.findall(tag("p")):
        cell.remove(paragraph)


@_tree("a row that is not as wide as its table", "row-width", "Cellule ua")
def _(root: Element) -> None:
    _all(root, "tr")[0].append(w("tc", w("p")))


_grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
_added("a table without a row", "no-row", "tbl", f"<w:tbl>{_grid}</w:tbl><w:p/>")
_added("a row without a cell", "no-row", "tr", f"<w:tbl>{_grid}<w:tr/></w:tbl><w:p/>")
_added("a tag that is too long", "control-name", "Objet", _control(42, "Objet", "a" * 65))
_added("a control without a name", "control-name", "clé", _control(42, "", "clé"))


@_tree("a page that stands and says that it lies", "section", "orient")
def _(root: Element) -> None:
    _all(root, "pgSz")[-1].set(tag("orient"), "portrait")


@_tree("margins as wide as the page", "section", "pgMar")
def _(root: Element) -> None:
    _all(root, "pgMar")[-1].set(tag("left"), "20000")


# Words.


@_tree("a tag of the template that is left", "tag-left", "{{ titre }}", "word/header1.xml")
def _(root: Element) -> None:
    _all(root, "t")[0].text = "Modèle {{ titre }}"


@_tree("a paragraph that is lost", "text-lost", "Le soutien est de trois ans")
def _(root: Element) -> None:
    run = _text(root, "Le soutien est de ").getparent()
    assert run is not None
    while (paragraph := run.getparent()) is not None and run.tag != tag("p"):
        run = paragraph
    _drop(run)


@_tree("a word that is lost", "text-lost", "Le soutien est de trois ans")
def _(root: Element) -> None:
    _text(root, "trois ans").text = "trois an"


@_tree("a space that Word drops", "text-lost", "Le soutien est de trois ans")
def _(root: Element) -> None:
    del _text(root, "Le soutien est de ").attrib["{http://www.w3.org/XML/1998/namespace}space"]


@_tree("texts that changed places", "text-lost", "second point")
def _(root: Element) -> None:
    first, second = _text(root, "premier point"), _text(root, "second point")
    first.text, second.text = second.text, first.text


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file, the sound one first."""
    yield "sound", write_members(sound())
    yield from ((name, broken.docx()) for name, broken in BROKEN.items())


if __name__ == "__main__":
    for name, docx in files():
        Path(sys.argv[1], f"{name}.docx").write_bytes(docx)
