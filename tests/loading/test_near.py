"""Suggestions: one slip in a key leads back to that key."""

import pytest

from conventassembler.agreement.forms import AGREEMENT, ENTRY, PARTY_ENTRY, RECITAL
from conventassembler.schema import nearest
from conventassembler.source import fold

RECORDS = [AGREEMENT, PARTY_ENTRY, ENTRY, *RECITAL.records.values()]
ALPHABET = "aeinorstz"


def slips(word: str) -> set[str]:
    """Return the word with one letter left out, added, changed, or two exchanged."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    made = {a + b[1:] for a, b in cuts if b}
    made |= {a + letter + b for a, b in cuts for letter in ALPHABET}
    made |= {a + letter + b[1:] for a, b in cuts for letter in ALPHABET if b}
    made |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return made - {word}


def test_one_slip_is_undone_in_95_of_100_cases() -> None:
    right = wrong = 0
    for record in RECORDS:
        keys = [field.key for field in record.fields]
        folded = set(map(fold, keys))
        for key in (key for key in keys if len(fold(key)) >= 4):
            for typed in slips(fold(key)) - folded:
                if nearest(typed, keys).get("suggestion") == key:
                    right += 1
                else:
                    wrong += 1

    assert right > 1000
    assert right / (right + wrong) >= 0.95


@pytest.mark.parametrize("typed", ["xyz", "commentaire", ""])
def test_what_is_far_from_all_has_no_suggestion(typed: str) -> None:
    assert nearest(typed, ["modèle", "titre", "parties"]) == {}


def test_nothing_is_near_in_an_empty_list() -> None:
    assert nearest("titre", []) == {}
