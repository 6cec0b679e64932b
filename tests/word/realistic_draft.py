"""A draft such as the tool composes: a protocol between three bodies, with every kind of block."""

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Draft,
    Heading,
    Inlines,
    LineBreak,
    ListItem,
    Paragraph,
    Reference,
    Role,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
    ValueMark,
)

NBSP = "\N{NO-BREAK SPACE}"
SEPARATOR = f"{NBSP}: "


def words(text: str) -> Inlines:
    return (Text(text),)


def paragraph(key: str, text: str, role: Role = "body") -> Paragraph:
    return Paragraph(key, words(text), role)


def row(key: str, *cells: str) -> Row:
    return Row(
        key,
        tuple(Cell((paragraph(f"{key}/{n}", text, "cell"),)) for n, text in enumerate(cells)),
    )


def article(number: int, key: str, text: str) -> Heading:
    return Heading(key, 1, f"Article {number}", SEPARATOR, words(text), capitals=True)


def party(key: str, name: str, *address: str) -> Paragraph:
    lines: list[Text | LineBreak | Blank] = [Text(name, strong=True)]
    for line in address:
        lines += [LineBreak(), Text(line, value=ValueMark(f"parties.{key}.address"))]
    tail = Text(f"autorisé à signer par la délibération du{NBSP}")
    lines += [LineBreak(), tail, Blank(f"parties.{key}.authority.date", "date", "date du vote")]
    return Paragraph(f"parties/{key}", (*lines, Text(f"{NBSP};")), "party")


VISAS = (
    "Vu le code général des collectivités territoriales, notamment ses articles"
    f" L.{NBSP}1111-1, L.{NBSP}1111-3 et L.{NBSP}1111-9{NBSP};",
    "Vu le code de l’action sociale et des familles, notamment ses articles"
    f" L.{NBSP}116-1, L.{NBSP}121-1 et L.{NBSP}123-5{NBSP};",
    "Vu la délibération du conseil départemental de la Côte-d’Or des 15 et 16 décembre 2025"
    f" autorisant son président à signer le présent protocole{NBSP};",
    "Vu la délibération du conseil municipal de Longvic autorisant la maire à signer"
    f" le présent protocole{NBSP};",
    "Vu la délibération du conseil d’administration du centre communal d’action sociale"
    f" autorisant sa présidente à signer le présent protocole{NBSP};",
)

FRONT: tuple[Block, ...] = (
    paragraph("bandeau", "Annexe 1", "banner"),
    Title(
        "titre",
        (
            words("Protocole territorial de partenariat"),
            words("entre la commune de Longvic, son centre communal d’action sociale"),
            words("et le Département de la Côte-d’Or"),
        ),
    ),
    *(paragraph(f"visas/{n}", text, "recital") for n, text in enumerate(VISAS)),
    paragraph("entre/1", f"ENTRE{NBSP}:", "party-lead"),
    party("departement", "Le Département de la Côte-d’Or", "53 bis rue de la Préfecture", "DIJON"),
    paragraph("entre/2", f"ET{NBSP}:", "party-lead"),
    party("commune", "La Commune de Longvic", "Allée de la Mairie", "21604 LONGVIC CEDEX"),
    paragraph("entre/3", f"ET{NBSP}:", "party-lead"),
    party("ccas", "Le centre communal d’action sociale de Longvic", "Allée de la Mairie"),
    Heading("preambule", 1, "", "", words("Préambule"), capitals=True),
    paragraph(
        "preambule/1",
        "Le Département est chef de file pour organiser l’action commune des collectivités et de"
        " leurs établissements publics dans trois domaines, que la loi énumère et que les parties"
        f" ont entendu servir ensemble{NBSP}:",
    ),
    ListItem("preambule/2", words(f"l’action sociale et le développement social{NBSP};")),
    ListItem("preambule/3", words(f"l’autonomie des personnes{NBSP};")),
    ListItem("preambule/4", words("la solidarité des territoires.")),
    paragraph("formule", f"Il est convenu ce qui suit{NBSP}:", "formula"),
)

LONG = (
    "Les parties mettent en commun la connaissance qu’elles ont du territoire, de ses habitants"
    " et de leurs besoins, afin que chacune puisse adapter les services qu’elle rend, prévenir"
    " les ruptures et suivre, avec les personnes concernées, l’effet des décisions prises."
)

ARTICLES: tuple[Block, ...] = (
    article(1, "objet", "Objet du protocole"),
    paragraph("objet/1", LONG),
    paragraph("objet/2", LONG),
    article(2, "competences", "Répartition des compétences relatives à l’accompagnement social"),
    Paragraph(
        "competences/1",
        (
            Text("Depuis le "),
            Text(f"1er{NBSP}juin 2025", value=ValueMark("clauses[competences].with.date", "date")),
            Text(", le centre communal d’action sociale accompagne les personnes de "),
            Text("plus de 64 ans", strong=True),
            Text(", sans enfant à charge. La durée figure à l’"),
            Reference("duree", f"article{NBSP}4"),
            Text("."),
        ),
    ),
    article(3, "cooperation", "Actions de coopération"),
    Heading("axe1", 2, "Axe 1", SEPARATOR, words("Conforter la circulation de l’information")),
    paragraph("axe1/1", LONG),
    ListItem("axe1/2", words(f"partager les données de chacun{NBSP}:"), 1, "ordered", 1),
    ListItem("axe1/3", words(f"les statistiques du Département{NBSP};"), 2, "ordered", 1),
    ListItem("axe1/4", words(f"les rapports d’activité{NBSP};"), 2, "ordered", 2),
    ListItem("axe1/5", words("faire connaître les dispositifs."), 1, "ordered", 2),
    Paragraph("axe1/6", words("Deux formes sont retenues par an."), "continuation", 1),
    Heading("theme1", 3, "Thème 1", SEPARATOR, words("Accès aux droits")),
    ListItem("theme1/1", words("la médiathèque municipale, dont les agents sont formés ;")),
    ListItem("theme1/2", words("la Maison de l’emploi, et notamment :")),
    ListItem("theme1/3", words("l’accueil des demandeurs ;"), 2),
    ListItem("theme1/4", words("les ateliers numériques ;"), 3),
    Heading("theme2", 4, "", "", words("Calendrier")),
    paragraph("theme2/1", "Le calendrier des rencontres est le suivant."),
    Table(
        "calendrier",
        ("left", "left", "right"),
        row("calendrier/0", "Rencontre", "Objet", "Coût annuel"),
        (
            row("calendrier/1", "Coordination de territoire", LONG, f"1{NBSP}250,00{NBSP}€"),
            row("calendrier/2", "Café partenaires", "Chaque trimestre.", f"300,00{NBSP}€"),
        ),
    ),
    article(4, "duree", "Durée"),
    ListItem("duree/1", words("Une première phase de préparation ;"), 1, "ordered", 1),
    ListItem("duree/2", words("une seconde phase d’exécution."), 1, "ordered", 2),
    *(paragraph(f"duree/{n}", LONG) for n in range(3, 9)),
)

SIGNATURES: tuple[Block, ...] = (
    Paragraph(
        "fait",
        (
            Text("Fait à Longvic, le "),
            Blank("signature.date", "date"),
            Text(", en trois exemplaires originaux."),
        ),
        "signature-lead",
    ),
    SignatureGrid(
        "signatures",
        (
            (
                Signatory("s/commune", "commune", words("La Maire de Longvic")),
                Signatory(
                    "s/departement",
                    "departement",
                    words("Le Président du conseil départemental de la Côte-d’Or"),
                    words("Camille Martin"),
                ),
            ),
            (Signatory("s/ccas", "ccas", words("La Présidente du CCAS de Longvic")),),
        ),
    ),
)

DRAFT = Draft(
    "longvic",
    "Protocole territorial de partenariat entre la commune de Longvic, son CCAS et le Département",
    "Protocole territorial de partenariat",
    (*FRONT, *ARTICLES, *SIGNATURES),
)
