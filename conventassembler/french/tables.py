"""The data files of `french/`, read once and only when a rule first needs one."""

from pathlib import Path
from typing import Any, Final

_DATA: Final = Path(__file__).parent / "data"
KNOWN: Final[dict[str, dict[str, Any]]] = {}
"""The tables that were read, by name; the command line puts those in that an earlier run read."""


def table(name: str) -> dict[str, Any]:
    """Return the content of `data/NAME.toml`; callers read it and never change it."""
    if name not in KNOWN:
        import tomllib  # noqa: PLC0415 -- not for a table that is known

        text = (_DATA / f"{name}.toml").read_text(encoding="utf-8")
        KNOWN[name] = tomllib.loads(text)
    return KNOWN[name]
