"""What all agreements of a workspace share, read and compiled: what `build` has made once.

Apart from `build`, which most runs do without it: what was made of the same files is recalled.
"""

from dataclasses import replace

from conventassembler.agreement import Registry, load_parties
from conventassembler.caching.folded import Folded
from conventassembler.checks.judging import leveled
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.compiled import Compiled
from conventassembler.draft.library import compile_library
from conventassembler.library import Library
from conventassembler.library.loader import load_library
from conventassembler.logos import OwnedLogo, read_logos
from conventassembler.settings import Settings
from conventassembler.settings.reading import load_settings
from conventassembler.stationery import stationery
from conventassembler.workspace import Workspace

Stocked = tuple[
    Library, Compiled, Registry, tuple[Diagnostic, ...], Settings, tuple[OwnedLogo, ...]
]


def stocked(workspace: Workspace) -> Stocked:
    """Return the library, its clauses compiled, the registry, the findings, the settings, logos.

    Variants, models and compiled clauses are unfolded as they are asked for.
    """
    settings, settled = load_settings(workspace.settings, workspace.shown(workspace.settings))
    _, missing = stationery(workspace, settings.template)
    library, found = load_library(workspace.clauses, workspace.root)
    registry, registered = load_parties(workspace.registry, workspace.root)
    compiled, faults = compile_library(library)
    logos, unshown = read_logos(workspace, settings.logos, registry)
    findings = (*settled, *missing, *unshown, *found, *registered, *faults)
    library = replace(library, variants=Folded(library.variants), models=Folded(library.models))
    told = leveled(findings, settings.levels)
    return library, Folded(compiled), registry, told, settings, logos
