"""Names of places after « de » and « à »: communes by their form, departments from a table."""

from functools import cache

from conventassembler.french.elision import as_said, elides
from conventassembler.french.folding import fold, near
from conventassembler.french.grammar import APOSTROPHE, Gender, Number, Pieces
from conventassembler.french.nouns import Noun
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass

_CONTRACTED = {"le": ("du ", "au "), "les": ("des ", "aux ")}


@dataclass(frozen=True, slots=True)
class Territory:
    """A department or a region, with the forms of its name."""

    name: str
    of: str
    """« de la », « des », « d' »... with its space when it has one."""
    article: str
    """« la », « les », « l' », or nothing (Paris, Mayotte)."""
    code: str = ""
    after: str = ""
    """What « région » is followed by before its name; nothing: région Grand Est."""

    @property
    def noun(self) -> Noun:
        """The name as a noun: la Côte-d'Or, l'Yonne, Paris."""
        return Noun(
            self.name,
            self.gender,
            self.number,
            article=bool(self.article),
            elides=self.article == f"l{APOSTROPHE}",
        )

    @property
    def gender(self) -> Gender:
        """Gender of the name; masculine where its article does not tell."""
        return Gender.FEMININE if self.article == "la " else Gender.MASCULINE

    @property
    def number(self) -> Number:
        """Number of the name."""
        return Number.PLURAL if self.article == "les " else Number.SINGULAR


def of_place(name: str, *, elided: bool | None = None) -> Pieces:
    """Return the commune after « de »: de Longvic, d'Auxonne, du Havre, des Ulis.

    `elided` says whether « de » loses its vowel, where the name alone does not tell.

    « Le » and « Les » contract and are left out of the name (*Guide de légistique*, 4th edition,
    3.3.1: du Tholonet), typed with a capital or without: « de le » is never French. « La » and
    « L' » stay: de La Rochelle, de L'Haÿ-les-Roses.
    """
    word, rest = _own_article(name)
    if word in _CONTRACTED:
        return _CONTRACTED[word][0], rest
    said = as_said(name, elided=elided)
    loses = elides(name) if said is None else said
    return ("de " if word or not loses else f"d{APOSTROPHE}"), name


def at_place(name: str) -> Pieces:
    """Return the commune after « à »: à Longvic, au Havre, aux Ulis, à La Rochelle."""
    word, rest = _own_article(name)
    if word in _CONTRACTED:
        return _CONTRACTED[word][1], rest
    return "à ", name


def department(name: str) -> Territory | None:
    """Return the department of that name, without regard to case, accents and hyphens."""
    return _departments().get(fold(name))


def near_departments(name: str) -> tuple[str, ...]:
    """Return the departments whose name looks like `name`, best first."""
    return near(name, (one.name for one in _departments().values()))


def departments() -> tuple[Territory, ...]:
    """Return the 101 departments in the order of their codes."""
    return tuple(_departments().values())


def of_department(name: str) -> Pieces | None:
    """Return the department after « de »: de la Côte-d'Or, de Vaucluse, d'Eure-et-Loir.

    The name comes back as given. Returns None for a name that is no department.
    """
    found = department(name)
    return None if found is None else (found.of, name)


def region(name: str) -> Territory | None:
    """Return the region of that name, None where there is none."""
    return _regions().get(fold(name))


def near_regions(name: str) -> tuple[str, ...]:
    """Return the regions whose name looks like `name`, best first."""
    return near(name, (one.name for one in _regions().values()))


def regions() -> tuple[Territory, ...]:
    """Return the 18 regions."""
    return tuple(_regions().values())


def of_region(name: str) -> Pieces | None:
    """Return the region after « de »: de Bourgogne-Franche-Comté, du Grand Est, d'Île-de-France."""
    found = region(name)
    return None if found is None else (found.of, name)


def after_region(name: str) -> Pieces | None:
    """Return the region after the word « région »: région Grand Est, région d'Île-de-France.

    Source: decrees of 28 September 2016 that fix the names of regions (« la région Grand Est »);
    CGCT, art. L. 4413-1 (« la région d'Île-de-France »).
    """
    found = region(name)
    return None if found is None else (found.after, name)


@cache
def _departments() -> dict[str, Territory]:
    return _territories("departments")


@cache
def _regions() -> dict[str, Territory]:
    return _territories("regions")


def _territories(key: str) -> dict[str, Territory]:
    rows = table("places")[key]
    return {fold(row["name"]): Territory(**{k: _curly(v) for k, v in row.items()}) for row in rows}


def _curly(text: str) -> str:
    return text.replace("'", APOSTROPHE)


def _own_article(name: str) -> tuple[str, str]:
    """Split « Le Havre » into its article, in lower case, and the rest; no article, no split."""
    for word in ("le", "les", "la"):
        if name.lower().startswith(f"{word} "):
            return word, name[len(word) + 1 :]
    if name.startswith(("L'", "L’")):
        return "l", name[2:]
    return "", name
