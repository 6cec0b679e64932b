"""A value typed where another stands: it is read again as it was typed, and nothing else moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.source import (
    MappingNode,
    Node,
    Scalar,
    SequenceNode,
    cleaned,
    plain,
    read_yaml,
    unified,
)
from conventassembler.source.replacing import Gift, Keys, replaced

BEFORE = '# tête : « # »\nformat: 1\ntitre: "L\'été : un # titre"\nclauses:\n  - clause: a/b\n    '
AFTER = "\n    # après\n    autre: 'x''y'   # fin\n  - clause: c/d\n"
HOSTILE = (
    *("Ville : la belle", "n° 5 # note", '« il a dit "non" »', "- tiret", "l'été d'Agen", "oui"),
    *("12 500,50", "01000", "1e5", "null", "~", "{a: b}", "[x]", "& ancre", "*alias", "!tag", "%"),
    *(
        "'",
        '"',
        "\\",
        "a\\nb",
        "clé: valeur",
        "---",
        "?",
        "|",
        ">",
        "@",
        "`",
        ",",
        "é",
        "…",
        "a #b",
    ),
    *(
        "\u00a0x",
        "x\u00a0: y",
        "\u202f",
        "à la\tligne",
        "=",
        "<<",
        "#",
        ":",
        "-",
        "😀",
        "2025-12-16",
    ),
)
WORDS = (
    st.one_of(
        st.sampled_from(HOSTILE),
        st.text("ab: #'\"-[]{}|>&*!%@`,\\é\u00a0\u202f1~?=", min_size=1, max_size=12),
        st.text(min_size=1, max_size=12).map(cleaned).filter(bool),
    )
    .map(cleaned)
    .filter(lambda text: bool(text) and "\n" not in text and "\r" not in text)
)
LINES = st.lists(WORDS, min_size=1, max_size=4).map("\n".join)
SPOTS = (
    "valeur: à compléter",
    "valeur: à compléter   # note : à garder",
    "valeur: 'à compléter : l''heure'",
    'valeur: "à compléter"',
    "valeur: [à compléter]",
    "valeur: [ à compléter , ]",
    "valeur: |\n      à compléter\n",
    "valeur: >-\n      à compléter",
    "valeur:\n      - à compléter",
    "valeur:\n    - à compléter\n    - à compléter  # note",
    "valeur: {dedans: à compléter}",
    "valeur: {dedans: [à compléter], puis: 1}",
)
ENDS = st.sampled_from(("\n", "\r\n"))


def found(tree: Node | None) -> tuple[Node, int, bool]:
    """Return the node under « valeur », the column of its key, and whether it is in brackets."""
    assert isinstance(tree, MappingNode)
    clauses = tree.entries[2].value
    assert isinstance(clauses, SequenceNode)
    entry = clauses.items[0]
    assert isinstance(entry, MappingNode)
    pair = next(pair for pair in entry.entries if pair.key.text == "valeur")
    if isinstance(pair.value, MappingNode):
        return pair.value.entries[0].value, pair.value.entries[0].key.position.column, True
    return pair.value, pair.key.position.column, False


def typed(spot: str, value: str | tuple[str, ...], end: str, mark: str) -> tuple[str, str]:
    text = mark + (BEFORE + spot + AFTER).replace("\n", end)
    tree, _ = read_yaml(unified(text), "f")
    node, margin, inside = found(tree)
    return text, replaced(text, Gift(node, value, margin, inside))


def read(text: str) -> tuple[object, object]:
    """Return what stands under « valeur », and everything else."""
    tree, faults = read_yaml(unified(text), "f")
    assert not faults, (faults, text)
    node, _, _ = found(tree)
    whole = plain(tree)
    assert isinstance(whole, dict)
    entry = whole["clauses"][0]
    rest = entry["valeur"]
    entry["valeur"] = {**rest, "dedans": None} if isinstance(rest, dict) else None
    return (node.text if isinstance(node, Scalar) else plain(node)), whole


@pytest.mark.parametrize("spot", SPOTS)
@given(value=LINES, end=ENDS, mark=st.sampled_from(("", "\ufeff")))
def test_a_text_is_read_again_as_it_was_typed(spot: str, value: str, end: str, mark: str) -> None:
    before, after = typed(spot, value, end, mark)
    if isinstance(found(read_yaml(unified(before), "f")[0])[0], SequenceNode) and "[" not in spot:
        return  # a list takes items

    given_back, rest = read(after)

    assert str(given_back).removesuffix("\n") == value
    assert rest == read(before)[1]
    kept = (BEFORE.replace("\n", end), AFTER.replace("\n", end).lstrip("\r\n"))
    assert after.startswith(mark + kept[0])
    assert after.endswith(kept[1])
    assert ("# note" in spot) <= ("# note" in after)
    assert end == "\n" or "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize("spot", SPOTS)
@given(values=st.lists(WORDS, min_size=1, max_size=4).map(tuple), end=ENDS)
def test_a_list_is_read_again_as_it_was_typed(spot: str, values: tuple[str, ...], end: str) -> None:
    before, after = typed(spot, values, end, "")

    given_back, rest = read(after)

    assert given_back == list(values)
    assert rest == read(before)[1]
    assert after.startswith(BEFORE.replace("\n", end))
    assert after.endswith(AFTER.replace("\n", end).lstrip("\r\n"))
    assert ("# note" in spot) <= ("# note" in after)


@pytest.mark.parametrize("spot", [spot for spot in SPOTS if "- à" not in spot])
@given(values=st.lists(st.one_of(WORDS, st.tuples(WORDS, WORDS)), min_size=1, max_size=4), end=ENDS)
def test_a_group_of_keys_is_read_again_as_it_was_typed(
    spot: str, values: list[str | tuple[str, ...]], end: str
) -> None:
    pairs = tuple((f"clé {rank}", value) for rank, value in enumerate(values))
    text = (BEFORE + spot + AFTER).replace("\n", end)
    node, margin, inside = found(read_yaml(unified(text), "f")[0])

    after = replaced(text, Gift(node, Keys(pairs), margin, inside))

    tree, faults = read_yaml(unified(after), "f")
    whole = plain(tree)
    assert not faults
    assert isinstance(whole, dict)
    given_back = whole["clauses"][0]["valeur"]
    given_back = given_back["dedans"] if inside else given_back
    assert given_back == {key: list(v) if isinstance(v, tuple) else v for key, v in pairs}
    assert after.startswith(BEFORE.replace("\n", end))
    assert after.endswith(AFTER.replace("\n", end).lstrip("\r\n"))


@pytest.mark.parametrize("value", [("1", "rue du Port"), ("Le Parc (", "bâtiment B)")])
def test_items_in_brackets_are_not_taken_for_one_text(value: tuple[str, ...]) -> None:
    given_back, _ = read(typed("valeur: [à compléter]", value, "\n", "")[1])
    assert given_back == list(value)


def test_a_text_of_several_lines_is_a_block_and_a_list_has_dashes() -> None:
    _, text = typed(SPOTS[1], "un\n\ndeux : # trois", "\n", "")
    _, items = typed(SPOTS[0], ("un", "deux : trois"), "\n", "")

    assert "valeur: |   # note : à garder\n      un\n\n      deux : # trois\n    # après" in text
    assert 'valeur:\n      - un\n      - "deux : trois"\n    # après' in items


def test_the_last_line_of_a_file_may_have_no_end() -> None:
    text = "a: 1\nb: à compléter"
    tree, _ = read_yaml(text, "f")
    assert isinstance(tree, MappingNode)

    after = replaced(text, Gift(tree.entries[1].value, "un\ndeux"))

    assert after == "a: 1\nb: |\n  un\n  deux"


GAPS = st.sampled_from(("", "   # c{0}", "\n\n", "\n      # c{0}", "  # c{0}\n\n# d{0}"))
AHEAD = st.sampled_from(
    ("- {0}", "-   {0}", "- '{0}'", "- |  # h{1}\n        {0}", "-\n        {0}")
)


@given(
    items=st.lists(st.tuples(AHEAD, GAPS), min_size=1, max_size=4),
    values=st.lists(WORDS, min_size=1, max_size=5).map(tuple),
    end=ENDS,
)
def test_no_comment_of_a_list_is_lost(
    items: list[tuple[str, str]], values: tuple[str, ...], end: str
) -> None:
    lines = []
    for rank, (item, gap) in enumerate(items):
        gap = gap.lstrip(" #c{0}") if "|" in item else gap  # noqa: PLW2901 -- words of a block
        lines.append(item.format("à compléter", rank) + gap.format(rank))
    spot = "valeur:\n      " + "\n      ".join(lines)
    before, after = typed(spot, values, end, "")

    given_back, rest = read(after)

    assert given_back == list(values), after
    assert rest == read(before)[1]
    for rank in range(len(items)):
        for mark in (f"# c{rank}", f"# d{rank}", f"# h{rank}"):
            assert after.count(mark) == before.count(mark), after


@pytest.mark.parametrize("value", ["x", ("x", "y"), "un\ndeux"])
@pytest.mark.parametrize(
    "spot",
    [
        "valeur: |  # note\n      à compléter\n",
        "valeur: [ # note\n      à compléter ]",
        "valeur: [à compléter # note\n      , ]  # autre",
        "valeur: [à compléter : le jour]   # note",
        "valeur: {dedans: [à compléter # note\n      ], puis: 1}",
    ],
)
def test_comments_amid_what_is_replaced_come_behind_it(
    spot: str, value: str | tuple[str, ...]
) -> None:
    before, after = typed(spot, value, "\n", "")

    given_back, rest = read(after)

    given_back = given_back if isinstance(given_back, list) else str(given_back).rstrip("\n")
    assert given_back == (list(value) if isinstance(value, tuple) else value), after
    assert rest == read(before)[1]
    assert after.count("# note") == 1, after
    assert after.count("# autre") == spot.count("# autre"), after


def test_items_stay_beside_their_comments() -> None:
    spot = "valeur:\n      - a  # le premier\n      # entre\n      - b  # le second"

    _, same = typed(spot, ("un", "deux"), "\n", "")
    _, more = typed(spot, ("un", "deux", "trois"), "\n", "")
    _, less = typed(spot, ("un",), "\n", "")

    assert "      - un  # le premier\n      # entre\n      - deux  # le second\n" in same
    assert "      - deux\n      - trois  # le second\n" in more
    assert "      - un  # le premier\n      # entre\n  # le second\n" in less
