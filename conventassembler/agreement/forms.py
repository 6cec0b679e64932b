"""The fields of an agreement file: what may be written where, with which type.

Loading and the JSON Schema both come from here. Help texts are French: editors show them.
"""

from dataclasses import replace

from conventassembler.agreement.acceptances import ACCEPTANCE, ACCEPTANCES
from conventassembler.agreement.manner import PROFILE, TEMPLATE, USAGES
from conventassembler.agreement.recital_forms import RECITAL
from conventassembler.keeping import recalled
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
    SeatType,
    SettledType,
    SirenType,
    SiretType,
    TextType,
    YesNoType,
    declare,
)
from conventassembler.schema.nodes import under
from conventassembler.source import Node, Scalar, identifier

TEXT = TextType()
SETTLED = SettledType(TEXT)
PARTY_ID = SettledType(PartyType())
SEAT = SettledType(ListType(SettledType(SeatType()), min=1, single=True))
"""A place to sign: a party, or several for whom one person signs."""
GENDER = ChoiceType(("masculin", "féminin"))

YES_NO = SettledType(YesNoType())

PLURALITY = ChoiceType(("singulier", "pluriel"))
SIDE = ChoiceType(("une", "autre"))
MANNER = ChoiceType(("délégation", "suppléance", "intérim"))
COLUMNS = MapType(SETTLED)
"""Names of columns of a table, and the keys that lead to the value of each."""
ORIENTATION = ChoiceType(("portrait", "paysage"))
ELECTRONIC = "électronique"
SIGNED = ChoiceType(("manuscrite", ELECTRONIC))

AUTHORITY = RecordType(
    (
        declare("act", SETTLED, "Acte : délibération, arrêté, décision.", required=True),
        declare("organ", TEXT, "Organe qui a décidé, s'il n'est pas celui de la nature."),
        declare("number", TEXT, "Numéro de l'acte."),
        declare("dates", DatesType(), "Jour de l'acte, ou jours de la session."),
        declare(
            "executory",
            DateType(),
            "Jour depuis lequel l'acte est exécutoire ; ne se dit pas d'une association.",
        ),
    )
)
SIGNS_FOR = RecordType(
    (
        declare("office", OfficeType(), "Fonction de la personne remplacée.", required=True),
        declare("gender", GENDER, "Genre de la personne remplacée."),
        declare("manner", SettledType(MANNER), "Par délégation, suppléance...", required=True),
        declare("authority", AUTHORITY, "Acte qui donne la délégation."),
    ),
    blank=False,
)
REPRESENTATIVE = RecordType(
    (
        declare("office", OfficeType(), "Fonction : maire, présidente...", required=True),
        declare("gender", GENDER, "Genre de la personne : masculin ou féminin."),
        declare("civility", SETTLED, "Civilité : Mme, M."),
        declare("name", TEXT, "Prénom et NOM ; sans nom, l'acte dit « en exercice »."),
        declare("of", SETTLED, "Organe dont relève la fonction, s'il n'est pas l'organe habituel."),
        declare("capacities", ListType(TEXT, single=True), "Qualités en toutes lettres."),
        declare("same_as", PARTY_ID, "Partie que la même personne représente aussi."),
        declare("signs_for", SIGNS_FOR, "Personne à la place de laquelle celle-ci signe."),
    )
)
_PARTY_FIELDS = (
    declare("kind", SETTLED, "Nature : commune, département...", required=True),
    declare("name", TEXT, "Nom propre, sans la nature : Longvic.", required=True),
    declare("short_name", TEXT, "Nom court avec son article : la Commune."),
    declare("acronym", SETTLED, "Sigle : CCAS."),
    declare("gender", SettledType(GENDER), "Genre du nom, pour une nature qui n'en a pas."),
    declare("address", ListType(TEXT, single=True), "Adresse, dont chaque ligne est un élément."),
    declare("representative", REPRESENTATIVE, "Qui signe pour la partie."),
    declare(
        "representatives",
        ListType(REPRESENTATIVE, min=1),
        "Les personnes qui signent pour la partie, s'il y en a plusieurs.",
    ),
    declare("authority", AUTHORITY, "Acte qui habilite à signer."),
    declare("name_alone", YES_NO, "La partie s'appelle-t-elle de son nom seul ?"),
    declare("plurality", SettledType(PLURALITY), "Nombre du nom : singulier ou pluriel."),
    declare("elided", YES_NO, "Dit-on « d' » et « l' » devant le nom ?"),
    declare("side", SettledType(SIDE), "Part à laquelle la partie appartient : une ou autre."),
    declare("attached_to", PARTY_ID, "Partie à laquelle celle-ci est rattachée."),
    declare("siret", SiretType(), "Numéro SIRET, pour les clauses qui le citent."),
    declare("siren", SirenType(), "Numéro SIREN, s'il n'y a pas de SIRET."),
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

PARTNER_ENTRY = RecordType(
    (
        *PARTY_ENTRY.fields,
        declare("present", SettledType(YesNoType()), "L'acte est-il passé en sa présence ?"),
    ),
    title="partner",
    blank=False,
    sets=PARTY_ENTRY.sets,
)
"""Someone whom the act names, and who does not sign."""

GROUP = RecordType(
    (
        declare("name", TEXT, "Nom du groupe, avec son article : les Communes.", required=True),
        declare(
            "members",
            SettledType(ListType(PARTY_ID, min=2)),
            "Parties du groupe, par leur clé.",
            required=True,
        ),
        declare("in_title", TEXT, "Ce que dit le titre : les communes de la métropole."),
        declare("gender", SettledType(GENDER), "Genre du nom, si rien ne le dit."),
    ),
    blank=False,
)

PRESENTATIONS = "parties"
"""Family of the variants that present a party."""
PREAMBLE = "preambule"
"""Family of the variants that stand in a preamble."""


def _entry() -> RecordType:
    return ENTRY


@recalled
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
        declare("data", SETTLED, "Fichier de valeurs du dossier de la convention : actions.yaml."),
        declare(
            "text", RichTextType(), "Texte propre à l'acte ; une ligne vide entre deux paragraphes."
        ),
        declare("entries", ENTRIES, "Clauses de niveau inférieur."),
        declare("new_page", YES_NO, "Commence-t-elle une page ?"),
    ),
    title="entry",
    blank=False,
    shorthand="clause",
    sets=(("clause",), ("title", "text"), ("title", "entries"), ("text",)),
)
"""An entry of the clauses or of the preamble."""

ANNEX = replace(
    ENTRY,
    fields=(
        *(item for item in ENTRY.fields if item.name not in ("heading", "new_page")),
        declare("to_join", YES_NO, "N'existe-t-elle que hors de l'acte, auquel on la joint ?"),
        declare("orientation", SettledType(ORIENTATION), "Sens de ses pages, si c'est paysage."),
    ),
    title="annex",
    sets=(*ENTRY.sets[:3], ("title", "to_join")),
)
"""An annex: an entry that always has a heading and a page of its own."""
ANNEXES = SettledType(ListType(ANNEX, naming=entry_name))

OTHER_SIGNATORY = RecordType(
    (
        declare("capacity", TEXT, "Qualité, avec son article : le délégué.", required=True),
        declare("gender", SettledType(GENDER), "Genre de la personne."),
        declare("civility", SETTLED, "Civilité : Mme, M."),
        declare("name", TEXT, "Prénom et NOM."),
    ),
    blank=False,
)
"""Someone who signs and is no party."""

SIGNATURE = RecordType(
    (
        declare("manner", SettledType(SIGNED), "Signature manuscrite ou électronique."),
        declare("place", TEXT, "Lieu de signature."),
        declare("date", DateType(), "Date de signature."),
        declare("originals", IntegerType(1), "Nombre d'originaux."),
        declare(
            "rows",
            SettledType(ListType(SettledType(ListType(SEAT, min=1, single=True)))),
            "Places, une ligne par rangée.",
        ),
        declare("others", MapType(OTHER_SIGNATORY), "Signataires qui ne sont pas des parties."),
        declare("per_place", SettledType(YesNoType()), "« Fait à..., le... » à chaque place ?"),
        declare("general_lead", SettledType(YesNoType()), "« Fait à » au-dessus des places ?"),
        declare("initials", SettledType(YesNoType()), "Le nombre de pages paraphées est-il dit ?"),
    ),
    shorthand="manner",
)

AGREEMENT = RecordType(
    (
        FORMAT,
        declare("model", SETTLED, "Modèle : fichier de « clauses/models ».", required=True),
        declare("banner", TEXT, "Bandeau au-dessus du titre : Annexe 1."),
        declare("title", TEXT, "Titre de l'acte.", required=True),
        declare("subtitles", ListType(TEXT, single=True), "Lignes sous le titre."),
        declare("title_parties", YES_NO, "Le titre dit-il entre qui l'acte est passé ?"),
        declare("title_order", SettledType(ListType(PARTY_ID)), "Ordre des parties dans le titre."),
        declare("parties", MapType(RawType(PARTY_ENTRY)), "Parties à l'acte.", required=True),
        declare(
            "party_clause",
            SETTLED,
            "Clause qui présente chaque partie, si ce n'est celle du modèle : part-et-autre.",
        ),
        declare("groups", MapType(GROUP), "Parties que l'acte présente et nomme ensemble."),
        declare("compact", SettledType(YesNoType()), "Les parties dans un seul tableau ?"),
        declare("partners", MapType(RawType(PARTNER_ENTRY)), "Ceux qui ne signent pas."),
        declare("together", TEXT, "Nom commun des parties, avec son article : les Parties."),
        declare("recitals", SettledType(ListType(RECITAL)), "Visas."),
        declare("preamble", ENTRIES, "Clauses du préambule."),
        declare("clauses", ENTRIES, "Articles de l'acte.", required=True),
        declare("annexes", ANNEXES, "Annexes, chacune sur une page nouvelle."),
        declare("contents", YES_NO, "Un sommaire suit-il le titre ?"),
        declare("signature", SIGNATURE, "Lieu, date et places pour signer."),
        declare(
            "places",
            ListType(TEXT, single=True),
            "Départements où l'acte s'exécute : ils désignent le tribunal.",
        ),
        declare("profile", PROFILE, "Profil rédactionnel et typographique."),
        declare("usages", USAGES, "Usages qui diffèrent de ceux du profil."),
        declare("accepted", ACCEPTANCES, "Constats des contrôles acceptés, chacun avec son motif."),
        declare("template", TEMPLATE, "Gabarit Word : maison, classique, ou l'un des vôtres."),
        declare("columns", COLUMNS, "Colonnes d'un tableau : ce que vaut chacune ici."),
    ),
    blank=False,
)
DEFINITIONS = (PARTY_ENTRY, PARTNER_ENTRY, ENTRY, ANNEX, ACCEPTANCE)
"""The records that the JSON Schema describes once."""
