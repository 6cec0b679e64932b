"""Whether a word elides what comes before it: l'État, la Caf, le hameau, l'EPCI, le CCAS."""

from functools import cache

from conventassembler.french.folding import unaccented
from conventassembler.french.tables import table
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

_LEADING_MARKS = ' \u00a0\u202f«“"(*'
_FIRST_WORD = Pattern(r"[^\W_]+")
_ROMAN = Pattern(r"[IVXLC]+(?:er|e)?")
_VOWELS = "aeiou"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("elision")[key])


@kept
def elides(text: str) -> bool:
    """Tell whether « le », « la », « de » lose their vowel before `text`.

    Vowels elide, save a closed list (onze, oui, yaourt); h elides unless it is aspiré, a closed
    list again; y elides before a consonant (l'Yvette), not before a vowel (le yaourt), save
    Yonne and its like, and the commune Y (d'Y). An acronym elides when it begins with a vowel,
    however it is read (l'ARS, l'EPCI, l'Urssaf), and does not when it begins with a consonant, even
    one whose name begins with a vowel (le RSA, la MDPH, le SST). Figures and roman numerals do not.
    Sources: Grevisse, *Le Bon Usage*, « Disjonction » ; Académie française, h aspiré.
    """
    word = _first_word(text)
    if not word or _ROMAN.fullmatch(word):
        return False
    key = unaccented(word)
    if key[0] == "h":
        return _h_is_mute(word, key)
    if key[0] == "y":
        return key in _words("y_eliding") or (len(key) > 1 and key[1] not in _VOWELS)
    return key[0] in _VOWELS and key not in _words("vowels_not_eliding")


def is_certain(text: str) -> bool:
    """Tell whether `elides(text)` rests on a rule or on a table.

    False for a name or an acronym in h, and for a name in y before a vowel, that no table has:
    nobody but its bearer knows how it is said. Common words in lower case are the tables' own.
    """
    key = unaccented(_first_word(text))
    if not key.startswith(("h", "y")) or not text.lstrip(_LEADING_MARKS)[:1].isupper():
        return True
    if key[0] == "y":
        known = _words("y_eliding") | _words("y_not_eliding")
        return key in known or key[1:2] not in _VOWELS
    return _has_aspirated_h(key) or key in _words("h_mute_names")


def begins_with_consonant(text: str) -> bool:
    """Tell whether nothing can be elided before `text`: its first letter is no vowel, h or y."""
    first = unaccented(text.lstrip(_LEADING_MARKS))[:1].lower()
    return first.isalpha() and first not in f"{_VOWELS}hyœæ"


def as_said(text: str, *, elided: bool | None) -> bool | None:
    """Return what its bearer says of elision before `text`, None where its first letter decides."""
    return None if begins_with_consonant(text) else elided


def _first_word(text: str) -> str:
    match = _FIRST_WORD.match(text.lstrip(_LEADING_MARKS))
    return match.group() if match else ""


def _h_is_mute(word: str, key: str) -> bool:
    if _has_aspirated_h(key):
        return False
    # HLM, HCR: read letter by letter, or as a foreign word; usage does not elide.
    is_acronym = word.isupper() and 1 < len(word) <= 5
    return not is_acronym or key in _words("h_mute_names")


def _has_aspirated_h(key: str) -> bool:
    forms = {key, key.removesuffix("s"), key.removesuffix("x")}
    return not forms.isdisjoint(_words("h_aspirated"))
