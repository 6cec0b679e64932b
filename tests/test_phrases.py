"""A finding about words quotes the sentence of the act that holds them."""

import pytest

from conventassembler.checks.phrases import LONGEST, phrase, phrase_of_value
from conventassembler.checks.runs import runs
from conventassembler.cli.show import render
from conventassembler.diagnostics import Position, Severity, fault
from conventassembler.draft.model import Blank, Draft, Paragraph, Text, ValueMark

TEXT = "La commune paie. Elle rend compte chaque année. L'État suit."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("paie", "La commune paie."),
        ("Elle", "Elle rend compte chaque année."),
        ("suit.", "L'État suit."),
        ("paie. Elle", "La commune paie. Elle rend compte chaque année."),
    ],
)
def test_the_sentence_is_the_one_that_holds_the_words(words: str, expected: str) -> None:
    start = TEXT.index(words)

    assert phrase(TEXT, start, start + len(words)) == expected
    assert phrase((Text(TEXT[:20]), Text(TEXT[20:], strong=True)), start, start + len(words)) == (
        expected
    )


@pytest.mark.parametrize("place", [0, 30, 200, 395])
def test_a_long_sentence_is_cut_at_words_around_the_words(place: int) -> None:
    words = [f"mot{number:04}" for number in range(100)]
    text = " ".join(words)
    start = place * 2 // 8 * 8

    said = phrase(text, start, start + 7)

    assert text[start : start + 7] in said
    assert len(said) <= LONGEST + 2
    assert set(said.strip("…").split()) <= set(words)
    assert said.startswith("…") == (words[0] not in said)
    assert said.endswith("…") == (words[-1] not in said)


def test_words_longer_than_a_phrase_are_kept_whole() -> None:
    word = "a" * 300

    assert word in phrase(f"Avant {word} après.", 6, 306)


def test_an_empty_line_has_an_empty_phrase() -> None:
    assert phrase("", 0, 0) == ""


def test_line_breaks_are_spaces_and_no_break_spaces_stay() -> None:
    assert phrase("à\nn°\u00a01", 0, 1) == "à n°\u00a01"


def test_a_value_is_quoted_where_the_act_prints_it() -> None:
    line = (Text("Vu. Fait à "), Text("Longvic", value=ValueMark("signature.place")), Text(". Et."))
    draft = Draft("a", "", "", (Paragraph("p", line),))

    assert phrase_of_value(runs(draft.blocks), "signature.place") == {"phrase": "Fait à Longvic."}
    assert phrase_of_value(runs(draft.blocks), "signature.date") == {}
    assert phrase_of_value(runs(draft.blocks), "") == {}


def test_a_blank_is_no_place_of_a_value() -> None:
    draft = Draft("a", "", "", (Paragraph("p", (Blank("x.y"),)),))

    assert phrase_of_value(runs(draft.blocks), "x.y") == {}


def shown(line: str, said: str) -> list[str]:
    found = fault("C719", Position("a.yaml", 1, 1), form="habilité(e)", phrase=said)
    return render(found, Severity.ERROR, "fr", lambda _: (line,))


def test_the_phrase_stands_under_the_caret() -> None:
    _, line, caret, said, remedy = shown("titre: x", "La maire, habilité(e) à signer.")

    assert (line, caret) == ("    titre: x", "    ^")
    assert said == "    dans la convention\u00a0: «\u00a0La maire, habilité(e) à signer.\u00a0»"
    assert remedy.startswith("    → ")


def test_a_phrase_that_the_line_of_the_file_says_is_not_told_again() -> None:
    assert (
        len(shown('titre: "Objet d\'accord : habilité(e)"', "Objet d’accord\u00a0: habilité(e)"))
        == 4
    )
