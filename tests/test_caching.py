"""What is kept is only ever what would be made anew: by contents, and for this program alone."""

import os
import pickle
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from project import copy_of_repository

from conventassembler import stocking
from conventassembler.build import draft_one, stock
from conventassembler.caching import folded, store
from conventassembler.caching import program as programs
from conventassembler.caching.contents import (
    FOLDER,
    UnreadableError,
    file_digest,
    look_again,
    looking_once,
    tree,
)
from conventassembler.caching.folded import Folded
from conventassembler.caching.pickling import as_bytes, of_bytes, unpickled
from conventassembler.caching.where import OFF, VARIABLE, cache_folder
from conventassembler.diagnostics import Position
from conventassembler.making import Stock
from conventassembler.workspace import Workspace


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, still empty."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def space(tmp_path: Path, workspace: Path) -> Workspace:
    """A small workspace."""
    assert workspace == tmp_path
    return Workspace(workspace)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """How often the library was read."""
    seen: list[Path] = []
    read = stocking.load_library

    def counted(folder: Path, root: Path) -> object:
        seen.append(folder)
        return read(folder, root)

    monkeypatch.setattr(stocking, "load_library", counted)
    return seen


def entries(kept: Path) -> list[Path]:
    return sorted((kept / "stock").iterdir())


def said(shared: Stock) -> str:
    return repr(shared)


def test_a_library_is_compiled_once(kept: Path, space: Workspace, readings: list[Path]) -> None:
    first, second = stock(space), stock(space)

    assert len(readings) == 1
    assert said(first) == said(second)
    assert len(entries(kept)) == 1


def test_the_whole_library_of_the_repository_comes_back_as_it_was(
    kept: Path, tmp_path: Path, readings: list[Path]
) -> None:
    copy_of_repository(tmp_path / "here")
    space = Workspace(tmp_path / "here")

    assert said(stock(space)) == said(stock(space))
    assert len(readings) == 1
    assert str(tmp_path).encode() not in entries(kept)[0].read_bytes()


def test_of_a_library_only_what_an_act_uses_is_unfolded(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_of_repository(tmp_path / "here")
    space = Workspace(tmp_path / "here")
    whole = stock(space)
    unfolded: list[object] = []

    def counted(data: bytes) -> object:
        unfolded.append(unpickled(data))
        return unfolded[-1]

    monkeypatch.setattr(folded, "unpickled", counted)
    draft, _ = draft_one(space, "plaine-dijonnaise", stock(space))

    assert draft == draft_one(space, "plaine-dijonnaise", whole)[0]
    assert 0 < len(unfolded) < len(whole.library.variants)


def test_what_is_folded_is_the_mapping_that_it_was_made_of() -> None:
    values = {"a": Position("un.md", 1), "b": Position("deux.md", 2)}

    there = pickle.loads(pickle.dumps(Folded(values)))
    assert there["a"] is there["a"]
    again = pickle.loads(pickle.dumps(there))  # one value unfolded, one still as bytes

    for one in (Folded(values), there, again):
        assert one == values
        assert list(one) == ["a", "b"]
        assert "c" not in one
        assert one.get("c") is None


def test_what_cannot_be_folded_goes_as_the_pickler_has_it() -> None:
    values = {"path": Path("a")}

    assert as_bytes(Folded(values)) is None
    assert pickle.loads(pickle.dumps(Folded(values))) == values


def test_a_workspace_that_was_moved_is_still_known(
    kept: Path, space: Workspace, readings: list[Path]
) -> None:
    stock(space)
    shutil.copytree(
        space.root, space.root / "moved", ignore=shutil.ignore_patterns("moved", "cache")
    )

    stock(Workspace(space.root / "moved"))

    assert len(readings) == 1


def test_findings_of_the_library_are_told_again(kept: Path, space: Workspace) -> None:
    clause = next(space.clauses.glob("*/*.md"))
    clause.write_text(clause.read_text(encoding="utf-8") + "\n{{ inconnu }}\n", encoding="utf-8")

    first, second = stock(space), stock(space)

    assert first.findings == second.findings
    assert "C417" in {one.code for one in second.findings}


def _changed(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change a file; its size and its times stay as they are."""
    facts = path.stat()
    data = change(path.read_bytes())
    assert len(data) == facts.st_size
    path.write_bytes(data)
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def test_one_letter_of_a_clause_with_the_same_time_and_size_is_seen(
    kept: Path, space: Workspace
) -> None:
    before = stock(space)
    clause = next(one for one in space.clauses.glob("*/*.md") if b"\n---\n" in one.read_bytes())
    letter = clause.read_bytes().rstrip()[-2:-1]
    other = b"z" if letter != b"z" else b"y"
    _changed(clause, lambda data: data.rstrip()[:-2] + other + data[len(data.rstrip()) - 1 :])

    assert said(stock(space)) != said(before)


@pytest.mark.parametrize(
    "name", ["clauses/x/y.md", "agreements/parties/x.yaml", "templates/x.docx"]
)
def test_a_new_file_is_seen(kept: Path, space: Workspace, readings: list[Path], name: str) -> None:
    stock(space)
    (space.root / name).parent.mkdir(parents=True, exist_ok=True)
    (space.root / name).write_text("?", encoding="utf-8")
    stock(space)

    assert len(readings) == 2


def test_a_logo_that_the_settings_name_is_seen(
    kept: Path, space: Workspace, readings: list[Path]
) -> None:
    space.settings.write_text('[[logos]]\nfichier = "logo.png"\ntexte = "Logo"\n', encoding="utf-8")
    lacking = stock(space)
    stock(space)
    assert len(readings) == 1

    (space.root / "logo.png").write_bytes(b"no picture")

    assert said(stock(space)) != said(lacking)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[:40],
        lambda data: data[:-1],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda _: b"garbage" * 1000,
        lambda _: pickle.dumps(Path()),
    ],
)
def test_an_entry_that_is_not_whole_is_as_none(
    kept: Path,
    space: Workspace,
    readings: list[Path],
    spoil: Callable[[bytes], bytes],
) -> None:
    whole = stock(space)
    (entry,) = entries(kept)
    good = entry.read_bytes()
    entry.write_bytes(spoil(good))

    assert said(stock(space)) == said(whole)
    assert len(readings) == 2
    assert entry.read_bytes() == good


def test_a_cache_that_was_deleted_is_made_anew(
    kept: Path, space: Workspace, readings: list[Path]
) -> None:
    stock(space)
    shutil.rmtree(kept)
    stock(space)
    stock(space)

    assert len(readings) == 2


def test_another_version_of_the_program_reads_nothing_of_this_one(
    kept: Path, space: Workspace, readings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    stock(space)
    monkeypatch.setattr("conventassembler.caching.remembered.program", lambda: "another")
    stock(space)

    assert len(readings) == 2


def test_the_program_is_its_files_its_python_and_its_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def now() -> str:
        programs.program.cache_clear()
        return programs.program()

    (tmp_path / "a.py").write_text("a = 1", encoding="utf-8")
    monkeypatch.setattr(programs, "_PACKAGE", str(tmp_path))
    seen = [now(), now()]
    assert seen[0] == seen[1]
    (tmp_path / "a.py").write_text("a = 2", encoding="utf-8")
    seen.append(now())
    (tmp_path / "docxtpl-9.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    seen.append(now())
    monkeypatch.setattr(sys, "version", "4.0")
    seen.append(now())
    programs.program.cache_clear()

    assert len(set(seen)) == 4


def test_runs_at_the_same_time_leave_one_whole_entry(kept: Path, space: Workspace) -> None:
    words = [sys.executable, "-m", "conventassembler", "check", "--workspace", str(space.root)]
    runs = [
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(3)
    ]
    told = {run.communicate()[0] for run in runs}

    assert len(told) == 1
    assert len(entries(kept)) == 1
    assert store.read("stock", entries(kept)[0].name)


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    kept: Path, space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = stocking.load_library

    def disturbed(folder: Path, root: Path) -> object:
        found = read(folder, root)
        (folder / "new.md").write_text("?", encoding="utf-8")
        return found

    monkeypatch.setattr(stocking, "load_library", disturbed)
    with looking_once():
        stock(space)

    assert not (kept / "stock").exists()


def test_a_run_looks_once_and_once_again(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    with looking_once():
        before = tree(str(tmp_path))
        (tmp_path / "a").write_bytes(b"2")
        meanwhile = tree(str(tmp_path))
        look_again()
        after = tree(str(tmp_path))

    assert before == meanwhile != after == tree(str(tmp_path))
    (tmp_path / "a").write_bytes(b"3")
    assert tree(str(tmp_path)) != after


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_a_folder_that_others_may_write_in_is_not_believed(
    kept: Path, space: Workspace, readings: list[Path]
) -> None:
    stock(space)
    assert stat.S_IMODE((kept / "stock").stat().st_mode) == 0o700
    (kept / "stock").chmod(0o777)
    stock(space)

    assert len(readings) == 2


@pytest.mark.parametrize("said", OFF)
def test_it_can_be_turned_off(
    space: Workspace, readings: list[Path], monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv(VARIABLE, said)
    stock(space)
    stock(space)

    assert len(readings) == 2


def test_where_it_cannot_be_written_nothing_fails(
    space: Workspace, readings: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "below"))

    assert said(stock(space)) == said(stock(space))
    assert len(readings) == 2


def test_each_system_has_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    home, own = str(tmp_path), str(tmp_path / "conventassembler")

    assert cache_folder({}, "linux") == str(tmp_path / ".cache" / "conventassembler")
    assert cache_folder({"XDG_CACHE_HOME": home}, "linux") == own
    assert cache_folder({}, "darwin") == str(tmp_path / "Library" / "Caches" / "conventassembler")
    assert cache_folder({"LOCALAPPDATA": home}, "win32") == own
    assert cache_folder({}, "win32") is None


def test_the_oldest_entries_make_room(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(store.MOST, "stock", 8)
    for number in range(30):
        store.write("stock", f"{number:02}", b"x")
        os.utime(kept / "stock" / f"{number:02}", (number, number))

    names = [path.name for path in entries(kept)]
    assert len(names) <= 8
    assert names[-1] == "29"


class _Runs:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("exit 3",)


@pytest.mark.parametrize("strange", [_Runs(), Path(), print, os.getpid, subprocess.Popen])
def test_bytes_make_nothing_but_our_own_values(strange: object) -> None:
    assert of_bytes(pickle.dumps(strange)) is None
    assert as_bytes(strange) is None


@pytest.mark.parametrize("name", ["main", "cli"])
def test_bytes_call_no_function_of_ours(name: str) -> None:
    told = b"cconventassembler.entering\n" + name.encode() + b"\n."
    assert of_bytes(told) is None


def test_a_tree_tells_folders_files_and_links_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"x")
    (tmp_path / "__pycache__").mkdir()
    before = tree(str(tmp_path))

    assert before == {"a": FOLDER, "a/b": file_digest(str(tmp_path / "a" / "b"))}
    assert tree(str(tmp_path / "none")) == {"": file_digest(str(tmp_path / "none"))}
    if sys.platform != "win32":
        (tmp_path / "c").symlink_to("nowhere")
        assert tree(str(tmp_path))["c"] == "-nowhere"
        os.mkfifo(tmp_path / "d")
        with pytest.raises(UnreadableError):
            tree(str(tmp_path))
