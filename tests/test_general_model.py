"""The model that a commune and an association begin with, where no other fits."""

from pathlib import Path

from project import copy_of_repository

from conventassembler.build import assemble
from conventassembler.draft.plain import plain_text

ACT = """\
format: 1
modèle: convention-de-partenariat
titre: "Convention de partenariat"
parties:
  commune:
    nature: commune
    nom: "Genlis"
    adresse: ["1, place de l'Essai", "21110 GENLIS"]
    représentante: {fonction: maire, genre: féminin}
    habilitation:
      acte: délibération
      numéro: "2026-041"
      date: 2026-09-14
      exécutoire le: 2026-09-16
  association:
    nature: association
    nom: "Les Lecteurs du mardi"
    adresse: ["2, rue du Modèle", "21110 GENLIS"]
    représentant: {fonction: président, genre: masculin}
    habilitation: {acte: délibération, numéro: "4", date: 2026-09-10}
visas:
  - {code: CGCT, articles: ["L. 1111-1", "L. 2121-29"]}
  - habilitation de: commune
  - habilitation de: association
clauses:
  - titre: "Objet"
    repère: objet
    texte: "La présente convention organise les lectures que les parties proposent aux habitants."
  - titre: "Engagements des parties"
    repère: engagements
    texte: "La Commune prête une salle, où l'Association tient une permanence par semaine."
  - clause: duree/tacite-limitee
    valeurs: {années: 1, préavis en mois: 3}
  - revision/avenant
  - clause: resiliation/mise-en-demeure
    valeurs: {délai en mois: 1, préavis en mois: 3}
  - litiges/amiable
signature:
  lieu: "Genlis"
  date: 2026-10-05
  originaux: 2
  disposition: [[commune, association]]
"""


def test_a_commune_and_an_association_have_a_model(tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    workspace.agreement("lecture").write_text(ACT, encoding="utf-8")

    made = assemble(workspace, ("lecture",))
    text = plain_text(made.drafts["lecture"])

    assert not made.findings
    assert "et l’association Les Lecteurs du mardi" in text
    assert "tribunal administratif de Dijon" in text
    assert "Règlement des litiges" in text
