"""Acts of numbered headings, at random or as told: entries numbered as those of an agreement are.

The labels are those of `draft.numbering`: what Word counts is held against what the act says.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from conventassembler.agreement.model import Entry
from conventassembler.diagnostics import Position
from conventassembler.draft.instances import Instance, slots, walk
from conventassembler.draft.model import (
    Block,
    Draft,
    Heading,
    HeadingRank,
    Paragraph,
    Reference,
    Text,
)
from conventassembler.draft.numbering import number
from conventassembler.library.model import HeadingScheme
from conventassembler.values import Origin
from conventassembler.values import Text as Typed

SEPARATOR = "\N{NO-BREAK SPACE}: "
WHERE = Position("agreements/exemple.yaml", 1)


@dataclass(frozen=True)
class Node:
    """An entry: how it is headed, the number typed for it, what stands below."""

    scheme: HeadingScheme
    fixed: str = ""
    below: tuple["Node", ...] = ()
    rank: HeadingRank = "clause"


def scheme(name: str, level: int, form: str, **looks: object) -> HeadingScheme:
    """Return how headings of that kind look; articles are counted through, others anew."""
    usual = {"separator": SEPARATOR, "restart": name != "article" or "{parent}" in form}
    return replace(HeadingScheme(name, level, form), **(usual | looks))


def act(*nodes: Node, first_article: str = "", new: str = "", split: str = "") -> Draft:
    """Return the act of these entries; each has a line of text, and the end refers to all.

    To the heading with the id `new` nothing refers; it took the line of text of `split`.
    """
    instances = tuple(_instances(nodes, "t"))
    numbers, _ = number(slots(instances), first_article)
    ranks = _ranks(nodes, "t")
    blocks: list[Block] = []
    references: list[Reference | Text] = []
    for one in walk(instances):
        assert one.scheme is not None
        found = numbers.get(one.id)
        heading = Heading(
            one.id,
            one.level,
            found.label if found else "",
            found.ending + (one.scheme.separator or " ") if found else "",
            (Text("Titre"),),
            one.scheme.capitals,
            rank=ranks[one.id],
            run_in=one.scheme.run_in,
            number=found.count if found else None,
        )
        blocks.append(heading)
        if one.id != split or heading.run_in:
            blocks.append(Paragraph(f"{one.id}/p", (Text("Le texte."),)))
        if found and one.id != new:
            references += [Reference(one.id, found.noun.text), Text(" ; ")]
    blocks.append(Paragraph("renvois", (Text("Voir "), *references)))
    return Draft("acte", "Titre", "Court", tuple(blocks))


def headings(draft: Draft) -> list[Heading]:
    return [one for one in draft.blocks if isinstance(one, Heading)]


def between(nodes: tuple[Node, ...], path: tuple[int, ...]) -> tuple[Node, ...]:
    """Return the entries with one more behind the one at `path`, of its kind.

    What stood below that one stands below the new one, as when Enter is pressed behind a title.
    """
    place, *deeper = path
    one = nodes[place]
    if deeper:
        made = (replace(one, below=between(one.below, tuple(deeper))),)
    else:
        made = (replace(one, below=()), replace(one, fixed=""))
    return (*nodes[:place], *made, *nodes[place + 1 :])


def without(nodes: tuple[Node, ...], path: tuple[int, ...]) -> tuple[Node, ...]:
    """Return the entries without the one at `path`, and what stands below it."""
    place, *deeper = path
    one = nodes[place]
    made = (replace(one, below=without(one.below, tuple(deeper))),) if deeper else ()
    return (*nodes[:place], *made, *nodes[place + 1 :])


def rows(nodes: tuple[Node, ...], above: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Yield the path of each counted entry that another of its kind follows."""
    for place, one in enumerate(nodes):
        after = nodes[place + 1] if place + 1 < len(nodes) else None
        counted = one.scheme.number and not one.fixed
        if counted and after and after.scheme == one.scheme and not after.fixed:
            yield (*above, place)
        yield from rows(one.below, (*above, place))


def id_of(path: tuple[int, ...]) -> str:
    """Return the id of the heading of the entry at `path`."""
    return ".".join(("t", *(str(place + 1) for place in path)))


def _instances(nodes: tuple[Node, ...], key: str) -> Iterator[Instance]:
    for place, node in enumerate(nodes, 1):
        own = f"{key}.{place}"
        fixed = Typed(node.fixed, Origin("clauses", WHERE)) if node.fixed else None
        yield Instance(
            own,
            Entry(WHERE, number=fixed),
            node.scheme.level,
            scheme=node.scheme,
            children=tuple(_instances(node.below, own)),
        )


def _ranks(nodes: tuple[Node, ...], key: str) -> dict[str, HeadingRank]:
    found: dict[str, HeadingRank] = {}
    for place, node in enumerate(nodes, 1):
        found |= {f"{key}.{place}": node.rank, **_ranks(node.below, f"{key}.{place}")}
    return found


# -- the kinds of headings that models have


@dataclass(frozen=True)
class Case:
    """An act, and the numbers that its headings show by themselves, separated by commas."""

    nodes: tuple[Node, ...]
    shown: str
    first_article: str = ""


_ARTICLE = scheme("article", 1, "Article {n}")
_CAPITALS = scheme("article", 1, "ARTICLE {n}", capitals=True)
_POINT = scheme("point", 2, "{parent}.{n}")
_SUB = scheme("sous-point", 3, "{parent}.{n}")
_ENDED = scheme("point", 2, "{parent}.{n}.", separator=" ")
_TITLE = scheme("titre", 1, "TITRE {n}", capitals=True, digits="romains")
_CHAPTER = scheme("chapitre", 2, "CHAPITRE {n}", capitals=True)
_LETTER = scheme("partie", 1, "Partie {n}", digits="lettres")
_THROUGH = scheme("article", 3, "Article {n}")
_ANEW = scheme("article", 3, "Article {n}", restart=True)
_AXE = scheme("axe", 2, "Axe {n}")
_THEME = scheme("theme", 3, "Thème {n}")
_ACTION = scheme("action", 2, "Action {n}")
_PLAIN = scheme("sous-titre", 2, "")
_ANNEX = scheme("annexe", 1, "ANNEXE {n}", capitals=True)
_RUN_IN = scheme("alinea", 2, "{n}°", run_in=". – ")


def _row(kind: HeadingScheme, count: int, *below: Node) -> tuple[Node, ...]:
    return (Node(kind),) * (count - 1) + (Node(kind, below=below),)


CASES = {
    "article": Case(_row(_ARTICLE, 3), "Article 1, Article 2, Article 3"),
    "capitals": Case(_row(_CAPITALS, 3), "Article 1, Article 2, Article 3"),
    "first": Case(_row(_ARTICLE, 3), "Article 1, Article 2, Article 3", "1er"),
    "first-capitals": Case(_row(_CAPITALS, 3), "Article 1, Article 2, Article 3", "1er"),
    "points": Case(
        (*_row(_ARTICLE, 2, *_row(_POINT, 3, *_row(_SUB, 3))), *_row(_ARTICLE, 1, Node(_POINT))),
        "Article 1, Article 2, 2.1, 2.2, 2.3, 2.3.1, 2.3.2, 2.3.3, Article 3, 3.1",
    ),
    "ended": Case(_row(_ARTICLE, 1, *_row(_ENDED, 3)), "Article 1, 1.1, 1.2, 1.3"),
    "titles-through": Case(
        _row(_TITLE, 1, *_row(_THROUGH, 2)) + _row(_TITLE, 3, *_row(_THROUGH, 2)),
        "Titre I, Article 1, Article 2, Titre II, Titre III, Titre IV, Article 3, Article 4",
    ),
    "titles-anew": Case(
        _row(_TITLE, 1, *_row(_ANEW, 2)) + _row(_TITLE, 1, *_row(_ANEW, 2)),
        "Titre I, Article 1, Article 2, Titre II, Article 1, Article 2",
    ),
    "chapters": Case(
        _row(_TITLE, 2, *_row(_CHAPTER, 3, *_row(_THROUGH, 2))),
        "Titre I, Titre II, Chapitre 1, Chapitre 2, Chapitre 3, Article 1, Article 2",
    ),
    "letters": Case(_row(_LETTER, 3), "Partie A, Partie B, Partie C"),
    "axes": Case(
        _row(_CAPITALS, 2, *_row(_AXE, 2, *_row(_THEME, 2))) + _row(_CAPITALS, 1, Node(_AXE)),
        "Article 1, Article 2, Axe 1, Axe 2, Thème 1, Thème 2, Article 3, Axe 1",
    ),
    "below-plain": Case(
        _row(_ARTICLE, 1, *_row(_PLAIN, 2, *_row(_THEME, 2))) + _row(_ARTICLE, 1),
        "Article 1, Thème 1, Thème 2, Article 2",
    ),
    "two-kinds": Case(
        _row(_ARTICLE, 1, *_row(_AXE, 2), *_row(_ACTION, 2)) + _row(_ARTICLE, 1, Node(_ACTION)),
        "Article 1, Axe 1, Axe 2, Action 1, Action 2, Article 2, Action 1",
    ),
    "bis": Case(
        (Node(_ARTICLE), Node(_ARTICLE), Node(_ARTICLE, "2 bis", _row(_POINT, 2)), Node(_ARTICLE)),
        "Article 1, Article 2, Article 2 bis, 2 bis.1, 2 bis.2, Article 3",
    ),
    "jump": Case(
        (Node(_ARTICLE), Node(_ARTICLE), Node(_ARTICLE, "7"), Node(_ARTICLE)),
        "Article 1, Article 2, Article 7, Article 8",
    ),
    "jump-below": Case(
        (
            *_row(_ARTICLE, 1, Node(_POINT), Node(_POINT, "7"), Node(_POINT)),
            *_row(_ARTICLE, 1, *_row(_POINT, 2)),
            *_row(_ARTICLE, 1, *_row(_POINT, 2)),
        ),
        "Article 1, 1.1, 1.7, 1.8, Article 2, 2.1, 2.2, Article 3, 3.1, 3.2",
    ),
    "annexes": Case(
        (
            *_row(_ARTICLE, 2),
            *(Node(_ANNEX, fixed, rank="annex") for fixed in ("", "", "2 bis")),
            Node(_ANNEX, "", (*_row(_AXE, 2), *_row(_POINT, 2)), "annex"),
        ),
        "Article 1, Article 2, Annexe 1, Annexe 2, Annexe 2 bis, Annexe 3, Axe 1, Axe 2, 3.1, 3.2",
    ),
    "run-in": Case(
        _row(_ARTICLE, 1, *_row(_RUN_IN, 3)) + _row(_ARTICLE, 1, *_row(_RUN_IN, 2)),
        "Article 1, 1°, 2°, 3°, Article 2, 1°, 2°",
    ),
}
"""By what each of them tries."""

# -- at random

_TOP = (
    "Article {n}",
    "ARTICLE {n}",
    "TITRE {n}",
    "Axe {n}",
    "{n}.",
    "{n}°",
    "{n}",
    "",
    "Fiche {n} –",
)
_BELOW = (
    *_TOP,
    "{parent}.{n}",
    "{parent}.{n}.",
    "{parent}-{n}",
    "Article {parent}-{n}",
    "Thème {n}",
)
_FIXED = ("5 bis", "1", "3", "7", "2.2", "1er", "IV", "C", "unique", "40", "0")
_schemes = st.integers(1, 4).flatmap(
    lambda level: st.builds(
        HeadingScheme,
        st.sampled_from(("article", "axe", "theme", "point")).map(lambda name: f"{name}{level}"),
        st.just(level),
        st.sampled_from(_TOP if level == 1 else _BELOW),
        st.sampled_from((SEPARATOR, " – ", "")),
        st.sampled_from(("", "", "1er", "premier", "I")),
        st.booleans(),
        st.booleans(),
        digits=st.sampled_from(("arabes", "arabes", "romains", "lettres")),
        run_in=st.sampled_from(("", "", "", ". – ")),
    )
)


@st.composite
def acts(draw: st.DrawFn) -> Draft:
    """Any act: headings of a few kinds on four levels, some with numbers of their own."""
    known = draw(st.lists(_schemes, min_size=1, max_size=6, unique_by=lambda one: one.name))
    known = sorted(known, key=lambda one: one.level)
    count = draw(st.integers(1, 14))
    flat = draw(st.lists(st.sampled_from(known), min_size=count, max_size=count))
    fixed = draw(st.lists(st.sampled_from(("",) * 12 + _FIXED), min_size=count, max_size=count))
    rank = draw(st.sampled_from(("clause", "clause", "annex")))
    nodes = tuple(_nested(list(zip(flat, fixed, strict=True)), rank))
    return act(*nodes, first_article=draw(st.sampled_from(("", "1er"))))


def _nested(rows: list[tuple[HeadingScheme, str]], rank: HeadingRank) -> Iterator[Node]:
    """Yield the rows as entries: each stands below the last one of a higher level."""
    while rows:
        (own, fixed), *rows = rows
        end = next((n for n, (one, _) in enumerate(rows) if one.level <= own.level), len(rows))
        below, rows = rows[:end], rows[end:]
        top = rank if own.level == 1 else "clause"
        yield Node(own, fixed, tuple(_nested(below, rank)), top)
