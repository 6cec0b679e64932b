"""What an act says in several places is typed once: an amount changed there changes them all.

The actions of the pact are one record each, in `agreements/pacte-dijon-metropole/actions.yaml`;
the articles, the table of commitments and the fiches read it.
"""

from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest
from project import REPOSITORY, copy_of_repository

from conventassembler.build import assemble
from conventassembler.diagnostics import has_errors
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

PACT = "pacte-dijon-metropole"
ACTIONS = Path("agreements") / PACT / "actions.yaml"
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
FIRST, ANNEX_1, ANNEX_2 = "## Article 1", "## Annexe 1", "## Annexe 2"


def twin(root: Path) -> list[str]:
    """Return the lines of the twin of the pact, with plain spaces and apostrophes."""
    made = assemble(Workspace(root), (PACT,))
    assert not has_errors(made.findings), made.findings
    return write_markdown(made.drafts[PACT]).translate(PLAIN).splitlines()


@cache
def as_it_is() -> list[str]:
    return twin(REPOSITORY)


def edited(folder: Path, title: str, before: str, after: str) -> list[str]:
    """Return the twin once `before` is `after` in the record of the action called `title`."""
    copy_of_repository(folder)
    path = folder / ACTIONS
    head, mark, record = path.read_text(encoding="utf-8").partition(f'titre: "{title}')
    assert mark
    assert record.count(before) >= 1
    path.write_text(head + mark + record.replace(before, after, 1), encoding="utf-8")
    return twin(folder)


def changed(before: list[str], after: list[str]) -> list[tuple[str, str, str]]:
    """Return the lines that differ, each with the heading above it, what it was, what it is."""
    assert len(before) == len(after)
    heading, found = "", []
    for old, new in zip(before, after, strict=True):
        if old.startswith("#"):
            heading = old.strip("# ")
        if old != new:
            found.append((heading, old, new))
    return found


def words(old: str, new: str) -> list[tuple[str, str]]:
    """Return the stretches of a line that changed, by whole cells or words."""
    a, b = old.split(" "), new.split(" ")
    parts = SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes()
    return [(" ".join(a[i:j]), " ".join(b[k:m])) for op, i, j, k, m in parts if op != "equal"]
