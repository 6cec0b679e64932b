"""The pictures of the French guides, made again from the guides' own examples.

`python tools/guide_pictures.py` (it needs LibreOffice and poppler), then look at `docs/fr/images`.
"""

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from guide_replay import GUIDES, GuideError, Replay, Step, steps

DPI: Final = 80
A4: Final = (662, 936)
"""Width and height of a page, in dots."""
_PLACE: Final = re.compile(r"picture (\S+) page with (.+), (\d+) to (\d+) %")


def main() -> None:
    """Make all pictures, and tell each."""
    for guide in sorted(GUIDES.glob("guide-*.md")):
        with TemporaryDirectory() as folder:
            for path in pictures(guide, Path(folder)):
                print(path)


def pictures(guide: Path, folder: Path, images: Path | None = None) -> list[Path]:
    """Play a guide in an empty folder; return the pictures made on the way.

    They go where the guide shows them, or into `images`.

    Raises:
        GuideError: a step cannot be done.
        CalledProcessError: LibreOffice or poppler cannot do theirs.
    """
    replay, made = Replay(folder), []
    with TemporaryDirectory() as profile:  # one for all: to make it takes LibreOffice a while
        for step in steps(guide.read_text(encoding="utf-8")):
            replay.play(step)
            if step.language == "image" and step.note != "untried":  # of a terminal: another tool's
                target = (guide.parent / step.text).resolve()
                made.append(images / target.name if images else target)
                _picture(step, replay.folder, made[-1], Path(profile))
    return made


def _picture(step: Step, folder: Path, target: Path, profile: Path) -> None:
    """Write the part of a page that a step names."""
    place = _PLACE.fullmatch(step.note)
    if place is None:
        raise GuideError(f"line {step.line}: not a place on a page: {step.note!r}")
    top, bottom = (int(share) * A4[1] // 100 for share in place.group(3, 4))
    with TemporaryDirectory() as scratch:
        pdf = _pdf(folder / place[1], Path(scratch), profile)
        page = _page(pdf, place[2])
        part = ("-x", "0", "-y", str(top), "-W", str(A4[0]), "-H", str(bottom - top))
        options = ("-png", "-singlefile", "-r", str(DPI), "-f", page, "-l", page, *part)
        _run("pdftoppm", *options, str(pdf), str(target.with_suffix("")))


def _pdf(word: Path, folder: Path, profile: Path) -> Path:
    """Return a Word file as LibreOffice lays it out."""
    own = f"-env:UserInstallation={profile.as_uri()}"
    where = ("--convert-to", "pdf", "--outdir", str(folder))
    _run("soffice", own, "--headless", *where, str(word))
    return folder / word.with_suffix(".pdf").name


def _page(pdf: Path, words: str) -> str:
    """Return the number of the first page with these words: where they stand may change."""
    text = _run("pdftotext", str(pdf), "-").casefold()
    pages = [" ".join(page.split()) for page in text.split("\f")]
    numbers = [number for number, page in enumerate(pages, 1) if words.casefold() in page]
    if not numbers:
        raise GuideError(f"no page of {pdf.name} has: {words}")
    return str(numbers[0])


def _run(*words: str) -> str:
    done = subprocess.run(words, check=True, capture_output=True, timeout=180)
    return done.stdout.decode("utf-8")


if __name__ == "__main__":
    main()
