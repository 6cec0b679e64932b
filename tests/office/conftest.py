"""A program that stands for LibreOffice."""

import sys
from pathlib import Path

import pytest

FAKE = Path(__file__).parent / "fake_soffice.py"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A `soffice` that does what the documents say."""
    if sys.platform == "win32":
        path = tmp_path / "soffice.cmd"
        path.write_text(f'@"{sys.executable}" "{FAKE}" %*\n', encoding="utf-8")
    else:
        path = tmp_path / "soffice"
        path.write_text(f'#!/bin/sh\n"{sys.executable}" "{FAKE}" "$@"\n', encoding="utf-8")
        path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the conversions make theirs: a name with a space, an accent, a sign."""
    folder = tmp_path / "Zoé d’Aunay & fils, 100 %"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder
