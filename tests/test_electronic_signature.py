"""An act signed electronically: what it says of its signature, and what it no longer says."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from conventassembler.build import assemble
from conventassembler.checks.signatures import _OF_A_HAND
from conventassembler.cli import cli
from conventassembler.draft.model import Draft, Paragraph, SignatureGrid
from conventassembler.draft.plain import text_of
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
PLAIN = str.maketrans({"\u00a0": " ", "’": "'"})
SIGNED = "signé électroniquement par chacun des signataires."


def made(folder: Path, signature: str, clause: str = "") -> tuple[Draft, set[str]]:
    """Return the draft of the base act signed as `signature` says, and the codes found."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    act = folder / "agreements/exemple.yaml"
    text = act.read_text(encoding="utf-8")
    act.write_text(text[: text.index("signature:")] + signature, encoding="utf-8")
    if clause:
        head = "---\ntitre: C\nchoisir quand: T.\n---\n"
        path = folder / "clauses/preambule/contexte.md"
        path.write_text(f"{head}{clause}\n", encoding="utf-8")
    result = assemble(Workspace(folder), ("exemple",))
    codes = {item.code for item in result.findings}
    assert "exemple" in result.drafts, result.findings
    return result.drafts["exemple"], codes


def lines(draft: Draft) -> list[str]:
    """Return the lines above the places to sign."""
    found = [one for one in draft.blocks if isinstance(one, Paragraph)]
    return [text_of(one.inlines).translate(PLAIN) for one in found if one.role == "signature-lead"]


def grid_of(draft: Draft) -> SignatureGrid:
    (grid,) = (one for one in draft.blocks if isinstance(one, SignatureGrid))
    return grid


@pytest.mark.parametrize(
    ("signature", "said", "codes"),
    [
        ("signature: électronique\n", SIGNED.capitalize(), set()),
        ("signature: Électronique\n", SIGNED.capitalize(), set()),
        ("signature: {mode: électronique, lieu: Longvic}\n", f"Fait à Longvic, {SIGNED}", set()),
        (
            "signature: {mode: électronique, lieu: Longvic, date: 2026-03-01}\n",
            f"Fait à Longvic, le 1er mars 2026, {SIGNED}",
            set(),
        ),
        (
            "signature: {mode: électronique, date: à compléter}\n",
            f"Fait le [à compléter], {SIGNED}",
            {"C701"},
        ),
        (
            "signature: {mode: électronique, lieu: Longvic, originaux: 2, paraphes: oui,"
            " par place: oui}\n",
            f"Fait à Longvic, {SIGNED}",
            {"C731"},
        ),
        ("signature: {mode: manuscrite, lieu: Longvic}\n", "Fait à Longvic", set()),
        ("signature: manuscrite\n", "Fait", set()),
    ],
)
def test_what_stands_above_the_places(
    signature: str, said: str, codes: set[str], tmp_path: Path
) -> None:
    draft, found = made(tmp_path, signature)

    assert lines(draft) == [said]
    assert found == codes


def test_each_place_is_a_zone_for_an_electronic_signature(tmp_path: Path) -> None:
    grid = grid_of(made(tmp_path, "signature: {mode: électronique, par place: oui}\n")[0])

    places = [place for row in grid.rows for place in row]
    assert grid.electronic
    assert [text_of(place.zone) for place in places] == ["Signature électronique"] * 2
    assert [place.lead for place in places] == [(), ()]


def test_a_place_for_a_hand_is_no_zone(tmp_path: Path) -> None:
    grid = grid_of(made(tmp_path, "signature: {mode: manuscrite}\n")[0])

    assert not grid.electronic
    assert {place.zone for row in grid.rows for place in row} == {()}


def test_without_the_general_line_what_it_said_is_told(tmp_path: Path) -> None:
    signature = (
        "signature: {mode: électronique, mention générale: non, par place: oui, lieu: Longvic}\n"
    )
    draft, codes = made(tmp_path, signature)

    assert lines(draft) == []
    assert codes == {"C723", "C731"}


def test_a_clause_may_ask_how_the_act_is_signed(tmp_path: Path) -> None:
    clause = (
        "{% if acte.signature_electronique %}\nChaque partie en a une copie.\n\n"
        "{% else %}\nLes exemplaires originaux sont paraphés.\n\n{% endif %}"
    )
    by_hand, none = made(tmp_path / "hand", "signature: {lieu: Longvic}\n", clause)
    electronic, codes = made(tmp_path / "zone", "signature: électronique\n", clause)

    said = [
        {text_of(one.inlines) for one in draft.blocks if isinstance(one, Paragraph)}
        for draft in (by_hand, electronic)
    ]
    assert "Les exemplaires originaux sont paraphés." in said[0]
    assert "Chaque partie en a une copie." in said[1] - said[0]
    assert (none, codes) == (set(), set())


def test_a_clause_that_speaks_of_paper_is_told(tmp_path: Path) -> None:
    clause = "Elle est établie en deux exemplaires originaux, paraphés à chaque page."

    assert made(tmp_path / "hand", "signature: {lieu: Longvic}\n", clause)[1] == set()
    assert made(tmp_path / "zone", "signature: électronique\n", clause)[1] == {"C730"}


def test_a_text_of_the_agreement_that_speaks_of_paper_is_told_at_its_line(tmp_path: Path) -> None:
    own = '  - titre: "Suite"\n    texte: "Fait en trois originaux."\nsignature: électronique\n'
    made(tmp_path, own)
    found = assemble(Workspace(tmp_path), ("exemple",)).findings

    places = [(one.position.file, one.position.line) for one in found if one.code == "C730"]
    assert places == [("agreements/exemple.yaml", 34)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Fait en deux exemplaires originaux.", ["Fait en deux exemplaires originaux"]),
        ("établie en autant d’exemplaires que de parties", ["établie en autant d’exemplaires"]),
        ("en quatre originaux", ["en quatre originaux"]),
        ("chaque exemplaire original", ["exemplaire original"]),
        ("pages paraphées, un paraphe", ["paraphées", "paraphe"]),
        ("Le bilan est remis en deux exemplaires.", []),
        ("les documents originaux, par un parapheur électronique", []),
        ("un exemplaire sur support durable", []),
    ],
)
def test_the_words_that_paper_alone_has(text: str, said: list[str]) -> None:
    assert [found.group() for found in _OF_A_HAND.finditer(text)] == said


def signature_of_new(folder: Path, proposed: str) -> str:
    """Return how `new` writes the signature of an act whose model proposes it so."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    path = folder / "clauses/models/convention-simple.yaml"
    outline = path.read_text(encoding="utf-8")
    more = 'titre: "Convention"\nparties:\n  commune: {nature: commune}\n'
    path.write_text(f"{outline}{more}signature: {proposed}\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["new", "convention-simple", "essai"])
    assert result.exit_code == 0, result.output
    text = (folder / "agreements/essai.yaml").read_text(encoding="utf-8")
    return text[text.index("\nsignature:\n") :]


@pytest.mark.parametrize("typed", ["électronique", "{mode: électronique}"])
def test_a_model_may_propose_it(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    signature = signature_of_new(tmp_path, typed)

    said = ["mode: électronique", "lieu: à compléter", "disposition:", "- [commune]"]
    assert list(map(str.strip, signature.splitlines()[2:])) == said


@pytest.mark.parametrize("typed", ["{paraphes: oui, originaux: 4}", "à compléter"])
def test_what_a_model_proposes_of_the_signature_is_written(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    signature = signature_of_new(tmp_path, typed)

    assert ("originaux: 4\n" if "4" in typed else "originaux: 1\n") in signature
    assert ("paraphes: oui" in signature) == ("paraphes" in typed)
    assert "mode" not in signature


def test_a_mode_that_is_none_is_told_with_what_was_meant(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    act = tmp_path / "agreements/exemple.yaml"
    text = act.read_text(encoding="utf-8")
    act.write_text(f"{text[: text.index('signature:')]}signature: numérique\n", encoding="utf-8")

    (found,) = assemble(Workspace(tmp_path), ("exemple",)).findings

    assert found.code == "C206"
    assert found.arguments["suggestion"] == "électronique"
