"""Where the other makers are installed, and the files of a measure: in one folder, nowhere else."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
_DONE = "installed.txt"


class AbsentError(Exception):
    """A maker cannot be installed here; it says why."""


@dataclass(frozen=True, slots=True)
class Cache:
    """The folder that a measure has for itself."""

    folder: Path

    def python(self, name: str) -> Path:
        """Return the Python of the environment that `requirements-NAME.txt` describes.

        It is made where there is none, with the Python that runs this one.

        Raises:
            AbsentError: what it needs cannot be installed.
        """
        wanted = HERE / f"requirements-{name}.txt"
        folder = self.folder / name
        python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        if self._is_new(folder, wanted):
            _run(sys.executable, "-m", "venv", "--clear", str(folder))
            _run(str(python), "-m", "pip", "install", "-q", "-r", str(wanted))
            _settle(folder, wanted)
        return python

    def node(self) -> Path:
        """Return the folder with what `package.json` names.

        Raises:
            AbsentError: there is no Node, or what it needs cannot be installed.
        """
        wanted = HERE / "package.json"
        folder = self.folder / "node"
        if shutil.which("node") is None or (npm := shutil.which("npm")) is None:
            raise AbsentError("Node and npm are not installed")
        if self._is_new(folder, wanted):
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(wanted, folder / wanted.name)
            _run(npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder))
            _settle(folder, wanted)
        return folder

    def _is_new(self, folder: Path, wanted: Path) -> bool:
        done = folder / _DONE
        return not done.is_file() or done.read_bytes() != wanted.read_bytes()


def versions(python: Path, *names: str) -> dict[str, str]:
    """Return the versions of distributions of an environment."""
    script = "import json, sys; from importlib.metadata import version as v; "
    script += "print(json.dumps({n: v(n) for n in sys.argv[1:]}))"
    done = subprocess.run(
        [str(python), "-c", script, *names], check=True, capture_output=True, text=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def node_versions(folder: Path, *names: str) -> dict[str, str]:
    """Return the versions of packages in a folder of Node."""
    files = {name: folder / "node_modules" / name / "package.json" for name in names}
    return {
        name: json.loads(path.read_text(encoding="utf-8"))["version"]
        for name, path in files.items()
    }


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", "") or str(error)
        raise AbsentError(told.strip().splitlines()[-1]) from error


def _settle(folder: Path, wanted: Path) -> None:
    shutil.copyfile(wanted, folder / _DONE)
