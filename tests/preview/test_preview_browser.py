"""The page in a real browser: it renews itself, stays where it is, fits, and can be read by all.

Skipped where there is no Chromium; `REQUIRE_CHROMIUM=1` makes its absence a failure.
"""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import sleep

import pytest
from browser import PROGRAM, Browser
from project import REPOSITORY

from conventassembler.preview import Board, Pages, Server, open_server
from conventassembler.preview.pages import Answer
from conventassembler.watching import survey
from conventassembler.workspace import Workspace

pytestmark = pytest.mark.skipif(
    (PROGRAM is None and not os.environ.get("REQUIRE_CHROMIUM")) or os.name == "nt",
    reason="Chromium is not installed",
)
NAMES = ("longvic", "ctg-dijon", "pacte-dijon-metropole")

CONTRAST = """
(() => {
  const part = (c) => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
  const light = (c) => .2126 * part(c[0]) + .7152 * part(c[1]) + .0722 * part(c[2]);
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const found = rgb(getComputedStyle(at).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const one of document.querySelectorAll("body *")) {
    const own = [...one.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !one.getClientRects().length) continue;
    const ink = light(rgb(getComputedStyle(one).color)), paper = light(ground(one));
    const ratio = (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
    if (ratio < 4.5) low.push(one.className + ": " + ratio.toFixed(2));
  }
  return [...new Set(low)];
})()
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("browser")) as one:
        yield one


def serve(space: Workspace, *names: str) -> Server:
    server = open_server(0, Pages(Board(survey(space, names)), space.root, "fr"))
    server.start()
    return server


@pytest.fixture(scope="module")
def acts() -> Iterator[Server]:
    server = serve(Workspace(REPOSITORY), *NAMES)
    yield server
    server.stop()


def renew(server: Server, space: Workspace) -> None:
    board = server.pages.board
    board.publish(
        survey(
            space, space.names(), board.read()[1], frozenset({space.agreements / "exemple.yaml"})
        )
    )


def test_the_page_renews_itself_and_keeps_the_last_text_of_an_act_that_breaks(
    browser: Browser, workspace: Path
) -> None:
    space = Workspace(workspace)
    path = space.agreement("exemple")
    right = path.read_text(encoding="utf-8")
    server = serve(space, "exemple")
    browser.open(f"{server.address}/a/exemple")
    browser.until("document.querySelector('article').textContent.includes('trois ans')")

    path.write_text(right.replace("années: 3", "années: 8"), encoding="utf-8")
    renew(server, space)
    browser.until("document.querySelector('article').textContent.includes('huit ans')")

    path.write_text(right.replace("années: 3", "années: huit"), encoding="utf-8")
    renew(server, space)
    browser.until("document.querySelector('.paper.stale .remark.error')")
    assert browser.value("document.querySelector('article').textContent.includes('huit ans')")
    assert browser.value("document.querySelector('[role=alert]').textContent").startswith("Vous")

    server.stop()
    browser.until("document.querySelector('#status.lost')")


def test_the_page_stays_where_it_was_read(browser: Browser, workspace: Path) -> None:
    space = Workspace(workspace)
    path = space.agreement("exemple")
    right = path.read_text(encoding="utf-8")
    server = serve(space, "exemple")
    browser.size(700, 300)
    browser.open(f"{server.address}/a/exemple")
    seen = "document.querySelector('.signatures').getBoundingClientRect().top"
    browser.value("document.querySelector('.signatures').scrollIntoView({behavior: 'instant'})")
    before = browser.value(seen)

    longer = right.replace('nom: "Longvic"', f'nom: "Longvic{"-sur-Exemple" * 40}"')
    assert longer != right
    path.write_text(longer, encoding="utf-8")
    renew(server, space)
    browser.until("document.querySelector('article').textContent.includes('sur-Exemple')")

    assert browser.value("scrollY") > 100
    assert abs(browser.value(seen) - before) < 3
    server.stop()


def test_what_a_page_asks_for_is_not_what_the_one_before_it_still_asks_for(
    browser: Browser, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = Workspace(workspace)
    gone, server = serve(space, "exemple"), serve(space, "exemple")
    browser.open(f"{gone.address}/a/exemple")
    gone.stop()
    answer = server.pages.answer

    def late(path: str) -> Answer:
        if path == "/a/exemple":
            sleep(1.2)  # the page before asks again after one second
        return answer(path)

    monkeypatch.setattr(server.pages, "answer", late)
    browser.open(f"{server.address}/a/exemple")

    assert [one for one in browser.asked() if one.startswith(gone.address)] == []
    assert browser.faults() == []
    server.stop()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [400, 900, 1400])
def test_the_page_fits_and_can_be_read(
    browser: Browser, acts: Server, name: str, width: int
) -> None:
    browser.size(width, 900)
    browser.open(f"{acts.address}/a/{name}")

    assert browser.value("document.documentElement.scrollWidth") <= width
    assert browser.value(CONTRAST) == []
    assert browser.faults() == []
    assert browser.asked()
    assert [one for one in browser.asked() if not one.startswith(f"{acts.address}/")] == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_step_by_step(browser: Browser, acts: Server, name: str) -> None:
    browser.open(f"{acts.address}/a/{name}")
    levels = browser.value(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6,[role=heading]')].map((one) =>"
        " Number(one.getAttribute('aria-level') || one.tagName[1]))"
    )

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert browser.value("document.querySelectorAll('main, nav').length") >= 2
    assert browser.value("document.documentElement.lang") == "fr"


def test_remarks_do_not_cover_each_other_nor_the_text(browser: Browser, acts: Server) -> None:
    browser.size(1400, 900)
    browser.open(f"{acts.address}/a/longvic")
    boxes = browser.value(
        "[...document.querySelectorAll('.remark')].map((one) => {"
        " const b = one.getBoundingClientRect(); return [b.left, b.top, b.bottom]; })"
    )
    edge = browser.value("document.querySelector('.paper').getBoundingClientRect().right")

    assert len(boxes) >= 10
    assert all(left >= edge for left, _, _ in boxes)
    tops = sorted((top, bottom) for _, top, bottom in boxes)
    assert all(first[1] <= second[0] for first, second in pairwise(tops))


def test_a_click_on_a_blank_leads_to_its_remark_and_back(browser: Browser, acts: Server) -> None:
    browser.size(1400, 900)
    browser.open(f"{acts.address}/a/longvic")
    browser.value("document.querySelector('a.blank').click()")
    browser.until("document.querySelector('.remark:target')")
    browser.value("document.querySelector('.remark:target .head a').click()")
    browser.until("document.querySelector('a.blank:target')")


def test_on_paper_there_is_the_act_alone(browser: Browser, acts: Server) -> None:
    browser.open(f"{acts.address}/a/longvic")
    browser.do("Emulation.setEmulatedMedia", media="print")
    shown = browser.value(
        "['nav', '.notes', '.index', 'h1', 'article'].map((one) =>"
        " document.querySelector(one).getClientRects().length > 0)"
    )
    browser.do("Emulation.setEmulatedMedia", media="")

    assert shown == [False, False, False, False, True]
