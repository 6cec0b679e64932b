"""The pictures of terminals in the guides are what the program says today, and are small."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from project import REPOSITORY


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "terminal_pictures", REPOSITORY / "tools/terminal_pictures.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pictures_are_up_to_date(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["terminal_pictures.py", "--check"])

    code = tool.main()

    assert capsys.readouterr().out == ""
    assert code == 0


def test_each_is_small_and_shown_in_a_guide(tool: ModuleType) -> None:
    guides = "".join(
        page.read_text(encoding="utf-8") for page in sorted((REPOSITORY / "docs/fr").glob("*.md"))
    )
    for name in tool.PICTURES:
        path: Path = tool.IMAGES / f"{name}.svg"
        assert path.stat().st_size < 150_000
        assert f"](images/{name}.svg)" in guides


def test_signs_of_xml_are_told_as_they_are(tool: ModuleType) -> None:
    drawn = tool.picture("rule <C1>", 'a & b "c"\n\n    → d')

    texts = [node.text for node in ElementTree.fromstring(drawn).iter() if node.text]
    assert "$ conventassembler rule <C1>" in texts
    assert 'a & b "c"' in texts
    assert "→ d" in texts


def test_a_long_line_goes_on_below(tool: ModuleType) -> None:
    words = "mot " * 60

    assert all(len(line) <= tool.COLUMNS for line in tool.lines(words))
    assert "".join(tool.lines(words)).split() == words.split()
