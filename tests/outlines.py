"""The small act of the gallery with other entries or another model, and its outline in one look."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from conventassembler.build import Assembled, assemble
from conventassembler.draft.model import Draft, Heading, NewPage
from conventassembler.draft.plain import plain_text, text_of
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
MODEL = "clauses/models/convention-simple.yaml"
AGREEMENT = "agreements/exemple.yaml"
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})


def made(
    folder: Path, act: str = "", model: str = "", files: Mapping[str, str] | None = None
) -> Workspace:
    """Return the workspace of the small act, with these keys in its agreement and its model.

    A key replaces what stands under it in the file.
    """
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for name, keys in ((AGREEMENT, act), (MODEL, model)):
        path = folder / name
        path.write_text(_merged(path.read_text(encoding="utf-8"), keys), encoding="utf-8")
    for name, text in (files or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Workspace(folder)


def built(
    folder: Path, act: str = "", model: str = "", files: Mapping[str, str] | None = None
) -> Assembled:
    """Return what comes of the small act so changed."""
    return assemble(made(folder, act, model, files), ("exemple",))


def drafted(
    folder: Path, act: str = "", model: str = "", files: Mapping[str, str] | None = None
) -> Draft:
    """Return the draft of the small act so changed."""
    result = built(folder, act, model, files)
    assert "exemple" in result.drafts, result.findings
    return result.drafts["exemple"]


def codes(result: Assembled) -> list[str]:
    """Return the codes of what was found."""
    return [item.code for item in result.findings]


def outline(draft: Draft) -> list[str]:
    """Return the headings, « 1 Article 1 : Objet », and the new pages, on plain spaces."""
    lines = []
    for block in draft.blocks:
        if isinstance(block, Heading):
            text = block.label + block.separator + text_of(block.inlines) + block.run_in
            lines.append(f"{block.level} {text}".translate(PLAIN))
        elif isinstance(block, NewPage):
            lines.append(f"-- {block.orientation}")
    return lines


def text(draft: Draft) -> str:
    """Return the words of a draft on plain spaces, with straight apostrophes."""
    return plain_text(draft).translate(PLAIN)


def _merged(text: str, keys: str) -> str:
    chunks = _chunks(text) | _chunks(keys)
    return "".join(chunks.values())


def _chunks(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if not line.startswith((" ", "-", "#", "\n")):
            key = line.partition(":")[0]
        found[key] = found.get(key, "") + line
    return found
