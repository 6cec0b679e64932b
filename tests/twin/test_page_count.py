"""The number of pages said in a draft once they are counted: figures, or words where asked."""

from dataclasses import replace

import pytest

from conventassembler.draft.model import (
    Block,
    Contents,
    ContentsEntry,
    Draft,
    Field,
    Footnote,
    Heading,
    Paragraph,
    Text,
)
from conventassembler.draft.page_count import with_page_count
from conventassembler.draft.plain import plain_text
from conventassembler.draft.serial import from_json, to_json

WORDS = Field(form="words", feminine=True)


def draft(*blocks: Block) -> Draft:
    return Draft("", "", "", blocks)


@pytest.mark.parametrize(
    ("count", "reformed", "said"),
    [
        (24, False, "vingt-quatre (24)"),
        (21, False, "vingt et une (21)"),
        (21, True, "vingt-et-une (21)"),
        (1, False, "une (1)"),
        (180, False, "cent quatre-vingts (180)"),
    ],
)
def test_pages_are_said_in_words_and_in_figures(count: int, reformed: bool, said: str) -> None:
    words = replace(WORDS, reformed=reformed)
    act = draft(Paragraph("p", (words, Text(" ("), Field(), Text(")"))))

    assert plain_text(act) == "[nombre de pages] ([nombre de pages])"
    assert plain_text(with_page_count(act, count)) == said


def test_notes_headings_and_the_lines_that_repeat_them_are_counted_too() -> None:
    act = draft(
        Contents("c", (ContentsEntry("h", 1, (Text("Les "), Field())),)),
        Heading("h", 1, "", "", (Text("Les "), Field())),
        Paragraph("p", (Text("Ici"), Footnote("n", (Field(strong=True),)))),
    )

    counted = with_page_count(act, 12)

    assert plain_text(counted) == "Les 12\nLes 12\nIci\n12"
    assert with_page_count(counted, 13) == with_page_count(act, 13)


def test_a_number_of_pages_is_at_least_one() -> None:
    with pytest.raises(ValueError, match="0"):
        with_page_count(draft(), 0)


def test_what_is_counted_goes_to_json_and_back() -> None:
    act = with_page_count(draft(Paragraph("p", (WORDS, Field()))), 21)

    assert from_json(to_json(act)) == (act, ())


def test_a_number_in_figures_is_written_as_it_was_before_words() -> None:
    text = to_json(draft(Paragraph("p", (Field(),))))

    assert "form" not in text
    assert "feminine" not in text
