"""conventassembler, stage by stage."""

from dataclasses import replace
from pathlib import Path

from conventassembler.agreement import load_agreement
from conventassembler.build import stock
from conventassembler.checks import check
from conventassembler.draft.compose import compose
from conventassembler.draft.resolve import resolve
from conventassembler.stationery import stationery
from conventassembler.workspace import Workspace
from conventassembler.writers.word import Issue, write_word


def prepare(words):
    """Return what reads the data of a document, and what makes and writes it."""
    workspace = Workspace(Path(words["workspace"]))
    shared = stock(workspace)
    paper, _ = stationery(workspace, None, shared.settings.template)
    folder = Path(words["agreements"])

    def take(number):
        return folder / f"{words['names'][number]}.yaml"

    def make(source, path):
        agreement, _ = load_agreement(source, source.name, shared.registry)
        resolved, _ = resolve(agreement, shared.library, shared.compiled, shared.house)
        draft, _ = compose(resolved)
        check(resolved, draft)
        word, _ = write_word(draft, paper.template, Issue(), template_name=paper.name)
        path.write_bytes(word)

    return take, make
