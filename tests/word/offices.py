"""LibreOffice for tests: the versions at hand, their bridge, and what they make of many files.

`TEST_OFFICES` lists the programs, separated as in PATH; without it, the one that is installed.
"""

import atexit
import functools
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from conventassembler.review.numbers import Numbers
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import parse, serialise, tag, w

TOOL = Path(__file__).parent / "uno_tool.py"
BRIDGE = Path("/usr/bin/python3")
"""The Python that Debian's `python3-uno` is for."""
OFFICES = tuple(filter(None, os.environ.get("TEST_OFFICES", "").split(os.pathsep))) or tuple(
    filter(None, (shutil.which("soffice"),))
)
_AT_ONCE = 100
"""Of some hundreds of files, LibreOffice leaves the last ones out without a word."""
Answer = dict[str, Any]


@functools.cache
def has_bridge() -> bool:
    """Tell whether tests can speak with LibreOffice; where LibreOffice must be, they must."""
    tried = [str(BRIDGE), "-c", "import uno"]
    present = BRIDGE.exists() and subprocess.run(tried, capture_output=True, check=False)
    found = bool(present and present.returncode == 0)
    if not found and os.environ.get("REQUIRE_LIBREOFFICE"):
        pytest.exit("python3-uno is required and absent", 4)
    return found


def answers(tasks: Sequence[Mapping[str, Any]], office: str = "") -> list[Answer]:
    """Return what LibreOffice answers to `tasks`, which `uno_tool.py` tells the form of."""
    if not has_bridge():
        pytest.skip("python3-uno is not installed")
    ran = subprocess.run(
        [str(BRIDGE), str(TOOL), office or OFFICES[0]],
        input=json.dumps(tasks),
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=280,
    )
    found: list[Answer] = json.loads(ran.stdout)
    failed = [one["error"] for one in found if "error" in one]
    assert not failed, failed
    return found


def printed(files: Mapping[str, bytes], folder: Path, office: str) -> dict[str, list[str]]:
    """Return the lines of the text that `office` makes of Word files, all in one run."""
    made = converted(files, folder, office, "txt:Text (encoded):UTF8")
    return {name: data.decode("utf-8-sig").splitlines() for name, data in made.items()}


def converted(
    files: Mapping[str, bytes], folder: Path, office: str, target: str
) -> dict[str, bytes]:
    """Return the files that `office` makes of Word files in the format `target`."""
    source, out = folder / "source", folder / "out"
    source.mkdir(parents=True)
    paths = [source / f"{name}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    command = [office, profile(office), "--headless", "--convert-to", target, "--outdir", str(out)]
    for start in range(0, len(paths), _AT_ONCE):
        batch = map(str, paths[start : start + _AT_ONCE])
        subprocess.run([*command, *batch], check=True, capture_output=True, timeout=280)
    ending = target.partition(":")[0]
    return {name: (out / f"{name}.{ending}").read_bytes() for name in files}


@functools.cache
def profile(office: str) -> str:
    """Return the option that names the profile of `office` here; to make one takes a while."""
    folder = Path(tempfile.mkdtemp(prefix="profile-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return f"-env:UserInstallation={folder.as_uri()}"


def bare(line: str) -> str:
    """Return a line without its spaces and capitals, which are a matter of form."""
    return re.sub(r"\s", "", line).casefold()


def bares(lines: Iterator[str] | list[str]) -> list[str]:
    return [found for line in lines if (found := bare(line))]


def put_in(docx: bytes, place: int, text: str, *, by_style: bool = False) -> bytes:
    """Return the file with a paragraph more, as Word makes it on Enter behind a heading.

    With `by_style` it has the style of the heading and no other property.
    """
    members = dict(read_members(docx))
    root = parse(members["word/document.xml"])
    numbers = Numbers(parse(members["word/numbering.xml"]), parse(members["word/styles.xml"]))
    one = [one for one in root.iter(tag("p")) if numbers.of(one)][place]
    properties = w("pPr", deepcopy(one[0][0])) if by_style else deepcopy(one[0])
    said = w("t")
    said.text = text
    new = w("p", properties, w("r", said))
    one.addnext(new)
    return write_members(members | {"word/document.xml": serialise(root)})
