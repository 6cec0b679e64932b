"""What the twin looks like: a text that a reviewer reads in `git diff`."""

import difflib

import pytest
from hypothesis import given, settings
from strategies import drafts

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Draft,
    Heading,
    LineBreak,
    ListItem,
    Paragraph,
    Reference,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
    ValueMark,
)
from conventassembler.writers.markdown import write_markdown

BLANK = Blank("").text


def twin(*blocks: Block) -> str:
    return write_markdown(Draft("essai", "", "", blocks))


def paragraph(text: str) -> Paragraph:
    return Paragraph("p", (Text(text),))


def item(text: str, level: int = 1, ordinal: int = 0) -> ListItem:
    if ordinal:
        return ListItem("i", (Text(text),), level, "ordered", ordinal)
    return ListItem("i", (Text(text),), level)


def cell(text: str) -> Cell:
    return Cell((Paragraph("c", (Text(text),), "cell"),))


def continuation(text: str, level: int = 1) -> Paragraph:
    return Paragraph("p", (Text(text),), "continuation", level)


WHOLE: tuple[Block, ...] = (
    Title("t", ((Text("Protocole territorial"),), (Text("entre le Département"),),
                (Text("et la Commune"),))),
    Paragraph("v", (Text("Vu le code, notamment son article L.\u00a01111-9\u00a0;"),), "recital"),
    Paragraph("a", (Text("Mairie"), LineBreak(), Text("21600 Longvic")), "party"),
    Heading("o", 1, "Article 1er", "\u00a0: ", (Text("Objet"),), capitals=True),
    Paragraph("p", (Text("Le protocole dure "), Text("trois ans", value=ValueMark("d")),
                    Text(". Il est reconduit dans les formes de l’"),
                    Reference("o", "article 1er"), Text(". M. Petit le "),
                    Text("suit", emphasis=True), Text("."))),
    Heading("x", 2, "Axe 2", "\u00a0: ", (Text("Actions"),)),
    item("accueillir"),
    item("informer", level=2),
    item("orienter. Puis suivre", level=2),
    item("évaluer"),
    continuation("Le bilan est annuel."),
    item("premier", ordinal=1),
    item("deuxième", ordinal=2),
    Table("g", ("left", "right"), Row("h", (cell("Qui"), cell("Montant"))),
          (Row("r", (cell("La Caf"), cell("200\u202f000\u00a0€"))),)),
    Paragraph("f", (Text("Fait à Longvic, le "), Blank("signature.date")), "signature-lead"),
    SignatureGrid("s", ((Signatory("1", "c", (Text("La Maire"),), (Text("Anne Petit"),)),
                         Signatory("2", "d", (Text("Le Président"),))),
                        (Signatory("3", "e", (Text("La Présidente"),)),))),
)  # fmt: skip

EXPECTED = f"""\
# Protocole territorial

entre le Département\\
et la Commune

Vu le code, notamment son article L.\u00a01111-9\u00a0;

Mairie\\
21600 Longvic

## Article 1er\u00a0: Objet

Le protocole dure trois ans.
Il est reconduit dans les formes de l’article 1er.
M. Petit le _suit_.

### Axe 2\u00a0: Actions

- accueillir
  - informer
  - orienter. Puis suivre
- évaluer

  Le bilan est annuel.

1. premier
2. deuxième

| Qui | Montant |
| --- | ---: |
| La Caf | 200\u202f000\u00a0€ |

Fait à Longvic, le **{BLANK}**

|  |  |
| --- | --- |
| La Maire<br>Anne Petit | Le Président |
| La Présidente |  |
"""


def test_a_whole_draft() -> None:
    assert twin(*WHOLE) == EXPECTED.replace("orienter. Puis", "orienter.\n    Puis")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- un", "\\- un"),
        ("1. un", "1\\. un"),
        ("12) un", "12\\) un"),
        ("# un", "\\# un"),
        ("> un", "\\> un"),
        ("+ un", "\\+ un"),
        ("* un", "\\* un"),
        ("| un |", "\\| un |"),
        ("===", "\\==="),
        ("---", "\\---"),
        ("~~~", "\\~\\~\\~"),
        ("```", "\\`\\`\\`"),
        ("    un", "&#32;   un"),
        ("un ", "un&#32;"),
        ("Un. - Deux", "Un.\n\\- Deux"),
        ("Un fait. 1. Deux", "Un fait.\n1\\. Deux"),
        ("Un\n# deux", "Un\\\n\\# deux"),
        ("<br> & &amp; [a](b)", "\\<br> & \\&amp; \\[a\\](b)"),
        ("jean_petit@longvic.fr", "jean_petit@longvic.fr"),
        ("_a_ et *b*", "\\_a\\_ et \\*b\\*"),
        ("L'association R&D, n° 1 - 2 + 3 = 6 # 7 > 5", None),
        ("200\u202f000\u00a0€, à 8:30, 12.5 %, -5 °C, #12", None),
        ("[à compléter]", "\\[à compléter\\]"),
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_text_is_escaped_where_it_must_be_and_nowhere_else(text: str, expected: str | None) -> None:
    assert twin(paragraph(text)) == f"{text if expected is None else expected}\n"


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ((Text("a "), Text("b", strong=True), Text(" c")), "a **b** c"),
        ((Text("a"), Text(" b ", strong=True), Text("c")), "a **b** c"),
        ((Text("mot"), Text("clé", emphasis=True)), "mo&#116;_clé_"),
        ((Text("mot"), Text("« a »", strong=True)), "mo&#116;**« a »**"),
        ((Text("a ", strong=True), Text("b", True, True), Text(" c", strong=True)), "**a _b_ c**"),
        ((Text("a", strong=True), Text("b", emphasis=True)), "**a**_b_"),
        ((Text("le "), Blank("x", hint="jour")), f"le **{BLANK[:-1]}\u00a0: jour]**"),
        ((Blank("x"), Text(": suite")), f"**{BLANK}**\\: suite"),
        ((Blank("x"), Text("(suite)", strong=True)), f"**{BLANK}\\(suite)**"),
    ],
)
def test_bold_italics_and_blanks(inlines: tuple[Text | Blank, ...], expected: str) -> None:
    assert twin(Paragraph("p", inlines)) == f"{expected}\n"


def test_lists_one_after_the_other_do_not_melt() -> None:
    source = twin(item("a", ordinal=1), item("b", ordinal=2), item("c", ordinal=1), item("d"))
    assert source == "1. a\n2. b\n\n1) c\n\n- d\n"


def test_a_list_that_starts_late_keeps_its_number_under_its_item() -> None:
    assert twin(item("a"), item("b", 2, ordinal=3)) == "- a\n\n  3. b\n"


def test_a_level_that_is_skipped_nests_once() -> None:
    assert twin(item("a"), item("b", 3), item("c", 2)) == "- a\n  - b\n  - c\n"


def test_what_continues_an_item_stands_under_its_text() -> None:
    source = twin(item("a", ordinal=10), item("b", 2), continuation("suite de b", 2),
                  continuation("suite de a"), item("c", ordinal=11))  # fmt: skip
    assert source == ("10. a\n    - b\n\n      suite de b\n\n    suite de a\n\n11. c\n")


def test_cells_hold_lines() -> None:
    blocks = (paragraph("un | deux"), item("trois"), item("quatre", ordinal=2))
    table = Table("g", ("center",), Row("h", (cell(""),)), (Row("r", (Cell(blocks),)),))
    assert twin(table) == "|  |\n| :---: |\n| un \\| deux<br>– trois<br>2. quatre |\n"


def test_a_row_that_is_short_loses_nothing() -> None:
    table = Table("g", ("left",), Row("h", ()), (Row("r", (cell("a"), cell("b"))),))
    assert twin(table) == "|  |  |\n| --- | --- |\n| a | b |\n"


def test_a_heading_keeps_its_line_and_its_hashes() -> None:
    heading = Heading("h", 1, "", "", (Text("Un"), LineBreak(), Text("deux ##")))
    assert twin(heading) == "## Un<br>deux \\##\n"


def test_headings_go_no_deeper_than_commonmark() -> None:
    assert twin(Heading("h", 9, "", "", (Text("a"),))) == "###### a\n"


def test_a_change_of_words_changes_their_line_and_no_other() -> None:
    before = "Le protocole dure trois ans. Il est reconduit. Le comité le suit."
    after = before.replace("trois ans", "quatre ans et six mois, sauf dénonciation")
    old, new = (twin(paragraph(text)).splitlines() for text in (before, after))
    changed = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
    assert [line[0] for line in changed] == ["-", "+"]


@settings(max_examples=200)
@given(drafts)
def test_lines_are_clean(draft: Draft) -> None:
    source = write_markdown(draft)
    assert source.endswith("\n")
    assert not source.endswith("\n\n")
    for line in source.split("\n"):
        assert line == line.rstrip(), "a line ends with a space"


def test_a_draft_without_words_is_an_empty_line() -> None:
    assert twin() == "\n"
