"""Records, unions and declarations: every fault of a group at once, keys as people type them."""

import pytest

from conventassembler.diagnostics import Diagnostic
from conventassembler.schema import (
    KEYS,
    ChoiceType,
    Field,
    IntegerType,
    ListType,
    MapType,
    RecordType,
    SettledType,
    TextType,
    UnionType,
    declare,
    keys_of,
)
from conventassembler.schema.declaration import field_from, type_from
from conventassembler.source import MappingNode, fold, read_yaml
from conventassembler.values import Blank, Record, key_positions

PERSON = RecordType(
    (
        declare("name", TextType(), required=True),
        declare("number", IntegerType(min=1)),
        declare("gender", SettledType(ChoiceType(("masculin", "féminin")))),
        declare("representative", RecordType((declare("office", TextType(), required=True),))),
    )
)


def read(text: str) -> tuple[object, tuple[Diagnostic, ...]]:
    node, found = read_yaml(text, "f.yaml")
    assert node is not None
    value, faults = PERSON.read(node, "personne", "personne")
    return value, (*found, *faults)


def codes(text: str) -> list[tuple[str, int, int]]:
    places = [(item.code, item.position.line, item.position.column) for item in read(text)[1]]
    return sorted(places, key=lambda place: place[1:])


@pytest.mark.parametrize("key", ["nom", "NOM", "Nom", "name", "n-o-m"])
def test_a_key_is_matched_by_its_fold(key: str) -> None:
    value, found = read(f"{key}: Longvic\n")

    assert found == ()
    assert isinstance(value, Record)
    assert value["name"] == "Longvic"


def test_the_order_of_keys_does_not_matter() -> None:
    one, _ = read("nom: a\nnuméro: 2\n")
    other, _ = read("numéro: 2\nnom: a\n")

    assert isinstance(one, Record)
    assert isinstance(other, Record)
    assert {name: one[name] for name in one} == {name: other[name] for name in other}


def test_every_fault_is_told_at_once() -> None:
    text = "numéro: zéro\ngenre: à compléter\nreprésentant:\n  fonctions: maire\nxyz: 1\n"

    assert codes(text) == [
        ("C102", 1, 1),
        ("C201", 1, 9),
        ("C220", 2, 8),
        ("C103", 4, 3),
        ("C103", 5, 1),
    ]


def test_a_misspelt_key_is_read_as_the_one_that_was_meant() -> None:
    value, (finding,) = read("nomm: Longvic\n")

    assert isinstance(value, Record)
    assert value["name"] == "Longvic"
    assert dict(finding.arguments) == {
        "key": "nomm",
        "accepted": "nom, numéro, genre, représentant",
        "suggestion": "nom",
    }


def test_two_spellings_of_one_field_are_doubled() -> None:
    assert codes("nom: a\nname: b\n") == [("C101", 2, 1)]


def test_a_misspelt_key_does_not_replace_the_right_one() -> None:
    value, found = read("nmo: a\nnom: b\n")

    assert [item.code for item in found] == ["C103"]
    assert isinstance(value, Record)
    assert value["name"] == "b"


def test_a_key_with_nothing_after_it_is_told_at_the_key() -> None:
    assert codes("nom:\nnuméro: 2\n") == [("C107", 1, 1)]


def test_values_and_keys_keep_their_place() -> None:
    value, _ = read("nom: a\nreprésentant:\n  fonction: maire\n")

    assert isinstance(value, Record)
    inner = value["representative"]
    assert isinstance(inner, Record)
    office = inner["office"]
    assert str(office) == "maire"
    assert getattr(office, "origin").path == "personne.representative.office"  # noqa: B009
    assert key_positions(value)["representative"].line == 2


def test_a_group_may_be_blank() -> None:
    value, found = read("nom: a\nreprésentant: à compléter\n")

    assert found == ()
    assert isinstance(value, Record)
    assert isinstance(value["representative"], Blank)


def test_a_part_of_a_record_needs_nothing_and_what_lacks_is_told_of_the_whole() -> None:
    node, _ = read_yaml("représentant:\n  {}\n", "f.yaml")
    assert node is not None

    part, found = PERSON.relaxed().read(node, "", "personne")

    assert found == ()
    assert isinstance(part, Record)
    missing = PERSON.missing(part, node.position, "personne")
    assert [(item.code, item.arguments["key"]) for item in missing] == [
        ("C102", "nom"),
        ("C102", "fonction"),
    ]


UNION = UnionType(
    {
        "code": RecordType(
            (declare("code", TextType(), required=True), declare("articles", ListType(TextType())))
        ),
        "law": RecordType((declare("law", TextType()), declare("date", TextType()))),
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code: CGCT", []),
        ("loi: 82-213", []),
        ("law: 82-213", []),
        ("articles: [a]", ["C108"]),
        ("{}", ["C108"]),
        ("{code: CGCT, loi: 82-213}", ["C109"]),
        ("{loi: 82-213, articles: [a]}", ["C103"]),
        ("[a]", ["C134"]),
        ("CGCT", ["C134"]),
    ],
)
def test_a_union_is_told_by_its_own_key(text: str, expected: list[str]) -> None:
    node, _ = read_yaml(text, "f.yaml")
    assert node is not None

    assert [item.code for item in UNION.read(node, "", "visas")[1]] == expected


def test_a_map_keeps_its_keys_as_written() -> None:
    node, _ = read_yaml("Côte-d'Or: 1\nNièvre: deux\n", "f.yaml")
    assert node is not None

    value, found = MapType(IntegerType()).read(node, "m", "m")

    assert isinstance(value, tuple)
    assert [(str(key), number) for key, number in value] == [("Côte-d'Or", 1), ("Nièvre", None)]
    assert [item.code for item in found] == ["C201"]


def test_the_table_of_keys_has_no_two_names_for_one_field_of_another() -> None:
    for row in KEYS:
        assert fold(row.rpartition(".")[2]) in map(fold, keys_of(row))
        assert len(set(KEYS[row])) == len(KEYS[row])


def declared(text: str) -> tuple[Field | None, list[str]]:
    node, _ = read_yaml(text, "f.md")
    assert isinstance(node, MappingNode)
    pair = node.entries[0]
    field, found = field_from(pair.key.text, pair.key.position, pair.value)
    return field, [item.code for item in found]


@pytest.mark.parametrize(
    ("declaration", "name"),
    [
        ("{type: texte, min: 1, max: 80}", "texte"),
        ("{type: Texte riche}", "texte riche"),
        ("{type: ENTIER, min: 1}", "entier"),
        ("{type: montant, max: 10}", "montant"),
        ("{type: pourcentage}", "pourcentage"),
        ("{type: date}", "date"),
        ("{type: dates}", "dates"),
        ("{type: durée}", "durée"),
        ("{type: duree}", "durée"),
        ("{type: choix, choix: [un, deux]}", "choix"),
        ("{type: oui-non}", "oui-non"),
        ("{type: oui/non}", "oui-non"),
        ("{type: partie}", "partie"),
        ("{type: fonction}", "fonction"),
        ("{type: liste, éléments: {type: texte}, min: 1}", "liste"),
        ("{type: fiche, champs: {titre: {type: texte}}}", "fiche"),
        ("{type: texte, libellé: L, aide: A, facultatif: oui}", "texte"),
    ],
)
def test_every_type_may_be_declared(declaration: str, name: str) -> None:
    field, found = declared(f"préavis en mois: {declaration}\n")

    assert found == []
    assert field is not None
    assert (field.name, field.key, field.type.name) == ("preavis_en_mois", "préavis en mois", name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {type: entiers}", ["C420"]),
        ("a: {}", ["C102"]),
        ("a: entier", ["C134"]),
        ("a: {type: entier, minimun: 3}", ["C103"]),
        ("a: {type: date, min: 3}", ["C421"]),
        ("a: {type: entier, min: 3, max: 1}", ["C423"]),
        ("a: {type: entier, min: 3, défaut: 1}", ["C204"]),
        ("a: {type: choix}", ["C102"]),
        ("a: {type: choix, choix: []}", ["C215"]),
        ("a: {type: liste}", ["C102"]),
        ("a: {type: liste, éléments: {type: x}}", ["C420"]),
        ("a: {type: fiche}", ["C102"]),
        ("a: {type: fiche, champs: [b]}", ["C134"]),
        ("a: {type: fiche, champs: {b: {type: x}, c: {type: y}}}", ["C420", "C420"]),
        ("2e: {type: texte}", ["C422"]),
        ("for: {type: texte}", ["C422"]),
        ("acte: {type: texte}", ["C422"]),
    ],
)
def test_a_faulty_declaration_is_told(text: str, expected: list[str]) -> None:
    assert declared(f"{text}\n")[1] == expected


def test_defaults_make_a_parameter_optional() -> None:
    with_default, _ = declared("a: {type: entier, défaut: 3}\n")
    optional, _ = declared("a: {type: entier, facultatif: oui}\n")
    due, _ = declared("a: {type: entier, facultatif: non}\n")

    assert with_default is not None
    assert optional is not None
    assert due is not None
    assert (with_default.required, with_default.default) == (False, 3)
    assert (optional.required, optional.default) == (False, None)
    assert due.required


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("éléments: {type: texte}", ["C215"]),
        ("éléments: {type: texte}, min: 2", ["C215"]),
        ("éléments: {type: texte}, défaut: [a]", ["C215"]),
        ("éléments: {type: texte}, défaut: à compléter", ["C215"]),
        ("éléments: {type: texte}, min: 0", []),
        ("éléments: {type: texte}, min: 0, défaut: [a]", []),
        ("éléments: {type: texte}, défaut: []", []),
        ("éléments: {type: texte}, facultatif: oui", []),
    ],
)
def test_a_list_that_the_text_counts_on_takes_items(declaration: str, expected: list[str]) -> None:
    field, found = declared(f"missions: {{type: liste, {declaration}}}")
    assert field
    assert found == []
    node, _ = read_yaml("missions: []", "acte.yaml")
    assert isinstance(node, MappingNode)

    _, told = field.type.read(node.entries[0].value, "missions", "missions")

    assert [item.code for item in told] == expected
    assert [item.position.column for item in told] == [11] * len(expected)


def test_fields_of_a_record_parameter_are_typed() -> None:
    node, _ = read_yaml(
        "{type: liste, éléments: {type: fiche, champs: {nom: {type: texte}, "
        "jours: {type: entier, défaut: 15}, rythme: {type: texte, facultatif: oui}}}}",
        "f.md",
    )
    assert node is not None
    type_, found = type_from(node, "instances")
    assert type_ is not None
    assert found == ()
    given, _ = read_yaml("- nom: a\n- {nom: b, jours: 7}\n- {jours: x}\n", "f.yaml")
    assert given is not None

    value, faults = type_.read(given, "i", "instances")

    assert isinstance(value, tuple)
    assert [(r["nom"], r["jours"], r["rythme"]) for r in value[:2]] == [
        ("a", 15, None),
        ("b", 7, None),
    ]
    assert sorted(item.code for item in faults) == ["C201", "C508"]
