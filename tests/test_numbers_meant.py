"""A number typed with words around it: what is proposed is what was meant, or nothing is."""

import pytest

from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.diagnostics.wording import remedy
from conventassembler.schema.numbers import IntegerType
from conventassembler.source import Scalar
from conventassembler.values import Origin

YEARS = "Durée initiale, en années"
PEOPLE = "Nombre d'habitants"
MONTHS = "Délai après la fin de l'année, en mois"


def found(text: str, label: str) -> Diagnostic:
    at = Position("t.csv", 2)
    _, (finding,) = IntegerType().parse(Scalar(text, at, "quoted", at), Origin("x", at), label)
    assert finding.code == "C201"
    return finding


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_groups_of_thousands_are_read_whole(space: str) -> None:
    typed = f"22{space}507{space}habitants"

    assert found(typed, PEOPLE).arguments["suggestion"] == "22507"


@pytest.mark.parametrize(
    ("typed", "label", "number"),
    [
        ("36 mois", YEARS, "3"),
        ("2 ans", "préavis en mois", "24"),
        ("3 ans", YEARS, "3"),
        ("trois ans", "années", "3"),
        ("1 an", "années", "1"),
        ("3 mois", MONTHS, "3"),
        ("3 (trois)", YEARS, "3"),
        ("1 200 hab.", PEOPLE, "1200"),
        ("22 communes membres", "Nombre de communes membres", "22"),
        ("22,00", PEOPLE, "22"),
    ],
)
def test_the_number_meant_is_proposed(typed: str, label: str, number: str) -> None:
    assert found(typed, label).arguments["suggestion"] == number


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        *(("6 mois", YEARS), ("18 mois", YEARS), ("six mois", YEARS), ("15 jours", MONTHS)),
        *(("3 à 5 ans", YEARS), ("3 ou 4", YEARS), ("3 ans et demi", YEARS), ("2 x 3 ans", YEARS)),
        *(("12 mille", PEOPLE), ("3 millions d'habitants", PEOPLE), ("3 (quatre)", YEARS)),
        *(("22.000", PEOPLE), ("22  507 habitants", PEOPLE), ("15 juin 2026", "Année")),
    ],
)
def test_no_number_is_proposed_that_nobody_typed(typed: str, label: str) -> None:
    assert "suggestion" not in found(typed, label).arguments


def test_the_unit_asked_for_is_told_where_another_is_typed() -> None:
    assert "(unité demandée : années)" in remedy(found("6 mois", YEARS), "fr").replace(
        "\u00a0", " "
    )
    assert "années" not in remedy(found("3 ans", YEARS), "fr")
