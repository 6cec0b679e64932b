"""Headings are numbered by Word's lists: what it shows is the label, for every kind of heading."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from numbered_acts import CASES, SEPARATOR, Node, act, acts, headings, scheme
from word_lint import lint
from word_parts import value

from conventassembler.draft.model import Draft
from conventassembler.draft.plain import plain_text
from conventassembler.review.numbers import Numbers
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import Element, parse, serialise, tag, w

ARTICLE = scheme("article", 1, "Article {n}")
AXE = scheme("axe", 2, "Axe {n}")


def roots(draft: Draft, template: bytes | None = None) -> dict[str, Element]:
    """Return the parsed parts of the file of `draft`, which is linted and read back."""
    docx, found = write_word(draft, template or default_template())
    assert found == ()
    assert lint(docx) == []
    assert read_text(docx) == plain_text(draft)
    return {name: parse(data) for name, data in read_members(docx).items() if name[-3:] == "xml"}


def shown(parts: dict[str, Element]) -> list[str]:
    """Return the numbers that the headings show by themselves, without what is typed."""
    numbers = Numbers(parts["word/numbering.xml"], parts["word/styles.xml"])
    found = (numbers.of(one) for one in parts["word/document.xml"].iter(tag("p")))
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in found if one]


def style(parts: dict[str, Element], name: str) -> Element:
    sheet = parts["word/styles.xml"]
    return _named(sheet)[name]


def _named(sheet: Element) -> dict[str, Element]:
    """Return the styles by their names."""
    return {name: one for one in sheet.iter(tag("style")) if (name := _value(one, "name"))}


def _value(element: Element, child: str) -> str:
    found = element.find(tag(child))
    return "" if found is None else value(found)


def asked(element: Element) -> tuple[str, str] | None:
    """Return the list and the level that a paragraph or a style asks for by itself."""
    found = element.find(f"{tag('pPr')}/{tag('numPr')}")
    if found is None:
        return None
    return _value(found, "numId"), _value(found, "ilvl")


def level_of(parts: dict[str, Element], number: str, level: str) -> Element:
    """Return the definition of a level of the list with the number `number`."""
    numbering = parts["word/numbering.xml"]
    num = next(one for one in numbering.findall(tag("num")) if one.get(tag("numId")) == number)
    name = _value(num, "abstractNumId")
    found = next(
        one
        for one in numbering.findall(tag("abstractNum"))
        if one.get(tag("abstractNumId")) == name
    )
    return next(one for one in found.findall(tag("lvl")) if one.get(tag("ilvl")) == level)


# -- what Word shows is the label


@pytest.mark.parametrize("name", CASES)
def test_the_numbers_of_word_are_the_labels(name: str) -> None:
    case = CASES[name]

    parts = roots(act(*case.nodes, first_article=case.first_article))

    assert shown(parts) == case.shown.split(", ")


@settings(max_examples=150, deadline=None)
@given(acts())
def test_the_numbers_of_word_are_the_labels_whatever_the_headings(draft: Draft) -> None:
    roots(draft)


@settings(max_examples=1500, deadline=None)
@given(acts())
@pytest.mark.long
def test_the_numbers_of_word_are_the_labels_in_many_acts(draft: Draft) -> None:
    roots(draft)


# -- the styles that carry the numbers


def test_a_style_carries_the_number_that_most_of_its_headings_have() -> None:
    axes = (Node(AXE), Node(AXE))
    parts = roots(act(Node(ARTICLE, below=axes), Node(ARTICLE)))

    own, below = (asked(style(parts, f"heading {n}")) for n in (1, 2))
    assert own
    assert below
    assert (own[0], own[1], below[1]) == (below[0], "0", "1")
    for name, (number, level) in (("Heading1", own), ("Heading2", below)):
        assert _value(level_of(parts, number, level), "pStyle") == name
    assert [asked(one) for one in parts["word/document.xml"].iter(tag("p"))].count(None) == len(
        list(parts["word/document.xml"].iter(tag("p")))
    ), "no heading needs a number of its own"


def test_a_heading_without_number_says_so_where_its_style_has_one() -> None:
    plain = scheme("sous-titre", 1, "")
    parts = roots(act(Node(ARTICLE), Node(ARTICLE), Node(plain)))

    assert [asked(one) for one in parts["word/document.xml"].iter(tag("p")) if asked(one)] == [
        ("0", "0")
    ]


def test_a_style_that_no_heading_is_numbered_by_has_no_numbering() -> None:
    parts = roots(act(Node(ARTICLE)))

    assert [asked(style(parts, f"heading {n}")) for n in (2, 3, 4)] == [None] * 3


def test_the_second_kind_at_a_level_says_its_number_itself() -> None:
    action = scheme("action", 2, "Action {n}")
    axes = (Node(AXE), Node(AXE), Node(action))
    parts = roots(act(Node(ARTICLE, below=axes)))

    own = [found for one in parts["word/document.xml"].iter(tag("p")) if (found := asked(one))]
    assert len(own) == 1
    assert _value(level_of(parts, *own[0]), "lvlText") == "Action\N{NO-BREAK SPACE}%3"


def test_capitals_are_a_format_of_the_number() -> None:
    parts = roots(act(Node(replace(ARTICLE, capitals=True))))

    number = asked(style(parts, "heading 1"))
    assert number
    level = level_of(parts, *number)
    assert _value(level, "lvlText") == "article\N{NO-BREAK SPACE}%1"
    assert level.find(f"{tag('rPr')}/{tag('caps')}") is not None


def test_the_letters_of_the_first_are_typed_and_raised_among_capitals() -> None:
    for capitals in (False, True):
        first = replace(ARTICLE, capitals=capitals, first="1er")
        parts = roots(act(Node(first)))

        run = next(one for one in parts["word/document.xml"].iter(tag("r")) if _text(one) == "er")
        assert (run.find(f"{tag('rPr')}/{tag('vertAlign')}") is not None) == capitals
        assert run.find(f"{tag('rPr')}/{tag('caps')}") is None


def test_a_number_takes_the_look_of_its_run_in_heading() -> None:
    point = scheme("point", 2, "{n}°", run_in=". – ")
    parts = roots(act(Node(ARTICLE, below=(Node(point), Node(point)))))

    number = next(
        found for one in parts["word/document.xml"].iter(tag("p")) if (found := asked(one))
    )
    level = level_of(parts, *number)
    assert level.find(f"{tag('rPr')}/{tag('b')}") is not None
    assert level.find(tag("pStyle")) is None, "running text has no number"
    assert asked(style(parts, "Corps")) is None


def test_the_words_of_a_first_that_is_no_number_are_typed() -> None:
    """« Premier » is no figure, and references say « premier »."""
    word = scheme("article", 1, "{n}", first="premier")
    parts = roots(act(Node(word), Node(word)))

    assert shown(parts) == ["2"]


# -- references


def test_a_reference_reads_the_number_of_its_heading() -> None:
    draft = act(Node(ARTICLE), Node(ARTICLE, below=(Node(AXE),)))
    parts = roots(draft)

    document = parts["word/document.xml"]
    asked_for = [one.text for one in document.iter(tag("instrText"))]
    names = [bookmark_name(one.id) for one in headings(draft)]
    assert asked_for == [f" REF {name} \\n \\h " for name in names]
    marks = {one.get(tag("name")): one.getparent() for one in document.iter(tag("bookmarkStart"))}
    assert [_text(marks[name]) for name in names] == [f"{SEPARATOR}Titre"] * 3
    assert _fields(document) == ["Article 1", "Article 2", "Axe 1"]


def test_the_letters_of_the_first_stand_behind_the_field() -> None:
    parts = roots(act(Node(ARTICLE), first_article="1er"))

    assert _fields(parts["word/document.xml"]) == ["Article 1"]
    assert _text(parts["word/document.xml"]).endswith("Article\N{NO-BREAK SPACE}1er ; ")


def _fields(root: Element) -> list[str]:
    """Return the text that stands in each field of a document."""
    found: list[str] = []
    inside = False
    for one in root.iter(tag("fldChar"), tag("t")):
        kind = one.get(tag("fldCharType"))
        if kind == "separate":
            found.append("")
        inside = kind == "separate" or (inside and kind is None)
        if inside and kind is None:
            found[-1] += one.text or ""
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in found]


def _text(element: Element | None) -> str:
    return "" if element is None else "".join(one.text or "" for one in element.iter(tag("t")))


# -- templates


def with_styles(change: Callable[[dict[str, Element]], None]) -> bytes:
    """Return the house template with its styles changed."""
    members = dict(read_members(default_template()))
    sheet = parse(members["word/styles.xml"])
    change(_named(sheet))
    return write_members(members | {"word/styles.xml": serialise(sheet)})


def test_headings_that_a_template_numbers_are_numbered_as_the_act_says() -> None:
    def numbered(known: dict[str, Element]) -> None:
        for n in (1, 2, 3):
            look = known[f"heading {n}"].find(tag("pPr"))
            assert look is not None
            look.insert(2, w("numPr", w("ilvl", val=n - 1), w("numId", val=2)))

    parts = roots(act(Node(ARTICLE, below=(Node(AXE),))), with_styles(numbered))

    assert shown(parts) == ["Article 1", "Axe 1"]
    assert asked(style(parts, "heading 3")) is None


def test_a_heading_based_on_another_does_not_take_its_number() -> None:
    def based(known: dict[str, Element]) -> None:
        for n in (2, 3):
            base = known[f"heading {n}"].find(tag("basedOn"))
            assert base is not None
            base.set(tag("val"), f"Heading{n - 1}")

    plain = scheme("sous-titre", 2, "")
    parts = roots(act(Node(ARTICLE, below=(Node(plain),))), with_styles(based))

    assert shown(parts) == ["Article 1"]
    assert asked(style(parts, "heading 2")) == ("0", "0")


def test_a_number_keeps_the_indent_of_its_style() -> None:
    def indented(known: dict[str, Element]) -> None:
        look = known["heading 1"].find(tag("pPr"))
        assert look is not None
        look.insert(3, w("ind", left=567, hanging=567))  # behind the room above and below

    parts = roots(act(Node(ARTICLE)), with_styles(indented))

    number = asked(style(parts, "heading 1"))
    assert number
    indent = level_of(parts, *number).find(f"{tag('pPr')}/{tag('ind')}")
    assert indent is not None
    assert (indent.get(tag("left")), indent.get(tag("hanging"))) == ("567", "567")


# -- what programs count in different ways is said


def started(parts: dict[str, Element]) -> list[tuple[str, str]]:
    """Return the level and the number at which each instance of a list starts anew."""
    overrides = parts["word/numbering.xml"].iter(tag("lvlOverride"))
    return [(one.get(tag("ilvl"), ""), _value(one, "startOverride")) for one in overrides]


def test_a_list_that_began_at_seven_is_told_to_begin_at_one_again() -> None:
    point = scheme("point", 2, "{parent}.{n}")
    jumped = (Node(point), Node(point, "7"))
    points = (Node(point), Node(point))
    parts = roots(act(*(Node(ARTICLE, below=below) for below in (jumped, points, points))))

    assert shown(parts)[1:3] == ["1.1", "1.7"]
    assert started(parts) == [("1", "7"), ("1", "1")]


def test_a_number_behind_an_implied_one_is_told() -> None:
    action = scheme("action", 2, "Action {n}")
    axes, actions = (Node(AXE),), (Node(action), Node(AXE, "2"))
    parts = roots(act(Node(ARTICLE, below=(*axes, Node(action))), Node(ARTICLE, below=actions)))

    assert shown(parts)[-2:] == ["Action 1", "Axe 2"]
    assert started(parts) == [("1", "2")]


# -- files that come back


def test_a_style_may_name_a_level_of_the_list_of_the_one_it_is_based_on() -> None:
    parts = roots(act(Node(ARTICLE, below=(Node(AXE),))))
    one, two = (style(parts, f"heading {n}") for n in (1, 2))
    base, number = two.find(tag("basedOn")), two.find(f"{tag('pPr')}/{tag('numPr')}")
    assert base is not None
    assert number is not None
    base.set(tag("val"), one.get(tag("styleId"), ""))
    number.remove(number[1])

    assert shown(parts) == ["Article 1", "Axe 1"]
