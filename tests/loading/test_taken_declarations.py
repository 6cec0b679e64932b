"""`reprend`: a parameter declared as the one of another variant is an ordinary parameter."""

from pathlib import Path

import pytest

from conventassembler.library import Library
from conventassembler.library.loader import load_library
from conventassembler.library.variants import load_variant
from conventassembler.scaffold.parameters import values
from conventassembler.schema import IntegerType, ListType, RecordType
from conventassembler.values import Integer

HEAD = "---\ntitre: T\nchoisir quand: Q.\nparamètres:\n"
TABLE = (
    HEAD
    + """\
  axes:
    type: liste
    min: 1
    libellé: "Axes"
    aide: "Dans l'ordre."
    éléments:
      type: fiche
      champs:
        titre: {type: texte, libellé: "Titre"}
        montant: {type: montant, libellé: "Montant"}
  durée en mois: {type: entier, min: 1, défaut: 12, remplace: mois, libellé: "Durée"}
---
{% for axe in axes %}
- {{ axe.titre }} {{ axe.montant }}
{% endfor %}

{{ duree_en_mois | en_mois }}
"""
)
FICHES = (
    HEAD
    + """\
  Axes: {reprend: actions/tableau, label: "Axes des fiches", facultatif: oui}
  durée en mois:
    reprend: actions/tableau
    max: 36
    défaut: 24
---
{% if axes %}
{% for axe in axes %}
- {{ axe.titre }}
{% endfor %}
{% endif %}

{{ duree_en_mois | en_mois }}
"""
)


def load(folder: Path, **bodies: str) -> tuple[Library, list[tuple[str, str]]]:
    files = {"tableau": TABLE, "fiches": FICHES} | bodies
    for name, text in files.items():
        path = folder / f"clauses/actions/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library, found = load_library(folder / "clauses", folder)
    return library, [(item.code, str(item.position)) for item in found]


def test_what_is_taken_is_whole_and_its_own_attributes_prevail(tmp_path: Path) -> None:
    library, found = load(tmp_path)
    axes, months = library.variants["actions/fiches"].parameters.values()
    base = library.variants["actions/tableau"].parameters

    assert found == []
    assert axes.type == base["axes"].type
    assert isinstance(axes.type, ListType)
    assert isinstance(axes.type.items, RecordType)
    assert (axes.name, axes.key, axes.required) == ("axes", "Axes", False)
    assert (axes.label, axes.help) == ("Axes des fiches", "Dans l'ordre.")
    assert (months.type, months.default) == (IntegerType(1, 36), 24)
    assert isinstance(months.default, Integer)
    assert months.default.origin.position
    assert months.default.origin.position.file == "clauses/actions/fiches.md"
    assert [str(old) for old in months.replaces] == ["mois"]
    assert str(axes.position) == "clauses/actions/fiches.md:5:3"


def test_new_sees_an_ordinary_parameter(tmp_path: Path) -> None:
    library, _ = load(tmp_path)
    fiches, table = (library.variants[f"actions/{name}"] for name in ("fiches", "tableau"))

    taken, own = (values(one.parameters.values(), {}, {})[0] for one in (fiches, table))

    assert taken.value == own.value
    assert (taken.off, own.off) == (True, False)


def test_a_declaration_is_taken_through_several_variants(tmp_path: Path) -> None:
    again = HEAD + "  axes: {reprend: actions/fiches}\n---\n{% if axes %}\nA\n\n{% endif %}\n"
    library, found = load(tmp_path, encore=again)

    (axes,) = library.variants["actions/encore"].parameters.values()

    assert found == []
    assert (axes.label, axes.required) == ("Axes des fiches", False)


def test_what_comes_from_a_file_that_cannot_be_read_has_no_fault_of_its_own(
    tmp_path: Path,
) -> None:
    _, found = load(tmp_path, tableau="titre: sans tirets\n")

    assert {place.partition(":")[0] for _, place in found} == {"clauses/actions/tableau.md"}


def test_a_fault_of_a_declaration_is_told_where_it_is_typed(tmp_path: Path) -> None:
    _, found = load(tmp_path, tableau=TABLE.replace("type: montant", "type: montent"))

    assert found == [("C420", "clauses/actions/tableau.md:14:25")]


def test_a_misspelt_key_is_told_once(tmp_path: Path) -> None:
    typed = HEAD + "  axes: {reprends: actions/tableau}\n---\n{{ axes | nombre }}\n"

    _, found = load(tmp_path, fiches=typed)

    assert found == [("C103", "clauses/actions/fiches.md:5:10")]


def test_a_variant_alone_takes_nothing(tmp_path: Path) -> None:
    load(tmp_path)
    path = tmp_path / "clauses/actions/fiches.md"

    _, found = load_variant(path, path.name)

    assert {item.code for item in found} == {"C502"}


@pytest.mark.parametrize("named", ["'actions/tableau'", '"actions/tableau"', "à compléter"])
def test_the_name_is_one_text(tmp_path: Path, named: str) -> None:
    typed = HEAD + f"  axes: {{reprend: {named}}}\n---\n{{{{ axes | nombre }}}}\n"

    _, found = load(tmp_path, fiches=typed)

    assert [code for code, _ in found] == ([] if "/" in named else ["C220"])
