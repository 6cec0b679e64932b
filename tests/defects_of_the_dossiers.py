"""The defects of the five acts that ours were made from, each as it is put back into ours by hand.

The numbers are those of the list of checks of the dossiers. What the tool makes impossible to type
is not here, but in `test_defects_of_the_dossiers.py`, as what the built act says instead.
"""

from typing import NamedTuple

LONGVIC, PLAINE, CTG = "longvic", "plaine-dijonnaise", "ctg-dijon"
SCEAUX, PACTE = "sceaux", "pacte-dijon-metropole"
ACTIONS = "agreements/pacte-dijon-metropole/actions.yaml"


class Edit(NamedTuple):
    """What stands in a file once or more, and what is typed in its first place."""

    old: str
    new: str
    file: str = ""
    """Empty for the agreement's own."""


class Defect(NamedTuple):
    """A defect of a source act, and what the check says of it in ours."""

    number: int
    what: str
    act: str
    edits: tuple[Edit, ...]
    code: str
    line: str
    """Words of the line that is told."""


def _one(number: int, what: str, act: str, *typed: str) -> Defect:
    """Return the defect of one edit: the old words, the new, the code, the line and its file."""
    old, new, code, line, *file = typed
    return Defect(number, what, act, (Edit(old, new, *file),), code, line)


_PROJECT = 'projet: "le projet « Génération Dijon »"'
_DESK = 'guichet: "le guichet unique Petite enfance"'
_RELAY = 'accueil: "le Point Relais Emploi"'
_CASF = "  - code: CASF\n"
_PLACE = "      numéro: à compléter\n      date: à compléter\n      exécutoire le: à compléter\n"
_AUTHORITY = f"    habilitation:\n      acte: délibération\n{_PLACE}"
_UNLIMITED = (
    '  - constat: C740\n    motif: "Les parties veulent une reconduction sans terme ; '
    'chacune peut dénoncer le protocole."\n'
)
_END = 'clause: resiliation/mise-en-demeure\n    titre: "La fin de la convention"\n'
_COURT = '      matière: "le partage et l\'utilisation des données"\n'
_TERM = "  - clause: duree/tacite\n"
_FIRST_AIM = "L'action vise à :\n"
_ALSO = "  - confidentialite/pendant-et-apres\n"
_ROWS = "  disposition:                          # une ligne par rangée\n"


def _in(line: str, words: str) -> str:
    """Return a line of one quoted value with `words` at the end of the value."""
    return f'{line.removesuffix(chr(34))}{words}"'


DEFECTS = (
    # 1. Numbers are computed; only a number fixed by hand can come twice.
    _one(1, "two articles 3", LONGVIC, "  - clause: organisation/principes-de-collaboration\n",
         "  - clause: organisation/principes-de-collaboration\n    numéro: 3\n",
         "C413", "numéro: 3"),
    _one(1, "two articles 3", PLAINE, "  - clause: organisation/principes-de-collaboration\n",
         "  - clause: organisation/principes-de-collaboration\n    numéro: 3\n",
         "C413", "numéro: 3"),
    # 2
    _one(2, "a visa left empty", LONGVIC, _CASF, "  - code:\n", "C107", "- code:"),
    _one(2, "« Vu le du Code »", LONGVIC, _CASF,
         "  - texte: \"le du Code de l'action sociale et des familles\"\n" + _CASF,
         "C760", "le du Code"),
    _one(2, "a visa without its end", LONGVIC, _CASF,
         '  - texte: "la délibération du"\n' + _CASF, "C760", "la délibération du"),
    _one(2, "« code général des collectivités »", CTG, "  - code: CSS\n",
         '  - code: "code général des collectivités"\n  - code: CSS\n',
         "C459", "code général des collectivités"),
    # 3. In an agreement nothing agrees by hand; in a clause it may be typed.
    _one(3, "the CCAS « désignée »", LONGVIC,
         'ci-après {{ "dénommé" | accorde(partie.complet) }}', "ci-après désignée",
         "C526", "ci-après désignée", "clauses/parties/domiciliee.md"),
    _one(3, "a présidente who is a man", LONGVIC,
         "      fonction: présidente\n      genre: féminin\n",
         "      fonction: présidente\n      genre: masculin\n", "C466", "genre: masculin"),
    # 4
    _one(4, "« la Ville » in an act with a Commune", LONGVIC,
         '- "le service municipal du logement"', '- "le service du logement de la Ville"',
         "C771", "logement de la Ville"),
    _one(4, "« la Ville de Longvic » for the Commune", LONGVIC,
         '- "le service municipal du logement"',
         '- "le service du logement de la Ville de Longvic"', "C771", "la Ville de Longvic"),
    _one(4, "« la Collectivité » for the Ville", CTG, _PROJECT,
         _in(_PROJECT, " de la Collectivité"), "C771", "de la Collectivité"),
    _one(4, "« la commune » for the Commune", LONGVIC, _DESK,
         _in(_DESK, ", que la commune gère et où la commune accueille les parents"),
         "C772", "la commune accueille"),
    # 5
    _one(5, "the CCAS signs and is no party", CTG,
         "      fonction: maire\n      genre: masculin\n",
         "      fonction: maire\n      genre: masculin\n      qualités:\n"
         '        - "maire de Dijon"\n        - "président du CCAS de Dijon"\n',
         "C749", "président du CCAS de Dijon"),
    _one(5, "another who signs for nobody's party", PLAINE, _ROWS,
         '  autres signataires:\n    maire:\n      qualité: "le maire de Longvic"\n'
         + _ROWS + "    - [maire]\n", "C749", "le maire de Longvic"),
    _one(5, "a third who signs, declared nowhere", PACTE,
         "  autres signataires:\n    déléguée:\n"
         '      qualité: "la déléguée interministérielle à la prévention et à la lutte contre la '
         'pauvreté"\n      nom: "Marine JEANTET"\n', "", "C211", "[métropole, état, déléguée]"),
    _one(5, "a party that has no place to sign", PACTE, "- [métropole, état, déléguée]",
         "- [métropole, déléguée]", "C702", "[métropole, déléguée]"),
    # 6
    _one(6, "the Département without an act", SCEAUX, f'{_AUTHORITY}    ci-après: "le Dép',
         '    ci-après: "le Dép', "C703", "département:"),
    _one(6, "the CCAS without an act", SCEAUX, f'{_AUTHORITY}    ci-après: "le CCAS"',
         '    ci-après: "le CCAS"', "C703", "ccas:"),
    _one(6, "the Caf without an act", CTG,
         "    habilitation: à compléter           # aucun acte de la Caf n'est connu\n", "",
         "C703", "caf:"),
    _one(6, "a deliberation without a date", LONGVIC, f'{_PLACE}    ci-après: "la Commune"',
         '    ci-après: "la Commune"', "C748", "acte: délibération"),
    # 7
    _one(7, "effect before the authorisation", CTG, "      signature ultérieure: oui\n", "",
         "C736", "début: 2024-07-01"),
    _one(7, "effect before the authorisation", LONGVIC,
         '  - clause: duree/tacite\n    titre: "Durée du protocole"\n    valeurs:\n'
         "      années: 3\n      préavis en mois: 3\n",
         '  - clause: duree/periode\n    titre: "Durée du protocole"\n    valeurs:\n'
         "      début: 2025-06-01\n      fin: 2028-05-31\n", "C736", "début: 2025-06-01"),
    _one(7, "actions that start before the authorisation", PACTE,
         '  - clause: duree/annee-civile\n    titre: "Durée de la convention et renouvellement"\n'
         "    valeurs:\n      année: 2020\n",
         '  - clause: duree/periode\n    titre: "Durée de la convention et renouvellement"\n'
         "    valeurs:\n      début: 2020-06-01\n      fin: 2020-12-31\n",
         "C736", "début: 2020-06-01"),
    _one(7, "signed before the authorisation", CTG, "  date: à compléter\n  par place",
         "  date: 2024-09-01\n  par place", "C732", "date: 2024-09-23"),
    # 8
    _one(8, "three years from no day", PLAINE,
         '  - clause: duree/tacite-limitee\n    titre: "Durée du protocole"\n    valeurs:\n'
         "      années: 3\n      préavis en mois: 3\n",
         '  - titre: "Durée du protocole"\n'
         '    texte: "Le protocole est conclu pour une durée de trois ans."\n',
         "C741", "Durée du protocole"),
    _one(8, "a renewal in the title alone", PACTE,
         '  - clause: duree/annee-civile\n    titre: "Durée de la convention et renouvellement"\n'
         "    valeurs:\n      année: 2020\n",
         '  - titre: "Durée de la convention et renouvellement"\n'
         '    texte: "La convention prend effet à sa signature, pour l\'année 2020."\n',
         "C751", "Durée de la convention et renouvellement"),
    # 9
    _one(9, "renewed without end", LONGVIC, f"\nconstats acceptés:\n{_UNLIMITED}", "",
         "C740", "clause: duree/tacite"),
    _one(9, "renewed without end", SCEAUX, _UNLIMITED, "", "C740", "clause: duree/prise-d-effet"),
    # 10
    _one(10, "mutual consent over what one party does", CTG, "## Dénonciation",
         "## Résiliation par consentement mutuel", "C751", "consentement mutuel",
         "clauses/resiliation/mise-en-demeure.md"),
    # 11. An article that exists is not known to be the wrong one: it is told as typed by hand.
    _one(11, "the axes of « article 2 »", SCEAUX, '{{ ref("cooperation").au }}', "à l'article 2",
         "C767", "à l'article 2", "clauses/suivi/bilan-annuel.md"),
    _one(11, "the report of « article 4 »", PACTE, '{{ ref("suivi").au }}', "à l'article 4",
         "C767", "à l'article 4", "clauses/resiliation/avant-une-date.md"),
    _one(11, "an article that is not there", SCEAUX, 'élu municipal: "l\'élu référent"',
         'élu municipal: "l\'élu référent pour les axes de l\'article 12"', "C768", "article 12"),
    # 12
    _one(12, "an annex that is not there", CTG, _PROJECT, _in(_PROJECT, ", décrit à l'annexe 7"),
         "C778", "annexe 7"),
    _one(12, "a visa that cites an absent annex", CTG, "    annexe: deliberation\n",
         "    annexe: pouvoirs\n", "C725", "annexe: pouvoirs"),
    _one(12, "an annex taken away that clauses cite", CTG,
         '  - titre: "Gouvernance"\n    repère: gouvernance\n    à joindre: oui\n', "",
         "C511", 'ref("gouvernance")'),
    _one(12, "two annexes 4", CTG, "  - titre: \"Indicateurs d'évaluation\"\n",
         "  - titre: \"Indicateurs d'évaluation\"\n    numéro: 4\n", "C413", "numéro: 4"),
    # 13
    _one(13, "four missions announced, six listed", CTG,
         '{{ missions | nombre | en_lettres("féminin") }} missions', "quatre missions",
         "C785", "quatre missions", "clauses/preambule/branche-famille.md"),
    _one(13, "four missions announced, six listed", CTG, _ALSO,
         f'{_ALSO}  - titre: "Missions"\n    texte: |\n      La branche Famille a quatre missions :'
         "\n\n      - la petite enfance ;\n      - les loisirs ;\n      - la parentalité ;\n"
         "      - l'autonomie ;\n      - le logement ;\n      - le cadre de vie.\n",
         "C785", "quatre missions"),
    # 14. Totals and the sums of a fiche are computed; a table or a sentence typed by hand is read.
    _one(14, "a total that is not the sum", PACTE, "annexes:\n",
         '  - titre: "Budget"\n    texte: |\n      | Action | État (€) |\n      | --- | ---: |\n'
         "      | Accès aux droits | 102 000 |\n      | Logement | 78 725 |\n"
         "      | Distribution alimentaire | 19 275 |\n      | Total | 210 000 |\n\nannexes:\n",
         "C722", "| Action | État (€) |"),
    _one(14, "two financiers beyond the budget", PACTE, "annexes:\n",
         '  - titre: "Budget"\n    texte: "Le budget de l\'action est de 15 000 €, dont 7 500 € de '
         "l'État et 8 500 € de Dijon Métropole.\"\n\nannexes:\n", "C782", "dont 7 500 €"),
    # 16
    _one(16, "a figure of the IBAN", PACTE, "3M02 606", "3M02 608", "C224", "3M02 608"),
    _one(16, "an IBAN cut short", PACTE, '3M02 606"', '3M02 6"', "C223", "3M02 6"),
    _one(16, "a BIC cut short", PACTE, "BDFEFRPPCCT", "BDFEFRPPCC", "C223", "BDFEFRPPCC"),
    _one(16, "a BIC of another country", PACTE, "BDFEFRPPCCT", "BDFEDEPPCCT", "C754", "BDFEDE"),
    # 17
    _one(17, "a court that does not exist", SCEAUX, _COURT, f"{_COURT}      tribunal: Nanterre\n",
         "C476", "tribunal: Nanterre"),
    _one(17, "a court of another department", SCEAUX, _COURT, f"{_COURT}      tribunal: Paris\n",
         "C717", "tribunal: Paris"),
    _one(17, "a court typed into a text", SCEAUX,
         f"  - clause: litiges/amiable\n    valeurs:\n{_COURT}",
         '  - titre: "Règlement des litiges"\n    texte: "À défaut d\'accord amiable, le litige '
         'est porté devant le tribunal administratif de Nanterre."\n',
         "C753", "tribunal administratif de Nanterre"),
    # 18
    _one(18, "Ctg and CTG", CTG, _PROJECT, _in(_PROJECT, ", volet de la CTG"), "C775", "la CTG"),
    _one(18, "ALSH and ASLH", CTG, _PROJECT, _in(_PROJECT, ", ouvert aux ASLH"), "C775", "ASLH"),
    _one(18, "an acronym never developed", CTG, _PROJECT, _in(_PROJECT, ", suivi par le CLSPD"),
         "C774", "CLSPD"),
    # 19. See the number of the SST below: what two texts say of one service is said once.
    _one(19, "one number for two actions", PACTE, 'numéro: "1.2"', 'numéro: "1.1"',
         "C758", 'numéro: "1.1"', ACTIONS),
    # 20
    _one(20, "an article on communautés de communes", LONGVIC, '      - "L. 1111-9"\n',
         '      - "L. 1111-9"\n      - "L. 5214-16"\n', "C752", "L. 5214-16"),
    _one(20, "an article on EPCI", LONGVIC, '      - "L. 1111-9"\n',
         '      - "L. 1111-9"\n      - "L. 5210-1"\n', "C752", "L. 5210-1"),
    # 21. Most of it is set right (below); what cannot be is told.
    _one(21, "a bullet pasted from Word", PLAINE, '- "le sport"', '- "\uf0b7 le sport"',
         "C127", "le sport"),
    _one(21, "a bullet typed in an item", PLAINE, '- "le sport"', '- "➤ le sport"',
         "C765", "➤ le sport"),
    _one(21, "quotes that do not answer each other", PACTE,
         'ambition: "métropole sociale et solidaire"',
         'ambition: "métropole sociale et solidaire »"', "C228", "solidaire »"),
    # 22
    _one(22, "the pages counted by hand", CTG, _ALSO,
         f'{_ALSO}  - titre: "Exemplaires"\n'
         '    texte: "La présente convention comporte 21 pages paraphées."\n',
         "C791", "comporte 21 pages"),
    # 23. The Plaine dijonnaise acts under a deliberation of 2023, when Pôle emploi had its name.
    _one(23, "Pôle Emploi in 2025", LONGVIC, '- "France Travail"', '- "Pôle Emploi"',
         "C787", "Pôle Emploi"),
    _one(23, "relais assistantes maternelles", LONGVIC, "un relais petite enfance,",
         "un relais assistantes maternelles,", "C787", "relais assistantes maternelles"),
    _one(23, "a code that changed its name", SCEAUX, 'directrice de la DST"',
         "directrice de la DST, au titre du code de la famille et de l'aide sociale\"",
         "C787", "code de la famille"),
    _one(23, "« Action sociale et de la Famille »", SCEAUX, 'directrice de la DST"',
         "directrice de la DST, au titre du code de l'Action sociale et de la Famille\"",
         "C790", "et de la Famille"),
    _one(23, "a name of the RGPD that it has not", SCEAUX, 'directrice de la DST"',
         'directrice de la DST, selon le règlement général de protection des données"',
         "C790", "règlement général de protection"),
    # 24
    _one(24, "one paragraph in two articles", LONGVIC, _TERM,
         '  - titre: "Connaissance de la population"\n    texte: "La connaissance de la population '
         "et de ses difficultés sociales est une condition de la qualité des réponses apportées. "
         "Partagée entre les parties, elle permet d'anticiper les besoins, d'appréhender les "
         "réalités sociales dans leur ensemble, d'adapter et de développer les services et de "
         f'favoriser la participation des usagers."\n{_TERM}',
         "C786", "La connaissance de la population"),
    # 25
    _one(25, "dots for the place", LONGVIC, "  lieu: à compléter\n", '  lieu: "……"\n',
         "C760", 'lieu: "……"'),
    _one(25, "dots for the day", PLAINE, "  date: à compléter\n  originaux",
         '  date: "....."\n  originaux', "C212", 'date: "....."'),
    _one(25, "dots in a sentence", PLAINE, _RELAY, _in(_RELAY, " de …."), "C760", "Emploi de …."),
    _one(25, "dots for a day in a sentence", PLAINE, _RELAY,
         _in(_RELAY, ", ouvert le .. / .. / 2024"),
         "C760", ".. / .."),
    _one(25, "a value still to come", PLAINE, _RELAY, "accueil: à compléter",
         "C701", "accueil: à compléter"),
    # Beside the twenty-five: what the dossiers tell further of these acts.
    _one(0, "PROTCOLE", SCEAUX, 'titre: "Protocole local de partenariat"',
         'titre: "PROTCOLE LOCAL DE PARTENARIAT"', "C769", "PROTCOLE"),
    _one(0, "a title that says convention", LONGVIC, 'titre: "Protocole territorial',
         'titre: "Convention territoriale', "C769", "Convention territoriale"),
    _one(0, "« la présente convention » in a protocole", LONGVIC, _DESK,
         _in(_DESK, ", au sens de la présente convention"), "C770", "la présente convention"),
    _one(0, "« dispositions » of a contract", LONGVIC, _DESK,
         _in(_DESK, ", selon les dispositions du présent protocole"), "C788", "les dispositions"),
    _one(0, "« en terme de »", LONGVIC, _DESK, _in(_DESK, ", en terme d'accueil"),
         "C790", "en terme d'accueil"),
    _one(0, "« Pour le Président » without a delegation", SCEAUX,
         "        mode: délégation\n        habilitation:\n          acte: arrêté\n"
         "          numéro: à compléter\n          date: à compléter\n",
         "        mode: délégation\n", "C715", "signe pour:"),
)  # fmt: skip
