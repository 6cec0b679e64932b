"""A draft goes to JSON and back, and a damaged file is told, never raised."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from strategies import drafts

from conventassembler.diagnostics import wording
from conventassembler.draft.model import Blank, Draft, Heading, ListItem, Paragraph, Text, ValueMark
from conventassembler.draft.serial import from_json, to_json

DRAFT = Draft(
    "longvic",
    "Protocole",
    "Protocole",
    (
        Heading("duree", 1, "Article 3", "\u00a0: ", (Text("Durée"),)),
        Paragraph("duree/1", (Text("trois ans", value=ValueMark("clauses[duree].with.annees")),)),
        ListItem("duree/2", (Blank("parties.commune.name", "nom"),)),
    ),
)


@settings(max_examples=250)
@given(drafts)
def test_what_is_written_is_read_back(draft: Draft) -> None:
    assert from_json(to_json(draft)) == (draft, ())


@settings(max_examples=50)
@given(drafts)
def test_reading_then_writing_gives_the_same_text(draft: Draft) -> None:
    text = to_json(draft)
    again, _ = from_json(text)
    assert again is not None
    assert to_json(again) == text


def test_the_text_is_made_for_git() -> None:
    text = to_json(DRAFT)
    assert text.endswith("}\n")
    assert "Durée" in text
    assert '"path": "clauses[duree].with.annees"' in text
    assert list(json.loads(text)) == ["draft", "version"]


def test_a_field_at_its_default_is_left_out() -> None:
    item = json.loads(to_json(DRAFT))["draft"]["blocks"][2]
    assert item == {
        "is": "item",
        "id": "duree/2",
        "inlines": [{"is": "blank", "path": "parties.commune.name", "label": "nom"}],
    }


def test_what_a_blank_awaits_is_kept() -> None:
    choice = Blank("x", kind="choice", choices=("oui", "non"))
    draft = Draft("", "", "", (Paragraph("p", (choice, Blank("d", kind="date"))),))

    assert from_json(to_json(draft)) == (draft, ())
    (first, second) = json.loads(to_json(draft))["draft"]["blocks"][0]["inlines"]
    assert first == {"is": "blank", "path": "x", "kind": "choice", "choices": ["oui", "non"]}
    assert second == {"is": "blank", "path": "d", "kind": "date"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 1, 1), ('{"version": 1,\n  oups}', 2, 3), ("[" * 100_000, 1, 1), ("9" * 10_000, 1, 1)],
)
def test_what_is_not_json_is_told_with_its_place(text: str, line: int, column: int) -> None:
    draft, (found,) = from_json(text, "agreements/signed/longvic.json")
    assert draft is None
    assert found.code == "C521"
    assert found.position.file == "agreements/signed/longvic.json"
    assert (found.position.line, found.position.column) == (line, column)


def test_another_version_is_told_before_anything_else() -> None:
    draft, (found,) = from_json('{"version": 1, "drafts": []}', "longvic.json")
    assert draft is None
    assert found.code == "C523"
    assert "version 1" in wording.message(found, "en")


def edit(change: Callable[[dict[str, Any]], object]) -> str:
    content = json.loads(to_json(DRAFT))
    change(content)
    return json.dumps(content)


def first_block(content: dict[str, Any]) -> dict[str, Any]:
    block: dict[str, Any] = content["draft"]["blocks"][0]
    return block


DAMAGES: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("version", lambda c: c.pop("version")),
    ("version", lambda c: c.update(version=True)),
    ("version", lambda c: c.update(version="1")),
    ("draft", lambda c: c.pop("draft")),
    ("draft", lambda c: c.update(draft=None)),
    ("draft.blocks", lambda c: c["draft"].pop("blocks")),
    ("draft.blocks", lambda c: c["draft"].update(blocks={})),
    ("draft.colour", lambda c: c["draft"].update(colour="red")),
    ("draft.blocks[0]", lambda c: first_block(c).pop("is")),
    ("draft.blocks[0]", lambda c: first_block(c).update({"is": "text"})),
    ("draft.blocks[0].level", lambda c: first_block(c).update(level="1")),
    ("draft.blocks[0].level", lambda c: first_block(c).update(level=True)),
    ("draft.blocks[0].id", lambda c: first_block(c).update(id="\ud800")),
    ("draft.blocks[0].inlines[0]", lambda c: first_block(c).update(inlines=["Durée"])),
    ("draft.blocks[1].role", lambda c: c["draft"]["blocks"][1].update(role="poem")),
    ("draft.blocks[2].kind", lambda c: c["draft"]["blocks"][2].update(kind=["bullet"])),
]


@pytest.mark.parametrize(("place", "change"), DAMAGES)
def test_damage_is_told_with_its_place(
    place: str, change: Callable[[dict[str, Any]], object]
) -> None:
    draft, (found,) = from_json(edit(change), "longvic.json")
    assert draft is None
    assert (found.code, found.arguments["place"]) == ("C522", place)


@pytest.mark.parametrize("text", ["[]", "null", '"draft"', "1"])
def test_json_that_is_no_draft_is_told(text: str) -> None:
    draft, (found,) = from_json(text)
    assert draft is None
    assert found.code == "C522"
