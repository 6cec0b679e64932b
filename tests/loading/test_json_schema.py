"""The JSON Schema agrees with the loader on files written with the canonical keys."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from conventassembler.agreement import agreement_schema
from conventassembler.schema import (
    ChoiceType,
    DateType,
    IntegerType,
    ListType,
    RecordType,
    TextType,
    declare,
)
from conventassembler.schema.json_schema import document_schema

SCHEMA = agreement_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
REPOSITORY = Path(__file__).parent.parent.parent
BASE = REPOSITORY / "tests" / "errors" / "_base" / "agreements" / "exemple.yaml"

Json = dict[str, Any]


def as_editors_read(path: Path) -> Json:
    """Return what an editor makes of the file: YAML 1.2, dates left as text."""
    reader = YAML(typ="safe", pure=True)
    reader.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    value: Json = reader.load(path.read_text(encoding="utf-8"))
    return value


def test_it_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", [BASE, *sorted((REPOSITORY / "agreements").glob("*.yaml"))])
def test_good_agreements_are_accepted(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(as_editors_read(path))] == []


def unknown(agreement: Json) -> None:
    agreement["parteis"] = {}


def untitled(agreement: Json) -> None:
    del agreement["titre"]


def other_format(agreement: Json) -> None:
    agreement["format"] = 2


def date_not_iso(agreement: Json) -> None:
    agreement["signature"]["date"] = "15/01/2026"


def no_original(agreement: Json) -> None:
    agreement["signature"]["originaux"] = 0


def wrong_gender(agreement: Json) -> None:
    agreement["parties"]["commune"]["représentant"]["genre"] = "feminine"


def nameless_party(agreement: Json) -> None:
    del agreement["parties"]["commune"]["nom"]


def kindless_recital(agreement: Json) -> None:
    agreement["visas"].append({"articles": ["L. 1"]})


def empty_entry(agreement: Json) -> None:
    agreement["clauses"].append({"titre": "Seul"})


def deep_unknown(agreement: Json) -> None:
    agreement["clauses"].append({"titre": "T", "clauses": [{"clauze": "a/b"}]})


FAULTS = [
    unknown,
    untitled,
    other_format,
    date_not_iso,
    no_original,
    wrong_gender,
    nameless_party,
    kindless_recital,
    empty_entry,
    deep_unknown,
]


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda spoil: spoil.__name__)
def test_bad_agreements_are_refused(spoil: Callable[[Json], None]) -> None:
    agreement = copy.deepcopy(as_editors_read(BASE))
    spoil(agreement)

    assert list(VALIDATOR.iter_errors(agreement))


def blanks(agreement: Json) -> None:
    agreement["signature"] |= {
        "date": "à compléter",
        "lieu": "A COMPLETER",
        "originaux": "à compléter",
    }
    agreement["parties"]["commune"]["représentant"] = "à compléter : le nom"


def test_blanks_are_accepted() -> None:
    agreement = copy.deepcopy(as_editors_read(BASE))
    blanks(agreement)

    assert [error.message for error in VALIDATOR.iter_errors(agreement)] == []


def test_every_field_is_described() -> None:
    def check(schema: Json) -> None:
        for key, inner in schema.get("properties", {}).items():
            assert inner.get("description"), key
            for part in (inner, inner.get("items", {}), *inner.get("anyOf", [])):
                check(part)

    check(SCHEMA)
    for definition in SCHEMA["$defs"].values():  # type: ignore[attr-defined]
        check(definition)


def test_bounds_and_choices_are_described() -> None:
    record = RecordType(
        (
            declare("number", IntegerType(1, 10)),
            declare("name", TextType(min=2, max=5)),
            declare("gender", ChoiceType(("masculin", "féminin"))),
            declare("date", DateType()),
            declare("articles", ListType(TextType(), min=1, max=2)),
        )
    )
    validator = jsonschema.Draft202012Validator(document_schema(record, "Essai"))

    assert validator.is_valid(
        {"numéro": 3, "nom": "abc", "genre": "féminin", "date": "2026-01-01", "articles": ["a"]}
    )
    for bad in (
        {"numéro": 11},
        {"numéro": "onze"},
        {"nom": "a"},
        {"genre": "x"},
        {"date": "1/1/2026"},
        {"articles": []},
        {"articles": ["a", "b", "c"]},
    ):
        assert not validator.is_valid(bad), bad
