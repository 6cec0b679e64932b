"""A noun and its determiners: le, du, au, un, son, ce, as the noun's own form asks."""

from conventassembler.french.elision import elides
from conventassembler.french.grammar import APOSTROPHE, Agreement, Gender, Number, Pieces
from conventassembler.frozen import dataclass

_OPENING_MARKS = " \u00a0\u202f«“(*"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun, or a name standing as one."""

    text: str
    gender: Gender
    number: Number = Number.SINGULAR
    article: bool = True
    """False for a name without article: Dijon Métropole."""
    elides: bool | None = None
    """Whether the words before it are elided; None: as its first letters say."""
    own_article: bool = False
    """Whether the article is of the name, and keeps its capital: Le Havre, Les Ulis."""

    @property
    def agreement(self) -> Agreement:
        """What a participle agrees with."""
        return Agreement(self.gender, self.number)


@dataclass(frozen=True, slots=True)
class _Forms:
    """One determiner before each kind of noun."""

    masculine: str
    feminine: str
    eliding: str
    plural: str
    bare: str = ""
    bare_eliding: str = ""


_LE = _Forms("le ", "la ", f"l{APOSTROPHE}", "les ")
_DU = _Forms("du ", "de la ", f"de l{APOSTROPHE}", "des ", "de ", f"d{APOSTROPHE}")
_AU = _Forms("au ", "à la ", f"à l{APOSTROPHE}", "aux ", "à ", "à ")


def le(noun: Noun) -> Pieces:
    """Return the noun with its definite article: la Commune, l'État, Dijon Métropole."""
    pieces = _determined(noun, _LE)
    return capitalised(pieces) if noun.own_article else pieces


def du(noun: Noun) -> Pieces:
    """Return the noun after « de », contracted: du Département, de l'État, d'Orléans Métropole.

    Source: *Guide de légistique*, 4th edition, 3.3.1; Grevisse, contraction of the article.
    """
    return _determined(noun, _DU)


def au(noun: Noun) -> Pieces:
    """Return the noun after « à », contracted: au Département, à l'État, à Dijon Métropole."""
    return _determined(noun, _AU)


def un(noun: Noun) -> Pieces:
    """Return the noun with its indefinite article: un avenant, une convention, des communes."""
    if noun.number is Number.PLURAL:
        return "des ", noun.text
    return "une " if noun.gender is Gender.FEMININE else "un ", noun.text


def possessive(noun: Noun, owner: Number = Number.SINGULAR) -> Pieces:
    """Return the noun with « son », « sa » or « ses »: sa maire, son adjointe, ses articles.

    Of several owners, or of one whose name is a plural, « leur » or « leurs »: leur directrice.
    """
    if owner is Number.PLURAL:
        return "leurs " if noun.number is Number.PLURAL else "leur ", noun.text
    if noun.number is Number.PLURAL:
        return "ses ", noun.text
    is_sa = noun.gender is Gender.FEMININE and not _elides(noun)
    return "sa " if is_sa else "son ", noun.text


def ce(noun: Noun) -> Pieces:
    """Return the noun with its demonstrative: ce protocole, cet avenant, cette convention."""
    if noun.number is Number.PLURAL:
        return "ces ", noun.text
    if noun.gender is Gender.FEMININE:
        return "cette ", noun.text
    return "cet " if _elides(noun) else "ce ", noun.text


def capitalised(pieces: Pieces) -> Pieces:
    """Return the pieces with their first letter a capital, the others as they are.

    Pieces already right come back as the same objects. A phrase that begins with something
    else than a letter (a blank « [à compléter] », a figure) is left alone.
    """
    for index, piece in enumerate(pieces):
        start = piece.lstrip(_OPENING_MARKS)
        if not start:
            continue
        upper = _upper(start[0])
        if upper == start[0]:
            return pieces
        before = piece[: len(piece) - len(start)]
        return *pieces[:index], before + upper + start[1:], *pieces[index + 1 :]
    return pieces


def small(article: str) -> str:
    """Return « le » for « Le », and what is no article (a value that was typed) as it is."""
    return article.lower() if article in ("Le ", "La ", "L'", "L’", "Les ", "Pour ") else article


def parse_definite(text: str, gender: Gender | None = None) -> Noun | None:
    """Return the noun written with its article: « la Commune », « l'État », « les Hospices ».

    « le » and « la » tell the gender; for « l' », « les » and a name without article, `gender`
    must tell it. Returns None when it does not, or when nothing follows the article.
    """
    word, rest = _split_article(text)
    if not rest:
        return None
    known = {"le": Gender.MASCULINE, "la": Gender.FEMININE}.get(word, gender)
    if known is None:
        return None
    if not word:
        return Noun(text, known, article=False)
    if word == "les":
        return Noun(rest, known, Number.PLURAL)
    return Noun(rest, known, elides=word == "l")


def _split_article(text: str) -> tuple[str, str]:
    lowered = text.lower()
    for word in ("le", "la", "les"):
        if lowered.startswith((f"{word} ", f"{word}\u00a0")):
            return word, text[len(word) + 1 :].strip()
    if lowered.startswith(("l'", "l’")):
        return "l", text[2:].strip()
    return "", text.strip()


def _determined(noun: Noun, forms: _Forms) -> Pieces:
    if not noun.article:
        return forms.bare_eliding if _elides(noun) else forms.bare, noun.text
    if noun.number is Number.PLURAL:
        return forms.plural, noun.text
    if _elides(noun):
        return forms.eliding, noun.text
    return forms.feminine if noun.gender is Gender.FEMININE else forms.masculine, noun.text


def _elides(noun: Noun) -> bool:
    return elides(noun.text) if noun.elides is None else noun.elides


def _upper(letter: str) -> str:
    # « ß » and a few others become two letters; they begin no French word.
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
