"""What leads to a value is said as the clerk typed it: parties, titles, keys (C701, `explain`)."""

from pathlib import Path

import pytest
from acts_of_own_texts import found, replaced

from conventassembler.schema.ways import way_to

NAMES = {
    "parties.departement": "département",
    "recitals[2]": "deuxième visa",
    "clauses[cooperation]": "La coopération",
    "clauses[cooperation].entries[acces_aux_droits]": "L'accès aux droits",
    "clauses[duree].with.annees": "années",
    "clauses[duree].with.etapes": "étapes",
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("parties.departement.authority.number", "département › habilitation › numéro"),
        ("recitals[2].number", "deuxième visa › numéro"),
        (
            "clauses[cooperation].entries[acces_aux_droits].with.accueil",
            "L'accès aux droits › accueil",
        ),
        ("clauses[cooperation].entries[autre].title", "La coopération › autre › titre"),
        ("clauses[duree].with.annees", "duree › années"),
        ("clauses[duree].with.etapes[2].nom", "duree › étapes 2 › nom"),
        ("signature.date", "signature › date"),
    ],
)
def test_a_way_is_said_with_what_its_steps_are_called(path: str, expected: str) -> None:
    assert " › ".join(way_to(path, called=NAMES)) == expected


def test_what_is_to_be_completed_is_said_as_it_was_typed(workspace: Path) -> None:
    replaced(workspace, "      date: 2025-12-15\n", "      date: à compléter\n")
    replaced(workspace, "      années: 3\n", "      années: à compléter\n")
    own = '  - titre: "Le suivi"\n    texte: à compléter\n'
    replaced(workspace, "signature:\n", f"{own}signature:\n")
    first = "  - habilitation de: département\n"
    replaced(workspace, first, f"  - document: à compléter\n{first}")

    said = [str(one.arguments["label"]) for one in found(workspace) if one.code == "C701"]

    assert said == [
        "département › habilitation › date",
        "deuxième visa › document",
        "Durée › années",
        "Le suivi › texte",
    ]
