import tomllib
from collections import Counter

import pytest

from conventassembler.french.courts import area, area_of_address, court, court_of, courts, seated_at
from conventassembler.french.grammar import joined
from conventassembler.french.places import departments
from conventassembler.french.tables import table

from .cases import FIXTURES, cases

TABLES = tomllib.loads((FIXTURES / "tribunaux.toml").read_text(encoding="utf-8"))


def test_every_department_has_exactly_one_court():
    counted = Counter(code for one in courts() for code in one.areas)

    assert {code for code, times in counted.items() if times > 1} == set()
    assert {one.code for one in departments()} <= counted.keys()


def test_the_table_has_the_42_courts_of_the_code_its_source_and_its_day():
    data = table("courts")

    assert len(courts()) == len(data["courts"]) == 42
    assert "R. 221-3" in data["source"]
    assert data["checked"].year >= 2026


@pytest.mark.parametrize("case", cases("tribunaux"))
def test_the_court_of_a_place(case):
    code = area(case["entrée"])
    found = court_of(code)

    assert found.name == case["tribunal"]
    assert joined(found.pieces) == case["attendu"]


@pytest.mark.parametrize("case", cases("tribunaux", "designations"))
def test_a_court_is_known_by_its_name_alone_or_in_full(case):
    assert court(case["entrée"]).name == case["tribunal"]


@pytest.mark.parametrize("one", courts(), ids=lambda one: one.name)
def test_the_whole_name_of_a_court_reads_back(one):
    assert court(joined(one.pieces)) == one
    assert court(f"TA{joined(one.after)}") == one


@pytest.mark.parametrize("name", TABLES["inconnus"])
def test_what_is_no_tribunal_administratif_is_refused(name):
    assert court(name) is None


def test_a_court_that_bears_another_name_is_found_by_its_seat():
    assert seated_at("basse terre").name == "Guadeloupe"
    assert seated_at("TA de Schoelcher").name == "Martinique"
    assert seated_at("Dijon") is None


@pytest.mark.parametrize("name", ["Bourgogne", "20", "975000", "", "Genève"])
def test_what_is_no_department_has_no_court(name):
    assert area(name) is None


@pytest.mark.parametrize("case", cases("tribunaux", "adresses"))
def test_the_department_of_an_address(case):
    assert area_of_address(case["entrée"]) == case["code"]
    assert court_of(case["code"]) is not None


@pytest.mark.parametrize("line", TABLES["adresses_muettes"])
def test_a_line_without_postcode_tells_no_department(line):
    assert area_of_address(line) is None
