"""The program is installed from a folder of files, without any network, as the guide says."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from project import REPOSITORY

TOOL = REPOSITORY / "tools" / "wheels.py"
GUIDE = REPOSITORY / "docs" / "fr" / "installation.md"
NO_NETWORK = {
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_NO_INDEX": "1",
}
INSTALL = "install --no-index --find-links wheels conventassembler"


def call(*words: str, folder: Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        words,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_guide_says_what_is_tested() -> None:
    text = GUIDE.read_text(encoding="utf-8")

    assert INSTALL in text
    assert "tools/wheels.py wheels --windows" in text


@pytest.mark.long
@pytest.mark.timeout(900)
def test_it_is_installed_without_a_network(tmp_path: Path) -> None:
    said = call(sys.executable, str(TOOL), "wheels", folder=tmp_path)
    wheels = list((tmp_path / "wheels").glob("*.whl"))
    assert f"wheels: {len(wheels)} files" in said
    assert sum(one.stat().st_size for one in wheels) < 30e6
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}

    call(
        *(str(scripts / "python"), "-m", "pip", "-q", *INSTALL.split()),
        folder=tmp_path,
        environment=alone | NO_NETWORK,
    )
    program = str(scripts / "conventassembler")
    call(program, "init", "essai", folder=tmp_path)
    call(program, "build", folder=tmp_path / "essai")

    assert (tmp_path / "essai" / "output" / "longvic.docx").exists()


@pytest.mark.long
@pytest.mark.timeout(900)
def test_what_is_gathered_for_windows_has_what_windows_alone_needs(tmp_path: Path) -> None:
    call(sys.executable, str(TOOL), "wheels", "--windows", "3.12", folder=tmp_path)

    names = {path.name for path in (tmp_path / "wheels").iterdir()}
    assert any(name.startswith("colorama-") for name in names)
    assert any(name.startswith("lxml-") and "win_amd64" in name for name in names)
    assert any(name.startswith("conventassembler-") for name in names)
    assert not [name for name in names if "linux" in name or "macos" in name]
