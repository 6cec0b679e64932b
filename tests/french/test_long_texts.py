"""A text of any length and shape is read in the time of reading it, not in that of its square."""

from collections.abc import Callable

import pytest

from conventassembler.checks.term import _START, _TERM
from conventassembler.checks.topics import topics_of
from conventassembler.french import european, sentences
from conventassembler.french.citations import split_articles, write_article
from conventassembler.french.courts import courts_named
from conventassembler.french.dates import read_dates
from conventassembler.french.doublets import double_form
from conventassembler.french.durations import read_years
from conventassembler.french.identifiers import quoted
from conventassembler.french.offices import leading_office, split_office
from conventassembler.french.typography import correct

MANY = 50_000
TYPED = {
    "one word": "x" * MANY,
    "words": "x " * MANY,
    "spaces": "a" + " " * MANY + "b",
    "no-break spaces": "a" + "\N{NO-BREAK SPACE}" * MANY + "b",
    "figures": "1" * MANY,
    "groups of figures": "111 " * MANY,
    "hyphens": "a-" * MANY,
    "points": "a." * MANY,
    "a row of points": "a" + "." * MANY + "b",
    "apostrophes": "a'" * MANY,
    "parts of an article": "L. 1" + "-1" * MANY,
    "a domain, then spaces": "UE" + " " * MANY + "x",
    "tribunals": "tribunal administratif de Xx" * (MANY // 10),
    "numbers named": "SIRET 123 " * (MANY // 4),
    "accounts": "FR14 2004 " * (MANY // 4),
    "terms": "pour une durée de x " * (MANY // 10),
    "days": "du x " * (MANY // 2),
    "headings": "durée et " * (MANY // 4),
    "a comma, then spaces": "L. 1," + " " * MANY + "x",
}
READERS: tuple[Callable[[str], object], ...] = (
    correct,
    double_form,
    sentences.sentence_ends,
    write_article,
    split_articles,
    european.write_regulation_number,
    read_dates,
    read_years,
    split_office,
    leading_office,
    courts_named,
    quoted,
    topics_of,
    _TERM.search,
    _START.search,
)


@pytest.mark.timeout(15)
@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_a_long_text_is_read_at_once(reader: Callable[[str], object], text: str) -> None:
    reader(text)
