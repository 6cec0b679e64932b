"""One clause, one text: a word changed in it changes every act that has it, and there alone."""

import re
from collections.abc import Collection, Iterator
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest
from project import REPOSITORY, assembled, copy_of_repository

from conventassembler.build import assemble
from conventassembler.draft.model import Draft
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

NEW = "xyloglyphe"
PROTOCOLS = ("longvic", "plaine-dijonnaise")


def sources(draft: Draft) -> set[str]:
    """Return the clause files that made blocks of a draft."""
    return {block.provenance.file for block in draft.blocks if block.provenance.variant}


SHARED = sorted(set.intersection(*(sources(assembled().drafts[name]) for name in PROTOCOLS)))


@cache
def twins(root: Path) -> dict[str, list[str]]:
    """Return the lines of every twin of a workspace."""
    workspace = Workspace(root)
    made = assemble(workspace, workspace.names())
    return {name: write_markdown(draft).splitlines() for name, draft in made.drafts.items()}


def changed(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the lines of a diff as sign and text."""
    for line in list(unified_diff(before, after, n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            yield line[0], line[1:]


def one_word(text: str, shown: Collection[str]) -> str:
    """Return a word that the clause says once, outside its tags, and that every act shows."""
    body = text.split("\n---\n", 1)[1]
    said = re.sub(r"\{[{%#].*?[}%#]\}", " ", body, flags=re.DOTALL)
    words = [word for word in re.findall(r"\b[a-zéèàêîôûç]{5,}\b", said) if text.count(word) == 1]
    words = [word for word in words if all(word in act for act in shown)]
    return next((word for word in words if len(word) > 6), words[0])


def test_the_two_protocols_share_clauses() -> None:
    families = {Path(file).parent.name for file in SHARED}

    assert {"objet", "inclusion", "organisation", "suivi", "revision", "preambule"} <= families


@pytest.mark.parametrize("file", SHARED)
def test_a_word_changes_both_twins_and_only_there(tmp_path: Path, file: str) -> None:
    workspace = copy_of_repository(tmp_path)
    path = tmp_path / file
    text = path.read_text(encoding="utf-8")
    before = twins(REPOSITORY)
    word = one_word(text, ["\n".join(before[name]) for name in PROTOCOLS])
    path.write_text(text.replace(word, NEW), encoding="utf-8")

    after = twins(workspace.root)

    for name in before:
        lines = list(changed(before[name], after[name]))
        assert [new.replace(NEW, word) for sign, new in lines if sign == "+"] == [
            old for sign, old in lines if sign == "-"
        ]
        assert all(NEW in line for sign, line in lines if sign == "+")
        assert bool(lines) == (name in PROTOCOLS)
