"""The stages in order: what a build is, on one screen."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from conventassembler.agreement import load_agreement
from conventassembler.caching.remembered import Recipe, remembered
from conventassembler.checks.judging import leveled, remarks
from conventassembler.diagnostics import Severity, has_errors, ordered
from conventassembler.draft.model import Draft
from conventassembler.draft.resolve import resolve
from conventassembler.frozen import dataclass
from conventassembler.making import Findings, Prepared, Stock, drafted, prepared
from conventassembler.obstacles import obstacles
from conventassembler.sending import PLAIN, Order, left_behind, send, sent_name, uncounted
from conventassembler.stationery import Stationery, stationery
from conventassembler.workspace import Workspace, write_files
from conventassembler.writers.markdown import write_markdown
from conventassembler.writers.word import Issue, write_word


@dataclass(frozen=True, slots=True)
class Assembled:
    """What the stages made of the agreements that were asked for."""

    drafts: Mapping[str, Draft]
    """By name; an agreement with errors has none."""
    stationery: Mapping[str, Stationery]
    """What each of them goes out on, by the same names."""
    findings: Findings
    """Every finding of every file, in order."""
    accepted: Mapping[str, Findings] = field(default_factory=dict)
    """Of those, what each agreement accepts, by its name."""
    kept: Mapping[str, "Kept"] = field(default_factory=dict)
    """The agreements that were made before and are as they were."""
    shared: Findings = ()
    """What was found in what all agreements share."""
    own: Mapping[str, Findings] = field(default_factory=dict)
    """What was found in each of the others, by its name."""
    logos: tuple[str, ...] = ()
    """The files that the settings name."""

    @property
    def names(self) -> tuple[str, ...]:
        """The agreements that have files, or are to have them."""
        return tuple(sorted((*self.drafts, *self.kept)))


@dataclass(frozen=True, slots=True)
class Kept:
    """An agreement that was made before of what is there now: it is not made again."""

    shared: Findings
    """What was found in what all agreements share."""
    findings: Findings
    """What was found in it."""
    sent: Findings
    """What was found while its files were made."""
    files: tuple[Path, ...]
    logos: tuple[str, ...]
    """The files that the settings name."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left in `output/`, or where it was sent."""

    files: tuple[Path, ...]
    """The files of the drafts; none when nothing could be written."""
    changed: frozenset[Path]
    """Those whose bytes are new."""
    findings: Findings
    sent: Mapping[str, Findings] = field(default_factory=dict)
    """What was found while the files of each agreement were made, by its name."""
    made: Mapping[Path, bytes] = field(default_factory=dict)
    """What the files hold that were made now."""


def stock(workspace: Workspace) -> Stock:
    """Return the settings, the library and the party registry, with every clause compiled.

    What was made of the same files before is taken from the cache.
    """
    space = workspace
    read = (space.settings, space.clauses, space.registry, space.templates)
    places = tuple(space.shown(one) for one in read)
    return remembered(Recipe("stock", str(space.root), places, partial(_stock, space), _logos))


def _logos(shared: Stock) -> Iterable[str]:
    return (str(logo.file) for logo in shared.settings.logos)


def _stock(workspace: Workspace) -> Stock:
    from conventassembler.stocking import stocked  # noqa: PLC0415 -- most runs have it made

    return Stock(*stocked(workspace))


def draft_one(workspace: Workspace, name: str, shared: Stock) -> tuple[Draft | None, Findings]:
    """Return the draft of one agreement, and what was found about that agreement alone.

    Everything is read and resolved whatever is found, so that all faults are told in one run;
    only composing waits until there is no error.
    """
    prepared = prepare(workspace, name, shared)
    return prepared.draft, prepared.findings


def prepare(workspace: Workspace, name: str, shared: Stock) -> Prepared:
    """Return the same, with what the Word file of the agreement goes out on."""
    path = workspace.agreement(name)
    agreement, read = load_agreement(path, workspace.shown(path), shared.registry)
    if agreement is None:
        return Prepared(None, None, leveled(read, shared.settings.levels))
    paper, unknown = stationery(workspace, agreement.template, shared.settings.template)
    return prepared(agreement, paper, (*read, *unknown), shared)


def draft_file(path: Path, shown: str, shared: Stock) -> tuple[Draft | None, Findings]:
    """Return the draft of the agreement in `path`, and what was found about it alone.

    `shown` names the file in findings.
    """
    agreement, read = load_agreement(path, shown, shared.registry)
    if agreement is None:
        return None, read
    resolved, choices = resolve(agreement, shared.library, shared.compiled, shared.house)
    return drafted(resolved, (*read, *choices), shared)


def assemble(
    workspace: Workspace, names: tuple[str, ...], kept: Mapping[str, Kept] = MappingProxyType({})
) -> Assembled:
    """Return the drafts of the agreements `names` and every finding; write nothing.

    Those `kept` have no draft: what was found in them is told again.
    """
    known = [kept[name] for name in names if name in kept]
    shared = None if known and len(known) == len(names) else stock(workspace)
    common = known[0].shared if shared is None else shared.findings
    made = {name: prepare(workspace, name, shared) for name in names if shared and name not in kept}
    found = [(kept[name] if name in kept else made[name]).findings for name in names]
    ready = {name: one for name, one in made.items() if one.draft and one.stationery}
    return Assembled(
        {name: one.draft for name, one in ready.items() if one.draft},
        {name: one.stationery for name, one in ready.items() if one.stationery},
        ordered((*workspace.misnamed(), *common, *chain.from_iterable(found))),
        {name: ordered(it for it in one.findings if it.accepted) for name, one in made.items()},
        {name: kept[name] for name in names if name in kept},
        common,
        {name: one.findings for name, one in made.items()},
        tuple(_logos(shared)) if shared else known[0].logos,
    )


def build(
    workspace: Workspace,
    assembled: Assembled,
    order: Order = PLAIN,
    *,
    strict: bool = False,
    force: bool = False,
) -> Built:
    """Write the files of every draft, all of them or none.

    In `output/`, the Word file and the twin; elsewhere what `order` asks for, without twins.
    Where it is `strict`, a warning of those that make the files keeps them all from being written,
    and so does a program that has one open, unless `force` says that none has. The files of
    agreements that are kept stay as they are.
    """
    sent: dict[str, Findings] = dict.fromkeys(assembled.drafts, ())

    def word(name: str, draft: Draft, issue: Issue) -> tuple[bytes, Findings]:
        paper = assembled.stationery[name]
        issue = replace(issue, accepted=remarks(assembled.accepted.get(name, ())))
        data, sent[name] = write_word(
            draft, paper.template, issue, template_name=paper.name, logos=paper.logos
        )
        return data, sent[name]

    made, findings = send(assembled.drafts, order, word)
    twins = {} if order.folder else assembled.drafts
    made |= {f"{name}.md": write_markdown(draft).encode("utf-8") for name, draft in twins.items()}
    folder = order.folder or workspace.output
    named = {sent_name(name, order.issue) if order.folder else name: made[name] for name in made}
    files = {folder / name: named[name] for name in sorted(named)}
    old = left_behind(files) if order.folder and not has_errors(findings) else ()
    held = obstacles(files, workspace, force=force)
    findings += tuple(chain.from_iterable(one.sent for one in assembled.kept.values()))
    told = (*ordered((*findings, *uncounted(assembled.drafts, order))), *old, *held)
    if has_errors(told) or (strict and any(one.severity is Severity.WARNING for one in told)):
        return Built((), frozenset(), told)
    changed, refused = write_files(files, workspace)
    there = (*files, *chain.from_iterable(one.files for one in assembled.kept.values()))
    all_files = () if refused else tuple(sorted(there, key=lambda path: path.name))
    return Built(all_files, changed, (*told, *refused), sent, files)
