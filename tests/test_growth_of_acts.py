"""An act of many articles is composed in the time of reading it, not in that of its square."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project import REPOSITORY

from conventassembler.agreement import load_agreement
from conventassembler.build import stock
from conventassembler.diagnostics import has_errors
from conventassembler.draft.compose import compose
from conventassembler.draft.resolve import resolve
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

ARTICLE = """\
  - clause: objet/simple
    repère: objet {n}
    titre: "Objet numéro {n}"
    valeurs:
      pilote: commune
    clauses:
      - titre: "Suite de l'objet {n}"
        texte: "La commune s'engage, pour l'objet {n}, à « agir » ; elle le fait sans délai."
"""


def calls(folder: Path, articles: int) -> tuple[int, int]:
    """Return how many calls an act takes to be resolved, composed and written, and its blocks."""
    shutil.copytree(REPOSITORY / "tests/errors/_base", folder)
    path = folder / "agreements/exemple.yaml"
    head, _, tail = path.read_text(encoding="utf-8").partition("clauses:\n")
    rest = tail[tail.index("signature:") :]
    own = "".join(ARTICLE.format(n=f"{articles} {n}") for n in range(articles))
    path.write_text(f"{head}sommaire: oui\nclauses:\n{own}{rest}", encoding="utf-8")
    shared = stock(Workspace(folder))
    agreement, _ = load_agreement(path, "agreements/exemple.yaml", shared.registry)
    assert agreement is not None
    count = 0

    def counting(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counting)
    try:
        resolved, found = resolve(agreement, shared.library, shared.compiled, shared.house)
        assert resolved is not None, found
        draft, told = compose(resolved)
        write_markdown(draft)
    finally:
        sys.setprofile(None)
    assert not has_errors((*found, *told)), (*found, *told)
    return count, len(draft.blocks)


@pytest.mark.timeout(120)
def test_twice_the_articles_take_twice_the_calls(tmp_path: Path) -> None:
    # in a process of its own: what other tests left to remember is let go amid an act
    line = [sys.executable, __file__, str(tmp_path)]
    done = subprocess.run(line, capture_output=True, encoding="utf-8", check=True)
    few, short, many, long = map(int, done.stdout.split())

    assert long > 3.5 * short
    assert many < 4.4 * few, (few, many)


if __name__ == "__main__":
    here = Path(sys.argv[1])
    calls(here / "tables", 2)  # which are read once
    sys.stdout.write("{} {} {} {}".format(*calls(here / "40", 40), *calls(here / "160", 160)))
