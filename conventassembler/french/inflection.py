"""Words of closed tables, put in the person, gender and number of what they agree with.

Participles, adjectives, pronouns and possessives stand in `data/inflection.toml`; verbs, in the
third person of the present, in `data/verbs.toml`. What a word is among others (« s'engage »,
« ne peut être », « est désigné ») is read here; what no table holds is refused, never guessed.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from conventassembler.french.elision import elides
from conventassembler.french.folding import near
from conventassembler.french.grammar import APOSTROPHE, Agreement, Gender, Number
from conventassembler.french.tables import table
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

Forms = tuple[str, str, str, str]
"""Masculine, feminine, masculine plural, feminine plural."""
SEVERAL = Agreement(Gender.FEMININE, Number.PLURAL)
"""What shows best how a word agrees."""


class Sort(StrEnum):
    """What a word is that could be two things, under the names that a drafter types."""

    VERB = "verbe"
    PARTICIPLE = "participe"


_ENDING = Pattern(r"(?:es|er|era|eront|ait|aient|ant)$")


class UnknownWordError(Exception):
    """A word that the table of agreement does not know."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        super().__init__(word)
        self.word = word
        self.near = near


@kept
def agree(words: str, agreement: Agreement, sort: Sort | None = None) -> str:
    """Return `words` in the form that agrees: représentée, s'engagent, elle, leur, sont désignés.

    Written as for a party that is masculine and singular; any form of a participle may be given.
    Adverbs, « ne », « se » and the like may stand before a word of the tables, and a capital at
    the head. A word that is a verb and a participle alike (« conduit ») is the verb, save after
    « est » or « été », or where `sort` says so. A participle after « a » stays as it is.
    Raises `UnknownWordError` for a word of no table: nothing is guessed. Sources: Grevisse, *Le
    Bon Usage*, agreement of the verb, of the adjective and of the participle.
    """
    forms: list[str] = []
    before = ""
    for word in (split := tuple(_split(words))):
        try:
            forms.append(_form(word, agreement, sort, before))
        except UnknownWordError as unknown:
            raise UnknownWordError(word, _begun(words, word) or unknown.near) from None
        before = _tense(word) or before
    if not any(map(_is_agreed, split)):
        raise UnknownWordError(words, _meant(words))
    text = _joined(forms)
    return text[0].upper() + text[1:] if words[:1].isupper() else text


def _begun(words: str, unknown: str) -> tuple[str, ...]:
    """Return what stands before the unknown word and does agree: « s'engage » à verser."""
    head = words[: max(0, words.lower().find(unknown))].rstrip()
    return (head,) if any(map(_is_agreed, _split(head))) else ()


def is_verb(word: str) -> bool:
    """Tell whether `word` is a verb of the tables, in either number."""
    return word.lower() in _verbs() or word.lower() in _plural_verbs()


def is_qualifier(word: str) -> bool:
    """Tell whether `word` is a participle or an adjective that changes with what it qualifies."""
    forms = _adjectives().get(word.lower())
    return forms is not None and forms in _qualifiers() and len(set(forms)) > 1


def has_gender(words: str) -> bool:
    """Tell whether `words` change with the gender of what they agree with.

    Raises:
        UnknownWordError: as `agree` does.
    """
    masculine, feminine = (agree(words, Agreement(gender, Number.PLURAL)) for gender in Gender)
    return masculine != feminine


def is_twofold(words: str) -> bool:
    """Tell whether one of `words` could be a verb or a participle.

    Not where what stands before it tells it apart: « il produit », « est conduit ».
    """
    before = ""
    for word in _split(words):
        if _is_verb_or_participle(word) and not before:
            return True
        before = word if word in _BEFORE_A_VERB else _tense(word) or before
    return False


def singular(word: str) -> str:
    """Return a word of the tables as `agree` is best given it: masculine and singular."""
    key = word.lower()
    found = _verbs().get(key) or _plural_verbs().get(key) or _adjectives().get(key)
    return found[0] if found else key


def _form(word: str, agreement: Agreement, sort: Sort | None, before: str) -> str:
    if _is_particle(word):
        return word
    verb, forms = _verbs().get(word), _adjectives().get(word)
    is_participle = bool(before) or (sort is Sort.PARTICIPLE and _is_verb_or_participle(word))
    if verb and not is_participle:
        return verb[1 if agreement.number is Number.PLURAL else 0]
    if forms is None:
        raise UnknownWordError(word, _meant(word))
    if before == "a" and word == forms[0] and word.endswith(tuple(_data("after_avoir"))):
        return word
    return forms[_column(agreement)]


def _is_verb_or_participle(word: str) -> bool:
    return word in _verbs() and _adjectives().get(word, ("",))[0] == word


def _tense(word: str) -> str:
    """Return the auxiliary that a participle behind `word` depends on."""
    return word if word in ("est", "été", "a") else ""


def _split(words: str) -> Iterator[str]:
    """Yield the words in lower case, what is elided among them in full: ne, engage.

    A comma is a word; « en œuvre » is one.
    """
    for word in _words().findall(words.lower()):
        elided, rest = _ELIDED.match(word), word
        while elided:
            yield elided[1] + "e"
            rest = rest[elided.end() :]
            elided = _ELIDED.match(rest)
        yield rest


@cache
def _words() -> Pattern:
    return Pattern("|".join((*map(re.escape, _data("complements")), r"[^\s,]+", ",")))


def _joined(words: list[str]) -> str:
    """Return the words with their spaces, « ne », « se » and « que » elided where they must be."""
    text = ""
    for word in reversed(words):
        elided = word in ("ne", "se", "que") and (elides(text) or text.split(" ", 1)[0] == "y")
        space = "" if text[:1] in ("", ",") else " "
        text = f"{word[:-1]}{APOSTROPHE}{text}" if elided else f"{word}{space}{text}"
    return text


_BEFORE_A_VERB = ("se", "ne", "qui", "il", "celui-ci", "chacun")
_ELIDED = Pattern(r"(n|s|qu)['’](?=\w)")


def _is_agreed(word: str) -> bool:
    return word in _verbs() or word in _adjectives()


def _is_particle(word: str) -> bool:
    return word == "," or any(word in _data(key) for key in ("adverbs", "particles", "complements"))


def _column(agreement: Agreement) -> int:
    plural = 2 if agreement.number is Number.PLURAL else 0
    return plural + (1 if agreement.gender is Gender.FEMININE else 0)


def _data(key: str) -> list[str]:
    found: list[str] = table("inflection")[key]
    return found


def _meant(word: str) -> tuple[str, ...]:
    """Return the words that an unknown one may stand for: of a verb in another tense, its present.

    « versera » and « versant » are « verse » before they are « versé ».
    """
    stem = _ENDING.sub("", word)
    verb = (f"{stem}e",) if stem != word and f"{stem}e" in _verbs() else ()
    plural = _plural_verbs().get(word)
    return (plural[0],) if plural else verb or near(word, _known())


def _known() -> Iterator[str]:
    yield from (row[0] for row in dict.fromkeys(_adjectives().values()))
    yield from _verbs()


@cache
def _adjectives() -> dict[str, Forms]:
    """Return the rows of what agrees in gender, by each of their forms, and the possessives."""
    data = table("inflection")
    rows = [*_qualifiers()]
    rows += [_row(row) for row in (*data["pronouns"], *data["articles"])]
    owned: list[Forms] = [(one, one, several, several) for one, several in data["possessives"]]
    return {form: row for row in rows for form in reversed(row)} | {row[0]: row for row in owned}


@cache
def _qualifiers() -> dict[Forms, None]:
    """Return the rows of the participles and adjectives, in order."""
    data = table("inflection")
    rows = (*map(_regular, data["regular"]), *map(_row, data["irregular"]))
    return dict.fromkeys(rows)


def _row(row: list[str]) -> Forms:
    return row[0], row[1], row[2], row[3]


def _regular(word: str) -> Forms:
    """Feminine with -e, plurals with -s; a masculine in -s or -x is its own plural."""
    feminine = word if word.endswith("e") else f"{word}e"
    plural = word if word.endswith(("s", "x")) else f"{word}s"
    return word, feminine, plural, f"{feminine}s"


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    """Return singular and plural of each verb, by its singular."""
    data = table("verbs")
    pairs = ((word, f"{word}nt") for word in data["regular"])
    return {one: (one, several) for one, several in (*pairs, *data["irregular"])}


@cache
def _plural_verbs() -> dict[str, tuple[str, str]]:
    return {pair[1]: pair for pair in _verbs().values()}
