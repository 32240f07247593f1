"""Turns what was measured into the table of docs/performance.md and its plot."""

import json
import math
import statistics
from html import escape

from contenders import ALL

BEGIN = "<!-- what bench-peers measured: begin -->"
END = "<!-- what bench-peers measured: end -->"
COLOURS = ["#0b5fa5", "#4a9be0", "#b5442e", "#e08a5f", "#7a3e9d", "#2f8f4e", "#a08020"]
WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 70, 220, 30, 50


def write(measured, docs):
    sizes = sorted((json.loads(file.read_text()) for file in measured.glob("*.json")), key=lambda size: size["rows"])
    page = docs / "performance.md"
    before, rest = page.read_text().split(BEGIN)
    _, after = rest.split(END)
    page.write_text(before + BEGIN + "\n" + "\n".join(_table(size) for size in sizes) + END + after)
    (docs / "images/peers.svg").write_text(_plot(sizes))


def _cpu(entry):
    return [run["cpu"] for run in entry["runs"]]


def _table(size):
    lines = [
        f"{size['rows']:,} rows, {size['bytes'] / 2**20:,.0f} MB, {size['day']}:",
        "",
        "| | processor s | least to most | rows per processor second | Jembatan on H2 takes | seconds | peak MB | runs |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    ours = statistics.median(_cpu(size["contenders"]["jembatan-h2"]))
    for contender in ALL:
        entry = size["contenders"].get(contender.name)
        if not entry or not entry["runs"]:
            continue
        cpu = _cpu(entry)
        median = statistics.median(cpu)
        wall = statistics.median(run["wall"] for run in entry["runs"])
        peak = max(run["peak"] for run in entry["runs"])
        times = "" if contender.name == "jembatan-h2" else f"{ours / median:,.1f} times"
        lines.append(
            f"| {contender.title} | {median:,.1f} | {min(cpu):,.1f} to {max(cpu):,.1f} | {size['rows'] / median:,.0f} |"
            f" {times} | {wall:,.1f} | {peak} | {len(cpu)} |"
        )
    return "\n".join(lines) + "\n\n"


def _plot(sizes):
    """Both axes by powers of ten; a line for each that does the whole work."""
    shown = [one for one in ALL if one.does_all]
    lines = {
        one: [
            (size["rows"], size["rows"] / statistics.median(_cpu(size["contenders"][one.name])))
            for size in sizes
            if size["contenders"].get(one.name, {}).get("runs")
        ]
        for one in shown
    }
    lines = {one: points for one, points in lines.items() if points}
    xs = _powers([x for points in lines.values() for x, _ in points])
    ys = _powers([y for points in lines.values() for _, y in points])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDE}" height="{HIGH}" fill="white"/>',
        f'<text x="{LEFT}" y="18">rows per processor second, by rows of the list</text>',
    ]
    for x in xs:
        at = _x(x, xs)
        parts.append(f'<line x1="{at}" y1="{TOP}" x2="{at}" y2="{HIGH - BOTTOM}" stroke="#ddd"/>')
        parts.append(f'<text x="{at}" y="{HIGH - BOTTOM + 18}" text-anchor="middle">{x:,}</text>')
    for y in ys:
        at = _y(y, ys)
        parts.append(f'<line x1="{LEFT}" y1="{at}" x2="{WIDE - RIGHT}" y2="{at}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{at + 4}" text-anchor="end">{y:,}</text>')
    for number, (one, points) in enumerate(lines.items()):
        colour = COLOURS[number]
        path = " ".join(f"{_x(x, xs)},{_y(y, ys)}" for x, y in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{_x(x, xs)}" cy="{_y(y, ys)}" r="3.5" fill="{colour}"/>' for x, y in points]
        at = TOP + 16 + 20 * number
        parts.append(f'<rect x="{WIDE - RIGHT + 20}" y="{at - 9}" width="12" height="12" fill="{colour}"/>')
        parts.append(f'<text x="{WIDE - RIGHT + 38}" y="{at + 2}">{escape(one.title)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _powers(values):
    """The powers of ten from the one below to the one above."""
    low, high = 1, 1
    while low * 10 <= min(values):
        low *= 10
    while high < max(values):
        high *= 10
    powers = [low]
    while powers[-1] < high or len(powers) < 2:
        powers.append(powers[-1] * 10)
    return powers


def _place(value, powers):
    return (math.log10(value) - math.log10(powers[0])) / (math.log10(powers[-1]) - math.log10(powers[0]))


def _x(value, powers):
    return round(LEFT + _place(value, powers) * (WIDE - RIGHT - LEFT), 1)


def _y(value, powers):
    return round(HIGH - BOTTOM - _place(value, powers) * (HIGH - BOTTOM - TOP), 1)
