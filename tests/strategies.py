"""Drafts at random, for properties: every block and inline, and texts that mean harm.

No control character but the tab and the line feed, no lone surrogate and no noncharacter: a
draft that the tool composed holds none.
"""

from dataclasses import replace
from typing import TypeVar, get_args

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Draft,
    Enumeration,
    Field,
    Footnote,
    Heading,
    HeadingNumber,
    HeadingRank,
    Inlines,
    LineBreak,
    ListItem,
    NewPage,
    Paragraph,
    Provenance,
    Reference,
    Role,
    Row,
    RowRole,
    Signatory,
    SignatureGrid,
    Source,
    Table,
    Text,
    Title,
    ValueMark,
)
from conventassembler.french.numerals import Digits, write_numeral
from conventassembler.values import BlankKind

T = TypeVar("T")
SEED = 20260301
"""What the same examples come of in every run."""

NONCHARACTERS = "".join(
    [chr(code) for code in range(0xFDD0, 0xFDF0)]
    + [chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)]
)

MARKDOWN = (
    "*", "**", "_", "__", "`", "```", "~~~", "~", "[", "]", "(", ")", "![", "](", "[a]: b", "<",
    ">", "<br>", "<b>", "<!--", "-->", "<http://a.fr>", "&", "&amp;", "&#32;", "amp;", "#32;", "#",
    "## ", " ##", "-", "- ", "---", "+ ", "* ", "1.", "2) ", "1\\.", "===", "=", "|", "|-|", ":-|",
    "\\", "\\\n", "    ", "\t", "\n", "\n\n", "!", ":", "$", "{{ a }}", "{% b %}", "{#", "\\|",
)  # fmt: skip
XML = ("]]>", "<w:t>", "&lt;", "&#10;", '"', "'", "<?a?>", "</", "/>")
FRENCH = (
    "é", "Œ", "Le CCAS", "la Commune", " ", ". ", ". Le", "M. Martin", "L. 1111-9", "n° 12",
    "etc. Il", "\u00a0", "\u202f", "\u00a0: ", "« Bien\u00a0»", "’", "'", "…", "... ", "1er",
    "200\u202f000\u00a0€", "[à compléter]", "[à compléter", "jean_dupont@mairie.fr", "–", "mot",
)  # fmt: skip
EXOTIC = (
    "\U0001f600", "\u200b", "\u200d", "\u0301", "\u2028", "\u2029", "\ufeff", "שלום", "مرحبا",
    "\u202e", "漢", "\u3000", "\u2003", "\ue000", "\ufffd", "²", "ß",
)  # fmt: skip

characters = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters=NONCHARACTERS
)
tokens = st.sampled_from((*MARKDOWN, *XML, *FRENCH, *EXOTIC, *"abcABC012 .,;"))
texts = st.lists(tokens | characters, max_size=8).map("".join)
"""Any text, most often one that some format would take for its own marks."""
words = texts.filter(bool)
lines = texts.map(lambda text: text.replace("\n", " "))
ids = st.text("abcdef0123456789-/", min_size=1, max_size=8)
flags = st.sampled_from((False, False, True))

marks = st.none() | st.builds(ValueMark, ids, st.sampled_from(("", "date", "en_annees")), lines)
plain_inlines = st.builds(Text, words, flags, flags)
valued_inlines = st.builds(Text, words, flags, flags, st.builds(ValueMark, ids))
blanks = st.builds(
    Blank,
    ids | st.text("abc[].", min_size=60, max_size=90),
    lines,
    texts,
    flags,
    flags,
    st.sampled_from(get_args(BlankKind)),
    st.lists(texts, max_size=3).map(tuple),
)
uncalled = st.one_of(
    st.builds(Text, texts, flags, flags, marks),
    st.builds(Text, words, flags, flags, marks),
    st.builds(Reference, ids, words, flags, flags),
    blanks,
    st.builds(
        Field,
        st.just("pages"),
        st.sampled_from(("", "3")),
        flags,
        flags,
        st.sampled_from(("figures", "words")),
        flags,
        flags,
    ),
    st.builds(LineBreak),
)
without_notes: st.SearchStrategy[Inlines] = st.lists(uncalled, max_size=4).map(tuple)
footnotes = st.builds(Footnote, ids, without_notes)
inline = st.one_of(uncalled, uncalled, uncalled, footnotes)
inlines: st.SearchStrategy[Inlines] = st.lists(inline, max_size=5).map(tuple)
provenances = st.builds(Provenance, ids, lines, st.integers(0, 999))

titles = st.builds(Title, ids, st.lists(inlines, max_size=3).map(tuple), provenances)
headings = st.builds(
    Heading,
    ids,
    st.integers(1, 7),
    st.sampled_from(("", "Article 3", "Axe 2", "1.")) | texts,
    st.sampled_from(("", "\u00a0: ", ". ")) | texts,
    inlines,
    flags,
    provenances,
    st.sampled_from(get_args(HeadingRank)),
    st.sampled_from(("", "", " : ", ". – ")),
)
roles = st.sampled_from(get_args(Role))
paragraphs = st.builds(Paragraph, ids, inlines, roles, st.integers(1, 4), provenances)
kinds = st.sampled_from(("bullet", "ordered"))
items = st.builds(
    ListItem,
    ids,
    inlines,
    st.integers(1, 4),
    kinds,
    st.integers(1, 30),
    provenances,
    st.sampled_from(get_args(Enumeration)),
)
signatories = st.builds(Signatory, ids, ids, inlines, inlines, inlines, inlines)
signature_grids = st.builds(
    SignatureGrid,
    ids,
    st.lists(st.lists(signatories, max_size=3).map(tuple), max_size=2).map(tuple),
    provenances,
    flags,
)
new_pages = st.builds(NewPage, ids, st.sampled_from(("portrait", "landscape")), provenances)
entries = st.builds(ContentsEntry, ids, st.integers(1, 5), without_notes)
contents = st.builds(Contents, ids, st.lists(entries, max_size=3).map(tuple), provenances)
in_cells: st.SearchStrategy[Block] = st.one_of(paragraphs, items, headings)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    aligned = st.sampled_from(("left", "center", "right"))
    cell = st.builds(Cell, st.lists(in_cells, max_size=2).map(tuple), st.integers(1, 2))
    roles = st.sampled_from(get_args(RowRole))
    row = st.builds(Row, ids, st.lists(cell, max_size=width).map(tuple), roles)
    return Table(
        draw(ids),
        draw(st.tuples(*[aligned] * width)),
        draw(st.none() | row),
        draw(st.lists(row, max_size=2).map(tuple)),
        draw(provenances),
        draw(st.sampled_from(("grid", "record"))),
        draw(st.sampled_from(((), (50,), (28, 72), (0, 40, 60)))),
    )


simple_blocks = st.one_of(titles, headings, paragraphs, items, signature_grids, new_pages, contents)
blocks: st.SearchStrategy[Block] = st.one_of(
    simple_blocks, st.lists(items, min_size=1, max_size=1).map(lambda one: one[0]), tables()
)
sources = st.builds(Source, ids, ids, lines, lines, st.lists(lines, max_size=2).map(tuple), lines)
drafts = st.builds(
    Draft,
    ids,
    lines,
    lines,
    st.lists(blocks, max_size=6).map(tuple),
    st.just("fr-FR"),
    st.sampled_from(((), ("–", "•"), ("-",))),
    st.lists(sources, max_size=2).map(tuple),
)
"""Any draft; tables hold paragraphs, list items and headings."""

NAMES = ("Article {n}", "{parent}.{n}", "{n}", "axe {n}", "annexe {n}", "Titre {parent}-{n}")
"""What stands around a number; « {parent} » is that of the heading above."""
SORTS: tuple[Digits, ...] = ("arabes", "arabes", "romains", "lettres")
jumps = st.sampled_from((1, 1, 1, 1, 0, 2, 7))
"""What the next heading of a row counts on by; 0 repeats a number, 2 passes one over."""
fixed_numbers = st.sampled_from(("5 bis", "2 ter", "unique", "A-1", "préliminaire"))


@st.composite
def outlines(draw: st.DrawFn) -> tuple[Block, ...]:
    """Numbered headings of several levels, with running text and other blocks in between.

    Most count on as they would in an act; some begin anew, pass a number over or have one by hand.
    """
    made: list[Block] = []
    held: dict[int, str] = {}
    last: dict[tuple[int, str], int] = {}
    schemes = draw(st.lists(_schemes, min_size=4, max_size=4))
    for number in range(draw(st.integers(1, 8))):
        level = draw(st.integers(1, 4))
        words, digits, through, capitals, first = schemes[level - 1]
        name = words.lower() if capitals else words[:1].upper() + words[1:]
        for deeper in [one for one in held if one >= level]:
            del held[deeper]
        for key in [one for one in last if one[0] > level and not through]:
            del last[key]
        parent = next((held[one] for one in sorted(held, reverse=True)), "")
        text, value = _numeral(draw, last, (level, name), digits)
        held[level] = _held(name, parent).replace("{n}", text)
        shown = first if first and value == 1 else text
        said = _pattern(name, parent).replace("{parent}", parent).replace("{n}", shown)
        pattern = said if value is None else _pattern(name, parent)
        count = HeadingNumber(name, pattern, said, digits, value, through)
        block = draw(headings)
        made.append(
            replace(
                block,
                id=f"h{number}",
                level=level,
                label=said[:1].upper() + said[1:],
                capitals=capitals,
                run_in="",
                number=count,
            )
        )
        made += draw(st.lists(in_cells | tables(), max_size=2))
    return tuple(made)


_schemes = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(SORTS),
    flags,
    flags,
    st.sampled_from(("", "", "1er", "premier")),
)


def _numeral(
    draw: st.DrawFn, last: dict[tuple[int, str], int], key: tuple[int, str], digits: Digits
) -> tuple[str, int | None]:
    """Return the next number of a row, as it is written and what it counts for."""
    if draw(st.integers(0, 9)) == 0:
        return draw(fixed_numbers), None
    value = max(last.get(key, 0) + draw(jumps), 1)
    last[key] = value
    return write_numeral(value, digits), value


def _pattern(name: str, parent: str) -> str:
    """Return the pattern of a heading; without a heading above there is no place for its number."""
    return name if parent else name.replace("{parent}.", "").replace("{parent}-", "")


def _held(name: str, parent: str) -> str:
    """Return what the numbers below begin with."""
    return "{n}" if "{parent}" not in name or not parent else f"{parent}.{{n}}"


outlined = st.builds(
    Draft,
    ids,
    lines,
    lines,
    outlines(),
    st.just("fr-FR"),
    st.just(("–",)),
)
"""Any draft whose headings are numbered."""


def drawn(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """Return as many examples of `strategy`, the same ones in every run."""
    found: list[T] = []

    @seed(SEED)
    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(one: T) -> None:
        found.append(one)

    draw()
    return found
