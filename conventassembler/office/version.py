"""Which LibreOffice this is, as it says itself: what `doctor` tells."""

import re
import tempfile
from pathlib import Path
from typing import Final

from conventassembler.office.program import run

_SECONDS: Final = 30.0
_CONSOLE: Final = ".com"
"""On Windows, the program that answers in a console: `soffice.exe` would show a window."""


def version_of(office: Path) -> str:
    """Return the version, `7.4.7.2`; an empty text where it cannot be started or does not say."""
    console = office.with_suffix(_CONSOLE)
    if office.suffix.lower() == ".exe":
        if not console.is_file():
            return ""
        office = console
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            ended = run([str(office), profile, "--version"], Path(folder), _SECONDS)
    except OSError:
        return ""
    match = re.search(r"\d+(?:\.\d+)+", ended.said) if ended.code == 0 else None
    return match[0] if match else ""
