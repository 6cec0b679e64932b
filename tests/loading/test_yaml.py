"""YAML text to a tree: places, what is refused, and broken files told in plain words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.diagnostics.wording import message, remedy
from conventassembler.source import (
    MappingNode,
    Node,
    RefusedNode,
    Scalar,
    SequenceNode,
    fold,
    identifier,
    read_yaml,
)
from conventassembler.source.front_matter import split_front_matter


def told(text: str) -> list[tuple[str, int, int]]:
    _, found = read_yaml(text, "f.yaml")
    return [(item.code, item.position.line, item.position.column) for item in found]


def mapping(text: str) -> MappingNode:
    node, found = read_yaml(text, "f.yaml")
    assert isinstance(node, MappingNode)
    assert [item.code for item in found] == []
    return node


def plain(node: Node) -> object:
    """Return texts, lists and dicts."""
    if isinstance(node, MappingNode):
        return {pair.key.text: plain(pair.value) for pair in node.entries}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def test_scalars_stay_text() -> None:
    written = {
        "a": "01000", "b": "oui", "c": "1e5", "d": "31/12/2027", "e": "null", "f": "0x1F",
        "g": "2026-01-15", "h": "1_000", "i": "~", "j": "12:30:45",
    }  # fmt: skip

    assert plain(mapping("".join(f"{key}: {text}\n" for key, text in written.items()))) == written


def test_keys_and_values_keep_their_place() -> None:
    node = mapping('parties:\n  commune:\n    nom: "Longvic"\n')
    commune = node.entries[0].value
    assert isinstance(commune, MappingNode)
    inner = commune.entries[0].value
    assert isinstance(inner, MappingNode)
    name = inner.entries[0]

    assert (name.key.position.line, name.key.position.column) == (3, 5)
    assert isinstance(name.value, Scalar)
    assert (name.value.position.line, name.value.position.column) == (3, 10)
    assert (name.value.end.line, name.value.end.column) == (3, 19)
    assert name.value.style == "quoted"


def test_a_block_of_text_is_placed_at_its_words() -> None:
    text = mapping("texte: |\n\n    Un *mot*.\n\n    Un autre.\n").entries[0].value

    assert isinstance(text, Scalar)
    assert (text.position.line, text.position.column) == (3, 5)
    assert text.text == "\nUn *mot*.\n\nUn autre.\n"
    assert text.style == "block"


def test_lines_count_from_the_first_line_given() -> None:
    _, found = read_yaml("titre: x\nTitre: y\n", "f.md", first_line=2)

    assert found[0].position.line == 3
    assert found[0].arguments["line"] == "2"


def test_refused_constructs_are_told_in_one_run() -> None:
    text = (
        "a: &x 1\nb: *x\nc: !!str d\nd: !!python/object/apply:os.getcwd []\n"
        "<<: {e: f}\n? [g]\n: h\nA: 2\n"
    )

    assert told(text) == [
        ("C120", 1, 4),
        ("C121", 2, 4),
        ("C122", 3, 4),
        ("C122", 4, 4),
        ("C124", 5, 1),
        ("C125", 6, 3),
        ("C101", 8, 1),
    ]


def test_an_alias_bomb_is_never_expanded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    node, found = read_yaml("\n".join(lines), "f.yaml")

    assert {item.code for item in found} == {"C120", "C121"}
    assert isinstance(node, MappingNode)
    last = node.entries[-1].value
    assert isinstance(last, SequenceNode)
    assert all(isinstance(item, RefusedNode) for item in last.items)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("préavis en mois", "PREAVIS-EN-MOIS"),
        ("préavis en mois", "preavis_en_mois"),
        ("œuvre", "oeuvre"),
        ("l'objet", "l’objet"),
        ("e\u0301tat", "état"),
    ],
)
def test_keys_that_fold_alike_are_doubled(first: str, second: str) -> None:
    assert told(f'"{first}": 1\n"{second}": 2\n') == [("C101", 2, 1)]


def test_nesting_stops_at_its_bound() -> None:
    assert told("a: " + "[" * 19 + "]" * 19) == []
    assert [code for code, *_ in told("a: " + "[" * 50_000)] == ["C126"]
    assert [code for code, *_ in told("- " * 5_000 + "a")] == ["C126"]


BROKEN = {
    "no colon": ("a: b\nc\n", "C111", 2, 1),
    "no colon, then keys": ("parties\n  commune: x\n", "C111", 1, 1),
    "single quote open": ("a: 'x\nb: c\n", "C112", 1, 4),
    "double quote open, closed by the next": ('a: "x\nb: "c"\n', "C112", 1, 4),
    "bracket open": ("a: [1, 2\nb: c\n", "C113", 1, 4),
    "brace open": ("a: {b: c\n", "C113", 1, 4),
    "line too far right": ("a: b\n  c: d\n", "C229", 2, 3),
    "value above keys": ("a: électronique\n  c: d\n", "C229", 2, 3),
    "line between two levels": ("a:\n  b: c\n d: e\n", "C117", 3, 2),
    "dash among keys": ("a: b\n- c\n", "C117", 2, 1),
    "key among dashes": ("- a\nb: c\n", "C117", 2, 1),
    "tab": ("a:\n\tb: c\n", "C110", 2, 1),
    "colon in a value": ("a: b : c\n", "C115", 1, 6),
    "glued colon": ("a:b\nc: d\n", "C114", 1, 2),
    "no-break space after a colon": ("a: b\nc:\u00a0d\n", "C128", 2, 3),
    "no-break space before a key": ("a: b\n\u00a0c: d\n", "C128", 2, 1),
    "reserved at": ("a: @x\n", "C116", 1, 4),
    "reserved percent": ("a: %x\n", "C116", 1, 4),
    "reserved backtick": ("a: `x`\n", "C116", 1, 4),
    "star alone": ("a: *\n", "C116", 1, 4),
    "bracket closed, never opened": ("a: ]\n", "C116", 1, 4),
    "words after a bar": ("a: |x\n  b\n", "C116", 1, 4),
    "list on the line of its key": ("a: - b\n", "C129", 1, 4),
    "apostrophe in single quotes": ("a: 'l'eau'\n", "C130", 1, 7),
    "words after a quote": ('a: "x" y\n', "C130", 1, 8),
    "backslash": ('a: "C:\\part"\n', "C118", 1, 7),
    "escape out of Unicode": ('a: "\\UFFFFFFFF"\n', "C119", 1, 1),
    "second document": ("a: b\n---\nc: d\n", "C123", 2, 1),
    "empty": ("", "C007", 1, 1),
    "comment alone": ("# rien\n", "C007", 1, 1),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), BROKEN.values(), ids=BROKEN)
def test_broken_yaml_is_told_at_the_culprit(text: str, code: str, line: int, column: int) -> None:
    assert told(text) == [(code, line, column)]


def test_a_value_to_quote_is_written_out() -> None:
    _, found = read_yaml("date: à compléter : avant juin\n", "f.yaml")

    assert found[0].arguments["suggestion"] == 'date: "à compléter : avant juin"'


@pytest.mark.parametrize(
    ("written", "kept", "character", "column"),
    [
        ('"\uf0b7 Longvic"', " Longvic", "U+F0B7", 5),
        ("Long\x07vic", "Longvic", "U+0007", 8),
        ('"a\\x0bb"', "a b", "U+000B", 4),
        ("un\u2028deux", "un deux", "U+2028", 6),
        ("a\u200bb", "ab", "U+200B", 5),
        ("a\ufdd0b", "ab", "U+FDD0", 5),
        ("a\u202eb", "ab", "U+202E", 5),
    ],
)
def test_invisible_characters_are_taken_out(
    written: str, kept: str, character: str, column: int
) -> None:
    node, found = read_yaml(f"a: {written}\n", "f.yaml")

    assert isinstance(node, MappingNode)
    assert plain(node) == {"a": kept}
    assert [(item.code, item.arguments["character"]) for item in found] == [("C127", character)]
    assert (found[0].position.line, found[0].position.column) == (1, column)


def test_values_are_composed() -> None:
    assert plain(mapping("a: de\u0301partement\n")) == {"a": "département"}


@pytest.mark.parametrize(
    ("written", "folded", "name"),
    [
        ("Préavis en mois", "preavisenmois", "preavis_en_mois"),
        ("ci-après", "ciapres", "ci_apres"),
        ("base légale", "baselegale", "base_legale"),
        ("short_name", "shortname", "short_name"),
        ("Côte-d'Or", "cotedor", "cote_d_or"),
        ("Œuvre n° 2", "oeuvren2", "oeuvre_n_2"),
    ],
)
def test_names_are_folded(written: str, folded: str, name: str) -> None:
    assert (fold(written), identifier(written)) == (folded, name)


def test_a_clause_file_is_cut_in_two() -> None:
    source, found = split_front_matter("---\ntitre: Durée\n---\n\nTexte.\n\n---\nFin.\n", "f.md")

    assert found == ()
    assert source is not None
    assert (source.front_matter, source.front_matter_line) == ("titre: Durée", 2)
    assert (source.body, source.body_line) == ("Texte.\n\n---\nFin.\n", 5)


@pytest.mark.parametrize("text", ["---\ntitre: x\n---", "---\ntitre: x\n---\n", "---\n---\n\n\n"])
def test_a_clause_without_body_has_none(text: str) -> None:
    source, _ = split_front_matter(text, "f.md")

    assert source is not None
    assert not source.body.strip()


@pytest.mark.parametrize(
    ("text", "code"), [("titre: x\n", "C131"), ("", "C131"), ("---\ntitre: x\n", "C132")]
)
def test_a_missing_fence_is_told(text: str, code: str) -> None:
    _, found = split_front_matter(text, "f.md")

    assert [item.code for item in found] == [code]


SOUP = st.text(
    st.one_of(
        st.sampled_from(list("ab:-[]{}'\"|>&*!#%@`,?\n\n \t\\é")),
        st.sampled_from(["\u00a0", "\x07", "\u2028", "\ue000", "\ufeff", "\U0001f600"]),
    ),
    max_size=80,
)


@given(SOUP)
def test_no_text_breaks_the_reader(text: str) -> None:
    node, found = read_yaml(text, "f.yaml")

    lines = text.split("\n")
    for item in found:
        assert 1 <= item.position.line <= max(1, len(lines))
        assert 1 <= item.position.column <= len(lines[item.position.line - 1]) + 1
        assert message(item, "en")
        assert remedy(item, "en")
    assert node is not None or found


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(max_size=40)))
def test_quoted_values_are_read_as_typed(values: dict[str, str]) -> None:
    clean = {
        key: "".join(c for c in text if c.isprintable() and not 0xD800 <= ord(c) < 0xF900)
        for key, text in values.items()
    }
    text = "".join(
        f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in clean.items()
    )
    if not clean:
        return

    node, _ = read_yaml(text, "f.yaml")

    assert node is not None
    assert plain(node) == {k: unicodedata.normalize("NFC", v) for k, v in clean.items()}


def test_reading_stops_when_there_are_too_many_faults() -> None:
    node, found = read_yaml("a: *x\n" * 5_000, "f.yaml")

    assert node is None
    assert len(found) == 100
