"""What functions remember changes nothing: one process that makes all is as many that make one.

Edits that move what is equal: lines, keys, files, owners. What a process remembers of the state
before is what it could mistake for the state after.
"""

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from conventassembler.caching.where import VARIABLE
from conventassembler.cli import cli

BASE = Path(__file__).parent / "errors" / "_base"
ACT = "agreements/exemple.yaml"
RECORD = "agreements/parties/departement.yaml"
CLAUSES = ("objet/simple", "duree/tacite", "preambule/contexte", "parties/domiciliee")
_FRESH = (
    "import sys\n"
    "from conventassembler.cli import cli\n"
    "for words in (['build'], ['check', '--format', 'json']):\n"
    "    try: cli([*words, '--workspace', sys.argv[1], '--lang', 'fr'])\n"
    "    except SystemExit: pass\n"
)
EDITS = (
    (ACT, "format: 1\n", "# une ligne de plus\nformat: 1\n"),
    (ACT, 'nom: "Longvic"', "nom: Longvic"),
    (ACT, 'nom: "Longvic"', 'nom: "Dijon"'),
    (ACT, 'lieu: "Longvic"', 'lieu: "Dijon"'),
    (ACT, "Longvic", "Chenôve"),
    (ACT, "date: 2025-12-18", "date: 2025-12-15"),
    (ACT, "genre: féminin", "genre: masculin"),
    (ACT, "genre: féminin", "genre: à compléter"),
    (ACT, "pilote: commune", "pilote: département"),
    (ACT, "années: 3", "années: 1"),
    (ACT, "années: 3", "années: à compléter"),
    (ACT, "années: 3", "années: trois"),
    (ACT, "duree/tacite\n", "duree/tacite\n    repère: durée-de-l-acte\n"),
    (ACT, "duree/tacite", "duree/ferme"),
    (ACT, "originaux: 2", "originaux: 3"),
    (ACT, "    - [commune, département]", "    - [département, commune]"),
    (ACT, "  commune:\n", "  ville:\n"),
    (ACT, "nature: commune", "nature: ville"),
    (ACT, "titre:", "sous-titres: à compléter\ntitre:"),
    (RECORD, "Côte-d'Or", "Saône-et-Loire"),
    (RECORD, "nom:", "# plus bas\nnom:"),
    *((f"clauses/{one}.md", "\n---\n", "\n---\n\n") for one in CLAUSES),
    *((f"clauses/{one}.md", ".\n", ". Cela vaut pour toujours.\n") for one in CLAUSES),
    *((f"clauses/{one}.md", ".\n", ". Le present acte , lui,vaut.\n") for one in CLAUSES),
    ("clauses/models/convention-simple.yaml", "rticle", "RTICLE"),
)


def outputs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "output").glob("*"))}


@pytest.mark.parametrize(
    ("seed", "times"), [(0, 8), *(pytest.param(n, 25, marks=pytest.mark.long) for n in range(1, 9))]
)
def test_a_process_that_has_seen_other_acts_makes_what_a_fresh_one_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, times: int
) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    draw = random.Random(seed)
    changed = 0
    for number, edit in enumerate(draw.sample(EDITS, times)):
        root = tmp_path / "here"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(BASE, root)
        for file, before, after in (edit, draw.choice(EDITS)):
            text = (root / file).read_text(encoding="utf-8")
            (root / file).write_text(text.replace(before, after, 1), encoding="utf-8")
            changed += before in text
        aside = tmp_path / f"aside{number}"
        shutil.copytree(root, aside)

        told = [
            CliRunner().invoke(cli, [*words, "--workspace", str(root), "--lang", "fr"])
            for words in (["build"], ["check", "--format", "json"])
        ]
        command = [sys.executable, "-c", _FRESH, str(aside)]
        fresh = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)

        findings = json.loads(told[1].stdout)
        start = fresh.stdout.index(b"\n{") + 1 if not fresh.stdout.startswith(b"{") else 0
        other = json.loads(fresh.stdout[start:].replace(bytes(aside), bytes(root)))
        assert findings == other, edit
        assert outputs(root) == outputs(aside), edit
    assert changed > times
