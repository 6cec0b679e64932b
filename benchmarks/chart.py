"""Charts as SVG, put together by hand: what each maker takes, and how cost grows."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from benchmarks.growing import fit

_OURS, _OTHER, _INK, _PALE = "#1f5fa8", "#9aa7b5", "#1c2733", "#dde3ea"
_FONT = 'font-family="DejaVu Sans, Verdana, Arial, sans-serif"'
_WIDE, _BAR, _LEFT = 720, 34, 190
Point = tuple[float, float]


def bars(title: str, unit: str, values: Mapping[str, float], marked: str) -> str:
    """Return a chart with a bar for each of `values`, the shortest first, that of `marked` dark."""
    ordered = sorted(values.items(), key=lambda one: one[1])
    scale = (_WIDE - _LEFT - 110) / max(values.values())
    parts = [_text(16, 28, title, size=16, bold=True)]
    for rank, (name, value) in enumerate(ordered):
        top = 48 + rank * _BAR
        colour = _OURS if name == marked else _OTHER
        long = max(value * scale, 1)
        parts.append(_text(_LEFT - 10, top + 17, name, end=True, bold=name == marked))
        parts.append(
            f'<rect x="{_LEFT}" y="{top}" width="{long:.1f}" height="24" fill="{colour}"/>'
        )
        parts.append(_text(_LEFT + long + 8, top + 17, f"{value:.1f} {unit}"))
    return _drawn(parts, 60 + _BAR * len(ordered))


def lines(title: str, panels: Sequence[tuple[str, str, Sequence[Point]]]) -> str:
    """Return a chart with a panel for each of `panels`: a name, the unit across, the points.

    The straight line nearest to the points is drawn behind them.
    """
    parts = [_text(16, 28, title, size=16, bold=True)]
    wide = (_WIDE - 40) / len(panels)
    for rank, (name, across, points) in enumerate(panels):
        parts += _panel(20 + rank * wide, wide - 20, name, across, points)
    return _drawn(parts, 330)


def _panel(left: float, wide: float, name: str, across: str, points: Sequence[Point]) -> list[str]:
    low, high, start = 290.0, 80.0, left + 46
    most_x, most_y = max(x for x, _ in points), max(y for _, y in points)

    def at(x: float, y: float) -> tuple[float, float]:
        return start + x / most_x * (wide - 60), low - y / most_y * (low - high)

    line = fit(points)
    ends = [at(x, max(line.start + line.slope * x, 0)) for x in (0, most_x)]
    drawn = [
        _text(left, 58, f"{name}  (R² = {line.r2:.4f})", size=13),
        _rule(start, low, start + wide - 60, low),
        _rule(start, low, start, high),
        _rule(*ends[0], *ends[1], colour=_OTHER, dashed=True),
        _text(start - 6, high + 5, f"{most_y:.3g} s", size=11, end=True),
        _text(start - 6, low + 4, "0", size=11, end=True),
        _text(start + wide - 60, low + 18, f"{most_x:n} {across}", size=11, end=True),
    ]
    for x, y in points:
        column, row = at(x, y)
        drawn.append(f'<circle cx="{column:.1f}" cy="{row:.1f}" r="4" fill="{_OURS}"/>')
    return drawn


def _text(
    x: float, y: float, text: str, *, size: int = 13, bold: bool = False, end: bool = False
) -> str:
    looks = f'font-size="{size}" fill="{_INK}" {_FONT}'
    looks += ' font-weight="bold"' if bold else ""
    looks += ' text-anchor="end"' if end else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" {looks}>{escape(text)}</text>'


def _rule(
    x1: float, y1: float, x2: float, y2: float, *, colour: str = _INK, dashed: bool = False
) -> str:
    dash = ' stroke-dasharray="6 4"' if dashed else ""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{colour}"{dash}/>'


def _drawn(parts: Sequence[str], high: int) -> str:
    inner = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE}" height="{high}" '
        f'viewBox="0 0 {_WIDE} {high}">\n'
        f'<rect width="{_WIDE}" height="{high}" fill="white" stroke="{_PALE}"/>\n{inner}\n</svg>\n'
    )
