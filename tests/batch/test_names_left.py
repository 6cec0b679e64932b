"""C156 and C158: what a table leaves alike in all acts, and should not."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_model import changed, planned

from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic

AGREEMENT = "agreements/exemple.yaml"
NAME = "parties.commune.nom"
PLACE = 'lieu: "Longvic"'
"""What the small workspace says of Longvic besides the name of the party."""


def left(root: Path, *columns: str) -> list[Diagnostic]:
    return planned(root, "C156", *columns)


def words_left(root: Path, *columns: str) -> list[str]:
    return [one.arguments["words"] for one in left(root, *columns)]


def run(root: Path, rows: str, *words: str, command: str = "batch") -> Result:
    table = root / "communes.csv"
    table.write_text(rows, encoding="utf-8")
    data = ("--data", str(table)) if command == "batch" else ()
    line = [command, "exemple", *data, *words, "--workspace", str(root), "--lang", "en"]
    return CliRunner().invoke(cli, line, catch_exceptions=False)


def test_a_name_that_no_column_replaces_is_told_at_its_line(workspace: Path) -> None:
    (found,) = left(workspace, NAME)

    said = (workspace / AGREEMENT).read_text(encoding="utf-8").splitlines()
    assert PLACE in said[found.position.line - 1]
    assert found.arguments == {"words": "Longvic", "header": NAME, "column": "signature.lieu"}


def test_what_another_column_replaces_is_not_told(workspace: Path) -> None:
    assert words_left(workspace, NAME, "signature.lieu") == []


def test_without_a_column_of_the_name_nothing_is_told(workspace: Path) -> None:
    assert words_left(workspace, "#nom", "clauses.duree.années") == []


def test_a_name_to_be_completed_is_nowhere_else(workspace: Path) -> None:
    changed(workspace, ('nom: "Longvic"', "nom: à compléter"))

    assert words_left(workspace, NAME) == []


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("la Plaine Dijonnaise", "les élus de la Plaine Dijonnaise", "Plaine Dijonnaise"),
        ("la Plaine Dijonnaise", "Centre social Plaine-Dijonnaise", "Plaine-Dijonnaise"),
        ("Échigey", "21110 ECHIGEY", "ECHIGEY"),
        ("L'Haÿ-les-Roses", "la mairie de L’Hay les Roses", "Hay les Roses"),
        ("Cœuvres", "à Coeuvres", "Coeuvres"),
        ("les Communes", "les communes membres", ""),
        ("Dijon", "à Fontaine-lès-Dijon", ""),
        ("Is", "à Issy", ""),
    ],
)
def test_a_name_is_a_whole_word_however_it_is_spelt(
    workspace: Path, name: str, said: str, words: str
) -> None:
    changed(workspace, ('nom: "Longvic"', f'nom: "{name}"'), (PLACE, f'lieu: "{said}"'))

    assert words_left(workspace, NAME) == ([words] if words else [])


def test_the_words_are_found_in_a_text_of_several_lines(workspace: Path) -> None:
    own = (
        "clauses:\n  - titre: Objet\n    repère: accueil\n    texte: |\n"
        "      Un accueil est ouvert à Longvic-le-Bas.\n\n      Il sert les habitants de Longvic.\n"
    )
    changed(workspace, ("clauses:\n", own), (PLACE, 'lieu: "Dijon"'))

    (found,) = left(workspace, NAME)

    said = (workspace / AGREEMENT).read_text(encoding="utf-8").splitlines()
    assert said[found.position.line - 1][found.position.column - 1 :] == "Longvic."
    assert "column" not in found.arguments  # nobody types such a text in a cell


@pytest.mark.parametrize("said", ["Mme Anne TYPE", "Anne Type", "M. Type", "madame TYPE"])
def test_a_representative_is_known_by_the_name_of_a_family(workspace: Path, said: str) -> None:
    changed(
        workspace,
        ("      genre: féminin\n", '      genre: féminin\n      nom: "Anne TYPE"\n'),
        (PLACE, f'lieu: "en présence de {said}"'),
    )

    (found,) = left(workspace, "commune.représentant.nom")
    assert found.arguments["words"] in said


def test_a_noun_is_not_the_name_of_a_family(workspace: Path) -> None:
    changed(
        workspace,
        ("      genre: féminin\n", '      genre: féminin\n      nom: "Anne TYPE"\n'),
        (PLACE, 'lieu: "au lieu Type"'),
    )

    assert words_left(workspace, "commune.représentant.nom") == []


def test_a_short_name_is_looked_for_too_and_each_name_once(workspace: Path) -> None:
    short = ('nom: "Longvic"', 'nom: "Longvic"\n    ci-après: "la Ville de Longvic"')
    changed(workspace, short, (PLACE, 'lieu: "Ville de Longvic, mairie de Longvic, Longvic"'))

    assert words_left(workspace, NAME, "commune.ci-après") == ["Ville de Longvic", "Longvic"]
    assert words_left(workspace, NAME) == ["Longvic"]  # the short name itself: C160


def test_the_names_of_models_and_clauses_and_records_are_left(workspace: Path) -> None:
    record = workspace / "agreements" / "parties" / "departement.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(f'{text}\nadresse: ["1, rue de Longvic"]\n', encoding="utf-8")
    entry = "    repère: longvic\n    valeurs:\n      pilote"
    changed(workspace, ("    valeurs:\n      pilote", entry), (PLACE, 'lieu: "Dijon"'))

    assert words_left(workspace, NAME) == []


NARROW = 'constats acceptés:\n  - constat: C160\n    motif: "Une seule maire."\n'
"""What accepts a table as narrow as those of this file."""
ROWS = f"#nom;{NAME}\na;Genlis\nb;Auxonne\n"


def test_it_is_told_once_and_stops_a_strict_batch_alone(workspace: Path) -> None:
    told, strict = run(workspace, ROWS), run(workspace, ROWS, "--strict", "--to", "strict")

    assert told.exit_code == 0
    assert told.output.count("warning C156") == 1
    assert strict.exit_code == 1
    assert not (workspace / "strict").exists()


def test_the_agreement_accepts_it_and_check_awaits_no_such_finding(workspace: Path) -> None:
    reason = f'{NARROW}  - constat: C156\n    motif: "Tous signent là."\n'
    changed(workspace, ("signature:\n", f"{reason}signature:\n"))

    result = run(workspace, ROWS, "--strict")

    assert result.exit_code == 0, result.output
    assert "Tous signent là." in result.output
    assert "C728" not in result.output
    assert "C728" not in run(workspace, ROWS, command="check").output


def test_the_house_says_how_grave_it_is(workspace: Path) -> None:
    settings = workspace / "conventassembler.toml"
    settings.write_text('[niveaux]\nC156 = "ignoré"\n', encoding="utf-8")

    assert words_left(workspace, NAME) == []


@pytest.mark.parametrize(
    ("rows", "alike"),
    [
        ("#nom\na\nb\nc\n", "these 3 acts are alike"),
        ("#nom;clauses.duree.années\na;3\nb;3\n", "these 2 acts are alike"),
        ("#nom;clauses.duree.années\na;3\nb;3\nc;2\n", ""),
        ("#nom;clauses.duree.années\na;3\n", ""),
        ("#nom;clauses.duree.années\na;\nb;4\n", ""),
    ],
)
def test_rows_that_all_make_one_act_are_told(workspace: Path, rows: str, alike: str) -> None:
    again = [run(workspace, rows).output for _ in range(2)]

    assert all(("C158" in one) == bool(alike) and alike in one for one in again)


def test_nothing_is_written_of_acts_that_are_alike_in_a_strict_batch(workspace: Path) -> None:
    result = run(workspace, "#nom\na\nb\n", "--strict")

    assert result.exit_code == 1
    assert "Nothing was written" in result.output
    assert not (workspace / "envoi").exists()


HEAD = "#nom;commune.nom;commune.ci-après"
FIRST = "genlis;Genlis;la Ville de Genlis"
CALLED = ('    nom: "Longvic"\n', '    nom: "Longvic"\n    ci-après: "la Ville de Longvic"\n')


def test_a_cell_left_empty_keeps_no_other_party_in_silence(workspace: Path) -> None:
    accepted = ("signature:\n", f"{NARROW}signature:\n")
    changed(workspace, CALLED, (PLACE, 'lieu: "Dijon"'), accepted)
    rows = "\n".join((HEAD, FIRST, "auxonne;Auxonne;", "dole;Dole;", "longvic;Longvic;"))

    found = run(workspace, rows + "\n")
    strict = run(workspace, rows + "\n", "--strict", "--keep-going")

    assert "communes.csv:C3: warning C155" in found.output
    assert "the act says “la Ville de Longvic”" in found.output
    assert "[column “commune.ci-après”, 2 rows: 3, 4]" in found.output
    assert "C771" not in found.output
    assert "unchanged: 2, refused: 2" in strict.output


def test_a_party_that_keeps_its_name_keeps_the_rest(workspace: Path) -> None:
    changed(workspace, CALLED)

    said = run(workspace, f"{HEAD}\n{FIRST}\nlongvic;Longvic;\nseule;;\n")

    assert "C155" not in said.output


@pytest.mark.parametrize(
    ("name", "is_another"),
    [
        ("Val-de-l'Ouche", False),
        ("Val-de-l’Ouche", False),
        ("VAL-DE-L'OUCHE", False),
        ("Val de l'Ouche", False),
        ("à compléter", False),
        ("à compléter : selon le vote", False),
        ("Val-de-l'Orge", True),
    ],
)
def test_a_name_in_another_spelling_or_to_be_completed_is_of_no_other_party(
    workspace: Path, name: str, *, is_another: bool
) -> None:
    own = '    nom: "Val-de-l\'Ouche"\n    ci-après: "la Ville de l\'Ouche"\n'
    changed(workspace, (CALLED[0], own), (PLACE, 'lieu: "Val-de-l\'Ouche"'))

    output = run(workspace, f"{HEAD};signature.lieu\na;{name};;Dole\nb;;;Dole\n").output
    place = run(workspace, f"{HEAD};signature.lieu\na;{name};la Ville;\n").output

    assert ("C2: warning C155" in output) is is_another
    assert ("D2: warning C155" in place) is is_another


def test_a_name_in_another_spelling_is_printed_as_its_row_has_it(workspace: Path) -> None:
    result = run(workspace, f"#nom;{NAME};signature.lieu\na;LONGVIC;Longvic\n", "--twins")

    assert result.exit_code == 0, result.output
    (twin,) = (workspace / "envoi" / "exemple").glob("*.md")
    assert "LONGVIC" in twin.read_text(encoding="utf-8")


OWN_TEXT = """clauses:
  - titre: Suivi
    repère: suivi
    texte: |
      Le solde est versé chaque année. Ensuite, le Bénéficiaire restitue le trop-perçu.
"""


def test_advice_on_a_text_that_all_rows_share_is_given_once(workspace: Path) -> None:
    changed(workspace, CALLED, ("clauses:\n", OWN_TEXT))
    rows = "\n".join(
        (HEAD, FIRST, "auxonne;Auxonne;la Ville d'Auxonne", "dole;Dole;la Ville de Dole")
    )

    output = " ".join(run(workspace, f"{rows}\n").output.split())

    assert "In the agreement itself, for all rows: agreements/exemple.yaml:" in output
    assert output.count("C771") == 1
    assert "meant: “le Département”; one that each row names, as “la Ville d'Auxonne”" in output


def test_a_short_name_with_commas_is_quoted_whole(workspace: Path) -> None:
    changed(workspace, CALLED, ("clauses:\n", OWN_TEXT))
    names = ("la Ville des Arts, Sports et Loisirs", "la Ville des Eaux, Bois et Forêts")
    rows = "".join(f"r{rank};Dole {rank};{name}\n" for rank, name in enumerate(names))

    output = " ".join(run(workspace, f"{HEAD}\n{rows}").output.split())

    assert f"meant: “le Département”; one that each row names, as “{names[0]}”" in output
