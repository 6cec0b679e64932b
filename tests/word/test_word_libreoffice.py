"""The pages: LibreOffice opens the file and prints what the draft says."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from realistic_draft import DRAFT, paragraph, words

from conventassembler.draft.model import (
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
from conventassembler.writers.word import default_template, write_word

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is absent"),
]


def convert(docx: bytes, folder: Path, target: str) -> Path:
    """Return the file that LibreOffice makes of `docx` in the format `target`."""
    source = folder / "acte.docx"
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
    docx, _ = write_word(DRAFT, default_template())

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
