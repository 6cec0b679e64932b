"""The small act of the gallery with a few lines changed: what the checks then say of it."""

from collections.abc import Mapping
from pathlib import Path

from conventassembler.build import assemble
from conventassembler.diagnostics import Diagnostic
from conventassembler.workspace import Workspace

Change = tuple[str, str]
TERM = "  - clause: duree/tacite\n    valeurs:\n      années: 3\n"
"""The clause of the small act on its term."""
AUTHORITY = "      acte: délibération\n      date: 2025-12-18\n"
"""What allows the commune of the small act to sign."""
OFFICE = "      fonction: maire\n      genre: féminin\n"
"""Who signs for that commune."""
END = "signature:\n"


def findings(
    root: Path, *changes: Change, files: Mapping[str, str] | None = None
) -> tuple[Diagnostic, ...]:
    """Return what is found in the small act in `root` after `changes`, each of one place."""
    space = Workspace(root)
    path = space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    for name, content in (files or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return assemble(space, ("exemple",)).findings


def codes(root: Path, *changes: Change, files: Mapping[str, str] | None = None) -> list[str]:
    """Return the codes of what is found, in the order of the file."""
    return [one.code for one in findings(root, *changes, files=files)]


def clause(parameters: str, body: str, *, renewal: str = "") -> str:
    """Return the text of a clause file on the term of an act."""
    after = f"reconduction: {renewal}\n" if renewal else ""
    head = "titre: Durée\nchoisir quand: On essaie.\n"
    declared = f"paramètres:\n{parameters}\n" if parameters else ""
    return f"---\n{head}{declared}{after}---\n{body}\n"


def article(title: str, text: str) -> Change:
    """Return the change that adds an article of the agreement's own at the end of the act."""
    return END, f'  - titre: "{title}"\n    texte: "{text}"\n{END}'
