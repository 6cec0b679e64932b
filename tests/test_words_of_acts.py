"""What the words of an act say: what is told of them, and what looks like it and is right."""

from pathlib import Path

import pytest
from acts_of_own_texts import codes, found, replaced, with_text

RIGHT = (
    "Le comité décide de la suite à donner, et la Commune donne suite à la demande.",
    "Le texte cite « le principe [...] demeure ».",
    "Le titre XXX du livre II s'applique.",
    "Voir la page 3… et la suite.",
    "Elle agit de préférence… avec la Commune.",
    "Le code général des collectivités territoriales s'applique.",
    "Le code de l'action sociale et des familles s'applique.",
    "La Commune de Longvic et la Ville de Dijon agissent.",
    "Le sigle (ABCDE) et le sigle (ABCED) sont deux sigles : ABCDE, ABCED.",
    "Etc. etc...",
    "Les articles 5 et 6 de la loi n° 82-213 du 2 mars 1982 s'appliquent.",
    "L'article 5 du code civil s'applique.",
    "Selon l'article L. 2121-29 du code, la Commune agit.",
    "En application de l'article 1er de la loi, la Commune agit.",
    "La loi du 2 mars 1982, en son article 12, le permet.",
    "Le règlement (UE) 2016/679, article 28, le prévoit.",
    "Le Département de la Côte-d'Or verse une aide.",
    "Les habitants de la commune s'engagent dans la vie locale.",
    "La Région Bourgogne-Franche-Comté est informée.",
    "Chaque région verse sa part.",
    "La région verse une aide.",
    "La Région exerce la compétence économique.",
    "La Région Bourgogne-Franche-Comté verse une aide.",
    "La Ville de Dijon verse sa part.",
    "L'Association des maires verse une aide.",
    "Le Syndicat des eaux et la Commune versent une aide.",
    "La Ville lumière attire.",
    "Une part de 50 % revient à la Commune, 30 % au Département.",
    "Elle verse dix mille euros (10 000 €).",
    "Elle verse la somme de deux mille cinq cents euros (2 500 euros).",
    "Elle verse 10 000 € (dix mille euros).",
    "L'acte est établi en trois (3) exemplaires.",
    "Un préavis de six (6) mois est respecté.",
    "Une aide de mille euros (1 000,00 €) est versée.",
    "Deux mille quatre-vingts euros (2 080 €) sont versés.",
    "Deux mille quatre-vingt euros (2 080 €) sont versés.",
    "Le budget est de 24 000 €, dont 20 000 € de la Commune et 4 000 € du Département.",
    "Le budget est de 24 000 €, dont 20 000 € de la Commune. Il était de "
    "12 000 € et de 30 000 € avant.",
    "Le bilan est remis le mardi 16 décembre 2025.",
    "Le bilan est remis le 29 février 2028.",
    "Le bilan est remis le 1er juin 2026.",
    "Les 30 et 31 mai 2026, le comité se réunit.",
    "Le bail du 12/02/2026 est joint.",
    "Le conseil général de l'environnement rend un avis.",
    "Avant 2015, le conseil général portait cette action.",
    "Le conseil départemental, ancien conseil général, agit.",
    "France Travail (anciennement Pôle emploi) est partenaire.",
    "Les relais petite enfance (ex-RAM) sont ouverts.",
    "La mémoire RAM de l'ordinateur est de 8 Go.",
    "Les dispositions de la loi s'appliquent.",
    "Les parties prennent les dispositions nécessaires à la présente convention.",
    "La loi n° 82-213 du 2 mars 1982 fonde l'action. Les articles de la loi précitée s'appliquent.",
    "Les délibérations susvisées fondent l'action.",
    "Le code susvisé fonde l'action.",
    "La présente convention comporte plusieurs pages.",
    "Le rapport comporte 21 pages.",
    "La présente convention est accompagnée d'un rapport. Ce rapport comporte 21 pages.",
    "L'annexe 3 de la délibération est jointe.",
    "L'annexe 2 du code est jointe.",
    "Les parties s'engagent dans les trois mois :\n\n- à agir ;\n- à payer.",
    "Les deux parties s'engagent à :\n\n- agir ;\n- payer ;\n- rendre compte.",
    "Les trois communes prévoient :\n\n- agir ;\n- payer.",
    "Le comité se réunit au moins deux fois :\n\n- en mars ;\n- en juin ;\n- en mai.",
    "Parmi les cinq axes du schéma, la convention retient :\n\n- le premier ;\n- le dernier.",
    "Le schéma a cinq axes. La convention en retient :\n\n- le premier ;\n- le dernier.",
    "L'action suit le règlement général sur la protection des données (RGPD) ; le RGPD est public.",
    "Le SIRET et l'IBAN figurent au dossier, la TVA aussi.",
    "Chaque année, la Ville de Dijon verse sa part.",
    "Chaque année, l'Association des maires verse sa part.",
    "Une convention est signée avec l'État.",
    "Elle reçoit le présent rapport.",
    "Un accord est trouvé : le présent article ne fait pas obstacle.",
    "La Commune est invitée au comité, et le Département s'y engage.",
    "La subvention est versée en deux fois :\n\n- 50 % à la signature ;\n- 50 % au bilan.",
    "La subvention est répartie ainsi :\n\n- 33 % pour la culture ;\n- 33 "
    "% pour le sport ;\n- 33 % pour le reste.",
    "Les objectifs sont répartis ainsi :\n\n- 80 % des enfants accueillis "
    ";\n- 60 % des familles aidées.",
    "Le budget de 24 000 € se répartit ainsi :\n\n- 20 000 € pour la "
    "Commune ;\n- 4 000 € pour le Département.",
    "L'article 2 bis de la loi du 1er juillet 1901 s'applique.",
    "Conformément à l'article 10 de la loi n° 2000-321, les actes sont "
    "publics, et l'article 1er du décret n° 2001-495 fixe le seuil.",
    "L'article 9-1 de la loi n° 2000-321 du 12 avril 2000 définit la subvention.",
    "L'article 6 de la Déclaration des droits s'applique.",
    "Les stipulations de l'article précédent s'appliquent.",
    "L'article 700 n'est pas invoqué par les parties au procès prévu par le code.",
    "Le comité comprend :\n\n- deux élus ;\n- trois agents.",
    "Le comité comprend six membres :\n\n- deux élus ;\n- trois agents ;\n- un expert.",
    "Le texte prévoit 3 étapes principales :\n\n- une ;\n- deux ;\n- trois.",
    "Un avenant est signé dans les trois cas suivants :\n\n- un ;\n- deux ;\n- trois.",
    "Les parties désignent chacune un référent. Chaque référent rend "
    "compte au comité deux fois par an, en mars et en septembre de chaque année civile.",
    "La convention est conclue pour trois ans à compter du 1er janvier 2026.",
    "Le montant est fixé à 1 500 € par an (mille cinq cents euros).",
    "L'association « Les Amis du XXe siècle » est associée.",
    "Au XXIe siècle, les usages changent.",
    "La Commune met à disposition la salle XXX-12 du bâtiment.",
    "Le lot n° XXX est attribué.",
    "Un numéro vert (0 800 000 000) est ouvert 24 h/24 et 7 j/7.",
    "Le service est joignable au 03 80 00 00 00.",
    "Les taux sont de 10 %, 20 % et 30 %.",
    "Deux tiers (2/3) des crédits sont engagés.",
    "Le comité se réunit tous les quatre (4) mois.",
    "Vingt-et-un (21) jours sont accordés.",
    "Un délai de quinze jours (15 jours) est accordé.",
    "Une pénalité de cent euros (100 €) par jour est due.",
    "Deux cents (200) exemplaires sont remis.",
    "L'action 1.1 est dotée de 76 000 €, dont 38 000 € de l'État, et l'action 1.2 "
    "de 20 000 €, dont 10 000 € de l'État et 30 000 € de fonds européens reportés.",
    "Le coût est de 12 000 €, dont 2 000 € de charges, soit 14 400 € toutes taxes comprises.",
    "La subvention est versée en deux fois : 60 % à la signature et 40 % au bilan.",
    "La subvention est versée ainsi :\n\n- 60 % à la signature ;\n- le solde au bilan.",
    "Les versements suivent le calendrier :\n\n- 50 % en mars, soit 5 000 € ;\n- 50 "
    "% en juin, soit 5 000 €.",
    "Les crédits de 30 000 € sont répartis ainsi :\n\n- culture : 10 000 € sur un "
    "budget de 50 000 € ;\n- sport : 20 000 €.",
    "Les dépenses se décomposent ainsi pour 10 000 € :\n\n- 6 000 € de personnel "
    ";\n- 4 000 € d'achats.",
    "Le comité examine deux points :\n\n- le bilan ;\n- le budget ;\n- la suite.",
    "Il comprend deux représentants de la Commune, trois du Département et :\n\n- "
    "un expert ;\n- un élu.",
    "Trois fois par an, le comité traite les sujets suivants :\n\n- le bilan ;\n- le budget.",
    "Les trois communes signataires désignent les référents suivants :\n\n- un élu ;\n- un agent.",
    "Les objectifs sont au nombre de trois :\n\n- un ;\n- deux ;\n- trois.",
    "L'aide est ouverte à partir de 18 ans pour les publics suivants :\n\n- jeunes "
    ";\n- étudiants ;\n- salariés.",
    "Le bilan porte sur les 12 derniers mois :\n\n- le nombre d'actions ;\n- leur coût.",
    "Le comité est réuni dans les 30 jours suivants :\n\n- la demande ;\n- le refus.",
    "Voir le bulletin du 12/05/2026 et la décision n° 12/13/2026-B.",
    "La référence 31/02/2026-AB est un numéro de dossier.",
    "Du lundi 5 au vendredi 9 janvier 2026, l'accueil est fermé.",
    "Le lundi 1er et le mardi 2 juin 2026, il est ouvert.",
    "Les mardi 3 et jeudi 5 mars 2026, il est ouvert.",
    "L'accueil se fait par l'article 3 bis du règlement intérieur.",
    "Le contrat de ville, en son article 4, le dit.",
    "La charte prévoit à son article 12 un comité.",
    "Le protocole d'accord de 2020 et son article 12 restent applicables.",
    "Conformément aux articles 12 et suivants du code, un avis est rendu.",
    "Les articles L. 115-1 et R. 12-1 sont visés.",
    "Voir l'article 12, alinéa 2, de la loi.",
    "Voir l'article 12 (alinéa 2) de la loi.",
    "Voir l'article 16 et l'annexe B du marché.",
    "La Ville-Centre reçoit le public.",
    "Les élus de la Communauté de communes de la Plaine dijonnaise siègent.",
    "Chaque année, le Syndicat intercommunal rend compte.",
    "Au sein de l'Association sportive, une équipe est formée.",
    "Le maire de la Commune siège.",
    "Le président du Département délègue.",
    "Les agents du département participent.",
    "Toute la commune participe à la fête.",
    "Le conseil général des ponts rend un avis.",
    "La formation est ouverte à la DDE de Lyon.",
    "L'ANPEX est une association.",
    "Le RMIste n'existe plus.",
    "Les régions Bourgogne-Franche-Comté et Grand Est sont informées.",
    "La région Auvergne-Rhône-Alpes est informée.",
    "Depuis le 1er janvier 2024, Pôle emploi est devenu France Travail.",
    "L'opérateur France Travail, qui a succédé à Pôle emploi, est informé.",
    "Selon le baromètre Pôle emploi 2019, le chômage baisse.",
    "La convention conclue avec Pôle emploi le 3 mai 2021 est abrogée.",
    "Les dispositions du présent code sont reprises.",
    "Les dispositions de la convention de Genève s'appliquent.",
    "Selon la convention précitée, un bilan est rendu.",
    "En date du 3 mai 2021, un avis a été rendu.",
    "La donnée est chiffrée ; l'adresse est contact@exemple.fr.",
    "L'adresse est https://www.exemple.fr/page?x=1&y=2 ; voir le site.",
    "Le prix est de 5 € HT & frais de port.",
    "Un article R&D est annexé.",
    "Le total (hors taxes) est arrêté à la somme de 5 000 euros.",
    "Elle a lieu de 9 h à 12 h... et parfois plus.",
    "Il signe « Lu et approuvé ».",
    "Les termes « [sic] » sont gardés.",
    "Les signes – tirets – sont gardés -- ou non.",
    "Le texte du devis est le suivant : « ... ».",
)
"""Texts in which nothing is wrong, however near they come to what is told."""


BATCH = 10


@pytest.mark.parametrize("first", range(0, len(RIGHT), BATCH))
def test_what_is_right_is_not_told(workspace: Path, first: int) -> None:
    for text in RIGHT[first : first + BATCH]:
        with_text(workspace, text)

    assert [(one.code, dict(one.arguments)) for one in found(workspace)] == []


WRONG = (
    ("Le montant est de ........ €.", "C760", "........"),
    ("Le montant est de …… €.", "C760", "……"),
    ("Le montant est de … euros.", "C760", "de …"),
    ("Le bilan est remis le .. / .. / 2026.", "C760", ".. / .."),
    ("Le référent est XXX.", "C760", "XXX"),
    ("Le référent est xxxx.", "C760", "xxxx"),
    ("La réunion a lieu le xx/xx/2026.", "C760", "xx/xx/2026"),
    ("La réunion a lieu le jj/mm/aaaa.", "C760", "jj/mm/aaaa"),
    ("Le référent (à préciser) rend compte.", "C760", "(à préciser)"),
    ("Le référent [à compléter] rend compte.", "C760", "[à compléter]"),
    ("Le référent est ???", "C760", "???"),
    ("TODO revoir ce paragraphe.", "C760", "TODO"),
    ("Lorem ipsum dolor sit amet.", "C760", "Lorem ipsum"),
    ("Les délais prévus à l'article 2 sont fermes.", "C767", "article 2"),
    ("Les délais de l'article 9 de la présente convention sont fermes.", "C768", "article 9"),
    ("Sauf les cas de l'article 14, la convention est ferme.", "C768", "article 14"),
    ("Le présent protocole est public.", "C770", "Le présent protocole"),
    ("L'une des parties au présent pacte informe l'autre.", "C770", "au présent pacte"),
    ("En cas de retard, la Métropole rend compte.", "C771", "Métropole"),
    (
        "Elle informe le Département et la Communauté d'agglomération.",
        "C771",
        "Communauté d'agglomération",
    ),
    ("La Région verse une aide.", "C771", "Région"),
    ("Le bilan est remis. La Métropole s'engage à payer.", "C771", "Métropole"),
    ("La Région ne verse rien.", "C771", "Région"),
    ("La Ville doit rendre compte.", "C771", "Ville"),
    ("La Société et la Commune signent.", "C771", "Société"),
    ("Le partage est le suivant :\n\n- L'Association fournit les repas.", "C771", "Association"),
    ("Le département verse une aide.", "C772", "Le département"),
    ("À la demande de l'État, le département s'engage.", "C772", "le département"),
    ("Le DPO est saisi.", "C774", "DPO"),
    ("Le plan (PLIE) est mené ; le Plie est public.", "C775", "Plie"),
    ("Le plan (ABCDE) est mené ; l'ABCED est public.", "C775", "ABCED"),
    ("Les agents de la Ville de Longvic agissent.", "C771", "Ville de Longvic"),
    ("Le code général des collectivités s'applique.", "C790", "code général des collectivités"),
    ("En terme d'accueil, rien ne change.", "C790", "En terme d'accueil"),
    (
        "Le code de la famille et de l'aide sociale s'applique.",
        "C787",
        "code de la famille et de l'aide sociale",
    ),
    (
        "La subvention est versée en trois tranches :\n\n- 50 % à la signature "
        ";\n- 30 % à mi-parcours ;\n- 30 % au bilan.",
        "C780",
        "110",
    ),
    (
        "| Partie | Répartition |\n| --- | ---: |\n| Commune | 60 % |\n| Département | 30 % |",
        "C780",
        "90",
    ),
    ("Elle verse quatre-vingt mille euros (85 000 €).", "C781", "quatre-vingt mille"),
    ("Elle verse 12 000 € (dix mille euros).", "C781", "dix mille"),
    ("L'acte est établi en trois (4) exemplaires.", "C781", "trois"),
    ("Un préavis de six (3) mois est respecté.", "C781", "six"),
    (
        "Le budget de 24 000 € se répartit ainsi :\n\n- 20 000 € pour la "
        "Commune ;\n- 5 000 € pour le Département.",
        "C782",
        "25\xa0000\xa0€",
    ),
    ("Le comité se réunit le jeudi 1er janvier 2027.", "C783", "vendredi"),
    ("Le bilan est remis le 29 février 2027.", "C784", "29 février 2027"),
    ("Le bilan est remis le 31 novembre.", "C784", "31 novembre"),
    ("Le bilan est remis le 12/13/2026.", "C784", "12/13/2026"),
    ("La convention a quatre axes de travail :\n\n- un ;\n- deux ;\n- trois.", "C785", "3"),
    (
        "Le comité suit les 3 actions suivantes :\n\n1. une ;\n2. deux ;\n3. trois ;\n4. quatre.",
        "C785",
        "4",
    ),
    ("Le CHSCT est saisi.", "C787", "CHSCT"),
    ("Le tribunal de grande instance est saisi.", "C787", "tribunal judiciaire"),
    ("La région Bourgogne est informée.", "C787", "région Bourgogne-Franche-Comté"),
    ("Elle applique les dispositions des présentes.", "C788", "dispositions des présentes"),
    ("La circulaire susvisée s'applique.", "C789", "circulaire susvisée"),
    ("Le schéma départemental précité s'applique.", "C789", "schéma départemental précité"),
    ("Suite à la réunion, un bilan est dressé.", "C790", "Suite à"),
    ("En terme de calendrier, rien ne change.", "C790", "En terme de"),
    ("Elle transmet ses données, et notamment les tarifs.", "C790", "et notamment"),
    ("La présente convention comporte douze pages.", "C791", "comporte douze pages"),
)
"""A text, the code of what is wrong with it, and words that the finding quotes."""


@pytest.mark.parametrize(("text", "code", "words"), WRONG, ids=[one[0][:40] for one in WRONG])
def test_what_is_wrong_is_told_with_its_words(
    workspace: Path, text: str, code: str, words: str
) -> None:
    with_text(workspace, text)

    told = found(workspace)

    assert [one.code for one in told] == [code]
    assert words in told[0].arguments.values()
    assert told[0].position.line >= 35


# -- where it is told


def test_the_place_is_the_line_and_the_column_of_the_words(workspace: Path) -> None:
    with_text(
        workspace,
        """
Le premier paragraphe, qui tient
sur deux lignes de l'acte, cite l'article 14.

- le premier point ;
- le second, **vers Pôle emploi**.

| Date | Objet |
| --- | --- |
| 31 juin 2026 | bilan |
""",
    )

    places = {one.code: str(one.position) for one in found(workspace)}

    assert places == {
        "C768": "agreements/exemple.yaml:37:41",
        "C787": "agreements/exemple.yaml:40:27",
        "C784": "agreements/exemple.yaml:44:9",
    }


def test_the_second_of_two_faults_has_its_own_place(workspace: Path) -> None:
    with_text(workspace, "Le Pôle emploi suit.\nPôle emploi rend compte.")

    places = [one.position for one in found(workspace)]

    assert [(one.line, one.column) for one in places] == [(36, 10), (37, 7)]


def test_words_of_a_clause_are_told_in_the_clause(workspace: Path) -> None:
    clause = workspace / "clauses" / "duree" / "tacite.md"
    text = clause.read_text(encoding="utf-8")
    line = text.count("\n") + 2
    clause.write_text(f"{text}\nElle informe  Pôle emploi.\n", encoding="utf-8")

    (told,) = found(workspace)

    assert told.code == "C787"
    assert str(told.position) == f"clauses/duree/tacite.md:{line}:15"


def test_words_of_a_value_are_told_at_the_value(workspace: Path) -> None:
    folder = workspace / "clauses" / "actions"
    folder.mkdir()
    (folder / "liste.md").write_text(
        "---\ntitre: Actions\nchoisir quand: Essai.\nparamètres:\n"
        "  texte: {type: texte riche, libellé: Texte}\n"
        "  nom: {type: texte, libellé: Nom}\n---\n{{ texte }}\n\nVers {{ nom }}.\n",
        encoding="utf-8",
    )
    added = (
        "  - clause: actions/liste\n    valeurs:\n      texte: |\n        Un bilan.\n\n"
        '        Puis le 31 juin.\n      nom: "Pôle emploi"\n'
    )
    replaced(workspace, "signature:\n", f"{added}signature:\n")

    told = {one.code: (one.position.line, one.position.column) for one in found(workspace)}

    assert told == {"C784": (38, 17), "C787": (39, 12)}


def test_one_place_is_told_once_for_a_code(workspace: Path) -> None:
    path = workspace / "clauses" / "parties" / "domiciliee.md"
    text = path.read_text(encoding="utf-8").rstrip().removesuffix(",")
    path.write_text(f"{text}, vers Pôle emploi,\n", encoding="utf-8")

    assert codes(workspace) == ["C787"]


# -- what depends on the rest of the act


def test_an_act_signed_before_the_change_keeps_the_name_of_its_time(workspace: Path) -> None:
    with_text(workspace, "Elle informe Pôle emploi.")
    replaced(workspace, "date: 2026-01-15", "date: 2023-06-15")

    assert "C787" not in codes(workspace)


def test_a_recital_keeps_the_names_of_the_text_that_it_cites(workspace: Path) -> None:
    recital = '  - délibération: "relative au partenariat avec Pôle emploi"\n    partie: commune\n'
    replaced(workspace, "préambule:", f"{recital}    date: 2022-12-18\npréambule:")

    assert "C787" not in codes(workspace)


def test_a_partner_has_a_short_name_too(workspace: Path) -> None:
    with_text(workspace, "Elle informe la Métropole.")
    partner = 'partenaires:\n  métropole:\n    nature: métropole\n    nom: "Dijon Métropole"\n'
    replaced(workspace, "visas:", f'{partner}    ci-après: "la Métropole"\nvisas:')

    assert "C771" not in codes(workspace)


def test_a_name_that_a_text_declares_is_known(workspace: Path) -> None:
    with_text(
        workspace,
        "Une société, ci-après dénommée « la Société », agit. En retour, la Société rend compte.",
    )

    assert codes(workspace) == []


TWO_ANNEXES = (
    'annexes:\n  - titre: "Budget"\n    texte: "Un budget."\n'
    '  - titre: "Calendrier"\n    texte: "Un calendrier."\n'
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voir l'annexe 1 et l'annexe 2.", []),
        ("Les annexes font partie de l'acte.", []),
        ("Le budget est joint, et l'annexe 2 aussi.", []),
        ("Le budget et le calendrier sont joints.", []),
        ("Voir l'annexe 1.", ["C779"]),
        ("Voir les annexes et l'annexe 3.", ["C778"]),
        ("Les annexes valent. L'annexe 3 du code aussi.", []),
    ],
)
def test_annexes_are_those_that_the_act_speaks_of(
    workspace: Path, text: str, expected: list[str]
) -> None:
    with_text(workspace, text, below=TWO_ANNEXES)

    assert codes(workspace) == expected


def test_a_document_that_says_what_it_is_needs_no_line(workspace: Path) -> None:
    annex = 'annexes:\n  - titre: "Délibération du conseil municipal"\n    à joindre: oui\n'
    with_text(workspace, "Le comité se réunit.", below=annex)

    assert codes(workspace) == ["C721"]


def test_an_act_without_annexes_may_cite_documents_joined_to_it(workspace: Path) -> None:
    with_text(workspace, "Le plan est en annexe 3.")

    assert codes(workspace) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Convention de partenariat", []),
        ("Convention-cadre", []),
        ("Essai", []),
        ("Protocole de partenariat", ["C769"]),
        ("Charte", ["C769"]),
        ("Plan d'action de la convention", []),
    ],
)
def test_the_title_names_the_act(workspace: Path, title: str, expected: list[str]) -> None:
    replaced(workspace, "Convention de partenariat", title)

    assert codes(workspace) == expected


def test_a_title_of_two_lines_may_name_two_acts(workspace: Path) -> None:
    replaced(workspace, '"Convention de partenariat"', '"Pacte des solidarités"')
    replaced(workspace, "parties:", 'sous-titre: "Convention d\'appui"\nparties:')

    assert codes(workspace) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("la Commune", []),
        ("Longvic", []),
        ("Longvic Ville", []),
        ("Commune", ["C776"]),
        ("Ville", ["C776"]),
    ],
)
def test_a_common_noun_has_its_article(workspace: Path, name: str, expected: list[str]) -> None:
    replaced(workspace, 'nom: "Longvic"', f'nom: "Longvic"\n    ci-après: "{name}"')

    assert codes(workspace) == expected


# -- the shapes of values


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('nom: "Anne MARTIN"', []),
        ('nom: "Mmeriem ALI"', []),
        ('nom: "Mme Anne MARTIN"', ["C762"]),
        ('nom: "Madame MARTIN"', ["C762"]),
        ('civilité: Mme\n      nom: "Anne MARTIN"', []),
        ('civilité: Madame\n      nom: "Anne MARTIN"', []),
        ('civilité: Mlle\n      nom: "Anne MARTIN"', ["C766"]),
        ('civilité: Madame la maire\n      nom: "Anne MARTIN"', ["C766"]),
        ('civilité: "Mme l\'adjointe"\n      nom: "Anne MARTIN"', ["C766"]),
        ('nom: "Anne MARTIN et Jean DUPONT"', ["C797"]),
        ('nom: "Anne MARTIN / Jean DUPONT"', ["C797"]),
        ('nom: "Anne et Jean DUPONT"', ["C797"]),
        ('nom: "Anne de Val et de Mont"', []),
        ('nom: "Étienne ETCHEVERRY"', []),
        ('nom: "Madame la maire"', ["C762"]),
        ('civilité: MME\n      nom: "Anne MARTIN"', ["C766"]),
        ('civilité: madame\n      nom: "Anne MARTIN"', ["C766"]),
        ('civilité: F\n      nom: "Anne MARTIN"', ["C766"]),
        ('civilité: "Mme Anne"\n      nom: "Anne MARTIN"', ["C766"]),
        ('civilité: "Dr"\n      nom: "Anne MARTIN"', []),
        ('nom: "Anne MARTIN,"', ["C763"]),
    ],
)
def test_a_person_is_a_civility_and_a_name(
    workspace: Path, typed: str, expected: list[str]
) -> None:
    replaced(workspace, "      genre: féminin\n", f"      genre: féminin\n      {typed}\n")

    assert codes(workspace) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Suivi", []),
        ("Suivi, etc.", []),
        ("Le projet « Génération »", []),
        ("« Génération » et « Avenir »", []),
        ("Qui paie ?", []),
        ("« Suivi »", ["C763"]),
        ("Suivi :", ["C763"]),
        ("Suivi.", ["C763"]),
        ("Suivi ;", ["C763"]),
        ("1. Suivi", ["C765"]),
        ("– Suivi", ["C765"]),
        ("100 jours pour agir", []),
        ("2026 en bref", []),
    ],
)
def test_a_title_is_words_alone(workspace: Path, title: str, expected: list[str]) -> None:
    with_text(workspace, "Le comité se réunit.", title=title)

    assert codes(workspace) == expected


# -- paragraphs


LONG = "Les parties se réunissent chaque année en mars pour dresser le bilan des actions conduites"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (f"{LONG} ensemble.", f"{LONG} ensemble.", ["C786"]),
        (f"{LONG} ensemble.", f"**{LONG.upper()} ensemble.**", ["C786"]),
        (f"{LONG} et décider de la suite à donner dans l'année qui vient.",
         f"{LONG} et décider de la suite à donner dans l'année qui vient aussi.", ["C786"]),
        (f"{LONG} pour l'axe 1.", f"{LONG} pour l'axe 2.", []),
        ("Le comité se réunit une fois par an.", "Le comité se réunit une fois par an.", []),
    ],
)  # fmt: skip
def test_a_paragraph_stands_in_an_act_once(
    workspace: Path, first: str, second: str, expected: list[str]
) -> None:
    with_text(workspace, f"{first}\n\n{second}")

    assert codes(workspace) == expected


def test_a_line_that_is_no_prose_is_not_read(workspace: Path) -> None:
    with_text(workspace, "Pôle emploi " * 2_000)

    assert codes(workspace) == []
