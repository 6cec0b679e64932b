"""New pages, pages that lie down, annexes, parts, contents, and what stands in a line."""

from realistic_draft import paragraph, row, words
from word_parts import bookmarked, document, has, outline, parts, value

from conventassembler.draft.model import (
    Blank,
    Contents,
    ContentsEntry,
    Field,
    Heading,
    HeadingRank,
    ListItem,
    NewPage,
    Paragraph,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    ValueMark,
)
from conventassembler.writers.word import default_template
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import Element, integer, tag

ONE, TWO, THREE = (paragraph(key, key) for key in ("un", "deux", "trois"))
TABLE = Table("t", ("left",), row("h", "a"), ())
LYING = NewPage("n", "landscape")
STANDING = NewPage("n")


def sections(root: Element) -> list[Element]:
    return list(root.iter(tag("sectPr")))


def sizes(root: Element) -> list[tuple[str, str, str]]:
    """Return the width, the height and the orientation of the pages of each section."""
    pages = [next(section.iter(tag("pgSz"))) for section in sections(root)]
    return [tuple(page.get(tag(key), "") for key in ("w", "h", "orient")) for page in pages]  # type: ignore[misc]


A4 = ("11906", "16838", "")
LAID = ("16838", "11906", "landscape")


def breaks(root: Element) -> list[str]:
    """Return the text of each paragraph that starts a page."""
    found = [p for p in root.iter(tag("p")) if has(p, "pageBreakBefore")]
    return ["".join(t.text or "" for t in one.iter(tag("t"))) for one in found]


def test_what_follows_a_new_page_starts_one() -> None:
    root = document(ONE, STANDING, TWO, THREE)

    assert breaks(root) == ["deux"]
    assert sizes(root) == [A4]


def test_a_table_starts_a_page_too() -> None:
    assert breaks(document(ONE, STANDING, TABLE)) == [""]


def test_the_empty_paragraph_behind_a_table_opens_the_page_itself() -> None:
    """Below a table that fills its page, it would else have a page of its own."""
    root = document(TABLE, STANDING, TWO)

    [first] = [p for p in root.iter(tag("p")) if has(p, "pageBreakBefore")]
    assert first.getprevious().tag == tag("tbl")
    assert "".join(t.text or "" for t in first.getnext().iter(tag("t"))) == "deux"


def test_no_page_is_empty() -> None:
    assert breaks(document(STANDING, ONE)) == []
    assert breaks(document(ONE, STANDING)) == []
    assert breaks(document(ONE, STANDING, STANDING, TWO)) == ["deux"]
    assert sizes(document(ONE, LYING, STANDING, TWO)) == [A4]


def test_a_page_lies_down_and_stands_again() -> None:
    root = document(ONE, LYING, TWO, STANDING, THREE)

    assert sizes(root) == [A4, LAID, A4]
    assert breaks(root) == []
    body = [one for one in root[0] if one.tag == tag("p")]
    assert [has(one, "sectPr") for one in body[:3]] == [True, True, False]


def test_the_last_section_may_lie() -> None:
    assert sizes(document(ONE, LYING, TWO)) == [A4, LAID]
    assert sizes(document(LYING, TWO)) == [LAID]


def test_two_pages_that_lie_are_one_section() -> None:
    root = document(ONE, LYING, TWO, LYING, THREE)

    assert sizes(root) == [A4, LAID]
    assert breaks(root) == ["trois"]


def test_a_section_ends_behind_a_table() -> None:
    root = document(TABLE, LYING, TWO)

    elements = list(root[0])
    table = next(n for n, one in enumerate(elements) if one.tag == tag("tbl"))
    assert has(elements[table + 1], "sectPr")


def test_headers_go_on_and_the_first_page_is_first_once() -> None:
    found = sections(document(ONE, LYING, TWO, STANDING, THREE))

    assert [has(section, "titlePg") for section in found] == [True, False, False]
    references = [
        [one.get(tag("type")) for one in section if str(one.tag).endswith("Reference")]
        for section in found
    ]
    assert references == [["default", "first"] * 2, ["default"] * 2, ["default"] * 2]


def test_a_page_that_lies_has_wider_tables() -> None:
    root = document(TABLE, LYING, TABLE, STANDING, TABLE)

    widths = [int(one.get(tag("w"), "0")) for one in root.iter(tag("tblW"))]
    assert widths == [9072, 16838 - 2 * 1417, 9072]


def test_a_template_that_lies_itself_has_nothing_to_turn() -> None:
    members = read_members(default_template())
    size = b'<w:pgSz w:w="11906" w:h="16838"/>'
    lying = b'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    members["word/document.xml"] = members["word/document.xml"].replace(size, lying)
    root = parts(ONE, LYING, TWO, template=write_members(members))["word/document.xml"]

    assert sizes(root) == [LAID]
    assert breaks(root) == ["deux"]


def test_an_annex_and_a_part_have_styles_of_their_own() -> None:
    def heading(rank: HeadingRank, level: int) -> Heading:
        return Heading("h", level, "Annexe 1", " – ", words("Plan"), rank=rank)

    root = document(heading("annex", 1), heading("part", 1), heading("clause", 6))

    assert [style for style, _ in outline(root)] == ["TitreAnnexe", "TitrePartie", "Heading4"]


def test_a_run_in_heading_leads_its_paragraph() -> None:
    heading = Heading("h", 6, "1.1", " ", (Text("Comité"), Blank("x")), run_in=". – ")
    root = document(heading, Paragraph("p", words("L’instance.")))

    assert outline(root) == [("Corps", "1.1 Comité[à compléter]. – L’instance.")]
    assert bookmarked(root)[bookmark_name("p")] == "L’instance."
    assert bookmarked(root)[bookmark_name("h")] == "1.1 Comité[à compléter]. – "
    styles = [value(style) for run in root.iter(tag("r")) for style in run.iter(tag("rStyle"))]
    assert styles == ["TitreTexte", "ACompleter"]
    blank = next(run for run in root.iter(tag("r")) if "ACompleter" in _styles(run))
    assert has(blank, "b")


def _styles(run: Element) -> list[str]:
    return [value(style) for style in run.iter(tag("rStyle"))]


def test_the_paragraph_of_a_run_in_heading_holds_on_to_its_list() -> None:
    heading = Heading("h", 6, "", "", words("Objectifs"), run_in=" : ")
    root = document(heading, Paragraph("p", words("les suivants :")), ListItem("i", words("a")))

    assert has(next(root.iter(tag("p"))), "keepNext")


def entry(target: str, level: int, *inlines: Text | Blank | Field) -> ContentsEntry:
    return ContentsEntry(target, level, inlines)


CONTENTS = Contents(
    "c",
    (
        entry("a", 1, Text("Article 1 – Objet")),
        entry("b", 2, Text("Pour "), Text("trois ans", value=ValueMark("d")), Blank("x")),
        entry("d", 5, Text("Détail")),
    ),
)


def test_the_contents_are_a_field_whose_lines_lead_to_their_headings() -> None:
    levels = (("a", 1), ("b", 2), ("d", 5))
    headings = (Heading(key, level, "", "", words("Objet")) for key, level in levels)
    root = document(CONTENTS, *headings)

    assert [style for style, _ in outline(root)][:4] == ["TOC1", "TOC2", "TOC3", "Heading1"]
    links = [link.get(tag("anchor")) for link in root.iter(tag("hyperlink"))]
    assert links == [bookmark_name(key) for key in "abd"]
    assert bookmark_name("a") in bookmarked(root)
    asked = next(root.iter(tag("instrText"))).text or ""
    assert asked.split() == ["TOC", "\\o", '"1-3"', "\\n", "\\h", "\\z", "\\u"]
    assert value(next(root.iter(tag("docPartGallery")))) == "Table of Contents"
    assert not has(root, "dirty")


def test_a_line_whose_heading_is_not_there_leads_nowhere() -> None:
    root = document(CONTENTS)

    assert next(text for _, text in outline(root)) == "Article 1 – Objet"
    assert not has(root, "hyperlink")


def test_a_line_of_the_contents_says_to_a_screen_reader_where_it_leads() -> None:
    long = Contents("c", (entry("a", 1, Text("Article 1 – Objet")), entry("b", 1, Text("x" * 999))))
    headings = (Heading(key, 1, "", "", words("Objet")) for key in "ab")
    links = list(document(long, *headings).iter(tag("hyperlink")))

    assert [link.get(tag("tooltip")) for link in links] == ["Article 1 – Objet", "x" * 250]


def test_what_the_contents_repeat_has_no_second_bookmark() -> None:
    assert bookmarked(document(CONTENTS)) == {}


def test_the_heading_of_the_contents_is_not_in_them() -> None:
    part = Heading("s", 1, "", "", words("Sommaire"), rank="part")
    root = document(part, CONTENTS)

    assert [value(one) for one in root.iter(tag("outlineLvl"))] == ["9"]


def test_contents_without_a_line_are_nothing() -> None:
    assert not has(document(Contents("c", ()), ONE), "sdt")


def test_the_contents_may_start_a_page_or_end_a_section() -> None:
    assert breaks(document(ONE, STANDING, CONTENTS)) == ["Article 1 – Objet"]
    assert sizes(document(CONTENTS, LYING, ONE)) == [A4, LAID]


def test_the_count_of_pages_is_a_field() -> None:
    root = document(Paragraph("p", (Text("Il a "), Field(), Text(" pages"))))

    assert (next(root.iter(tag("instrText"))).text or "").strip() == "NUMPAGES"
    assert outline(root) == [("Corps", "Il a [nombre de pages] pages")]


def rooms(root: Element) -> list[int]:
    """Return the space behind each paragraph of the places to sign that has one of its own."""
    return [
        integer(one, "after", 0)
        for cell in root.iter(tag("tc"))
        for one in cell.iter(tag("spacing"))
    ]


def test_a_place_to_sign_leaves_its_room_below_its_last_line() -> None:
    places = (
        Signatory("s", "c", words("La Maire de Longvic"), words("Anne Petit")),
        Signatory("t", "d", words("Le Président")),
    )
    by_hand = document(SignatureGrid("g", (places,)))

    assert rooms(by_hand) == [2268, 2268], "4 cm"
    assert not has(by_hand, "tcBorders")


def test_a_zone_has_a_line_around_it_and_its_own_room() -> None:
    zone = words("Signature électronique")
    place = Signatory("s", "c", words("La Maire"), words("Anne Petit"), zone=zone)
    rows = ((place, place), (place,))
    electronic = document(SignatureGrid("g", rows, electronic=True))

    assert rooms(electronic) == [1701] * 3, "3 cm"
    assert len(list(electronic.iter(tag("tcBorders")))) == 3, "none where nobody signs"
    styles = [style for style, _ in outline(electronic)]
    assert styles == ["Signataire", "NomSignataire", "MentionSignataire"] * 3


def test_the_count_of_pages_in_words_is_a_field_until_it_is_known() -> None:
    waiting = document(Paragraph("p", (Field(form="words"),)))
    known = document(Paragraph("p", (Field(cached="vingt et une", form="words", feminine=True),)))

    asked = next(waiting.iter(tag("instrText"))).text or ""
    assert asked.strip() == r"NUMPAGES \* CardText"
    assert not has(known, "instrText")
    assert outline(known) == [("Corps", "vingt et une")]


def test_where_each_signs_has_its_place_and_day() -> None:
    place = Signatory(
        "s", "c", words("La Maire"), words("A. B."), words("Fait à Longvic, le 3 mai")
    )
    grid = SignatureGrid("g", ((place, Signatory("t", "d", words("Le Président"))),))
    root = document(grid)

    assert outline(root) == [
        ("MentionSignataire", "Fait à Longvic, le 3 mai"),
        ("Signataire", "La Maire"),
        ("NomSignataire", "A. B."),
        ("Signataire", "Le Président"),
    ]
    assert bookmarked(root)[bookmark_name("s", "lead")] == "Fait à Longvic, le 3 mai"


def test_a_new_page_in_a_template_that_says_no_page() -> None:
    members = read_members(default_template())
    head, _, tail = members["word/document.xml"].partition(b"<w:sectPr>")
    members["word/document.xml"] = head + tail.partition(b"</w:sectPr>")[2]
    root = parts(ONE, LYING, TWO, template=write_members(members))["word/document.xml"]

    assert sizes(root) == [A4, LAID]
