"""In which order public bodies are shown side by side, as their logos are at the head of an act.

The decree on precedence ranks persons, not bodies, and leaves out most of them; `protocol.toml`
says what comes from it and what is usage.
"""

from functools import cache

from conventassembler.french.tables import table


def rank(kind: str) -> int:
    """Return the rank of a kind by its id, « commune », from 0; associations come after all."""
    return _ranks().get(kind, len(table("protocol")["ranks"]))


@cache
def _ranks() -> dict[str, int]:
    rows = table("protocol")["ranks"]
    return {kind: number for number, row in enumerate(rows) for kind in row}
