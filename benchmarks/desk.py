"""All files that a measure needs, written before any clock runs."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import documents
from benchmarks.places import ROOT
from benchmarks.templates import LANGUAGES, bare, template
from conventassembler.writers.word import DEFAULT, shipped_template


@dataclass(frozen=True, slots=True)
class Desk:
    """The files of a measure."""

    folder: Path
    words: Path
    """What a worker is told: where everything stands."""
    expected: Mapping[str, tuple[str, ...]]
    """The paragraphs of each document, by its name."""

    @property
    def out(self) -> Path:
        """Where documents go, a folder for each maker."""
        return self.folder / "out"

    @property
    def cache(self) -> Path:
        """Where the program keeps what it has compiled, and not where its user has it."""
        return self.folder / "cache"

    @property
    def workspace(self) -> Path:
        """A workspace with the clauses and the agreements of this repository."""
        return self.folder / "workspace"


def desk(folder: Path, count: int) -> Desk:
    """Write the files of a measure of `count` rows into `folder`, and return them."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("clauses", "agreements"):
        shutil.copytree(ROOT / name, folder / "workspace" / name)
    for name in ("rows", "contexts", "templates"):
        (folder / name).mkdir()
    expected: dict[str, tuple[str, ...]] = {}
    for one in documents(folder / "workspace", count, folder / "rows"):
        expected[one.name] = one.lines
        text = json.dumps(one.context, ensure_ascii=False)
        (folder / "contexts" / f"{one.name}.json").write_text(text, encoding="utf-8")
    words = folder / "words.json"
    told = {
        "templates": _templates(folder / "templates"),
        "contexts": str(folder / "contexts"),
        "workspace": str(folder / "workspace"),
        "names": list(expected),
    }
    words.write_text(json.dumps(told), encoding="utf-8")
    return Desk(folder, words, expected)


def _templates(folder: Path) -> dict[str, str]:
    house = shipped_template(DEFAULT)
    made = {name: template(house, language) for name, language in LANGUAGES.items()}
    made["bare"] = bare(house)
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    return {name: str(folder / f"{name}.docx") for name in made}
