"""The fields of a recital, kind by kind; the key that only one kind has tells which it is."""

from conventassembler.schema import (
    ChoiceType,
    DatesType,
    DateType,
    ListType,
    PartyType,
    RecordType,
    SettledType,
    TextType,
    UnionType,
    YesNoType,
    declare,
)
from conventassembler.schema.fields import Field
from conventassembler.schema.keys import KEYS

TEXT = TextType()
TEXTS = ListType(TEXT, single=True)
YES = SettledType(YesNoType())
GENDER = ChoiceType(("masculin", "féminin"))
PARTY_ID = SettledType(PartyType())

_ARTICLES = declare("articles", TEXTS, "Articles cités : L. 1111-9 ; 13 ; L. 227-1 à L. 227-3.")
_MODIFIED = declare("modified", YES, "« oui » pour un texte modifié depuis.")
_ANNEXED = declare("annexed", TEXT, "« oui », ou le repère ou le numéro de l'annexe que c'est.")
_NUMBERS = declare("number", TEXTS, "Numéro, ou numéros.")
_DATE = declare("date", DateType(), "Date du texte.")


def _statute(name: str, help_: str, *more: Field) -> RecordType:
    return RecordType(
        (
            declare(name, TEXT, help_, required=True),
            _DATE,
            declare("title", TEXT, "« relative à... », en entier", row="law.title"),
            *more,
            _MODIFIED,
            _ARTICLES,
        )
    )


_AUTHOR = declare("author", TEXT, "Auteur : préfectoral ; du ministre chargé de la famille.")


def _order(name: str, help_: str) -> RecordType:
    title = declare(name, TEXT, help_, required=True)
    return RecordType((title, _AUTHOR, _NUMBERS, _DATE, _MODIFIED, _ARTICLES, _ANNEXED))


AMENDMENT = RecordType(
    (
        declare("number", TEXT, "Numéro de l'avenant."),
        _DATE,
        declare("purpose", TEXT, "« prorogeant la convention d'un an »"),
    )
)


def _document(name: str, help_: str) -> RecordType:
    return RecordType(
        (
            declare(name, TEXT, help_, required=True),
            declare("gender", SettledType(GENDER), "Genre du nom : masculin ou féminin."),
            declare("between", TEXTS, "Entre qui : parties de l'acte, ou noms avec leur article."),
            declare("signed", DateType(), "Jour de la signature."),
            declare("approved", DateType(), "Jour de l'approbation."),
            declare("approved_by", TEXT, "Qui l'a approuvé, avec son article."),
            declare("amendments", SettledType(ListType(AMENDMENT)), "Avenants, dans l'ordre."),
            _ARTICLES,
            _ANNEXED,
        )
    )


def _decision(name: str, help_: str) -> RecordType:
    return RecordType(
        (
            declare(name, TEXT, help_, required=True),
            declare("party", PARTY_ID, "Partie dont l'organe a décidé."),
            declare("organ", TEXT, "Organe ; sans partie, avec son article : le comité syndical."),
            _NUMBERS,
            declare("dates", DatesType(), "Jour de l'acte, ou jours de la session."),
            declare("executory", DateType(), "Jour depuis lequel l'acte est exécutoire."),
            _ANNEXED,
        )
    )


_ORGANIC = declare("organic", YES, "« oui » pour une loi organique.")
_EU_AUTHOR = declare("author", TEXT, "Auteur : du Parlement européen et du Conseil.")

_KINDS = {
    "code": RecordType(
        (declare("code", SettledType(TEXT), "Code cité : CGCT.", required=True), _ARTICLES)
    ),
    "law": _statute("law", "Numéro de la loi : 82-213.", _ORGANIC),
    "ordinance": _statute("ordinance", "Numéro de l'ordonnance : 2018-1074."),
    "decree": _statute("decree", "Numéro du décret : 2001-495."),
    "executive_order": _order("executive_order", "Objet de l'arrêté : « relatif à... »."),
    "circular": _order("circular", "Objet de la circulaire : « relative à... »."),
    "instruction": _order("instruction", "Objet de l'instruction : « relative à... »."),
    "eu_regulation": _statute("eu_regulation", "Numéro du règlement : (UE) 2016/679.", _EU_AUTHOR),
    "eu_directive": _statute("eu_directive", "Numéro de la directive : 95/46/CE.", _EU_AUTHOR),
    "treaty": _document("treaty", "Nom de la convention internationale, avec son article."),
    "constitution": RecordType(
        (
            declare("constitution", SettledType(ChoiceType(("oui",))), "« oui »", required=True),
            _ARTICLES,
        )
    ),
    "document": _document("document", "Nom du document, avec son article : le schéma..."),
    "earlier_act": _document("earlier_act", "Nom de l'acte, avec son article : la convention..."),
    "deliberation": _decision("deliberation", "Objet de la délibération : « relative à... »."),
    "decision": _decision("decision", "Objet de la décision : « portant... »."),
    "authority_of": RecordType(
        (declare("authority_of", PARTY_ID, "Partie dont l'habilitation est visée."),)
    ),
    "whereas": RecordType((declare("whereas", TEXT, "Motif : « que... »."),)),
}
RANKS = {KEYS[name][0]: name for name in _KINDS if name not in ("authority_of", "whereas")}
"""The kinds of texts by the key that tells each, as `rang` names them."""

RECITAL = UnionType(
    {
        **_KINDS,
        "text": RecordType(
            (
                declare("text", TEXT, "Visa en toutes lettres."),
                declare(
                    "rank",
                    SettledType(ChoiceType(tuple(RANKS))),
                    "Sorte de textes parmi lesquels il se range.",
                ),
            )
        ),
    }
)
