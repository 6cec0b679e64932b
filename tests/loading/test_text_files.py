"""Bytes to text."""

from pathlib import Path

import pytest

from conventassembler.source import read_text


def put(folder: Path, data: bytes) -> Path:
    path = folder / "f.yaml"
    path.write_bytes(data)
    return path


def test_marks_and_line_ends_are_unified(tmp_path: Path) -> None:
    text, found = read_text(put(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: \xc3\xa9\rc: 3\n"), "f.yaml")

    assert (text, found) == ("a: 1\nb: é\nc: 3\n", ())


@pytest.mark.parametrize(
    ("data", "byte", "line", "column"),
    [
        (b"a: 1\nb: \xfe\n", "0xFE", 2, 4),
        ("é: 1\r\nété: à\n".encode() + "à\n".encode("latin-1"), "0xE0", 3, 1),
    ],
)
def test_bytes_of_no_encoding_are_refused(
    tmp_path: Path, data: bytes, byte: str, line: int, column: int
) -> None:
    text, (finding,) = read_text(put(tmp_path, data), "f.yaml")

    assert text is None
    assert (finding.code, finding.arguments["byte"]) == ("C003", byte)
    assert (finding.position.line, finding.position.column) == (line, column)


@pytest.mark.parametrize(
    ("encoding", "told", "line", "column"),
    [
        ("cp1252", "Windows-1252 (ANSI)", 2, 4),
        ("cp850", "CP850 (DOS)", 2, 4),
        ("mac_roman", "Mac OS Roman", 2, 4),
        ("utf-16", "UTF-16", 1, 1),
        ("utf-16-le", "UTF-16", 1, 1),
        ("utf-16-be", "UTF-16", 1, 1),
    ],
)
def test_an_encoding_that_is_known_is_named(
    tmp_path: Path, encoding: str, told: str, line: int, column: int
) -> None:
    data = "a: 1\nmodèle: x\nreprésentant: à compléter\n".encode(encoding)

    text, (finding,) = read_text(put(tmp_path, data), "f.yaml")

    assert text is None
    assert (finding.code, finding.arguments["encoding"]) == ("C148", told)
    assert (finding.position.line, finding.position.column) == (line, column)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04...word/document.xml", "Word (.docx)"),
        (b"PK\x03\x04...xl/workbook.xml", "Excel (.xlsx)"),
        (b"PK\x03\x04...", "ZIP"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0...", "Word (.doc)"),
        (b"{\\rtf1 texte}", "RTF"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(tmp_path: Path, data: bytes, kind: str) -> None:
    text, (finding,) = read_text(put(tmp_path, data), "f.yaml")

    assert text is None
    assert (finding.code, finding.arguments["what"]) == ("C149", kind)


@pytest.mark.parametrize(
    ("right", "column"),
    [("modèle: x", 4), ("l’eau", 2), ("à compléter", 1), ("« l'eau »", 1), ("N° 2", 2)],
)
def test_a_text_saved_in_the_wrong_encoding_is_told(
    tmp_path: Path, right: str, column: int
) -> None:
    wrong = right.encode().decode("cp1252")

    text, (finding,) = read_text(put(tmp_path, f"a: 1\n{wrong}\n".encode()), "f.yaml")

    assert text is None
    assert (finding.code, finding.position.line, finding.position.column) == ("C144", 2, column)


@pytest.mark.parametrize("text", ["SÃO PAULO", "CHÂTEAU", "Ångström", "â € à", "« Â »", "ÂGE"])
def test_letters_of_other_languages_are_no_damage(tmp_path: Path, text: str) -> None:
    assert read_text(put(tmp_path, text.encode()), "f.yaml") == (text, ())


def test_large_files_are_not_read(tmp_path: Path) -> None:
    assert read_text(put(tmp_path, b"a" * 1_000_000), "f.yaml")[1] == ()

    text, (finding,) = read_text(put(tmp_path, b"a" * 1_000_001), "f.yaml")

    assert (text, finding.code) == (None, "C005")


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert read_text(tmp_path / "absent.yaml", "absent.yaml")[1][0].code == "C002"
    assert read_text(tmp_path, "dossier")[1][0].code == "C008"
