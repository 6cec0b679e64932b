"""`template check`: a template with one fault is told that fault, where it is, and no other."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from realistic_draft import DRAFT
from test_word_template import altered, replaced

from conventassembler.cli import cli
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.draft.plain import plain_text
from conventassembler.review.template import check_template
from conventassembler.review.template.looks import contrast
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import SHIPPED, default_template, shipped_template, write_word
from conventassembler.writers.word.fallbacks import OPTIONAL
from conventassembler.writers.word.package import read_members, write_members

BASE = Path(__file__).parents[1] / "errors" / "_base"
HEADER, DOCUMENT = "word/header1.xml", "word/document.xml"
RUN = "<w:r><w:t>{{ titre_court }}</w:t></w:r>"


def told(template: bytes) -> list[str]:
    """Return what the check says of `template`."""
    found = check_template(template, "mairie.docx")
    assert {one.position.file for one in found} <= {"mairie.docx"}
    assert all(remedy(one, "fr") and message(one, "fr") for one in found)
    return [f"{one.code} {message(one, 'en')}" for one in found]


def with_members(**parts: bytes) -> bytes:
    members = read_members(default_template())
    return write_members({**members, **{name.replace("__", "/"): parts[name] for name in parts}})


@pytest.mark.parametrize("name", SHIPPED)
def test_there_is_nothing_to_say_of_a_shipped_template(name: str) -> None:
    assert told(shipped_template(name)) == []


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<w:ins w:id="1" w:author="A"><w:r><w:t>Ville</w:t></w:r></w:ins>', "an insertion"),
        (
            '<w:del w:id="1" w:author="A"><w:r><w:delText>Ville</w:delText></w:r></w:del>',
            "a deletion",
        ),
        ('<w:moveFrom w:id="1" w:author="A"><w:r><w:t>Ville</w:t></w:r></w:moveFrom>', "a move"),
    ],
)
def test_what_a_review_left_is_told_with_its_words(inside: str, words: str) -> None:
    assert told(replaced(HEADER, RUN, RUN + inside)) == [
        f"C612 the house template holds {words} to accept or to refuse: every act would have it"
        " [the header, paragraph 1: “Ville”]"
    ]


def test_a_change_of_looks_is_told() -> None:
    change = '<w:rPr><w:rPrChange w:id="1" w:author="A"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>'
    template = replaced(HEADER, RUN, RUN.replace("<w:t>", change + "<w:t>"))

    assert [one[:4] for one in told(template)] == ["C612"]


def test_a_comment_is_told() -> None:
    reference = '<w:r><w:commentReference w:id="3"/></w:r>'
    above = f"<w:body><w:p><w:r><w:t>Ville</w:t></w:r>{reference}</w:p>"
    members = read_members(replaced(DOCUMENT, "<w:body>", above))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    comment = '<w:comment w:id="3"><w:p><w:r><w:t>à revoir</w:t></w:r></w:p></w:comment>'
    members["word/comments.xml"] = f"<w:comments {space}>{comment}</w:comments>".encode()
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    for name, old, row in (
        (
            "[Content_Types].xml",
            b"</Types>",
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.comments+xml"/>',
        ),
        (
            "word/_rels/document.xml.rels",
            b"</Relationships>",
            f'<Relationship Id="rC" Type="{relation}" Target="comments.xml"/>',
        ),
    ):
        members[name] = members[name].replace(old, row.encode() + old)

    assert told(write_members(members)) == [
        "C612 the house template holds a comment: every act would have it"
        " [the text, paragraph 1: “à revoir”]"
    ]


@pytest.mark.parametrize("typed", ["{ titre }}", "{ titre }", "{{ titre }} }"])
def test_braces_that_make_no_tag_are_told(typed: str) -> None:
    (found,) = told(replaced(HEADER, "{{ titre_court }}", typed))

    assert found == (
        "C613 braces in the house template make no tag: every act would show them"
        f" [the header, paragraph 1: “{typed}”]"
    )


def test_a_tag_that_cannot_be_read_is_no_stray_brace_too() -> None:
    (found,) = told(replaced(HEADER, "{{ titre_court }}", "{{ titre"))

    assert found.startswith("C603 ")


def test_a_tag_over_two_paragraphs_is_told_where_it_begins() -> None:
    halves = "{{ titre</w:t></w:r></w:p><w:p><w:r><w:t>_court }}"

    found = told(replaced(HEADER, "{{ titre_court }}", halves))

    assert any("[the header, paragraph 1: “{{ titre”]" in one for one in found), found


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        (b"{\\rtf1 }", ".rtf"),
        (b"%PDF-1.7", "PDF"),
        (write_members({"mimetype": b"application/vnd.oasis.opendocument.text"}), ".odt"),
        (with_members(word__vbaProject__bin=b"x"), ""),
        (
            replaced("[Content_Types].xml", "document.main+xml", "template.main+xml"),
            ".dotx",
        ),
        (
            replaced(
                "[Content_Types].xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
            ".docm",
        ),
    ],
)
def test_another_format_is_called_by_its_name(data: bytes, words: str) -> None:
    found = told(data)

    assert not words or (len(found) == 1 and found[0].startswith("C614 this is a "))
    assert not words or words in found[0]


def picture(description: str, extra: str = "") -> str:
    """Return a run with a picture, as far as a check looks at it."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}">'
        f'<wp:docPr id="9" name="Image 1"{description}>{extra}</wp:docPr>'
        "</wp:inline></w:drawing></w:r>"
    )


DECORATIVE = (
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/>'
)


def test_a_picture_that_nothing_describes_is_told() -> None:
    assert told(replaced(HEADER, RUN, RUN + picture(""))) == [
        "C616 a picture of the house template has no alternative text"
        " [the header, paragraph 1: “Image 1”]"
    ]
    assert told(replaced(HEADER, RUN, RUN + picture(' descr="Logo de la ville"'))) == []
    assert told(replaced(HEADER, RUN, RUN + picture("", DECORATIVE))) == []


def test_a_picture_of_an_old_word_is_looked_at_too() -> None:
    old = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="logo" alt="{}">'
        "<v:imagedata/></v:shape></w:pict></w:r>"
    )

    assert [one[:4] for one in told(replaced(HEADER, RUN, RUN + old.format("")))] == ["C616"]
    assert told(replaced(HEADER, RUN, RUN + old.format("Logo"))) == []


def test_letters_that_stand_out_too_little_are_told() -> None:
    pale = replaced("word/styles.xml", '<w:color w:val="1F3A5F"/>', '<w:color w:val="8FA0B5"/>')

    found = [one for one in check_template(pale, "mairie.docx") if one.code == "C617"]

    assert {one.arguments["style"] for one in found} >= {"heading 1", "Titre de fiche", "header"}
    assert {one.arguments["least"] for one in found} == {"4.5", "3"}


def test_large_letters_may_be_paler() -> None:
    grey = replaced("word/styles.xml", '<w:color w:val="1F3A5F"/>', '<w:color w:val="7F8C9B"/>')

    found = [one.arguments["style"] for one in check_template(grey, "mairie.docx")
             if one.code == "C617"]  # fmt: skip

    assert "heading 1" in found
    assert "Titre de l'acte" not in found  # 15 points in bold: 3 to 1 is enough


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21), ("FFFFFF", "FFFFFF", 1), ("767676", "FFFFFF", 4.54)],
)
def test_contrast_is_that_of_the_rules_for_web_content(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_what_readers_go_by_is_asked_for() -> None:
    language = '<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/>'
    level = '<w:outlineLvl w:val="1"/>'

    assert told(replaced("word/styles.xml", language, "")) == [
        "C618 the house template does not say in which language its text is"
    ]
    assert told(replaced("word/footer1.xml", " PAGE ", " DATE ")) == [
        "C618 the house template does not say the number of the page"
    ]
    assert told(replaced("word/styles.xml", level, "")) == [
        "C618 the house template does not say that this style is one of headings (outline level)"
        " [the styles: “heading 2”]"
    ]


def test_the_faults_of_all_kinds_are_told_in_one_run_errors_first() -> None:
    members = read_members(altered("word/styles.xml", lambda text: text.replace('"Visa"', '"X"')))
    members[HEADER] = members[HEADER].replace(b"titre_court", b"ville")
    members[DOCUMENT] = members[DOCUMENT].replace(b"{{p body }}", b"{ place }")

    codes = [one.code for one in check_template(write_members(members), "mairie.docx")]

    assert codes[:4] == ["C604", "C601", "C605", "C613"]


def test_a_check_finds_all_that_a_build_would() -> None:
    for template in (
        b"no zip",
        replaced(HEADER, "{{ titre_court }}", "{{ titre / 0 }}"),
        altered("word/styles.xml", lambda text: text.replace('"Visa"', '"X"')),
        replaced(DOCUMENT, "{{p body }}", ""),
    ):
        _, stopping = write_word(DRAFT, template, template_name="mairie.docx")
        assert stopping
        assert set(map(str, stopping)) <= set(map(str, check_template(template, "mairie.docx")))


# -- styles that came later


def without_later_styles() -> bytes:
    """Return the shipped template as it was before the optional styles came."""

    def change(text: str) -> str:
        for _, name in OPTIONAL:
            before, found, rest = text.partition(f'<w:name w:val="{name}"/>')
            if found:
                text = before[: before.rindex("<w:style ")] + rest.split("</w:style>", 1)[1]
        return text

    members = read_members(default_template())
    sheet = change(members["word/styles.xml"].decode("utf-8"))
    return write_members({**members, "word/styles.xml": sheet.encode("utf-8")})


def test_a_style_that_came_later_is_stood_in_for() -> None:
    template = without_later_styles()

    docx, found = write_word(DRAFT, template)
    remarks = [one for one in check_template(template, "mairie.docx") if one.code == "C619"]

    assert found == ()
    assert read_text(docx) == plain_text(DRAFT)
    sheet = read_members(docx)["word/styles.xml"].decode("utf-8")
    for kind, name in OPTIONAL:
        assert f'w:type="{kind}" w:customStyle="1" w:styleId="ca' in sheet
        assert sheet.count(f'<w:name w:val="{name}"/>') == 1
    assert [one.arguments["style"] for one in remarks] == [name for _, name in OPTIONAL]


# -- the commands


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(folder: Path, *words: str, language: str = "en") -> Result:
    options = ("--workspace", str(folder), "--lang", language)
    return CliRunner().invoke(cli, ["template", *words, *options], catch_exceptions=False)


def test_a_new_template_is_a_copy_that_checks_and_builds(workspace: Path) -> None:
    made = run(workspace, "new", "Mairie de Longvic", "--from", "classique", language="fr")
    path = workspace / "templates" / "Mairie de Longvic.docx"

    assert made.exit_code == 0
    assert path.read_bytes() == shipped_template("classique")
    assert 'conventassembler template check "Mairie de Longvic"' in made.output
    assert "{{p body }}" in made.output
    assert run(workspace, "check", "mairie de longvic").exit_code == 0
    assert run(workspace, "check").exit_code == 0


@pytest.mark.parametrize(
    ("name", "code"), [("mairie", "C014"), ("MAIRIE.docx", "C014"), ("a:b", "C016"), ("", "C016")]
)
def test_nothing_is_overwritten_and_no_name_is_taken_that_cannot_be(
    workspace: Path, name: str, code: str
) -> None:
    run(workspace, "new", "mairie")
    before = {path: path.read_bytes() for path in (workspace / "templates").iterdir()}

    result = run(workspace, "new", name)

    assert result.exit_code == 2
    assert f" {code} " in result.output
    assert {path: path.read_bytes() for path in (workspace / "templates").iterdir()} == before


def test_a_template_to_copy_that_is_not_there_is_told(workspace: Path) -> None:
    result = run(workspace, "new", "mairie", "--from", "clasique")

    assert result.exit_code == 2
    assert "C484 no house template is named “clasique”; did you mean “classique”?" in result.output
    assert not (workspace / "templates").exists()


def test_the_list_says_where_each_is_and_which_is_that_of_the_house(workspace: Path) -> None:
    run(workspace, "new", "mairie")
    (workspace / "conventassembler.toml").write_text('gabarit = "mairie"\n', encoding="utf-8")

    result = run(workspace, "list")

    assert result.output.splitlines() == [
        "maison  (shipped)",
        "classique  (shipped)",
        "mairie  (templates/mairie.docx)  ← that of the house",
    ]


def test_a_faulty_template_exits_with_1_and_an_unknown_one_with_2(workspace: Path) -> None:
    (workspace / "templates").mkdir()
    (workspace / "templates" / "a.docx").write_bytes(b"no zip")
    (workspace / "templates" / "b.dotx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    whole = run(workspace, "check")

    assert whole.exit_code == 1
    assert "templates/a.docx: error C602 " in whole.output
    assert "templates/b.dotx: error C614 " in whole.output
    assert run(workspace, "check", "nothing").exit_code == 2
    assert run(workspace, "check", "templates/nothing.docx").exit_code == 2
    assert run(workspace, "check", str(workspace / "templates" / "a.docx")).exit_code == 1
    assert run(workspace, "check", "maison").exit_code == 0


def test_without_a_template_of_ones_own_there_is_nothing_to_check(workspace: Path) -> None:
    result = run(workspace, "check")

    assert result.exit_code == 0
    assert "template new" in result.output


def test_warnings_stop_a_strict_check(workspace: Path) -> None:
    (workspace / "templates").mkdir()
    template = replaced(HEADER, RUN, RUN + picture(""))
    (workspace / "templates" / "a.docx").write_bytes(template)

    assert run(workspace, "check", "a").exit_code == 0
    assert run(workspace, "check", "a", "--strict").exit_code == 1


@pytest.mark.libreoffice
def test_a_template_that_libreoffice_saved_serves(tmp_path: Path) -> None:
    (tmp_path / "maison.docx").write_bytes(default_template())
    profile = (tmp_path / "profile").as_uri()
    out = tmp_path / "out"

    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx",
         "--outdir", str(out), str(tmp_path / "maison.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    template = (out / "maison.docx").read_bytes()
    docx, found = write_word(DRAFT, template)

    assert found == ()
    assert read_text(docx) == plain_text(DRAFT)
    assert {one.code for one in check_template(template, "x")} <= {"C618", "C619"}
