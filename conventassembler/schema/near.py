"""The known name that was most likely meant by one that is not known."""

from collections.abc import Iterable

from conventassembler.source import fold


def nearest(written: str, known: Iterable[str]) -> dict[str, str]:
    """Return the `suggestion` argument of a finding, when a known name is near `written`.

    Near is one slip for three letters: a letter left out, added, changed, or two exchanged
    (optimal string alignment distance), once case, accents and spaces are left aside.
    """
    typed = fold(written)
    distances = {name: _slips(typed, fold(name)) for name in known}
    best = min(distances, key=lambda name: distances[name], default=None)
    if best is None or distances[best] > max(1, len(typed) // 3):
        return {}
    return {"suggestion": best}


def _slips(one: str, other: str) -> int:
    """Return how many slips make `other` of `one`."""
    if abs(len(one) - len(other)) > len(one) // 3 + 1:
        return max(len(one), len(other))
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, b in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, above[j - 2] + 1)
            row.append(least)
    return row[-1]
