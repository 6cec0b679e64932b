"""The data files of `french/`, read once and only when a rule first needs one."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the content of `data/NAME.toml`; callers read it and never change it."""
    text = files("conventassembler.french").joinpath("data", f"{name}.toml")
    return tomllib.loads(text.read_text(encoding="utf-8"))
