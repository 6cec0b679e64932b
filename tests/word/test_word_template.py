"""The house template: ours is what its script makes, and a faulty one is told in full."""

import importlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from realistic_draft import DRAFT, words
from word_lint import lint

from conventassembler.caching.where import VARIABLE
from conventassembler.diagnostics import Diagnostic, Severity
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.draft.model import Draft, Paragraph
from conventassembler.writers.word import (
    SHIPPED,
    default_template,
    shipped_template,
    tagging,
    write_word,
)
from conventassembler.writers.word.fallbacks import OPTIONAL
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.shell import compile_shell
from conventassembler.writers.word.styles import REQUIRED

TOOLS = Path(__file__).parents[2] / "tools"
SLOT = "<w:r><w:t>{{p body }}</w:t></w:r>"
SHORT = Draft("nom", "Titre", "Court", (Paragraph("p", words("mot")),))


shipped = pytest.mark.parametrize("name", SHIPPED)


def altered(part: str, change: Callable[[str], str]) -> bytes:
    """Return the shipped template with one part changed."""
    members = read_members(default_template())
    before = members[part].decode("utf-8")
    after = change(before)
    assert after != before
    return write_members({**members, part: after.encode("utf-8")})


def replaced(part: str, old: str, new: str) -> bytes:
    return altered(part, lambda text: text.replace(old, new))


def findings(template: bytes) -> tuple[Diagnostic, ...]:
    """Return what is wrong with `template`; nothing is ever written when something is."""
    docx, found = write_word(SHORT, template, template_name="la maison.docx")
    assert found
    assert docx == b""
    assert {item.severity for item in found} == {Severity.ERROR}
    assert {item.position.file for item in found} == {"la maison.docx"}
    return found


def told(template: bytes) -> list[str]:
    return [message(item, "en") for item in findings(template)]


def test_the_committed_templates_are_what_their_script_makes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(TOOLS)
    script = importlib.import_module("house_template")

    made = {look.name: script.template(look) for look in script.LOOKS}

    assert made == {name: shipped_template(name) for name in SHIPPED}


@shipped
def test_a_shipped_template_is_well_made_but_for_its_tags(name: str) -> None:
    assert {fault for fault in lint(shipped_template(name)) if "tag left" not in fault} == set()


@shipped
def test_a_shipped_template_carries_nothing_but_what_it_needs(name: str) -> None:
    assert sorted(read_members(shipped_template(name))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_the_names_of_the_act_reach_properties_and_header_as_text() -> None:
    draft = Draft("nom", 'A & B <c> "d"', "{{ titre }}", ())

    docx, found = write_word(draft, default_template())

    members = read_members(docx)
    assert found == ()
    assert b"A &amp; B &lt;c&gt; " in members["docProps/core.xml"]
    assert b"{{ titre }}" in members["word/header1.xml"]


def test_every_missing_style_is_told_at_once() -> None:
    template = altered(
        "word/styles.xml",
        lambda text: text.replace('"Visa"/>', '"Vissa"/>').replace('"Capitales"/>', '"Autre"/>'),
    )

    assert told(template) == [
        "the house template has no style named “Visa”; did you mean “Vissa”?",
        "the house template has no style named “Capitales”",
    ]


@pytest.mark.parametrize("name", [name for one, name in REQUIRED if (one, name) not in OPTIONAL])
def test_each_style_is_needed(name: str) -> None:
    template = replaced("word/styles.xml", f'<w:name w:val="{name}"/>', '<w:name w:val="x"/>')

    assert [item.arguments["style"] for item in findings(template)] == [name]


def test_a_style_of_another_kind_does_not_serve() -> None:
    old = 'w:type="character" w:customStyle="1" w:styleId="Capitales"'
    template = replaced("word/styles.xml", old, old.replace("character", "paragraph"))

    assert told(template) == ["the style “Capitales” of the house template is a paragraph style"]


def test_styles_are_found_by_name_whatever_their_case_and_id() -> None:
    template = altered(
        "word/styles.xml",
        lambda text: text.replace('"heading 1"', '"Heading 1"').replace('"Heading1"', '"Titre1"'),
    )

    docx, found = write_word(DRAFT, template)

    assert found == ()
    assert b'<w:pStyle w:val="Titre1"/>' in read_members(docx)["word/document.xml"]


@pytest.mark.parametrize(
    "template",
    [
        b"no zip file",
        write_members({"a.txt": b"a"}),
        replaced("word/document.xml", "</w:body>", ""),
        replaced("word/styles.xml", "</w:styles>", ""),
        replaced("word/numbering.xml", "<w:numbering ", "<w:numbering w:a=& "),
    ],
    ids=["text", "other zip", "document", "styles", "numbering"],
)
def test_what_is_no_word_document_is_refused(template: bytes) -> None:
    assert told(template) == ["“la maison.docx” is not a Word document that can be read"]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ titre",
        "{{ titre | inconnu }}",
        "{% if titre %}",
        "{{ titre / 0 }}",
        "{{ titre.absent.absent }}",
        "{{ ''.__class__.__mro__ }}",
        "{% for a in range(999999999) %}{% endfor %}",
        "{% if nom == '' %}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{% endif %}"
        "</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>",
    ],
)
def test_a_tag_that_cannot_be_understood_or_fails_is_told(tag: str) -> None:
    template = replaced("word/header1.xml", "{{ titre_court }}", tag)

    assert [item.code for item in findings(template)] == ["C603"]


def test_the_unknown_names_of_all_parts_are_told_at_once() -> None:
    template = altered("word/header1.xml", lambda text: text.replace("titre_court", "titre_cour"))
    members = read_members(template)
    members["word/footer1.xml"] = members["word/footer1.xml"].replace(b"Page", b"{{ ville }}")

    assert sorted(told(write_members(members))) == [
        "a tag of the house template asks for “titre_cour”, which no agreement gives"
        " [the header, paragraph 1: “{{ titre_cour }}”]; did you mean “titre_court”?",
        "a tag of the house template asks for “ville”, which no agreement gives"
        " [the footer, paragraph 1: “{% if mention %}{{ mention }} | {% endif %}{{ vil…”]",
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text.replace(SLOT, ""), []),
        (
            lambda text: text.replace(SLOT, SLOT + "</w:p><w:p>" + SLOT),
            ["stands there a second time [the text, paragraph 2: “{{p body }}”]"],
        ),
        (
            lambda text: text.replace(SLOT, SLOT.replace("{{p", "Texte {{p")),
            ["stands amid other words [the text, paragraph 1: “Texte {{p body }}”]"],
        ),
        (
            lambda text: text.replace(SLOT, SLOT.replace("{{p body }}", "Le {{ body }} et suite")),
            ["stands amid other words [the text, paragraph 1: “Le {{ body }} et suite”]"],
        ),
        (
            lambda text: text.replace(SLOT, SLOT.replace("{{p", "{{")),
            ["is typed without its “p” [the text, paragraph 1: “{{ body }}”]"],
        ),
        (
            lambda text: text.replace("<w:p>", "<w:tbl><w:tr><w:tc><w:p>").replace(
                "</w:p>", "</w:p></w:tc></w:tr></w:tbl>"
            ),
            ["stands in a table [the text, paragraph 1: “{{p body }}”]"],
        ),
        (
            lambda text: text.replace("<w:p>", "<w:sdt><w:sdtContent><w:p>").replace(
                "</w:p>", "</w:p></w:sdtContent></w:sdt>"
            ),
            ["stands in a text box, a frame or a control [the text, paragraph 1: “{{p body }}”]"],
        ),
    ],
    ids=["none", "two", "behind words", "inside a sentence", "no p", "in a table", "in a control"],
)
def test_the_body_has_one_place_of_its_own(change: Callable[[str], str], words: list[str]) -> None:
    one = "the house template must have one place for the text of the act, and only one"
    place = "the place for the text of the act "

    found = told(altered("word/document.xml", change))

    assert found == ([place + word for word in words] if words else [one])


def test_the_body_stands_in_no_header() -> None:
    template = replaced("word/header1.xml", "{{ titre_court }}", "{{p body }}")

    assert told(template) == [
        "the place for the text of the act stands elsewhere than in the text"
        " [the header, paragraph 1: “{{p body }}”]"
    ]


def test_a_tag_that_cannot_be_read_is_told_where_it_stands() -> None:
    template = replaced("word/header1.xml", "{{ titre_court }}", "{{ titre")

    (found,) = told(template)

    assert found.endswith(" [the header, paragraph 1: “{{ titre”]")


@pytest.mark.parametrize("width", ["21cm", "0", ""])
def test_a_page_of_unknown_width_is_taken_for_a4(width: str) -> None:
    template = replaced("word/document.xml", 'w:pgSz w:w="11906"', f'w:pgSz w:w="{width}"')

    docx, found = write_word(DRAFT, template)

    assert [item.code for item in found] == ([] if width == "21cm" else ["C609"])
    assert b'<w:tblW w:w="907' in read_members(docx)["word/document.xml"]


def test_the_remedy_quotes_the_tag_to_type() -> None:
    (found,) = findings(replaced("word/document.xml", SLOT, ""))

    assert "{{p body }}" in remedy(found, "en")


def test_a_list_style_without_number_is_told() -> None:
    numbering = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'

    assert told(replaced("word/styles.xml", numbering, "")) == [
        "the list style “Liste numérotée 2” of the house template has no bullet or number"
    ]


def test_word_may_scatter_a_tag_over_runs() -> None:
    scattered = (
        "{</w:t></w:r><w:r><w:t>{ titre</w:t></w:r><w:r><w:t>_court }</w:t></w:r><w:r><w:t>}"
    )
    template = replaced("word/header1.xml", "{{ titre_court }}", scattered)

    docx, found = write_word(SHORT, template)

    assert found == ()
    assert b"Court" in read_members(docx)["word/header1.xml"]


def test_the_text_around_the_place_of_the_body_is_kept() -> None:
    around = "<w:r><w:t>Logo</w:t></w:r></w:p><w:p>"
    template = replaced("word/document.xml", SLOT, around + SLOT)

    docx, found = write_word(SHORT, template)

    text = read_members(docx)["word/document.xml"].decode("utf-8")
    assert found == ()
    assert text.index("Logo") < text.index("mot")


def test_the_bookmarks_of_a_template_do_not_clash_with_ours() -> None:
    mine = '<w:p><w:bookmarkStart w:id="7" w:name="{}"/><w:bookmarkEnd w:id="7"/></w:p>'
    docx, _ = write_word(SHORT, default_template())
    name = read_members(docx)["word/document.xml"].decode("utf-8").split('w:name="')[1][:19]
    template = replaced("word/document.xml", "<w:body>", "<w:body>" + mine.format(name))

    again, found = write_word(SHORT, template)

    assert found == ()
    assert lint(again) == []


def test_an_entity_is_never_expanded() -> None:
    declared = '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/passwd">]><w:hdr '
    template = altered(
        "word/header1.xml",
        lambda text: text.replace("<w:hdr ", declared).replace("{{ titre_court }}", "&secret;"),
    )

    docx, _ = write_word(SHORT, template)

    assert b"root:" not in b"".join(read_members(docx).values() if docx else [])


def test_a_template_is_compiled_once() -> None:
    first = compile_shell(default_template(), "a.docx")

    assert compile_shell(bytes(bytearray(default_template())), "a.docx") is first


@pytest.mark.parametrize("tag", ["{{ titre }}", "{{ titre court }}", "{{ inconnu }}"])
def test_what_was_compiled_is_kept_and_its_faults_are_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: str
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    template = altered("word/header1.xml", lambda text: text.replace("{{ titre_court }}", tag))

    def made() -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        compile_shell.cache_clear()
        return write_word(SHORT, template, template_name="a.docx")

    first = made()
    with monkeypatch.context() as patch:
        patch.setattr(tagging, "read_tags", None)
        assert made() == first


def test_the_template_given_is_left_as_it_was() -> None:
    template = io.BytesIO(default_template()).getvalue()

    write_word(DRAFT, template)
    docx, _ = write_word(SHORT, template)

    assert read_members(template) == read_members(default_template())
    assert b"startOverride" not in read_members(docx)["word/numbering.xml"]
