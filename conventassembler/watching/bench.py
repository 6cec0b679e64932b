"""What the stages made of a workspace, kept, so that a change makes anew what it touches alone."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import perf_counter

from conventassembler.build import prepare, stock
from conventassembler.diagnostics import has_errors, ordered
from conventassembler.draft.model import Draft
from conventassembler.frozen import dataclass
from conventassembler.making import Findings, Prepared, Stock
from conventassembler.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Made:
    """What the stages made of one agreement."""

    prepared: Prepared
    good: Prepared
    """The same, or the last one that had a draft."""
    seconds: float
    """How long that took."""

    @property
    def draft(self) -> Draft | None:
        """The draft, unless an error keeps it from being composed."""
        return self.prepared.draft


@dataclass(frozen=True, slots=True)
class Bench:
    """All agreements of a workspace at one moment."""

    shared: Stock
    made: Mapping[str, Made]
    misnamed: Findings = ()

    @property
    def common(self) -> Findings:
        """What was found in what all agreements share."""
        return ordered((*self.misnamed, *self.shared.findings))

    def findings(self, name: str) -> Findings:
        """Return what stands against the agreement `name`: its own findings and the shared ones."""
        return ordered((*self.common, *self.made[name].prepared.findings))

    def every(self) -> Findings:
        """Return all findings of all files, each once."""
        own = (one for made in self.made.values() for one in made.prepared.findings)
        return ordered((*self.common, *own))

    @property
    def is_sound(self) -> bool:
        """Whether what all share has no error, which would keep every act from being composed."""
        return not has_errors(self.shared.findings)

    def is_faulty_since(self, before: "Bench") -> bool:
        """Tell whether something that was made anew since has an error."""
        anew = (one for name, one in self.made.items() if before.made.get(name) is not one)
        shared = () if self.shared is before.shared else self.shared.findings
        return has_errors(shared) or any(has_errors(one.prepared.findings) for one in anew)


def survey(
    workspace: Workspace,
    names: Iterable[str],
    before: Bench | None = None,
    changed: frozenset[Path] | None = None,
) -> Bench:
    """Return what the stages make of the agreements `names`.

    With what they made `before` and the files that `changed` since, only what these touch is made
    anew: an agreement, where they are its own; everything, where they are a clause or a party.
    """
    touched = None if changed is None else _owners(workspace, changed)
    if before is None or touched is None:
        shared, kept = stock(workspace), {}
    else:
        shared = before.shared
        kept = {name: one for name, one in before.made.items() if name not in touched}
    made = {name: kept.get(name) or _made(workspace, name, shared, before) for name in names}
    return Bench(shared, made, workspace.misnamed())


def watched(workspace: Workspace, shared: Stock | None) -> Iterator[Path]:
    """Yield the files and folders on which the acts of a workspace depend."""
    yield from (workspace.clauses, workspace.agreements, workspace.templates, workspace.settings)
    for logo in shared.settings.logos if shared else ():
        yield workspace.root / str(logo.file)


def _owners(workspace: Workspace, changed: Iterable[Path]) -> frozenset[str] | None:
    """Return the agreements whose own files these are; None where one is of another kind."""
    names: set[str] = set()
    for path in changed:
        if not path.is_relative_to(workspace.agreements):
            return None
        first, *inside = path.relative_to(workspace.agreements).parts
        if workspace.agreements / first == workspace.registry:
            return None
        names.add(first if inside else Path(first).stem)
    return frozenset(names)


def _made(workspace: Workspace, name: str, shared: Stock, before: Bench | None) -> Made:
    start = perf_counter()
    prepared = prepare(workspace, name, shared)
    last = before.made.get(name) if before else None
    good = prepared if prepared.draft is not None or last is None else last.good
    return Made(prepared, good, perf_counter() - start)
