"""A paragraph parted where no rule reaches over is corrected as in one piece.

What rules look at is derived from them: texts are drawn that their patterns match, and those that
they look for behind and before a match, so that a rule that reaches over a place is found out.
"""

import re
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conventassembler.french import typography
from conventassembler.french.parting import Parted, places
from conventassembler.french.profiles import Profile, profiles
from conventassembler.french.rewriting import Rule
from conventassembler.french.tables import table

from .test_typography import FRAGMENTS, RARE

PROFILES = tuple(profiles().values())
RULES = {rule.pattern.pattern: rule for one in PROFILES for rule in typography._rules(one)}
PLACES = {one.name: places(typography._rules(one)) for one in PROFILES}
TABLES = table("typography")
SIGNS = "".join({sign for pattern in RULES for sign in pattern.lower() + pattern.upper()})
SIGNS += "\u00a0\u202f"
"""All that rules name, and little else, so that what is drawn looks like what they read."""

WORDS = (
    "la", "le", "les", "de", "des", "du", "et", "en", "au", "aux", "à", "a", "y", "commune",
    "communes", "organise,", "personnes,", "représentée", "habitants.", "d'un", "l’avis", "coeur",
    "soeurs,", "Plaine", "Dijon", "Étienne", "Elodie", "EPCI", "II", "II,", "A", "À", "DE", "De",
    "UN", "Un", "un", "une", "ans", "an", "titre", "ce", "cette", "date", "mars", "juin 2025",
    "1er", "2e", "5", "12", "1 500 euros", "article 5", "articles", "loi n° 82 - 213", "lot 3",
    "n° 5", "Mme", "M.", "Monsieur", "Jean-Paul", "D’Arc", "ETAT", "Etat", "REGION", "LO", "L.",
    "L1111-9", "bis", "alinéa", "(3)", "ans,", "BP 77", "21604 LONGVIC", "03 80 63 66 00",
)  # fmt: skip
PAIRS = (
    ('"', '"'),
    ("“", "”"),
    ("„", "“"),
    ("<<", ">>"),
    ("''", "''"),
    ("'", "'"),
    ("‘", "’"),
    ("«", "»"),
)
FAR = (
    *(f"{opening}la commune" for opening, _ in PAIRS),
    *(f"communes{closing}" for _, closing in PAIRS),
    "et la commune", "de la ville,", "a@b.fr", "www.x.fr", "8:30", "FR83 3000 abcd cdef ghij klmn",
    "FR83abcd efgh ijkl mnop", "note.pdf", "212 103 554 00012",
)  # fmt: skip
LISTED = (
    *(f"A {words}" for words in TABLES["after_a"]),
    *(f"{words} {one}" for one in TABLES["counted"] for words in ("de un", "De une", "DE UN")),
    *(f"{word} {number}" for word in TABLES["numbered"] for number in ("5", "IV", "L. 12")),
    *(f"{number} {unit}" for unit in TABLES["units"] for number in ("1 500", "(3)", "de 12,5")),
    *(f"{act} n° 82 - 213" for act in TABLES["enacted"]),
    *(f"{title} J. Étienne Élan" for title in TABLES["civilities"]),
    *TABLES["ligatures"], *TABLES["accented_capitals"], *TABLES["accented_uppercase"],
)  # fmt: skip


def flat(rule: Rule) -> re.Pattern[str]:
    """Return the pattern of what a rule reads, whether it wants it or not, in a match or beside."""
    pattern = re.sub(r"\(\?<?[=!]", "(?:", rule.pattern.pattern)
    return re.compile(re.sub(r"(?<=[*+?}])\+", "", pattern), rule.pattern._flags)


READ = {
    name: st.from_regex(flat(rule), fullmatch=True, alphabet=st.sampled_from(sorted(set(SIGNS))))
    for name, rule in RULES.items()
}
"""Texts that each rule reads; to make such a strategy takes longer than to draw from it."""


words = st.sampled_from(WORDS) | st.sampled_from(LISTED)
pieces = words | st.one_of(*READ.values()) | st.sampled_from([*FRAGMENTS, *RARE])
sentences = st.lists(words, max_size=25).map(" ".join)
mixed = st.lists(pieces, max_size=16).map(" ".join) | st.lists(pieces, max_size=16).map("".join)
with_far_marks = st.lists(st.sampled_from(FAR), max_size=12).map(" ".join)
quotations = st.builds(
    lambda pair, said, after: f"le mot {pair[0]}la {said} ville{pair[1]} et {after}",
    st.sampled_from(PAIRS),
    sentences | with_far_marks,
    sentences,
)
paragraphs = sentences | mixed | with_far_marks | quotations | st.text(max_size=60)
chosen_profiles = st.sampled_from(PROFILES)


def parted(profile: Profile) -> Parted:
    """Return what parts a paragraph, and remembers nothing yet."""
    return Parted(
        typography._rules(profile),
        partial(typography._by_rules, profile),
        partial(typography._in_one_piece, profile),
        typography._reaches_over,
    )


def is_corrected_by_its_parts(text: str, chosen: Profile) -> bool:
    """Tell whether parts worked out each by itself, and all together, give the corrections."""
    alone, together = parted(chosen), parted(chosen)
    for part in PLACES[chosen.name].split(text):
        alone.edits(part)
    found = typography._in_one_piece(chosen, text)
    return alone.edits(text) == together.edits(text) == found


@settings(max_examples=1000, deadline=None)
@given(paragraphs, chosen_profiles)
def test_a_paragraph_is_corrected_by_its_parts_as_in_one_piece(text: str, chosen: Profile) -> None:
    assert is_corrected_by_its_parts(text, chosen)
    assert typography.edits(text, chosen) == typography._in_one_piece(chosen, text)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.pattern.pattern[:40])
@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(("", "mot ", "deux mots, ")), st.sampled_from(("", " et le")))
def test_no_rule_reaches_over_a_place(
    rule: Rule, data: st.DataObject, before: str, after: str
) -> None:
    text = before + data.draw(READ[rule.pattern.pattern]) + after
    assert all(is_corrected_by_its_parts(text, chosen) for chosen in PROFILES)


@pytest.mark.parametrize("chosen", PROFILES, ids=lambda one: one.name)
def test_what_stands_in_a_table_is_not_parted(chosen: Profile) -> None:
    for words in LISTED:
        for text in (words, f"le mot de {words} et le mot", f"Le mot. {words}, les mots"):
            assert is_corrected_by_its_parts(text, chosen), text


@settings(max_examples=200, deadline=None)
@given(st.lists(paragraphs, min_size=2, max_size=4), chosen_profiles)
def test_what_was_read_before_is_of_no_account(texts: list[str], chosen: Profile) -> None:
    memory = parted(chosen)
    for text in texts:
        assert memory.edits(text) == typography._in_one_piece(chosen, text)


def test_the_words_around_a_value_are_one_part_wherever_they_stand() -> None:
    asked: list[str] = []
    chosen = PROFILES[0]

    def counted(text: str) -> tuple[typography.Edit, ...]:
        asked.append(text)
        return typography._by_rules(chosen, text)

    memory = Parted(typography._rules(chosen), counted, counted, typography._reaches_over)
    for town in ("Dijon", "Genlis"):
        asked.clear()
        memory.edits(f"la commune de {town} organise, avec ses habitants, la durée de un an")
        memory.edits(f"la commune de {town} et l'État concluent, avec ses habitants, la convention")
    assert asked == ["commune de Genlis"]


def test_a_place_is_before_a_word_with_which_no_rule_goes_on() -> None:
    found = places(typography._rules(PROFILES[0]))
    text = "le Maire de la commune, à ce titre et pour une durée de un an (3 ans), agit"
    assert found.split(text) == [
        "le Maire de", "la", "commune, à ce titre", "et", "pour une", "durée de un an (3 ans), agit"
    ]  # fmt: skip
