import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.french import recitals
from conventassembler.french.bodies import of_organ
from conventassembler.french.citations import (
    articles_phrase,
    split_articles,
    write_article,
    write_law_number,
)
from conventassembler.french.dates import of_dates
from conventassembler.french.grammar import joined
from conventassembler.french.instruments import deciding_act, instrument, present
from conventassembler.french.kinds import kind
from conventassembler.french.lists import enumerate_with
from conventassembler.french.nouns import le
from conventassembler.french.profiles import profile

from .cases import FIXTURES, cases

_CITATIONS = tomllib.loads((FIXTURES / "citations.toml").read_text(encoding="utf-8"))
REFUSED, REFUSED_LISTS = _CITATIONS["refuses"], _CITATIONS["listes_refusees"]


@pytest.mark.parametrize("case", cases("citations"))
def test_articles_are_cited(case):
    assert write_article(case["entrée"]) == case["attendu"]


@pytest.mark.parametrize("case", cases("citations"))
def test_a_citation_in_form_comes_back_as_the_same_object(case):
    assert write_article(case["attendu"]) is case["attendu"]


@pytest.mark.parametrize("text", REFUSED)
def test_an_unreadable_citation_is_refused(text):
    assert write_article(text) is None


@pytest.mark.parametrize("case", cases("citations", "listes"))
def test_articles_typed_in_one_text_are_told_apart(case):
    assert [write_article(part) for part in split_articles(case["entrée"])] == case["attendu"]


@pytest.mark.parametrize("text", REFUSED_LISTS)
def test_what_is_no_list_of_articles_stays_one_text(text):
    assert split_articles(text)[0] is text
    assert write_article(text) is None


@given(st.from_regex(r"(LO|L|R|D)\.? ?[0-9]{3,4}(-[0-9]{1,2}){0,2}", fullmatch=True))
def test_citations_are_stable(text):
    written = write_article(text)
    assert written is not None
    assert write_article(written) is written


def test_articles_handed_in_come_back_as_the_same_objects():
    articles = ["".join(["L. ", "12"]), "".join(["L. ", "13"])]
    assert [piece for piece in articles_phrase(articles) if piece in articles] == articles
    assert articles_phrase(articles)[1] is articles[0]


@pytest.mark.parametrize("case", cases("visas", "codes"))
def test_codes(case):
    assert joined(recitals.code(case["entrée"], case["articles"])) == case["attendu"]


@pytest.mark.parametrize(
    "typed",
    [
        *("82-213", " 82-213 ", "n° 82-213", "n°82-213", "no 82-213", "N° 82-213", "numéro 82-213"),
        *("loi n° 82-213", "Loi n° 82-213", "la loi 82-213", "loi n°\u00a082 – 213"),
    ],
)
def test_the_number_of_a_law_is_read_however_it_is_typed(typed):
    assert write_law_number(typed) == "82-213"


@pytest.mark.parametrize(
    ("typed", "written"),
    [("1982-213", "82-213"), ("15-991", "2015-991"), ("1999-586", "99-586"), ("45-174", "45-174")],
)
def test_the_year_of_a_law_has_the_figures_of_its_time(typed, written):
    assert write_law_number(typed) == written


def test_a_number_in_form_comes_back_as_the_same_object():
    number = "-".join(["2015", "991"])
    assert write_law_number(number) is number


@pytest.mark.parametrize("typed", ["", "82", "loi", "82/213", "loi organique 82-213", "82-213 a"])
def test_what_is_no_number_of_a_law_is_refused(typed):
    assert write_law_number(typed) is None


def test_the_title_of_a_law_goes_on_the_sentence():
    assert recitals.law_title("Relative aux droits") == "relative aux droits"
    assert recitals.law_title("D'orientation") == "d'orientation"
    for title in ("relative aux droits", "Informatique et libertés", "RELATIVE AUX", "", "« »"):
        assert recitals.law_title(title) is title


@pytest.mark.parametrize("case", cases("visas", "habilitations"))
def test_authorities(case):
    party, act, this = kind(case["nature"]), deciding_act(case["entrée"]), instrument("protocole")
    assert party is not None
    assert act is not None
    assert this is not None
    days = [text if text.startswith("[") else date.fromisoformat(text) for text in case["dates"]]
    authority = recitals.Authority(
        act,
        of_organ(party, case["nom"]) or (),
        of_dates(days),
        (case["numéro"],) if "numéro" in case else (),
        case.get("exécutoire"),
    )
    pieces = recitals.authority(authority, tuple(case["signataire"]), le(present(this.noun)))
    assert joined(pieces) == case["attendu"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("collectivite", ["a\u00a0;", "b\u00a0;", "c."]),
        ("journal-officiel", ["a\u00a0;", "b\u00a0;", "c,"]),
    ],
)
def test_recitals_end_as_the_profile_says(name, expected):
    ended = [recitals.terminated((text,), i, 3, profile(name)) for i, text in enumerate("abc")]
    assert [joined(pieces) for pieces in ended] == expected


def test_a_recital_keeps_an_end_mark_of_its_own():
    assert recitals.terminated(("le contrat ;",), 0, 1) == ("le contrat ;",)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        ([("a",)], "a"),
        ([("a",), ("b",)], "a et b"),
        ([("la ", "a"), ("le ", "b"), ("c",)], "la a, le b et c"),
    ],
)
def test_lists(items, expected):
    assert joined(enumerate_with(items)) == expected


def test_lists_with_another_conjunction():
    assert joined(enumerate_with([("a",), ("b",), ("c",)], "ou")) == "a, b ou c"
