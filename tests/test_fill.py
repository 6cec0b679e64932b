"""The command `fill`: questions in the order of the act, and each answer in its place at once."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from project import REPOSITORY, copy_of_repository

from conventassembler.agreement import Registry, load_parties
from conventassembler.build import draft_one, stock
from conventassembler.cli import cli
from conventassembler.cli.dialogue import Dialogue
from conventassembler.diagnostics import Position, has_errors
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.filling import Filling, Place, Said, filled, read_answer, read_filling
from conventassembler.library import Library
from conventassembler.library.loader import load_library
from conventassembler.locking import hold
from conventassembler.schema import DatesType, DateType, ListType, RichTextType, TextType
from conventassembler.source import cleaned, plain
from conventassembler.workspace import Workspace

EXAMPLE = "agreements/exemple.yaml"
MODELS = sorted(path.stem for path in (REPOSITORY / "clauses/models").glob("*.yaml"))


def run(root: Path, *words: str, typed: str = "", lang: str = "fr") -> Result:
    where = ("--workspace", str(root), "--lang", lang)
    return CliRunner().invoke(cli, [*words, *where], input=typed, catch_exceptions=False)


def told(result: Result) -> str:
    """Return what was printed, on one line and with plain spaces."""
    return " ".join(result.output.replace("\u00a0", " ").split())


def spoil(root: Path, *changes: tuple[str, str], file: str = EXAMPLE) -> str:
    """Change lines of the example; return its text."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return text


def read(root: Path, file: str = EXAMPLE) -> str:
    return (root / file).read_text(encoding="utf-8")


MODELINE = "# yaml-language-server: $schema=../.conventassembler/agreement.schema.json\n"
BLANKS = (
    ('titre: "Convention de partenariat"', "titre: à compléter  # le titre"),
    ("      date: 2025-12-18", '      date: "à compléter : séance de décembre"'),
    ("genre: féminin", "genre: à compléter"),
    ("pilote: commune", "pilote: à compléter"),
    ("années: 3", "années: à compléter"),
    ('lieu: "Longvic"', "lieu: à compléter"),
)
AWAITED = (
    "titre: à compléter  # le titre",
    *("genre: à compléter", 'date: "à compléter : séance de décembre"', "pilote: à compléter"),
    *("années: à compléter", "lieu: à compléter"),
)
ANSWERS = (
    *(("Convention : « entraide »", 'titre: "Convention : « entraide »"  # le titre'),),
    *(("2", "genre: féminin"), ("18 décembre 2025", 'date: "2025-12-18"')),
    *(("2", "pilote: commune"), ("3", "années: 3"), ("Longvic", "lieu: Longvic")),
)


def test_each_answer_is_written_in_its_place_and_nothing_else_moves(workspace: Path) -> None:
    text = spoil(workspace, *BLANKS)
    for line, (_, answer) in zip(AWAITED, ANSWERS, strict=True):
        assert line in text
        text = text.replace(line, answer)

    done = run(workspace, "fill", "exemple", typed="".join(f"{said}\n" for said, _ in ANSWERS))

    assert done.exit_code == 0, done.output
    assert read(workspace) == text
    assert "Toutes les valeurs sont données." in done.output
    assert "conventassembler build exemple" in done.output
    assert run(workspace, "check", "exemple").exit_code == 0


def test_a_question_says_where_it_stands_and_what_is_awaited(workspace: Path) -> None:
    spoil(workspace, *BLANKS)

    shown = told(run(workspace, "fill", "exemple", typed="\n\n?\n"))

    assert "titre (1 sur 6)" in shown
    assert "commune › habilitation › date (3 sur 6)" in shown
    assert "Noté dans le fichier : séance de décembre." in shown
    assert "Attendu : date, comme 16/12/2026" in shown
    assert "1. masculin" in shown
    assert "2. féminin" in shown


def test_more_help_tells_the_line_and_the_clause(workspace: Path) -> None:
    spoil(workspace, ("années: 3", "années: à compléter"))

    line = read(workspace).partition("à compléter")[0].count("\n") + 1
    shown = told(run(workspace, "fill", "exemple", typed="?\nq\n"))

    assert "Durée initiale, en années. Attendu : nombre entier ; de 1 à 10." in shown
    assert f"dans {EXAMPLE}:{line}, sous : duree › valeurs › années." in shown
    assert "L'acte se renouvelle de lui-même." in shown
    assert "conventassembler list duree/tacite" in shown


@pytest.mark.parametrize(
    ("said", "told"),
    [("onze", "C201"), ("0", "C204"), ("30", "C205"), ("3 ans", "C201"), ("01", "C201")],
)
def test_an_answer_is_read_by_the_type_of_the_place(workspace: Path, said: str, told: str) -> None:
    text = spoil(workspace, ("années: 3", "années: à compléter"))

    done = run(workspace, "fill", "exemple", typed=f"{said}\nq\n")

    assert "→" in done.output
    assert read(workspace) == text
    filling = the_filling(workspace)
    (place,) = filling.blanks
    answer = read_answer(place, Said(said, Position("-", 0)))
    assert [finding.code for finding in answer.findings] == [told]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        *(("16/12/2025", "2025-12-16"), ("16-12-2025", "2025-12-16"), ("2025-12-16", "2025-12-16")),
        *(("16 décembre 2025", "2025-12-16"), ("1er janvier 2026", "2026-01-01")),
        *(("le 16 décembre 2025", "2025-12-16"), ("mardi 16 décembre 2025", "2025-12-16")),
        ("15 et 16 décembre 2025", "- 2025-12-15\n        - 2025-12-16"),
        ("15/12/2025, 16/12/2025", "- 2025-12-15\n        - 2025-12-16"),
    ],
)
def test_days_are_taken_as_people_type_them(workspace: Path, said: str, written: str) -> None:
    spoil(workspace, ("      date: 2025-12-18", "      date: à compléter"))

    run(workspace, "fill", "exemple", typed=f"{said}\n")

    assert written in read(workspace)
    assert run(workspace, "check", "exemple").exit_code == 0


@pytest.mark.parametrize(
    ("said", "code"),
    [
        *(("31/02/2025", "C213"), ("12/16/2025", "C213"), ("2026-02-30", "C213")),
        *(("2026-18-12", "C213"), ("32 décembre 2027", "C213")),
        *(("31 décembre", "C212"), ("demain", "C212"), ("3 x 2027", "C212")),
    ],
)
@pytest.mark.parametrize("type_", [DateType(), DatesType()])
def test_a_day_that_is_none_is_told(
    workspace: Path, said: str, code: str, type_: DateType | DatesType
) -> None:
    spoil(workspace, ("date: 2026-01-15", "date: à compléter"))
    (place,) = the_filling(workspace).blanks

    answer = read_answer(replace(place, type=type_), Said(said, Position("-", 0)))

    (found,) = answer.findings
    assert found.code == code
    assert f"« {said} »" in message(found, "fr").replace("\u00a0", " ")
    assert remedy(found, "fr").endswith("31/12/2027")
    assert "année-mois" not in remedy(found, "fr")


@pytest.mark.parametrize(
    "said", ["31/01/27", "31 janvier 27", "le 31 janvier 27", "31 janvier 0027", "0027-01-31"]
)
@pytest.mark.parametrize("type_", [DateType(), DatesType()])
def test_a_year_in_two_figures_is_refused_with_the_day_that_is_meant(
    workspace: Path, said: str, type_: DateType | DatesType
) -> None:
    spoil(workspace, ("date: 2026-01-15", "date: à compléter"))
    (place,) = the_filling(workspace).blanks

    answer = read_answer(replace(place, type=type_), Said(said, Position("-", 0)))

    (found,) = answer.findings
    assert answer.value is None
    assert found.code == "C212"
    assert "31/01/2027" in message(found, "fr")
    assert remedy(found, "fr").endswith("31/01/2027")


def test_days_together_with_a_short_year_are_refused(workspace: Path) -> None:
    spoil(workspace, ("date: 2026-01-15", "date: à compléter"))
    (place,) = the_filling(workspace).blanks

    answer = read_answer(replace(place, type=DatesType()), Said("15 et 16 mai 27", Position("-")))

    assert answer.value is None


@pytest.mark.parametrize(
    ("said", "written"),
    [
        *(('"2026-77"', "2026-77"), ("« L'entraide »", "L'entraide"), ("“a”", "a"), ("'a'", "a")),
        ("«\u00a0Entraide\u00a0»", "Entraide"),
        *((one, one) for one in ("« A » et « B »", '"A" et "B"', "l'un d'eux", "« »")),
    ],
)
def test_quotes_around_a_whole_answer_are_taken_off(
    workspace: Path, said: str, written: str
) -> None:
    spoil(workspace, BLANKS[0])

    done = run(workspace, "fill", "exemple", typed=f"{said}\n")

    place = next(one for one in the_filling(workspace).places if one.path == "title")
    assert plain(place.node) == written
    assert ("sans guillemets" in told(done)) == (said != written)
    assert (f"écrit : {written}, sans guillemets" in told(done)) == (said != written)


def test_dashes_and_semicolons_of_a_list_are_taken_off(workspace: Path) -> None:
    spoil(workspace, ADDRESS)
    lines = ("- Mairie ;", "• « Cour »;", "– Rez-de-chaussée", "-5", "21600 LONGVIC")

    done = run(workspace, "fill", "exemple", typed="".join(f"{line}\n" for line in lines) + "\n")

    items = ("Mairie", "Cour", "Rez-de-chaussée", '"-5"', "21600 LONGVIC")
    assert "".join(f"      - {item}\n" for item in items) in read(workspace)
    assert "écrit : Mairie ; Cour ; Rez-de-chaussée ; -5 ; 21600 LONGVIC" in told(done)


def test_a_day_may_stand_in_quotes(workspace: Path) -> None:
    spoil(workspace, ("date: 2026-01-15", "date: à compléter"))

    run(workspace, "fill", "exemple", typed='"16/12/2025"\n')

    assert "date: 2025-12-16" in read(workspace)


def test_a_party_is_one_of_the_act(workspace: Path) -> None:
    spoil(workspace, ("pilote: commune", "pilote: à compléter"))

    refused = run(workspace, "fill", "exemple", typed="communne\nDEPARTEMENT\n")

    assert "vouliez-vous dire « commune »" in told(refused)
    assert "pilote: département" in read(workspace)


def test_what_is_left_is_taken_up_again(workspace: Path) -> None:
    spoil(workspace, *BLANKS)

    first = run(workspace, "fill", "exemple", typed="\n2\n18/12/2025\nq\n")
    again = run(workspace, "fill", "exemple", typed="Titre\n")

    assert "Questions restantes : 4." in told(first)
    assert "titre (1 sur 4)" in again.output
    assert "titre: Titre  # le titre" in read(workspace)
    assert "genre: féminin" in read(workspace)


def test_back_takes_the_answer_out_byte_for_byte(workspace: Path) -> None:
    text = spoil(workspace, *BLANKS)

    done = run(workspace, "fill", "exemple", typed="<\nTitre\n<\nq\n")

    assert done.exit_code == 0
    assert read(workspace) == text
    assert done.output.count("titre (1 sur 6)") == 3
    assert "C’est la première." in done.output
    assert f"se change dans {EXAMPLE}" in told(done)


def test_back_over_what_was_left_for_later_changes_nothing(workspace: Path) -> None:
    spoil(workspace, *BLANKS)

    done = run(workspace, "fill", "exemple", typed="Titre\n\n<\n2\n")

    assert done.output.count("genre (2 sur 6)") == 2
    assert "titre: Titre" in read(workspace)
    assert "genre: féminin" in read(workspace)


def test_each_answer_is_kept_before_the_next_question(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(workspace, *BLANKS)
    seen: list[str] = []

    def answers() -> Iterator[str]:
        for said, _ in ANSWERS:
            seen.append(read(workspace))
            yield said

    said = answers()
    monkeypatch.setattr(Dialogue, "_line", lambda _: next(said))
    run(workspace, "fill", "exemple")

    for before, after, (_, line) in zip(seen, [*seen[1:], read(workspace)], ANSWERS, strict=True):
        assert before != after
        assert line.split("  #")[0] in after


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(workspace, *BLANKS)

    def answer(_: Dialogue) -> str:
        spoil(
            workspace, ("format: 1", f"{MODELINE}format: 1"), ("lieu: à compléter", "lieu: Dijon")
        )
        return "Titre"

    monkeypatch.setattr(Dialogue, "_line", answer)
    done = run(workspace, "fill", "exemple")

    assert done.exit_code == 1
    assert "C050" in done.output
    assert "Non gardé : Titre" in told(done)
    assert "yaml-language-server" not in done.output
    assert "titre: à compléter  # le titre" in read(workspace)
    assert "lieu: Dijon" in read(workspace)


def test_an_agreement_that_somebody_else_fills_is_left_alone(workspace: Path) -> None:
    text = spoil(workspace, *BLANKS)
    space = Workspace(workspace)

    with hold(space, ("exemple",), "fill"):
        lock = next((workspace / ".conventassembler/locks").glob("*.lock"))
        held = lock.read_text(encoding="utf-8").replace('"pid": ', '"pid": 1, "was": ')
        lock.write_text(held, encoding="utf-8")
        done = run(workspace, "fill", "exemple", typed="Titre\n")

    assert done.exit_code == 1
    assert "C065" in done.output
    assert read(workspace) == text


def test_nothing_to_fill_is_said(workspace: Path) -> None:
    done = run(workspace, "fill", "exemple")

    assert done.exit_code == 0
    assert "Toutes les valeurs sont données." in done.output


def test_a_file_that_cannot_be_read_is_told(workspace: Path) -> None:
    spoil(workspace, ("visas:", "visas: ["))

    done = run(workspace, "fill", "exemple")

    assert done.exit_code == 1
    assert "erreur C1" in done.output.replace("\u00a0", " ")


def test_the_end_of_what_is_typed_leaves_and_keeps(workspace: Path) -> None:
    spoil(workspace, *BLANKS)

    done = run(workspace, "fill", "exemple", typed="Titre")

    assert done.exit_code == 0
    assert "titre: Titre  # le titre" in read(workspace)
    assert "conventassembler fill exemple" in done.output


# -- lists, texts of several lines, groups


def test_a_list_takes_one_item_a_line(workspace: Path) -> None:
    spoil(
        workspace,
        ('    nom: "Longvic"\n', '    nom: "Longvic"\n    adresse:\n      - à compléter  # rue\n'),
    )

    run(workspace, "fill", "exemple", typed="Mairie : l'accueil\n21600 LONGVIC\n\n")

    lines = '    adresse:\n      - "Mairie : l\'accueil"\n      - 21600 LONGVIC  # rue\n'
    assert lines in read(workspace)


ADDRESS = ('    nom: "Longvic"\n', '    nom: "Longvic"\n    adresse:\n      - à compléter\n')
TEXT = ("signature:", "  - titre: Divers\n    texte: à compléter\nsignature:")


@pytest.mark.parametrize("end", ["q\n", "", "21600 LONGVIC"])
def test_who_leaves_amid_a_list_keeps_its_lines(workspace: Path, end: str) -> None:
    text = spoil(workspace, ADDRESS)

    done = run(workspace, "fill", "exemple", typed=f"3, rue X\n{end}")

    lines = ["3, rue X", *([end] if end.startswith("2") else [])]
    written = "".join(f"      - {_quoted(line)}\n" for line in lines)
    assert done.exit_code == 0
    assert read(workspace) == text.replace("      - à compléter\n", written)
    assert f"écrit : {' ; '.join(lines)}" in told(done)


def _quoted(line: str) -> str:
    return f'"{line}"' if ", " in line else line


def test_lines_that_make_no_list_are_told_to_be_lost(workspace: Path) -> None:
    declared = "paramètres:\n  jours: {type: liste, éléments: {type: date}, facultatif: oui}"
    spoil(workspace, ("paramètres:", declared), file="clauses/duree/tacite.md")
    text = spoil(workspace, ("années: 3", "années: 3\n      jours: à compléter"))

    done = run(workspace, "fill", "exemple", typed="16/12/2025\n31/02/2025\nq\n")

    assert "Non gardé : 16/12/2025 ; 31/02/2025" in told(done)
    assert read(workspace) == text


def test_help_amid_a_list_is_help(workspace: Path) -> None:
    spoil(workspace, ADDRESS)

    done = run(workspace, "fill", "exemple", typed="Mairie\n ? \n21600 LONGVIC\n\n")

    assert "sous : parties › commune › adresse" in told(done)
    assert "      - Mairie\n      - 21600 LONGVIC\n    " in read(workspace)


def test_back_amid_a_list_takes_its_last_line_out(workspace: Path) -> None:
    spoil(workspace, ADDRESS)

    done = run(workspace, "fill", "exemple", typed="Mairie\nGenlis\n<\n21600 LONGVIC\n\n")

    assert "ligne retirée : Genlis" in told(done)
    assert "      - Mairie\n      - 21600 LONGVIC\n    " in read(workspace)


def test_back_over_all_lines_of_a_list_goes_to_the_question_before(workspace: Path) -> None:
    text = spoil(workspace, BLANKS[0], ADDRESS)

    done = run(workspace, "fill", "exemple", typed="Titre\nMairie\n<\n<\nq\n")

    assert done.output.count("titre (1 sur 2)") == 2
    assert read(workspace) == text


@pytest.mark.parametrize("key", ["?", "<\nUn.", "q"])
def test_keys_amid_paragraphs_are_no_text(workspace: Path, key: str) -> None:
    spoil(workspace, TEXT)

    run(workspace, "fill", "exemple", typed=f"Un.\n\n{key}\n\n\n")

    assert "    texte: Un.\nsignature:" in read(workspace)


def test_a_text_takes_paragraphs(workspace: Path) -> None:
    spoil(
        workspace, ("signature:", "  - titre: Divers\n    texte: à compléter # libre\nsignature:")
    )

    run(workspace, "fill", "exemple", typed="Un.\n\nDeux : # trois.\n\n\n")

    assert "    texte: | # libre\n      Un.\n\n      Deux : # trois.\nsignature:" in read(workspace)
    assert run(workspace, "check", "exemple").exit_code == 0


GROUP = "habilitation:\n      acte: délibération\n      date: 2025-12-18"


def test_a_group_of_keys_is_asked_for_key_by_key(workspace: Path) -> None:
    text = spoil(workspace, (GROUP, "habilitation: à compléter  # note"))

    done = run(workspace, "fill", "exemple", typed="délibération\n\n2025-31\n18/12/2025\n\n")

    lines = "habilitation:   # note\n      acte: délibération\n      numéro: 2025-31\n"
    lines += "      dates: 2025-12-18"
    assert read(workspace) == text.replace("habilitation: à compléter  # note", lines)
    assert "commune › habilitation › acte (1 sur 5)" in told(done)
    assert run(workspace, "check", "exemple").exit_code == 0


def test_a_group_without_what_it_needs_is_left_for_later(workspace: Path) -> None:
    fields = "champs: {nom: {type: texte}, jour: {type: date, facultatif: oui}}"
    declared = f"paramètres:\n  relais: {{type: fiche, {fields}}}"
    spoil(workspace, ("paramètres:", declared), file="clauses/duree/tacite.md")
    text = spoil(workspace, ("années: 3", "années: 3\n      relais: à compléter"))

    left = run(workspace, "fill", "exemple", typed="\n18/12/2025\n")
    after = read(workspace)
    given = run(workspace, "fill", "exemple", typed="Mme : X\n\n")

    assert "« nom »" in told(left)
    assert "Questions restantes : 1." in told(left)
    assert after == text
    assert 'relais:\n        nom: "Mme : X"\n' in read(workspace)
    assert "Toutes les valeurs sont données." in given.output


def test_back_within_a_group_leads_to_the_key_before(workspace: Path) -> None:
    text = spoil(workspace, (GROUP, "habilitation: à compléter"))

    typed = "délibération\n\n2025-13\n<\n2025-31\n18/12/2025\n\n"
    done = run(workspace, "fill", "exemple", typed=typed)

    lines = "habilitation:\n      acte: délibération\n      numéro: 2025-31\n"
    lines += "      dates: 2025-12-18"
    assert read(workspace) == text.replace("habilitation: à compléter", lines)
    assert "Toutes les valeurs sont données." in done.output


def test_a_key_that_a_group_cannot_do_without_is_asked_for_once_more(workspace: Path) -> None:
    fields = "champs: {nom: {type: texte}, jour: {type: date, facultatif: oui}}"
    declared = f"paramètres:\n  relais: {{type: fiche, {fields}}}"
    spoil(workspace, ("paramètres:", declared), file="clauses/duree/tacite.md")
    spoil(workspace, ("années: 3", "années: 3\n      relais: à compléter"))

    done = run(workspace, "fill", "exemple", typed="\n18/12/2025\nMme X\n")

    lines = read(workspace).partition("relais:\n")[2]
    assert "        nom: Mme X\n" in lines
    assert "2025-12-18" in lines.partition("signature:")[0]
    assert "« nom »" in told(done)
    assert "Toutes les valeurs sont données." in done.output


def test_back_leaves_a_group_and_takes_it_out(workspace: Path) -> None:
    spoil(workspace, (GROUP, "habilitation: à compléter"), ('lieu: "Longvic"', "lieu: à compléter"))
    before = read(workspace)

    run(workspace, "fill", "exemple", typed="arrêté\n\n\n\n\n<\n<\nq\n")

    assert read(workspace) == before


def test_a_blank_under_an_unknown_key_is_not_forgotten(workspace: Path) -> None:
    spoil(workspace, ("      années: 3", "      années: 3\n      annexes: à compléter"))

    done = run(workspace, "fill", "exemple")

    assert "à donner dans le fichier" in told(done)
    assert "Toutes les valeurs" not in done.output


# -- files of values, the registry


def test_a_record_of_the_registry_is_asked_for_with_a_warning(workspace: Path) -> None:
    record = "agreements/parties/departement.yaml"
    spoil(workspace, ('nom: "Côte-d\'Or"', "nom: à compléter"), file=record)

    done = run(workspace, "fill", "exemple", typed="Côte-d'Or\n")

    assert f"Attention : {record}" in done.output.replace("\u00a0", " ")
    assert "nom: Côte-d'Or\n" in read(workspace, record)


def test_what_the_agreement_says_itself_is_not_asked_of_the_registry(workspace: Path) -> None:
    record = "agreements/parties/departement.yaml"
    spoil(workspace, ('nom: "Côte-d\'Or"', "nom: à compléter"), file=record)
    spoil(
        workspace, ("    fiche: departement\n", '    fiche: departement\n    nom: "Côte-d\'Or"\n')
    )

    assert not the_filling(workspace).blanks


def the_filling(root: Path, name: str = "exemple") -> Filling:
    space = Workspace(root)
    library, registry = stocked(root)
    filling, found = read_filling(space, name, library, registry)
    assert filling is not None, found
    return filling


def stocked(root: Path) -> tuple[Library, Registry]:
    space = Workspace(root)
    return load_library(space.clauses, root)[0], load_parties(space.registry, root)[0]


# -- new agreements of every model


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's workspace, with a new agreement of each model."""
    space = copy_of_repository(tmp_path_factory.mktemp("begun"))
    for model in MODELS:
        assert run(space.root, "new", model, f"neuf-{model}").exit_code == 0
    return space.root


@pytest.mark.parametrize("model", MODELS)
def test_all_that_check_lists_is_asked_for(begun: Path, model: str) -> None:
    name = f"neuf-{model}"
    space = Workspace(begun)
    _, found = draft_one(space, name, stock(space))
    listed = {finding.position for finding in found if finding.code == "C701"}
    filling = the_filling(begun, name)

    asked = [position for place in filling.blanks for position in _positions(place)]

    assert set(asked) == listed
    assert len(asked) == len(set(asked))


def _positions(place: Place) -> list[Position]:
    items = getattr(place.node, "items", (place.node,))
    return [item.position for item in items]


SPOKEN = {
    **{
        "date": "16/12/2026",
        "dates": "15 et 16 décembre 2026",
        "entier": "2026",
        "montant": "12 500,50",
    },
    **{"iban": "FR14 2004 1010 0505 0001 3M02 606", "bic": "PSSTFRPPPAR", "pourcentage": "5,5 %"},
    **{"durée": "3 ans", "siret": "21210231500014", "téléphone": "03 80 00 00 00"},
    **{"fonction": "maire", "tribunal": "Dijon", "oui-non": "o", "choix": "1", "partie": "1"},
}


@pytest.mark.parametrize("model", MODELS)
def test_a_new_agreement_is_filled_to_its_end(begun: Path, model: str) -> None:
    name = f"neuf-{model}"
    filling = the_filling(begun, name)
    before = {file: paper.text for file, paper in filling.papers.items()}
    typed = "".join(_typed(place) for place in filling.blanks)

    done = run(begun, "fill", name, typed=typed)

    assert "Toutes les valeurs sont données." in done.output, done.output[-1500:]
    after = the_filling(begun, name)
    assert not after.blanks
    for file, text in before.items():
        kept = [line for line in text.splitlines() if "à compléter" not in line or "#" in line]
        now = after.papers[file].text.splitlines()
        assert [line for line in kept if line not in now] == []
    _, found = draft_one(Workspace(begun), name, stock(Workspace(begun)))
    assert not [one for one in found if one.code in ("C701", "C212", "C201", "C208")]


def _typed(place: Place) -> str:
    type_ = place.type
    if isinstance(type_, ListType):
        said = SPOKEN.get(type_.items.name, "la chose")
        return "".join(f"{said} {n}\n" if said == "la chose" else f"{said}\n" for n in "123") + "\n"
    if isinstance(type_, RichTextType):
        return "Un texte.\n\n\n"
    if place.path.endswith("communes_membres"):
        return "23\n"
    if type_.name == "entier" and getattr(type_, "max", None) and type_.max < 2026:  # type: ignore[attr-defined]
        return f"{type_.max}\n"  # type: ignore[attr-defined]
    return SPOKEN.get(type_.name, "une chose") + "\n"


# -- whatever is typed


@cache
def sample() -> tuple[Filling, Workspace, Library, Registry]:
    """An agreement to fill that no other test touches."""
    space = copy_of_repository(Path(mkdtemp()))
    assert run(space.root, "new", "convention-d-appui", "neuf").exit_code == 0
    library, registry = stocked(space.root)
    filling, _ = read_filling(space, "neuf", library, registry)
    assert filling is not None
    return filling, space, library, registry


HOSTILE = st.one_of(
    st.sampled_from(
        (
            "a : b",
            "a # b",
            '"',
            "'",
            "- a",
            "  a",
            "é",
            "l'été",
            "12",
            "01000",
            "oui",
            "null",
            "à compléterons",
        )
    ),
    st.text("ab: #'\"-[]{}|>&*!%@`,\\é\u00a0\u202f1?\t", min_size=1, max_size=10),
    st.text(min_size=1, max_size=10),
)


@given(data=st.data())
def test_what_is_typed_is_read_again_and_all_else_is_as_it_was(data: st.DataObject) -> None:
    filling, space, library, registry = sample()
    texts = [one for one in filling.blanks if _is_text(one)]
    place = data.draw(st.sampled_from(texts))
    several = place.is_list or isinstance(place.type, RichTextType)
    lines = st.lists(HOSTILE, min_size=1, max_size=4 if several else 1)
    said = "\n".join(data.draw(lines))
    answer = read_answer(place, Said(said, Position("-", 0)))
    if answer.value is None or _is_dressed(said):
        return
    paper = filling.papers[place.file]
    written = filled(paper, place, answer.value)
    paper.path.write_bytes(written)
    try:
        again, found = read_filling(space, "neuf", library, registry)
    finally:
        paper.path.write_bytes(paper.data)

    assert again is not None
    assert not has_errors(found)
    there = again.place(place.id)
    assert there is not None
    value = plain(there.node)
    expected = said if place.is_list else cleaned(said)
    if place.is_list:
        assert value == [
            cleaned(line).strip() for line in expected.split("\n") if cleaned(line).strip()
        ]
    else:
        lines_of = [cleaned(line).rstrip() for line in said.split("\n")]
        assert str(value).strip("\n").strip() == "\n".join(lines_of).strip("\n").strip()
    others = [(one.id, plain(one.node)) for one in again.places if one.id != place.id]
    assert others == [(one.id, plain(one.node)) for one in filling.places if one.id != place.id]
    begin, end = _common(paper.data, written)
    assert b"\n" not in paper.data[begin:end].strip() or place.is_list


def _is_dressed(said: str) -> bool:
    """Tell whether something around a line is taken off, which the tests above look at."""
    lines = (said, *said.split("\n"))
    return any(line.strip()[:1] in tuple("-–—*•\"'«“‘„") or ";" in line for line in lines)


def _is_text(place: Place) -> bool:
    type_ = place.type.items if isinstance(place.type, ListType) else place.type
    return isinstance(type_, TextType | RichTextType)


def _common(before: bytes, after: bytes) -> tuple[int, int]:
    """Return what part of `before` is not in `after`."""
    begin = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before)
    )
    tail = 0
    most = min(len(before), len(after)) - begin
    while tail < most and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return begin, len(before) - tail


@pytest.mark.parametrize("key", ["Q", "QUIT", "quit"])
def test_capitals_leave_too(workspace: Path, key: str) -> None:
    text = spoil(workspace, *BLANKS)

    done = run(workspace, "fill", "exemple", typed=f"{key}\nTitre\n")

    assert done.exit_code == 0
    assert read(workspace) == text


def test_lines_that_are_kept_on_leaving_are_told_with_their_place(workspace: Path) -> None:
    spoil(workspace, ADDRESS)

    done = run(workspace, "fill", "exemple", typed="Mairie\nq\n")

    line = read(workspace).split("\n").index("      - Mairie")
    assert f"Gardé, mais peut-être inachevé : commune › adresse ({EXAMPLE}, ligne" in told(done)
    assert f"ligne {line}" in told(done) or f"ligne {line + 1}" in told(done)


def test_paragraphs_are_told_by_their_number(workspace: Path) -> None:
    spoil(workspace, TEXT)

    done = run(workspace, "fill", "exemple", typed="Elle porte sur :\n- a ;\n- b.\nq\n")

    assert "écrit : 3 lignes" in told(done)
    assert "porte sur : ;" not in told(done)
