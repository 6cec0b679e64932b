"""What was measured, in Markdown and in charts."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.chart import bars, lines
from benchmarks.makers import LIMIT, OURS

Results = Mapping[str, Any]
_TIMES = ("median ms", "mean ms", "quietest round ms", "processor ms")
_BEGIN, _END = "<!-- figures -->", "<!-- end of the figures -->"


def write(results: Results, folder: Path) -> str:
    """Write the figures and charts of `results` to `folder`; return them in Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    told = markdown(results)
    texts = {"results.json": json.dumps(results, ensure_ascii=False, indent=1), "results.md": told}
    for name, text in (texts | charts(results)).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return told


def settle(results: Results, page: Path) -> None:
    """Put the figures of `results` in their place in `page`, and the charts beside it."""
    before, _, rest = page.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    text = f"{before}{_BEGIN}\n{markdown(results)}{_END}{after}"
    page.write_text(text, encoding="utf-8", newline="\n")
    for name, drawn in charts(results).items():
        (page.parent / "images" / name).write_text(drawn, encoding="utf-8", newline="\n")


def charts(results: Results) -> dict[str, str]:
    """Return the charts of `results` by the names of their files."""
    drawn: dict[str, str] = {}
    if compared := results.get("comparison"):
        values = {name: one["median ms"] for name, one in compared.items() if name != LIMIT}
        title = "One document, everything included (median, ms)"
        drawn["performance-makers.svg"] = bars(title, "ms", values, OURS)
    panels = [
        (f"{words} of one act" if words == "articles" else "rows of a batch", words, points)
        for words in ("articles", "rows")
        if (points := _points(results.get(words, {}).get("seconds", {})))
    ]
    if panels:
        drawn["performance-growth.svg"] = lines("Seconds, as the work grows", panels)
    return drawn


def markdown(results: Results) -> str:
    """Return the figures of `results` as tables."""
    parts = [_facts(results)]
    tables = {
        "comparison": _comparison,
        "profile": _profile,
        "two": _pairs,
        "articles": _growth,
        "rows": _growth,
        "whole": _whole,
    }
    parts += [_goals(goals(results))]
    parts += [tables[name](results[name]) for name in tables if name in results]
    return "\n".join(parts)


def goals(results: Results) -> list[tuple[str, float, str, float]]:
    """Return what was wanted of what was measured: what, its figure, `<=` or `>=`, the bound."""
    wanted: list[tuple[str, float, str, float]] = []
    compared = results.get("comparison", {})
    to = compared.get(OURS, {}).get("to others", {})
    bounds = {"docxtpl": 1 / 3, "carbone": 1.0, "rust-docxtpl": 1.0, LIMIT: 4.0}
    wanted += [
        (f"time of a document, to {name}", to[name], "<=", bound)
        for name, bound in bounds.items()
        if name in to
    ]
    if "docxtpl" in to:
        most, least = (compared[name]["highest MiB"] for name in (OURS, "docxtpl"))
        wanted.append(("memory of a process, to docxtpl", round(most / least, 2), "<=", 1.0))
    if "two" in results:
        rate = results["two"]["pool to singles"]
        wanted.append(("two processes, to two singles", rate, ">=", 0.9))
    for what, one in results.get("whole", {}).items():
        wanted.append((what.replace(" | ", ", to "), one["ratio"], "<=", one["allowed"]))
    for words in ("articles", "rows"):
        if words in results:
            line = results[words]["line"]
            wanted.append((f"R² of the line through {words}", line["R²"], ">=", 0.99))
    memory = results.get("rows", {}).get("highest MiB", {})
    if "1000" in memory:
        *_, (last, most) = memory.items()
        growth = round(most / memory["1000"], 3)
        wanted.append((f"memory after {last} rows, to that after 1000", growth, "<=", 1.05))
    return wanted


def _goals(wanted: Iterable[tuple[str, float, str, float]]) -> str:
    rows = (
        (what, f"{found:.2f}", f"{sign} {bound:.2f}", "yes" if _holds(found, sign, bound) else "no")
        for what, found, sign, bound in wanted
    )
    return _table(("what is wanted", "found", "bound", "kept"), rows)


def _holds(found: float, sign: str, bound: float) -> bool:
    return found <= bound if sign == "<=" else found >= bound


def _facts(results: Results) -> str:
    told = "; ".join(f"{name}: {value}" for name, value in results["machine"].items())
    known = ", ".join(f"{name} {value}" for name, value in results.get("versions", {}).items())
    absent = "".join(f"\n{name}: not measured, {why}." for name, why in results["absent"].items())
    return f"Measured on {told}. Versions: {known}.{absent}\n"


def _comparison(compared: Results) -> str:
    header = (
        "",
        "median ms",
        "mean ms",
        "quietest round",
        "processor ms",
        "highest MiB",
        "documents",
    )
    ours = compared[OURS]["to others"]
    return _table(
        (*header, "ours to it"),
        (
            (
                f"**{name}**" if name == OURS else name,
                *(f"{one[key]:.2f}" for key in _TIMES),
                f"{one['highest MiB']:.0f}",
                str(one["documents"]),
                "" if name == OURS else f"{ours[name]:.2f}",
            )
            for name, one in compared.items()
        ),
    )


def _profile(stages: Results) -> str:
    whole = sum(stages.values())
    rows = ((name, f"{ms:.2f}", f"{ms / whole:.0%}") for name, ms in stages.items())
    return _table(("stage", "processor ms a row", "share"), (*rows, ("all", f"{whole:.2f}", "")))


def _pairs(told: Results) -> str:
    return _table(tuple(told), [tuple(map(str, told.values()))])


def _growth(told: Results) -> str:
    unit = "articles" if "highest MiB" not in told else "rows"
    memory = told.get("highest MiB", {})
    rows = [
        (count, f"{seconds:.2f}", *((f"{memory[count]:.0f}",) if memory else ()))
        for count, seconds in told["seconds"].items()
    ]
    header = (unit, "processor seconds", *(("highest MiB",) if memory else ()))
    line = ", ".join(f"{name}: {value}" for name, value in told["line"].items())
    return f"{_table(header, rows)}\nThe straight line through them: {line}.\n"


def _whole(pairs: Results) -> str:
    rows = (
        (
            *what.split(" | "),
            *(f"{one[key]:g}" for key in ("ours ms", "other ms", "ratio", "allowed")),
        )
        for what, one in pairs.items()
    )
    return _table(("ours", "other", "ours ms", "other ms", "ratio", "at most"), rows)


def _points(seconds: Mapping[str, float]) -> list[tuple[float, float]]:
    return [(float(count), taken) for count, taken in seconds.items()]


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines_ = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines_)
