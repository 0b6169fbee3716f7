"""The figures debatekit means to reach, measured as ratios: `make bench`.

`python -m tools.bench start store` measures those sections alone, and keeps nothing.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tools.bench_engine import engine_rows
from tools.bench_paper import paper_rows
from tools.bench_peers import peer_rows
from tools.bench_report import report_rows
from tools.bench_store import store_rows
from tools.bench_watch import watch_rows
from tools.growth import growth
from tools.measure import Missing, Ratio, Row, measure, process, until_shown
from tools.peers import python_peer

PYTHON = sys.executable
DEBATEKIT = str(Path(PYTHON).with_name("debatekit"))
SCREEN = {"TERM": "xterm-256color", "COLUMNS": "80"}
RESULTS = Path("docs/performance.json")


def start_rows(folder: Path) -> Iterator[Row]:
    """Yield how long it takes until something stands on the screen."""
    nothing = process([PYTHON, "-c", "pass"])
    imports = process([PYTHON, "-c", "import click, questionary"])
    quiz = [DEBATEKIT, "quiz", "common-enemy", "--new", "--store", str(folder / "scores.db")]
    yield Row(
        "debatekit --version", "python -c pass", 2.0, process([DEBATEKIT, "--version"]), nothing
    )
    yield Row("debatekit --help", "python -c pass", 6.0, process([DEBATEKIT, "--help"]), nothing)
    yield Row(
        "debatekit quiz, to its first prompt",
        'python -c "import click, questionary"',
        1.5,
        until_shown(quiz, b"Question 1 of", SCREEN),
        imports,
    )


SECTIONS: dict[str, Callable[[Path], Iterator[Row | Missing]]] = {
    "start": start_rows,
    "engine": engine_rows,
    "report": report_rows,
    "store": store_rows,
    "paper": paper_rows,
    "watch": watch_rows,
    "peers": peer_rows,
}
"""What is measured, in this order; each section yields its rows."""


def main(chosen: list[str]) -> int:
    """Print every row's ratio; return 1 if one exceeds its bound, 2 for an unknown section."""
    if unknown := set(chosen) - set(SECTIONS):
        print(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
        return 2
    print("Ratios of whole runs, interleaved; median (lowest to highest).")
    kept, held = [], True
    for name in chosen or SECTIONS:
        with tempfile.TemporaryDirectory() as folder:
            for row in SECTIONS[name](Path(folder)):
                result = row if isinstance(row, Missing) else measure(row)
                print(shown(result), flush=True)
                kept.append({"section": name, **plain(result)})
                held = held and (isinstance(result, Missing) or result.holds)
    if not chosen:
        keep(kept)
    return 0 if held else 1


def shown(result: Ratio | Missing) -> str:
    """Return a result as a line."""
    if isinstance(result, Missing):
        return f"absent  {result.what}: not measured, {result.why}"
    row = result.row
    return (
        f"{'holds' if result.holds else 'MISSED':6}  {result.median:7.3f}x "
        f"({result.low:.3f} to {result.high:.3f}), at most {row.at_most:g}x: "
        f"{row.what}, against {row.against}, {row.runs} pairs"
    )


def plain(result: Ratio | Missing) -> dict[str, Any]:
    """Return a result as JSON has it; ratios are numbers, `ours` and `peer` medians in seconds."""
    if isinstance(result, Missing):
        return {"what": result.what, "why": result.why}
    row = result.row
    numbers = {
        name: float(f"{getattr(result, name):.4g}")
        for name in ("median", "low", "high", "ours", "peer")
    }
    return {
        "what": row.what,
        "against": row.against,
        "at_most": row.at_most,
        "runs": row.runs,
        "holds": result.holds,
        **numbers,
    }


def keep(rows: list[dict[str, Any]]) -> None:
    """Measure the growth as well; write `docs/performance.json`, its plots and its page."""
    with tempfile.TemporaryDirectory() as folder:
        curves = list(growth(Path(folder)))
    machine = {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
    }
    results = {"machine": machine, "rows": rows, "growth": curves}
    text = json.dumps(results, indent=1, ensure_ascii=False)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    plotter = str(python_peer("plots", "matplotlib") / "python")
    plots = str(RESULTS.with_suffix(""))
    subprocess.run([plotter, "tools/plots.py", str(RESULTS), plots], check=True)
    page = str(RESULTS.with_suffix(".md"))
    subprocess.run([str(Path(PYTHON).with_name("cog")), "-r", "-P", page], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
