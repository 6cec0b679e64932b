"""The repository's own conventions as LibreOffice lays them out."""

import re
import subprocess

import pytest
from project import assembled, draft

from conventassembler.draft.model import Heading, SignatureGrid
from conventassembler.draft.plain import text_of, units
from conventassembler.writers.word import default_template, write_word

pytestmark = pytest.mark.libreoffice
NAMES = sorted(assembled().drafts)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of each page of each convention."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name in NAMES:
        word, _ = write_word(draft(name), default_template())
        path = folder / f"{name}.docx"
        path.write_bytes(word)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path],
            check=True,
            capture_output=True,
            timeout=180,
        )
        text = subprocess.run(
            ["pdftotext", "-layout", path.with_suffix(".pdf"), "-"],
            check=True,
            capture_output=True,
            timeout=60,
        ).stdout.decode("utf-8")
        found[name] = [words(page) for page in text.split("\f")[:-1]]
    return found


def words(text: str) -> str:
    """Return the text on one line, in lower case: capitals are a matter of style."""
    return re.sub(r"\s+", " ", text).lower()


def test_there_are_conventions() -> None:
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_numbered_and_no_heading_ends_one(name: str, pages: dict[str, list[str]]) -> None:
    headings = [block for block in draft(name).blocks if isinstance(block, Heading)]
    count = len(pages[name])

    for number, page in enumerate(pages[name], 1):
        body, _, footer = page.rpartition("page ")
        assert footer.strip() == f"{number} / {count}"
        for heading in headings:
            line = words(f"{heading.label}{heading.separator}{text_of(heading.inlines)}")
            last = body.strip()
            if "liste des annexes" in last:
                last = last.removesuffix(f"– {line}")  # an item of that list
            assert not last.endswith(line), f"page {number} ends with a heading"


@pytest.mark.parametrize("name", NAMES)
def test_all_headings_are_there(name: str, pages: dict[str, list[str]]) -> None:
    whole = " ".join(pages[name])

    for block in draft(name).blocks:
        if isinstance(block, Heading):
            line = words(f"{block.label}{block.separator}{text_of(block.inlines)}")
            assert line in whole, line


@pytest.mark.parametrize("name", NAMES)
def test_all_places_to_sign_stand_on_one_page(name: str, pages: dict[str, list[str]]) -> None:
    grid = next(block for block in draft(name).blocks if isinstance(block, SignatureGrid))
    lead = next(one for one in draft(name).blocks if one.id == "signature/fait")
    [fact] = map(words, units([lead]))
    # Places that stand side by side are read line by line: two words of each are in one piece.
    first_words = [" ".join(words(unit).split()[:2]) for unit in units([grid])]

    [signed] = [number for number, page in enumerate(pages[name]) if fact in page]
    assert [place for place in first_words if place not in pages[name][signed]] == []
    if not any(isinstance(one, Heading) and one.rank == "annex" for one in draft(name).blocks):
        assert signed == len(pages[name]) - 1
