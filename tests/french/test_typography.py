import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conventassembler.french import typography
from conventassembler.french.profiles import profile, profiles
from conventassembler.french.quotes import pair_quotes
from conventassembler.french.rewriting import ready, rewrite_all
from conventassembler.french.tables import table
from conventassembler.french.tape import Tape
from conventassembler.french.typography import apply, correct, edits
from conventassembler.patterns import Pattern

from .cases import cases

FRAGMENTS = [
    *" \u00a0\u202f:;!?%€«»“”\"'’.…-–,()[]0159aAeLnhé°/@", "l'", "Etat", "coeur", "oeuvre", "n°",
    "article ", "L. 12", "L1111-9", "L121 – 1", "1er", " janvier", " 2025", " ans", "M. ",
    "200 000 ", "https://", "www.", "a@b.fr", "8:30", "FR83 3000 1003 34C2 1100 0000 015", "...",
    "DEPARTEMENT", "de ", "De", "un ", "une ", "an ", "mois", "etc", "etc.", ", …", " - ", "--",
    "2023", "2027", "<<", ">>", "''", " '", "' ", "´", "‘", "A ", "ce titre", "l' ", "n°s ",
    "loi n°", "82 - 213", "Mme ", "REGION", "03 80 63 66 00", " bis", "article L ", "2e alinéa",
    "(3) ans", "Echéance", ".", ".pdf", "\n", "212 103 554 00012",
]  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)
RARE = ["º", "‐", "‑", " ‐ ", " – ", " — ", "´ ", "’ ", "“ ", "J.-P. M", "82‑213", "art.", "§ 5"]
with_rare_marks = st.lists(st.sampled_from([*FRAGMENTS, *RARE]), max_size=25).map("".join)
chosen_profiles = st.sampled_from(list(profiles().values()))


@pytest.mark.parametrize("case", cases("typographie"))
def test_paragraphs(case):
    assert correct(case["entrée"]) == case["attendu"]
    assert correct(case["attendu"]) == case["attendu"]


@pytest.mark.parametrize("name", ["imprimerie-nationale", "journal-officiel"])
def test_profiles_differ(name):
    for parameter in cases("typographie", name):
        case = parameter.values[0]
        assert correct(case["entrée"], profile(name)) == case["attendu"]


@settings(max_examples=400, deadline=None)
@given(texts | st.text(max_size=60), chosen_profiles)
def test_a_second_run_finds_nothing(text, chosen):
    assert edits(correct(text, chosen), chosen) == ()


@settings(max_examples=400, deadline=None)
@given(texts | st.text(max_size=60), chosen_profiles)
def test_nothing_else_ever_changes(text, chosen):
    assert skeleton(correct(text, chosen)) == skeleton(text)


@settings(max_examples=400, deadline=None)
@given(texts, chosen_profiles)
def test_edits_are_sorted_and_apart(text, chosen):
    found = edits(text, chosen)
    ends = [0, *(edit.end for edit in found)]
    for edit, before in zip(found, ends, strict=False):
        assert before <= edit.start <= edit.end <= len(text)
        assert text[edit.start : edit.end] != edit.replacement


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from([*FRAGMENTS[:30], "mot"]), max_size=25).map("".join), chosen_profiles
)
def test_no_mark_is_ever_parted_from_its_word(text, chosen):
    text = re.sub(r"\d|@|www", "x", text)  # times, addresses and IBANs are left alone
    corrected = correct(text, chosen)
    assert not re.search(r" [;:!?»%€]|« ", corrected)


@settings(max_examples=400, deadline=None)
@given(texts, st.integers(0, 30), st.integers(0, 30))
def test_exempt_spans_are_left_alone(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    inside = range(start, end)
    for edit in edits(text, exempt=[(start, end)]):
        assert not any(index in inside for index in range(edit.start, edit.end))
        assert edit.start != edit.end or not start < edit.start < end


def test_edits_are_as_small_as_can_be():
    found = edits("l'article L1111-9 : oui")
    assert [(edit.start, edit.end, edit.replacement) for edit in found] == [
        (1, 2, "’"),
        (9, 10, "\u00a0"),
        (11, 11, ".\u00a0"),
        (17, 18, "\u00a0"),
    ]
    assert apply("l'article L1111-9 : oui", found) == ("l’article\u00a0L.\u00a01111-9\u00a0: oui")


def test_de_elides_before_one_and_only_before_one_thing():
    for kept in ("de un à trois ans", "de onze ans", "de huit ans", "de un, de deux", "mode un an"):
        assert correct(kept) == kept
    found = edits("une durée de un an")
    assert [(edit.start, edit.end, edit.replacement) for edit in found] == [(11, 13, "’")]


@settings(max_examples=400, deadline=None)
@given(with_rare_marks | st.text(max_size=60), chosen_profiles)
def test_a_rule_concerns_every_text_that_its_pattern_finds_something_in(text, chosen):
    for rule in typography._rules(chosen):
        if rule.pattern.search(text):
            marked = ready(rule, rule.signs)._replace(pattern=Pattern(r"\A"), rewrite=lambda _: "°")
            tape = Tape(text)
            rewrite_all(tape, (marked,))
            assert tape.text != text, rule.pattern.pattern
            assert not rule.figures or re.search(r"\d", text), rule.pattern.pattern


def paired(text):
    """Return a text as its rules find it."""
    has_figures = re.search(r"\d", text) is not None
    tape = Tape(text, typography._own_exemptions(text, has_figures=has_figures))
    pair_quotes(tape)
    return tape


@settings(max_examples=400, deadline=None)
@given(with_rare_marks | st.text(max_size=60), chosen_profiles)
def test_a_rule_that_is_passed_over_would_have_changed_nothing(text, chosen):
    tape = paired(text)
    for rule in typography._rules(chosen):
        tape.rewrite(rule.pattern, rule.rewrite)
    assert tape.edits() == edits(text, chosen)


@settings(max_examples=400, deadline=None)
@given(with_rare_marks | st.text(max_size=60), chosen_profiles)
def test_rules_put_no_marks_but_those_that_are_told(text, chosen):
    after_quotes = paired(text).text
    marks = typography._marks_of(after_quotes)
    put = set(correct(text, chosen)) - set(after_quotes)
    assert put & typography._MARKS <= typography._added(chosen, marks)


@settings(max_examples=400, deadline=None)
@given(texts | st.text(max_size=60))
def test_what_is_exempt_is_seen_at_a_glance(text):
    found = [match.span() for match in typography._EXEMPT.finditer(text)]
    has_figures = re.search(r"\d", text) is not None
    assert typography._own_exemptions(text, has_figures=has_figures) == found


def skeleton(text):
    """A text without what corrections may touch: spaces, quotes, apostrophes, dashes, the comma
    and the points of an ellipsis, ligatures, accents of capitals, the points and the letters of a
    citation (« n°s » is « nos »), and the « e » of « de » before « un an » and its like.
    """
    counted = "|".join(table("typography")["counted"])
    text = re.sub(rf"(?i)\bd(?:e\s+|’)(?=une?\s+(?:{counted})(?!\w))", "d", text)
    text = re.sub(r"n[°º]s(?!\w)", "nos", text).replace("º", "°")
    text = re.sub(r"[,.\s]*(?:…|\.{2,})[.…\s]*", "", text)
    text = re.sub(r"[\s\"«»“”„<>'’´`‘ʼʹ′＇.\-–—‐‑]", "", text)
    spelled = text.replace("œ", "oe").replace("Œ", "OE")
    return "".join(map(unaccented_capital, spelled))


def unaccented_capital(char):
    return unicodedata.normalize("NFD", char)[0] if char.isupper() else char
