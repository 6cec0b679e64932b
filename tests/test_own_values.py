"""Whether a value is the agreement's own, in another spelling too: `filling/own.py`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from project import REPOSITORY
from test_fill import spoil, the_filling

from conventassembler.filling import Filling, Place
from conventassembler.filling.own import is_another, is_own, known_by
from conventassembler.source import plain
from conventassembler.workspace import Workspace

GENDER = "parties.commune.representative.gender"


def said(place: Place) -> str | tuple[str, ...]:
    own = plain(place.node)
    assert isinstance(own, str | list), place
    return own if isinstance(own, str) else tuple(map(str, own))


def places() -> Iterator[Place]:
    for name in Workspace(REPOSITORY).names():
        yield from the_filling(REPOSITORY, name).in_columns


def test_what_an_agreement_says_is_its_own() -> None:
    all_places = list(places())

    assert len(all_places) > 500
    assert [one.path for one in all_places if not is_own(one, said(one))] == []
    assert [one.path for one in all_places if is_another(one, said(one))] == []
    assert [one.path for one in all_places if bool(known_by(one, said(one))) is one.blank] == []


def place_of(filling: Filling, path: str) -> Place:
    return next(one for one in filling.in_columns if one.path == path)


@pytest.mark.parametrize(
    ("line", "value", "own", "another"),
    [
        ('nom: "Beire-le-Fort"', "Beire-le-Fort", True, False),
        ('nom: "Beire-le-Fort"', "BEIRE-LE-FORT", False, False),
        ('nom: "Beire-le-Fort"', "Beire le Fort", False, False),
        ('nom: "Beire-le-Fort"', "Beire-le-Châtel", False, True),
        ('nom: "L\'Étang"', "L’Étang", True, False),
        ('nom: "L\'Étang"', "L’Etang", False, False),
        ('nom: "Longvic"', "à compléter", False, False),
        ('nom: "Longvic"', "à compléter : selon le vote", False, False),
        ("nom: à compléter", "à compléter", True, False),
        ("nom: à compléter", "à compléter : selon le vote", False, False),
        ("nom: à compléter", "Longvic", False, True),
    ],
)
def test_words_are_told_apart(
    workspace: Path, line: str, value: str, *, own: bool, another: bool
) -> None:
    spoil(workspace, ('nom: "Longvic"', line))
    place = place_of(the_filling(workspace), "parties.commune.name")

    assert (is_own(place, value), is_another(place, value)) == (own, another)


@pytest.mark.parametrize(
    ("path", "key", "value", "own"),
    [
        ("siret", 'siret: "123 456 782 00010"', "12345678200010", True),
        ("siret", 'siret: "123 456 782 00010"', "99912345800013", False),
        ("representative.gender", "", "Féminin", True),
        ("representative.gender", "", "masculin", False),
        ("authority.dates", "", ("2025-12-18",), True),
        ("authority.dates", "", "2025-12-19", False),
        ("authority.dates", "", ("2025-12-18", "2025-12-19"), False),
        ("address", 'adresse: "1, rue Exemple"', ("1, rue Exemple",), True),
        ("address", 'adresse: ["1, rue Exemple", "A"]', ("A", "1, rue Exemple"), False),
        ("address", 'adresse: ["1, rue Exemple", "A"]', ("1, rue Exemple", "à compléter"), False),
    ],
)
def test_all_else_is_as_its_type_reads_it(
    workspace: Path, path: str, key: str, value: str | tuple[str, ...], *, own: bool
) -> None:
    spoil(workspace, ('    nom: "Longvic"\n', f'    nom: "Longvic"\n    {key}\n'))
    place = place_of(the_filling(workspace), f"parties.commune.{path}")

    assert is_own(place, value) is own
    assert is_another(place, value) is not own


@pytest.mark.parametrize(("value", "own"), [("3", True), ("4", False)])
def test_a_number_is_what_it_counts(workspace: Path, value: str, *, own: bool) -> None:
    place = place_of(the_filling(workspace), "clauses[duree].with.annees")

    assert is_own(place, value) is own


def test_two_who_sign_for_one_party_are_two() -> None:
    place = place_of(the_filling(REPOSITORY, "ctg-dijon"), "signature.rows[2][1]")

    assert is_own(place, "caf/directrice")
    assert not is_own(place, "caf/présidente")
    assert is_another(place, "caf/présidente")


def test_what_is_missing_is_of_nobody(workspace: Path) -> None:
    place = place_of(the_filling(workspace), GENDER)

    assert not is_another(place, None)
    assert known_by(place, None) == ()
