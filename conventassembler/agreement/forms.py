"""The fields of an agreement file: what may be written where, with which type.

Loading and the JSON Schema both come from here. Help texts are French: editors show them.
"""

from dataclasses import replace

from conventassembler.schema import (
    FORMAT,
    ChoiceType,
    DatesType,
    DateType,
    IntegerType,
    LaterType,
    ListType,
    MapType,
    OfficeType,
    PartyType,
    RawType,
    RecordType,
    RichTextType,
    SettledType,
    TextType,
    UnionType,
    declare,
)
from conventassembler.schema.nodes import under
from conventassembler.source import Node, Scalar, identifier

TEXT = TextType()
SETTLED = SettledType(TEXT)
PARTY_ID = SettledType(PartyType())
GENDER = ChoiceType(("masculin", "féminin"))

REPRESENTATIVE = RecordType(
    (
        declare("office", OfficeType(), "Fonction : maire, présidente...", required=True),
        declare("gender", GENDER, "Genre de la personne : masculin ou féminin."),
        declare("civility", SETTLED, "Civilité : Mme, M."),
        declare("name", TEXT, "Prénom et NOM ; sans nom, l'acte dit « en exercice »."),
        declare("of", SETTLED, "Organe dont relève la fonction, s'il n'est pas l'organe habituel."),
    )
)
AUTHORITY = RecordType(
    (
        declare("act", SETTLED, "Acte : délibération, arrêté, décision.", required=True),
        declare("organ", TEXT, "Organe qui a décidé, s'il n'est pas celui de la nature."),
        declare("number", TEXT, "Numéro de l'acte."),
        declare("dates", DatesType(), "Jour de l'acte, ou jours de la session : 2025-12-16."),
        declare("executory", DateType(), "Jour depuis lequel l'acte est exécutoire."),
    )
)
_PARTY_FIELDS = (
    declare("kind", SETTLED, "Nature : commune, département...", required=True),
    declare("name", TEXT, "Nom propre, sans la nature : Longvic.", required=True),
    declare("short_name", TEXT, "Nom court avec son article : la Commune."),
    declare("acronym", SETTLED, "Sigle : CCAS."),
    declare("gender", SettledType(GENDER), "Genre du nom, pour une nature qui n'en a pas."),
    declare("address", ListType(TEXT, single=True), "Adresse, une ligne par élément."),
    declare("representative", REPRESENTATIVE, "Qui signe pour la partie."),
    declare("authority", AUTHORITY, "Acte qui habilite à signer."),
    declare("attached_to", PARTY_ID, "Partie à laquelle celle-ci est rattachée."),
)
PARTY = RecordType(_PARTY_FIELDS, blank=False)
"""A party, whole."""

ATTACHED_PARTY = RecordType(
    tuple(replace(field, required=field.name == "kind") for field in _PARTY_FIELDS), blank=False
)
"""A party attached to another, whose name it bears when it is given none."""

PARTY_FILE = RecordType((FORMAT, *_PARTY_FIELDS), blank=False).relaxed()
"""A record of the party registry: an agreement may complete it, so nothing is required in it."""

PARTY_ENTRY = RecordType(
    (declare("record", SETTLED, "Fiche du registre des parties."), *PARTY.relaxed().fields),
    title="party",
    blank=False,
    sets=(("record",), ("kind", "name"), ("kind", "attached_to")),
)
"""A party as an agreement writes it: all of it, or a record of the registry and what differs."""

RECITAL = UnionType(
    {
        "code": RecordType(
            (
                declare("code", SETTLED, "Code cité : CGCT.", required=True),
                declare("articles", ListType(TEXT, single=True), "Articles : L. 1111-9."),
            )
        ),
        "law": RecordType(
            (
                declare("law", TEXT, "Numéro de la loi : 82-213.", required=True),
                declare("date", DateType(), "Date de la loi.", required=True),
                declare("title", TEXT, "« relative à... »", required=True, row="law.title"),
            )
        ),
        "authority_of": RecordType(
            (declare("authority_of", PARTY_ID, "Partie dont l'habilitation est visée."),)
        ),
        "text": RecordType((declare("text", TEXT, "Visa en toutes lettres."),)),
    }
)


PREAMBLE = "preambule"
"""Family of the variants that stand in a preamble."""


def _entry() -> RecordType:
    return ENTRY


def entry_name(node: Node) -> str:
    """Return what names an entry in key paths, `clauses[duree]`, or nothing: its rank then does.

    It is its `repère`, else the family of its clause, so that paths stay the same when an entry
    is added above; in a preamble, where a family has many uses, the variant too.
    """
    anchor, clause = (_scalar(node, name) for name in ("anchor", "clause"))
    family, _, variant = clause.partition("/")
    if identifier(family) == PREAMBLE:
        family = variant
    return identifier(anchor) or identifier(family)


def _scalar(node: Node, name: str) -> str:
    if isinstance(node, Scalar):  # a clause alone
        return node.text if name == "clause" else ""
    value = under(node, name)
    return value.text if isinstance(value, Scalar) else ""


ENTRIES = SettledType(ListType(LaterType(_entry), naming=entry_name))
ENTRY: RecordType = RecordType(
    (
        declare("clause", SETTLED, "Clause de la bibliothèque : famille/variante."),
        declare("title", TEXT, "Intitulé ; à défaut, celui de la clause."),
        declare("anchor", SETTLED, "Repère, par lequel les autres clauses s'y réfèrent."),
        declare("number", SETTLED, "Numéro fixé à la main : 5 bis."),
        declare("heading", SETTLED, "Sorte d'intitulé du modèle : axe, thème."),
        declare("values", MapType(RawType()), "Valeurs des paramètres de la clause."),
        declare("text", RichTextType(), "Texte propre à l'acte, en Markdown."),
        declare("entries", ENTRIES, "Clauses de niveau inférieur."),
    ),
    title="entry",
    blank=False,
    shorthand="clause",
    sets=(("clause",), ("title", "text"), ("title", "entries"), ("text",)),
)
"""An entry of the clauses or of the preamble."""

SIGNATURE = RecordType(
    (
        declare("place", TEXT, "Lieu de signature."),
        declare("date", DateType(), "Date de signature."),
        declare("originals", IntegerType(1), "Nombre d'originaux."),
        declare(
            "rows",
            SettledType(ListType(SettledType(ListType(PARTY_ID, min=1)))),
            "Places, une ligne par rangée.",
        ),
    )
)

AGREEMENT = RecordType(
    (
        FORMAT,
        declare("model", SETTLED, "Modèle : fichier de « clauses/models ».", required=True),
        declare("banner", TEXT, "Bandeau au-dessus du titre : Annexe 1."),
        declare("title", TEXT, "Titre de l'acte.", required=True),
        declare("title_order", SettledType(ListType(PARTY_ID)), "Ordre des parties dans le titre."),
        declare("parties", MapType(RawType(PARTY_ENTRY)), "Parties à l'acte.", required=True),
        declare("together", TEXT, "Nom des parties ensemble, avec son article : les Parties."),
        declare("recitals", SettledType(ListType(RECITAL)), "Visas."),
        declare("preamble", ENTRIES, "Clauses du préambule."),
        declare("clauses", ENTRIES, "Articles de l'acte.", required=True),
        declare("signature", SIGNATURE, "Lieu, date et places pour signer."),
    ),
    blank=False,
)
DEFINITIONS = (PARTY_ENTRY, ENTRY)
"""The records that the JSON Schema describes once."""
