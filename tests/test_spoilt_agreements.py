"""Whatever is dropped, blanked or misshaped in an agreement: a draft or an error, never a crash."""

import copy
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from conventassembler.build import draft_one, stock
from conventassembler.diagnostics import has_errors
from conventassembler.draft.plain import plain_text
from conventassembler.making import Stock
from conventassembler.review.word_reader import read_text
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown
from conventassembler.writers.word import default_template, write_word

BASE = Path(__file__).parent / "errors" / "_base"
REPOSITORY = Path(__file__).parent.parent
PUT_IN = ("à compléter", "", "oui", [], {}, ["x", "y"], {"x": "y"}, "n'importe quoi", "3")
DROPPED = object()


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value of a tree, keys and ranks."""
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def changed(tree: Any, path: tuple[Any, ...], new: Any) -> str:
    """Return the YAML of the tree with another value at `path`, or none there."""
    tree = copy.deepcopy(tree)
    holder = tree
    for key in path[:-1]:
        holder = holder[key]
    if new is DROPPED:
        del holder[path[-1]]
    else:
        holder[path[-1]] = new
    stream = io.StringIO()
    yaml = YAML()
    yaml.width = 10_000
    yaml.dump(tree, stream)
    return stream.getvalue()


def tree_of(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def hold(workspace: Workspace, shared: Stock, name: str, text: str) -> None:
    """Assemble the text as the agreement `name` and hold what comes out."""
    workspace.agreement(name).write_text(text, encoding="utf-8")
    draft, findings = draft_one(workspace, name, shared)
    if draft is None or has_errors(findings):
        assert has_errors(findings)
        return
    ids = [block.id for block in draft.blocks]
    assert len(ids) == len(set(ids))
    word, problems = write_word(draft, default_template())
    assert not problems
    assert read_text(word) == plain_text(draft)
    assert write_markdown(draft)


SMALL = tree_of(BASE / "agreements" / "exemple.yaml")


@pytest.mark.parametrize("path", list(places(SMALL)), ids=lambda path: ".".join(map(str, path)))
def test_a_small_agreement_spoilt_in_one_place(path: tuple[Any, ...], tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    workspace = Workspace(tmp_path)
    shared = stock(workspace)

    for new in (DROPPED, *PUT_IN):
        hold(workspace, shared, "exemple", changed(SMALL, path, new))


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("name", Workspace(REPOSITORY).names())
def test_a_real_agreement_spoilt_in_one_place(name: str, tmp_path: Path) -> None:
    for folder in ("clauses", "agreements"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    workspace = Workspace(tmp_path)
    shared = stock(workspace)

    tree = tree_of(workspace.agreement(name))
    for path in places(tree):
        for new in (DROPPED, "à compléter"):
            hold(workspace, shared, name, changed(tree, path, new))
