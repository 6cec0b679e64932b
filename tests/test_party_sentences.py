"""Every kind of party in whole sentences: block, engagement, authority, capacity to sign.

The sentences stand in `french/fixtures/phrases.toml`, as a jurist would write them by hand. Each
party has an agreement of its own, in one workspace, composed as any other.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from conventassembler.build import Assembled, assemble
from conventassembler.draft.plain import plain_text
from conventassembler.workspace import Workspace

FIXTURE = Path(__file__).parent / "french" / "fixtures" / "phrases.toml"
ROOT = Path(__file__).parent.parent
SHIPPED = ("clauses/parties/domiciliee.md", "clauses/exemples/parties.yaml")
CASES = tomllib.loads(FIXTURE.read_text(encoding="utf-8"))["cas"]

ENGAGEMENT = """\
---
titre: Engagements
choisir quand: Une partie s'engage.
paramètres:
  partie: {type: partie, libellé: "Partie"}
---
{engages} : les actions {{ partie.du }} sont confiées {{ partie.au }}.
""".replace("{engages}", """{{ partie.Le }} {{ "s'engage" | accorde(partie) }}""")
MODEL = """\
format: 1
acte: convention
ordre: [titre, visas, parties, clauses, signature]
articles: {numéro: "Article {n}", séparateur: " : "}
présentation des parties: parties/domiciliee
clauses:
  - engagements/engagement
"""
KEYS = {
    "nature": "nature",
    "nom": "nom",
    "court": "ci-après",
    "genre_du_nom": "genre",
    "sigle": "sigle",
}


def _agreement(case: Mapping[str, str]) -> str:
    """Return the agreement of one party."""
    party = "\n".join(f'    {KEYS[key]}: "{case[key]}"' for key in KEYS if key in case)
    authority = "    habilitation:\n      acte: délibération\n      date: 2025-12-04\n"
    return f"""\
format: 1
modèle: convention
titre: "Convention"
parties:
  partie:
{party}
    représentant:
      fonction: "{case["fonction"]}"
      genre: {case["genre"]}
{authority if case["visa"] else ""}{"visas:" if case["visa"] else ""}
{"  - habilitation de: partie" if case["visa"] else ""}
clauses:
  - clause: engagements/engagement
    valeurs:
      partie: partie
signature:
  lieu: "Dijon"
"""


def _name(case: Mapping[str, str]) -> str:
    return f"cas-{CASES.index(case)}"


@pytest.fixture(scope="module", name="acts")
def assembled_acts(tmp_path_factory: pytest.TempPathFactory) -> Assembled:
    """Every case as an agreement, assembled at once."""
    root = tmp_path_factory.mktemp("phrases")
    files = {
        "clauses/engagements/engagement.md": ENGAGEMENT,
        "clauses/models/convention.yaml": MODEL,
        **{name: (ROOT / name).read_text(encoding="utf-8") for name in SHIPPED},
        **{f"agreements/{_name(case)}.yaml": _agreement(case) for case in CASES},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    workspace = Workspace(root)
    return assemble(workspace, workspace.names())


def _lines(text: str) -> list[str]:
    return text.replace("\u00a0", " ").replace("’", "'").splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['nature']} {case['nom']}")
def test_the_sentences_are_those_of_the_table(acts: Assembled, case: Mapping[str, str]) -> None:
    draft = acts.drafts.get(_name(case))
    assert draft is not None, acts.findings[:6]
    lines = _lines(plain_text(draft))

    for sentence in (case["bloc"], case["engagement"], case["visa"], case["signature"]):
        assert not sentence or sentence in lines
