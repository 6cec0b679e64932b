"""What `lines` reads, ruamel's parser reads alike; and it reads nearly all that is right."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from conventassembler.source import characters, unified
from conventassembler.source.front_matter import split_front_matter
from conventassembler.source.lines import usual_events
from conventassembler.source.page import Page
from conventassembler.source.parser import all_events

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
    """Tell whether `text` is usual, after a look that the parser reads it alike."""
    readable = characters.readable(text)
    told = usual_events(readable)
    if told is None:
        return False
    _, *parsed = all_events(readable, Page(text, "f.yaml", 1))
    assert told == parsed
    return True


@given(LINES | st.text(SIGNS, max_size=60))
@example("a:\n- b\n-\n- c:\n-\n  d: e\nf:\n")
@example("a: |\n  b\n\n   c\n\n# d\ne: >-\n  f\n  g\n\n\n  h\n")
@example("- |\n #\n  ")
@example("a:\n  b: [c, 'd', {e: \"f\"}]   # g\n")
def test_what_is_usual_is_read_as_ruamel_reads_it(text: str) -> None:
    agrees(text)


@given(st.data())
def test_a_file_with_a_slip_is_read_as_ruamel_reads_it(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(FILES)).split("\n")
    first = data.draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + 12])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 3))
        put = data.draw(st.text(SIGNS, max_size=3) | st.sampled_from(PIECES))
        text = text[:at] + put + text[at + gone :]
    agrees(text)


def test_the_files_that_are_right_are_usual() -> None:
    agreements = [text for text in FILES if agrees(text)]

    assert len(agreements) > 0.9 * len(FILES)
