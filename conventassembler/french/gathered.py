"""The name that an act gives several parties, « les Communes »: its gender, and one of them."""

from collections.abc import Iterable

from conventassembler.french.folding import fold
from conventassembler.french.grammar import Agreement, Gender, Number
from conventassembler.french.inflection import Sort, UnknownWordError, agree
from conventassembler.french.nouns import Noun, parse_definite
from conventassembler.french.together import together
from conventassembler.frozen import dataclass

_LINKS = ("de", "du", "des", "d", "à", "en", "pour")


@dataclass(frozen=True, slots=True)
class Gathered:
    """A name for several parties, and the same for one of them where it is told."""

    all: Noun
    one: Noun | None = None


def gathered(text: str, kinds: Iterable[Noun], gender: Gender | None = None) -> Gathered | None:
    """Return the nouns of a name with its article; None where nothing tells its gender.

    The table of `together` tells it, or the kind of one of the parties, whose noun begins the
    name (« les Communautés de communes »), or the article (« le Groupement »), or `gender`.
    """
    if known := together(text):
        return Gathered(known.all, known.one)
    own = parse_definite(text, gender)
    if own is not None and own.article and own.number is Number.SINGULAR:
        return Gathered(own)
    typed = parse_definite(text, Gender.MASCULINE)
    if typed is None or typed.number is Number.SINGULAR:
        return None
    told = next((one for one in kinds if _begins(typed.text, one.text)), None)
    if told is not None:
        return Gathered(Noun(typed.text, told.gender, Number.PLURAL), _one(typed.text, told))
    first = together(f"les {typed.text.partition(' ')[0]}")  # what follows it is of no table
    gender = first.all.gender if first else gender
    return None if gender is None else Gathered(Noun(typed.text, gender, Number.PLURAL))


def _begins(name: str, noun: str) -> bool:
    """Tell whether a name begins with the plural of the first word of `noun`."""
    first, kind = _head(name), _head(noun)
    return first in (kind, f"{kind}s", f"{kind}x", f"{kind.removesuffix('al')}aux")


def _head(text: str) -> str:
    return fold(text.partition(" ")[0])


def _one(name: str, kind: Noun) -> Noun | None:
    """Return the name of one: « Communauté de communes »; None where a word is of no table."""
    head, *rest = name.split(" ")
    single = kind.text.split(" ")[0]
    words = [single[0].upper() + single[1:] if head[0].isupper() else single]
    for rank, word in enumerate(rest):
        if fold(word.replace("’", "'").partition("'")[0]) in map(fold, _LINKS):
            words += rest[rank:]
            break
        try:
            words.append(agree(word, Agreement(kind.gender), Sort.PARTICIPLE))
        except UnknownWordError:
            return None
    return Noun(" ".join(words), kind.gender)
