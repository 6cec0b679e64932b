"""A new agreement: what `new` writes of a model, tried before there is a file.

It stands on `build`, which reads and composes it as any other.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from conventassembler.build import draft_file
from conventassembler.diagnostics import ordered
from conventassembler.frozen import dataclass
from conventassembler.library.model import Model
from conventassembler.making import Findings, Stock
from conventassembler.scaffold import NewAgreement, new_agreement
from conventassembler.workspace import Workspace

_UNSHOWN = "C710"
"""The finding that no text shows a value."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An agreement to fill."""

    files: Mapping[Path, bytes]
    """The agreement, then its files of values."""
    findings: Findings
    """What is found in it: its blanks, and what the model proposes wrongly."""


def begin(workspace: Workspace, path: Path, model: Model, shared: Stock) -> Begun:
    """Return the agreement to fill that `path` is to hold; nothing is written.

    It is read and composed as any other, so that a model that proposes what cannot stand is told
    before there is a file. A default that no text shows, while others are as they are, is made
    again as one that waits.
    """
    shown = workspace.shown(path)
    made = new_agreement(path.stem, model, shared.library, shared.registry)
    found = _tried(made, path.name, shown, shared)
    unshown = [one.arguments for one in found if one.code == _UNSHOWN]
    if idle := frozenset((str(one["clause"]), str(one["key"])) for one in unshown):
        made = new_agreement(path.stem, model, shared.library, shared.registry, idle)
        found = _tried(made, path.name, shown, shared)
    files = {path: made.text} | {path.with_suffix("") / name: made.data[name] for name in made.data}
    return Begun({file: text.encode("utf-8") for file, text in files.items()}, ordered(found))


def _tried(made: NewAgreement, name: str, shown: str, shared: Stock) -> Findings:
    """Return what is found in an agreement that is nowhere yet; `shown` names it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        own = path.with_suffix("")
        own.mkdir()
        files = {path: made.text} | {own / file: made.data[file] for file in made.data}
        for file, text in files.items():
            file.write_text(text, encoding="utf-8", newline="")
        return draft_file(path, shown, shared)[1]
