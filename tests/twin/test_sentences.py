"""Where French sentences end: `|` marks the expected ends."""

import pytest
from hypothesis import given
from strategies import texts

from conventassembler.french.sentences import sentence_ends

CASES = [
    "Le protocole est signé.|Il prend effet aussitôt.",
    "Le protocole est signé. il prend effet aussitôt.",
    "Est-ce prévu ?|Oui.|Non !|Peut-être…|On verra.",
    "Vraiment\u00a0?|Oui.",
    "M. Martin et MM. Petit et Dr. Grand signent.|Mme Leroy aussi.",
    "Vu l'article L. 1111-9 du code et l'art. R. 2131-1 du même code.|Il en est ainsi.",
    "Vu l'art. 5 et l'al. 2, cf. Annexe 1.|Suite.",
    "Les deux parties aiment l'art.|Elles le disent.",
    "Voir les pp. 12 et 13 du vol. 2.|Le reste suit.",
    "Des actions, des bilans, etc.|Le comité les suit.",
    "Des actions, etc. sont menées.",
    "La somme est de 12.5 points et de 3.200 euros.|Elle est versée.",
    "Décision n° 12.|Elle est publiée.",
    "Le protocole dure 3 ans.|2026 est la première année.",
    "1. Objet du protocole.|2. Durée du protocole.",
    "II. Moyens.|Suite.",
    "M. J.-P. Martin signe.",
    "Il écrit : « C'est fait. »|La suite est connue.",
    "Il écrit : « C'est fait.\u00a0»|La suite est connue.",
    "C'est fait.|« Vraiment ? » dit-il.",
    "C'est fait.|(Voir l'annexe.)|Suite.",
    "C'est fait.|– Suite.",
    "C'est fait (etc.) et bien fait.",
    "La MDPH.|Le CCAS.",
    "Fin.\u00a0Suite.",
    "Fin.  Suite.",
    "Fin.\nSuite.",
    "Fin. ",
    "Points...|Suite.",
    "Rendez-vous au 3 av. 12 du plan.",
    "Élu.|Écrit.|À voir.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_a_reader_says(marked: str) -> None:
    text = marked.replace("|", " ")
    assert [marked[place] for place in sentence_ends(text)] == ["|"] * marked.count("|")


@given(texts)
def test_only_single_plain_spaces_part_sentences(text: str) -> None:
    for place in sentence_ends(text):
        assert text[place] == " "
        assert not text[place - 1].isspace()
        assert not text[place + 1].isspace()
