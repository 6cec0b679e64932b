"""The one projection of a draft: which lines, in which order."""

from hypothesis import given, settings
from strategies import drafts

from conventassembler.draft.model import (
    Blank,
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
