"""The pages: LibreOffice opens the file and prints what the draft says."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from realistic_draft import DRAFT, paragraph, words
from word_parts import has

from conventassembler.draft.model import (
    Blank,
    Block,
    Draft,
    Enumeration,
    Footnote,
    ListItem,
    NewPage,
    Paragraph,
    Provenance,
    Signatory,
    SignatureGrid,
    Text,
)
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import Issue, default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import parse, tag

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is absent"),
]


def convert(docx: bytes, folder: Path, target: str) -> Path:
    """Return the file that LibreOffice makes of `docx` in the format `target`."""
    source = folder / "source" / "acte.docx"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", target, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    return folder / f"acte.{target.partition(':')[0]}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def test_the_pages_say_the_headings_lists_and_signatures(folder: Path) -> None:
    docx, _ = write_word(DRAFT, default_template())

    printed = convert(docx, folder, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")

    lines = [line.strip(" ") for line in printed.split("\n")]
    assert "Article 1\N{NO-BREAK SPACE}: Objet du protocole" in lines
    assert any(line.startswith("1. partager les données") for line in lines)
    assert any(line.startswith("a) les statistiques") for line in lines)
    assert any(line.startswith("2. faire connaître") for line in lines)
    assert any(line.startswith("1. Une première phase") for line in lines), "a list starts anew"
    assert "La Présidente du CCAS de Longvic" in printed


def test_the_pages_can_be_printed(folder: Path) -> None:
    docx, _ = write_word(DRAFT, default_template(), Issue("relecture"))

    printed = convert(docx, folder, "pdf").read_bytes()

    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 3
    assert b"595." in printed, "A4 is 595 points wide"


@pytest.mark.parametrize(("electronic", "room"), [(False, 4), (True, 3)], ids=["hand", "zone"])
def test_a_long_capacity_leaves_as_much_room(electronic: bool, room: int, folder: Path) -> None:
    long = "Le Président du conseil départemental de la Côte-d'Or, président du syndicat mixte " * 2
    place = Signatory("s", "c", words(f"{long}fin"), words("Anne PETIT"))
    rows = ((place, place), (Signatory("t", "d", words("Dessous")),))
    grid = SignatureGrid("g", rows, electronic=electronic)
    docx, _ = write_word(Draft("acte", "", "", (grid,)), default_template())

    printed = convert(docx, folder, "pdf")
    command = ["pdftotext", "-bbox", str(printed), "-"]
    boxes = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")

    tops = re.search(r'yMin="([\d.]+)"[^>]*>Dessous<', boxes)
    ends = re.findall(r'yMax="([\d.]+)">PETIT<', boxes)
    assert tops
    assert len(ends) == 2
    overlap = 2  # points by which the box of a word is higher than its line
    assert float(tops[1]) - float(ends[0]) >= room * 72 / 2.54 - overlap


NUMBERS: tuple[tuple[Enumeration, str], ...] = (
    *(("1)", "1) ceci"), ("1°", "1° ceci"), ("a)", "a) ceci")),
    *(("A.", "A. ceci"), ("I.", "I. ceci")),
)


def test_numbers_notes_and_pages_that_lie_are_printed(folder: Path) -> None:
    blocks: tuple[Block, ...] = (
        Paragraph("p", (Text("Le mot"), Footnote("n", words("Sa note.")), Text("."))),
        *(
            ListItem("i", words("ceci"), 1, "ordered", 1, Provenance(), enumeration)
            for enumeration, _ in NUMBERS
        ),
        NewPage("n", "landscape"),
        paragraph("q", "Sur le côté."),
        NewPage("m"),
        paragraph("r", "Debout."),
    )
    docx, _ = write_word(Draft("nom", "Titre", "Court", blocks), default_template())

    printed = convert(docx, folder, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    pages = convert(docx, folder, "pdf").read_bytes()

    lines = [line.strip() for line in printed.split("\n")]
    assert [line for line in lines if line.endswith("ceci")] == [text for _, text in NUMBERS]
    assert "Le mot1." in lines, "its call; this form of LibreOffice leaves the note out"
    boxes = re.findall(rb"/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)", pages)
    assert [int(wide) > int(high) for wide, high in boxes] == [False, True, False]


BLANKS = (
    Blank("lieu", "lieu"),
    Blank("jour", "date", kind="date"),
    Blank("duree", "reconduction", kind="choice", choices=("tacite", "expresse")),
)


def test_what_libreoffice_saves_keeps_blanks_blank_and_what_they_await(folder: Path) -> None:
    """Version 7.4 loses titles and tags; the bookmarks around the controls stay."""
    inlines = (BLANKS[0], Text(", le "), BLANKS[1], Text(", "), BLANKS[2])
    docx, _ = write_word(Draft("", "", "", (Paragraph("p", inlines),)), default_template())

    saved = convert(docx, folder, "docx").read_bytes()

    root = parse(read_members(saved)["word/document.xml"])
    controls = list(root.iter(tag("sdt")))
    assert [has(one, "showingPlcHdr") for one in controls] == [True] * 3
    kinds = [[kind for kind in ("date", "dropDownList") if has(one, kind)] for one in controls]
    assert kinds == [[], ["date"], ["dropDownList"]]
    words = [one.get(tag("displayText")) for one in controls[2].iter(tag("listItem"))]
    assert words == [BLANKS[2].text, "tacite", "expresse"]
    assert all(has(one[1], "rStyle") for one in controls), "they are seen as blanks"
    names = {one.get(tag("name")) for one in root.iter(tag("bookmarkStart"))}
    assert {bookmark_name("p", "value", str(n)) for n in (1, 2, 3)} <= names
    assert read_text(saved) == "[à compléter], le [à compléter], [à compléter]"
