"""What a Word file goes out on: its logos, and the template that its agreement or settings name.

The draft knows nothing of it, so that a change of looks changes no draft.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from unicodedata import normalize

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filenames import is_beside, is_nameable, same, visible
from conventassembler.frozen import dataclass
from conventassembler.schema import nearest
from conventassembler.source import fold
from conventassembler.values import Text
from conventassembler.workspace import Workspace, taken
from conventassembler.writers.word import DEFAULT, SHIPPED, Logo, shipped_template

ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".ott", ".rtf")
"""Of files that may have been meant as templates; the first alone is one."""
Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Stationery:
    """A house template, and what stands at the head of page 1."""

    name: str
    """The file that findings are placed in: `templates/mairie.docx`."""
    template: bytes
    logos: tuple[Logo, ...] = ()


def own_templates(workspace: Workspace) -> Mapping[str, Path]:
    """Return the house templates of the workspace itself by name, in alphabetical order."""
    return {path.stem: path for path in sorted(visible(workspace.templates, "*.docx"))}


def names(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of all house templates, those of the workspace after those shipped."""
    return tuple(dict.fromkeys((*SHIPPED, *own_templates(workspace))))


def is_shipped(name: str) -> bool:
    """Tell whether a template of that name comes with the tool: one of the workspace hides it."""
    return fold(name) in map(fold, SHIPPED)


def stationery(workspace: Workspace, *asked: Text | None) -> tuple[Stationery | None, Findings]:
    """Return the template that the first of `asked` names, that of the house where none does.

    A file of the workspace goes before one that is shipped with the same name. None where no
    template has that name (C484), or its file cannot be opened.
    """
    name = next((one for one in asked if one is not None), None)
    if name is None:
        return named(workspace, DEFAULT, Position(""))
    return named(workspace, name, name.origin.position or Position(""))


def chosen_name(workspace: Workspace, *asked: Text | None) -> str:
    """Return the name, as it is listed, that `stationery` would take; empty where it is unknown."""
    name = next((str(one) for one in asked if one is not None), DEFAULT)
    return next((known for known in names(workspace) if fold(known) == fold(_bare(name))), "")


def new_template(workspace: Workspace, typed: str) -> tuple[Path | None, Findings]:
    """Return where a new template goes, or None with why it cannot go there."""
    name = normalize("NFC", _bare(typed))
    path = workspace.templates / f"{name}.docx"
    if not is_nameable(name) or is_beside(path.name):
        return None, (fault("C016", Position(typed, 0), name=name),)
    there = (same(one.stem) for one in visible(workspace.templates, "*.docx"))
    if taken(path) or same(name) in there:
        return None, (fault("C014", Position(workspace.shown(path), 0)),)
    return path, ()


def of_house(workspace: Workspace) -> tuple[Stationery | None, Findings]:
    """Return the template that the settings name; their other faults are left to `check`."""
    from conventassembler.settings.reading import load_settings  # noqa: PLC0415 -- no build asks

    settings, _ = load_settings(workspace.settings, workspace.shown(workspace.settings))
    return stationery(workspace, settings.template)


def named(workspace: Workspace, name: str, place: Position) -> tuple[Stationery | None, Findings]:
    """Return the template `name`, typed at `place`; `mairie.docx` is a name of `mairie`."""
    files = own_templates(workspace)
    known, unknown = _known((*files, *SHIPPED), names(workspace), name, place)
    return _read(workspace, known, files.get(known)) if known else (None, unknown)


def _known(
    order: Iterable[str], listed: Sequence[str], name: str, place: Position
) -> tuple[str, Findings]:
    """Return the first name of `order` that `name` means, or nothing, with the finding."""
    bare = _bare(name)
    for known in order:
        if fold(known) == fold(bare):
            return known, ()
    words = {"name": name.strip(), "known": ", ".join(listed)}
    return "", (fault("C484", place, **words, **nearest(bare, listed)),)


@dataclass(frozen=True, slots=True)
class Cabinet:
    """House templates that were read already."""

    listed: tuple[str, ...]
    """The names of all, read or not, as they are listed."""
    order: tuple[str, ...]
    """The same, as they are looked for."""
    read: Mapping[str, tuple[Stationery | None, Findings]]

    def stationery(self, *asked: Text | None) -> tuple[Stationery | None, Findings]:
        """Return what the function of that name does, without a look at the disk."""
        name = next((one for one in asked if one is not None), None)
        place = (name.origin.position if name is not None else None) or Position("")
        wanted = DEFAULT if name is None else str(name)
        known, unknown = _known(self.order, self.listed, wanted, place)
        return self.read[known] if known else (None, unknown)


def cabinet(workspace: Workspace, wanted: Iterable[str] | None = None) -> Cabinet:
    """Return the house templates that `wanted` names, read; by default all of them."""
    files, listed = own_templates(workspace), names(workspace)
    order = tuple(dict.fromkeys((*files, *SHIPPED)))
    taken = order
    if wanted is not None:
        taken = tuple(_known(order, listed, name, Position(""))[0] for name in wanted)
    read = {known: _read(workspace, known, files.get(known)) for known in taken if known}
    return Cabinet(listed, order, read)


def _read(workspace: Workspace, name: str, path: Path | None) -> tuple[Stationery | None, Findings]:
    if path is None:
        return Stationery(f"{name}.docx", shipped_template(name)), ()
    return read_template(path, workspace.shown(path))


def read_template(path: Path, shown: str) -> tuple[Stationery | None, Findings]:
    """Return the file as a template, or None where it cannot be opened (C008)."""
    try:
        return Stationery(shown, path.read_bytes()), ()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        return None, (fault("C008", Position(shown, 0), file=shown, reason=reason),)


def _bare(typed: str) -> str:
    """Return the name in what was typed: `mairie`, `mairie.docx` or `templates/mairie.docx`."""
    return Path(typed.strip().replace("\\", "/")).name.removesuffix(".docx")
