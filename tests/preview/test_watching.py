"""What is made anew when files change, and that no way of saving a file is missed or fatal."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pausing import nothing, steps

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.making import Findings
from conventassembler.watching import Bench, benches, beyond, changes, snapshot, survey
from conventassembler.watching.files import LONGEST, QUIET, SURE
from conventassembler.watching.rhythm import SOON
from conventassembler.workspace import Workspace


class Ended(Exception):  # noqa: N818 -- it is how these tests leave a loop without end
    """There is nothing more to do in a test."""


def seen(
    folder: Path, *todo: Callable[[], object], pauses: list[float] | None = None
) -> list[set[str]]:
    found: list[set[str]] = []
    step = steps(*todo, end=Ended)

    def pause(seconds: float) -> None:
        if pauses is not None:
            pauses.append(seconds)
        step(seconds)

    def look() -> dict[str, tuple[int, int, int, int]]:
        return dict(snapshot((folder,)))

    try:
        for changed in changes(look, pause, look()):
            found.append({path.relative_to(folder).as_posix() for path in changed})
    except Ended:
        return found
    raise AssertionError


def later(path: Path, text: str) -> None:
    """Write `text`, at another time than before however coarse the clock of the disk is."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**7, before + 10**7))


def test_a_file_that_is_saved_in_several_goes_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    later(path, "1")

    found = seen(
        tmp_path,
        nothing,
        lambda: later(path, ""),
        lambda: later(path, "tit"),
        lambda: later(path, "titre: x"),
        nothing,
        nothing,
    )

    assert found == [{"a.yaml"}]


def test_a_file_that_is_emptied_or_put_away_is_given_longer(tmp_path: Path) -> None:
    path, aside = tmp_path / "a.yaml", tmp_path / "a.yaml~"
    later(path, "1")
    pauses: list[float] = []
    found = seen(
        tmp_path,
        lambda: later(path, ""),
        lambda: later(path, "22"), nothing,
        lambda: path.rename(aside),
        lambda: later(path, "333"), nothing,
        lambda: later(path, "4444"), nothing,
        nothing,
        pauses=pauses,
    )  # fmt: skip

    assert found == [{"a.yaml"}] * 3
    assert pauses == [SOON, SURE, QUIET, SOON, SURE, QUIET, SOON, QUIET, SOON, SOON]


def test_a_file_that_stays_empty_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    later(path, "1")

    assert seen(tmp_path, lambda: later(path, ""), nothing, nothing) == [{"a.yaml"}]


def test_an_editor_that_puts_a_new_file_in_the_place_of_the_old_one_is_seen(tmp_path: Path) -> None:
    path, beside = tmp_path / "a.yaml", tmp_path / ".a.yaml.swp"
    path.write_text("1", encoding="utf-8")
    beside.write_text("2", encoding="utf-8")
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    os.utime(beside, ns=times)  # of the same size and time: it is another file all the same

    assert seen(tmp_path, lambda: beside.replace(path), nothing, nothing) == [{"a.yaml"}]


def test_what_is_new_gone_or_moved_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "duree"
    folder.mkdir()
    (folder / "tacite.md").write_text("1", encoding="utf-8")

    found = seen(
        tmp_path,
        lambda: later(tmp_path / "b.yaml", "1"), nothing,
        lambda: folder.rename(tmp_path / "term"), nothing,
        lambda: shutil.rmtree(tmp_path / "term"), nothing,
        nothing,
    )  # fmt: skip

    assert found == [{"b.yaml"}, {"duree/tacite.md", "term/tacite.md"}, {"term/tacite.md"}]


def test_what_editors_keep_for_a_moment_is_no_change(tmp_path: Path) -> None:
    names = (".a.yaml.swp", "a.yaml~", "~$maison.docx", "#a.yaml#", ".longvic.docx.12.tmp", "4.tmp")

    def write() -> None:
        for name in names:
            (tmp_path / name).write_text("x", encoding="utf-8")

    assert seen(tmp_path, write, nothing, nothing) == []


def test_a_change_that_is_taken_back_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"

    assert seen(tmp_path, lambda: later(path, "1"), path.unlink, nothing, nothing) == []


def test_who_writes_without_end_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    writes = [lambda n=n: later(path, "x" * n) for n in range(LONGEST + 3)]

    assert seen(tmp_path, *writes)[0] == {"a.yaml"}


def test_links_that_go_round_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").symlink_to(tmp_path, target_is_directory=True)
    later(tmp_path / "a" / "c.md", "1")

    assert str(tmp_path / "a" / "c.md") in snapshot((tmp_path,))
    assert len(snapshot((tmp_path,))) < 10


@pytest.fixture
def space(workspace: Path) -> Workspace:
    """A workspace with two agreements."""
    first = workspace / "agreements" / "exemple.yaml"
    shutil.copy(first, workspace / "agreements" / "second.yaml")
    return Workspace(workspace)


@pytest.fixture
def bench(space: Workspace) -> Bench:
    return survey(space, space.names())


def test_a_change_of_an_agreement_makes_that_one_anew(space: Workspace, bench: Bench) -> None:
    now = survey(space, space.names(), bench, frozenset({space.agreement("second")}))

    assert now.shared is bench.shared
    assert now.made["exemple"] is bench.made["exemple"]
    assert now.made["second"] is not bench.made["second"]


def test_a_change_of_its_values_makes_it_anew(space: Workspace, bench: Bench) -> None:
    own = space.agreements / "second" / "actions.yaml"

    now = survey(space, space.names(), bench, frozenset({own}))

    assert now.made["exemple"] is bench.made["exemple"]
    assert now.made["second"] is not bench.made["second"]


def test_a_change_of_what_all_share_makes_all_anew(space: Workspace, bench: Bench) -> None:
    shared = (
        space.clauses / "duree" / "tacite.md",
        space.registry / "departement.yaml",
        space.settings,
        space.templates / "maison.docx",
    )
    for path in shared:
        now = survey(space, space.names(), bench, frozenset({path, space.agreement("second")}))
        assert now.shared is not bench.shared
        assert not any(now.made[name] is bench.made[name] for name in space.names())


def test_what_is_made_anew_is_what_a_fresh_start_makes(space: Workspace, bench: Bench) -> None:
    clause = space.clauses / "duree" / "tacite.md"
    clause.write_text(clause.read_text(encoding="utf-8") + "\nAinsi fait.\n", encoding="utf-8")
    now = survey(space, space.names(), bench, frozenset({clause}))
    fresh = survey(space, space.names())

    for name in space.names():
        assert now.made[name].draft == fresh.made[name].draft
        assert now.made[name].draft != bench.made[name].draft
    assert now.every() == fresh.every()


def states(space: Workspace, *todo: Callable[[], object]) -> Iterator[Bench | Findings]:
    try:
        yield from benches(space, space.names, steps(*todo, end=Ended))
    except Ended:
        return


def made_while(
    monkeypatch: pytest.MonkeyPatch, *todo: Callable[[], object]
) -> list[Callable[[], object]]:
    """Do each of `todo` while a state is made, the first one excepted; return what is left."""
    left: list[Callable[[], object]] = [nothing, *todo]

    def surveying(*given: object) -> Bench:
        bench = survey(*given)  # type: ignore[arg-type]
        if left:
            left.pop(0)()
        return bench

    monkeypatch.setattr("conventassembler.watching.loop.survey", surveying)
    return left


def _years(space: Workspace, years: str) -> Callable[[], object]:
    path = space.agreement("second")
    text = path.read_text(encoding="utf-8").replace("années: 3", f"années: {years}")
    return lambda: later(path, text)


def _told(state: Bench | Findings) -> bool:
    return isinstance(state, Bench) and bool(state.made["second"].prepared.findings)


def test_a_state_whose_files_changed_while_it_was_made_is_passed_over(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_while(monkeypatch, _years(space, "4"))

    found = list(states(space, _years(space, "5"), nothing, nothing, nothing, nothing))

    assert len(found) == 2
    assert isinstance(found[-1], Bench)
    assert found[-1].made["second"].draft == survey(space, space.names()).made["second"].draft


def test_a_state_is_told_though_what_changed_meanwhile_is_as_it_was(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = space.agreements / "passing.yaml"
    made_while(monkeypatch, lambda: later(passing, "a"))

    found = list(states(space, _years(space, "5"), nothing, passing.unlink, nothing, nothing))

    assert len(found) == 2
    assert isinstance(found[-1], Bench)
    assert isinstance(found[0], Bench)
    assert found[-1].made["second"].draft != found[0].made["second"].draft


def test_an_error_is_told_once_it_has_stood_for_a_moment(space: Workspace) -> None:
    wrong, right = _years(space, "trois"), _years(space, "4")

    hasty = list(states(space, wrong, nothing, right, nothing, nothing))
    stays = list(states(space, wrong, nothing, nothing, nothing))

    assert [_told(one) for one in hasty] == [False, False]
    assert [_told(one) for one in stays] == [False, True]


def test_who_writes_without_end_is_told_of_all_the_same(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = space.agreement("second")
    text = path.read_text(encoding="utf-8")
    writes = [lambda n=n: later(path, text + "#" * n) for n in range(1, 9)]
    made_while(monkeypatch, *writes)

    assert len(list(states(space, lambda: later(path, text + "# "), *[nothing] * 9))) > 1


def test_folders_that_vanish_and_come_back(space: Workspace) -> None:
    away = space.root / "away"
    found = list(
        states(
            space,
            lambda: space.clauses.rename(away), nothing,
            nothing,
            lambda: away.rename(space.clauses), nothing,
            lambda: space.agreements.rename(away), nothing,
            lambda: away.rename(space.agreements), nothing,
            nothing,
        )
    )  # fmt: skip

    assert [isinstance(one, Bench) for one in found] == [True, False, True, False, True]
    assert isinstance(found[0], Bench)
    assert isinstance(found[-1], Bench)
    assert found[-1].every() == found[0].every()


def test_a_closed_folder_without_files_that_is_opened_again_is_seen(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir, shut = os.scandir, [space.root / "templates"]
    shut[0].mkdir()

    def refusing(place: str | Path) -> Any:
        if shut and Path(place) == shut[0]:
            raise PermissionError(13, "Permission denied")
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refusing)
    found = list(states(space, nothing, shut.clear, nothing, nothing))

    assert [isinstance(one, Bench) for one in found] == [False, True]
    assert [one.code for one in found[0] if not isinstance(found[0], Bench)] == ["C008"]


def test_an_agreement_comes_and_goes(space: Workspace) -> None:
    third = space.agreement("third")
    found = list(
        states(
            space,
            lambda: shutil.copy(space.agreement("second"), third), nothing,
            third.unlink, nothing,
            nothing,
        )
    )  # fmt: skip

    names = [tuple(one.made) for one in found if isinstance(one, Bench)]
    assert names == [("exemple", "second"), ("exemple", "second", "third"), ("exemple", "second")]


def test_a_folder_that_goes_away_while_it_is_read_is_read_again(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def failing(*given: object) -> Bench:
        tries.append(1)
        if len(tries) < 3:
            raise FileNotFoundError
        return survey(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("conventassembler.watching.loop.survey", failing)
    first = next(iter(benches(space, space.names, lambda _: None)))

    assert isinstance(first, Bench)
    assert len(tries) == 3


def said(*lines: int, words: str = "a") -> tuple[Diagnostic, ...]:
    """Return findings of the same words, on these lines."""
    return tuple(fault("C206", Position("a.yaml", line), value=words) for line in lines)


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        ((33, 49), (49,), (33,)),
        ((33, 49), (33,), (49,)),
        ((33, 49), (48,), (33,)),
        ((33, 49), (35,), (49,)),
        ((33, 49, 60), (50, 61), (33,)),
        ((33, 49), (34, 50), ()),
        ((33, 49), (), (33, 49)),
        ((), (33,), ()),
    ],
)
def test_of_findings_that_say_the_same_the_one_that_is_gone_is_told(
    before: tuple[int, ...], after: tuple[int, ...], gone: tuple[int, ...]
) -> None:
    other = said(40, words="b")

    assert beyond((*said(*before), *other), (*other, *said(*after))) == list(said(*gone))
