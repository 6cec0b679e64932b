"""Pictures of what a terminal shows of a fault, for the guides: real output, drawn as SVG.

`python tools/terminal_pictures.py` writes them anew; `--check` changes nothing and fails when one
is not what the program says today. Each picture is a command, run on a folder of the gallery.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from html import escape
from pathlib import Path
from textwrap import wrap

REPOSITORY = Path(__file__).parent.parent
ERRORS = REPOSITORY / "tests/errors"
IMAGES = REPOSITORY / "docs/fr/images"
COLUMNS = 92
CELL, LINE, MARGIN = 8.4, 19, 14
"""Width of a sign, height of a line, and the margin, in pixels."""
COLOURS = {"erreur": "#ff9b9b", "avertissement": "#ffd479", "→": "#9be2a0", "^": "#ff9b9b"}
PICTURES = {
    "terminal-cle-inconnue": ("C103-unknown-key", "check"),
    "terminal-mot-de-trop": ("C707-words-printed-twice", "check"),
    "terminal-pourquoi": ("C136-colon-in-an-item", "rule C136"),
}
"""By the name of the picture: a folder of the gallery, and what is typed there."""


def said(case: str, command: str) -> str:
    """Return what the program says of a command in the workspace of a folder of the gallery."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ERRORS / "_base", folder, dirs_exist_ok=True)
        shutil.copytree(ERRORS / case, folder, dirs_exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "conventassembler", "--lang", "fr", *command.split()],
            cwd=folder,
            env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": str(COLUMNS)},
            encoding="utf-8",
            capture_output=True,
            check=False,
        )
    return done.stdout + done.stderr


def lines(text: str) -> list[str]:
    """Return lines as a terminal of `COLUMNS` shows them; it cuts a long one where it is full."""
    return [part for line in text.rstrip().split("\n") for part in _cut(line)]


def _cut(line: str) -> list[str]:
    if len(line) <= COLUMNS:
        return [line]
    return wrap(line, COLUMNS, drop_whitespace=False, break_on_hyphens=False)


def picture(command: str, text: str) -> str:
    """Return the picture of a terminal in which `command` was typed."""
    shown = [f"$ conventassembler {command}", *lines(text)]
    width, height = COLUMNS * CELL + 2 * MARGIN, len(shown) * LINE + 2 * MARGIN
    rows = "\n".join(_row(line, rank) for rank, line in enumerate(shown) if line.strip())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}"'
        f' viewBox="0 0 {width:.0f} {height}" role="img" xml:space="preserve">\n'
        f"<title>{escape(shown[0])}</title>\n"
        '<rect width="100%" height="100%" rx="8" fill="#1e2430"/>\n'
        '<g font-family="DejaVu Sans Mono, Liberation Mono, Consolas, Menlo, monospace"'
        f' font-size="14" fill="#e8ebf0">\n{rows}\n</g>\n</svg>\n'
    )


def _row(line: str, rank: int) -> str:
    """Return a line; its length is fixed, so that another font does not move the caret."""
    words = unicodedata.normalize("NFC", line)
    bare = words.lstrip(" ")
    left = MARGIN + CELL * (len(words) - len(bare))
    colour = next((shade for mark, shade in COLOURS.items() if _is_marked(bare, mark)), "")
    fill = f' fill="{colour}"' if colour else ""
    top = MARGIN + LINE * (rank + 0.75)
    return (
        f'<text x="{left:.1f}" y="{top:.1f}" textLength="{CELL * len(bare):.1f}"{fill}>'
        f"{escape(bare)}</text>"
    )


def _is_marked(line: str, mark: str) -> bool:
    return f": {mark} C" in line or (line.startswith(mark) and mark in "→^")


def main() -> int:
    """Write the pictures, or check them; return the exit code."""
    stale = 0
    for name, (case, command) in PICTURES.items():
        path = IMAGES / f"{name}.svg"
        drawn = picture(command, said(case, command))
        if "--check" not in sys.argv:
            path.write_text(drawn, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_text(encoding="utf-8") != drawn:
            print(f"not up to date: {path.name}; run tools/terminal_pictures.py")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
