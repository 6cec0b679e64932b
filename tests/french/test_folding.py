"""Folding is what its definition says, by whatever way it gets there."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.french.folding import fold, unaccented
from conventassembler.french.signs import signed, signs_of
from conventassembler.french.tables import table

LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
FRENCH = st.text("aeéèÉçœÆ ’'-–‑«».…€\n\t\u00a0\u202f\u0301\ufffcÿñΣσİ0", max_size=40)
TURNS = [row["turn"] for row in table("turns")["turns"]]
NAMES = [row["old"] for row in table("obsolete")["names"]]
WORDS = table("obligations")["data"]["words"]


@given(st.one_of(FRENCH, st.text(max_size=40)))
def test_letters_are_without_accents_in_small(text: str) -> None:
    plain = unicodedata.normalize("NFD", text.translate(LIGATURES))
    defined = "".join(one for one in plain if not unicodedata.combining(one)).lower()

    assert unaccented(text) == defined
    assert fold(text) == re.sub(r"[\s'’\-‐‑–]+", " ", defined).strip()


def test_every_letter_alone_is_folded_as_defined() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x20000)):
        plain = unicodedata.normalize("NFD", chr(code).translate(LIGATURES))
        defined = "".join(one for one in plain if not unicodedata.combining(one)).lower()
        assert unaccented(chr(code)) == defined, hex(code)


@pytest.mark.parametrize("pattern", [*TURNS, *NAMES, *WORDS])
@given(data=st.data())
def test_what_a_pattern_finds_has_one_of_its_signs(pattern: str, data: st.DataObject) -> None:
    bare = re.sub(r"\(\?<?[=!][^()]*(?:\([^()]*\)[^()]*)*\)|\^", "", pattern)
    found = data.draw(st.from_regex(re.compile(bare, re.ASCII), fullmatch=True))

    assert any(sign in found.lower() for sign in signs_of(pattern))


def test_signs_are_the_longest_letters_that_are_sure() -> None:
    assert signs_of("P[oô]le [Ee]mploi") == ("mploi",)
    assert signs_of("DDASS|DRASS") == ("ddass", "drass")
    assert signs_of("(?:service des domaines|France Domaine)") == (
        "service des domaines",
        "france domaine",
    )
    assert signs_of("[Cc]onseils? [Gg]énéra(?:l|ux)(?! (?:des ponts))") == ("onseil",)
    assert signs_of(r"\d{4}") == ("",)


def test_rows_are_found_in_the_order_of_the_table() -> None:
    rows = signed(("et/ou", "RMI|revenu", r"\d+", "voire même"))

    assert rows.found("voire même le RMI et/ou") == [0, 1, 2, 3]
    assert rows.found("rien") == [2]
