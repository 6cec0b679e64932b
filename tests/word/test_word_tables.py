"""Records, totals, cells over several columns, widths, and where pages may split a table."""

from realistic_draft import LONG, paragraph, row, words
from word_parts import document, has, outline, value

from conventassembler.draft.model import (
    Block,
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Provenance,
    Row,
    RowRole,
    Table,
)
from conventassembler.writers.word.xml import Element, tag


def cell(*texts: str, span: int = 1) -> Cell:
    return Cell(tuple(paragraph("c", text, "cell") for text in texts), span)


BAND = Row("b", (Cell((paragraph("b", "Fiche 1", "band"),), 2),))


def record(*rows: Row, widths: tuple[int, ...] = (), header: Row | None = BAND) -> Table:
    return Table("t", ("left", "left"), header, rows, Provenance(), "record", widths)


def total(role: RowRole, *cells: Cell) -> Row:
    return Row("t", cells, role)


def rows_of(root: Element) -> list[Element]:
    return list(root.iter(tag("tr")))


def widths(root: Element) -> list[int]:
    return [int(column.get(tag("w"), "0")) for column in root.iter(tag("gridCol"))]


def fills(element: Element) -> list[str]:
    return [one.get(tag("fill"), "") for one in element.iter(tag("shd"))]


def test_a_record_has_a_band_that_repeats_across_both_columns() -> None:
    root = document(record(Row("r", (cell("Contexte"), cell(LONG, LONG)))))

    band, other = rows_of(root)
    assert has(band, "tblHeader")
    assert [value(span) for span in band.iter(tag("gridSpan"))] == ["2"]
    assert not has(other, "tblHeader")
    assert [style for style, _ in outline(root)] == [
        "TitreFiche",
        "IntituleFiche",
        *["TexteFiche"] * 2,
    ]
    assert value(next(root.iter(tag("tblStyle")))) == "Fiche"


def test_a_band_of_one_cell_takes_the_whole_width() -> None:
    narrow = Row("b", (Cell((paragraph("b", "Fiche 1", "band"),)),))
    root = document(record(row("r", "a", "b"), header=narrow))

    assert [value(span) for span in rows_of(root)[0].iter(tag("gridSpan"))] == ["2"]


def test_the_ground_of_a_style_is_that_of_its_cells() -> None:
    root = document(record(row("r", "Terme", "Texte")))

    band, other = rows_of(root)
    assert len(fills(band)) == 1
    assert len(fills(other)) == 1, "the term alone"
    assert fills(band) != fills(other)


def test_a_record_without_a_band_is_one() -> None:
    root = document(record(row("r", "Terme", "Texte"), header=None))

    assert not has(root, "tblHeader")
    assert next(root.iter(tag("tblLook"))).get(tag("firstRow")) == "0"


def test_the_columns_are_as_wide_as_asked() -> None:
    first, second = widths(document(record(row("r", "a", "b"), widths=(30, 70))))
    assert (first, second) == (9072 * 30 // 100, 9072 * 70 // 100)

    usual = widths(document(record(row("r", "a", "b"))))
    assert usual == [9072 // 4, 9072 * 3 // 4]


def test_widths_that_are_not_those_of_the_columns_are_left() -> None:
    header = row("h", "a", "b")
    asked, free = (Table("t", ("left",), header, (), widths=w) for w in ((30, 30, 40), ()))

    assert widths(document(asked)) == widths(document(free))


def test_a_short_row_stays_whole_and_a_long_one_may_split() -> None:
    short = Row("r", (cell("Objectifs"), cell("un", "deux")))
    long = Row("s", (cell("Contexte"), cell(*[LONG] * 8)))
    _, first, second = rows_of(document(record(short, long)))

    assert has(first, "cantSplit")
    assert not has(second, "cantSplit")


def test_totals_are_bold_on_a_ground_and_their_numbers_on_the_right() -> None:
    table = Table(
        "t",
        ("left", "left", "right"),
        row("h", "Action", "Qui", "Montant"),
        (
            row("r", "Étude", "Commune", "10"),
            total("subtotal", cell("Sous-total", span=2), cell("10")),
            total("total", cell("Total", span=2), cell("10")),
        ),
    )
    root = document(table)

    _, plain, subtotal, whole = rows_of(root)
    assert [value(style) for style in subtotal.iter(tag("pStyle"))] == ["CelluleSousTotal"] * 2
    assert [value(style) for style in whole.iter(tag("pStyle"))] == ["CelluleTotal"] * 2
    assert [value(jc) for jc in whole.iter(tag("jc"))] == ["right"]
    assert [value(span) for span in whole.iter(tag("gridSpan"))] == ["2"]
    assert len(fills(whole)) == len(fills(subtotal)) == 2
    assert not fills(plain)
    assert all(has(one, "keepNext") for one in plain.iter(tag("p"))), "it adds up this one"
    assert not has(whole, "keepNext")


def test_a_row_that_only_names_those_below_it_holds_on_to_them() -> None:
    rows = (total("subtotal", cell("Axe 1"), Cell(())), row("r", "Étude", "10"))
    _, name, other = rows_of(document(Table("t", ("left",), row("h", "a", "b"), rows)))

    assert has(name, "keepNext")
    assert not has(other, "keepNext")


def test_text_in_a_cell_has_the_style_of_cells() -> None:
    blocks: tuple[Block, ...] = (
        Paragraph("p", words("texte")),
        Heading("h", 6, "", "", words("Terme"), run_in=" : "),
        Paragraph("q", words("sa définition")),
        ListItem("i", words("point")),
    )
    table = Table("t", ("left",), None, (Row("r", (Cell(blocks),)),))

    assert outline(document(table)) == [
        ("Cellule", "texte"),
        ("Cellule", "Terme : sa définition"),
        ("PuceCellule1", "point"),
    ]
