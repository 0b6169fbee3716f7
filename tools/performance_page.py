"""The tables of `docs/performance.md`, from the last run of `make bench`."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

RESULTS = Path("docs/performance.json")
HEADINGS = {
    "start": "Until something stands on the screen",
    "engine": "The argument engine, items, maps and checks",
    "report": "A class's report",
    "store": "The score file",
    "paper": "Paper",
    "watch": "While a teacher writes",
    "peers": "Side by side with what one would pick instead",
}


def tables() -> str:
    """Return every section's rows as Markdown."""
    results = _results()
    return "\n\n".join(
        f"## {heading}\n\n" + "\n".join(_table(results[section]))
        for section, heading in HEADINGS.items()
        if section in results
    )


def machine() -> str:
    """Return in a sentence where the last run was made."""
    made = _results()["machine"]
    return (
        f"Measured on: {made['system']} on {made['cores']} cores ({made['processor']}), "
        f"Python {made['python']}."
    )


def growth() -> str:
    """Return the measured points of every curve, each plot with its picture."""
    parts = []
    for plot, found in groupby(_results().get("growth", []), key=lambda curve: str(curve["plot"])):
        curves = list(found)
        names = ", ".join(curve["name"] for curve in curves)
        parts.append(f"![{names}: seconds against {curves[0]['axis']}](performance/{plot}.svg)\n")
        parts.append("\n".join(_points(curves)) + "\n")
    return "\n".join(parts).rstrip()


def _results() -> dict[str, Any]:
    """Return what the last run wrote."""
    results: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return results


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a section's table; then what was not measured."""
    measured = [row for row in rows if "median" in row]
    if measured:
        yield "| what | against | ratio (lowest to highest) | at most | holds | pairs |"
        yield "| --- | --- | --- | --- | --- | --- |"
    for row in measured:
        ratio = f"{row['median']:.3g} ({row['low']:.3g} to {row['high']:.3g})"
        holds = "yes" if row["holds"] else "**no**"
        yield (
            f"| {_cell(row['what'])} | {_cell(row['against'])} | {ratio} | {row['at_most']:g} "
            f"| {holds} | {row['runs']} |"
        )
    for row in rows:
        if "why" in row:
            yield f"\nNot measured: {_cell(row['what'])} ({_cell(row['why'])})."


def _points(curves: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the points of one plot's curves as a table, in seconds."""
    numbers = [number for number, _ in curves[0]["points"]]
    yield f"| {curves[0]['axis']} | " + " | ".join(f"{number:,}" for number in numbers) + " |"
    yield "| --- " * (len(numbers) + 1) + "|"
    for curve in curves:
        cells = [f"{seconds:.3g} s" for _, seconds in curve["points"]]
        yield f"| {_cell(curve['name'])} | " + " | ".join(cells) + " |"


def _cell(text: str) -> str:
    """Return text that a table's cell takes as it is."""
    return text.replace("|", "\\|")
