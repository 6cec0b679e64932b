"""The walls of the house: which room may import which, and where each library may live."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "conventassembler"

LAYERS = {
    "frozen": -1,
    "patterns": -1,
    "nearness": -1,
    "diagnostics": 0,
    "french": 0,
    "filenames": 0,
    "caching": 0,
    "packing": 0,
    "keeping": -1,
    "abreast": 0,
    "processes": 0,
    "modelines": 0,
    "windows": 1,
    "values": 1,
    "source": 2,
    "tables": 4,
    "schema": 3,
    "agreement": 4,
    "library": 5,
    "settings": 5,
    "draft": 6,
    "checks": 7,
    "writers": 7,
    "review": 8,
    "workspace": 7,
    "locking": 8,
    "obstacles": 9,
    "doctor": 10,
    "opening": 9,
    "office": 8,
    "scaffold": 8,
    "catalogue": 8,
    "starter": 8,
    "stationery": 8,
    "logos": 8,
    "upgrade": 8,
    "sending": 9,
    "editors": 9,
    "filling": 9,
    "making": 9,
    "stocking": 9,
    "build": 10,
    "sheets": 10,
    "trial": 10,
    "paradigm": 11,
    "explain": 11,
    "watching": 11,
    "batch": 11,
    "renewal": 11,
    "beginning": 11,
    "preview": 12,
    "cli": 13,
    "entering": 14,
    "__main__": 15,
}
"""A room imports rooms of a lower number; and, within a number, itself alone."""

FENCES = {
    "pickle": ("caching/pickling", "batch/executors"),
    "ruamel": ("source",),
    "_ruamel_yaml": ("source",),
    "python_calamine": ("tables/laid_out",),
    "olefile": ("tables/excel_97",),
    "xlrd": ("tables/excel_97",),
    "xlsxwriter": ("sheets/book",),
    "csv": ("tables/delimited", "batch/manifest"),
    "stdnum": ("french/check_digits",),
    "jinja2": ("draft", "writers/word", "writers/html"),
    "markdown_it": ("draft",),
    "mdit_py_plugins": ("draft",),
    "markupsafe": ("draft", "writers/word", "writers/html"),
    "docx": ("writers/word", "review"),
    "docxtpl": ("writers/word",),
    "lxml": ("writers/word", "review"),
    "pypdf": ("office",),
    "subprocess": ("office", "opening"),
    "click": ("cli",),
    "rich": ("cli",),
    "multiprocessing": ("batch/executors",),
    "distributed": ("batch/executors/dask",),
}
"""Third-party library: the rooms that may know it."""

MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 300


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 40


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    room = _room(path)
    if room == "__init__":
        return
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] != "conventassembler" or parts[1] == "__version__":
            continue
        assert parts[1] == room or LAYERS[parts[1]] < LAYERS[room], f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_stays_in_its_room(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in _imports(path):
        rooms = FENCES.get(name.split(".", maxsplit=1)[0])
        assert rooms is None or place.startswith(rooms), f"{place} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_short_and_says_its_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(ast.parse(text)) or not text.strip()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_compiles_no_pattern_as_it_is_loaded(path: Path) -> None:
    """`conventassembler.patterns.Pattern` waits until it is asked; bytes have none."""
    outside = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(outside):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            node.body = []  # type: ignore[assignment]
    compiled = {
        ast.unparse(node.args[0])
        for node in ast.walk(outside)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    }

    assert not [one for one in compiled if not one.lstrip("r").startswith("b")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    if _room(path) == "cli":
        return
    names = {
        node.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name)
    }

    assert not names & {"print", "exit", "SystemExit"}
