"""The reader reads what Word shows, in files that others wrote too."""

import pytest

from conventassembler.review.word_reader import read_text
from conventassembler.writers.word.package import PackageError, write_members
from conventassembler.writers.word.xml import WORD

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def file(body: str) -> bytes:
    text = f'<w:document xmlns:w="{WORD}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    return write_members({"word/document.xml": text.encode("utf-8")})


def run(content: str) -> str:
    return f"<w:p><w:r>{content}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(run("<w:t>mot</w:t>"), "mot", id="a run"),
        pytest.param(run("<w:t> mot </w:t>"), "mot", id="spaces that Word drops"),
        pytest.param(run('<w:t xml:space="preserve"> mot </w:t>'), " mot ", id="spaces it keeps"),
        pytest.param(run("<w:t>a</w:t><w:tab/><w:t>b</w:t>"), "a\tb", id="a tab"),
        pytest.param(run("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/>"), "a\nb\n", id="line breaks"),
        pytest.param(
            run('<w:br w:type="page"/><w:t>a</w:t><w:br w:type="textWrapping"/>'), "a\n", id="pages"
        ),
        pytest.param(run("<w:noBreakHyphen/><w:softHyphen/>"), "\u2011\u00ad", id="hyphens"),
        pytest.param(
            '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
            "<w:r><w:t>a</w:t></w:r></w:p>",
            "a",
            id="a tab stop is no tab",
        ),
        pytest.param(run("<w:instrText>PAGE</w:instrText><w:t>1</w:t>"), "1", id="a field's text"),
        pytest.param(
            "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p>",
            "b",
            id="tracked changes, accepted",
        ),
        pytest.param(
            "<w:p><w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt></w:p>"
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "a\nb",
            id="content controls",
        ),
        pytest.param(run("") + run("<w:t>a</w:t>") + "<w:p/>", "a", id="empty paragraphs"),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{run('<w:t>a</w:t>')}</w:tc><w:tc>{run('<w:t>b</w:t>')}"
            f"</w:tc></w:tr></w:tbl>{run('<w:t>c</w:t>')}",
            "a\nb\nc",
            id="tables row by row",
        ),
        pytest.param(
            "<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice>"
            f"<w:txbxContent>{run('<w:t>b</w:t>')}</w:txbxContent></mc:Choice><mc:Fallback>"
            f"<w:txbxContent>{run('<w:t>b</w:t>')}</w:txbxContent></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>",
            "a\nb",
            id="a text box, once",
        ),
    ],
)
def test_what_word_shows_is_read(body: str, text: str) -> None:
    assert read_text(file(body)) == text


@pytest.mark.parametrize("data", [b"", write_members({"a.xml": b"<a/>"})])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(PackageError):
        read_text(data)
