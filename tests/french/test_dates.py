import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.french.dates import of_dates, read_date, read_dates, write_date, write_dates
from conventassembler.french.grammar import joined

from .cases import FIXTURES, cases

REFUSED = tomllib.loads((FIXTURES / "dates.toml").read_text(encoding="utf-8"))["refusees"]


def days(texts):
    return tuple(map(date.fromisoformat, texts))


@pytest.mark.parametrize("case", cases("dates"))
def test_dates_are_written(case):
    assert write_dates(days(case["entrée"])) == case["attendu"]
    assert joined(of_dates(days(case["entrée"]))) == case["du"]


@pytest.mark.parametrize("case", cases("dates", "lues"))
def test_dates_are_read(case):
    assert read_dates(case["entrée"]) == days(case["attendu"])


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused(text):
    assert read_date(text) is None


@given(st.dates())
def test_a_date_reads_back(day):
    assert read_date(write_date(day)) == day


@given(st.lists(st.dates(date(1900, 1, 1), date(1902, 12, 31)), min_size=1, max_size=6))
def test_dates_read_back(several):
    assert read_dates(write_dates(several)) == tuple(several)


def test_each_date_is_wrapped_with_its_own_text():
    seen = []

    def wrap(day, text):
        seen.append((day.day, text))
        return f"<{text}>"

    pieces = of_dates(days(["2025-12-15", "2025-12-16"]), wrap)
    assert pieces == ("des ", "<15>", " et ", "<16\u00a0décembre\u00a02025>")
    assert seen == [(15, "15"), (16, "16\u00a0décembre\u00a02025")]


def test_a_blank_stands_as_a_date_and_comes_back_itself():
    blank = "".join(["[à", " compléter]"])
    pieces = of_dates([blank, date(2025, 5, 2), date(2025, 5, 3)])
    assert joined(pieces) == "du [à compléter] et des 2 et 3\u00a0mai\u00a02025"
    assert pieces[1] is blank
    assert joined(of_dates([date(2025, 5, 2), blank])) == (
        "du 2\u00a0mai\u00a02025 et du [à compléter]"
    )
