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
        ("a: 1\nmodèle: x\n".encode("cp1252"), "0xE8", 2, 4),
        ("é: 1\r\nété: à\n".encode() + "à\n".encode("latin-1"), "0xE0", 3, 1),
        ("a: 1\n".encode("utf-16"), "0xFF", 1, 1),
    ],
)
def test_other_encodings_are_refused(
    tmp_path: Path, data: bytes, byte: str, line: int, column: int
) -> None:
    text, (finding,) = read_text(put(tmp_path, data), "f.yaml")

    assert text is None
    assert (finding.code, finding.arguments["byte"]) == ("C003", byte)
    assert (finding.position.line, finding.position.column) == (line, column)


def test_large_files_are_not_read(tmp_path: Path) -> None:
    assert read_text(put(tmp_path, b"a" * 1_000_000), "f.yaml")[1] == ()

    text, (finding,) = read_text(put(tmp_path, b"a" * 1_000_001), "f.yaml")

    assert (text, finding.code) == (None, "C005")


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert read_text(tmp_path / "absent.yaml", "absent.yaml")[1][0].code == "C002"
    assert read_text(tmp_path, "dossier")[1][0].code == "C008"
