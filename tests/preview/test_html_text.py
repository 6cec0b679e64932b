"""The page says the words of the draft, all of them and no others, whatever they are."""

from dataclasses import replace

import pytest
from html_reader import read
from hypothesis import given
from project import REPOSITORY, draft
from strategies import drafts, drawn

from conventassembler.draft.model import (
    Blank,
    Draft,
    Heading,
    ListItem,
    Paragraph,
    Reference,
    Text,
    ValueMark,
)
from conventassembler.draft.plain import plain_text
from conventassembler.workspace import Workspace
from conventassembler.writers.html import Margin, Remark, write_html

HARM = "<script>alert(1)</script>\"'&amp;<img src=x onerror=alert(1)>"
KNOWN = {
    "article", "section", "nav", "div", "p", "span", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
    "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "a", "sup", "strong", "em",
    "br", "hr", "b",
}  # fmt: skip


@given(drafts)
def test_the_page_has_the_words_of_the_draft(one: Draft) -> None:
    found = read(write_html(one))

    assert "\n".join(filter(None, found.units)) == plain_text(one)
    assert not found.stray
    assert {tag for tag, _ in found.tags} <= KNOWN


@pytest.mark.long
def test_the_page_has_the_words_of_many_drafts() -> None:
    for one in drawn(drafts, 3000):
        assert "\n".join(filter(None, read(write_html(one)).units)) == plain_text(one)


@pytest.mark.parametrize("name", Workspace(REPOSITORY).names())
def test_the_page_has_the_words_of_the_repositorys_acts(name: str) -> None:
    one = draft(name)

    assert "\n".join(filter(None, read(write_html(one)).units)) == plain_text(one)


def test_ids_stand_once_and_links_lead_somewhere() -> None:
    for name in Workspace(REPOSITORY).names():
        tags = read(write_html(draft(name))).tags
        ids = [said["id"] for _, said in tags if "id" in said]
        links = [said["href"] or "" for _, said in tags if "href" in said]

        assert len(ids) == len(set(ids))
        assert {one for one in links if one.startswith("#")} <= {f"#{one}" for one in ids}


def test_what_was_typed_is_text_wherever_it_stands() -> None:
    value = Text(HARM, value=ValueMark(HARM, expression=HARM))
    blank = Blank(HARM, HARM, HARM)
    act = Draft(
        HARM,
        HARM,
        HARM,
        (
            Heading(HARM, 1, HARM, HARM, (value,)),
            Paragraph("p", (value, blank, Reference(HARM, HARM))),
            ListItem("l", (value,)),
        ),
        bullets=(HARM,),
    )
    remark = Remark("n-1", "error", HARM, HARM, HARM, HARM, HARM, "vscode://file/a", HARM)
    margin = Margin({"p": (remark,)}, {HARM: HARM}, {HARM: "n-1"}, HARM, HARM)

    found = read(write_html(act, margin))

    assert {tag for tag, _ in found.tags} <= KNOWN
    assert not any(key.startswith("on") or key == "style" for _, said in found.tags for key in said)
    assert HARM in found.units[0]
    assert "\n".join(found.units) == plain_text(act)


def test_a_value_says_where_it_was_typed_and_a_derived_one_what_made_it() -> None:
    typed = Text("trois ans", value=ValueMark("clauses[duree].with.annees", "en_annees"))
    derived = Text("2029", value=ValueMark(expression="annee + 3"))
    one = replace(draft("longvic"), blocks=(Paragraph("p", (typed, derived)),))
    margin = Margin(places={"clauses[duree].with.annees": "agreements/longvic.yaml:12"})

    titles = [
        said.get("title") for _, said in read(write_html(one, margin)).tags if said.get("title")
    ]

    assert titles == ["agreements/longvic.yaml:12 · duree › annees", "annee + 3"]


def test_a_remark_stands_beside_its_block_once_and_a_blank_leads_to_it() -> None:
    act = Draft(
        "a", "", "", (Paragraph("p", (Blank("x"), Blank("x"))), Paragraph("q", (Text("b"),)))
    )
    remark = Remark("n-1", "warning", "avertissement", "C701", "m", "r", "f:1", "", "b-x")

    html = write_html(act, Margin({"p": (remark,)}, {}, {"x": "n-1"}))

    tags = read(html).tags
    assert [said.get("href") for tag, said in tags if tag == "a"] == ["#b-x", "#n-1", "#n-1"]
    assert [said.get("id") for _, said in tags if said.get("class") == "blank"] == ["b-x", None]
    assert html.count('id="n-1"') == 1
    assert html.index("g-warning") < html.index("[à compléter]") < html.index('id="t-q"')


def test_the_title_of_a_clause_says_the_place_in_its_own_file() -> None:
    words = Text("Durée", value=ValueMark("title"))
    act = replace(
        draft("longvic"), blocks=(Heading("duree", 1, "", "", (words,)), Paragraph("p", (words,)))
    )
    margin = Margin(places={"title": "agreements/a.yaml:2"}, titles={"duree": "clauses/d.md:3"})

    titles = [said["title"] for _, said in read(write_html(act, margin)).tags if said.get("title")]

    assert titles == ["clauses/d.md:3 · titre", "agreements/a.yaml:2 · titre"]


def test_a_court_that_was_found_out_from_an_address_is_told_as_deduced() -> None:
    path = "parties.ville.address[3]"
    deduced = Text("Dijon", value=ValueMark(path, "tribunal"))
    typed = Text("Lyon", value=ValueMark("clauses[litiges].with.tribunal", "tribunal"))
    act = replace(draft("longvic"), blocks=(Paragraph("p", (deduced, typed)),))
    margin = Margin(places={path: "agreements/a.yaml:9"})

    tags = [said for _, said in read(write_html(act, margin)).tags if said.get("title")]

    assert str(tags[0]["title"]).startswith("déduit de agreements/a.yaml:9 · ")
    assert [said["class"] for said in tags] == ["v", "v typed"]
