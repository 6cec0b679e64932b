"""Which heading an entry takes: by what it says, by its level, by the part of the act it is in."""

from collections.abc import Iterator

from conventassembler.agreement.model import Entry
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of, suggestion
from conventassembler.draft.slots import Part
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import kept, recalled
from conventassembler.library.model import ARTICLE, HeadingScheme, Model, Variant
from conventassembler.source import identifier
from conventassembler.values import Text

NO_HEADING = "aucun"
"""What `intitulé:` says for an entry that goes on without a heading."""
PART_OF_PREAMBLE = HeadingScheme("partie", 1, "")
"""How an entry of the preamble is headed that names no heading."""

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Where an entry stands."""

    part: Part
    above: int = 0
    """Level of the nearest heading above it; 0 where there is none."""
    depth: int = 0
    """Level of the entry above it, one without heading counted as if it had one."""
    in_article: bool = False


@kept
def start(part: Part, depth: int = 0) -> Where:
    """Return where the first entries of a part stand; `depth` is the level of its own heading."""
    return Where(part, depth=depth)


@recalled
def below(where: Where, scheme: HeadingScheme | None) -> Where:
    """Return where the entries below one of that heading stand."""
    if scheme is None:
        return replace(where, depth=where.depth + 1)
    in_article = where.in_article or scheme.name == ARTICLE
    return replace(where, above=scheme.level, depth=scheme.level, in_article=in_article)


def says_nothing(entry: Entry) -> bool:
    """Tell whether an entry has no clause, no text and no entries below it, none with a fault."""
    empty = entry.clause is None and entry.text is None and not entry.entries
    return empty and not entry.faulty


@recalled
def scheme_of(
    entry: Entry, variant: Variant | None, where: Where, model: Model
) -> tuple[HeadingScheme | None, Findings]:
    """Return how the heading of an entry looks, None where it has none, and what is wrong."""
    if where.part == "annexes" and not where.above:
        return model.annexes, tuple(_annex_faults(entry))
    if entry.heading and identifier(entry.heading) == NO_HEADING:
        return None, tuple(_unshown(entry))
    if where.part == "preamble":
        return _in_preamble(entry, where, model)
    if entry.title is None and variant is None and not entry.heading:
        return None, ()
    if entry.heading is None:
        return _usual(where, model), ()
    return _named(entry.heading, entry, where, model)


def _annex_faults(entry: Entry) -> Iterator[Diagnostic]:
    """Yield that an annex has no title, or nothing to say."""
    if says_nothing(entry) and not entry.to_join:
        yield fault("C479", entry.position)
    elif entry.title is None and entry.clause is None:
        yield fault("C480", entry.position)


def _in_preamble(entry: Entry, where: Where, model: Model) -> tuple[HeadingScheme | None, Findings]:
    """Return the heading of an entry of the preamble: of one with a `titre` alone, no number."""
    number = entry.number
    found: Findings = (fault("C483", place_of(number, entry.position)),) if number else ()
    if entry.heading is None:
        if entry.title is None:
            return None, found
        return (_usual(where, model) if where.above else _part(model)), found
    scheme, faults = _named(entry.heading, entry, where, model)
    if scheme.number:
        place = place_of(entry.heading, entry.position)
        unnumbered = [one.key for one in model.headings.values() if not one.number]
        known = ", ".join(unnumbered) or "–"
        return None, (*found, *faults, fault("C481", place, name=entry.heading, known=known))
    return scheme, (*found, *faults)


def _part(model: Model) -> HeadingScheme:
    """Return how a part of the preamble is headed: of one rank with the preamble, in one look."""
    title = model.preamble_title
    return replace(PART_OF_PREAMBLE, capitals=title is not None and title.capitals)


def _unshown(entry: Entry) -> Iterator[Diagnostic]:
    """Yield what an entry without a heading could not show."""
    for key, value in (("titre", entry.title), ("numéro", entry.number)):
        if value is not None:
            yield fault("C419", place_of(value, entry.position), key=key)


def _named(name: Text, entry: Entry, where: Where, model: Model) -> tuple[HeadingScheme, Findings]:
    """Return the scheme that an entry names; what is wrong with it is told."""
    place = place_of(name, entry.position)
    found = [fault("C416", place, name=name)] if _untitled(entry) else []
    scheme = model.headings.get(identifier(name))
    if scheme is None:
        known = [item.key or item.name for item in model.headings.values()]
        near = suggestion(name, known)
        found.append(fault("C410", place, name=name, known=", ".join(known), **near))
        return _usual(where, model), tuple(found)
    if level := _misplaced(scheme, where, model):
        found.append(fault("C411", place, name=name, wanted=scheme.level, level=level))
    return scheme, tuple(found)


def _untitled(entry: Entry) -> bool:
    return entry.title is None and entry.clause is None


def _misplaced(scheme: HeadingScheme, where: Where, model: Model) -> int:
    """Return the level that a heading should have here, 0 where its own will do.

    It is deeper than the heading above it; it may leave levels out, but not that of the articles.
    """
    if scheme.level <= where.above:
        return where.above + 1
    article = model.headings.get(ARTICLE)
    if where.part == "clauses" and article and where.depth < article.level < scheme.level:
        return article.level
    return 0


def _usual(where: Where, model: Model) -> HeadingScheme:
    """Return the scheme of an entry that names none: articles, below them those without number."""
    article = model.headings.get(ARTICLE)
    if where.part == "clauses" and article and _takes_articles(where, article):
        return article
    level = where.depth + 1
    plain = [
        scheme for scheme in model.headings.values() if scheme.level == level and not scheme.number
    ]
    return plain[0] if plain else HeadingScheme(f"niveau_{level}", level, "")


def _takes_articles(where: Where, article: HeadingScheme) -> bool:
    return not where.in_article and where.depth < article.level
