"""What the twin makes of notes, records, run-in headings, numberings, new pages and contents."""

import pytest

from conventassembler.draft.enumeration import numeral
from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Draft,
    Enumeration,
    Field,
    Footnote,
    Heading,
    Inline,
    ListItem,
    NewPage,
    Paragraph,
    Provenance,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
)
from conventassembler.writers.markdown import write_markdown


def twin(*blocks: Block) -> str:
    return write_markdown(Draft("essai", "", "", blocks))


def paragraph(*parts: str | Inline) -> Paragraph:
    return Paragraph("p", tuple(Text(one) if isinstance(one, str) else one for one in parts))


def note(text: str) -> Footnote:
    return Footnote("n", (Text(text),) if text else ())


def item(text: str, ordinal: int, enumeration: Enumeration, level: int = 1) -> ListItem:
    return ListItem("i", (Text(text),), level, "ordered", ordinal, Provenance(), enumeration)


def cell(*blocks: str | Block, span: int = 1) -> Cell:
    made = (Paragraph("c", (Text(one),), "cell") if isinstance(one, str) else one for one in blocks)
    return Cell(tuple(made), span)


def test_notes_are_numbered_through_the_act_and_stand_below_their_paragraph() -> None:
    source = twin(
        paragraph("Un", note("Première."), " mot", note("Deuxième. Suite."), "."),
        paragraph("Deux", note("Troisième."), "."),
    )
    assert source == (
        "Un[^1] mot[^2].\n\n"
        "[^1]: Première.\n\n"
        "[^2]: Deuxième.\n    Suite.\n\n"
        "Deux[^3].\n\n"
        "[^3]: Troisième.\n"
    )


def test_a_sentence_ends_behind_the_call_of_its_note() -> None:
    assert twin(paragraph("Un fait.", note("Oui."), " Deux.")) == (
        "Un fait.[^1]\nDeux.\n\n[^1]: Oui.\n"
    )


def test_the_notes_of_a_list_or_a_table_stand_below_the_whole() -> None:
    table = Table("t", ("left",), None, (Row("r", (cell(paragraph("a", note("x"))),)),))
    items = (ListItem("i", (Text("a"), note("y"))), ListItem("j", (Text("b"),)))
    assert twin(table, *items) == "|  |\n| --- |\n| a[^1] |\n\n[^1]: x\n\n- a[^2]\n- b\n\n[^2]: y\n"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("mot", note("n"), ": suite"), "mot[^1]\\: suite"),
        (("mot", note("n"), "(suite)"), "mot[^1]\\(suite)"),
        ((note("n"), "mot"), "[^1]mot"),
        ((Text("mot", strong=True), note("n"), Text(" clé", strong=True)), "**mot[^1] clé**"),
        ((Blank("x"), note("n"), "."), f"**{Blank('').text}**[^1]."),
        (("a [^1] b", note("n")), "a \\[^1\\] b[^1]"),
    ],
)
def test_a_call_stays_a_call(parts: tuple[str | Inline, ...], expected: str) -> None:
    assert twin(paragraph(*parts)) == f"{expected}\n\n[^1]: n\n"


def test_a_note_without_words_is_none() -> None:
    assert twin(paragraph("mot", note(""), ".")) == "mot.\n"


def test_a_run_in_heading_leads_its_paragraph_in_bold() -> None:
    heading = Heading("h", 6, "2.1", ". ", (Text("Le comité. Sa vie"),), run_in=". – ")
    source = twin(heading, paragraph("Il se réunit. Il vote."))
    assert source == "**2.1. Le comité. Sa vie**. – Il se réunit.\nIl vote.\n"


def test_a_term_and_its_definition_are_one_line() -> None:
    heading = Heading("h", 6, "", "", (Text("Opérateur"),), run_in="\u00a0: ")
    assert twin(heading, paragraph("la société.")) == "**Opérateur**\u00a0: la société.\n"


def test_items_that_commonmark_cannot_number_begin_with_their_number() -> None:
    source = twin(
        item("un ;", 1, "1°"), item("premier. Suite", 1, "a)", 2), item("second", 2, "a)", 2),
        item("deux.", 2, "1°"), Paragraph("p", (Text("Puis."),), "continuation"),
    )  # fmt: skip
    assert source == (
        "- 1° un ;\n  - a) premier.\n    Suite\n  - b) second\n- 2° deux.\n\n  Puis.\n"
    )


def test_points_and_parentheses_are_those_of_commonmark() -> None:
    assert twin(item("a", 1, "1)"), item("b", 2, "1)")) == "1) a\n2) b\n"
    assert twin(item("a", 1, "1."), item("b", 1, "1)")) == "1. a\n\n1) b\n"
    assert twin(item("a", 1, "1)"), item("b", 1, "1)")) == "1) a\n\n1. b\n"


@pytest.mark.parametrize(
    ("ordinal", "enumeration", "expected"),
    [
        (4, "I.", "IV"), (19, "I.", "XIX"), (2, "A.", "B"), (26, "a)", "z"), (28, "a)", "bb"),
        (3, "1°", "3"),
    ],
)  # fmt: skip
def test_numerals(ordinal: int, enumeration: Enumeration, expected: str) -> None:
    assert numeral(ordinal, enumeration) == expected


def test_a_record_is_running_text() -> None:
    band = Row("b", (cell(Paragraph("b", (Text("Fiche 1 – Étude"),), "band"), span=2),))
    rows = (
        Row("1", (cell("Contexte"), cell("Un fait. Deux.", "Trois."))),
        Row("2", (cell("Phases"), cell("Deux :", item("a", 1, "A."), item("b", 2, "A.")))),
        Row("3", (cell("Coût"), cell(paragraph("10", note("Hors taxes."))))),
    )
    record = Table("t", ("left", "left"), band, rows, Provenance(), "record")
    assert twin(record, paragraph("Suite.")) == (
        "**Fiche 1 – Étude**\n\n"
        "**Contexte**\n\nUn fait.\nDeux.\n\nTrois.\n\n"
        "**Phases**\n\nDeux :\n\n- A. a\n- B. b\n\n"
        "**Coût**\n\n10[^1]\n\n[^1]: Hors taxes.\n\n"
        "Suite.\n"
    )


def test_a_cell_over_several_columns_has_empty_ones_behind_it() -> None:
    row = Row("r", (cell("Total", span=2), cell("3")), "total")
    header = Row("h", (cell("Qui"), cell("Quoi"), cell("Combien")))
    table = Table("t", ("left", "left", "right"), header, (row,))
    assert twin(table) == ("| Qui | Quoi | Combien |\n| --- | --- | ---: |\n| Total |  | 3 |\n")


def test_a_new_page_is_a_line_across() -> None:
    assert twin(paragraph("Un."), NewPage("n"), paragraph("Deux.")) == "Un.\n\n---\n\nDeux.\n"


def test_the_contents_are_a_nested_list() -> None:
    def entry(level: int, text: str) -> ContentsEntry:
        return ContentsEntry("x", level, (Text(text),))

    entries = (entry(1, "Article 1 – Objet"), entry(2, "1.1 Détail"), entry(1, "2. Fin"))
    source = twin(Contents("c", entries))
    assert source == "- Article 1 – Objet\n  - 1.1 Détail\n- 2\\. Fin\n"


def test_the_count_of_pages_is_what_stands_there_now() -> None:
    assert twin(paragraph("Il a ", Field(), " pages.")) == "Il a \\[nombre de pages\\] pages.\n"
    assert twin(paragraph("Il a ", Field(cached="3"), " pages.")) == "Il a 3 pages.\n"


def test_where_each_signs_comes_first() -> None:
    place = Signatory("s", "c", (Text("La Maire"),), (Text("A. B."),), (Text("Fait à Dijon"),))
    assert twin(SignatureGrid("g", ((place,),))) == (
        "|  |\n| --- |\n| Fait à Dijon<br>La Maire<br>A. B. |\n"
    )
