"""What the parser in C reads, the one in Python reads alike; it reads nearly all that is right."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conventassembler.source import characters, parser, unified
from conventassembler.source.front_matter import split_front_matter
from conventassembler.source.page import Page

REPOSITORY = Path(__file__).parents[2]
SIGNS = "ab1é .-:#'\"|>[]{},?&*!%@\\\t\n\n  "
"""What texts of YAML are made of; line ends and spaces more often than the rest."""
PIECES = (
    *("- ", "-", "a: ", "clé b: ", "a:", "'c': ", "? ", "a : ", "...", "---", "# rien", " #", "#1"),
    *("mot", "deux mots", '"dit"', "'dit l''un'", '"a\\"b"', '"ouvert', "12:30", "a #b", "l'un"),
    *("[a, b]", "[]", "{}", "{a: b}", '["a, b", [c]]', "[a", "{a}", "[a,]", "{a: [b, {c: d}]}"),
    *("|", ">", "|-", ">-", "|+", "|2", "&x", "*x", "!t", "%", "@", "\t", "\u00a0", "\x85", "-5"),
    *(" ", "  "),
)
LINES = st.lists(
    st.builds(
        lambda margin, pieces: " " * margin + "".join(pieces),
        st.integers(0, 5),
        st.lists(st.sampled_from(PIECES), max_size=4),
    ),
    max_size=9,
).map("\n".join)


def files() -> list[str]:
    """Return the YAML of the repository: agreements, front matters, the gallery of errors."""
    places = [REPOSITORY / place for place in ("agreements", "clauses", "tests/errors")]
    texts = []
    for path in sorted(path for place in places for path in place.rglob("*")):
        if path.suffix not in (".yaml", ".md"):
            continue
        text = unified(path.read_text(encoding="utf-8", errors="replace"))
        if path.suffix == ".md":
            parts, _ = split_front_matter(text, path.name)
            text = parts.front_matter if parts else ""
        texts.append(text)
    return texts


FILES = files()


def agrees(text: str) -> bool:
    """Tell whether `text` is read by the parser in C, after a look that both read it alike."""
    readable = characters.readable(text)
    fast = parser.fast(readable)
    if not fast:
        return False
    page = Page(text, "f.yaml", 1)
    assert [*parser.told(fast)] == [*parser.told(parser.careful(readable, page))]
    return True


@given(LINES | st.text(SIGNS, max_size=60))
@example("a:\n- b\n-\n- c:\n-\n  d: e\nf:\n")
@example("a: |\n  b\n\n   c\n\n# d\ne: >-\n  f\n  g\n\n\n  h\n")
@example("a:\n  b: [c, 'd', {e: \"f\"}]   # g\n")
def test_both_read_a_text_alike(text: str) -> None:
    agrees(text)


@given(st.data())
def test_both_read_a_file_with_a_slip_alike(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(FILES)).split("\n")
    first = data.draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + 12])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 3))
        put = data.draw(st.text(SIGNS, max_size=3) | st.sampled_from(PIECES))
        text = text[:at] + put + text[at + gone :]
    agrees(text)


def test_the_files_that_are_right_are_read_by_the_fast_one() -> None:
    read = [text for text in FILES if agrees(text)]

    assert len(read) > 0.9 * len(FILES)


@pytest.mark.parametrize("text", ["a: &b c\n", "a: *b\n", "a: [", "a: |#\n b\n", "\ta: b\n"])
def test_what_may_be_read_in_two_ways_is_left_to_the_careful_one(text: str) -> None:
    assert not agrees(text)


def test_without_the_fast_one_all_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page("a:\n- b\n-\n", "f.yaml", 1)
    with_it = [*parser.events(page.text, page)]
    monkeypatch.setattr(parser, "CParser", None)

    assert [*parser.events(page.text, page)] == with_it
