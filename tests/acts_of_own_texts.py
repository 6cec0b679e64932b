"""The small workspace of the tests with texts of the agreement's own, and what is found in them."""

from pathlib import Path

from conventassembler.build import assemble
from conventassembler.diagnostics import Diagnostic
from conventassembler.workspace import Workspace


def with_text(folder: Path, text: str, title: str = "Suivi", below: str = "") -> None:
    """Write `text` as an article of the agreement of `folder`, and `below` behind the articles."""
    lines = "".join(f"      {line}".rstrip() + "\n" for line in text.strip("\n").split("\n"))
    added = f'  - titre: "{title}"\n    intitulé: article\n    texte: |\n{lines}{below}'
    path = folder / "agreements" / "exemple.yaml"
    typed = path.read_text(encoding="utf-8")
    path.write_text(typed.replace("signature:\n", f"{added}signature:\n"), encoding="utf-8")


def replaced(folder: Path, old: str, new: str) -> None:
    """Type `new` in place of `old` in the agreement of `folder`."""
    path = folder / "agreements" / "exemple.yaml"
    typed = path.read_text(encoding="utf-8")
    assert old in typed
    path.write_text(typed.replace(old, new, 1), encoding="utf-8")


def found(folder: Path) -> list[Diagnostic]:
    """Return what the checks tell of the agreement of `folder`."""
    return list(assemble(Workspace(folder), ["exemple"]).findings)


def codes(folder: Path) -> list[str]:
    """Return the codes of what is found, in order."""
    return [one.code for one in found(folder)]
