"""Edits of single scalars: the scalar reads as the new text, and no other character moves."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conventassembler.diagnostics import Diagnostic
from conventassembler.source import MappingNode, Node, Scalar, SequenceNode, cleaned, read_yaml
from conventassembler.source.edits import Edit, edited

WORDS = (
    "duree/tacite",
    "préavis en mois",
    "l'eau",
    "a: b",
    "x #y",
    "- z",
    "oui",
    "[b]",
    "{c}",
    '"',
)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield keys and values in the order in which they are typed."""
    if isinstance(node, MappingNode):
        for pair in node.entries:
            yield pair.key
            yield from scalars(pair.value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Scalar):
        yield node


def unified(text: str) -> str:
    """Return a text as `read_text` gives it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read(text: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    return read_yaml(unified(text), "f.yaml")


def change(text: str, old: str, new: str) -> str:
    root, _ = read(text)
    return edited(text, [Edit(item, new) for item in scalars(root) if item.text.strip() == old])


def after(text: str) -> tuple[int, int]:
    """Return the line and the column that follow a text."""
    lines = unified(text).split("\n")
    return len(lines), len(lines[-1]) + 1


@pytest.mark.parametrize(
    ("text", "old", "new", "gives"),
    [
        ("- a/b\n", "a/b", "c/d", "- c/d\n"),
        ("- a/b", "a/b", "c/d", "- c/d"),
        ("- 'a/b' # a/b\n", "a/b", "c/d", "- 'c/d' # a/b\n"),
        ('"a" :  1\r\n# a\r\nb: a\r\n', "a", "c", '"c" :  1\r\n# a\r\nb: c\r\n'),
        ("\ufeffa: 1\na2: a\n", "a", "longer", "\ufefflonger: 1\na2: longer\n"),
        ("a: 1\rb: a\r", "a", "c", "c: 1\rb: c\r"),
        ("{a: 1, b: [a , c]}", "a", "d e", "{d e: 1, b: [d e , c]}"),
        ("a: 1\n", "a", "b: c", '"b: c": 1\n'),
        ("a: 1\n", "a", "# b", '"# b": 1\n'),
        ("[a]", "a", "b, c", '["b, c"]'),
        ("'a': 1\n", "a", "l'eau", "'l''eau': 1\n"),
        ("'a': 1\n", "a", "b\nc", '"b\\nc": 1\n'),
        ('"a": 1\n', "a", 'dit "b"\\', '"dit \\"b\\"\\\\": 1\n'),
        ('"\\x61": 1\n', "a", "b", '"b": 1\n'),
        ("a: 1\n", "a", "préavis en mois", "préavis en mois: 1\n"),
        ("pre\u0301avis: é\nb: e\u0301\n", "é", "e", "pre\u0301avis: e\nb: e\n"),
        ("b: |\n\n   a\nc: d\n", "a", "e/f", "b: |\n\n   e/f\nc: d\n"),
        ("b: >- # mot\n   a   \n\nc: d\n", "a", "e/f", "b: >- # mot\n   e/f   \n\nc: d\n"),
        ("? a\n: 1\n", "a", "e", "? e\n: 1\n"),
        ("b: !x &y a\n", "a", "e", "b: !x &y e\n"),
        ('a: "b\n  c"\n', "b c", "d", 'a: "d"\n'),
        ("a: 𝔸 \nb: {𝔸: c, a: 1}\n", "a", "é", "é: 𝔸 \nb: {𝔸: c, é: 1}\n"),
    ],
)
def test_an_edit(text: str, old: str, new: str, gives: str) -> None:
    assert change(text, old, new) == gives


# -- any scalar of any text

Piece = tuple[str, bool]
"""Characters, and whether they are a scalar that may be edited."""

characters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))
names = st.one_of(
    st.sampled_from(WORDS), st.text(characters | st.sampled_from(" '\"\\:#,-"), min_size=1)
).map(lambda text: unicodedata.normalize("NFC", text))


@st.composite
def scalar(draw: st.DrawFn) -> Piece:
    """Return a text in one of the ways of typing it; without quotes, it may mean something else."""
    text = draw(names)
    double = text.replace("\\", "\\\\").replace('"', '\\"')
    single = text.replace("'", "''")
    return draw(st.sampled_from((f'"{double}"', f"'{single}'", text))), True


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a YAML text cut in three: before, in and after one of its scalars."""
    pieces: list[Piece] = [("# Une note : [a]\n", False)]
    for rank in range(draw(st.integers(1, 4))):
        key, value, other = (draw(scalar()) for _ in range(3))
        shapes = (
            (key, ": ", value, f"  # {rank}\n"),
            (f"k{rank}:\n  - ", value, "\n  -   ", key, ": ", other, "\n"),
            (f"k{rank}: {{", key, ": ", value, ", z: [", other, " ]}\n"),
            ("? ", key, "\n: ", value, "\n"),
            (f"k{rank}: |-\n\n   une ligne\n",),
        )
        shape = draw(st.sampled_from(shapes))
        pieces += [(part, False) if isinstance(part, str) else part for part in shape]
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    chosen = draw(st.sampled_from([rank for rank, piece in enumerate(pieces) if piece[1]] or [0]))
    parts = ["".join(text for text, _ in some) for some in (pieces[:chosen], pieces[chosen + 1 :])]
    before, after = (part.replace("\n", end) for part in parts)
    cut = draw(st.booleans())
    mark = draw(st.sampled_from(("", "\ufeff")))
    return mark + before, pieces[chosen][0], after.removesuffix(end) if cut else after


def spans(item: Scalar) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where a scalar begins and ends."""
    return (item.position.line, item.position.column), (item.end.line, item.end.column)


@given(texts(), names)
def test_the_scalar_reads_as_the_new_text_and_nothing_else_moves(
    parts: tuple[str, str, str], new: str
) -> None:
    # No name begins with a no-break space, which would be refused where it stands.
    assume(new.strip() and not new.startswith("\N{NO-BREAK SPACE}"))
    assume(cleaned(new) == new)  # an invisible character is told, and taken out
    prefix, typed, suffix = parts
    text = "".join(parts)
    root, found = read(text)
    assume(not found)
    there = [
        item for item in scalars(root) if spans(item) == (after(prefix), after(prefix + typed))
    ]
    assume(there)

    changed = edited(text, [Edit(there[0], new)])

    assert changed.startswith(prefix)
    assert changed.endswith(suffix)
    middle = changed[len(prefix) : len(changed) - len(suffix)]
    assert middle[0] == typed[0] or middle[0] == '"' or typed[0] not in "'\""
    again, findings = read(changed)
    assert {item.code for item in findings} <= {"C101"}  # the new key may be typed already
    if not findings:
        expected = [new if item is there[0] else item.text for item in scalars(root)]
        assert [item.text for item in scalars(again)] == expected
