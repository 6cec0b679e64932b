"""Findings stand beside the words that they are about; an act that broke keeps its last text."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from html_reader import read
from project import REPOSITORY

from conventassembler.build import stock
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.preview.anchors import Anchor, Anchors
from conventassembler.preview.beside import Manner, convention
from conventassembler.watching import Bench, survey
from conventassembler.workspace import Workspace
from conventassembler.writers.html import Convention

HERE = Workspace(REPOSITORY)


def shown(space: Workspace, name: str, before: Bench | None = None) -> tuple[Convention, Bench]:
    changed = None if before is None else frozenset({space.agreement(name)})
    bench = survey(space, (name,), before, changed)
    manner = Manner("fr", space.root, "vscode")
    return convention(name, bench.made[name], bench.findings(name), manner), bench


@pytest.fixture(scope="module", params=HERE.names())
def act(request: pytest.FixtureRequest) -> tuple[Convention, Bench]:
    return shown(HERE, request.param)


def test_each_blank_that_the_text_shows_leads_to_its_remark_and_back(
    act: tuple[Convention, Bench],
) -> None:
    tags = read(str(act[0].article)).tags
    blanks = [said for _, said in tags if said.get("class") == "blank"]
    ids = {said["id"]: tag for tag, said in tags if "id" in said}

    assert blanks
    for blank in blanks:
        assert (blank.get("href") or "").removeprefix("#") in ids
    told = {one.target for one in act[0].remarks if one.code == "C701" and one.target[:2] == "b-"}
    assert told == {said["id"] for said in blanks if "id" in said}


def test_each_finding_stands_once_on_the_page(act: tuple[Convention, Bench]) -> None:
    html = str(act[0].article)
    apart = {one.id for one in act[0].apart}

    for one in act[0].remarks:
        assert html.count(f'id="{one.id}"') == (0 if one.id in apart else 1)
        assert not one.target or f'id="{one.target}"' in html


def test_the_places_of_values_are_lines_that_hold_them() -> None:
    titles = re.findall(r'title="(agreements/[^:"]+):(\d+) · [^"]*">trois ans<', str(
        shown(HERE, "longvic")[0].article
    ))  # fmt: skip
    assert titles
    for file, line in titles:
        text = (REPOSITORY / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert text.strip().endswith(" 3")


def test_an_act_that_breaks_keeps_its_text_and_tells_the_error_in_its_place(
    workspace: Path,
) -> None:
    space = Workspace(workspace)
    path = space.agreement("exemple")
    first, bench = shown(space, "exemple")
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace("années: 3", "années: trois"), encoding="utf-8")

    broken, bench = shown(space, "exemple", bench)
    (error,) = broken.remarks
    path.write_text(right, encoding="utf-8")
    mended, _ = shown(space, "exemple", bench)

    assert not first.stale
    assert broken.stale
    assert read(str(broken.article)).units == read(str(first.article)).units
    assert error.grave == "error"
    assert error.target.startswith("t-duree")
    assert f'id="{error.id}"' in str(broken.article)
    line = right.splitlines().index("      années: 3") + 1
    assert error.place == f"agreements/exemple.yaml:{line}"
    assert error.link == f"vscode://file{path.as_posix()}:{line}:15"
    assert not mended.stale
    assert not mended.remarks


def test_an_act_that_never_was_has_its_errors_alone(workspace: Path) -> None:
    (workspace / "agreements" / "exemple.yaml").write_text("titre: [", encoding="utf-8")

    broken, _ = shown(Workspace(workspace), "exemple")

    assert broken.article is None
    assert broken.apart == broken.remarks
    assert broken.remarks


def test_a_finding_stands_at_its_value_else_at_its_line_else_below_the_nearest_above() -> None:
    def place(line: int, column: int = 1) -> Position:
        return Position("a.yaml", line, column)

    known = Anchors(
        [Anchor(place(9), "nine"), Anchor(place(3, 5), "late", "x"), Anchor(place(3, 2), "early")]
    )

    def block(position: Position) -> str:
        at = known.at(position)
        return at.block if at else ""

    assert block(place(3, 5)) == "late"
    assert block(place(3, 7)) == "early"
    assert block(place(7)) == "early"
    assert block(place(99)) == "nine"
    assert block(place(1)) == ""
    assert block(Position("b.yaml", 9)) == ""
    assert block(Position("a.yaml", 0)) == ""


def test_one_remedy_in_a_row_is_said_once(act: tuple[Convention, Bench]) -> None:
    html = str(act[0].article)
    for notes in re.findall(r'<div class="notes".*?</div>', html):
        remedies = re.findall(r'class="remedy">(.*?)</span>', notes)
        codes = re.findall(r'class="head">.*?(C\d+)', notes)
        assert len(remedies) == 1 + sum(a != b for a, b in pairwise(codes))


def test_what_is_found_in_a_clause_stands_where_its_text_is(workspace: Path) -> None:
    space = Workspace(workspace)
    bench = survey(space, ("exemple",))
    variant = next(
        one for one in stock(space).library.variants.values() if one.id == "duree/tacite"
    )
    finding: Diagnostic = fault("C007", Position(variant.file, 99))

    (remark,) = convention(
        "exemple", bench.made["exemple"], (finding,), Manner("fr", space.root)
    ).remarks

    assert remark.target.startswith("t-duree")
    assert remark.link == ""


def test_titles_of_clauses_lead_to_their_own_files() -> None:
    page, _ = shown(HERE, "longvic")

    titles = re.findall(r'title="([^":]+):\d+ · titre"', str(page.article))

    assert titles[0] == "agreements/longvic.yaml"
    assert titles[1:]
    assert all(file.startswith("clauses/") for file in titles[1:])
