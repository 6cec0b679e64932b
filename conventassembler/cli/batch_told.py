"""What a batch tells at its end: what was found, what was written, what is to be corrected where.

Beside `batching`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from conventassembler.batch.delivering import Delivered
from conventassembler.batch.faulty import Faulty, faulty
from conventassembler.batch.planning import Plan
from conventassembler.batch.running import Ran
from conventassembler.cli.desk import Desk
from conventassembler.cli.reports import TEXT
from conventassembler.frozen import dataclass
from conventassembler.making import Findings

_SHOWN: Final = 100
"""Findings of rows that people are shown: more would hide the first."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A batch whose rows are made, or refused."""

    desk: Desk
    name: str
    plan: Plan
    ran: Ran
    options: Mapping[str, Any]
    total: int
    """How many rows the table has."""

    def nothing(self, found: Findings) -> int:
        """Tell why nothing was written; return the exit code."""
        ran = self.ran
        code = self._tell((*found, *ran.broken), written=False)
        if ran.broken and ran.done:
            self.desk.say("batch-broken", made=len(ran.done))
        elif not ran.broken:
            refused = len(ran.refused)
            shared = tuple(one for one in found if self.desk.stops((one,)))
            some = refused < self.total and not shared
            words = "batch-refused" if some else "batch-all-refused"
            facts = {"total": self.total, "refused": refused}
            self.desk.say(words, **facts, files=self._listed(self._wrong(shared)))
        return code or 1

    def stopped(self, found: Findings, folder: Path) -> int:
        """Tell why nothing is written, though no row is refused; return the exit code."""
        code = self._tell(found, written=False)
        self.desk.say("kept", folder=self.desk.space.shown(folder))
        return code

    def written(self, found: Findings, done: Delivered, refused: str) -> int:
        """Tell what was written, and that the file `refused` has the other rows."""
        ran = self.ran
        code = self._tell((*found, *done.findings), written=bool(done.manifest))
        if done.manifest is None:
            there = all(one.arrived for one in ran.done)
            self.desk.say("batch-there" if there else "batch-broken", made=len(ran.done))
            return code
        counts = {"written": done.written, "unchanged": done.unchanged}
        self.desk.say("batch-written", **counts, refused=len(ran.refused))
        if done.blanks:
            self.desk.say("batch-blanks", count=done.blanks)
        self.desk.say("batch-manifest", file=self.desk.reached(done.manifest))
        if ran.refused:
            self._corrected(self.desk.reached(done.manifest.with_name(refused)))
        if done.written:
            self.desk.say("batch-next")
        return code

    def _corrected(self, file: str) -> None:
        """Tell that `file` has the refused rows, and what is corrected: it, or what all rows share.

        With that the other rows change too: then it is the whole table that is given again.
        """
        wrong = self._wrong()
        if wrong.files == (self.plan.file,):
            again = self.desk.typed("batch", self.name, "--data", file, *self._words())
            self.desk.say("batch-refused-file", file=file, command=again)
        else:
            self.desk.say("batch-refused-all", file=file, files=self._listed(wrong))

    def _wrong(self, shared: Findings = ()) -> Faulty:
        return faulty(self.plan, self.ran.refused, self.desk.stops, shared)

    def _listed(self, wrong: Faulty) -> str:
        """Return names of files as a sentence lists them."""
        *others, last = wrong.files
        words = self.desk.text("batch-or" if wrong.either else "batch-and")
        return words.format(others=", ".join(others), last=last) if others else last

    def _words(self) -> Iterator[str]:
        """Yield the options that the files depend on, as they were typed."""
        for one in ("named", "to", "status", "version", "date"):
            if self.options[one]:
                yield from (f"--{one}", str(self.options[one]))
        for one in ("twins", "final", "annotate", "line_numbers"):
            if self.options[one]:
                yield f"--{one.replace('_', '-')}"
        if self.desk.strict:
            yield "--strict"

    def _heading(self, count: int) -> str:
        """Return the name of the words above what is found in that many rows."""
        if count == self.total:
            return "batch-common-all"
        if count == self.total - self.ran.told.unmade:
            return "batch-common-rest"
        return "batch-common-one" if count == 1 else "batch-common"

    def _tell(self, findings: Findings, *, written: bool) -> int:
        """Print what was found: first what is of the agreement, then what is of rows."""
        told = self.ran.told
        is_text = self.desk.form == TEXT
        headed: dict[int, str] = {}
        for count, rows, common in told.of_agreement():
            words = self.desk.text(self._heading(count)).format(count=count, rows=rows)
            headed[len(findings)] = words
            findings += common
        of_rows = told.of_values(self.total)
        shown = of_rows[:_SHOWN] if is_text else of_rows
        if shown:
            headed[len(findings)] = self.desk.text("batch-of-rows")
        code = self.desk.tell((*findings, *shown), headed)
        more = len(of_rows) - len(shown) + sum(told.more.values())
        if more:
            self.desk.say("batch-more" if written else "batch-more-faults", count=more)
        return code
