"""The one projection of a draft: which lines, in which order."""

from hypothesis import given, settings
from strategies import drafts

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Draft,
    Field,
    Footnote,
    Heading,
    LineBreak,
    ListItem,
    NewPage,
    Paragraph,
    Reference,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from conventassembler.draft.plain import note_units, plain_text, units


def cell(*texts: str) -> Cell:
    return Cell(tuple(Paragraph("c", (Text(text),), "cell") for text in texts))


DRAFT = Draft(
    "essai",
    "",
    "",
    (
        Title("t", ((Text("Protocole"),), (Text("entre la "), Text("Commune", strong=True)))),
        Heading("a", 1, "Article 1er", "\u00a0: ", (Text("Objet"),)),
        Paragraph("p", (Text("Voir l'"), Reference("a", "article 1er"), Text("."))),
        Paragraph("q", (Text("Mairie"), LineBreak(), Text("21600 Longvic"))),
        ListItem("i", (Text("un point daté du "), Blank("date")), ordinal=1),
        Paragraph("vide", ()),
        Table("g", ("left", "right"), Row("h", (cell("Qui"), cell("Quoi"))), (
            Row("r", (cell("La Caf"), cell("paie", "puis suit"))),
            Row("s", (cell(), cell(""))),
        )),
        SignatureGrid("s", (
            (Signatory("1", "commune", (Text("La Maire"),), (Text("Anne Petit"),)),
             Signatory("2", "caf", (Text("Le Directeur"),))),
            (Signatory("3", "ccas", (Text("La Présidente"),)),),
        )),
    ),
)  # fmt: skip


def test_each_unit_of_text_is_a_line_without_markers() -> None:
    assert plain_text(DRAFT).split("\n") == [
        "Protocole",
        "entre la Commune",
        "Article 1er\u00a0: Objet",
        "Voir l'article 1er.",
        "Mairie",
        "21600 Longvic",
        f"un point daté du {Blank('').text}",
        "Qui",
        "Quoi",
        "La Caf",
        "paie",
        "puis suit",
        "La Maire",
        "Anne Petit",
        "Le Directeur",
        "La Présidente",
    ]


def test_notes_come_last_and_their_calls_are_no_text() -> None:
    note = Footnote("n", (Text("Sa note."),))
    draft = Draft("", "", "", (
        Heading("h", 1, "1", ". ", (Text("Objet"), Footnote("m", (Text("D’abord."),)))),
        Paragraph("p", (Text("Le mot"), note, Text("."))),
        Paragraph("q", (Text("Suite."), Footnote("vide", ()))),
    ))  # fmt: skip
    assert plain_text(draft) == "1. Objet\nLe mot.\nSuite.\nD’abord.\nSa note."


def test_a_run_in_heading_and_its_paragraph_are_one_line() -> None:
    heading = Heading("h", 6, "1", ". ", (Text("Objet"),), run_in=" : ")
    blocks = (heading, Paragraph("p", (Text("le texte."),)), heading)
    assert list(units(blocks)) == ["1. Objet : le texte.", "1. Objet : "]


def test_contents_places_and_fields_are_read_and_new_pages_are_not() -> None:
    entry = ContentsEntry("a", 1, (Text("Article 1"),))
    said = (Text("La Maire"),), (Text("A. B."),), (Text("Fait à Dijon"),), (Text("Signature"),)
    place = Signatory("s", "c", *said)
    blocks: tuple[Block, ...] = (
        NewPage("n", "landscape"),
        Contents("c", (entry,)),
        Paragraph("p", (Field(), Field(cached="3"))),
        Table("t", (), None, (Row("r", (cell("a"),)),)),
        SignatureGrid("g", ((place,),)),
    )
    assert list(units(blocks)) == [
        *("Article 1", "[nombre de pages]3", "a"),
        *("Fait à Dijon", "La Maire", "A. B.", "Signature"),
    ]


def test_a_precision_shows_in_the_blank() -> None:
    draft = Draft("", "", "", (Paragraph("p", (Blank("x", hint="date du conseil"),)),))
    assert plain_text(draft) == f"{Blank('').text[:-1]}\u00a0: date du conseil]"


@settings(max_examples=100)
@given(drafts)
def test_blocks_are_read_one_after_the_other(draft: Draft) -> None:
    apart = [unit for block in draft.blocks for unit in units((block,))]
    assert "".join(units(draft.blocks)) == "".join(apart), "run-in headings join their paragraphs"
    assert plain_text(draft) == "\n".join((*units(draft.blocks), *note_units(draft.blocks)))
    assert all(apart)
