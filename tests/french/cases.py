"""Reads the tables of cases, `fixtures/*.toml`.

« ~ » is a no-break space there, « ¬ » a narrow one.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).parent / "fixtures"


def spaced(value: Any) -> Any:
    """Put the real spaces in place of the marks that make them visible."""
    if isinstance(value, str):
        return value.replace("~", "\u00a0").replace("¬", "\u202f")
    if isinstance(value, list):
        return [spaced(one) for one in value]
    if isinstance(value, dict):
        return {key: spaced(one) for key, one in value.items()}
    return value


def cases(name: str, table: str = "cas") -> list[Any]:
    """The cases of one table of a file, as pytest parameters."""
    content = tomllib.loads((FIXTURES / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        pytest.param(spaced(case), id=str(case.get("entrée", case))[:60]) for case in content[table]
    ]
