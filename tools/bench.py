"""The figures debatekit means to reach, measured as ratios: `make bench`.

`python -m tools.bench start store` measures those sections alone; what was measured of the
others before stays as it is.
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
from tools.measure import (
    DEBATEKIT,
    SCREEN,
    Missing,
    Ratio,
    Row,
    measure,
    process,
    until_shown,
)
from tools.peers import python_peer

PYTHON = sys.executable
RESULTS = Path("docs/performance.json")
GROWTH = "growth"


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
    if unknown := set(chosen) - {*SECTIONS, GROWTH}:
        names = ", ".join([*SECTIONS, GROWTH])
        print(f"no section {', '.join(sorted(unknown))}; there are {names}")
        return 2
    print("Ratios of whole runs, interleaved; median (lowest to highest).")
    held = True
    for name in chosen or [*SECTIONS, GROWTH]:
        with tempfile.TemporaryDirectory() as folder:
            if name == GROWTH:
                keep(growth=list(growth(Path(folder))))
            else:
                held = _measured(name, Path(folder)) and held
    write_page()
    return 0 if held else 1


def _measured(name: str, folder: Path) -> bool:
    """Print and keep the rows of a section; return whether all keep their bounds."""
    rows, held = [], True
    for row in SECTIONS[name](folder):
        result = row if isinstance(row, Missing) else measure(row)
        print(shown(result), flush=True)
        rows.append(plain(result))
        held = held and (isinstance(result, Missing) or result.holds)
    keep(**{name: rows})
    return held


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


def keep(**measured: Any) -> None:
    """Put what was measured in place of what `docs/performance.json` had of those sections."""
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    machine = {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
    }
    found = {**known, **measured, "machine": machine}
    results = {name: found[name] for name in ("machine", *SECTIONS, GROWTH) if name in found}
    text = json.dumps(results, indent=1, ensure_ascii=False)
    RESULTS.write_text(text + "\n", encoding="utf-8")


def write_page() -> None:
    """Draw the plots and write the tables of `docs/performance.md` anew."""
    plotter = str(python_peer("plots", "matplotlib") / "python")
    plots = str(RESULTS.with_suffix(""))
    subprocess.run([plotter, "tools/plots.py", str(RESULTS), plots], check=True)
    page = str(RESULTS.with_suffix(".md"))
    subprocess.run([str(Path(PYTHON).with_name("cog")), "-r", "-P", page], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
