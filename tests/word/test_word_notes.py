"""Notes at the foot of the page, and the templates that have no room for them yet."""

import re

import pytest
from realistic_draft import words
from word_lint import lint
from word_parts import bookmarked, has, outline, parts, value

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Draft,
    Footnote,
    Heading,
    Inlines,
    Paragraph,
    Row,
    Table,
    Text,
    ValueMark,
)
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import parse, serialise, tag

NOTES = "word/footnotes.xml"


def called(text: str, note: str, key: str = "n") -> Inlines:
    return (Text(text), Footnote(key, words(note)), Text("."))


PARAGRAPH = Paragraph("p", called("Le mot", "Sa note."))
CELL = Cell((Paragraph("c", called("Une somme", "Hors taxes.", "m"), "cell"),))
TABLE = Table("t", ("left",), None, (Row("r", (CELL,)),))
HEADING = Heading("h", 1, "Article 1", " : ", called("Objet", "De l’acte.", "o"), capitals=True)


def without_notes() -> dict[str, bytes]:
    """Return the members of the shipped template as one made before there were notes."""
    members = read_members(default_template())
    del members[NOTES]
    for name, old in (
        ("[Content_Types].xml", b'<Override PartName="/word/footnotes.xml"'),
        ("word/_rels/document.xml.rels", b'<Relationship Id="r-footnotes"'),
        ("word/settings.xml", b"<w:footnotePr>"),
    ):
        head, _, tail = members[name].partition(old)
        end = b"</w:footnotePr>" if b"footnotePr" in old else b"/>"
        members[name] = head + tail.partition(end)[2]
    return members


def test_a_note_is_called_where_it_stands_and_said_at_the_foot() -> None:
    found = parts(PARAGRAPH)
    body, notes = found["word/document.xml"], found[NOTES]

    runs = list(next(body.iter(tag("p"))).iter(tag("r")))
    assert [has(run, "footnoteReference") for run in runs] == [False, True, False]
    assert value(next(runs[1].iter(tag("rStyle")))) == "FootnoteReference"
    assert outline(notes) == [("FootnoteText", " Sa note.")]
    assert has(notes[-1], "footnoteRef")


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    notes = parts(HEADING, TABLE, PARAGRAPH)[NOTES]

    assert [note.get(tag("id")) for note in notes] == ["-1", "0", "1", "2", "3"]
    assert [text for _, text in outline(notes)] == [" De l’acte.", " Hors taxes.", " Sa note."]


def test_a_note_and_its_values_can_be_found_again() -> None:
    note = Footnote("n", (Text("Le "), Text("3 mai", value=ValueMark("date")), Blank("lieu")))
    found = bookmarked_notes(Paragraph("p", (Text("Mot"), note)))

    assert found == {
        bookmark_name("n"): "Le 3 mai[à compléter]",
        bookmark_name("n", "value", "1"): "3 mai",
        bookmark_name("n", "value", "2"): "[à compléter]",
    }


def bookmarked_notes(*blocks: Block) -> dict[str, str]:
    return bookmarked(parts(*blocks)[NOTES])


def test_an_act_without_notes_leaves_the_template_as_it_is() -> None:
    docx, _ = write_word(Draft("nom", "", "", ()), write_members(without_notes()))

    assert NOTES not in read_members(docx)


@pytest.mark.parametrize("drop", [(), ("word/settings.xml",)])
def test_a_template_without_notes_gets_their_part(drop: tuple[str, ...]) -> None:
    members = {name: data for name, data in without_notes().items() if name not in drop}
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels") if drop else ():
        members[name] = re.sub(rb"<[^<]*settings[.]xml[^<]*/>", b"", members[name])
    docx, found = write_word(Draft("nom", "", "", (PARAGRAPH,)), write_members(members))

    assert found == ()
    assert read_text(docx) == "Le mot.\nSa note."
    made = read_members(docx)
    assert b'PartName="/word/footnotes.xml"' in made["[Content_Types].xml"]
    assert b'Target="footnotes.xml"' in made["word/_rels/document.xml.rels"]
    if not drop:
        assert lint(docx) == []
        settings = [str(one.tag) for one in parse(made["word/settings.xml"])]
        assert settings.index(tag("footnotePr")) == settings.index(tag("compat")) - 1


def test_the_notes_of_a_template_stay() -> None:
    members = read_members(default_template())
    own = '<w:footnote w:id="7"><w:p><w:r><w:t>De la maison.</w:t></w:r></w:p></w:footnote>'
    members[NOTES] = members[NOTES].replace(b"</w:footnotes>", f"{own}</w:footnotes>".encode())
    docx, found = write_word(Draft("nom", "", "", (PARAGRAPH,)), write_members(members))

    notes = parse(read_members(docx)[NOTES])
    assert [one.code for one in found] == ["C609"], "nothing calls it"
    assert [note.get(tag("id")) for note in notes] == ["-1", "0", "7", "8"]
    assert read_text(docx) == "Le mot.\nSa note."


def test_notes_are_read_in_the_order_of_their_calls() -> None:
    docx, _ = write_word(Draft("nom", "", "", (PARAGRAPH, TABLE)), default_template())
    members = read_members(docx)
    notes = parse(members[NOTES])
    notes.append(notes[2])
    members[NOTES] = serialise(notes)

    assert read_text(write_members(members)) == "Le mot.\nUne somme.\nSa note.\nHors taxes."
