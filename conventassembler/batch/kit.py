"""What all rows of a batch share, and the making of one row: trees, stages, files, in memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from conventassembler import packing  # noqa: F401 -- a kit goes from one process to another
from conventassembler.abreast import Steps, abreast, in_groups
from conventassembler.agreement import Source, read_agreement
from conventassembler.agreement.sources import Tree
from conventassembler.batch.idle import Key, in_columns
from conventassembler.batch.model import DOCUMENT, TWIN, Job, Made
from conventassembler.batch.overlay import Branch, overlaid
from conventassembler.batch.seats import Column
from conventassembler.checks.judging import remarks
from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors, ordered
from conventassembler.draft.model import Draft
from conventassembler.draft.page_count import awaits_pages
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.making import Findings, Stock, preparing
from conventassembler.stationery import Cabinet, Stationery
from conventassembler.writers.markdown import write_markdown
from conventassembler.writers.word import Issue, write_word

BLANK: Final = "C701"
"""The finding that a value is still to be given."""


@dataclass(frozen=True, slots=True)
class RowKit:
    """A `Kit`: what was read and compiled once for all rows of a table."""

    key: str
    file: str
    """The agreement, as messages show it."""
    trees: Mapping[str, Tree]
    """Its own, and those of the files of values in its folder, by file."""
    branches: Mapping[str, Branch]
    """Where values of rows stand in them."""
    columns: tuple[Column, ...]
    keys: Mapping[Position, Key]
    """Those under which values of rows stand, by their places."""
    shared: Stock
    cabinet: Cabinet
    issue: Issue
    twins: bool = False

    def make(self, jobs: Sequence[Job]) -> Sequence[Made]:
        """Return what is made of `jobs`, a few of them abreast; nothing is read or written."""
        return [made for some in in_groups(jobs) for made in abreast(list(map(self._making, some)))]

    def _making(self, job: Job) -> Steps[Made]:
        agreement, read = read_agreement(self.source(job), self.shared.registry)
        read = (*job.findings, *read)
        if agreement is None:
            return Made(job, {}, 0, read)
        paper, unknown = self.cabinet.stationery(agreement.template, self.shared.settings.template)
        yield
        done = yield from preparing(agreement, paper, (*read, *unknown), self.shared)
        yield
        found = self._placed(done.findings, job)  # what is told of no cell refuses no row
        if done.draft is None or paper is None or has_errors((*found, *self.shared.findings)):
            return Made(job, {}, 0, found)
        files, told = self._files(job, done.draft, done.stationery or paper, done.findings)
        blanks = sum(one.code == BLANK for one in done.findings)
        return Made(job, files, blanks, (*found, *told, *self._uncounted(done.draft)))

    def _placed(self, found: Findings, job: Job) -> Findings:
        return tuple(in_columns(found, self.keys, self.columns, job.values))

    def _uncounted(self, draft: Draft) -> Findings:
        """Return that a final act says numbers of pages that are not known: nobody counts them."""
        waits = self.issue.status == "final" and awaits_pages(draft)
        return (fault("C152", Position(self.file, 0)),) if waits else ()

    def _files(
        self, job: Job, draft: Draft, paper: Stationery, found: Findings
    ) -> tuple[Mapping[str, bytes], Findings]:
        accepted = ordered(self._as_typed(one, job.name) for one in found if one.accepted)
        issue = _accepting(self.issue, *remarks(accepted))
        word, told = write_word(
            draft, paper.template, issue, template_name=paper.name, logos=paper.logos
        )
        if has_errors(told):
            return {}, told
        twin = {f"{job.name}{TWIN}": write_markdown(draft).encode("utf-8")} if self.twins else {}
        return {f"{job.name}{DOCUMENT}": word, **twin}, told

    def _as_typed(self, finding: Diagnostic, name: str) -> Diagnostic:
        """Return a finding where it would be, had the values been typed in an agreement `name`."""
        place = finding.position
        for column in self.columns:
            if place.line == 0 and place.file == column.at.file and place.cell == column.header:
                typed = column.place.node.position
                place = replace(typed, column=typed.column + place.column - 1)
        folder, _, _ = self.file.rpartition("/")
        if place.file.startswith((self.file, f"{self._root}/")):
            rest = place.file.removeprefix(self._root)
            place = replace(place, file=f"{folder}/{name}{rest}")
        return replace(finding, position=place)

    @property
    def _root(self) -> str:
        """The folder of its files of values."""
        return self.file.rpartition(".")[0]

    def source(self, job: Job) -> Source:
        """Return the trees of a row, as the agreement of its name would be read."""
        data = {
            file.rpartition("/")[2]: _reader(self._tree(file, job))
            for file in self.trees
            if file != self.file
        }
        return Source(job.name, self.file, self._tree(self.file, job), data)

    def _tree(self, file: str, job: Job) -> Tree:
        node, found = self.trees[file]
        branch = self.branches.get(file)
        return overlaid(branch, self.columns, job.values) if branch else node, found


@recalled
def _accepting(issue: Issue, *accepted: str) -> Issue:
    """Return how a document goes out, with what a reviewer reads in it: one object for all rows."""
    return replace(issue, accepted=accepted)


def _reader(tree: Tree) -> Callable[[], Tree]:
    return lambda: tree
