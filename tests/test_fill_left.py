"""A window that is closed amid the lines of an answer keeps them, as Ctrl-C does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conventassembler.cli.leaving import left_as_by_ctrl_c

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of another process")
_LONGEST = 60
EXAMPLE = Path("agreements") / "exemple.yaml"


@POSIX
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGINT"])
def test_the_lines_of_an_answer_are_kept(workspace: Path, name: str) -> None:
    path = workspace / EXAMPLE
    before = '    nom: "Longvic"\n'
    text = path.read_text(encoding="utf-8")
    address = f"{before}    adresse:\n      - à compléter\n"
    path.write_text(text.replace(before, address), encoding="utf-8")
    command = [sys.executable, "-m", "conventassembler", "fill", "exemple"]
    with subprocess.Popen(
        [*command, "--workspace", str(workspace)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"Mairie\n2, place X\n")
        process.stdin.flush()
        _await(process.stdout, b"> > > ")
        process.send_signal(getattr(signal, name))
        code = process.wait(_LONGEST)
        errors = process.stderr.read() if process.stderr else b""

    assert code == 0, errors
    assert not errors
    written = path.read_text(encoding="utf-8")
    assert '      - Mairie\n      - "2, place X"\n' in written


def _await(stream: object, end: bytes) -> None:
    """Read until the program waits for the third line."""
    seen, start = b"", time.monotonic()
    while not seen.endswith(end) and time.monotonic() - start < _LONGEST:
        seen += os.read(stream.fileno(), 4096)  # type: ignore[attr-defined]
    time.sleep(0.2)


@POSIX
def test_who_closes_the_window_leaves_no_fault_behind() -> None:
    with left_as_by_ctrl_c(), pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGTERM)
    with left_as_by_ctrl_c():
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGTERM)
        raise OSError
    with pytest.raises(OSError, match="real"), left_as_by_ctrl_c():
        raise OSError("real")
