"""What people type for a clause or a model: its id, its file, without accents, a part of it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.library.former import former_variants
from conventassembler.library.model import Library
from conventassembler.schema import nearest
from conventassembler.source import fold


def bare_name(typed: str) -> str:
    """Return the name that is meant where a file is typed: `clauses/duree/tacite.md`."""
    path = PurePath(typed.replace("\\", "/"))
    if path.suffix == ".md":
        return "/".join(path.with_suffix("").parts[-2:])
    return path.stem if path.suffix == ".yaml" else typed


def named_variant(library: Library, typed: str, folder: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the id of the variant that `typed` means; empty where it is none, with a finding.

    It may be typed as the file, by its former name, or by the part of its name that is enough; its
    file may be one that cannot be read. `folder` is the library, as messages show it.
    """
    name = "/".join(PurePath(bare_name(typed).replace("\\", "/")).parts[-2:])
    known = sorted({*library.variants, *(id_ for id_ in library.unread if "/" in id_)})
    former = former_variants(library)
    if whole := _alike(name, (*known, *former)):
        return former.get(whole, whole), ()
    if "/" not in name and (likely := _only(name, known, 0) or _only(name, known, 1)):
        return likely, ()
    return "", (_unknown_variant(known, name, Position(f"{folder}/{name}.md", 0)),)


def named_model(library: Library, typed: str, folder: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the id of the model that `typed` means; empty where it is none, with a finding.

    It may be typed as the file, which may be one that cannot be read.
    """
    name = PurePath(bare_name(typed)).name
    models = (*library.models, *(id_ for id_ in library.unread if "/" not in id_))
    if id_ := _alike(name, models):
        return id_, ()
    place, known = Position(f"{folder}/models/{name}.yaml", 0), ", ".join(library.models) or "–"
    return "", (fault("C414", place, name=name, known=known, **nearest(name, library.models)),)


def _alike(name: str, known: Iterable[str]) -> str:
    """Return the known name that `name` is; else the first that it is but for what keys may vary.

    The slash between a family and its variant is not among what may vary.
    """
    names = {tuple(map(fold, item.split("/"))): item for item in reversed((*known,))}
    return name if name in names.values() else names.get(tuple(map(fold, name.split("/"))), "")


def _only(name: str, known: Iterable[str], part: int) -> str:
    """Return the one id of which `name` is the family (0) or the variant (1)."""
    likely = [id_ for id_ in known if fold(id_.split("/")[part]) == fold(name)]
    return likely[0] if len(likely) == 1 else ""


def _unknown_variant(known: Sequence[str], name: str, place: Position) -> Diagnostic:
    typed, _, choice = name.partition("/")
    families = sorted({id_.partition("/")[0] for id_ in known})
    family = _alike(typed, families)
    if not family:
        near = nearest(typed, families) or _whole(known, nearest(name, _ends(known)))
        return fault("C401", place, family=typed, known=", ".join(families) or "–", **near)
    siblings = [id_.partition("/")[2] for id_ in known if id_.startswith(f"{family}/")]
    found = {"family": family, "known": ", ".join(siblings)}
    if not choice:
        return fault("C403", place, **found)
    return fault("C402", place, variant=choice, **found, **nearest(choice, siblings))


def _ends(known: Sequence[str]) -> list[str]:
    return [id_.partition("/")[2] for id_ in known]


def _whole(known: Sequence[str], near: Mapping[str, str]) -> dict[str, str]:
    """Return the suggestion of the variant that ends as the one that is `near`."""
    return {key: next(id_ for id_ in known if id_.endswith(f"/{end}")) for key, end in near.items()}
