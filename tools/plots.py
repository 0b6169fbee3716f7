"""The growth curves of `docs/performance.json` as SVG; run where matplotlib is installed.

Both axes are logarithmic: work that grows as its input does is a line of slope one.
"""

import json
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import matplotlib as mpl  # type: ignore[import-not-found,unused-ignore]
from matplotlib import pyplot as plt  # type: ignore[import-not-found,unused-ignore]

MARKS = "os^D"
LINES = ("-", "--", "-.", ":")
INK = ("#0b3c6f", "#8a3b00", "#2f6b2f", "#6b2f6b")


def main(results: Path, folder: Path) -> None:
    """Write one file a plot, the same bytes for the same results."""
    mpl.rcParams.update({"svg.hashsalt": "debatekit", "svg.fonttype": "none", "font.size": 11})
    curves = json.loads(results.read_text(encoding="utf-8")).get("growth", [])
    folder.mkdir(exist_ok=True)
    for plot, found in groupby(curves, key=lambda curve: str(curve["plot"])):
        _draw(folder / f"{plot}.svg", list(found))


def _draw(file: Path, curves: list[dict[str, Any]]) -> None:
    """Draw the curves of one plot; each has its own colour, mark and stroke."""
    figure, axes = plt.subplots(figsize=(6.4, 3.6))
    for place, curve in enumerate(curves):
        numbers, seconds = zip(*curve["points"], strict=True)
        style = {"marker": MARKS[place], "linestyle": LINES[place], "color": INK[place]}
        axes.loglog(numbers, seconds, label=curve["name"], **style)
    low, high = curves[0]["points"][0], curves[0]["points"][-1]
    slope = [low[1], low[1] * high[0] / low[0]]
    axes.loglog([low[0], high[0]], slope, color="#767676", linewidth=0.8, label="slope one")
    axes.set_xlabel(curves[0]["axis"])
    axes.set_ylabel("seconds")
    axes.grid(visible=True, which="major", linewidth=0.4)
    axes.legend(frameon=False, fontsize=9)
    figure.tight_layout()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
