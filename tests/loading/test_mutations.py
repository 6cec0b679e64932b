"""Files spoilt at random: no exception, every finding inside a file and in plain words."""

import random
import tempfile
from pathlib import Path

import pytest

from conventassembler.agreement import load_agreement, load_parties
from conventassembler.diagnostics import Diagnostic
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.library.loader import load_library

BASE = Path(__file__).parent.parent / "errors" / "_base"
FILES = {
    path.relative_to(BASE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(BASE.rglob("*"))
    if path.is_file()
}
PIECES = [
    *("\t", "\u00a0", "\ue000", "\x00", "\u2028", "'", '"', "[", "]", "{", "}", ":", ": ", "- "),
    *(
        "&a ",
        "*a ",
        "!!str ",
        "<<: ",
        "---\n",
        "# ",
        "|\n",
        "? ",
        "à compléter",
        "9" * 400,
        "- " * 30,
    ),
    *("null", "~", "oui", "1e5", "01000", "\\", "\ufeff", "\r\n", "\n", "%"),
]


def spoilt(text: str, chance: random.Random) -> str:
    """Return `text` with a line deleted, doubled or swapped, or a piece put in or taken out."""
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    place = chance.randrange(len(text) + 1)
    changed: list[str] = [
        "\n".join(lines[:one] + lines[one + 1 :]),
        "\n".join([*lines[:one], lines[one], *lines[one:]]),
        "\n".join([*lines[:one], "  " + lines[one], *lines[one + 1 :]]),
        "\n".join([*lines[:one], lines[other], *lines[one + 1 :]]),
        text[:place],
        text[:place] + text[place + chance.randrange(1, 9) :],
    ]
    changed += [text[:place] + chance.choice(PIECES) + text[place:]] * 6
    return chance.choice(changed)


def findings(root: Path) -> tuple[Diagnostic, ...]:
    _, library = load_library(root / "clauses", root)
    registry, parties = load_parties(root / "agreements" / "parties", root)
    path = root / "agreements" / "exemple.yaml"
    _, agreement = load_agreement(path, "agreements/exemple.yaml", registry)
    return (*library, *parties, *agreement)


def check(seed: int) -> bool:
    """Spoil one file, load everything, and tell whether something was found."""
    chance = random.Random(seed)
    name = chance.choice(sorted(FILES))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for file, text in FILES.items():
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            changed = spoilt(text, chance) if file == name else text
            path.write_text(changed, encoding="utf-8", newline="")
        found = findings(root)
        for item in found:
            lines = (root / item.position.file).read_text(encoding="utf-8").split("\n")
            assert 1 <= item.position.line <= len(lines), (seed, item)
            assert 1 <= item.position.column <= len(lines[item.position.line - 1]) + 2, (seed, item)
            assert message(item, "fr"), (seed, item)
            assert remedy(item, "fr"), (seed, item)
    return bool(found)


def test_no_spoilt_file_breaks_loading() -> None:
    assert sum(check(seed) for seed in range(250)) > 100


@pytest.mark.long
def test_no_spoilt_file_breaks_loading_in_a_long_run() -> None:
    assert sum(check(seed) for seed in range(250, 4_000)) > 1_500
