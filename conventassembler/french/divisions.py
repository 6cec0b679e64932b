"""The divisions of an act (article, titre, annexe...) as nouns that references agree with."""

from conventassembler.french.grammar import Gender
from conventassembler.french.nouns import Noun

_FEMININE = frozenset({"annexe", "partie", "section", "fiche", "sous-section", "phase"})


def division(name: str, text: str) -> Noun:
    """Return `text` (« article 5 ») as the noun that the division `name` makes of it.

    A division without a name of its own, numbered « 2.3.1 », is masculine and never elides:
    « le 2.3.1 », « au 2.3.1 ».
    """
    word = name.strip().casefold()
    gender = Gender.FEMININE if word in _FEMININE else Gender.MASCULINE
    return Noun(text, gender, elides=None if word else False)
