"""Acts of every outline are cut into the places that a grid names: `places_of_acts`."""

from places_of_acts import annexes, articles, places

from conventassembler.draft.model import (
    Block,
    Cell,
    Draft,
    Footnote,
    Heading,
    HeadingRank,
    Inlines,
    NewPage,
    Paragraph,
    Role,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
)


def words(text: str) -> Inlines:
    return (Text(text),)


def act(*blocks: Block) -> Draft:
    return Draft("essai", "Essai", "Essai", (Title("acte/titre", (words("Essai"),)), *blocks))


def head(
    level: int,
    label: str,
    text: str,
    rank: HeadingRank = "clause",
    *,
    id_: str = "",
    run_in: str = "",
) -> Heading:
    separator = " – " if label else ""
    return Heading(id_ or text, level, label, separator, words(text), rank=rank, run_in=run_in)


def says(text: str, role: Role = "body") -> Paragraph:
    return Paragraph(text, words(text), role)


def test_recitals_stand_before_the_parties_or_behind_them() -> None:
    before = act(says("Vu la loi.", "recital"), says("Entre :", "party-lead"), says("Un.", "party"))
    behind = act(says("Entre :", "party-lead"), says("Un.", "party"), says("Vu la loi.", "recital"))

    assert places(before)["visas"] == places(behind)["visas"] == "Vu la loi."
    assert places(before)["parties"] == places(behind)["parties"] == "Entre : Un."


def test_a_preamble_begins_with_its_title_or_its_text() -> None:
    titled = act(
        says("Un.", "party"),
        says("Il est convenu :", "formula"),
        head(1, "", "Préambule", "part", id_="acte/preambule"),
        says("Le but."),
        head(1, "", "Objectif", "part"),
        says("Le terme."),
        head(1, "Article 1", "Objet"),
    )
    untitled = act(says("Un.", "party"), says("Le but."), says("Il est convenu :", "formula"))

    assert places(titled)["préambule"] == "Préambule Le but. Objectif Le terme."
    assert places(titled)["objectif"] == "Objectif Le terme."
    assert places(titled)["parties"] == "Un. Il est convenu :"
    assert places(untitled)["préambule"] == "Le but. Il est convenu :"


def test_a_sub_article_stands_in_its_article() -> None:
    draft = act(
        head(1, "ARTICLE 1", "Objet"),
        says("Un."),
        head(2, "1.1.", "Missions"),
        says("Deux."),
        head(3, "1.1.1.", "Détail"),
        says("Trois."),
        head(2, "Axe 1", "Thème"),
        says("Quatre."),
        head(1, "ARTICLE 1 bis", "Suite"),
    )

    assert places(draft)["1.1.1"] == "1.1.1. – Détail Trois."
    assert places(draft)["1.1"] == "1.1. – Missions Deux. 1.1.1. – Détail Trois."
    assert places(draft)["1"].endswith("Axe 1 – Thème Quatre.")
    assert articles(draft) == {"1": "Objet", "1 bis": "Suite"}


def test_articles_may_stand_below_titles() -> None:
    draft = act(
        head(1, "TITRE I", "Objet"),
        head(2, "Article 1er", "But", run_in=". – "),
        says("Un."),
        head(1, "TITRE II", "Fin"),
        head(2, "Article 2", "Durée"),
        says("Deux."),
    )

    assert articles(draft) == {"1er": "But", "2": "Durée"}
    assert places(draft)["1er"] == "Article 1er – But. – Un."
    assert places(draft)["2"] == "Article 2 – Durée Deux."


def test_an_annex_is_a_place_and_so_is_their_list() -> None:
    row = Row("ligne", (Cell((says("Loyer"),)), Cell((says("12 €"),))))
    draft = act(
        head(1, "Article 1", "Objet"),
        says("Un."),
        says("Fait à Sceaux", "signature-lead"),
        head(1, "", "Liste des annexes", "part", id_="acte/annexes"),
        says("Annexe 2 bis"),
        NewPage("page"),
        head(1, "ANNEXE 2 bis", "Fiches", "annex"),
        head(2, "", "Fiche 1"),
        Table("table", ("left", "right"), None, (row,)),
    )

    assert annexes(draft) == {"2 bis": "Fiches"}
    assert places(draft)["annexe 2 bis"] == "ANNEXE 2 bis – Fiches Fiche 1 Loyer 12 €"
    assert places(draft)["liste des annexes"] == "Liste des annexes Annexe 2 bis"
    assert places(draft)["signature"] == "Fait à Sceaux"
    assert places(draft)["1"] == "Article 1 – Objet Un."


def test_a_note_stands_where_it_is_called_and_among_the_notes() -> None:
    note = Footnote("note", words("Voir la loi."))
    called = Paragraph("un", (Text("Un"), note, Text(".")))
    draft = act(head(1, "Article 1", "Objet"), called)

    assert places(draft)["1"] == "Article 1 – Objet Un. Voir la loi."
    assert places(draft)["notes"] == "Voir la loi."


def test_each_party_has_its_place_to_sign() -> None:
    draft = act(
        SignatureGrid(
            "acte/signature",
            (
                (
                    Signatory("a", "ville", words("La Maire"), lead=words("Fait le")),
                    Signatory("b", "caf", words("La Directrice"), words("Ada")),
                ),
            ),
        )
    )

    assert places(draft)["signature ville"] == "Fait le La Maire"
    assert places(draft)["signature caf"] == "La Directrice Ada"
