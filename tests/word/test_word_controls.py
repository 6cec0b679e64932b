"""Blanks in Word: controls that are filled by typing over them, tagged with what they await."""

import re
from dataclasses import dataclass

import pytest
from project import draft
from realistic_draft import words
from word_parts import bookmarked, document, has, parts, value

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Draft,
    Footnote,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.controls import Controls, control_tag
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import Element, parse, tag

DATE = Blank("parties.commune.authority.date", "date", "date du vote", kind="date")
CHOICE = Blank("x", "reconduction", kind="choice", choices=("tacite", "expresse", "tacite", ""))


@dataclass(frozen=True, slots=True)
class Control:
    """What a file says of one control."""

    title: str
    tag: str
    kind: str
    text: str


KINDS = ("text", "richText", "date", "dropDownList")


def controls(root: Element) -> list[Control]:
    """Return the inline content controls below `root`, in their order."""
    found = []
    for sdt in root.iter(tag("sdt")):
        if sdt.getparent() is not None and has(sdt, "showingPlcHdr"):
            kind = next(name for name in KINDS if has(sdt[0], name))
            text = "".join(t.text or "" for t in sdt.iter(tag("t")))
            found.append(Control(said(sdt, "alias"), said(sdt, "tag"), kind, text))
    return found


def said(sdt: Element, name: str) -> str:
    return next((value(one) for one in sdt[0].iter(tag(name))), "")


def properties(*inlines: Blank) -> list[Element]:
    root = document(Paragraph("p", inlines))
    return [sdt[0] for sdt in root.iter(tag("sdt"))]


def test_a_blank_is_a_control_that_says_what_it_awaits() -> None:
    root = document(Paragraph("p", (Text("Le "), DATE, Text(", "), Blank("lieu", "lieu"))))

    assert controls(root) == [
        Control("date", DATE.path, "date", "[à compléter\u00a0: date du vote]"),
        Control("lieu", "lieu", "richText", "[à compléter]"),
    ]


def test_a_day_is_picked_in_french() -> None:
    (found,) = properties(DATE)

    said = {str(one.tag).rpartition("}")[2]: value(one) for one in next(found.iter(tag("date")))}
    assert said == {
        "dateFormat": "d MMMM yyyy",
        "lid": "fr-FR",
        "storeMappedDataAs": "dateTime",
        "calendar": "gregorian",
    }


def test_a_choice_is_a_list_that_begins_with_what_it_shows() -> None:
    (found,) = properties(CHOICE)

    items = [(one.get(tag("displayText")), one.get(tag("value"))) for one in found[-1]]
    assert items == [("[à compléter]", ""), ("tacite", "tacite"), ("expresse", "expresse")]


def test_a_choice_among_nothing_is_typed() -> None:
    (found,) = properties(Blank("x", kind="choice"))

    assert has(found, "richText")


def test_what_is_typed_looks_as_the_text_around_it_and_not_as_a_blank() -> None:
    root = document(
        Paragraph("p", (Blank("a"), Blank("b", strong=True, emphasis=True))),
        Heading("h", 1, "", "", (Blank("c"),), capitals=True),
        Heading("i", 2, "", "", (Blank("d"),), run_in=" – "),
        Paragraph("q", words("Suite.")),
    )

    typed = [sdt[0].find(tag("rPr")) for sdt in root.iter(tag("sdt"))]
    assert [[] if look is None else [_name(one) for one in look] for look in typed] == [
        [],
        ["b", "i"],
        ["rStyle Capitales"],
        ["rStyle TitreTexte"],
    ]
    shown = [value(next(sdt[1].iter(tag("rStyle")))) for sdt in root.iter(tag("sdt"))]
    assert shown == ["ACompleter"] * 4


def _name(element: Element) -> str:
    return f"{str(element.tag).rpartition('}')[2]} {value(element)}".strip()


def inside(inlines: Inlines) -> list[Block]:
    """Return blocks with `inlines` wherever an act may have some."""
    cell = Cell((Paragraph("c", inlines, "cell"), ListItem("d", inlines)))
    return [
        Title("t", (inlines,)),
        Heading("h", 1, "Article 1", " : ", inlines),
        Heading("r", 2, "", "", inlines, run_in=" – "),
        Paragraph("p", inlines),
        ListItem("i", inlines, 1, "ordered"),
        Table("g", ("left",), Row("e", (cell,)), (Row("f", (cell,)),)),
        Paragraph("n", (Text("Mot"), Footnote("note", inlines))),
        SignatureGrid("s", ((Signatory("x", "k", inlines, inlines, inlines),),)),
    ]


def test_blanks_are_controls_wherever_they_stand() -> None:
    found = parts(*inside((DATE,)))

    assert len(controls(found["word/document.xml"])) == 12
    assert len(controls(found["word/footnotes.xml"])) == 1
    texts = (found["word/document.xml"], found["word/footnotes.xml"])
    assert len({value(one) for text in texts for one in text.iter(tag("id"))}) == 13


def test_one_value_awaited_twice_has_one_tag_and_two_numbers() -> None:
    first, second = properties(DATE, DATE)

    assert value(next(first.iter(tag("tag")))) == value(next(second.iter(tag("tag"))))
    assert value(next(first.iter(tag("id")))) != value(next(second.iter(tag("id"))))


def test_a_control_stands_inside_the_bookmark_of_its_value() -> None:
    root = document(Paragraph("p", (Text("Le "), DATE)))

    name = bookmark_name("p", "value", "1")
    assert bookmarked(root)[name] == DATE.text
    start = next(one for one in root.iter(tag("bookmarkStart")) if one.get(tag("name")) == name)
    behind = start.getnext()
    assert behind is not None
    assert behind.tag == tag("sdt")


def test_the_contents_repeat_a_blank_without_a_second_control() -> None:
    heading = Heading("h", 1, "Article 1", " : ", (Text("Objet "), Blank("x")))
    entry = ContentsEntry("h", 1, (Text("Article 1 : Objet "), Blank("x")))
    root = document(Contents("c", (entry,)), heading)

    assert controls(root) == [Control("x", "x", "richText", "[à compléter]")]
    assert [value(one) for one in root.iter(tag("rStyle"))].count("ACompleter") == 2


def test_a_long_path_is_cut_to_a_tag_of_its_own() -> None:
    long = "annexes[fiches].with.axes[2].actions[11].indicateurs[3].valeur_cible"
    first, second = control_tag(long), control_tag(long + "_bis")

    assert control_tag(long[:64]) == long[:64]
    assert {len(first), len(second)} == {64}
    assert first != second
    assert first == "annexes[fiches].with.axes[2].actions[11].indicateur~" + first[-12:]
    assert control_tag("\U0001f600" * 60)[:26] == "\U0001f600" * 25 + "~"


def test_a_title_is_as_long_as_word_takes_and_one_line() -> None:
    (found,) = properties(Blank("x", "ce qui\nest\tattendu " + "a" * 80))

    title = value(next(found.iter(tag("alias"))))
    assert title == "ce qui est attendu " + "a" * 44 + "…"


def test_numbers_are_given_once_even_in_the_template_s_own_controls() -> None:
    number = value(next(properties(DATE)[0].iter(tag("id"))))
    own = f'<w:p><w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent/></w:sdt></w:p>'
    members = read_members(default_template())
    text = members["word/document.xml"].decode("utf-8").replace("<w:body>", f"<w:body>{own}")
    template = write_members({**members, "word/document.xml": text.encode("utf-8")})

    docx, found = write_word(Draft("", "", "", (Paragraph("p", (DATE,)),)), template)

    assert found == ()
    root = parse(read_members(docx)["word/document.xml"])
    assert [value(one) for one in root.iter(tag("id"))] == [number, str(int(number) + 1)]


def test_numbers_stay_in_31_bits_when_the_highest_is_taken() -> None:
    number = Controls().give(("p",))
    taken = [str(one) for one in range(number, number + 3)]

    assert Controls(taken).give(("p",)) == number + 3


LUMINANCE = (0.2126, 0.7152, 0.0722)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.1."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip(LUMINANCE, linear, strict=True))


def test_blanks_can_be_read_in_every_colour_of_the_template() -> None:
    styles = read_members(default_template())["word/styles.xml"].decode("utf-8")
    ground = re.search(r'w:styleId="ACompleter".*?w:fill="([0-9A-F]{6})"', styles)
    assert ground is not None
    inks = set(re.findall(r'<w:color w:val="([0-9A-F]{6})"', styles)) | {"000000"}

    light = luminance(ground[1]) + 0.05
    assert min(light / (luminance(ink) + 0.05) for ink in inks) >= 7


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("parties.commune.authority.number", "richText"),
        ("parties.commune.authority.dates", "date"),
        ("parties.commune.authority.executory", "date"),
        ("signature.place", "richText"),
        ("signature.date", "date"),
    ],
)
def test_the_blanks_of_a_real_act_are_of_their_kinds(path: str, kind: str) -> None:
    docx, _ = write_word(draft("longvic"), default_template())
    found = controls(parse(read_members(docx)["word/document.xml"]))

    assert {one.kind for one in found if one.tag == path} == {kind}
