"""What goes out: the options of `build`, where their files go, and what LibreOffice adds."""

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner, Result

from conventassembler.cli import cli
from conventassembler.diagnostics import Position, fault
from conventassembler.draft.inlines import Field
from conventassembler.draft.model import Contents, ContentsEntry, Draft, Heading, Paragraph, Text
from conventassembler.office import Pages
from conventassembler.review.word_reader import read_text
from conventassembler.sending import Findings, Order, send
from conventassembler.writers.word import Issue, default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.package import read_members

BASE = Path(__file__).parent / "errors" / "_base"
OFFICE = Path("soffice")
FIND = "conventassembler.office.find.find_office"
COUNT = "conventassembler.office.pages.page_counts"
CONVERT = "conventassembler.office.convert.convert"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A small workspace without faults."""
    folder = tmp_path / "ici"
    shutil.copytree(BASE, folder)
    return folder


def run(folder: Path, *words: str) -> Result:
    """Run `build` in English on the workspace `folder`."""
    return CliRunner().invoke(
        cli, ["build", *words, "--workspace", str(folder), "--lang", "en"], catch_exceptions=False
    )


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*"))


def properties(path: Path) -> str:
    return read_members(path.read_bytes())["docProps/core.xml"].decode("utf-8")


def foot(path: Path) -> str:
    text = read_members(path.read_bytes())["word/footer1.xml"].decode("utf-8")
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", text))


# -- the command


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--status", "brouillon"), "exemple-projet"),
        (("--version", "3 bis/2"), "exemple-projet-v3-bis-2"),
        (("--date", "2026-11-15"), "exemple-projet-2026-11-15"),
        (("--final",), "exemple-final"),
        (("--final", "--version", "2", "--date", "2026-11-15"), "exemple-final-v2-2026-11-15"),
        (("--status", "relecture", "--annotate"), "exemple-relecture"),
        (("--line-numbers",), "exemple-projet"),
    ],
)
def test_with_an_option_the_word_file_alone_goes_out_under_a_name_that_says_what_it_is(
    workspace: Path, options: tuple[str, ...], name: str
) -> None:
    result = run(workspace, *options)

    assert result.exit_code == 0
    assert files(workspace / "envoi") == [f"{name}.docx"]
    assert not (workspace / "output").exists()
    assert f"written: envoi/{name}.docx" in result.output


def test_what_stays_of_an_earlier_sending_is_told(workspace: Path) -> None:
    old = workspace / "envoi" / "exemple-projet-v2.pdf"
    old.parent.mkdir()
    old.write_bytes(b"%PDF")

    result = run(workspace, "--version", "2")

    assert (result.exit_code, old.read_bytes()) == (0, b"%PDF")
    assert "exemple-projet-v2.pdf: warning C033" in result.output
    assert "C033" not in run(workspace, "--version", "3").output


def test_with_strict_what_stays_of_an_earlier_sending_stops_the_next(workspace: Path) -> None:
    sent = workspace / "envoi"
    sent.mkdir()
    (sent / "exemple-projet.pdf").write_bytes(b"avant")

    result = run(workspace, "--status", "brouillon", "--strict")

    assert (result.exit_code, "C033" in result.output) == (1, True)
    assert files(sent) == ["exemple-projet.pdf"]


def test_without_an_option_nothing_goes_out(workspace: Path) -> None:
    run(workspace, "--strict")

    assert not (workspace / "envoi").exists()
    assert files(workspace / "output") == ["exemple.docx", "exemple.md"]


def test_the_file_says_status_version_and_day(workspace: Path) -> None:
    run(workspace, "--status", "relecture", "--version", "Version 3", "--date", "2026-11-15")

    sent = workspace / "envoi" / "exemple-relecture-v3-2026-11-15.docx"
    assert "<cp:contentStatus>relecture<" in properties(sent)
    assert "<cp:version>3<" in properties(sent), "the foot says « version » by itself"
    assert foot(sent).startswith(
        "Projet soumis à relecture – version\xa03 – 15\xa0novembre\xa02026"
    )


def test_final_is_a_status_in_short(workspace: Path) -> None:
    run(workspace, "--final")
    short = (workspace / "envoi" / "exemple-final.docx").read_bytes()

    result = run(workspace, "--status", "final")

    assert "unchanged: envoi/exemple-final.docx" in result.output
    assert (workspace / "envoi" / "exemple-final.docx").read_bytes() == short
    assert foot(workspace / "envoi" / "exemple-final.docx").startswith("Page ")


@pytest.mark.parametrize("option", [("--final",), ("--status", "final")])
def test_a_final_act_bears_no_blank_and_what_was_sent_stays(
    workspace: Path, option: tuple[str, ...]
) -> None:
    run(workspace, *option)
    before = (workspace / "envoi" / "exemple-final.docx").read_bytes()
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("années: 3", "années: à compléter"), encoding="utf-8")

    result = run(workspace, *option)

    assert result.exit_code == 1
    assert "“envoi” is as it was" in result.output
    assert (workspace / "envoi" / "exemple-final.docx").read_bytes() == before
    assert run(workspace, "--status", "relecture").exit_code == 0


def test_files_go_to_any_folder_that_is_named(workspace: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "là-bas" / "pour la Ville"

    result = run(workspace, "--to", str(elsewhere))

    assert result.exit_code == 0
    assert files(elsewhere) == ["exemple-projet.docx"]
    assert f"written: {(elsewhere / 'exemple-projet.docx').resolve().as_posix()}" in result.output
    assert not (workspace / "envoi").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
@pytest.mark.parametrize("below", ["", "la"])
def test_a_folder_whose_links_go_round_is_told(workspace: Path, tmp_path: Path, below: str) -> None:
    (tmp_path / "boucle").symlink_to("boucle")

    result = run(workspace, "--to", str(tmp_path / "boucle" / below))

    assert (result.exit_code, "C006" in result.output) == (1, True)


def test_a_folder_that_no_disk_can_name_is_told(workspace: Path) -> None:
    result = run(workspace, "--to", "a" * 300)

    assert (result.exit_code, "C006" in result.output) == (1, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("version 3", "3"),
        ("VERSION\u00a03\u202fbis", "3 bis"),
        ("conversion 2", "conversion 2"),
        ("3, version du maire", "3, version du maire"),
        ("<3> & {{ nom }}", "<3> & {{ nom }}"),
    ],
)
def test_a_version_is_said_as_it_is_typed_without_its_name(
    workspace: Path, typed: str, said: str
) -> None:
    assert run(workspace, "--version", typed).exit_code == 0

    sent = next((workspace / "envoi").iterdir())
    assert f"<cp:version>{escape(said)}<" in properties(sent)
    assert escape(f"Projet – version\xa0{said}") in foot(sent)


def test_a_file_that_is_there_already_is_replaced(workspace: Path) -> None:
    there = workspace / "envoi" / "exemple-projet-v2.docx"
    there.parent.mkdir()
    there.write_bytes(b"avant")

    run(workspace, "--version", "2")

    assert read_text(there.read_bytes())


@pytest.mark.parametrize(
    "options",
    [
        ("--final", "--status", "brouillon"),
        ("--date", "demain"),
        ("--version", " "),
        ("--version", "version"),
    ],
)
def test_what_is_typed_wrongly_is_misuse_and_writes_nothing(
    workspace: Path, options: tuple[str, ...]
) -> None:
    assert run(workspace, *options).exit_code == 2
    assert files(workspace) == ["agreements", "clauses"]


def test_without_libreoffice_nothing_is_written(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FIND, lambda: None)

    result = run(workspace, "--pdf")

    assert result.exit_code == 1
    assert "C620" in result.output
    assert not (workspace / "envoi").exists()


# -- what LibreOffice adds

LEAD = Text("Cet acte a ")
DRAFT = Draft(
    "nom",
    "Titre",
    "Court",
    (
        Contents("c", (ContentsEntry("h", 1, (Text("Objet"),)),)),
        Heading("h", 1, "", "", (Text("Objet"),)),
        Paragraph("p", (LEAD, Field(), Text(" pages."))),
    ),
)
HEADING = bookmark_name("h")


def write(_: str, draft: Draft, issue: Issue) -> tuple[bytes, Findings]:
    return write_word(draft, default_template(), issue)


class Counter:
    """Stands for LibreOffice: says each time the next of `counts`, the last one for ever."""

    def __init__(self, *counts: int) -> None:
        self.counts = list(counts)
        self.times = 0

    def __call__(
        self, _: Path | None, documents: Mapping[str, bytes]
    ) -> tuple[Mapping[str, Pages], Findings]:
        self.times += 1
        count = self.counts.pop(0) if len(self.counts) > 1 else self.counts[0]
        return {name: Pages(count, {HEADING: count}) for name in documents}, ()


@pytest.mark.parametrize(("counts", "times"), [((4,), 2), ((4, 5), 3)])
def test_pages_are_counted_until_the_file_says_what_was_counted(
    monkeypatch: pytest.MonkeyPatch, counts: tuple[int, ...], times: int
) -> None:
    counter = Counter(*counts)
    monkeypatch.setattr(COUNT, counter)

    made, found = send({"nom": DRAFT}, Order(pages=True), write)

    assert (found, counter.times) == ((), times)
    assert read_text(made["nom.docx"]).endswith(f"Cet acte a {counts[-1]} pages.")
    document = read_members(made["nom.docx"])["word/document.xml"].decode("utf-8")
    assert re.search(rf"PAGEREF {HEADING} .*?<w:t[^>]*>{counts[-1]}</w:t>", document)


def test_pages_that_never_settle_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(COUNT, Counter(4, 5, 4, 5))

    made, found = send({"nom": DRAFT}, Order(pages=True), write)

    assert [one.code for one in found] == ["C028"]
    assert read_text(made["nom.docx"]).endswith("Cet acte a 4 pages."), "as last counted"


def test_a_file_whose_pages_settle_is_not_told_with_one_whose_pages_do_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counter = Counter(4, 5, 4)

    def counts(office: Path | None, documents: Mapping[str, bytes]) -> object:
        counted, found = counter(office, documents)
        return {**counted, "autre.docx": Pages(3, {HEADING: 1})}, found

    monkeypatch.setattr(COUNT, counts)

    _, found = send({"autre": DRAFT, "nom": DRAFT}, Order(pages=True), write)

    assert [(one.code, one.position.file) for one in found] == [("C028", "nom.docx")]


@pytest.mark.parametrize(("strict", "sent"), [((), True), (("--strict",), False)])
def test_with_strict_a_warning_of_what_goes_out_stops_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, strict: tuple[str, ...], sent: bool
) -> None:
    monkeypatch.setattr(FIND, lambda: OFFICE)
    monkeypatch.setattr(COUNT, Counter(4, 5, 4, 5))

    result = run(workspace, "--pages", *strict)

    assert "warning C028" in result.output
    assert ("nothing was written" in result.output.lower()) is not sent
    assert (result.exit_code == 0, (workspace / "envoi").exists()) == (sent, sent)


def test_pages_that_cannot_be_counted_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = fault("C620", Position("LibreOffice", 0))
    monkeypatch.setattr(COUNT, lambda *_: ({}, (gone,)))
    monkeypatch.setattr(CONVERT, lambda *_: pytest.fail("nothing to convert"))

    _, found = send({"nom": DRAFT}, Order(kinds=("pdf",), pages=True), write)

    assert found == (gone,)


def test_each_kind_has_a_file_of_the_same_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def converted(
        _: Path | None, documents: Mapping[str, bytes], kind: str
    ) -> tuple[Mapping[str, bytes], Findings]:
        return {name: kind.encode("utf-8") for name in documents}, ()

    monkeypatch.setattr(CONVERT, converted)

    made, _ = send({"a.b": DRAFT, "c": DRAFT}, Order(kinds=("pdfa", "odt")), write)

    assert sorted(made) == ["a.b.docx", "a.b.odt", "a.b.pdf", "c.docx", "c.odt", "c.pdf"]
    assert made["a.b.pdf"] == b"pdfa"


def test_without_them_libreoffice_is_not_even_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FIND, lambda: pytest.fail("asked for"))

    made, found = send({"nom": DRAFT}, Order(), write)

    assert (sorted(made), found) == (["nom.docx"], ())


@pytest.mark.libreoffice
def test_libreoffice_counts_and_prints_what_goes_out(workspace: Path) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\ntitre:", "\nsommaire: oui\ntitre:", 1), encoding="utf-8")

    result = run(workspace, "--pages", "--pdf", "--odt")

    assert result.exit_code == 0, result.output
    sent = workspace / "envoi"
    assert files(sent) == ["exemple-projet.docx", "exemple-projet.odt", "exemple-projet.pdf"]
    assert (sent / "exemple-projet.pdf").read_bytes().startswith(b"%PDF")
    document = read_members((sent / "exemple-projet.docx").read_bytes())["word/document.xml"]
    assert b"PAGEREF ca_" in document
    assert b"C028" not in result.output.encode()
