"""A clause to the draft of an act of that clause alone, through the stages of any build."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from conventassembler.agreement.manner import Manner
from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors, ordered
from conventassembler.draft.compose import compose
from conventassembler.draft.library import compile_library
from conventassembler.draft.model import Draft
from conventassembler.draft.places import suggestion
from conventassembler.draft.resolve import Resolved, resolve
from conventassembler.frozen import dataclass
from conventassembler.library import Library
from conventassembler.library.ids import as_file
from conventassembler.library.loader import load_library
from conventassembler.library.model import Variant
from conventassembler.library.names import named_variant
from conventassembler.schema.types import Findings
from conventassembler.settings.reading import load_settings
from conventassembler.source import identifier
from conventassembler.trial.act import Stage, referred, stage
from conventassembler.trial.choice import chosen_model
from conventassembler.trial.typed import TYPED, read_typed
from conventassembler.trial.values import Value, arguments, lacking, parties_for, values_of
from conventassembler.workspace import Workspace

WITHOUT = "--without"
"""Name, in findings, of the list of what the act of the trial is to lack."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed behind `try`."""

    variant: str
    values: tuple[str, ...] = ()
    """`--with KEY=VALUE`."""
    without: tuple[str, ...] = ()
    """Names that the clause refers to, and that its act is to lack."""
    model: str = ""

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of the command line, by the name under which findings quote it."""
        return {TYPED: tuple("\n".join(self.values).split("\n")), WITHOUT: self.without}


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of trying a clause."""

    draft: Draft | None
    """The blocks of the clause; None when there is an error."""
    findings: Findings
    values: tuple[Value, ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    """What the clause refers to, and the label that it has in the trial: « Article 2 »."""
    misused: bool = False
    """Whether the fault is in what was typed, and not in a file."""


def try_clause(workspace: Workspace, asked: Asked) -> Trial:
    """Return the draft of the clause that is asked for, and every fault that concerns it.

    Files are read each time. Faults of other clauses are left to `check`.
    """
    library, found = load_library(workspace.clauses, workspace.root)
    settings = workspace.shown(workspace.settings)
    said, settled = load_settings(workspace.settings, settings)
    found = (*settled, *found)
    folder = workspace.shown(workspace.clauses)
    id_, unknown = named_variant(library, asked.variant, folder)
    variant = library.variants.get(id_)
    if variant is None:
        return Trial(None, unknown or _under(found, f"{folder}/{id_}.md"), misused=bool(unknown))
    model, unknown = chosen_model(library, asked.model, variant, folder)
    if model is None:
        told = ordered((*unknown, *_under(found, f"{folder}/models/")))
        return Trial(None, told, misused=bool(asked.model and unknown))
    files = (settings, variant.file, model.file, *model.bases, f"{folder}/exemples/")
    return _tried(
        library, stage(library, variant, model), asked, _under(found, *files), said.manner
    )


def _under(found: Iterable[Diagnostic], *places: str) -> Findings:
    """Return what was found in the files, or below the folders, `places`."""
    return tuple(item for item in found if item.position.file.startswith(places))


def _tried(library: Library, act: Stage, asked: Asked, faults: Findings, house: Manner) -> Trial:
    variant, specimens = act.variant, library.specimens
    alone = act.library(library)
    compiled, wrong = compile_library(alone)
    clause = compiled.get(variant.id)
    cited = referred(clause, act.name, library.families) if clause else ()
    others, lost = _others(cited, asked, variant) if clause else ((), ())
    typed, misread = read_typed(asked.values, variant.parameters)
    groups = {one.id: one for one in library.specimen_groups}
    values = values_of(variant, typed, {*groups, *(party.id for party in specimens)})
    parties, named = parties_for(variant, values, specimens, groups)
    agreement = act.agreement(arguments(variant, values, typed), parties, others, named)
    resolved, choices = resolve(agreement, alone, compiled, house)
    found = (*faults, *wrong, *misread, *lost, *choices)
    if not has_errors(found):  # else no text shows what is lacking
        found += lacking(variant, values)
    trial = Trial(None, ordered(found), values, misused=_misused(found))
    return _composed(trial, act, resolved, others) if resolved and not has_errors(found) else trial


def _composed(trial: Trial, act: Stage, resolved: Resolved, others: Sequence[str]) -> Trial:
    """Return the trial with its draft, unless composing finds an error."""
    whole, composed = compose(resolved)
    draft = replace(whole, title=whole.short_title, blocks=act.shown(whole.blocks))
    numbers = resolved.numbers
    return replace(
        trial,
        draft=None if has_errors(composed) else draft,
        findings=ordered((*trial.findings, *composed)),
        references=tuple(
            (name, numbers[id_].label) for name in others if (id_ := identifier(name)) in numbers
        ),
    )


def _others(
    names: Sequence[str], asked: Asked, variant: Variant
) -> tuple[tuple[str, ...], Findings]:
    """Return what the clause refers to, without what the act is to lack, and names of nothing."""
    left = {identifier(name) for name in asked.without}
    known = ", ".join(names) or "–"
    found = tuple(
        fault(
            "C472",
            Position(WITHOUT, line),
            clause=variant.id,
            name=name,
            known=known,
            **suggestion(as_file(name), names),
        )
        for line, name in enumerate(asked.without, 1)
        if identifier(name) not in map(identifier, names)
    )
    return tuple(name for name in names if identifier(name) not in left), found


def _misused(found: Iterable[Diagnostic]) -> bool:
    wrong = [item for item in found if has_errors((item,))]
    return any(item.position.file in (TYPED, WITHOUT) for item in wrong)
