"""What the writer holds its files against: each fault is found, and nothing else."""

import re
import timeit
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from broken_files import BROKEN, DRAFT, Broken, sound
from realistic_draft import words

from conventassembler.diagnostics.word_faults import SERIOUS, SLIGHT, WORDS
from conventassembler.diagnostics.wording import message
from conventassembler.draft.model import Draft, Paragraph
from conventassembler.writers.word import Issue, default_template, write_word, writer
from conventassembler.writers.word.body import body
from conventassembler.writers.word.bookmarks import Bookmarks
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.parts import OFFICE
from conventassembler.writers.word.verifying import Problem, verify, verify_file


def problems(broken: Broken) -> tuple[Problem, ...]:
    made = broken.made()
    return verify_file(made) if isinstance(made, bytes) else verify(made, DRAFT)


@pytest.mark.parametrize("name", BROKEN)
def test_each_broken_file_is_found_with_its_part_and_its_thing(name: str) -> None:
    broken = BROKEN[name]
    found = problems(broken)

    assert {one.rule for one in found} == broken.rules
    assert any(broken.thing in f"{one.part} {one.thing}" for one in found), found


def test_a_sound_file_has_no_problem() -> None:
    assert verify(sound(), DRAFT) == ()
    assert verify_file(write_members(sound())) == ()


def test_each_rule_has_a_broken_file() -> None:
    assert {rule for broken in BROKEN.values() for rule in broken.rules} == set(WORDS)
    assert not set(SERIOUS) & set(SLIGHT)


def test_the_page_on_word_has_a_row_for_each_broken_file() -> None:
    page = (Path(__file__).parents[2] / "docs/word.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|(?: (?:found|–) \|){3}$", page, re.MULTILINE)

    assert rows == list(BROKEN)
    assert f"The {len(BROKEN)} files of" in page


def test_the_shipped_template_has_no_problem() -> None:
    assert {one for one in verify_file(default_template()) if one.rule != "tag-left"} == set()


def altered(part: str, old: str, new: str) -> bytes:
    """Return the shipped template with some words of one part changed, wherever they stand."""
    members = read_members(default_template())
    before = members[part].decode("utf-8")
    assert old in before
    return write_members({**members, part: before.replace(old, new).encode("utf-8")})


def test_a_file_that_we_make_wrong_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bookmarks, "_free", lambda *_: "ca_une_fois")
    draft = replace(DRAFT, blocks=(*DRAFT.blocks, Paragraph("une-fois", words("Une fois."))))

    docx, found = write_word(draft, default_template(), template_name="la maison.docx")

    assert docx == b""
    assert {item.code for item in found} == {"C607"}
    assert {item.position.file for item in found} == {"exemple.docx"}
    assert "two bookmarks have this name (“ca_une_fois” in word/document.xml)" in message(
        found[0], "en"
    )


def test_a_text_that_we_lose_is_told_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "body", lambda blocks, *rest: body(blocks[:-2], *rest))

    docx, found = write_word(DRAFT, default_template())

    assert docx == b""
    assert "«\u00a0Fait à Longvic\u00a0» dans word/document.xml" in message(found[0], "fr")


def test_a_template_that_word_may_refuse_stops_the_build() -> None:
    footer = '<Override PartName="/word/footer1.xml"'
    template = altered("[Content_Types].xml", footer, footer + ' ContentType="a/b"/>' + footer)

    docx, found = write_word(DRAFT, template, template_name="la maison.docx")

    assert docx == b""
    assert [(item.code, item.position.file) for item in found] == [("C608", "la maison.docx")]
    assert "(“word/footer1.xml” in [Content_Types].xml)" in message(found[0], "en")


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("_rels/.rels", "officeDocument"),
        ("word/_rels/document.xml.rels", "styles"),
        ("word/_rels/document.xml.rels", "numbering"),
    ],
)
def test_what_comes_of_a_fault_of_the_template_is_not_told_as_ours(part: str, kind: str) -> None:
    template = altered(part, f'"{OFFICE}/{kind}"', '"urn:oups"')

    docx, found = write_word(DRAFT, template, template_name="la maison.docx")

    assert docx == b""
    assert {(one.code, one.position.file) for one in found} == {("C608", "la maison.docx")}


@pytest.mark.parametrize(
    ("kind", "issue"), [("comments", Issue(annotated=True)), ("header", Issue("relecture"))]
)
def test_a_damaged_part_that_the_writer_would_add_to_is_told(kind: str, issue: Issue) -> None:
    end = "</Relationships>"
    led = f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="a.xml"/>'
    members = read_members(altered("word/_rels/document.xml.rels", end, led + end))

    docx, found = write_word(DRAFT, write_members({**members, "word/a.xml": b"<w:oups"}), issue)

    assert docx == b""
    assert "C608" in {one.code for one in found}
    assert {one.position.file for one in found} == {"maison.docx"}


def test_what_word_puts_up_with_in_a_template_is_told_and_the_file_written() -> None:
    listed = '<w:listSeparator w:val=";"/>'
    template = altered("word/settings.xml", listed, listed + '<w:zoom w:percent="90"/>')

    docx, found = write_word(DRAFT, template, template_name="la maison.docx")

    assert [(item.code, item.position.file) for item in found] == [("C609", "la maison.docx")]
    assert {one.rule for one in verify(read_members(docx), DRAFT)} == {"order"}


def test_what_users_type_may_look_like_a_tag() -> None:
    text = "Voir {{ titre }} et {% fin"
    draft = Draft("{# nom", text, "Court {{", (Paragraph("p", words(text)),))

    docx, found = write_word(draft, default_template())

    assert found == ()
    assert verify(read_members(docx), draft) == ()
    assert {one.rule for one in verify(read_members(docx), DRAFT)} == {"tag-left", "text-lost"}


def test_thousands_of_tags_that_a_user_typed_take_no_more_room_than_the_text() -> None:
    draft = Draft("nom", "Titre", "Court", (Paragraph("p", words("{{ a" * 5_000)),))
    members = read_members(write_word(draft, default_template())[0])
    tracemalloc.start()

    assert verify(members, draft) == ()

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_large_file_is_verified_in_a_time_that_grows_with_it() -> None:
    def spent(count: int) -> float:
        blocks = tuple(Paragraph(f"p{n}", words(f"Alinéa {n}.")) for n in range(count))
        draft = Draft("nom", "Titre", "Court", blocks)
        members = read_members(write_word(draft, default_template())[0])
        return min(timeit.repeat(lambda: verify(members, draft), number=1, repeat=3))

    assert spent(8000) < 30 * spent(1000)
