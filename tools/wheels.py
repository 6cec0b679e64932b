"""Gathers the program and all that it needs in a folder, to install it where there is no network.

`python tools/wheels.py DIR` is for computers like this one. `python tools/wheels.py DIR --windows
3.12` is for Windows (64 bits) with that Python, and can be run anywhere. It prints how many files
there are, and how large they are together; `docs/fr/installation.md` says what to do with them.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
ONLY_ON_WINDOWS = ("colorama",)
"""What older versions of click need on Windows alone, which pip leaves out when run elsewhere."""


def pip(*words: str) -> None:
    """Run pip, and stop where it does."""
    subprocess.run([sys.executable, "-m", "pip", "-q", *words], check=True)


def gather(folder: Path, windows: str = "") -> list[Path]:
    """Put the wheels into `folder`, and return them; `windows` is a version of Python there."""
    folder.mkdir(parents=True, exist_ok=True)
    if not windows:
        pip("wheel", "-w", str(folder), str(REPOSITORY))
        return sorted(folder.glob("*.whl"))
    with tempfile.TemporaryDirectory() as made:
        pip("wheel", "--no-deps", "-w", made, str(REPOSITORY))
        (own,) = Path(made).glob("*.whl")
        system = ("--platform", "win_amd64", "--python-version", windows, "--only-binary=:all:")
        pip("download", "-d", str(folder), *system, str(own), *ONLY_ON_WINDOWS)
    return sorted(folder.glob("*.whl"))


def main() -> None:
    """Gather, and tell how much it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--windows", metavar="VERSION", default="", help="for instance 3.12")
    asked = parser.parse_args()
    wheels = gather(asked.folder, asked.windows)
    size = sum(wheel.stat().st_size for wheel in wheels) / 1e6
    print(f"{asked.folder}: {len(wheels)} files, {size:.1f} MB")


if __name__ == "__main__":
    main()
