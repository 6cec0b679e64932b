"""The measures stand on true documents: what every maker writes says what ours does.

No time is asserted on. The makers that are no dependency of this project are not run here.
"""

import io
import json
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from project import REPOSITORY

sys.path.append(str(REPOSITORY))

from benchmarks import (
    chart,
    comparing,
    growing,
    makers,
    profiling,
    reading,
    report,
    rows,
    templates,
    watched,
)
from benchmarks.desk import Desk, desk
from benchmarks.engines import limit, worker
from benchmarks.machine import environment
from benchmarks.makers import LIMIT, OURS, Makers
from conventassembler.abreast import TOGETHER

WORKER = str(makers.ENGINES / "worker.py")
ENGINES = {
    OURS: "ours",
    "docxtpl": "with_docxtpl",
    "python-docx": "with_python_docx",
    LIMIT: "limit",
}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The files of a measure of two rows."""
    return desk(tmp_path_factory.mktemp("measure") / "work", 2)


def _installed(ready: Desk) -> Makers:
    """Return the makers that the environment of the tests has."""
    words = str(ready.words)
    commands = {name: (sys.executable, WORKER, module, words) for name, module in ENGINES.items()}
    return Makers(commands, {})


def test_the_makers_say_the_same_and_a_wrong_word_is_found(ready: Desk) -> None:
    measured = comparing.compare(_installed(ready), ready, rounds=1, seconds=0.01)

    assert set(measured) == set(ENGINES)
    assert all(makers.wrong_in(name, ready) == [] for name in ENGINES if name != LIMIT)
    name = next(iter(ready.expected))
    _respell(ready.out / "docxtpl" / f"{name}.docx", "Entre :", "Entre:")
    (told,) = makers.wrong_in("docxtpl", ready)
    assert "'Entre :' is awaited, 'Entre:' is there" in told.replace("\\xa0", " ").replace(
        "\xa0", " "
    )


def _respell(path: Path, old: str, new: str) -> None:
    with ZipFile(path) as package:
        members = {one: package.read(one).decode("utf-8") for one in package.namelist()}
    body = members["word/document.xml"]
    members["word/document.xml"] = body.replace(old.replace(" ", "\xa0"), new)
    assert members["word/document.xml"] != body
    with ZipFile(path, "w") as package:
        for one, text in members.items():
            package.writestr(one, text)


def test_a_save_is_waited_for_until_its_own_words_stand_there(
    ready: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ready.workspace, tmp_path / "space")
    command = (sys.executable, "-m", "conventassembler", "watch", "--workspace")
    words = (*command, str(tmp_path / "space"), watched.NAME)

    with watched.watching(words, ready, tmp_path / "space") as save:
        assert save(0) > 0
        assert save(1) > 0
        other = ready.folder / "rows" / f"{rows.name(0)}.yaml"
        monkeypatch.setattr(watched, "_row", lambda *_: other.read_bytes())
        with pytest.raises(RuntimeError, match="is awaited"):
            save(1)


@pytest.mark.parametrize(
    ("asked", "sizes"),
    [({"count": 20}, [8, 8, 4]), ({"count": 3}, [3]), ({"seconds": 0.02}, [8, 8])],
)
def test_what_goes_abreast_is_made_together_until_the_end(
    asked: dict[str, float], sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def make(data: list[int], paths: list[Path]) -> None:
        made.append(len(paths))
        assert len(data) == len(paths)
        if len(made) == len(sizes):
            moments[:] = [1.0]

    moments = [0.0]
    monkeypatch.setattr(worker.time, "perf_counter", lambda: moments[0])
    line = json.dumps({**asked, "folder": "made"})
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{line}\n"))

    worker.serve(lambda number: number, make, [f"n{rank}" for rank in range(100)], together=8)

    assert made == sizes


def test_each_row_says_something_else() -> None:
    made = [tuple(one.values()) for one in rows.rows(12_000)]

    assert len(set(made)) == len({one[0] for one in made}) == 12_000
    assert len({one[1] for one in made}) == 12_000


def test_templates_hold_every_kind_of_text_and_leave_the_looks_alone(ready: Desk) -> None:
    for name in templates.LANGUAGES:
        with ZipFile(ready.folder / "templates" / f"{name}.docx") as package:
            body = package.read("word/document.xml").decode("utf-8")
            styles = package.read("word/styles.xml").decode("utf-8")
        assert all(f'w:val="{style}"' in body for style in templates.STYLES.values())
        assert all(f'w:styleId="{style}"' in styles for style in templates.STYLES.values())


def test_the_limit_is_a_whole_file(tmp_path: Path) -> None:
    members = [(b"[Content_Types].xml", b"<a/>" * 50), ("é.xml".encode(), b""), (b"b", b"x")]
    path = tmp_path / "limit.zip"
    path.write_bytes(limit.packed(members[:1] + members[2:]))

    with ZipFile(path) as package:
        assert package.testzip() is None
        assert [(one.encode(), package.read(one)) for one in package.namelist()] == [
            members[0],
            members[2],
        ]


def test_an_act_has_as_many_articles_as_asked_for(ready: Desk) -> None:
    told = growing.articles(ready.workspace, (6, 9))

    assert growing.act(9, 20).count("\n  - ") - growing.act(6, 20).count("\n  - ") == 3
    assert set(told["seconds"]) == {"6", "9"}  # type: ignore[call-overload]


def test_what_is_measured_may_keep_what_python_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("BESIDE", "kept")

    told = environment(MORE="given")

    assert "PYTHONDONTWRITEBYTECODE" not in told
    assert (told["BESIDE"], told["MORE"]) == ("kept", "given")


def test_a_line_is_found_in_points() -> None:
    straight = growing.fit([(0, 1), (1, 3), (4, 9)])
    bent = growing.fit([(x, x * x) for x in range(10)])

    assert (straight.start, straight.slope, straight.r2) == pytest.approx((1, 2, 1))
    assert bent.r2 < 0.95


def test_a_profile_counts_each_stage_once(ready: Desk) -> None:
    stages = profiling.profile(ready.workspace, ready.out / "profile", TOGETHER)

    assert set(stages) == set(profiling.STAGES)
    assert all(stages[one] > 0 for one in ("load", "resolve", "compose", "check", "word", "twin"))


def test_figures_stand_beside_what_was_wanted(tmp_path: Path) -> None:
    one = {"median ms": 2.0, "mean ms": 2.5, "quietest round ms": 1.0, "processor ms": 1.5}
    to = {OURS: 1.0, "docxtpl": 0.25, LIMIT: 4.5}
    results = {
        "machine": {"day": "2026-12-01"},
        "versions": {"docxtpl": "0.20.2"},
        "absent": {"carbone": "Node and npm are not installed"},
        "comparison": {
            name: one | {"highest MiB": 40.0, "documents": 7, "to others": to} for name in to
        },
        "articles": {"seconds": {"20": 0.1, "40": 0.2}, "line": {"ms an article": 5, "R²": 1.0}},
    }
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- figures -->\nold\n<!-- end of the figures -->\nafter\n", "utf-8")
    (tmp_path / "images").mkdir()

    report.write(results, tmp_path / "out")
    report.settle(results, page)

    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "| time of a document, to docxtpl | 0.25 | <= 0.33 | yes |" in text
    assert f"| time of a document, to {LIMIT} | 4.50 | <= 4.00 | no |" in text
    assert "carbone: not measured, Node and npm are not installed." in text
    for path in (tmp_path / "images").iterdir():
        ElementTree.fromstring(path.read_text(encoding="utf-8"))


def test_bars_are_drawn_from_the_shortest() -> None:
    drawn = chart.bars("Time", "ms", {"slow": 20.0, "<fast>": 1.25}, "<fast>")

    assert drawn.index("&lt;fast&gt;") < drawn.index("slow")


def test_differences_are_told_paragraph_by_paragraph() -> None:
    assert reading.differences(("a", "b"), ("a", "b")) == []
    assert len(reading.differences(("a", "b"), ("a", "c", "d"))) == 2
