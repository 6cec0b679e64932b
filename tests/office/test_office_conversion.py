"""What comes of a run of LibreOffice, and what is told when nothing does."""

import json
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from conventassembler.diagnostics import Diagnostic
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.office import Kind
from conventassembler.office.convert import convert

NAMES = ("longvic", "Côte-d’Or", "l'acte de l'État", "a b", "A B")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and signals of POSIX")


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    """Return the codes, once each finding could be told in both languages."""
    for one in found:
        for language in ("fr", "en"):
            assert message(one, language)
            assert remedy(one, language)
    return [one.code for one in found]


def told(data: bytes) -> dict[str, str]:
    told: dict[str, str] = json.loads(data)
    return told


def test_each_document_comes_back_under_its_name(office: Path, temporary: Path) -> None:
    documents = {name: f"text of {name}".encode() for name in NAMES}

    files, found = convert(office, documents, "pdf")

    assert codes(found) == []
    assert {name: told(data)["text"] for name, data in files.items()} == {
        name: f"text of {name}" for name in NAMES
    }
    assert list(temporary.iterdir()) == [], "nothing is left behind"


def test_one_run_with_a_profile_of_its_own(office: Path, temporary: Path) -> None:
    files, _ = convert(office, {"a": b"1", "b": b"2"}, "odt")

    arguments = told(files["a"])["arguments"]
    assert arguments == told(files["b"])["arguments"]
    address = str(arguments[0]).removeprefix("-env:UserInstallation=")
    assert address.startswith("file:///")
    assert " " not in address
    assert Path(unquote(urlsplit(address).path)).is_relative_to(temporary.resolve().as_posix())


@pytest.mark.parametrize(
    ("kind", "version"), [("pdf", "0"), ("pdfa", "2")], ids=["PDF/UA", "PDF/A-2b"]
)
def test_a_pdf_is_asked_to_be_accessible(office: Path, kind: Kind, version: str) -> None:
    files, _ = convert(office, {"a": b"1"}, kind)

    arguments = told(files["a"])["arguments"]
    asked = arguments[arguments.index("--convert-to") + 1]
    options = json.loads(asked.removeprefix("pdf:writer_pdf_Export:"))
    assert options["SelectPdfVersion"] == {"type": "long", "value": version}
    for name in ("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks", "DisplayPDFDocumentTitle"):
        assert options[name] == {"type": "boolean", "value": "true"}


def test_nothing_to_convert_starts_nothing() -> None:
    assert convert(None, {}, "pdf") == ({}, ())


def test_libreoffice_that_is_absent_is_told() -> None:
    files, found = convert(None, {"a": b"1"}, "pdf")

    assert (files, codes(found)) == ({}, ["C620"])


def test_what_cannot_be_started_is_told(tmp_path: Path) -> None:
    nowhere = tmp_path / "nulle part" / "soffice"

    files, found = convert(nowhere, {"a": b"1"}, "pdf")

    assert (files, codes(found)) == ({}, ["C621"])
    assert str(nowhere) in message(found[0], "fr")


@POSIX
def test_what_is_no_program_is_told(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("soffice", encoding="utf-8")

    assert codes(convert(text, {"a": b"1"}, "pdf")[1]) == ["C621"]


def test_one_that_hangs_is_stopped_and_told(office: Path, temporary: Path) -> None:
    begun = time.monotonic()

    files, found = convert(office, {"a": b"1", "b": b"hang"}, "pdf", seconds=1)

    assert (files, codes(found)) == ({}, ["C622"])
    assert time.monotonic() - begun < 30
    assert list(temporary.iterdir()) == []


@POSIX
def test_what_it_started_ends_with_it(office: Path, tmp_path: Path) -> None:
    alive = tmp_path / "alive.txt"

    convert(office, {"a": f"child {alive}".encode()}, "pdf", seconds=2)

    last = alive.read_text(encoding="utf-8")
    time.sleep(0.3)
    assert alive.read_text(encoding="utf-8") == last


def test_one_that_crashes_is_told_with_its_last_words(office: Path, temporary: Path) -> None:
    files, found = convert(office, {"a": b"1", "b": b"crash"}, "pdf")

    assert (files, codes(found)) == ({}, ["C623"])
    assert "77" in message(found[0], "fr")
    assert "Unspecified Application Error" in message(found[0], "fr")
    assert list(temporary.iterdir()) == []


def test_a_document_of_which_nothing_was_made_is_told(office: Path) -> None:
    files, found = convert(office, {"a": b"1", "b d’e": b"nothing", "c": b"3"}, "pdf")

    assert list(files) == ["a", "c"]
    assert codes(found) == ["C624"]
    assert "b d’e" in message(found[0], "fr")
    assert "source file could not be loaded" in message(found[0], "fr")


@pytest.mark.parametrize("kind", ["pdf", "pdfa", "odt"])
def test_an_old_libreoffice_that_leaves_options_out_is_told(office: Path, kind: Kind) -> None:
    files, found = convert(office, {"a": b"1", "b": b"old"}, kind)

    assert (list(files), codes(found)) == (["a"], ["C627"])


def test_a_temporary_folder_that_is_gone_is_told(
    office: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "gone"))

    files, found = convert(office, {"a": b"1"}, "pdf")

    assert (files, codes(found)) == ({}, ["C625"])
    assert "gone" in message(found[0], "fr")
